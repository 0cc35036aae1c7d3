import type { Messages } from '../../messages/messages.ts';

export interface Pager {
  readonly label: string;
  readonly range: string;
  readonly previous: { readonly href: string; readonly label: string } | null;
  readonly next: { readonly href: string; readonly label: string } | null;
}

/** How many rows a page of a list has. */
export const ROWS = 25;

/** How many rows each list has on the first page. */
export const ROWS_OF_GROUP = 10;

/** Which part of a list a page is. */
export const partOf = (page: number): { readonly limit: number; readonly offset: number } => ({
  limit: ROWS,
  offset: (page - 1) * ROWS,
});

/** The last page of a list there is: who asks for a later one gets that. */
export const lastPage = (total: number, rows = ROWS): number => Math.max(1, Math.ceil(total / rows));

/** The way from one page of a list to the others; null where there is one page only. @param at the address of a page, from 1 */
export function pager(
  m: Messages,
  total: number,
  page: number,
  at: (page: number) => string,
  rows = ROWS,
): Pager | null {
  const t = m.home.pager;
  if (total <= rows) return null;
  return {
    label: t.label,
    range: t.range((page - 1) * rows + 1, Math.min(page * rows, total), total),
    previous: page > 1 ? { href: at(page - 1), label: t.previous } : null,
    next: page < lastPage(total, rows) ? { href: at(page + 1), label: t.next } : null,
  };
}
