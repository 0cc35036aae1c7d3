import { equals, exact, sum, toFractionText } from '../domain/number.ts';
import { measuredCriteria, weightedCriteria, weightsTotal } from '../domain/rules/criteria-tree.ts';
import { methodOf, partsOf, weightOfPrice } from '../domain/rules/price-rules.ts';
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
import type { Citing, Source, SourceNotes } from './sources.ts';

export interface RulesInWords {
  /** Said when the rules carry the name of published ones, and are others. */
  readonly warning: string | null;
  readonly description: string;
  readonly exampleNotice: string | null;
  /** Said at what is partly an example: where the notice stands. */
  readonly seeNotice: string | null;
  /** Said where the rules name it: older ones do not. */
  readonly procedure: string | null;
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
  /** The weight of the price where it has one, and last what all come to; empty where the weights do not visibly add up to a whole. */
  readonly sums: readonly { readonly name: string; readonly weight: string }[];
  readonly rounding: readonly string[];
  readonly scale: readonly { value: string; label: string; anchor: string }[];
  readonly growthPath: null | { rows: readonly { by: string; minimum: string }[]; source: string };
  /** How the assessment will go, as far as it is announced. */
  readonly course: readonly string[];
  readonly programme: ProgrammeInWords | null;
  /** `example`: said where the source names the term only as an example. */
  readonly term: null | { readonly text: string; readonly example: string | null; readonly source: string };
  readonly budget: null | { caption: string; rows: readonly { part: string; amount: string }[]; source: string };
  /** Where the sources are notes: what those say, from 1. */
  readonly sources: readonly string[];
  readonly sha256: string;
}

/** Said wherever rules are shown that carry the name of published ones, and are others; null for all others. */
export const rulesWarning = (m: Messages, standing: RulesStanding | null): string | null =>
  standing === 'name-of-published' ? m.reRun.rulesStanding[standing] : null;

/**
 * The announced rules in words: everything that decides, with where it comes from. Pages and reports say it with this.
 * @param notes numbers the sources; without it they are written out wherever they are named
 */
export function rulesInWords(
  given: Messages,
  rules: TenderRules,
  sha256: string,
  standing: RulesStanding,
  notes?: SourceNotes,
): RulesInWords {
  const m = forRules(given, rules);
  const t = m.rules;
  const named: Citing = notes?.cite ?? ((sources) => sources.map(({ document, section }) => `${document}, ${section}`));
  const source = (sources: readonly Source[]): string => (sources.length === 0 ? '' : m.common.sources(named(sources)));
  const nodes = weightedCriteria(rules);
  const sums = sumsOf(m, rules);
  const weights = weightsInWords(
    m,
    rules,
    sums.map(({ weight }) => weight),
  );
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
    procedure: rules.procedure ? t.procedure(m.choose.law.procedures[rules.procedure]) : null,
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
    sums: sums.map(({ name }, index) => ({ name, weight: weights[nodes.length + index]! })),
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
    growthPath: rules.growthPath
      ? {
          rows: path!.map(({ by }, index) => ({ by, minimum: m.common.percentage(minimumShares[index]!) })),
          source: source(rules.growthPath.sources),
        }
      : null,
    course: courseInWords(m, rules),
    programme: programmeInWords(m, rules, notes?.cite),
    term: rules.term ? termInWords(m, rules.term, source(rules.term.sources)) : null,
    budget: rules.budget
      ? {
          caption: inLanguage(rules.budget.unit, m),
          rows: budgetRows(m, rules.budget),
          source: source(rules.budget.sources),
        }
      : null,
    // Last: everything above has named its sources by now.
    sources: notes?.list ?? [],
    sha256,
  };
}

/** The lots by name, with what they take of a bidder's capacity and what they are worth. */
function lotsInWords(m: Messages, { lots, combinations = [], award: { capacity } }: TenderRules): string[] {
  const named = lots.map(({ name, size, value }) => {
    const sized =
      capacity && size !== undefined
        ? m.rules.lotSize(name, m.format.readable(size), inLanguage(capacity.unit, m))
        : name;
    return value === undefined ? sized : m.rules.lotValue(sized, m.prices.euro(m.format.grouped(value, CENTS)));
  });
  return [...named, ...combinations.map(({ name }) => name)];
}

const CENTS = 2;

/** The price and the whole, where the weights at the top come to the whole with that of the price: not where lots have criteria of their own. */
function sumsOf(m: Messages, rules: TenderRules): { readonly name: string; readonly weight: string }[] {
  const total = weightsTotal(rules);
  const price = weightOfPrice(rules);
  const top = weightedCriteria(rules).filter(({ depth }) => depth === 0);
  const whole = sum([...top.map(({ weight }) => weight), ...(price === null ? [] : [exact(price)])]);
  if (!equals(whole, total)) return [];
  return [
    ...(price === null ? [] : [{ name: m.rules.price, weight: price }]),
    { name: m.common.total, weight: toFractionText(total) },
  ];
}

/** The weights of all criteria, one under the other. @param sums what stands under them */
function weightsInWords(m: Messages, rules: TenderRules, sums: readonly string[]): string[] {
  const weights = [...weightedCriteria(rules).map(({ weight }) => toFractionText(weight)), ...sums];
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
