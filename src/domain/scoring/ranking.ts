import { compare, type Exact, ZERO } from '../number.ts';
import type { Better } from '../rules/price/measure.ts';
import { betterOf, partsOf } from '../rules/price-rules.ts';
import type { TenderRules, TieBreakStep } from '../rules/rules.ts';
import type { HeldDraw } from './draws.ts';
import type { ComparedPrice } from './price.ts';
import type { QualityScore } from './quality-score.ts';
import { bestTotal, type Total } from './total.ts';

/** A valid bid in a lot, ready to be ranked. */
export interface Candidate extends Total {
  readonly bid: string;
  readonly quality: QualityScore;
  readonly price: ComparedPrice | null;
}

export interface Ranked extends Candidate {
  /** 1 is best. Bids that the announced tie-break cannot separate share a rank. */
  readonly rank: number;
  /** The step of the tie-break that put this bid below the one above it with an equal total, or null. */
  readonly separatedBy: TieBreakStep | null;
}

/**
 * Orders the bids of one lot by total, equal totals by the announced tie-break and then by the draw that was held, if any.
 * What is still equal shares a rank; the order of the list then follows the bid's id for showing and means nothing.
 */
export function rankLot(rules: TenderRules, candidates: readonly Candidate[], draw: HeldDraw | undefined): Ranked[] {
  const comparing = bidOrder(rules, draw);
  const order = (a: Candidate, b: Candidate): number => comparing(a, b).order;
  const sorted = [...candidates].sort((a, b) => order(a, b) || (a.bid < b.bid ? -1 : 1));
  const ranked: Ranked[] = [];
  sorted.forEach((candidate, index) => {
    const above = ranked[index - 1];
    const comparison = above && comparing(above, candidate);
    ranked.push({
      ...candidate,
      rank: comparison?.order === 0 ? above!.rank : index + 1,
      separatedBy: comparison && comparison.order !== 0 ? comparison.step : null,
    });
  });
  return ranked;
}

/** The tie-break as announced, with the draw as its last step when one was held. */
export function tieBreakSteps(rules: TenderRules, draw: HeldDraw | undefined): readonly TieBreakStep[] {
  const announced = rules.award.tieBreak.filter((step) => step.rule !== 'draw');
  return draw ? [...announced, { rule: 'draw' }] : announced;
}

/** Negative when a comes first. `step` is the step of the tie-break that decided; null when the totals did, or nothing does. */
function bidOrder(
  rules: TenderRules,
  draw: HeldDraw | undefined,
): (a: Candidate, b: Candidate) => { order: number; step: TieBreakStep | null } {
  const sign = bestTotal(rules) === 'highest' ? -1 : 1;
  const steps = tieBreakSteps(rules, draw);
  return (a, b) => {
    const byTotal = sign * compare(a.total, b.total);
    if (byTotal !== 0) return { order: byTotal, step: null };
    for (const step of steps) {
      const order = byStep(rules, step, a, b, draw?.order ?? []);
      if (order !== 0) return { order, step };
    }
    return { order: 0, step: null };
  };
}

function byStep(
  { price }: TenderRules,
  step: TieBreakStep,
  a: Candidate,
  b: Candidate,
  draw: readonly string[],
): number {
  switch (step.rule) {
    case 'higher-score':
      return compare(pointsOn(b, step.criterion), pointsOn(a, step.criterion));
    case 'lower-price': {
      const order = compare(amountOn(a, step.part), amountOn(b, step.part));
      return betterIn(price, step.part) === 'lower' ? order : -order;
    }
    case 'draw': {
      const [placeA, placeB] = [draw.indexOf(a.bid), draw.indexOf(b.bid)];
      return placeA < 0 || placeB < 0 ? 0 : placeA - placeB;
    }
  }
}

/** Exact points on one criterion or group of criteria; none where it does not count in the lot. */
export const pointsOn = ({ quality }: Candidate, criterion: string): Exact => quality.points.get(criterion) ?? ZERO;

/** The compared amount, or that of one part of the price. */
export const amountOn = ({ price }: Candidate, part: string | undefined): Exact =>
  (part === undefined ? price : price?.parts?.get(part))!.compared;

/** Which way that amount is better. */
export const betterIn = (price: TenderRules['price'], part: string | undefined): Better =>
  betterOf(partsOf(price).find(({ id }) => part === undefined || id === part)!.rules);
