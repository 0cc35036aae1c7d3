import type { Fault } from '../errors.ts';
import { fault, mustAscend } from '../faults.ts';
import { toPlainText } from '../number.ts';
import { kindOf } from '../rules/price/points.ts';
import { mostOf } from '../rules/price/points-brackets.ts';
import type { TenderRules } from '../rules/rules.ts';
import { isMore, type PlacedCriterion, placedCriteria } from './criteria-faults.ts';
import { isMeasuredByOthers } from './relative.ts';

/** What is wrong with the criteria that are measured by a figure of the bid, and with what is only a knock-out. */
export const measureFaults = (rules: TenderRules): Fault[] => [
  ...placedCriteria(rules).flatMap((node) => measuredFaults(node)),
  ...placedCriteria(rules).flatMap((node) => minimumFaults(rules, node)),
  ...minimumQualityFaults(rules),
];

/** What only a criterion that is scored has, as an error names it. */
const ONLY_SCORED = {
  children: 'parts',
  scale: 'scale',
  scoring: 'scoring',
  scoreFrom: 'middle',
  minimumScore: 'minimum',
  knockOut: 'knockout',
} as const;
type OnlyScored = keyof typeof ONLY_SCORED;
export type AlsoScored = (typeof ONLY_SCORED)[OnlyScored];

/** @returns `measured-and-scored`, `bounds-wrong-way-round`, `points-above-weight`, `formula-looks-at-quality`, and what its formula finds */
function measuredFaults({ criterion, weight, path }: PlacedCriterion): Fault[] {
  const { measured } = criterion;
  if (!measured) return [];
  const own = [...path, 'measured'];
  const alsoScored = Object.entries(ONLY_SCORED).filter(([field]) => criterion[field as OnlyScored] !== undefined);
  const { points, minimum, maximum, better, constants } = measured;
  return [
    ...alsoScored.map(([field, has]) =>
      fault('measured-and-scored', [...path, field], { criterion: criterion.id, has }, { kind: 'remove' }),
    ),
    ...(minimum !== undefined && maximum !== undefined
      ? mustAscend(own, 'minimum', 'maximum', { minimum, maximum })
      : []),
    ...kindOf(points).faults(points, { path: [...own, 'points'], better, constants }),
    ...(points.kind === 'formula' && /quality/.test(points.expression)
      ? [
          fault(
            'formula-looks-at-quality',
            [...own, 'points', 'expression'],
            { criterion: criterion.id },
            { kind: 'rewrite', from: null },
          ),
        ]
      : []),
    ...(points.kind === 'brackets' && isMore(toPlainText(mostOf(points)), weight)
      ? [
          fault(
            'points-above-weight',
            [...own, 'points', 'brackets'],
            { criterion: criterion.id, points: toPlainText(mostOf(points)), weight: toPlainText(weight) },
            { kind: 'at-most', limit: toPlainText(weight) },
          ),
        ]
      : []),
  ];
}

/** @returns `minimum-before-known`: a minimum on points that depend on who is valid, or that are not yet opened when quality is closed */
function minimumFaults(rules: TenderRules, { criterion, path }: PlacedCriterion): Fault[] {
  const { id, minimumPoints } = criterion;
  if (minimumPoints === undefined || !placedCriteria(rules).some((node) => isIn(rules, node, id) && isLate(node))) {
    return [];
  }
  return [fault('minimum-before-known', [...path, 'minimumPoints'], { criterion: id }, { kind: 'remove' })];
}

function minimumQualityFaults(rules: TenderRules): Fault[] {
  if (rules.minimumQuality === undefined || !placedCriteria(rules).some(isLate)) return [];
  return [fault('minimum-before-known', ['minimumQuality'], { criterion: null }, { kind: 'remove' })];
}

const isLate = ({ criterion: { measured } }: PlacedCriterion): boolean =>
  measured !== undefined && (measured.sealed || isMeasuredByOthers(measured));

/** Whether a criterion is another one or stands below it. */
function isIn(rules: TenderRules, node: PlacedCriterion, id: string): boolean {
  if (node.criterion.id === id) return true;
  const parent = placedCriteria(rules).find(({ criterion }) => criterion.id === node.parent);
  return parent !== undefined && isIn(rules, parent, id);
}
