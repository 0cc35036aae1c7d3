import type { AlternativeOutcome, BoundOutcome, DecisionOutcome } from '../domain/decision/analyse.ts';
import type { Weighing } from '../domain/decision/weighing.ts';
import { adjustMatrix } from '../domain/decision-matrix/adjustments.ts';
import { type MatrixRules, matrixOf } from '../domain/decision-matrix/rules.ts';
import { weighting } from '../domain/decision-matrix/weighting.ts';
import { approximate, exact, multiply } from '../domain/number.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import { type Passage, passagesOf, withTyped } from './blocks.ts';
import { levelInWords } from './contract-models.ts';

/** The outcome of a weighing with every name and number in words. */
export interface DecisionInWords {
  readonly conclusion: readonly string[];
  readonly criteria: readonly { readonly name: string; readonly weight: string }[];
  readonly rows: readonly AlternativeInWords[];
  /** What a weighted sum can be at most, for drawing. */
  readonly full: number;
  readonly ranks: number;
  readonly acceptability: readonly string[];
  /** Among the first few: the share of all weightings for which the row has the higher sum than the column; null when not computed. */
  readonly pairwise: null | {
    readonly names: readonly string[];
    readonly rows: readonly { readonly name: string; readonly beats: readonly string[] }[];
  };
  readonly undominated: string;
  readonly dominated: readonly string[];
  readonly stability: readonly {
    readonly criterion: string;
    readonly current: string;
    readonly from: string;
    readonly to: string;
    readonly beyond: string;
  }[];
  readonly methods: readonly { readonly method: string; readonly winners: string }[];
  readonly agreement: string;
  readonly adjustmentsTitle: string;
  readonly adjustments: readonly (readonly Passage[])[];
  readonly purchase: null | { readonly name: string; readonly advice: string };
}

export interface AlternativeInWords {
  readonly id: string;
  readonly name: string;
  /** Its legal title, where it has one, and how often it has each level. */
  readonly note: string;
  readonly rank: number;
  readonly total: string;
  /** The weighted sum and the share of first places as floating point numbers, for drawing. */
  readonly length: number;
  readonly firstLength: number;
  readonly wins: boolean;
  readonly cells: readonly ReturnType<typeof levelInWords>[];
  readonly first: string;
  readonly expectedRank: string;
  readonly shares: readonly string[];
}

/** Ranks beyond this one are not shown one by one. */
const RANKS_SHOWN = 5;

