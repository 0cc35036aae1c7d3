import { DomainError } from '../errors.ts';
import { add, compare, type Exact, equals, exact, ONE, sum, toFractionText, ZERO } from '../number.ts';
import { highestScore, weightedCriteria, weightsTotal } from '../rules/criteria-tree.ts';
import { type PricedRules, pricedRules } from '../rules/price-rules.ts';
import { biddable, type Criterion, type TenderRules } from '../rules/rules.ts';
import { ownFormula } from './own-formula.ts';
import { isRelativeRules } from './relative.ts';

/**
 * Checks what a schema cannot see in a rule set: whatever is wrong here would make an outcome impossible, arbitrary or not as announced.
 * @throws DomainError what the checks below name; the details name the rule
 */
export function checkRules(rules: TenderRules): void {
  checkWeights(rules);
  checkIds(rules);
  checkScale(rules);
  checkMinimums(rules);
  checkPrice(rules);
  checkAward(rules);
  const steps = rules.growthPath?.steps ?? [];
  steps.forEach((step, index) => {
    const previous = steps[index - 1];
    if (previous && previous.by >= step.by) throw new DomainError('growth-path-not-rising', { by: step.by });
  });
}

const HUNDRED = exact('100');

/** @throws DomainError `weights-do-not-sum`: weights are never normalised in silence; `no-criteria` */
function checkWeights(rules: TenderRules): void {
  const { price } = rules;
  if (rules.criteria.length === 0 && price.method !== 'lowest-price') throw new DomainError('no-criteria');
  const groups = (criteria: readonly Criterion[], parent: string | null, whole: Exact, other: Exact): void => {
    const total = add(sum(criteria.map((criterion) => exact(criterion.weight))), other);
    if (!equals(total, whole)) {
      throw new DomainError('weights-do-not-sum', {
        parent,
        total: toFractionText(total),
        whole: toFractionText(whole),
        // Counted in the total, so that whoever reads it does not look for it among the criteria.
        ...(equals(other, ZERO) ? {} : { price: toFractionText(other) }),
      });
    }
    for (const { id, children } of criteria) if (children) groups(children, id, HUNDRED, ZERO);
  };
  const priceWeight = price.method === 'weighted-factor' ? exact(price.weight) : ZERO;
  if (rules.criteria.length > 0) groups(rules.criteria, null, weightsTotal(rules), priceWeight);
}

/** @throws DomainError `duplicate-id`; a criterion under itself has the same id twice, so a cycle cannot pass either */
function checkIds(rules: TenderRules): void {
  unique(
    'criteria',
    weightedCriteria(rules).map((node) => node.criterion.id),
  );
  unique(
    'lots',
    biddable(rules).map((one) => one.id),
  );
  for (const { id, lots } of rules.combinations ?? []) {
    unique(id, lots);
    const unknown = lots.find((lot) => !rules.lots.some((one) => one.id === lot));
    if (unknown !== undefined) throw new DomainError('unknown-lot', { lot: unknown, place: id });
  }
}

/** @throws DomainError `scale-not-ascending`, `scale-without-positive`, `score-table-incomplete`, `scoring-on-group`, `zero-score-too-high` */
function checkScale(rules: TenderRules): void {
  const values = rules.scale.map((step) => exact(step.value));
  values.forEach((value, index) => {
    const previous = values[index - 1];
    if (previous && compare(previous, value) >= 0) throw new DomainError('scale-not-ascending', { index });
  });
  if (equals(highestScore(rules), ZERO)) throw new DomainError('scale-without-positive');

  for (const { criterion, scored } of weightedCriteria(rules)) {
    const { id, scoring } = criterion;
    if (!scoring) continue;
    if (!scored) throw new DomainError('scoring-on-group', { criterion: id });
    if (scoring.kind === 'linear' && compare(exact(scoring.zero), highestScore(rules)) >= 0) {
      throw new DomainError('zero-score-too-high', { criterion: id, zero: scoring.zero });
    }
    if (scoring.kind === 'table') {
      const listed = scoring.percentages.map(({ score }) => score);
      unique(id, listed);
      const missing = rules.scale.find((step) => !listed.includes(step.value));
      const extra = listed.find((score) => !rules.scale.some((step) => step.value === score));
      if (missing || extra !== undefined) {
        throw new DomainError('score-table-incomplete', { criterion: id, score: missing?.value ?? extra });
      }
      const above = scoring.percentages.find(({ percentage }) => compare(exact(percentage), HUNDRED) > 0);
      if (above) throw new DomainError('score-table-above-weight', { criterion: id, percentage: above.percentage });
    }
  }
}

