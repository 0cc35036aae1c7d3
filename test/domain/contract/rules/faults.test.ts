import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../../src/config.ts';
import { loadRuleSets } from '../../../../src/criteria/rule-sets.ts';
import type { ContractRules } from '../../../../src/domain/contract/rules/contract-rules.ts';
import { contractFaults } from '../../../../src/domain/contract/rules/faults.ts';

const { contracts } = loadRuleSets(join(projectRoot(), 'criteria'));

/** The faults of a published rule set after a change, as "path: message". */
function faultsAfter(id: string, change: (rules: ContractRules) => unknown): string[] {
  const rules = structuredClone(contracts.get(`${id}.v1`)!.rules);
  change(rules);
  return contractFaults(rules).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('published rules of contracts', () => {
  it.each([...contracts])('%s have no fault', (_, { rules }) => expect(contractFaults(rules)).toEqual([]));
});

describe('what a schema of shapes cannot see, with its path', () => {
  it.each<[fault: string, id: string, change: (rules: ContractRules) => unknown]>([
    ['areas.1.id: duplicate id centrum-oude-wijken', 'gon-2027', ({ areas }) => (areas[1]!.id = areas[0]!.id)],
    [
      'budget.components.1.id: duplicate id groningen',
      'gon-2027',
      ({ budget }) => (budget!.components[1]!.id = 'groningen'),
    ],
    [
      'budget.steps.1.id: duplicate id measure-2013',
      'transport-2013',
      ({ budget }) => (budget!.steps[1]!.id = 'measure-2013'),
    ],
    [
      'budget.components: either components, or a volume per area',
      'gon-2027',
      ({ budget }) => (budget!.components = []),
    ],
    [
      'budget.components: either components, or a volume per area',
      'gon-2019',
      ({ budget }) => (budget!.components = contracts.get('transport-2013.v1')!.rules.budget!.components),
    ],
    [
      'budget.path.fullFrom: full before it is structural',
      'gon-2019',
      ({ budget }) => Object.assign(budget!.path, { fullFrom: 2 }),
    ],
    [
      'growthPath.steps.2.by: not after the one before',
      'gon-2027',
      ({ growthPath }) => (growthPath!.steps[2]!.by = growthPath!.steps[1]!.by),
    ],
    [
      'growthPath.steps.3.minimumPercentage: above 100',
      'gon-2027',
      ({ growthPath }) => (growthPath!.steps[3]!.minimumPercentage = '100.01'),
    ],
    [
      'growthPath.communityInitiatives.minimumPercentage: above 100',
      'gon-2027',
      ({ growthPath }) => (growthPath!.communityInitiatives.minimumPercentage = '101'),
    ],
    [
      'evaluation.goals.6.id: duplicate id grip',
      'gon-2027',
      ({ evaluation }) => (evaluation!.goals[6]!.id = evaluation!.goals[5]!.id),
    ],
    [
      'evaluation.past.findings.3.goal: no goal weather',
      'gon-2019',
      ({ evaluation }) => (evaluation!.past!.findings[3]!.goal = 'weather'),
    ],
    [
      'access.rows.1.when.direction: no answer perhaps',
      'gon-2027',
      ({ access }) => access!.rows[1]!.when.direction!.push('perhaps'),
    ],
    [
      'access.rows.1.when.weather: no answer rain',
      'gon-2027',
      ({ access }) => {
        access!.rows[1]!.when.weather = ['rain'];
        // The case that row 1 was for still has a row.
        access!.rows.push({ ...access!.rows[0]!, id: 'else', when: {} });
      },
    ],
    [
      'access.rows.0.decides: no party mayor',
      'gon-2027',
      ({ access }) => (access!.rows[0]!.decides[0]!.party = 'mayor'),
    ],
    [
      'access.rows: no row for {"support":"initiative","moment":"new","direction":"temporary"}',
      'gon-2027',
      ({ access }) => access!.rows.shift(),
    ],
    [
      'figures.tables.10.id: duplicate id stacking-by-village',
      'haren-2013',
      ({ figures }) => (figures!.tables[10]!.id = 'stacking-by-village'),
    ],
    [
      'figures.tables.1.rows.0: not a figure for each column',
      'haren-2013',
      ({ figures }) => figures!.tables[1]!.rows[0]!.values.pop(),
    ],
    [
      'figures.tables.1.totals: not a total for each column',
      'haren-2013',
      ({ figures }) => figures!.tables[1]!.totals!.push('1'),
    ],
    [
      'figures.tables.0.key: no column income',
      'haren-2013',
      ({ figures }) => (figures!.tables[0]!.key!.column = 'income'),
    ],
    ...(['table', 'row', 'column'] as const).map((part): [string, string, (rules: ContractRules) => unknown] => [
      'figures.comparisons.0.counts.0.terms.1: no such figure',
      'haren-2013',
      ({ figures }) => (figures!.comparisons[0]!.counts[0]!.terms[1]!.of[part] = 'elsewhere'),
    ]),
    [
      'figures.comparisons.0.counts.0.terms.0: no such figure',
      'haren-2013',
      // A cell that the source leaves empty counts for nothing.
      ({ figures }) =>
        (figures!.comparisons[0]!.counts[0]!.terms[0]!.of = {
          table: 'stacking-by-village',
          row: 'onnen',
          column: 'schemes-3',
        }),
    ],
    [
      'advice.pieces.3.onlyWithout: no earlier piece prayer',
      'transport-2013',
      ({ advice }) => advice!.pieces[3]!.onlyWithout.push('prayer'),
    ],
    [
      'advice.pieces.3.onlyWithout: no earlier piece project-leader',
      'transport-2013',
      ({ advice }) => advice!.pieces[3]!.onlyWithout.push('project-leader'),
    ],
    [
      'advice.pieces.0.onlyWithout: no earlier piece experiments',
      'transport-2013',
      ({ advice }) => advice!.pieces[0]!.onlyWithout.push('experiments'),
    ],
    [
      'lists.0.rows.2: not a cell for each column',
      'transport-2013',
      ({ lists }) => lists![0]!.rows[2]!.push({ nl: 'te veel', en: 'too much' }),
    ],
  ])('%s (%s)', (fault, id, change) => {
    expect(faultsAfter(id, change)).toEqual([fault]);
  });
});
