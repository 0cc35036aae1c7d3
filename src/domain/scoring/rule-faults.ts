import type { Fault } from '../errors.ts';
import { fault } from '../faults.ts';
import { basisFaults } from '../rules/price/basis.ts';
import { methodOf, pricedRules } from '../rules/price-rules.ts';
import type { TenderRules } from '../rules/rules.ts';
import { awardFaults } from './award-faults.ts';
import { criteriaFaults } from './criteria-faults.ts';
import { isRelativeRules } from './relative.ts';
import { scaleFaults } from './scale-faults.ts';

/**
 * Everything in a rule set that a schema cannot see: whatever is wrong here would make an outcome impossible, arbitrary or not as announced.
 * @returns all faults, in the order in which they are best mended; none for good rules
 */
export const ruleFaults = (rules: TenderRules): Fault[] => [
  ...criteriaFaults(rules),
  ...scaleFaults(rules),
  ...priceFaults(rules),
  ...awardFaults(rules),
  ...growthPathFaults(rules),
];

/** @returns `withdrawal-not-announced`, and what the announced method and its form find */
function priceFaults(rules: TenderRules): Fault[] {
  const { price, service = 'wmo' } = rules;
  const priced = pricedRules(price);
  return [
    ...(isRelativeRules(rules) && rules.onWithdrawal === undefined
      ? [fault('withdrawal-not-announced', ['onWithdrawal'], {}, { kind: 'announce', values: ['re-rank', 'keep'] })]
      : []),
    ...methodOf(price).faults(price, service),
    ...(priced ? basisFaults(priced) : []),
  ];
}

/** @returns `growth-path-not-rising` for every date that is not later than the one before */
const growthPathFaults = ({ growthPath }: TenderRules): Fault[] =>
  (growthPath?.steps ?? []).flatMap(({ by }, index, steps) => {
    const previous = steps[index - 1];
    if (!previous || previous.by < by) return [];
    const path = ['growthPath', 'steps', index, 'by'];
    return [fault('growth-path-not-rising', path, { by }, { kind: 'later-than', date: previous.by })];
  });