/** @throws DomainError `minimum-on-group`, `minimum-not-on-scale`, `minimum-above-weight` */
function checkMinimums(rules: TenderRules): void {
  for (const { criterion, scored, weight } of weightedCriteria(rules)) {
    const { id, minimumScore, minimumPoints, scoring } = criterion;
    if (minimumScore !== undefined) {
      if (!scored) throw new DomainError('minimum-on-group', { criterion: id });
      const known =
        scoring?.kind === 'points'
          ? compare(exact(minimumScore), weight) <= 0
          : rules.scale.some((step) => step.value === minimumScore);
      if (!known) throw new DomainError('minimum-not-on-scale', { criterion: id, minimum: minimumScore });
    }
    if (minimumPoints !== undefined && compare(exact(minimumPoints), weight) > 0) {
      throw new DomainError('minimum-above-weight', { criterion: id, minimum: minimumPoints });
    }
  }
  const most = sum(rules.criteria.map((criterion) => exact(criterion.weight)));
  if (rules.minimumQuality !== undefined && compare(exact(rules.minimumQuality), most) > 0) {
    throw new DomainError('minimum-above-weight', { criterion: null, minimum: rules.minimumQuality });
  }
}

/**
 * @throws DomainError `closest-to-mean-refused`, `lowest-price-wmo`, `withdrawal-not-announced`, `bounds-wrong-way-round`,
 *   `must-be-positive`, `power-below-zero`, `estimate-missing`, and what the compilation of an own formula throws
 */
function checkPrice(rules: TenderRules): void {
  if (isRelativeRules(rules) && rules.onWithdrawal === undefined) throw new DomainError('withdrawal-not-announced');
  const price = pricedRules(rules.price);
  if (!price) return;
  if (price.method === 'weighted-factor') checkPricePoints(price);
  if (price.method === 'lowest-price' && (rules.service ?? 'wmo') === 'wmo') throw new DomainError('lowest-price-wmo');
  ownFormula(rules);

  if (price.method === 'quality-per-euro') positive('per', price.per);
  if (price.method === 'price-per-quality') positive('divisor', price.divisor);
  if (price.form.kind === 'percentage') positive('form.reference', price.form.reference);
  if (price.form.kind === 'sheet')
    unique(
      'form.lines',
      price.form.lines.map((line) => line.id),
    );
  const { bounds, abnormallyLow } = price;
  if (bounds?.minimum !== undefined && bounds.maximum !== undefined)
    ascending('bounds', bounds.minimum, bounds.maximum);
  if (abnormallyLow) {
    if (compare(exact(abnormallyLow.percentageBelow), HUNDRED) > 0) {
      throw new DomainError('percentage-above-100', { committed: abnormallyLow.percentageBelow });
    }
    if ((abnormallyLow.of === 'estimate') !== (abnormallyLow.estimate !== undefined)) {
      throw new DomainError('estimate-missing', { of: abnormallyLow.of });
    }
  }
}

