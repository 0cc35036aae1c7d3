import { exact, subtract } from '../domain/number.ts';
import { lotsOf } from '../domain/rules/bid.ts';
import { scoredCriteria, weightsTotal } from '../domain/rules/criteria-tree.ts';
import { MECHANISMS, type Mechanism } from '../domain/rules/mechanisms.ts';
import { namesOf } from '../domain/rules/names.ts';
import { type PricedRules, pricedRules } from '../domain/rules/price-rules.ts';
import type { Criterion, TenderRules, TieBreakStep } from '../domain/rules/rules.ts';
import { isRelativeRules } from '../domain/scoring/relative.ts';
import { bestTotal } from '../domain/scoring/total.ts';
import { forRules, inLanguage, type Messages } from '../messages/messages.ts';
import { eurosColumn } from './columns.ts';

/** How price and quality decide, sentence by sentence, as it can be printed in the tender documents. */
export function methodInWords(given: Messages, rules: TenderRules): string[] {
  const m = forRules(given, rules);
  const price = pricedRules(rules.price);
  const lines = [...methodLines(m, rules), ...(price ? priceLines(m, price) : [])];
  if (rules.minimumQuality !== undefined)
    lines.push(m.methods.minimumQuality(m.methods.minimumPoints(m.format.decimal(rules.minimumQuality))));
  if (isRelativeRules(rules)) lines.push(m.methods.relative);
  if (rules.onWithdrawal) lines.push(m.methods.onWithdrawal[rules.onWithdrawal]);
  return lines;
}

/** An amount in euro, with cents only where it has them. */
export const euros = (m: Messages, text: string): string => eurosColumn(m, [text])[0]!;

/** Two amounts that are held against each other, with the decimals in which they differ. */
export const eurosApart = (m: Messages, one: string, other: string): [string, string] => {
  const [first, second] = eurosColumn(m, [one, other]);
  return [first!, second!];
};

function methodLines(m: Messages, rules: TenderRules): string[] {
  const t = m.methods.method;
  const { price } = rules;
  switch (price.method) {
    case 'fixed-lump-sum':
    case 'fixed-unit-prices':
      return [t.fixed];
    case 'weighted-factor': {
      const total = weightsTotal(rules);
      const quality = m.format.readable(subtract(total, exact(price.weight)));
      return [
        t.weightedFactor(m.format.decimal(rules.weightsTotal ?? '100'), quality, m.format.decimal(price.weight)),
        ...pointsLines(m, price),
      ];
    }
    case 'award-on-value':
      return [t.awardOnValue];
    case 'quality-per-euro':
      return [t.qualityPerEuro(euros(m, price.per))];
    case 'price-per-quality':
      return [t.pricePerQuality(m.format.decimal(price.divisor))];
    case 'lowest-price':
      return [t.lowestPrice(inLanguage(price.motivation, m))];
    case 'formula':
      return [
        t.formula(t[price.best], price.expression),
        m.methods.formulaSymbols,
        ...constantLines(m, price.constants),
      ];
  }
}

function pointsLines(
  m: Messages,
  { points, weight, constants }: Extract<PricedRules, { method: 'weighted-factor' }>,
): string[] {
  const t = m.methods.points;
  const w = m.format.decimal(weight);
  const from = (reference: string): string => {
    if (reference === 'lowest') return m.methods.lowestOfValid;
    return reference === 'highest' ? m.methods.highestOfValid : euros(m, reference);
  };
  if (points.kind === 'closest-to-mean') return [t['closest-to-mean']()];
  const formula = (): string[] => {
    switch (points.kind) {
      case 'proportional':
        return [t.proportional(w, from(points.reference))];
      case 'linear':
        return [t.linear(w, from(points.reference), m.format.decimal(points.zeroAt))];
      case 'bounds':
        return [
          t.bounds(w, from(points.floor), from(points.ceiling)),
          ...(points.ceiling === 'highest' ? [t.allTheSame(w)] : []),
        ];
      case 'saving':
        return [t.saving(w, euros(m, points.reference))];
      case 'steps': {
        const text = points.perFullStep ? t.fullSteps : t.steps;
        return [text(w, m.format.decimal(points.points), euros(m, points.step), from(points.reference))];
      }
      case 'logarithmic':
        return [t.logarithmic(w, from(points.reference), m.format.decimal(points.zeroAt), points.decimals)];
      case 'formula':
        return [t.formula(points.expression), m.methods.formulaSymbols, ...constantLines(m, constants)];
    }
  };
  const power = 'power' in points && points.power;
  const raised = power ? [t.power(w, m.format.decimal(power.exponent), power.decimals)] : [];
  return [...formula(), ...raised, m.methods.belowZero[points.belowZero], m.methods.aboveMaximum[points.aboveMaximum]];
}

const constantLines = (m: Messages, constants: Readonly<Record<string, string>> | undefined): string[] =>
  Object.entries(constants ?? {}).map(([name, value]) => m.methods.constant(name, m.format.decimal(value)));

