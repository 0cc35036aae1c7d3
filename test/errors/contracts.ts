import { contractsFrom } from '../../src/actions/open-contracts.ts';
import { requireOrigin } from '../../src/actions/prove-origin.ts';
import { run as verify } from '../../src/cli/verify.ts';
import { whoDecides } from '../../src/domain/contract/access-table.ts';
import { holdAdvice } from '../../src/domain/contract/advice-list.ts';
import { type BudgetInput, type BudgetSetting, computeBudget } from '../../src/domain/contract/budget.ts';
import { requireNotAhead } from '../../src/domain/contract/dates-ahead.ts';
import { decideContracts } from '../../src/domain/contract/decide.ts';
import type { ContractPayloads, NewContractEvent } from '../../src/domain/contract/events.ts';
import { divideInCents } from '../../src/domain/contract/shares.ts';
import { followsNothing } from '../../src/domain/decision/checks.ts';
import { startWeighing } from '../../src/domain/decision/weighing.ts';
import { matrixOf } from '../../src/domain/decision-matrix/rules.ts';
import { exact } from '../../src/domain/number.ts';
import type { TenderState } from '../../src/domain/tender/state/state.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { contractDossier, contractFor, GON } from '../support/contract-dossier.ts';
import { BUDGET, figuresOf, indexOf } from '../support/contracts.ts';
import { demoServices, FINISHED } from '../support/demo.ts';
import { publishedRules, readGolden } from '../support/dossiers.ts';
import type { OtherWays, Provocations } from './provocation.ts';

const reason = 'Zoals besproken.';
const GOLDEN = 'data/golden';

/** Says these events one after the other, the last of which is refused. */
const saying =
  (...events: readonly NewContractEvent[]) =>
  () => {
    const { say } = contractDossier();
    for (const event of events) say(event);
  };
const added = (area: string, change: Partial<ContractPayloads['contract-added']> = {}): NewContractEvent => ({
  type: 'contract-added',
  payload: contractFor(area, change),
});
const signed: NewContractEvent = {
  type: 'contract-signed',
  payload: { area: 'west', signedOn: '2026-11-01', document: null },
};
const ended = (on: string): NewContractEvent => ({
  type: 'contract-ended',
  payload: { area: 'west', on, reason, document: null },
});
const considered = (extension: number, ...by: readonly string[]): NewContractEvent => ({
  type: 'growth-path-considered',
  payload: {
    extension,
    steps: by.map((one) => ({ by: one, minimumPercentage: '75' })),
    communityInitiatives: null,
    reason,
  },
});
const decided = (extension: number, decidedOn = '2029-10-01', extended = true): NewContractEvent => ({
  type: 'extension-decided',
  payload: { area: 'west', extension, extended, decidedOn, by: 'Het college', reason },
});
const withdrawn = (seq: number): NewContractEvent => ({ type: 'entry-withdrawn', payload: { seq, reason } });

/** An evaluation as it should be, with what is changed of it. */
function evaluating(change: Partial<ContractPayloads['year-evaluated']>) {
  return () => {
    const { run, state, say } = contractDossier();
    const findings = GON.evaluation!.goals.map(({ id, level }) => ({
      goal: id,
      level,
      finding: 'Op gang gekomen.',
      evidence: null,
    }));
    const evaluation = {
      area: 'west',
      year: 2027,
      on: '2028-02-01',
      findings,
      conclusion: 'Zoals afgesproken.',
      reason: null,
    };
    run('manager', { type: 'evaluate-year', evaluation });
    const { payload } = state().entries.at(-1)! as { payload: ContractPayloads['year-evaluated'] };
    say({ type: 'year-evaluated', payload: { ...payload, reason, ...change } });
  };
}
const goals = (...ids: readonly string[]): ContractPayloads['year-evaluated']['findings'] =>
  ids.map((goal) => ({ goal, level: 'strategic', finding: 'Op gang gekomen.', evidence: null }));
const allGoals = GON.evaluation!.goals.map(({ id }) => id);

const { reason: _, ...SETTING } = BUDGET;
const areas = GON.areas;
const computing =
  (change: Partial<BudgetSetting>, more: Partial<BudgetInput> = {}) =>
  () =>
    computeBudget({
      rules: GON.budget!,
      areas,
      setting: { ...SETTING, ...change },
      lastYear: 2030,
      indexes: [],
      asOf: '2027-01-01',
      range: null,
      ...more,
    });