export function decisionInWords(
  m: Messages,
  rules: MatrixRules,
  weighing: Weighing,
  outcome: DecisionOutcome,
): DecisionInWords {
  const t = m.decision;
  const names = new Map(rules.alternatives.map((one) => [one.id, inLanguage(one.name, m)]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const criteria = new Map(rules.criteria.map((one) => [one.id, inLanguage(one.name, m)]));
  const criterionOf = (id: string): string => criteria.get(id) ?? id;
  const namesOf = (ids: readonly string[]): string[] => ids.map(nameOf);
  const list = (ids: readonly string[]): string => m.format.list(namesOf(ids));
  const percentage = (share: string, decimals = 1): string =>
    m.common.percentage(m.format.number(multiply(exact(share), exact('100')), decimals));
  const original = matrixOf(rules);
  const adjusted = adjustMatrix(original, weighing.adjustments);
  const shares = weighting(original, weighing.weights).shares;
  const simulated = outcome.acceptability.kind === 'simulation';
  const own = rules.kind === 'own-matrix';
  const ranks = Math.min(RANKS_SHOWN, outcome.alternatives.length);

  const inWords = (one: AlternativeOutcome): AlternativeInWords => {
    const alternative = rules.alternatives.find(({ id }) => id === one.alternative)!;
    const title = rules.legalTitles.find(({ id }) => id === alternative.legalTitle);
    const counts = one.counts.flatMap((n, level) =>
      n === 0 && own ? [] : [`${n}\u00a0×\u00a0${rules.scale[level]!.symbol}`],
    );
    const share = (rank: number): string =>
      `${percentage(one.shares[rank] ?? '0')}${simulated ? ` ± ${m.format.decimal((100 * (one.standardErrors[rank] ?? 0)).toFixed(1))}` : ''}`;
    return {
      id: one.alternative,
      name: nameOf(one.alternative),
      rank: one.rank,
      total: m.format.number(one.total, 3),
      length: approximate(exact(one.total)),
      firstLength: approximate(exact(one.shares[0] ?? '0')),
      wins: outcome.winners.includes(one.alternative),
      cells: rules.criteria.map(({ id }) => {
        const published = alternative.scores[id]!;
        const change = adjusted.changes.find((c) => c.alternative === one.alternative && c.criterion === id);
        const symbol = change?.changed ?? published;
        return {
          ...levelInWords(m, rules, symbol),
          was: change ? t.changedFrom(published) : '',
        };
      }),
      note: [...(title ? [inLanguage(title.name, m)] : []), counts.join(', ')].join(' · '),
      first: share(0),
      expectedRank: m.format.number(one.expectedRank, 2),
      shares: Array.from({ length: ranks }, (_, rank) => share(rank)),
    };
  };

  const recommended = outcome.alternatives.filter((one) => one.recommended).map((one) => one.alternative);
  const kind = rules.purchaseKinds.find(({ id }) => id === weighing.purchaseKind);
  return {
    conclusion: [
      outcome.winners.length === 1 ? t.winnersOne(list(outcome.winners)) : t.winnersMore(namesOf(outcome.winners)),
      recommended.length === 0 ? t.countingNone : t.counting(namesOf(recommended)),
      ...(rules.kind !== 'own-matrix' && rules.conclusion ? [t.countingOwn] : []),
      outcome.unanimous ? t.unanimous : t.notUnanimous,
    ],
    criteria: rules.criteria.map(({ id }, index) => ({
      name: criterionOf(id),
      weight: m.common.percentage(m.format.number(multiply(shares[index]!, exact('100')), 1)),
    })),
    rows: outcome.alternatives.map(inWords),
    full: approximate(original.scale[0]!.value),
    ranks,
    acceptability: [
      outcome.acceptability.kind === 'exact'
        ? t.acceptabilityExact
        : `${t.acceptabilitySimulated(m.format.grouped(String(outcome.acceptability.draws), 0), outcome.acceptability.seed)} ${t.because[outcome.acceptability.because]}`,
      ...(weighing.ordering.length === 0
        ? []
        : [
            t.orderingApplied(
              weighing.ordering.map(({ heavier, lighter }) =>
                t.orderingPair(criterionOf(heavier), criterionOf(lighter)),
              ),
            ),
          ]),
    ],
    pairwise: pairwiseInWords(outcome, nameOf, percentage),
    undominated: t.undominated(
      namesOf(outcome.alternatives.filter((one) => one.standing.kind === 'best-under').map((one) => one.alternative)),
    ),
    dominated: outcome.alternatives.flatMap(({ alternative, standing }) => {
      if (standing.kind === 'dominated') return [t.dominatedBy(nameOf(alternative), namesOf(standing.by))];
      return standing.kind === 'dominated-by-mixture' ? [t.mixture(nameOf(alternative))] : [];
    }),
    stability: outcome.stability.map(({ criterion, current, interval }) => ({
      criterion: criterionOf(criterion),
      current: percentage(current),
      from: interval ? boundText(interval.from, percentage, t.over) : '–',
      to: interval ? boundText(interval.to, percentage, t.upTo) : '–',
      beyond: interval ? beyondText(m, interval, namesOf) : t.allWeight,
    })),
    methods: outcome.methods.map(({ method, winners }) => ({ method: t.methodNames[method], winners: list(winners) })),
    agreement: outcome.unanimous ? t.unanimous : t.notUnanimous,
    adjustmentsTitle: own ? t.ownAdjustments : t.adjustments,
    adjustments: [
      ...adjusted.changes.map((c) =>
        withTyped(
          m,
          t.changed(nameOf(c.alternative), criterionOf(c.criterion), c.original, c.changed, c.reason),
          c.reason,
        ),
      ),
      ...weighing.adjustments.flatMap((one) =>
        one.kind === 'minimum' ? [t.minimum(criterionOf(one.criterion), one.symbol)] : [],
      ),
      ...adjusted.exclusions.map((one) =>
        one.because === 'excluded'
          ? withTyped(m, t.excluded(nameOf(one.alternative), one.reason), one.reason)
          : t.dropped(nameOf(one.alternative)),
      ),
    ].map(passagesOf),
    purchase: kind ? { name: inLanguage(kind.name, m), advice: inLanguage(kind.advice, m) } : null,
  };
}

/** A bound as a percentage. @param excluded how a bound is said that is itself not included */
const boundText = (
  { share, included }: BoundOutcome,
  percentage: (share: string) => string,
  excluded: (bound: string) => string,
): string => (included ? percentage(share) : excluded(percentage(share)));

function beyondText(
  m: Messages,
  { from, to }: { readonly from: BoundOutcome; readonly to: BoundOutcome },
  namesOf: (ids: readonly string[]) => readonly string[],
): string {
  const parts = [
    ...(from.beyond ? [m.decision.below(namesOf(from.beyond))] : []),
    ...(to.beyond ? [m.decision.above(namesOf(to.beyond))] : []),
  ];
  return parts.length === 0 ? m.decision.never : parts.join('; ');
}

function pairwiseInWords(
  { pairwise, alternatives }: DecisionOutcome,
  nameOf: (id: string) => string,
  shareText: (share: string) => string,
): DecisionInWords['pairwise'] {
  if (!pairwise) return null;
  const order = pairwise.map((one) => one.alternative);
  const first = alternatives.slice(0, RANKS_SHOWN).map((one) => one.alternative);
  const places = first.map((alternative) => order.indexOf(alternative));
  return {
    names: first.map(nameOf),
    rows: first.map((alternative, row) => ({
      name: nameOf(alternative),
      beats: places.map((place, column) =>
        row === column ? '–' : shareText(pairwise[places[row]!]!.beats[place] ?? '0'),
      ),
    })),
  };
}
