import { figuresCanBeRecorded } from '../../domain/contract/checks.ts';
import { type Contract, contractsOf } from '../../domain/contract/contracts.ts';
import { type ContractPayloads, quarterText } from '../../domain/contract/events.ts';
import { areaOverview } from '../../domain/contract/overview.ts';
import { endOfQuarter, quartersOf } from '../../domain/contract/quarter.ts';
import type { ContractState } from '../../domain/contract/state.ts';
import { DomainError } from '../../domain/errors.ts';
import { readAmount } from '../../domain/figures.ts';
import { plainName } from '../../domain/ids.ts';
import { equals, exact } from '../../domain/number.ts';
import { isWholeIn, recordsOf } from '../../exchange/spreadsheet/records.ts';
import type { Sheet } from '../../exchange/spreadsheet/sheet.ts';
import type { Table, TableCell } from '../../exchange/spreadsheet/table.ts';
import { describeContractError } from '../../explanation/contract/named-error.ts';
import { type Messages, messagesIn } from '../../messages/messages.ts';
import { cellAsTyped, placeIn } from '../forms/sheet-cells.ts';
import { type SheetProblem, sheetProblems } from '../forms/sheet-faults.ts';
import { type FieldProblem, textProblem } from '../forms/text.ts';
import { figureProblem, readCount } from './figure-fields.ts';

type Payload = ContractPayloads['figures-recorded'];

const COUNTS = ['basicVolunteers', 'basicProfessionals', 'additional', 'communityInitiatives', 'complaints'] as const;
export const FIGURE_COLUMNS = ['area', 'quarter', ...COUNTS, 'spent', 'reason'] as const;
type ColumnKey = (typeof FIGURE_COLUMNS)[number];
const WIDTHS: Readonly<Partial<Record<ColumnKey, number>>> = { area: 30, reason: 60 };
const WIDTH = 16;

/** The names of the sheet, in every language. */
export const FIGURES_SHEET: readonly string[] = (['nl', 'en'] as const).map(
  (one) => messagesIn(one).contractForms.sheet.sheet,
);

/** Figures that a sheet gives, with those that they correct. */
export interface GivenFigures {
  readonly payload: Payload;
  readonly before: Payload | undefined;
}

/** The contracts of which figures come in: of every area the last. */
const followed = (state: Readonly<ContractState>): Contract[] =>
  contractsOf(state).filter(({ until }) => until === null);

const knownOf = (state: Readonly<ContractState>, contract: Contract): ReadonlyMap<string, Payload> =>
  new Map(
    areaOverview(state, contract, state.lastEventAt.slice(0, 10)).quarters.map(({ quarter, now }) => [
      quarter,
      now.payload,
    ]),
  );

/** The sheet to fill in: every quarter of every area that is over, with what is known of it. */
export function figuresTable(m: Messages, state: Readonly<ContractState>, today: string): Table {
  const t = m.contractForms.sheet;
  return {
    name: t.sheet,
    columns: FIGURE_COLUMNS.map((key) => ({
      header: t.heads[key],
      width: WIDTHS[key] ?? WIDTH,
      takes: key === 'area' || key === 'quarter' || key === 'reason' ? 'text' : 'figure',
    })),
    rows: followed(state).flatMap((contract) => {
      const known = knownOf(state, contract);
      return quartersOver(contract, today).map((quarter): TableCell[] => {
        const payload = known.get(quarter);
        const number = (text: string | null | undefined): TableCell =>
          text == null ? null : { number: text, decimals: null };
        return [
          contract.area.name,
          quarter,
          ...COUNTS.map((key) => number(payload && String(countIn(payload, key)))),
          number(payload?.spent),
          null,
        ];
      });
    }),
  };
}

const countIn = ({ users, complaints }: Payload, key: (typeof COUNTS)[number]): number =>
  key === 'complaints' ? complaints : users[key];

function quartersOver({ added, ended }: Contract, today: string): string[] {
  const { start } = added.payload;
  const last = ended && ended.payload.on < today ? ended.payload.on : today;
  const years = Math.max(0, Number(last.slice(0, 4)) - Number(start.slice(0, 4)) + 1);
  return Array.from({ length: years }, (_, place) => Number(start.slice(0, 4)) + place)
    .flatMap(quartersOf)
    .filter((quarter) => endOfQuarter(quarter) >= start && endOfQuarter(quarter) < today);
}

