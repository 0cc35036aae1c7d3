import { exact, subtract } from '../domain/number.ts';
import { lotsOf } from '../domain/rules/bid.ts';
import { weightsTotal } from '../domain/rules/criteria-tree.ts';
import { MECHANISMS, type Mechanism } from '../domain/rules/mechanisms.ts';
import { namesOf } from '../domain/rules/names.ts';
import {
  betterOf,
  type LowTest,
  lineKind,
  lowTests,
  methodOf,
  type PricedRules,
  type PriceForm,
  partsOf,
  type RulesOf,
} from '../domain/rules/price-rules.ts';
import type { TenderRules, TieBreakStep } from '../domain/rules/rules.ts';
import { isRelativeRules } from '../domain/scoring/relative.ts';
import { bestTotal } from '../domain/scoring/total.ts';
import { forRules, inLanguage, type Messages } from '../messages/messages.ts';
import { eurosColumn } from './columns.ts';
import { constantLines, pointsInWords } from './points.ts';

/** How price and quality decide, sentence by sentence, as it can be printed in the tender documents. */
export function methodInWords(given: Messages, rules: TenderRules): string[] {
  const m = forRules(given, rules);
  const lines = [
    ...methodLines(m, rules),
    ...partsOf(rules.price).flatMap(({ name, rules: price }) => {
      const own = [...(price.method === 'weighted-factor' ? pointsLines(m, price) : []), ...priceLines(m, price)];
      return name === null ? own : own.map((line) => m.methods.method.ofPart(inLanguage(name, m), line));
    }),
    ...lotPriceLines(m, rules),
  ];
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
      return [t.weightedFactor(m.format.decimal(rules.weightsTotal ?? '100'), quality, m.format.decimal(price.weight))];
    }
    case 'price-parts': {
      const weight = methodOf(price).weight(price);
      const quality = m.format.readable(subtract(weightsTotal(rules), weight));
      const parts = price.parts.map((one) => t.part(inLanguage(one.name, m), m.format.decimal(one.weight)));
      return [t.parts(m.format.decimal(rules.weightsTotal ?? '100'), quality, m.format.readable(weight), parts)];
    }
    case 'award-on-value':
      return [price.bidderPays ? t.awardOnValuePaid : t.awardOnValue];
    case 'quality-per-euro':
      return [t.qualityPerEuro(euros(m, price.per))];
    case 'price-per-quality':
      return [t.pricePerQuality(m.format.decimal(price.divisor))];
    case 'lowest-price':
      return [(price.bidderPays ? t.highestPrice : t.lowestPrice)(inLanguage(price.motivation, m))];
    case 'formula':
      return [
        t.formula(t[price.best], price.expression),
        m.methods.formulaSymbols,
        ...constantLines(m, price.constants),
      ];
  }
}

const pointsLines = (m: Messages, price: RulesOf<'weighted-factor'>): string[] =>
  pointsInWords(m, price.points, {
    kind: 'price',
    better: betterOf(price),
    weight: m.format.decimal(price.weight),
    amount: (text) => euros(m, text),
    constants: price.constants,
  });

function priceLines(m: Messages, price: PricedRules): string[] {
  const t = m.methods;
  const { form, bounds, rounding } = price;
  const lines = [formLine(m, form)];
  if (price.bidderPays && price.method !== 'award-on-value' && price.method !== 'lowest-price') {
    lines.push(t.method.bidderPays);
  }
  if (price.vatPercentage !== undefined && form.kind !== 'sheet')
    lines.push(t.vat(m.format.decimal(price.vatPercentage)));
  if (form.kind === 'sheet' && form.lines.some((line) => line.vatPercentage !== undefined)) lines.push(t.vatPerLine);
  if (price.time) lines.push(t.time(euros(m, price.time.costPerUnit), inLanguage(price.time.unit, m)));
  if (bounds) {
    const bound = (text: string | undefined, is: 'inside' | 'outside' = 'inside') =>
      text === undefined ? null : { amount: euros(m, text), inside: is === 'inside' };
    if (bounds.minimum !== undefined || bounds.maximum !== undefined) {
      const [least, most] = [bound(bounds.minimum, bounds.minimumIs), bound(bounds.maximum, bounds.maximumIs)];
      lines.push(t.bounds[bounds.outside](least, most));
    }
  }
  for (const test of lowTests(price)) {
    const side = betterOf(price) === 'lower' ? 'below' : 'above';
    const percentage = m.format.decimal(test.percentageBelow);
    lines.push(t.abnormallyLow(percentage, abnormallyOf(m, test), test.when === 'or-more', side));
  }
  if (rounding?.lines !== undefined) lines.push(t.roundLines(rounding.lines));
  if (rounding?.amounts !== undefined) lines.push(t.roundAmounts(rounding.amounts));
  return lines;
}

