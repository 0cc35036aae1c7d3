import type { Fault } from '../errors.ts';
import { fault, mustDiffer } from '../faults.ts';
import { compare, equals, exact, sum, toPlainText, ZERO } from '../number.ts';
import type { Remedy } from '../remedy.ts';
import { highestScore } from '../rules/criteria-tree.ts';
import type { Scoring, TenderRules } from '../rules/rules.ts';
import { isMore, type PlacedCriterion, placedCriteria } from './criteria-faults.ts';

/** What is wrong with the scale, with how scores become points, and with the announced minimums. */
export const scaleFaults = (rules: TenderRules): Fault[] => [
  ...stepFaults(rules),
  ...placedCriteria(rules).flatMap((node) => scoringFaults(rules, node)),
  ...placedCriteria(rules).flatMap((node) => minimumFaults(rules, node)),
  ...minimumQualityFaults(rules),
];

const HUNDRED = exact('100');

/** @returns `scale-not-ascending`, `scale-without-positive` */
function stepFaults({ scale }: TenderRules): Fault[] {
  const falling = scale.flatMap(({ value }, index) => {
    const previous = scale[index - 1];
    if (!previous || compare(exact(previous.value), exact(value)) < 0) return [];
    return [
      fault('scale-not-ascending', ['scale', index, 'value'], { index }, { kind: 'above', limit: previous.value }),
    ];
  });
  if (!equals(highestScore({ scale }), ZERO)) return falling;
  return [...falling, fault('scale-without-positive', ['scale'], {}, { kind: 'add' })];
}

/** @returns `scoring-on-group`, `zero-score-too-high`, and what a table of percentages lacks */
function scoringFaults(rules: TenderRules, { criterion, scored, path }: PlacedCriterion): Fault[] {
  const { id, scoring } = criterion;
  if (!scoring) return [];
  const own = [...path, 'scoring'];
  if (!scored) return [fault('scoring-on-group', own, { criterion: id }, { kind: 'remove' })];
  if (scoring.kind === 'table') return tableFaults(rules, id, scoring, own);
  const highest = highestScore(rules);
  // A scale of zeros is said above; no score lies below its highest one.
  if (scoring.kind !== 'linear' || equals(highest, ZERO) || compare(exact(scoring.zero), highest) < 0) return [];
  const details = { criterion: id, zero: scoring.zero };
  return [fault('zero-score-too-high', [...own, 'zero'], details, { kind: 'below', limit: toPlainText(highest) })];
}

/** @returns `duplicate-id`, `score-table-incomplete` for every score that is missing or not on the scale, `score-table-above-weight` */
function tableFaults(
  { scale }: TenderRules,
  criterion: string,
  { percentages }: Extract<Scoring, { kind: 'table' }>,
  path: Fault['path'],
): Fault[] {
  const rows = percentages.map((row, place) => ({ ...row, path: [...path, 'percentages', place] }));
  const listed = rows.map(({ score }) => score);
  const values = scale.map(({ value }) => value);
  return [
    ...mustDiffer(
      criterion,
      rows.map((row) => ({ id: row.score, path: [...row.path, 'score'] })),
    ),
    ...values
      .filter((score) => !listed.includes(score))
      .map((score) =>
        fault('score-table-incomplete', [...path, 'percentages'], { criterion, score }, { kind: 'each-once', values }),
      ),
    ...rows
      .filter(({ score }) => !values.includes(score))
      .map(({ score, path: row }) =>
        fault('score-table-incomplete', row, { criterion, score }, { kind: 'each-once', values }),
      ),
    ...rows
      .filter(({ percentage }) => isMore(percentage, HUNDRED))
      .map(({ percentage, path: row }) =>
        fault(
          'score-table-above-weight',
          [...row, 'percentage'],
          { criterion, percentage },
          { kind: 'at-most', limit: '100' },
        ),
      ),
  ];
}

/** @returns `minimum-on-group`, `minimum-not-on-scale`, `minimum-above-weight` */
function minimumFaults(rules: TenderRules, { criterion, scored, weight, path }: PlacedCriterion): Fault[] {
  const { id, minimumScore, minimumPoints, scoring } = criterion;
  const most = (): Remedy => ({ kind: 'at-most', limit: toPlainText(weight) });
  const faults: Fault[] = [];
  if (minimumScore !== undefined) {
    const own = [...path, 'minimumScore'];
    const details = { criterion: id, minimum: minimumScore };
    const values = rules.scale.map(({ value }) => value);
    if (!scored) faults.push(fault('minimum-on-group', own, { criterion: id }, { kind: 'remove' }));
    else if (scoring?.kind === 'points') {
      if (isMore(minimumScore, weight)) faults.push(fault('minimum-not-on-scale', own, details, most()));
    } else if (!values.includes(minimumScore)) {
      faults.push(fault('minimum-not-on-scale', own, details, { kind: 'one-of', values }));
    }
  }
  if (minimumPoints !== undefined && isMore(minimumPoints, weight)) {
    const details = { criterion: id, minimum: minimumPoints };
    faults.push(fault('minimum-above-weight', [...path, 'minimumPoints'], details, most()));
  }
  return faults;
}

/** @returns `minimum-above-weight` */
function minimumQualityFaults({ criteria, minimumQuality }: TenderRules): Fault[] {
  const most = sum(criteria.map(({ weight }) => exact(weight)));
  if (minimumQuality === undefined || !isMore(minimumQuality, most)) return [];
  const details = { criterion: null, minimum: minimumQuality };
  return [fault('minimum-above-weight', ['minimumQuality'], details, { kind: 'at-most', limit: toPlainText(most) })];
}