function checkPricePoints({ points, weight }: Extract<PricedRules, { method: 'weighted-factor' }>): void {
  if (points.kind === 'closest-to-mean') throw new DomainError('closest-to-mean-refused');
  positive('weight', weight);
  if ('reference' in points && points.reference !== 'lowest') positive('points.reference', points.reference);
  if (points.kind === 'linear') positive('points.zeroAt', points.zeroAt);
  if (points.kind === 'steps') positive('points.step', points.step);
  if (points.kind === 'bounds' && points.floor !== 'lowest' && points.ceiling !== 'highest') {
    ascending('points', points.floor, points.ceiling);
  }
  if ('power' in points && points.power) {
    positive('points.power.exponent', points.power.exponent);
    if (points.belowZero !== 'clip') throw new DomainError('power-below-zero');
  }
  if (points.kind === 'logarithmic' && compare(exact(points.zeroAt), ONE) <= 0) {
    throw new DomainError('must-be-above-one', { rule: 'points.zeroAt', value: points.zeroAt });
  }
}

/** @throws DomainError `winners-limits`, `maximum-below-minimum`, `unknown-tie-break-criterion`, `draw-not-last`, `lot-order`, `lot-value-missing`, `combinations-need-highest-total`, … */
function checkAward(rules: TenderRules): void {
  const { award, lots } = rules;
  const { minimum, maximum } = award.winners;
  if (minimum > maximum || minimum > lots.length) {
    throw new DomainError('winners-limits', { minimum, maximum, lots: lots.length });
  }
  award.tieBreak.forEach((step, index) => {
    if (step.rule === 'higher-score' && !weightedCriteria(rules).some((node) => node.criterion.id === step.criterion)) {
      throw new DomainError('unknown-tie-break-criterion', { criterion: step.criterion });
    }
    if (step.rule === 'lower-price' && !pricedRules(rules.price)) throw new DomainError('tie-break-without-price');
    if (step.rule === 'draw' && index < award.tieBreak.length - 1) throw new DomainError('draw-not-last');
  });
  if ((award.mechanism === 'fixed-order') !== (award.lotOrder !== undefined)) throw new DomainError('lot-order', {});
  if (award.lotOrder) {
    unique('award.lotOrder', award.lotOrder);
    const complete =
      award.lotOrder.length === lots.length && award.lotOrder.every((id) => lots.some((lot) => lot.id === id));
    if (!complete) throw new DomainError('lot-order', { order: award.lotOrder });
  }
  if (award.mechanism !== 'highest-total' && rules.combinations) {
    throw new DomainError('combinations-need-highest-total', { mechanism: award.mechanism });
  }
  if (award.mechanism !== 'highest-total' && award.weighLotsByValue) {
    throw new DomainError('lot-weights-need-highest-total', { mechanism: award.mechanism });
  }
  const worthless =
    award.weighLotsByValue && lots.find((lot) => lot.value === undefined || equals(exact(lot.value), ZERO));
  if (worthless) throw new DomainError('lot-value-missing', { lot: worthless.id });
  if (award.affiliated?.oneBid && award.mechanism === 'preferences')
    throw new DomainError('one-bid-not-by-preferences');
  if (award.affiliated && award.affiliated.maximumLots < award.maximumLotsPerBidder && !award.affiliated.oneBid) {
    throw new DomainError('affiliated-below-bidder', {
      maximum: award.affiliated.maximumLots,
      perBidder: award.maximumLotsPerBidder,
    });
  }
}

function unique(place: string, ids: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new DomainError('duplicate-id', { place, id });
    seen.add(id);
  }
}

/** @throws DomainError `must-be-positive`: the formula divides by it, or it would mean nothing */
function positive(rule: string, value: string): void {
  if (equals(exact(value), ZERO)) throw new DomainError('must-be-positive', { rule: `price.${rule}` });
}

/** @throws DomainError `bounds-wrong-way-round` */
function ascending(rule: string, low: string, high: string): void {
  if (compare(exact(low), exact(high)) >= 0)
    throw new DomainError('bounds-wrong-way-round', { rule: `price.${rule}`, low, high });
}