function formLine(m: Messages, form: PriceForm): string {
  const t = m.methods.form;
  switch (form.kind) {
    case 'amount':
      return t.amount;
    case 'percentage':
      return t.percentage(euros(m, form.reference));
    case 'sheet': {
      const mixed = form.lines.some((line) => line.subtracts || lineKind(line) !== 'unit-price');
      return (mixed ? t.mixedSheet : t.sheet)(form.lines.length);
    }
    default:
      return form satisfies never;
  }
}

/** What the price is in single lots, where that is announced. */
function lotPriceLines(m: Messages, rules: TenderRules): string[] {
  const t = m.methods.lotPriceOf;
  return [...rules.lots, ...(rules.combinations ?? [])].flatMap(({ name, prices = [] }) => {
    const what = prices.flatMap(({ part, quantities, weight, ...amounts }) => {
      const bounds = partsOf(rules.price).find(({ id }) => id === (part ?? null))?.rules.bounds;
      const side = { minimum: bounds?.minimumIs ?? 'inside', maximum: bounds?.maximumIs ?? 'inside' } as const;
      return [
        ...(weight === undefined ? [] : [t.weight(m.format.decimal(weight))]),
        ...(['minimum', 'maximum'] as const).flatMap((key) =>
          amounts[key] === undefined ? [] : [t[key][side[key]](euros(m, amounts[key]))],
        ),
        ...(['estimate', 'reference', 'floor', 'ceiling'] as const).flatMap((key) =>
          amounts[key] === undefined ? [] : [t[key](euros(m, amounts[key]))],
        ),
        ...(quantities ? [t.quantities] : []),
      ];
    });
    return what.length === 0 ? [] : [m.methods.lotPrice(name, what)];
  });
}

/** "the estimate (EUR 100,000)" */
export function abnormallyOf(m: Messages, { of, estimate, among }: LowTest): string {
  if (estimate !== undefined) return `${m.methods.of[of]} (${euros(m, estimate)})`;
  return among === 'all-bids' ? m.methods.amongAll(m.methods.of[of]) : m.methods.of[of];
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
  for (const group of award.lotGroups ?? []) {
    lines.push(t.lotGroup(group.name, group.lots.map(names.lot), group.maximumLots));
  }
  if (award.capacity) {
    const { name, unit, factor } = award.capacity;
    const times = factor === undefined ? null : m.format.decimal(factor);
    lines.push(t.capacity(inLanguage(name, m), inLanguage(unit, m), times));
  }
  if (award.discounts) lines.push(t.discounts);
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
export function stepInWords(m: Messages, rules: TenderRules, step: TieBreakStep): string {
  const t = m.methods.step;
  switch (step.rule) {
    case 'higher-score':
      return t['higher-score'](inLanguage(namesOf(rules, []).criterion(step.criterion), m));
    case 'lower-price': {
      const part = partsOf(rules.price).find(({ id }) => id === (step.part ?? null));
      if (part?.name) return t['lower-price-of'](inLanguage(part.name, m));
      return part && betterOf(part.rules) === 'higher' ? t['higher-price'] : t['lower-price'];
    }
    case 'draw':
      return t.draw;
    default:
      return step satisfies never;
  }
}

/** The head of a column: "Continuity", "Lowest price". */
export const stepShort = (m: Messages, rules: TenderRules, step: TieBreakStep): string =>
  step.rule === 'higher-score'
    ? inLanguage(namesOf(rules, []).criterion(step.criterion), m)
    : m.methods.stepShort[step.rule];
