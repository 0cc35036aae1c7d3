import { DomainError } from '../errors.ts';
import {
  add,
  compare,
  denominator,
  divide,
  type Exact,
  exact,
  multiply,
  numerator,
  ratio,
  subtract,
} from '../number.ts';
import type { GrowthPathCommitment } from '../rules/growth-path.ts';
import type { ContractPayloads } from './events.ts';
import { endOfQuarter, quarterNumber, quarterOf } from './quarter.ts';

/** Users of one quarter in one area. */
export type QuarterFigures = Pick<ContractPayloads['figures-recorded'], 'quarter' | 'users'>;

/** The norms that hold: those of the rules, and those that were set for an extension. */
export interface GrowthNorms {
  /** In the order of their dates. */
  readonly steps: readonly { readonly by: string; readonly minimumPercentage: string }[];
  /** Percentage of the users of basic support. */
  readonly communityInitiatives: string;
}

/** One quarter as it was reported last. Shares are of one; null where there are no users to take a share of. */
export interface GrowthPoint {
  readonly quarter: string;
  readonly basic: number;
  readonly all: number;
  readonly share: Exact | null;
  readonly communityInitiatives: number;
  readonly communityShare: Exact | null;
}

/**
 * How an area stands to a norm. `met` and `missed`: by the figures of the quarter of its date. `on-track` and `at-risk`: by the trend so far. `unknown`:
 * too few figures for a trend. `no-figures`: the date has passed without figures for it.
 */
export type GrowthStatus = 'met' | 'missed' | 'on-track' | 'at-risk' | 'unknown' | 'no-figures';

export interface GrowthStep {
  readonly by: string;
  readonly norm: Exact;
  /** What the bid promised; null where it promised nothing. */
  readonly promise: Exact | null;
  readonly status: GrowthStatus;
  /** The quarter that it is judged by: that of the date, or the last one before; null while there is none. */
  readonly point: GrowthPoint | null;
  /** Where the trend leads at the date; null where there is none, and once the figures of the date are there. */
  readonly projected: Exact | null;
  /** How many users of basic support are missing at the norm, and at the promise, among as many users in all as in that quarter. */
  readonly missing: number;
  readonly missingOfPromise: number | null;
  /** Through community initiatives, by the same quarter: whether that norm is met, and how many users are missing. Null without users of basic support. */
  readonly community: { readonly met: boolean; readonly missing: number } | null;
}

export interface GrowthPath {
  readonly points: readonly GrowthPoint[];
  readonly steps: readonly GrowthStep[];
}

const HUNDRED = exact('100');
const whole = (count: number): Exact => ratio(BigInt(count), 1n);
const shareOf = (percentage: string): Exact => divide(exact(percentage), HUNDRED);

/**
 * Holds norm, promise and figures of one area against each other (Koersnota 2025, 3.4.1). The trend is ours: the growth of the share per quarter from the
 * first figure to the last, continued to the quarter of the date.
 * @param figures in the order in which they were recorded: of a quarter the last ones count
 * @param asOf "2028-01-15"
 */
export function followGrowthPath(
  norms: GrowthNorms,
  promise: GrowthPathCommitment | null,
  figures: readonly QuarterFigures[],
  asOf: string,
): GrowthPath {
  const latest = new Map(figures.map((one) => [one.quarter, one]));
  const points = [...latest.values()].sort((a, b) => quarterNumber(a.quarter) - quarterNumber(b.quarter)).map(pointOf);
  const community = shareOf(norms.communityInitiatives);
  return { points, steps: norms.steps.map((step) => stepOf(step, promise, points, community, asOf)) };
}

function pointOf({ quarter, users }: QuarterFigures): GrowthPoint {
  const basic = users.basicVolunteers + users.basicProfessionals;
  const all = basic + users.additional;
  const { communityInitiatives } = users;
  return {
    quarter,
    basic,
    all,
    share: all === 0 ? null : ratio(BigInt(basic), BigInt(all)),
    communityInitiatives,
    communityShare: basic === 0 ? null : ratio(BigInt(communityInitiatives), BigInt(basic)),
  };
}

function stepOf(
  { by, minimumPercentage }: GrowthNorms['steps'][number],
  promised: GrowthPathCommitment | null,
  points: readonly GrowthPoint[],
  communityNorm: Exact,
  asOf: string,
): GrowthStep {
  const norm = shareOf(minimumPercentage);
  const own = promised?.steps.find((one) => one.by === by);
  const promise = own ? shareOf(own.percentage) : null;
  const quarter = quarterNumber(quarterOf(by));
  const known = points.filter((one): one is Known => one.share !== null && quarterNumber(one.quarter) <= quarter);
  const last = known.at(-1) ?? null;
  const atDate = last !== null && quarterNumber(last.quarter) === quarter;
  const projected = atDate ? null : trendAt(known, quarter);
  return {
    by,
    norm,
    promise,
    status: statusOf(),
    point: last,
    projected,
    missing: last ? missingAt(norm, last.all, last.basic) : 0,
    missingOfPromise: last && promise ? missingAt(promise, last.all, last.basic) : null,
    community:
      last && last.basic > 0
        ? {
            met: compare(last.communityShare!, communityNorm) >= 0,
            missing: missingAt(communityNorm, last.basic, last.communityInitiatives),
          }
        : null,
  };

  function statusOf(): GrowthStatus {
    if (atDate) return compare(last.share, norm) >= 0 ? 'met' : 'missed';
    if (asOf > by && endOfQuarter(quarterOf(by)) < asOf) return 'no-figures';
    if (projected) return compare(projected, norm) >= 0 ? 'on-track' : 'at-risk';
    return last && compare(last.share, norm) >= 0 ? 'on-track' : 'unknown';
  }
}

type Known = GrowthPoint & { readonly share: Exact };

/** Null with fewer than two figures. */
function trendAt(known: readonly Known[], quarter: number): Exact | null {
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return null;
  const between = quarterNumber(last.quarter) - quarterNumber(first.quarter);
  const perQuarter = divide(subtract(last.share, first.share), whole(between));
  return add(last.share, multiply(perQuarter, whole(quarter - quarterNumber(last.quarter))));
}

/** How many more of `all` it takes to reach a share. */
function missingAt(share: Exact, all: number, has: number): number {
  const needed = multiply(share, whole(all));
  const rounded = numerator(needed) / denominator(needed);
  const up = denominator(needed) === 1n ? rounded : rounded + 1n;
  return Math.max(0, Number(up) - has);
}

/** @throws DomainError `initiatives-above-basic` */
export function checkUsers({ quarter, users }: QuarterFigures): void {
  const basic = users.basicVolunteers + users.basicProfessionals;
  if (users.communityInitiatives > basic) {
    throw new DomainError('initiatives-above-basic', { quarter, initiatives: users.communityInitiatives, basic });
  }
}
