import { accountParts } from '../../src/domain/accounts/parts.ts';
import { contractParts } from '../../src/domain/contract/parts.ts';
import { decisionParts } from '../../src/domain/decision/parts.ts';
import type { PartsOfType } from '../../src/domain/disclosure/parts.ts';
import { planParts } from '../../src/domain/purchase-plan/parts.ts';
import { tenderParts } from '../../src/domain/tender/parts.ts';

/** Every type of event of every kind of dossier, with what it is cut into. */
export const ALL_PARTS: readonly (readonly [kind: string, type: string, parts: PartsOfType])[] = [
  ['tender', tenderParts],
  ['decision', decisionParts],
  ['contract', contractParts],
  ['plan', planParts],
  ['accounts', accountParts],
].flatMap(([kind, table]) =>
  Object.entries(table!).map(([type, parts]) => [kind as string, type, parts as PartsOfType] as const),
);

/** A payload in which everything stands that a type is cut by, and more: lists of bids where the table names them. */
export function payloadFor(parts: PartsOfType): Record<string, unknown> {
  const payload: Record<string, unknown> = { more: { of: 'this', list: [1, { bid: 'x' }] } };
  const bids = ['b-1', 'b-2', 'b-3'];
  for (const { list, kind } of parts.bids?.lists ?? []) {
    put(
      payload,
      list,
      kind === 'placed' ? [...bids].reverse() : [...bids, 'b-1'].map((bid, n) => ({ bid, points: String(n) })),
    );
  }
  for (const cut of Object.values(parts.apart ?? {})) {
    for (const pointer of cut.of) put(payload, pointer, pointer === parts.about ? 'b-2' : `value of ${pointer}`);
  }
  return payload;
}

/** Puts a value where a pointer points; a list on the way has two places. */
function put(root: Record<string, unknown>, pointer: string, value: unknown): void {
  const [first, ...rest] = pointer.slice(1).split('/');
  if (rest.length === 0) {
    root[first!] = value;
  } else if (rest[0] === '*') {
    root[first!] ??= [{}, {}];
    for (const one of root[first!] as Record<string, unknown>[])
      put(one, `/${rest.slice(1).join('/')}`, structuredClone(value));
  } else {
    root[first!] ??= {};
    put(root[first!] as Record<string, unknown>, `/${rest.join('/')}`, value);
  }
}
