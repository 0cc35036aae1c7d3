import { add, exact, ONE, ZERO } from '../number.ts';
import { weightedCriteria } from '../rules/criteria-tree.ts';
import { betterOf, partsOf } from '../rules/price-rules.ts';
import type { TenderRules, TieBreakStep } from '../rules/rules.ts';
import type { ComparedPrice } from '../scoring/price.ts';
import { type Candidate, rankLot } from '../scoring/ranking.ts';

/** What the announced rule for a tie does with two bids that have the same total and differ only in what a step looks at. */
export interface TieStep {
  readonly step: TieBreakStep;
  /** The step that separated them; null where a draw is needed. */
  readonly separatedBy: TieBreakStep | null;
}

/** Every announced step, tried on two such bids, one after the other. */
export const tieSteps = (rules: TenderRules): TieStep[] =>
  rules.award.tieBreak.map((step) => {
    const ranked = rankLot(rules, [equalBid(rules, 'one', step), equalBid(rules, 'other', null)], undefined);
    return { step, separatedBy: ranked.find((one) => one.separatedBy !== null)?.separatedBy ?? null };
  });

/** @param better the step on which this bid is better than others; null for none */
function equalBid(rules: TenderRules, bid: string, better: TieBreakStep | null): Candidate {
  const points = new Map(
    weightedCriteria(rules).map(({ criterion: { id } }) => [
      id,
      better?.rule === 'higher-score' && better.criterion === id ? ONE : ZERO,
    ]),
  );
  return {
    bid,
    quality: { scores: new Map(), values: new Map(), points, total: ONE },
    price: priceOf(rules, better),
    pricePoints: null,
    partPoints: null,
    exactTotal: ONE,
    total: ONE,
  };
}

const USUAL = exact('100');

function priceOf({ price }: TenderRules, better: TieBreakStep | null): ComparedPrice | null {
  const asked = partsOf(price);
  if (asked.length === 0) return null;
  const isBetterOn = (part: string | null): boolean =>
    better?.rule === 'lower-price' && (better.part === undefined || better.part === part);
  const amountOf = (part: string | null, bidderPays: boolean): ComparedPrice => {
    const compared = isBetterOn(part) === bidderPays ? add(USUAL, ONE) : USUAL;
    return { offered: compared, vat: ZERO, timeCost: ZERO, compared, statedTotal: null, parts: null };
  };
  const amounts = asked.map(({ id, rules }) => [id, amountOf(id, betterOf(rules) === 'higher')] as const);
  const [first] = amounts;
  if (first![0] === null) return first![1];
  return { ...first![1], parts: new Map(amounts.map(([id, amount]) => [id!, amount])) };
}