/**
 * Reads a sheet that was filled in. A row without figures says nothing, and one that says what is known changes nothing.
 * @param today the day on which the figures come in
 */
export function readFiguresSheet(
  m: Messages,
  state: Readonly<ContractState>,
  sheet: Sheet,
  today: string,
): { readonly given: readonly GivenFigures[] } | { readonly problems: readonly FieldProblem[] } {
  const t = m.contractForms.sheet;
  const all = [m, messagesIn('nl'), messagesIn('en')];
  const known = FIGURE_COLUMNS.map((key) => ({
    key,
    heads: all.map((one) => one.contractForms.sheet.heads[key]),
    isNeeded: key !== 'reason' && key !== 'spent',
  }));
  const records = recordsOf(sheet, known);
  const contracts = followed(state);
  const recorded = new Map(contracts.map((contract) => [contract.area.id, knownOf(state, contract)]));
  const seen = new Map<string, number>();
  const wrong: SheetProblem[] = [];
  const given: GivenFigures[] = [];
  for (const record of records.records) {
    const { row, cells } = record;
    const text = (key: ColumnKey): string => cellAsTyped(m, cells.get(key)).trim();
    if ([...COUNTS, 'spent' as const].every((key) => text(key) === '')) continue;
    const before = wrong.length;
    const refuse = (key: ColumnKey, said: string): void => {
      wrong.push({ ...placeIn(records, row, key), text: said });
    };
    const contract = contracts.find(
      ({ area }) => area.id === text('area') || plainName(area.name) === plainName(text('area')),
    );
    if (!contract)
      refuse(
        'area',
        t.unknownArea(
          text('area'),
          contracts.map(({ area }) => area.name),
        ),
      );
    const quarter = quarterText.safeParse(text('quarter').toUpperCase()).data;
    if (quarter === undefined) refuse('quarter', t.quarterWrong);
    const counts = COUNTS.map((key) => {
      const raw = text(key);
      const read =
        raw === '' ? { problem: m.contractForms.wrong.missing(t.heads[key]) } : readCount(m, raw, t.heads[key]);
      if ('problem' in read) refuse(key, read.problem);
      return 'count' in read ? read.count : 0;
    });
    const spentProblem = text('spent') === '' ? undefined : figureProblem(m, text('spent'), t.heads.spent, readAmount);
    if (spentProblem !== undefined) refuse('spent', spentProblem);
    const reasonProblem = textProblem(m, text('reason'), t.heads.reason, 2000);
    if (reasonProblem !== undefined) refuse('reason', reasonProblem);
    if (!contract || quarter === undefined) continue;
    const key = `${contract.area.id} ${quarter}`;
    const earlier = seen.get(key);
    if (earlier !== undefined) refuse('quarter', t.repeated(earlier));
    seen.set(key, earlier ?? row);
    if (wrong.length > before || !isWholeIn(records, record)) continue;
    const [basicVolunteers = 0, basicProfessionals = 0, additional = 0, communityInitiatives = 0, complaints = 0] =
      counts;
    const spent = readAmount(text('spent'));
    const payload: Payload = {
      area: contract.area.id,
      quarter,
      on: today,
      users: { basicVolunteers, basicProfessionals, additional, communityInitiatives },
      complaints,
      spent: typeof spent === 'object' ? spent.figure : null,
      reason: text('reason') === '' ? null : text('reason'),
    };
    const now = recorded.get(contract.area.id)?.get(quarter);
    if (now && saysTheSame(now, payload)) continue;
    const refusal = refusalOf(state, payload);
    if (refusal) refuse(columnOf(refusal), describeContractError(m, state, refusal));
    else given.push({ payload, before: now });
  }
  const problems = sheetProblems(m, records, wrong);
  return problems.length > 0 ? { problems } : { given };
}

const saysTheSame = (a: Payload, b: Payload): boolean =>
  COUNTS.every((key) => countIn(a, key) === countIn(b, key)) &&
  (a.spent === null || b.spent === null ? a.spent === b.spent : equals(exact(a.spent), exact(b.spent)));

function refusalOf(state: Readonly<ContractState>, payload: Payload): DomainError | undefined {
  try {
    figuresCanBeRecorded(state, payload);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

const columnOf = ({ field }: DomainError): ColumnKey => FIGURE_COLUMNS.find((one) => one === field) ?? 'quarter';
