import { type Contract, untilOf } from '../../domain/contract/contracts.ts';
import type { Entry, EntryOf } from '../../domain/contract/events.ts';
import type { ReportedQuarter } from '../../domain/contract/overview.ts';
import type { ContractState } from '../../domain/contract/state.ts';
import type { Messages } from '../../messages/messages.ts';
import {
  type Block,
  type Cell,
  type FlatBlock,
  heading,
  lowered,
  type Prose,
  paragraph,
  typedPassage,
  withTyped,
} from '../blocks.ts';
import { counted, euros, quarterInWords } from './amounts.ts';
import { contractBlocks } from './contract.ts';
import { entrySubject } from './entry.ts';

/** What a provider reported of an area, the last quarter first: what was corrected stays readable. @param correct where a quarter is corrected; null for who may not */
export function quarterBlocks(
  m: Messages,
  area: string,
  quarters: readonly ReportedQuarter[],
  correct: (quarter: string) => string | null,
): Block[] {
  const t = m.watching.area;
  if (quarters.length === 0) return [heading(1, t.quarters), paragraph(t.noQuarters)];
  return [
    heading(1, t.quarters),
    {
      kind: 'table',
      caption: t.quartersCaption(area),
      columns: [
        { header: t.quarter, align: 'start', width: 4 },
        { header: t.users, align: 'end', width: 1 },
        { header: t.complaints, align: 'end', width: 1 },
        { header: t.spent, align: 'end', width: 2 },
      ],
      rows: quarters.toReversed().map((one) => quarterRow(m, one, correct(one.quarter))),
      stacks: true,
    },
  ];
}

function quarterRow(m: Messages, { quarter, now, before }: ReportedQuarter, href: string | null): Cell[] {
  const t = m.watching.area;
  const name = quarterInWords(m, quarter);
  const entries = [...before, now];
  return [
    {
      text: name,
      notes: [
        // The reason stands with the entry that corrects.
        ...before.map((one, place): Prose => {
          const [users, complaints, spent] = figuresOf(m, one);
          const reason = entries[place + 1]!.payload.reason ?? '';
          return withTyped(m, t.was(users, complaints, spent, reason), reason);
        }),
        ...(href === null ? [] : [[{ text: t.correctOf(name), href }]]),
      ],
    },
    ...figuresOf(m, now).map((text) => ({ text })),
  ];
}

function figuresOf(m: Messages, { payload }: EntryOf<'figures-recorded'>): [string, string, string] {
  const { basicVolunteers, basicProfessionals, additional } = payload.users;
  return [
    counted(m, basicVolunteers + basicProfessionals + additional),
    counted(m, payload.complaints),
    payload.spent === null ? m.watching.area.unknown : euros(m, payload.spent),
  ];
}

/** The contracts that an area had before; nothing where this is its first. */
export const earlierBlocks = (m: Messages, contracts: readonly Contract[]): Block[] =>
  contracts.length === 0
    ? []
    : [
        heading(1, m.watching.area.earlier),
        ...contracts.flatMap((contract) => {
          const { provider, added } = contract;
          const title = m.watching.area.earlierOf(
            provider.name,
            m.format.date(added.payload.start),
            m.format.date(untilOf(contract)),
          );
          return [heading(2, title), ...lowered(contractBlocks(m, contract)).slice(1)];
        }),
      ];

/**
 * Everything that was recorded of an area, the last first: what was withdrawn too.
 * @param nameOf of an account @param withdraw where an entry is withdrawn; null for who may not
 */
export function historyBlocks(
  m: Messages,
  state: Readonly<ContractState>,
  area: string,
  nameOf: (account: string) => string,
  withdraw: (entry: Entry) => string | null,
): Block[] {
  const t = m.watching.area;
  const entries = state.entries.filter(({ payload }) => 'area' in payload && areaIn(payload.area) === area);
  const table: FlatBlock = {
    kind: 'table',
    caption: t.historyCaption,
    columns: [
      { header: t.entry, align: 'start', width: 4 },
      { header: t.on, align: 'start', width: 2 },
      { header: t.by, align: 'start', width: 2 },
    ],
    rows: entries.toReversed().map((entry) => {
      const what = m.contractActs.entry(
        m.contractLog.types[entry.type],
        entrySubject(m, state, entry),
        m.format.date(entry.at),
      );
      const gone = state.withdrawn.get(entry.seq);
      const href = gone ? null : withdraw(entry);
      const notes: Prose[] = [
        ...(gone ? [[{ text: t.withdrawn(m.format.date(gone.at)) }, typedPassage(m, gone.reason)]] : []),
        ...(href === null
          ? []
          : [
              [
                {
                  text: t.withdrawOf(
                    entrySubject(m, state, entry) || m.contractLog.types[entry.type],
                    m.format.moment(entry.at),
                  ),
                  href,
                },
              ],
            ]),
      ];
      return [
        { text: [typedPassage(m, what)], ...(notes.length === 0 ? {} : { notes }) },
        { text: m.format.moment(entry.at) },
        { text: nameOf(entry.actor) },
      ];
    }),
    stacks: true,
  };
  return [
    heading(1, t.history),
    { kind: 'details', level: 2, summary: t.historyCount(entries.length), blocks: [table] },
  ];
}

const areaIn = (area: string | { readonly id: string }): string => (typeof area === 'string' ? area : area.id);
