import type { ContractPayloads } from '../../domain/contract/events.ts';
import { areasOf } from '../../domain/contract/overview.ts';
import type { ContractState } from '../../domain/contract/state.ts';
import { type Block, type Cell, typedPassage } from '../../explanation/blocks.ts';
import { counted, euros, quarterInWords } from '../../explanation/contract/amounts.ts';
import type { Messages } from '../../messages/messages.ts';
import type { GivenFigures } from '../recording/figures-sheet.ts';
import type { Confirmation } from './confirmation.ts';
import { firstRows } from './first-rows.ts';

type Payload = ContractPayloads['figures-recorded'];

/** What a sheet with figures records, before it is recorded. @param action where it is */
export function confirmationOfFigures(
  m: Messages,
  state: Readonly<ContractState>,
  given: readonly GivenFigures[],
  today: string,
  action: string,
): { readonly confirmation: Confirmation; readonly details: readonly Block[] } {
  const t = m.contractForms.sheet;
  const corrected = given.filter(({ before }) => before).length;
  return {
    confirmation: {
      title: t.confirmTitle,
      yes: t.confirmYes,
      action,
      facts: [
        { term: t.changes, value: t.count(given.length - corrected, corrected) },
        { term: t.receivedOn, value: m.format.date(today) },
      ],
      consequences: t.consequences,
      undo: t.undo,
      // Figures that came in meanwhile are seen first.
      basis: given.map(({ payload, before }) => JSON.stringify([payload, before ?? null])),
    },
    details: firstRows(m, [
      {
        kind: 'table',
        caption: t.caption,
        columns: [
          { header: t.heads.area, align: 'start', width: 2 },
          { header: t.heads.quarter, align: 'start', width: 2 },
          { header: t.kind, align: 'start', width: 1 },
          ...(
            [
              'basicVolunteers',
              'basicProfessionals',
              'additional',
              'communityInitiatives',
              'complaints',
              'spent',
            ] as const
          ).map((key) => ({ header: t.heads[key], align: 'end' as const, width: 1 })),
          { header: t.heads.reason, align: 'start', width: 2 },
        ],
        rows: given.map((one) => rowOf(m, state, one)),
        stacks: true,
      },
    ]),
  };
}

function rowOf(m: Messages, state: Readonly<ContractState>, { payload, before }: GivenFigures): Cell[] {
  const t = m.contractForms.sheet;
  const cell = (of: (one: Payload) => string): Cell => {
    const [now, was] = [of(payload), before && of(before)];
    return { text: now, ...(was !== undefined && was !== now ? { notes: [t.was(was)] } : {}) };
  };
  const { area, quarter, reason } = payload;
  return [
    { text: areasOf(state).find(({ id }) => id === area)?.name ?? area },
    { text: quarterInWords(m, quarter) },
    { text: before ? t.corrected : t.added },
    cell(({ users }) => counted(m, users.basicVolunteers)),
    cell(({ users }) => counted(m, users.basicProfessionals)),
    cell(({ users }) => counted(m, users.additional)),
    cell(({ users }) => counted(m, users.communityInitiatives)),
    cell(({ complaints }) => counted(m, complaints)),
    cell(({ spent }) => (spent === null ? t.unknown : euros(m, spent))),
    { text: reason === null ? m.following.nothing : [typedPassage(m, reason)] },
  ];
}
