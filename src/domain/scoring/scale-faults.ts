import type { Fault } from '../errors.ts';
import { fault, mustAscend, mustDiffer, type Path } from '../faults.ts';
import { compare, equals, exact, sum, toPlainText, ZERO } from '../number.ts';
import type { Remedy } from '../remedy.ts';
import type { Scoring, TenderRules } from '../rules/rules.ts';
import { highestOf, lowestOf, type Scale, type ScaleStep, scaleOf } from '../rules/scale.ts';
import { isMore, type PlacedCriterion, placedCriteria } from './criteria-faults.ts';

/** What is wrong with the scales, with how scores become points, and with the announced minimums. */
export const scaleFaults = (rules: TenderRules): Fault[] => [
  ...(rules.scale ? stepFaults(rules.scale, ['scale']) : []),
  ...placedCriteria(rules).flatMap((node) => ownScaleFaults(rules, node)),
  ...placedCriteria(rules).flatMap((node) => scoringFaults(rules, node)),
  ...placedCriteria(rules).flatMap((node) => minimumFaults(rules, node)),
  ...minimumQualityFaults(rules),
];

const HUNDRED = exact('100');

/** @returns `scale-not-ascending`, `scale-without-positive` */
function stepFaults(steps: readonly ScaleStep[], path: Path): Fault[] {
  const falling = steps.flatMap(({ value }, index) => {
    const previous = steps[index - 1];
    if (!previous || compare(exact(previous.value), exact(value)) < 0) return [];
    return [
      fault('scale-not-ascending', [...path, index, 'value'], { index }, { kind: 'above', limit: previous.value }),
    ];
  });
  if (!equals(highestOf({ kind: 'steps', steps }), ZERO)) return falling;
  return [...falling, fault('scale-without-positive', path, {}, { kind: 'add' })];
}

/** @returns `scoring-on-group`, `scale-missing`, `bounds-wrong-way-round`, `knock-out-without-effect`, and what is wrong in the steps */
function ownScaleFaults(rules: TenderRules, { criterion, scored, path }: PlacedCriterion): Fault[] {
  const { id, scale, scoring, measured, scoreFrom, knockOut } = criterion;
  const own = [...path, 'scale'];
  if (!scored) {
    if (measured) return [];
    const found = (['scale', 'scoreFrom', 'knockOut'] as const).filter((field) => criterion[field] !== undefined);
    return found.map((field) => fault('scoring-on-group', [...path, field], { criterion: id }, { kind: 'remove' }));
  }
  return [
    ...(scale || rules.scale || scoring?.kind === 'points'
      ? []
      : [fault('scale-missing', own, { criterion: id }, { kind: 'add' })]),
    ...(scale?.kind === 'steps' ? stepFaults(scale.steps, [...own, 'steps']) : []),
    ...(scale?.kind === 'numbers' ? mustAscend(own, 'minimum', 'maximum', scale) : []),
    ...(scoreFrom && scoring?.kind === 'table'
      ? [fault('middle-of-table', [...path, 'scoring'], { criterion: id }, { kind: 'remove' })]
      : []),
    ...(knockOut ? knockOutFaults({ criterion, path }) : []),
  ];
}

/** @returns `knock-out-without-effect`: a knock-out weighs nothing, and has a minimum */
function knockOutFaults({ criterion, path }: Pick<PlacedCriterion, 'criterion' | 'path'>): Fault[] {
  const { id, weight, minimumScore } = criterion;
  return [
    ...(equals(exact(weight), ZERO)
      ? []
      : [
          fault(
            'knock-out-without-effect',
            [...path, 'weight'],
            { criterion: id, why: 'weight' },
            { kind: 'one-of', values: ['0'] },
          ),
        ]),
    ...(minimumScore === undefined
      ? [
          fault(
            'knock-out-without-effect',
            [...path, 'minimumScore'],
            { criterion: id, why: 'minimum' },
            { kind: 'add' },
          ),
        ]
      : []),
  ];
}