function priceLines(m: Messages, price: PricedRules): string[] {
  const t = m.methods;
  const { form, bounds, abnormallyLow } = price;
  const lines = [
    form.kind === 'amount'
      ? t.form.amount
      : form.kind === 'sheet'
        ? t.form.sheet(form.lines.length)
        : t.form.percentage(euros(m, form.reference)),
  ];
  if (price.vatPercentage !== undefined && form.kind !== 'sheet')
    lines.push(t.vat(m.format.decimal(price.vatPercentage)));
  if (form.kind === 'sheet' && form.lines.some((line) => line.vatPercentage !== undefined)) lines.push(t.vatPerLine);
  if (price.time) lines.push(t.time(euros(m, price.time.costPerUnit), inLanguage(price.time.unit, m)));
  if (bounds) {
    const amount = (text: string | undefined): string | null => (text === undefined ? null : euros(m, text));
    lines.push(t.bounds[bounds.outside](amount(bounds.minimum), amount(bounds.maximum)));
  }
  if (abnormallyLow) {
    lines.push(t.abnormallyLow(m.format.decimal(abnormallyLow.percentageBelow), abnormallyOf(m, abnormallyLow)));
  }
  return lines;
}

/** "the estimate (EUR 100,000)" */
export const abnormallyOf = (m: Messages, { of, estimate }: NonNullable<PricedRules['abnormallyLow']>): string =>
  estimate === undefined ? m.methods.of[of] : `${m.methods.of[of]} (${euros(m, estimate)})`;

/** How the scores of one criterion become points; empty for the usual way. */
export function scoringInWords(m: Messages, rules: TenderRules, { id, scoring, relativeToBest }: Criterion): string[] {
  const t = m.methods.scoring;
  const lines: string[] = [];
  if (scoring?.kind === 'linear') lines.push(t.linear(m.format.decimal(scoring.zero)));
  if (scoring?.kind === 'table') {
    const steps = scoring.percentages.map(
      ({ score, percentage }) => `${m.format.decimal(score)}: ${m.common.percentage(m.format.decimal(percentage))}`,
    );
    lines.push(t.table(steps.join('; ')));
  }
  if (scoring?.kind === 'points') {
    const node = scoredCriteria(rules).find((one) => one.criterion.id === id)!;
    lines.push(t.points(m.format.readable(node.weight)));
  }
  if (relativeToBest) lines.push(t.relative);
  return lines;
}

/** The limits, the mechanism and the tie-break, sentence by sentence. */
export function awardRulesInWords(given: Messages, rules: TenderRules): string[] {
  const m = forRules(given, rules);
  const t = m.methods;
  const { award, lots, combinations } = rules;
  const names = namesOf(rules, []);
  const lines = [
    m.award.announcedWinners(award.winners.minimum, award.winners.maximum),
    m.award.announcedMaximum(award.maximumLotsPerBidder),
  ];
  if (award.maximumLotsToBidFor !== undefined) lines.push(t.maximumLotsToBidFor(award.maximumLotsToBidFor));
  if (award.affiliated) lines.push(t.affiliated(award.affiliated.maximumLots));
  if (award.affiliated?.oneBid) lines.push(t.oneBid);
  if (award.organisationInSeveralBids) lines.push(t.organisationInSeveralBids[award.organisationInSeveralBids]);
  for (const lot of lots) if (lot.reserved) lines.push(t.reserved(lot.name, inLanguage(lot.reserved, m)));
  for (const { id, name } of combinations ?? []) {
    lines.push(t.combination(name, lotsOf(rules, id).map(names.lot)));
  }
  lines.push(mechanismInWords(m, rules, award.mechanism));
  if (award.weighLotsByValue) lines.push(t.weighLotsByValue);
  const steps = award.tieBreak.filter((step) => step.rule !== 'draw');
  lines.push(
    steps.length === 0
      ? m.rules.noTieBreak
      : t.tieBreak(m.format.list(steps.map((step) => stepInWords(m, rules, step))), steps.length > 1),
  );
  if (award.openLots) lines.push(t.openLots(inLanguage(award.openLots.description, m)));
  return lines;
}

/** The name of a mechanism; the best sum is the lowest where the lowest total is best. */
export const mechanismName = (m: Messages, rules: TenderRules, mechanism: Mechanism): string =>
  MECHANISMS[mechanism].bySum && bestTotal(rules) === 'lowest'
    ? m.methods.mechanismName['lowest-total']
    : m.methods.mechanismName[mechanism];

/** A mechanism as it can be printed in the tender documents. */
export function mechanismInWords(m: Messages, rules: TenderRules, mechanism: Mechanism): string {
  const t = m.methods.mechanism;
  const order = rules.award.lotOrder ?? rules.lots.map(({ id }) => id);
  const words: Readonly<Record<Mechanism, () => string>> = {
    'highest-total': () => (bestTotal(rules) === 'highest' ? t['highest-total'] : t['lowest-total']),
    preferences: () => t.preferences,
    'fixed-order': () => t['fixed-order'](order.map(namesOf(rules, []).lot)),
  };
  return words[mechanism]();
}

/** "the higher score on Continuity" */
export const stepInWords = (m: Messages, rules: TenderRules, step: TieBreakStep): string =>
  step.rule === 'higher-score'
    ? m.methods.step['higher-score'](inLanguage(namesOf(rules, []).criterion(step.criterion), m))
    : m.methods.step[step.rule];

/** The head of a column: "Continuity", "Lowest price". */
export const stepShort = (m: Messages, rules: TenderRules, step: TieBreakStep): string =>
  step.rule === 'higher-score'
    ? inLanguage(namesOf(rules, []).criterion(step.criterion), m)
    : m.methods.stepShort[step.rule];
