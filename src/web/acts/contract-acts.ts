import { areasOf } from '../../domain/contract/overview.ts';
import { TAKE_OVER_STEPS } from '../../domain/contract/rules/continuity.ts';
import type { Messages } from '../../messages/messages.ts';
import { areaCalled, linesOf } from '../forms/contract-rows.ts';
import type { ContractAct, ContractAsking } from './contract-act-kind.ts';
import * as field from './contract-fields.ts';

const always = (): boolean => true;
const hasTerm = ({ state }: ContractAsking): boolean => (state.rules.term?.extensions.length ?? 0) > 0;

/** How many months before the end of a term a decision can be asked at most. */
const MOST_MONTHS = 60;

/** Everything that is recorded of contracts with a form of a few fields, by name. What needs a form of its own stands with its pages. */
export const CONTRACT_ACTS = {
  sign: {
    group: 'contract',
    event: 'contract-signed',
    fields: [
      field.areaThat(({ signed, ended }) => signed === null && ended === null),
      field.date('signedOn'),
      field.reference('document'),
    ],
    offered: always,
    events: ({ one, given }) => [
      {
        type: 'contract-signed',
        payload: { area: one('area'), signedOn: one('signedOn'), document: given('document') ?? null },
      },
    ],
  },
  change: {
    group: 'contract',
    event: 'contract-changed',
    fields: [
      field.areaThat(({ ended }) => ended === null),
      field.date('from'),
      field.text('what'),
      field.yesOrNo('change'),
      field.names('newSubcontractors'),
      field.reason,
      field.changeDocument,
    ],
    fieldOf: { on: 'from' },
    offered: always,
    faults: ({ one, given }, { m }) =>
      one('change') === 'no' && given('newSubcontractors') !== undefined
        ? [{ field: 'newSubcontractors', text: m.contractActs.subcontractorsMissing }]
        : [],
    events: ({ one }) => [
      {
        type: 'contract-changed',
        payload: {
          area: one('area'),
          from: one('from'),
          what: one('what'),
          reason: one('reason'),
          document: one('changeDocument'),
          ...(one('change') === 'yes' ? { subcontractors: linesOf(one('newSubcontractors')) } : {}),
        },
      },
    ],
  },
  end: {
    group: 'contract',
    event: 'contract-ended',
    fields: [
      field.areaThat(({ ended }) => ended === null),
      field.date('on'),
      field.reason,
      field.reference('document'),
    ],
    offered: always,
    events: ({ one, given }) => [
      {
        type: 'contract-ended',
        payload: { area: one('area'), on: one('on'), reason: one('reason'), document: given('document') ?? null },
      },
    ],
    confirmation: { text: 'end' },
  },
  'add-contract': {
    group: 'contract',
    event: 'contract-added',
    fields: [
      field.line('areaName'),
      field.line('provider'),
      field.names('members'),
      field.names('subcontractors'),
      field.date('start'),
      field.date('until'),
      field.reference('reference'),
    ],
    fieldOf: { area: 'areaName' },
    offered: always,
    events: ({ one, given }, { state }) => [
      {
        type: 'contract-added',
        payload: {
          area: areaCalled([...areasOf(state), ...state.rules.areas], one('areaName')),
          provider: { name: one('provider'), members: linesOf(one('members')) },
          subcontractors: linesOf(one('subcontractors')),
          reference: given('reference') ?? null,
          start: one('start'),
          until: one('until'),
          price: null,
          promises: { growthPath: null, others: [] },
          awarded: null,
        },
      },
    ],
  },
  'agree-deciding': {
    group: 'term',
    event: 'deciding-agreed',
    fields: [field.count('monthsBefore'), field.line('decider'), field.newReason],
    fieldOf: { reason: 'newReason' },
    offered: hasTerm,
    faults: ({ one }, { m }) =>
      Number(one('monthsBefore')) > MOST_MONTHS ? [{ field: 'monthsBefore', text: m.contractActs.monthsTooMany }] : [],
    events: ({ one, given }) => [
      {
        type: 'deciding-agreed',
        payload: {
          monthsBefore: Number(one('monthsBefore')),
          decider: one('decider'),
          reason: given('newReason') ?? null,
        },
      },
    ],
  },
  'consider-growth-path': {
    group: 'term',
    event: 'growth-path-considered',
    fields: [field.extension, ...field.norms, field.community, field.reason],
    offered: (asking) => hasTerm(asking) && asking.state.rules.growthPath !== undefined,
    faults: ({ given }, { m }) =>
      field.NORMS.flatMap(([by, share]) =>
        (given(by) === undefined) === (given(share) === undefined)
          ? []
          : [{ field: given(by) === undefined ? by : share, text: m.contractActs.normIncomplete }],
      ),
    events: ({ one, given }) => [
      {
        type: 'growth-path-considered',
        payload: {
          extension: Number(one('extension')),
          steps: field.NORMS.flatMap(([by, share]) =>
            given(by) === undefined ? [] : [{ by: one(by), minimumPercentage: one(share) }],
          ),
          communityInitiatives: given('community') ?? null,
          reason: one('reason'),
        },
      },
    ],
  },
  'decide-extension': {
    group: 'term',
    event: 'extension-decided',
    fields: [
      field.nextExtension,
      field.yesOrNo('extended'),
      field.date('decidedOn'),
      field.line('decidedBy'),
      field.reason,
    ],
    offered: hasTerm,
    events: ({ one }) => {
      const [area = '', extension] = one('extension').split(' ');
      return [
        {
          type: 'extension-decided',
          payload: {
            area,
            extension: Number(extension),
            extended: one('extended') === 'yes',
            decidedOn: one('decidedOn'),
            by: one('decidedBy'),
            reason: one('reason'),
          },
        },
      ];
    },
    confirmation: { text: 'decide-extension' },
  },
  'take-over': {
    group: 'continuity',
    event: 'take-over-recorded',
    fields: [
      field.areaThat(always),
      field.line('existing'),
      field.step,
      field.date('on'),
      field.count('users'),
      field.count('staff'),
      field.yesOrNo('consulted'),
      field.note,
    ],
    offered: ({ state }) => state.rules.continuity !== undefined,
    events: ({ one, given }) => [
      {
        type: 'take-over-recorded',
        payload: {
          area: one('area'),
          provider: one('existing'),
          step: TAKE_OVER_STEPS.find((step) => step === one('step')) ?? TAKE_OVER_STEPS[0],
          on: one('on'),
          users: Number(one('users')),
          staff: Number(one('staff')),
          consulted: one('consulted') === 'yes',
          ...(given('note') === undefined ? {} : { note: one('note') }),
        },
      },
    ],
  },
  'change-people': {
    group: 'dossier',
    event: 'people-changed',
    fields: [
      field.person('officer', 'procurement-officer'),
      field.person('manager', 'contract-manager', 'procurement-officer'),
      field.reason,
    ],
    offered: always,
    events: ({ one }) => [
      {
        type: 'people-changed',
        payload: { officer: one('officer'), manager: one('manager'), reason: one('reason') },
      },
    ],
    confirmation: { text: 'change-people', basis: ({ officer, manager }) => [officer, manager] },
  },
  withdraw: {
    group: 'dossier',
    event: 'entry-withdrawn',
    fields: [field.entry, field.reason],
    offered: always,
    events: ({ one }) => [{ type: 'entry-withdrawn', payload: { seq: Number(one('entry')), reason: one('reason') } }],
    confirmation: { text: 'withdraw' },
  },
  close: {
    group: 'dossier',
    event: 'dossier-closed',
    fields: [field.reason],
    offered: always,
    events: ({ one }) => [{ type: 'dossier-closed', payload: { reason: one('reason') } }],
    confirmation: { text: 'close' },
  },
  reopen: {
    group: 'dossier',
    event: 'dossier-reopened',
    fields: [field.reason],
    offered: always,
    events: ({ one }) => [{ type: 'dossier-reopened', payload: { reason: one('reason') } }],
  },
} as const satisfies Readonly<Record<keyof Messages['contractActs']['names'], ContractAct>>;

export type ContractActName = keyof typeof CONTRACT_ACTS;
export const CONTRACT_ACT_NAMES = Object.keys(CONTRACT_ACTS) as ContractActName[];
