import type { Holders } from '../award/award.ts';
import { scoreThresholds } from '../award/score-thresholds.ts';
import {
  add,
  compare,
  type Exact,
  exact,
  multiply,
  numerator,
  ratio,
  subtract,
  toDecimalText,
  toFractionText,
  truncate,
} from '../number.ts';
import { scoredCriteria } from '../rules/criteria-tree.ts';
import { rulesIn } from '../rules/in-lot.ts';
import { mechanismOf } from '../rules/mechanisms.ts';
import { placeKey } from '../rules/place.ts';
import { type Scale, scaleOf } from '../rules/scale.ts';
import type { EvaluationInput } from '../scoring/input.ts';
import { isMissed } from '../scoring/relative.ts';
import { sensitiveWeights, type WeightChange } from './sensitive-weights.ts';
import { type MovedTotal, singleScores, standsAlone } from './single-score.ts';
import {
  admissibleScores,
  type Becomes,
  becomes,
  changedLots,
  createWhatIf,
  scaleIn,
  variesAlone,
  type WhatIf,
} from './what-if.ts';

/** How little has to be different for the outcome of a lot to change. */
export interface Robustness {
  readonly scores: readonly { readonly lot: string; readonly change: ScoreChange | null }[];
  /** Null where the total does not follow the weights in a straight line, so that no exact answer can be given. */
  readonly weights: null | readonly { readonly lot: string; readonly change: WeightChange | null }[];
}

/** The smallest change of one consensus score after which a lot has another holder, needs a draw or stays open. */
export interface ScoreChange {
  readonly bid: string;
  readonly lot: string;
  readonly criterion: string;
  readonly from: string;
  readonly to: string;
  readonly becomes: Becomes;
}

/**
 * The smallest change of one consensus score, and of one weight, that changes the outcome of each lot. Every change of a score that
 * is named was computed through with all rules, and every smaller one was ruled out.
 * @param input complete and checked
 * @param whatIf the same input, where other questions are asked of it too
 */
export function robustness(input: EvaluationInput, whatIf: WhatIf = createWhatIf(input)): Robustness {
  return { scores: sensitiveScores(whatIf), weights: sensitiveWeights(input, whatIf) };
}

/** How much work {@link robustness} is, counted in scores of a tender in which every total stands alone. */
export const robustnessWork = ({ rules, consensus }: EvaluationInput): number =>
  consensus.length * (standsAlone(rules) ? 1 : COMPUTED_THROUGH);
/** Where others have to be computed too for every step. */
const COMPUTED_THROUGH = 10;

interface Step {
  readonly bid: string;
  readonly lot: string;
  readonly scores: ReadonlyMap<string, string>;
  readonly criterion: string;
  readonly from: string;
  readonly to: string;
  /** How far it is, as fraction text. */
  readonly size: string;
}

function sensitiveScores(whatIf: WhatIf): Robustness['scores'] {
  const found = new Map([...firstChanges(whatIf)].map(({ lot, change }) => [lot, change]));
  return [...whatIf.holders.keys()].map((lot) => ({ lot, change: found.get(lot) ?? null }));
}

/** A change of one score with the lot that it changes; null where there is none. */
export type SmallestChange = { readonly lot: string; readonly change: ScoreChange } | null;

/**
 * The smallest change of one score that changes the outcome of any lot, with that lot; null where none does. It is the smallest of those in
 * {@link robustness}, and often far less work.
 * @param input complete and checked
 */
export function smallestChange(input: EvaluationInput): SmallestChange {
  for (const first of firstChanges(createWhatIf(input))) return first;
  return null;
}

/** Smallest steps first, until every lot has one that changes it or none is left. */
function* firstChanges(whatIf: WhatIf): Generator<NonNullable<SmallestChange>> {
  const open = new Set(whatIf.holders.keys());
  for (const { step, touches } of relevantSteps(whatIf)) {
    if (open.size === 0) return;
    if (!touches(open)) continue;
    const after = holdersAfter(whatIf, step);
    for (const lot of changedLots(whatIf.holders, after)) {
      if (!open.delete(lot)) continue;
      const { bid, lot: where, criterion, from, to } = step;
      yield { lot, change: { bid, lot: where, criterion, from, to, becomes: becomes(after, lot) } };
    }
  }
}

/**
 * Where the committee gives the points itself: per lot the least change of each score that touches it, up and down. A better score never
 * undoes what a less good one did, so the first score that changes a lot is found by halving.
 */
function givenPoints(whatIf: WhatIf): Step[] {
  const { input } = whatIf;
  return whatIf.places.flatMap(({ bid, lot, scores }) =>
    scoredCriteria(rulesIn(input.rules, lot)).flatMap(({ criterion }) => {
      const scale = scaleIn(input.rules, lot, criterion.id);
      if (scale.kind !== 'numbers' || criterion.knockOut || !variesAlone(input, bid, criterion.id)) return [];
      const from = scores.get(criterion.id)!;
      const { decimals } = scale;
      const step = (units: bigint): Step => {
        const to = toDecimalText(add(exact(from), ratio(units, 10n ** BigInt(decimals))), decimals);
        return {
          bid,
          lot,
          scores,
          criterion: criterion.id,
          from,
          to,
          size: toFractionText(ratio(units, 10n ** BigInt(decimals)).abs()),
        };
      };
      const changes = (units: bigint): string[] => changedLots(whatIf.holders, holdersAfter(whatIf, step(units)));
      const ends = [subtract(scale.maximum, exact(from)), subtract(scale.minimum, exact(from))].map((room) =>
        numerator(truncate(multiply(room, ratio(10n ** BigInt(decimals), 1n)))),
      );
      return ends.flatMap((end) =>
        (end === 0n ? [] : changes(end)).map((touched) => {
          let [same, other] = [0n, end];
          while (other - same > 1n || same - other > 1n) {
            const middle = (same + other) / 2n;
            if (changes(middle).includes(touched)) other = middle;
            else same = middle;
          }
          return step(other);
        }),
      );
    }),
  );
}

