import { equals, exact, toFractionText } from '../domain/number.ts';
import { measuredCriteria, weightedCriteria, weightsTotal } from '../domain/rules/criteria-tree.ts';
import { methodOf, partsOf } from '../domain/rules/price-rules.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import type { RulesStanding } from '../domain/rules/standing.ts';
import type { BilingualText } from '../domain/text.ts';
import { forRules, inLanguage, type Messages } from '../messages/messages.ts';
import { capital } from '../messages/noun.ts';
import { eurosColumn, givenColumn } from './columns.ts';
import { courseInWords } from './course.ts';
import { scoredAsUsual, scoringInWords } from './criterion.ts';
import { awardRulesInWords, methodInWords } from './method.ts';
import { type ProgrammeInWords, programmeInWords } from './programme.ts';

export interface RulesInWords {
  /** Said when the rules carry the name of published ones, and are others. */
  readonly warning: string | null;
  readonly description: string;
  readonly exampleNotice: string | null;
  /** Said at what is partly an example: where the notice stands. */
  readonly seeNotice: string | null;
  readonly lots: readonly string[];
  readonly award: readonly string[];
  readonly awardSource: string;
  readonly price: string;
  /** How price and quality decide, sentence by sentence. */
  readonly method: readonly string[];
  readonly criteria: readonly {
    readonly name: string;
    readonly description: string;
    readonly depth: number;
    /** How a score becomes points, where that is not the usual way. */
    readonly scoring: string;
    readonly weight: string;
    readonly minimum: string;
    readonly source: string;
  }[];
  readonly rounding: readonly string[];
  readonly scale: readonly { value: string; label: string; anchor: string }[];
  readonly growthPath: null | { rows: readonly { by: string; minimum: string }[]; source: string };
  /** How the assessment will go, as far as it is announced. */
  readonly course: readonly string[];
  readonly programme: ProgrammeInWords | null;
  /** `example`: said where the source names the term only as an example. */
  readonly term: null | { readonly text: string; readonly example: string | null; readonly source: string };
  readonly budget: null | { caption: string; rows: readonly { part: string; amount: string }[]; source: string };
  readonly sha256: string;
}

/** Said wherever rules are shown that carry the name of published ones, and are others; null for all others. */
export const rulesWarning = (m: Messages, standing: RulesStanding | null): string | null =>
  standing === 'name-of-published' ? m.reRun.rulesStanding[standing] : null;

/** The announced rules in words: everything that decides, with where it comes from. Pages and reports say it with this. */
export function rulesInWords(
  given: Messages,
  rules: TenderRules,
  sha256: string,
  standing: RulesStanding,
): RulesInWords {
  const m = forRules(given, rules);
  const t = m.rules;
  type Sources = readonly { document: string; section: string }[];
  const named = (sources: Sources): string[] => sources.map(({ document, section }) => `${document}, ${section}`);
  const source = (sources: Sources): string => (sources.length === 0 ? '' : m.common.sources(named(sources)));
  const nodes = weightedCriteria(rules);
  const weights = weightsInWords(m, rules);
  const minimums = minimumsInWords(m, rules);
  const scale = givenColumn(m, rules.scale?.map(({ value }) => value) ?? []);
  const textOf = (text: BilingualText | undefined): string => (text ? inLanguage(text, m) : '');
  const path = rules.growthPath && [
    ...rules.growthPath.steps.map((step) => ({ by: m.format.date(step.by), minimum: step.minimumPercentage })),
    { by: t.initiatives, minimum: rules.growthPath.communityInitiatives.minimumPercentage },
  ];
  const minimumShares = givenColumn(m, path?.map(({ minimum }) => minimum) ?? []);
  return {
    warning: rulesWarning(m, standing),
    description: textOf(rules.description),
    exampleNotice: rules.exampleNotice ? inLanguage(rules.exampleNotice, m) : null,
    seeNotice: rules.exampleNotice ? t.seeNotice : null,
    lots: lotsInWords(m, rules),
    award: awardRulesInWords(m, rules),
    awardSource: source(rules.award.sources),
    price: textOf(rules.price.description),
    method: methodInWords(m, rules),
    criteria: nodes.map((node, index) => ({
      name: inLanguage(node.criterion.name, m),
      description: textOf(node.criterion.description),
      depth: node.depth,
      scoring: scoringInWords(m, rules, node).join(' '),
      weight: weights[index]!,
      minimum: minimums[index]!,
      source: named(node.criterion.sources).join('; '),
    })),
    rounding: [
      ...formulaLines(t, rules),
      ...(rules.rounding.criteria === undefined ? [] : [m.methods.roundingOf.criteria(rules.rounding.criteria)]),
      ...(rules.rounding.quality === undefined ? [] : [m.methods.roundingOf.quality(rules.rounding.quality)]),
      ...(rules.rounding.price === undefined ? [] : [m.methods.roundingOf.price(rules.rounding.price)]),
      t.rounding(rules.rounding.decimals, !roundsElsewhere(rules)),
      rules.rounding.rankOn === 'rounded' ? t.rankOnRounded : t.rankOnExact,
    ],
    scale: (rules.scale ?? []).map((step, index) => ({
      value: scale[index]!,
      label: textOf(step.label),
      anchor: textOf(step.anchor),
    })),
    course: courseInWords(m, rules),
    programme: programmeInWords(m, rules),
    growthPath: rules.growthPath
      ? {
          rows: path!.map(({ by }, index) => ({ by, minimum: m.common.percentage(minimumShares[index]!) })),
          source: source(rules.growthPath.sources),
        }
      : null,
    term: rules.term ? termInWords(m, rules.term, source(rules.term.sources)) : null,
    budget: rules.budget
      ? {
          caption: inLanguage(rules.budget.unit, m),
          rows: budgetRows(m, rules.budget),
          source: source(rules.budget.sources),
        }
      : null,
    sha256,
  };
}