/** @returns `scoring-on-group`, `zero-score-too-high`, and what a table of percentages lacks */
function scoringFaults(rules: TenderRules, node: PlacedCriterion): Fault[] {
  const { criterion, scored, path } = node;
  const { id, scoring } = criterion;
  if (!scoring || criterion.measured) return [];
  const own = [...path, 'scoring'];
  if (!scored) return [fault('scoring-on-group', own, { criterion: id }, { kind: 'remove' })];
  const scale = scaleOf(rules, node);
  if (scoring.kind === 'table') return tableFaults(scale, id, scoring, own);
  const highest = highestOf(scale);
  // A scale of zeros is said above; no score lies below its highest one.
  if (scoring.kind !== 'linear' || equals(highest, ZERO) || compare(exact(scoring.zero), highest) < 0) return [];
  const details = { criterion: id, zero: scoring.zero };
  return [fault('zero-score-too-high', [...own, 'zero'], details, { kind: 'below', limit: toPlainText(highest) })];
}

/** @returns `duplicate-id`, `score-table-incomplete` for every score that is missing or not on the scale, `score-table-above-weight` */
function tableFaults(
  scale: Scale,
  criterion: string,
  { percentages }: Extract<Scoring, { kind: 'table' }>,
  path: Fault['path'],
): Fault[] {
  const rows = percentages.map((row, place) => ({ ...row, path: [...path, 'percentages', place] }));
  const listed = rows.map(({ score }) => score);
  const values = scale.kind === 'steps' ? scale.steps.map(({ value }) => value) : [];
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
function minimumFaults(rules: TenderRules, node: PlacedCriterion): Fault[] {
  const { criterion, scored, weight, path } = node;
  const { id, minimumScore, minimumPoints } = criterion;
  if (criterion.measured) return [];
  const most = (): Remedy => ({ kind: 'at-most', limit: toPlainText(weight) });
  const faults: Fault[] = [];
  if (minimumScore !== undefined) {
    const own = [...path, 'minimumScore'];
    const details = { criterion: id, minimum: minimumScore };
    if (!scored) faults.push(fault('minimum-on-group', own, { criterion: id }, { kind: 'remove' }));
    else faults.push(...minimumScoreFaults(scaleOf(rules, node), minimumScore, own, details));
  }
  if (minimumPoints !== undefined && isMore(minimumPoints, weight)) {
    const details = { criterion: id, minimum: minimumPoints };
    faults.push(fault('minimum-above-weight', [...path, 'minimumPoints'], details, most()));
  }
  return faults;
}

/** @returns `minimum-not-on-scale` */
function minimumScoreFaults(scale: Scale, minimum: string, path: Path, details: Fault['details']): Fault[] {
  if (scale.kind === 'steps') {
    const values = scale.steps.map(({ value }) => value);
    return values.includes(minimum) ? [] : [fault('minimum-not-on-scale', path, details, { kind: 'one-of', values })];
  }
  const above = (limit: string): Remedy => ({ kind: 'at-most', limit });
  if (isMore(minimum, scale.maximum)) {
    return [fault('minimum-not-on-scale', path, details, above(toPlainText(scale.maximum)))];
  }
  if (compare(exact(minimum), lowestOf(scale)) >= 0) return [];
  return [fault('minimum-not-on-scale', path, details, { kind: 'at-least', limit: toPlainText(scale.minimum) })];
}

/** @returns `minimum-above-weight` */
function minimumQualityFaults({ criteria, minimumQuality }: TenderRules): Fault[] {
  const most = sum(criteria.map(({ weight }) => exact(weight)));
  if (minimumQuality === undefined || !isMore(minimumQuality, most)) return [];
  const details = { criterion: null, minimum: minimumQuality };
  return [fault('minimum-above-weight', ['minimumQuality'], details, { kind: 'at-most', limit: toPlainText(most) })];
}
