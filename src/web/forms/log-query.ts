import { z } from 'zod';
import type { AskedEvents } from '../../actions/read-log.ts';
import { HttpError } from '../http-error.ts';

const nothing = z.literal('').transform(() => undefined);
const asked = z.string().max(100).or(nothing).optional();

/** What an address asks of a log: events of one person, of one kind, of one phase, and a page. */
const logQuery = z.object({
  person: nothing.or(asked),
  kind: nothing.or(asked),
  phase: nothing.or(asked),
  page: z.coerce.number().int().min(1).default(1),
});

/** @throws HttpError 404 for what no form of ours asks */
export function readLogQuery(query: unknown): { readonly asked: AskedEvents; readonly page: number } {
  const read = logQuery.safeParse(query);
  if (!read.success) throw new HttpError(404);
  const { page, ...rest } = read.data;
  return { asked: rest, page };
}

/** @throws HttpError 404 for a page that there is not */
export function requirePage(page: number, total: number, size: number): void {
  if (page > Math.max(1, Math.ceil(total / size))) throw new HttpError(404);
}
