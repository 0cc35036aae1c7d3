import { equals, exact, toFractionText } from '../domain/number.ts';
import { type WeightedCriterion, weightedCriteria, weightsTotal } from '../domain/rules/criteria-tree.ts';
import { rulesIn } from '../domain/rules/in-lot.ts';
import { namesOf } from '../domain/rules/names.ts';
import { methodOf } from '../domain/rules/price-rules.ts';
import { biddable, type TenderRules } from '../domain/rules/rules.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import { eurosColumn } from './columns.ts';
import { pointsInWords } from './points.ts';

/** How one criterion becomes points, where that is not the usual way: its own scale, a measured figure, where it counts. */
export function scoringInWords(m: Messages, rules: TenderRules, node: WeightedCriterion): string[] {
  const { criterion } = node;
  const t = m.methods.scoring;
  return [
    ...scaleLines(m, node),
    ...scoringLines(m, node),
    ...measuredLines(m, node),
    ...(criterion.knockOut && criterion.minimumScore !== undefined
      ? [criterion.scale?.kind === 'yes-no' ? t.knockOutNo : t.knockOut(m.format.decimal(criterion.minimumScore))]
      : []),
    ...(criterion.scoreFrom ? [t[criterion.scoreFrom.kind]] : []),
    ...(criterion.scoreFrom?.decimals === undefined ? [] : [t.middleRounded(criterion.scoreFrom.decimals)]),
    ...(criterion.relativeToBest ? [t.relative] : []),
    ...(criterion.common ? [t.common] : []),
    ...(criterion.lots ? [t.onlyIn(criterion.lots.map(namesOf(rules, []).lot))] : []),
    ...biddable(rules).flatMap(({ id, name }) => {
      const own = weightedCriteria(rulesIn(rules, id)).find((one) => one.criterion.id === criterion.id);
      return own && !equals(own.weight, node.weight) ? [t.inLot(name, weightInWords(m, rules, own))] : [];
    }),
  ];
}

/** Whether every criterion that is scored is so in the usual way: score / highest score x weight, on the scale of the rules. */
export const scoredAsUsual = (rules: TenderRules): boolean[] =>
  weightedCriteria(rules)
    .filter(({ scored }) => scored)
    .map(({ criterion }) => !criterion.scoring && !criterion.relativeToBest);

function scaleLines(m: Messages, { criterion }: WeightedCriterion): string[] {
  const t = m.methods.scoring;
  const { scale } = criterion;
  switch (scale?.kind) {
    case undefined:
      return [];
    case 'numbers':
      return [t.numbers(m.format.decimal(scale.minimum), m.format.decimal(scale.maximum), scale.decimals)];
    case 'yes-no':
      return criterion.knockOut ? [] : [t.yesNo];
    case 'steps': {
      const steps = scale.steps.map(({ value, label }) =>
        label ? `${m.format.decimal(value)} (${inLanguage(label, m)})` : m.format.decimal(value),
      );
      return [t.ownScale(steps.join('; '))];
    }
    default:
      return scale satisfies never;
  }
}

function scoringLines(m: Messages, { criterion: { scoring }, weight }: WeightedCriterion): string[] {
  const t = m.methods.scoring;
  switch (scoring?.kind) {
    case undefined:
      return [];
    case 'linear':
      return [t.linear(m.format.decimal(scoring.zero))];
    case 'table': {
      const steps = scoring.percentages.map(
        ({ score, percentage }) => `${m.format.decimal(score)}: ${m.common.percentage(m.format.decimal(percentage))}`,
      );
      return [t.table(steps.join('; '))];
    }
    case 'points':
      return [t.points(m.format.readable(weight))];
    default:
      return scoring satisfies never;
  }
}

function measuredLines(m: Messages, node: WeightedCriterion): string[] {
  const { measured } = node.criterion;
  if (!measured) return [];
  const t = m.methods.scoring;
  const unit = inLanguage(measured.unit, m);
  const amount = (text: string): string => `${m.format.readable(text)} ${unit}`;
  const { minimum, maximum } = measured;
  return [
    t.measured(unit, measured.sealed),
    ...measuredFormula(m, node),
    ...(minimum === undefined ? [] : [t.atLeast(amount(minimum))]),
    ...(maximum === undefined ? [] : [t.atMost(amount(maximum))]),
  ];
}

/** How the figure of a measured criterion becomes points; nothing for one that is scored. */
export function measuredFormula(m: Messages, { criterion: { measured }, weight }: WeightedCriterion): string[] {
  if (!measured) return [];
  const unit = inLanguage(measured.unit, m);
  return pointsInWords(m, measured.points, {
    kind: 'measure',
    better: measured.better,
    weight: m.format.readable(weight),
    amount: (text) => `${m.format.readable(text)} ${unit}`,
    constants: measured.constants,
  });
}

/** A weight in the whole: a percentage where the whole is 100. */
function weightInWords(m: Messages, rules: TenderRules, { weight }: WeightedCriterion): string {
  if (methodOf(rules.price).qualityIn === 'euro') return eurosColumn(m, [toFractionText(weight)])[0]!;
  const shown = m.format.readable(weight);
  return equals(weightsTotal(rules), exact('100')) ? m.common.percentage(shown) : shown;
}
