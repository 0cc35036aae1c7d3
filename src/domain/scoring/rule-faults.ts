import type { Fault } from '../errors.ts';
import { fault, mustDiffer } from '../faults.ts';
import { scoredCriteria } from '../rules/criteria-tree.ts';
import { rulesIn } from '../rules/in-lot.ts';
import { basisFaults } from '../rules/price/basis.ts';
import { methodOf } from '../rules/price-rules.ts';
import { biddable, type TenderRules } from '../rules/rules.ts';
import { awardFaults } from './award-faults.ts';
import { idFaults, weightFaults } from './criteria-faults.ts';
import { lotFaults } from './lot-faults.ts';
import { measureFaults } from './measure-faults.ts';
import { programmeFaults } from './programme-faults.ts';
import { isRelativeRules } from './relative.ts';
import { scaleFaults } from './scale-faults.ts';

/**
 * Everything in a rule set that a schema cannot see: whatever is wrong here would make an outcome impossible, arbitrary or not as announced.
 * @returns all faults, in the order in which they are best mended; none for good rules
 */
export function ruleFaults(rules: TenderRules): Fault[] {
  const everywhere = holdsSomewhere(rules) ? whereItHolds(rules) : [];
  return [
    ...idFaults(rules),
    ...everywhere,
    ...withdrawalFaults(rules),
    ...lotFaults(rules),
    ...ownFaults(rules, everywhere),
    ...awardFaults(rules),
    ...growthPathFaults(rules),
    ...courseFaults(rules),
    ...programmeFaults(rules),
  ];
}

/** What is asked of rules as they hold in a lot. */
const whereItHolds = (rules: TenderRules): Fault[] => [
  ...weightFaults(rules),
  ...scaleFaults(rules),
  ...measureFaults(rules),
  ...priceFaults(rules),
];

/** Whether the rules hold anywhere without anything of a lot's own. */
const holdsSomewhere = (rules: TenderRules): boolean => biddable(rules).some(({ id }) => rulesIn(rules, id) === rules);

/** What is wrong in a lot that has something of its own, and was not wrong everywhere: said of that lot. */
function ownFaults(rules: TenderRules, everywhere: readonly Fault[]): Fault[] {
  const said = new Set(everywhere.map(whatOf));
  const placesOf = [
    ...rules.lots.map((lot, place) => ({ lot, path: ['lots', place] })),
    ...(rules.combinations ?? []).map((lot, place) => ({ lot, path: ['combinations', place] })),
  ];
  return placesOf.flatMap(({ lot, path }) => {
    const own = rulesIn(rules, lot.id);
    if (own === rules) return [];
    return whereItHolds(own)
      .filter((one) => !said.has(whatOf(one)))
      .map((one) => ({ ...one, path, details: { ...one.details, inLot: lot.name } }));
  });
}

const whatOf = ({ code, details }: Fault): string => JSON.stringify([code, details]);

/** What happens on a withdrawal is announced once, also where a formula is relative in some lots only. @returns `withdrawal-not-announced` */
const withdrawalFaults = (rules: TenderRules): Fault[] =>
  rules.onWithdrawal === undefined && biddable(rules).some(({ id }) => isRelativeRules(rulesIn(rules, id)))
    ? [fault('withdrawal-not-announced', ['onWithdrawal'], {}, { kind: 'announce', values: ['re-rank', 'keep'] })]
    : [];

/** @returns what the announced method and its form find */
function priceFaults(rules: TenderRules): Fault[] {
  const { price, service = 'wmo' } = rules;
  return [...methodOf(price).faults(price, service), ...('form' in price ? basisFaults(price, ['price']) : [])];
}

/** @returns `unknown-criterion` for what a team cannot score, `duplicate-id` */
function courseFaults(rules: TenderRules): Fault[] {
  const teams = rules.course?.teams ?? [];
  const values = scoredCriteria(rules).map(({ criterion }) => criterion.id);
  const path = ['course', 'teams'];
  return [
    ...mustDiffer(
      'course.teams',
      teams.map(({ id }, place) => ({ id, path: [...path, place, 'id'] })),
    ),
    ...teams.flatMap(({ criteria }, place) =>
      criteria.flatMap((criterion, at) =>
        values.includes(criterion)
          ? []
          : [fault('unknown-criterion', [...path, place, 'criteria', at], { criterion }, { kind: 'one-of', values })],
      ),
    ),
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
