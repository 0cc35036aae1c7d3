import type { NewContract } from '../../actions/open-contracts.ts';
import type { ContractRules } from '../../domain/contract/rules/contract-rules.ts';
import { lastDayAfterYears } from '../../domain/contract/term.ts';
import { idOf } from '../../domain/ids.ts';
import { dateText, foldedText } from '../../domain/text.ts';
import type { Messages } from '../../messages/messages.ts';
import { readDate } from './date.ts';
import { type FieldProblem, type FormBody, textProblem, typed } from './text.ts';

/** The contracts of a form, a row each. */

export type ContractField = 'area' | 'provider' | 'members' | 'subcontractors' | 'start' | 'until';

const FIRST_ROWS = 2;
const MOST_ROWS = 60;
const MOST_NAMES = 50;
const ROW_FIELD = /^contract\.(\d{1,2})\.(area|provider|members|subcontractors|start|until)$/;

/** The name of a field of a row, counted from 1: "contract.2.area". */
export const contractField = (row: number, part: ContractField): string => `contract.${row}.${part}`;

/** The button that asks for a row more, with everything that was typed. */
export const asksForMoreContracts = (body: FormBody): boolean => typed(body, 'intent') === 'more-contracts';

/** How many rows the form shows: those with something in them, one more where that was asked for. */
export function contractRowsShown(body: FormBody): number {
  const before = Number(/^\d{1,2}$/.exec(typed(body, 'contract-rows'))?.[0] ?? FIRST_ROWS);
  const rows = Math.max(before, ...filledRows(body)) + (asksForMoreContracts(body) ? 1 : 0);
  return Math.min(Math.max(rows, 1), MOST_ROWS);
}

export const mayHaveMore = (rows: number): boolean => rows < MOST_ROWS;

function filledRows(body: FormBody): number[] {
  const rows = Object.keys(body).flatMap((field) => {
    const row = Number(ROW_FIELD.exec(field)?.[1] ?? 0);
    return row >= 1 && row <= MOST_ROWS && typed(body, field) !== '' ? [row] : [];
  });
  return [...new Set(rows)].sort((a, b) => a - b);
}

/**
 * Reads the contracts that are filled in.
 * @param rules the rules that were chosen; null where none were
 */
export function readContractRows(
  m: Messages,
  rules: ContractRules | null,
  body: FormBody,
): { readonly contracts: readonly NewContract[]; readonly problems: readonly FieldProblem[] } {
  const t = m.watching.opening;
  const rows = filledRows(body);
  const problems: FieldProblem[] = [];
  if (rows.length === 0) problems.push({ field: contractField(1, 'area'), text: t.contractMissing });
  const taken: string[] = [];
  const contracts = rows.map((row): NewContract => {
    const read = readRow(m, rules, body, row, (part, text) => problems.push({ field: contractField(row, part), text }));
    const area = areaCalled(rules?.areas ?? [], read.area);
    if (read.area !== '' && taken.includes(area.id))
      problems.push({ field: contractField(row, 'area'), text: t.areaTwice(row) });
    taken.push(area.id);
    return {
      area,
      provider: { name: read.provider, members: read.members },
      subcontractors: read.subcontractors,
      reference: null,
      start: read.start,
      until: read.until,
      price: null,
      promises: { growthPath: null, others: [] },
      awarded: null,
    };
  });
  return { contracts, problems };
}

/** An area by its name: a known one where that is what it is called. */
export const areaCalled = (areas: readonly NewContract['area'][], name: string): NewContract['area'] =>
  areas.find((one) => foldedText(one.name) === foldedText(name)) ?? { id: idOf('', name, 'area'), name };

function readRow(
  m: Messages,
  rules: ContractRules | null,
  body: FormBody,
  row: number,
  problem: (part: ContractField, text: string) => void,
) {
  const t = m.watching.opening;
  const line = (part: 'area' | 'provider', missing: string): string => {
    const text = typed(body, contractField(row, part));
    const wrong = text === '' ? missing : textProblem(m, text, t.inContract(row, t[part]), 200, 'one');
    if (wrong !== undefined) problem(part, wrong);
    return text;
  };
  const names = (part: 'members' | 'subcontractors'): string[] => {
    const all = linesOf(typed(body, contractField(row, part)));
    if (all.length > MOST_NAMES) problem(part, t.tooManyNames(row));
    const wrong = all.map((one) => textProblem(m, one, t.inContract(row, t[part]), 200, 'one')).find((one) => one);
    if (wrong !== undefined) problem(part, wrong);
    return all;
  };
  const [area, provider] = [line('area', t.areaMissing(row)), line('provider', t.providerMissing(row))];
  const [members, subcontractors] = [names('members'), names('subcontractors')];
  const start = dateOf(typed(body, contractField(row, 'start')) || (rules?.term?.start ?? ''));
  if (start === undefined) problem('start', t.startWrong(row));
  const written = typed(body, contractField(row, 'until'));
  const years = rules?.term?.years;
  const until =
    written !== '' ? dateOf(written) : start && years !== undefined ? lastDayAfterYears(start, years) : undefined;
  if (until === undefined && written !== '') problem('until', t.untilWrong(row));
  if (until === undefined && written === '' && rules && years === undefined) problem('until', t.untilMissing(row));
  if (start && until && until < start) problem('until', t.untilEarly(row));
  return { area, provider, members, subcontractors, start: start ?? '', until: until ?? '' };
}

/** Names, one on a line. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');

function dateOf(text: string): string | undefined {
  const date = readDate(text);
  return dateText.safeParse(date).success ? date : undefined;
}
