import { z } from 'zod';
import { PHASES } from '../../domain/tender/state/state.ts';
import { HttpError } from '../http-error.ts';

/** The phases by which tenders are found; a tender that was stopped stands still in whatever phase. */
export const FOUND_BY = [...PHASES, 'stopped'] as const;

const nothing = z.literal('').transform(() => undefined);

/** What an address asks of a list: part of a title, a phase, a year, the archive, a page. */
const listQuery = z.object({
  q: z.string().trim().max(100).default(''),
  phase: z.enum(FOUND_BY).or(nothing).optional(),
  year: z.coerce.number().int().min(2000).max(2999).optional().or(nothing),
  show: z.enum(['running', 'archive']).default('running'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type AskedList = z.infer<typeof listQuery>;

/** @throws HttpError 400 for what no form of ours asks */
export function readListQuery(query: unknown): AskedList {
  const read = listQuery.safeParse(query);
  if (!read.success) throw new HttpError(400);
  return read.data;
}

/** The address of the same list with something else asked of it. */
export function addressOf(path: string, { q, phase, year, show, page }: AskedList): string {
  const asked = new URLSearchParams({
    ...(q === '' ? {} : { q }),
    ...(phase === undefined ? {} : { phase }),
    ...(year === undefined ? {} : { year: String(year) }),
    ...(show === 'running' ? {} : { show }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return asked === '' ? path : `${path}?${asked}`;
}