const decreasing = publishedRules().contracts.get('gon-2019.v1')!.rules;
const volumes = decreasing.areas.map(({ id }) => ({ area: id, euro: '1000000' }));
const saved = (savings: readonly (readonly [year: number, euro: string])[], size = '1000000') =>
  computing(
    {
      chosen: [],
      keys: [],
      figures: [],
      agreements: [],
      firstYear: 2019,
      volumes: volumes.map((one) => ({ ...one, euro: size })),
      savings: savings.map(([year, euro]) => ({ year, euro })),
    },
    { rules: decreasing.budget!, areas: decreasing.areas, lastYear: 2026 },
  );

async function award(): Promise<Readonly<TenderState>> {
  return (await demoServices()).tenders.get(FINISHED);
}

export const contracts = {
  'link-broken': () => requireOrigin({ dossier: 'tender-x-1', seq: 3, hash: '0'.repeat(64) }, []),
  'follows-another': () =>
    verify({
      arguments: [`${GOLDEN}/contract-1/contracts.dossier.json`],
      options: { follows: [`${GOLDEN}/engine-3/schoonmaak.dossier.json`] },
      messages: messagesIn('nl'),
    }),
  'follows-too-early': () => {
    const { rules, sha256 } = publishedRules().matrices.get('contract-models-2013.v2')!;
    const weighing = startWeighing(matrixOf(rules), 1);
    const follows = { dossier: 'plan-x-1', seq: 2, hash: '0'.repeat(64) };
    followsNothing(undefined, { title: 'X', rules, rulesSha256: sha256, officer: 'officer', weighing, follows });
  },
  'term-unknown': async () => {
    const tender = await award();
    const [{ term: _term, ...timeless }, { term: _own, ...undated }] = [GON, tender.rules];
    contractsFrom({ ...tender, rules: undated }, timeless);
  },
  'no-lot-awarded': async () => {
    const tender = await award();
    contractsFrom({ ...tender, rules: { ...tender.rules, lots: [] } }, GON);
  },
  'not-in-contract-team': () => contractDossier().run('somebody', { type: 'say', events: [signed] }),
  'contracts-not-opened': () => decideContracts(undefined, 'officer', { type: 'say', events: [signed] }),
  'contracts-are-closed': saying({ type: 'dossier-closed', payload: { reason } }, signed),
  'nobody-changes': saying({ type: 'people-changed', payload: { officer: 'officer', manager: 'manager', reason } }),
  'area-has-contract': saying(added('west')),
  'end-before-start': saying(added('zuid', { until: '2026-12-31' })),
  'contract-unknown': saying({ ...signed, payload: { ...signed.payload, area: 'zuid' } } as NewContractEvent),
  'contract-already-signed': saying(signed, signed),
  'contract-has-ended': saying(ended('2027-06-30'), signed),
  'before-the-start': saying(ended('2026-12-31')),
  'change-needs-reason': saying({ type: 'budget-set', payload: budget() }, { type: 'budget-set', payload: budget() }),
  'no-such-part': () => {
    const { continuity: _none, ...rules } = GON;
    contractDossier({ rules }).say({
      type: 'take-over-recorded',
      payload: {
        area: 'west',
        provider: 'Zorghuis Lindehof',
        step: 'approached',
        on: '2026-11-01',
        users: 4,
        staff: 1,
        consulted: false,
      },
    });
  },
  'index-not-published': saying({
    type: 'index-recorded',
    payload: {
      year: 2026,
      percentage: '3.1',
      status: 'final',
      publishedOn: '2026-12-01',
      on: '2026-11-01',
      source: 'Verzonnen advies',
      reason: null,
    },
  }),
  'index-too-low': saying(indexOf(2026, 'final', '-100', '2026-10-01')),
  'index-already-final': saying(
    indexOf(2026, 'final', '3.1', '2026-10-01'),
    indexOf(2026, 'provisional', '3.0', '2026-10-01'),
  ),
  'index-of-price-level': saying(indexOf(2025, 'final', '3.1', '2026-10-01')),
  'quarter-not-over': saying(figuresOf('west', '2027-Q1', '2027-03-31', [1, 1, 1, 1])),
  'quarter-after-term': saying(figuresOf('west', '2031-Q1', '2031-04-30', [1, 1, 1, 1])),
  'quarter-outside-term': saying(figuresOf('west', '2026-Q4', '2027-01-31', [1, 1, 1, 1])),
  'initiatives-above-basic': saying(figuresOf('west', '2027-Q1', '2027-04-01', [1200, 300, 0, 1501])),
  'extension-unknown': saying(considered(4)),
  'norms-not-in-order': saying(considered(1, '2030-12-31')),
  'extension-not-next': saying(considered(1), considered(2), decided(2)),
  'extension-already-decided': saying(considered(1), decided(1), decided(1)),
  'extension-too-late': saying(considered(1), decided(1, '2031-01-01')),
  'growth-path-not-considered': saying(decided(1)),
  'year-not-over': evaluating({ on: '2027-12-31' }),
  'year-before-contract': evaluating({ year: 2026 }),
  'goal-unknown': evaluating({ findings: goals(...allGoals, 'weather') }),
  'goal-twice': evaluating({ findings: goals(...allGoals, allGoals[0]!) }),
  'goal-missing': evaluating({ findings: goals(...allGoals.slice(1)) }),
  'outcome-of-another-year': evaluating({ year: 2028, on: '2029-02-01' }),
  'entry-unknown': saying(withdrawn(99)),
  'entry-already-withdrawn': saying(withdrawn(2), withdrawn(2)),
  'entry-is-used': saying(signed, withdrawn(2)),
  'date-ahead': () =>
    requireNotAhead({ ...signed, seq: 4, at: '2026-10-30T09:00:00Z', actor: 'officer' } as Parameters<
      typeof requireNotAhead
    >[0]),
  'division-negative': () => divideInCents(exact('1'), [{ id: 'west', weight: exact('-1') }]),
  'division-empty': computing({ figures: SETTING.figures.map((one) => ({ ...one, figure: '0' })) }),
  'division-key-unknown': computing(
    { keys: [{ key: 'need', weight: '1' }] },
    { rules: { ...GON.budget!, keys: ['equal'] } },
  ),
  'division-figure-missing': computing({ figures: SETTING.figures.slice(1) }),
  'component-not-a-choice': computing({ chosen: [{ component: 'haren', euro: '1' }] }),
  'component-above-maximum': computing({ chosen: [{ component: 'personal-budgets', euro: '1900000.01' }] }),
  'volume-missing': computing(
    { chosen: [], keys: [], firstYear: 2019, volumes: [] },
    { rules: decreasing.budget!, areas: decreasing.areas, lastYear: 2022 },
  ),
  'saving-above-sum': saved([[2019, '9000000']]),
  'saving-decreases': saved(
    [
      [2019, '0'],
      [2020, '0'],
      [2021, '1600000'],
    ],
    '2000000',
  ),
  'range-upside-down': computing({}, { range: { lowest: '3', highest: '2' } }),
  'year-before-price-level': computing({ firstYear: 2024 }),
  'answer-missing': () => whoDecides(GON.access!, {}),
  'advice-unknown': () =>
    holdAdvice(publishedRules().contracts.get('transport-2013.v1')!.rules.advice!, new Set(['9z'])),
} satisfies Provocations;

function budget(): ContractPayloads['budget-set'] {
  const own = ['west', 'oost'];
  const figures = own.map((area) => ({ key: 'population' as const, area, figure: '1000' }));
  return { ...BUDGET, keys: [{ key: 'population', weight: '1' }], figures };
}

export const otherContracts: OtherWays = [
  ['before-the-start', saying(changedFrom('2026-12-31'))],
  ['division-empty', computing({ figures: SETTING.figures.map((one) => ({ ...one, figure: '0' })) })],
  ['percentage-above-100', saying(consideredAt('101'))],
  [
    'link-broken',
    () =>
      requireOrigin(
        { dossier: readGolden('gon-2027-engine-2.dossier.json').dossier, seq: null, hash: '1'.repeat(64) },
        [],
      ),
  ],
];

function changedFrom(from: string): NewContractEvent {
  return {
    type: 'contract-changed',
    payload: { area: 'west', from, what: 'Iets anders.', reason, document: 'Allonge 1' },
  };
}
function consideredAt(minimumPercentage: string): NewContractEvent {
  return {
    type: 'growth-path-considered',
    payload: { extension: 1, steps: [{ by: '2031-12-31', minimumPercentage }], communityInitiatives: null, reason },
  };
}