/** The lots by name, with what they take of a bidder's capacity. */
function lotsInWords(m: Messages, { lots, combinations = [], award: { capacity } }: TenderRules): string[] {
  const named = lots.map(({ name, size }) =>
    capacity && size !== undefined
      ? m.rules.lotSize(name, m.format.readable(size), inLanguage(capacity.unit, m))
      : name,
  );
  return [...named, ...combinations.map(({ name }) => name)];
}

/** The weights of all criteria, one under the other. */
function weightsInWords(m: Messages, rules: TenderRules): string[] {
  const weights = weightedCriteria(rules).map(({ weight }) => toFractionText(weight));
  const shown = (): string[] => {
    if (equals(weightsTotal(rules), exact('100'))) return givenColumn(m, weights).map(m.common.percentage);
    return methodOf(rules.price).qualityIn === 'euro' ? eurosColumn(m, weights) : givenColumn(m, weights);
  };
  // What sets aside only weighs nothing.
  const isKnockOut = weightedCriteria(rules).map(({ criterion }) => criterion.knockOut === true);
  return shown().map((weight, index) => (isKnockOut[index] ? '–' : weight));
}

/** The minimum of each criterion: a score, points, or none. */
function minimumsInWords(m: Messages, rules: TenderRules): string[] {
  const criteria = weightedCriteria(rules).map(({ criterion }) => criterion);
  const scores = givenColumn(
    m,
    criteria.flatMap(({ minimumScore, scale }) => (scale?.kind === 'yes-no' ? [] : (minimumScore ?? []))),
  );
  return criteria.map(({ minimumScore, minimumPoints, scale }) => {
    if (minimumScore !== undefined && scale?.kind === 'yes-no') return capital(m.common.yes);
    if (minimumScore !== undefined) return scores.shift()!;
    return minimumPoints === undefined ? '–' : m.methods.minimumPoints(m.format.decimal(minimumPoints));
  });
}

function budgetRows(m: Messages, { items }: NonNullable<TenderRules['budget']>): { part: string; amount: string }[] {
  const amounts = givenColumn(
    m,
    items.flatMap(({ amount }) => amount ?? []),
  );
  return items.map(({ name, amount }) => ({
    part: inLanguage(name, m),
    amount: amount === null ? 'p.m.' : amounts.shift()!,
  }));
}

/** Whether anything is rounded besides the total. */
function roundsElsewhere({ rounding, price, criteria: tree }: TenderRules): boolean {
  const { criteria, quality, price: pricePoints } = rounding;
  if (criteria !== undefined || quality !== undefined || pricePoints !== undefined) return true;
  const priced = partsOf(price).flatMap(({ rules }) => (rules.method === 'weighted-factor' ? [rules.points] : []));
  const measured = measuredCriteria({ criteria: tree }).map(({ criterion }) => criterion.measured!.points);
  return [...priced, ...measured].some(
    (points) => points.kind === 'logarithmic' || ('power' in points && points.power !== undefined),
  );
}

/** The formula of a score on the scale, where a criterion is scored by it. */
function formulaLines(t: Messages['rules'], rules: TenderRules): string[] {
  const usual = scoredAsUsual(rules);
  if (!usual.some((one) => one)) return [];
  return usual.every((one) => one) ? [t.formula] : [t.formula, t.formulaElsewhere];
}

const termInWords = (m: Messages, term: NonNullable<TenderRules['term']>, source: string): RulesInWords['term'] => ({
  text: m.rules.termText(term.years, term.extensions.count, term.extensions.years, m.format.date(term.start)),
  example: term.example ? m.rules.termExample : null,
  source,
});
