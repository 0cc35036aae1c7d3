import { faultOfMarks, markedPassages } from '../../domain/confidential.ts';
import type { RankedBid } from '../../domain/evaluation/evaluate.ts';
import { exact } from '../../domain/number.ts';
import { COMMON } from '../../domain/rules/in-lot.ts';
import { perVersion } from '../../domain/tender/state/per-version.ts';
import { consensusScores } from '../../domain/tender/state/scores-at.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { figure } from './amount.ts';

/** What OCDS has no place for in a bid: its points, in all and for each criterion, with the motivation of the committee. */
export interface ScoredBid {
  /** What ranks, and the same before it was rounded. */
  readonly total: number;
  readonly exactTotal: string;
  readonly quality: number;
  readonly pricePoints?: number;
  readonly scores: readonly CriterionScore[];
}

interface CriterionScore {
  readonly criterion: string;
  readonly score?: number;
  /** The figure that it is measured by. */
  readonly value?: number;
  readonly weight: number;
  readonly points: number;
  /** Without the passages that are confidential. */
  readonly motivation?: string;
}

export function scoredBid(state: TenderState, lot: string, ranked: RankedBid): ScoredBid {
  const { bid, total, exactTotal, quality, price, lines } = ranked;
  const motivations = motivationsOf(state);
  return {
    total: figure(exact(total)),
    exactTotal,
    quality: figure(exact(quality)),
    ...(price?.points ? { pricePoints: figure(exact(price.points)) } : {}),
    scores: lines
      .filter(({ score, value }) => score !== null || value !== undefined)
      .map(({ criterion, score, value, weight, points }) => {
        const motivation =
          motivations.get(keyOf(bid, lot, criterion)) ?? motivations.get(keyOf(bid, COMMON, criterion));
        return {
          criterion,
          ...(score === null ? {} : { score: figure(exact(score)) }),
          ...(value === undefined ? {} : { value: figure(exact(value)) }),
          weight: figure(exact(weight)),
          points: figure(exact(points)),
          ...(motivation ? { motivation } : {}),
        };
      }),
  };
}

const keyOf = (bid: string, lot: string, criterion: string): string => `${bid} ${lot} ${criterion}`;

const motivationsOf = perVersion(
  (state) =>
    new Map(
      consensusScores(state).map(({ bid, lot, criterion, motivation }) => [
        keyOf(bid, lot, criterion),
        withoutConfidential(motivation),
      ]),
    ),
);

const LEFT_OUT = '[...]';

/** A text for everybody: three dots stand for what was marked as confidential, and for all of it where the marks are not clear. */
const withoutConfidential = (text: string): string =>
  faultOfMarks(text) === undefined
    ? markedPassages(text)
        .map((passage) => (passage.confidential ? LEFT_OUT : passage.text))
        .join('')
    : LEFT_OUT;