/** Whether a step can change one of these lots, as far as can be said without computing it through. */
type Touches = (lots: ReadonlySet<string>) => boolean;

interface RelevantStep {
  readonly step: Step;
  readonly touches: Touches;
}

/**
 * Every single score that could have been another one and can matter, the smallest difference first; equal ones in the order of lots, bids
 * and criteria. What is never asked for is not looked at.
 */
function* relevantSteps(whatIf: WhatIf): Generator<RelevantStep> {
  const { input, places } = whatIf;
  const onScale = new Map(
    scoredCriteria(input.rules).flatMap((node) => {
      const scale = scaleOf(input.rules, node);
      // A knock-out is met or not: its score is not one of degree.
      return scale.kind === 'numbers' || node.criterion.knockOut
        ? []
        : [[node.criterion.id, stepsFrom(scale)] as const];
    }),
  );
  const given = givenPoints(whatIf);
  const sizes = new Set([...onScale.values()].flatMap((steps) => steps.sizes).concat(given.map((step) => step.size)));
  const touching = whatTouches(whatIf);
  const placed = places.map((place) => ({ ...place, touches: touching(place.bid, place.lot) }));
  for (const size of [...sizes].sort((a, b) => compare(exact(a), exact(b)))) {
    for (const { bid, lot, scores, touches } of placed) {
      for (const [criterion, from] of scores) {
        if (!variesAlone(input, bid, criterion)) continue;
        for (const to of onScale.get(criterion)?.from(from, size) ?? []) {
          const touched = touches(criterion, from, to);
          if (touched) yield { step: { bid, lot, scores, criterion, from, to, size }, touches: touched };
        }
      }
    }
    for (const step of given) {
      if (step.size !== size) continue;
      const touched = touching(step.bid, step.lot)(step.criterion, step.from, step.to);
      if (touched) yield { step, touches: touched };
    }
  }
}

/** The other scores on a scale of steps by how far they are from one another. */
function stepsFrom(scale: Scale): {
  readonly sizes: readonly string[];
  readonly from: (score: string, size: string) => readonly string[];
} {
  const scores = admissibleScores(scale, '0');
  const sizes = new Set<string>();
  const reachable = new Map<string, string[]>();
  for (const from of scores) {
    for (const to of scores) {
      const size = toFractionText(subtract(exact(to), exact(from)).abs());
      if (from === to) continue;
      sizes.add(size);
      const key = `${from} ${size}`;
      reachable.set(key, [...(reachable.get(key) ?? []), to]);
    }
  }
  return { sizes: [...sizes], from: (score, size) => reachable.get(`${score} ${size}`) ?? [] };
}

const ANY: Touches = () => true;

/**
 * What a step can touch; undefined for nothing. A bid that comes in over a minimum can touch anything; else its total must reach the point from
 * which another division is as good.
 */
function whatTouches({
  input,
  rankings,
  holders,
}: WhatIf): (bid: string, lot: string) => (criterion: string, from: string, to: string) => Touches | undefined {
  const totals = singleScores(input, rankings);
  if (!totals) return () => () => ANY;
  const thresholds = scoreThresholds(input, rankings);
  const bySum = mechanismOf(input.rules).bySum;
  return (bid, lot) => {
    const { before, after, slack } = totals(bid, lot);
    const threshold = thresholds?.get(placeKey(bid, lot));
    // Who does not win the lot is not missed there, unless others are measured by it.
    const wins = [bid, undefined].includes(holders.get(lot)!);
    const isNoticed = !thresholds || wins || isMissed(input.rules, rankings.get(lot)!, bid);
    const touches: Touches = (lots) => lots.has(lot) || threshold!.lots().some((one) => lots.has(one));
    // What the points of a score must differ by at least.
    const missing = threshold && before && slack ? subtract(threshold.total, before) : undefined;
    const nearest = missing && (threshold!.upwards ? subtract(missing, slack!) : add(missing, slack!));
    const reaches = ({ gained, now }: MovedTotal): boolean => {
      if (!threshold || threshold.isOpen) return threshold !== undefined;
      const isBeyond = (value: Exact, point: Exact): boolean =>
        threshold.upwards ? compare(value, point) >= 0 : compare(value, point) <= 0;
      if (nearest && !isBeyond(gained, nearest)) return false;
      return isBeyond(now(), threshold.total);
    };
    return (criterion, from, to) => {
      const total = after(criterion, from, to);
      if (total === 'no-outcome' || total === 'stays-out') return undefined;
      if (total === 'comes-in') return ANY;
      if (total === 'falls-out') return isNoticed ? ANY : undefined;
      if (!thresholds) return bySum || total.passes() ? ANY : undefined;
      return reaches(total) ? touches : undefined;
    };
  };
}

function holdersAfter(whatIf: WhatIf, { bid, lot, scores, criterion, to }: Step): Holders {
  const ranking = whatIf.rankingWith(lot, new Map([[bid, new Map(scores).set(criterion, to)]]));
  return ranking ? whatIf.holdersWith(new Map([[lot, ranking]])) : whatIf.holders;
}
