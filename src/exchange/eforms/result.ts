import type { LotAward } from '../../domain/award/outcome.ts';
import type { Outcome } from '../../domain/evaluation/evaluate.ts';
import { exact, sum, toDecimalText } from '../../domain/number.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { KVK } from '../../domain/rules/registration.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { offeredIn } from '../ocds/amount.ts';
import { isDecided, placeOfAward } from '../ocds/awards.ts';
import { receivedFor } from '../received-bids.ts';
import { aboutProcedure } from './call.ts';
import { criteriaGroups } from './criteria.ts';
import { type FieldGroup, type FieldRow, lotNumber, type Notice, type NoticeWords, row } from './notice.ts';

/**
 * The result (notice subtype 33) of an award that stands: nothing of bids that did not win but how many there were.
 * @param outcome of the award
 */
export function resultNotice(state: Readonly<TenderState>, outcome: Outcome, words: NoticeWords): Notice {
  const { rules } = state;
  const { award } = outcome;
  const values = award.lots.flatMap((lot) => valueOfWinner(state, outcome, lot) ?? []);
  const priced = values.length > 0 && values.length === award.lots.filter(({ winner }) => winner !== null).length;
  return {
    subtype: 33,
    lots: rules.lots.length,
    groups: [
      {
        of: 'procedure',
        lot: null,
        name: null,
        rows: [
          ...aboutProcedure(state, words),
          row('BT-161', priced ? Number(toDecimalText(sum(values.map((value) => exact(String(value)))), 2)) : null),
        ],
      },
      ...rules.lots.flatMap((lot, place): FieldGroup[] => {
        const number = lotNumber(place);
        const about = { lot: number, name: lot.name };
        const awarded = award.lots.find((one) => one.lot === lot.id)!;
        return [
          {
            of: 'lot',
            ...about,
            rows: [row('BT-137', number), row('BT-21', lot.name), row('BT-24', null), row('BT-99', words.review)],
          },
          ...criteriaGroups(rules, { id: lot.id, ...about }, words.method),
          { of: 'result', ...about, rows: resultRows(state, outcome, awarded) },
          ...winnerGroups(state, outcome, awarded, about),
        ];
      }),
    ],
  };
}

/** Whether a winner was chosen and, where the lot is closed without one, why; and how many bids came in. */
function resultRows(state: Readonly<TenderState>, { award }: Outcome, lot: LotAward): FieldRow[] {
  const received = receivedFor(state, lot.lot);
  return [
    ...(isDecided(award) ? statusRows(lot, received) : [row('BT-142', 'open-nw')]),
    row('BT-759', received),
    row('BT-760', 'tenders'),
  ];
}

function statusRows({ winner, open }: LotAward, received: number): FieldRow[] {
  if (winner !== null) return [row('BT-142', 'selec-w')];
  switch (open) {
    case 'no-valid-bid':
      return [row('BT-142', 'clos-nw'), row('BT-144', received === 0 ? 'no-rece' : 'all-rej')];
    case 'limits':
      return [row('BT-142', 'clos-nw'), row('BT-144', 'other')];
    case 'withdrawn':
    case 'fixed':
      // Why stands in the dossier in words; which code that is, somebody says.
      return [row('BT-142', 'clos-nw'), row('BT-144', null)];
    case 'draw':
    case 'impossible':
    case null:
      return [row('BT-142', 'open-nw')];
    default:
      return open satisfies never;
  }
}

/** The organisations that won a lot, what they ask and where they ranked, and the days of the decision and the contract. */
function winnerGroups(
  state: Readonly<TenderState>,
  outcome: Outcome,
  lot: LotAward,
  about: Pick<FieldGroup, 'lot'>,
): FieldGroup[] {
  const bid = lot.winner === null ? undefined : state.bids.get(lot.winner);
  if (!bid || !isDecided(outcome.award)) return [];
  const said = state.lots.get(lot.lot);
  const ranked = rankedWinner(outcome, lot);
  return [
    {
      of: 'winner',
      ...about,
      name: namesOf(state.rules, [bid]).bidder(bid.id),
      rows: [
        ...bid.bidder.members.flatMap(({ name, registration }) => [
          row('BT-500', name),
          row('BT-501', registration?.register === KVK ? registration.number : null),
        ]),
        row('BT-720', valueOfWinner(state, outcome, lot) ?? null),
        ...(ranked ? [row('BT-1711', 'true'), row('BT-171', ranked.rank)] : []),
        row('BT-1451', said?.is === 'sent' ? said.on : null),
        row('BT-145', null),
      ],
    },
  ];
}

const rankedWinner = ({ lots }: Outcome, award: LotAward) =>
  lots.find(({ lot }) => lot === placeOfAward(award))?.ranking.find(({ bid }) => bid === award.winner);

/** Of a combination of lots the bid has one price, which is that of no lot in it. */
function valueOfWinner({ rules }: Readonly<TenderState>, outcome: Outcome, award: LotAward): number | undefined {
  if (award.combination !== null) return undefined;
  const ranked = rankedWinner(outcome, award);
  return ranked && offeredIn(rules, ranked, award.discount)?.amount;
}
