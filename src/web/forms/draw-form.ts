import type { Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, textProblem, typed } from './text.ts';

/** The field of one place in the order that was drawn, counted from 0. */
export const placeName = (index: number): string => `place-${index + 1}`;

/** Reads what a draw brought: a bid in each place, how it was held and who saw it. @param between the bids that are drawn between */
export function readDrawForm(
  m: Messages,
  between: readonly string[],
  body: FormBody,
):
  | { readonly order: readonly string[]; readonly method: string; readonly witnesses: string }
  | { readonly problems: readonly FieldProblem[] } {
  const order = Array.from({ length: between.length }, (_, index) => typed(body, placeName(index)));
  const complete = order.every((bid) => between.includes(bid)) && new Set(order).size === order.length;
  if (!complete) return { problems: [{ field: placeName(0), text: m.draw.orderWrong }] };
  const method = typed(body, 'method');
  const witnesses = typed(body, 'witnesses');
  const wrong = {
    method: method === '' ? m.draw.methodMissing : textProblem(m, method, m.draw.method, 2000),
    witnesses: witnesses === '' ? m.draw.witnessesMissing : textProblem(m, witnesses, m.draw.witnesses, 500, 'one'),
  };
  const problems = Object.entries(wrong).flatMap(([field, text]) => (text === undefined ? [] : [{ field, text }]));
  return problems.length === 0 ? { order, method, witnesses } : { problems };
}
