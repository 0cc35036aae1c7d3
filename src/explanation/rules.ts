import { equals, exact, toFractionText } from '../domain/number.ts';
import { scoredCriteria, weightedCriteria, weightsTotal } from '../domain/rules/criteria-tree.ts';
import { methodOf } from '../domain/rules/price-rules.ts';
import { biddable, type TenderRules } from '../domain/rules/rules.ts';
import type { RulesStanding } from '../domain/rules/standing.ts';
import { forRules, inLanguage, type Messages } from '../messages/messages.ts';
import { eurosColumn, givenColumn } from './columns.ts';
import { awardRulesInWords, methodInWords, scoringInWords } from './method.ts';

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
  readonly term: string;
  /** Said where the source names the term only as an example. */
  readonly termExample: string | null;
  readonly termSource: string;
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
  const scale = givenColumn(
    m,
    rules.scale.map(({ value }) => value),
  );
  const path = rules.growthPath && [
    ...rules.growthPath.steps.map((step) => ({ by: m.format.date(step.by), minimum: step.minimumPercentage })),
    { by: t.initiatives, minimum: rules.growthPath.communityInitiatives.minimumPercentage },
  ];
  const minimumShares = givenColumn(m, path?.map(({ minimum }) => minimum) ?? []);
  return {
    warning: rulesWarning(m, standing),
    description: inLanguage(rules.description, m),
    exampleNotice: rules.exampleNotice ? inLanguage(rules.exampleNotice, m) : null,
    seeNotice: rules.exampleNotice ? t.seeNotice : null,
    lots: biddable(rules).map((lot) => lot.name),
    award: awardRulesInWords(m, rules),
    awardSource: source(rules.award.sources),
    price: inLanguage(rules.price.description, m),
    method: methodInWords(m, rules),
    criteria: nodes.map(({ criterion, depth }, index) => ({
      name: inLanguage(criterion.name, m),
      description: inLanguage(criterion.description, m),
      depth,
      scoring: scoringInWords(m, rules, criterion).join(' '),
      weight: weights[index]!,
      minimum: minimums[index]!,
      source: named(criterion.sources).join('; '),
    })),
    rounding: [
      ...formulaLines(t, rules),
      ...(rules.rounding.criteria === undefined ? [] : [m.methods.roundingOf.criteria(rules.rounding.criteria)]),
      ...(rules.rounding.quality === undefined ? [] : [m.methods.roundingOf.quality(rules.rounding.quality)]),
      ...(rules.rounding.price === undefined ? [] : [m.methods.roundingOf.price(rules.rounding.price)]),
      t.rounding(rules.rounding.decimals, !roundsElsewhere(rules)),
      rules.rounding.rankOn === 'rounded' ? t.rankOnRounded : t.rankOnExact,
    ],
    scale: rules.scale.map((step, index) => ({
      value: scale[index]!,
      label: inLanguage(step.label, m),
      anchor: inLanguage(step.anchor, m),
    })),
    growthPath: rules.growthPath
      ? {
          rows: path!.map(({ by }, index) => ({ by, minimum: m.common.percentage(minimumShares[index]!) })),
          source: source(rules.growthPath.sources),
        }
      : null,
    term: t.termText(
      rules.term.years,
      rules.term.extensions.count,
      rules.term.extensions.years,
      m.format.date(rules.term.start),
    ),
    termExample: rules.term.example ? t.termExample : null,
    termSource: source(rules.term.sources),
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

/** The weights of all criteria, one under the other. */
function weightsInWords(m: Messages, rules: TenderRules): string[] {
  const weights = weightedCriteria(rules).map(({ weight }) => toFractionText(weight));
  if (equals(weightsTotal(rules), exact('100'))) return givenColumn(m, weights).map(m.common.percentage);
  return methodOf(rules.price).qualityIn === 'euro' ? eurosColumn(m, weights) : givenColumn(m, weights);
}

/** The minimum of each criterion: a score, points, or none. */
function minimumsInWords(m: Messages, rules: TenderRules): string[] {
  const criteria = weightedCriteria(rules).map(({ criterion }) => criterion);
  const scores = givenColumn(
    m,
    criteria.flatMap(({ minimumScore }) => minimumScore ?? []),
  );
  return criteria.map(({ minimumScore, minimumPoints }) => {
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
function roundsElsewhere({ rounding, price }: TenderRules): boolean {
  const { criteria, quality, price: pricePoints } = rounding;
  if (criteria !== undefined || quality !== undefined || pricePoints !== undefined) return true;
  if (price.method !== 'weighted-factor') return false;
  return price.points.kind === 'logarithmic' || ('power' in price.points && price.points.power !== undefined);
}

/** The formula of a score on the scale, where a criterion is scored by it. */
function formulaLines(t: Messages['rules'], rules: TenderRules): string[] {
  const special = scoredCriteria(rules).map(({ criterion }) => Boolean(criterion.scoring || criterion.relativeToBest));
  if (special.length === 0 || special.every((one) => one)) return [];
  return special.some((one) => one) ? [t.formula, t.formulaElsewhere] : [t.formula];
}
