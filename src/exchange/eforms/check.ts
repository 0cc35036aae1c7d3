import { CODES, EXACT_WEIGHTS } from './codes.ts';

/** A notice as far as its rules read it: ours, or one that somebody completed. */
export interface NoticeToCheck {
  readonly subtype: 20 | 33;
  readonly lots: number;
  readonly groups: readonly {
    readonly of: string;
    readonly lot: string | null;
    readonly rows: readonly { readonly field: string; readonly value: string | number | null }[];
  }[];
}

/** The rules of the SDK that are checked, for notice subtypes 20 and 33. */
export const NOTICE_RULES = [
  'code-unknown',
  'percentages-sum',
  'decimals-sum',
  'order-mixed',
  'one-minimum-score',
  'weights-exact',
  'lot-limits',
  'features-missing',
  'review-missing',
  'winner-missing',
  'reason-without-closing',
  'submissions-pair',
  'lowest-value',
  'decision-after-contract',
] as const;
export type NoticeRule = (typeof NOTICE_RULES)[number];

export interface NoticeFault {
  readonly rule: NoticeRule;
  /** The lot in which it is broken; null for the procedure. */
  readonly lot: string | null;
}

type Group = NoticeToCheck['groups'][number];

/** Every rule that a notice breaks, once for each lot. What is still to be filled in breaks no rule. */
export function noticeFaults(notice: NoticeToCheck): NoticeFault[] {
  const lots = [...new Set(notice.groups.map(({ lot }) => lot))];
  return lots.flatMap((lot) => {
    const groups = notice.groups.filter((group) => group.lot === lot);
    const broken = lot === null ? ofProcedure(notice, groups) : ofLot(notice, groups);
    return NOTICE_RULES.filter((rule) => broken[rule] === true).map((rule) => ({ rule, lot }));
  });
}

type Broken = Partial<Record<NoticeRule, boolean>>;

function ofProcedure(notice: NoticeToCheck, groups: readonly Group[]): Broken {
  const rows = rowsOf(groups);
  return {
    'code-unknown': hasUnknownCode(groups),
    'lot-limits': breaksLimits(notice, rows),
    'features-missing': notice.subtype === 20 && !rows.some(({ field, value }) => field === 'BT-88' && value !== ''),
    'lowest-value': rows.some(({ field }) => field === 'BT-710'),
  };
}

function ofLot({ subtype }: NoticeToCheck, groups: readonly Group[]): Broken {
  const rows = rowsOf(groups);
  const criteria = groups.filter(({ of }) => of === 'criterion');
  const weights = criteria.flatMap(weightsOf);
  const kinds = new Set(weights.map(({ kind }) => kind));
  const results = groups.filter(({ of }) => of === 'result');
  return {
    'code-unknown': hasUnknownCode(groups),
    'percentages-sum': kinds.has('per-exa') && Math.abs(sumOf(weights, 'per-exa') - 100) > 1,
    'decimals-sum': kinds.has('dec-exa') && Math.abs(sumOf(weights, 'dec-exa') - 1) > 0.01,
    'order-mixed': kinds.has('ord-imp') && kinds.size > 1,
    'one-minimum-score': criteria.some((group) => valuesOf(group.rows, 'BT-5423').filter(isMinimum).length > 1),
    'weights-exact': subtype === 33 && weights.some(({ kind }) => !EXACT_WEIGHTS.includes(kind)),
    'review-missing': !rows.some(({ field }) => field === 'BT-99'),
    'winner-missing': subtype === 33 && !rows.some(({ field }) => field === 'BT-142'),
    'reason-without-closing': results.some(
      (group) => has(group.rows, 'BT-144') && !valuesOf(group.rows, 'BT-142').includes('clos-nw'),
    ),
    'submissions-pair': results.some((group) => has(group.rows, 'BT-759') !== has(group.rows, 'BT-760')),
    'lowest-value': rows.some(({ field }) => field === 'BT-710'),
    'decision-after-contract': groups.some(isDecidedAfterContract),
  };
}

type Rows = Group['rows'];

const rowsOf = (groups: readonly Group[]): Rows => groups.flatMap(({ rows }) => rows);
const valuesOf = (rows: Rows, name: string) =>
  rows.flatMap(({ field, value }) => (field === name && value !== null ? [value] : []));
const has = (rows: Rows, name: string): boolean => rows.some(({ field }) => field === name);
const isMinimum = (code: string | number): boolean => code === 'min-score';

const hasUnknownCode = (groups: readonly Group[]): boolean =>
  rowsOf(groups).some(({ field, value }) => {
    const known = Object.hasOwn(CODES, field) ? CODES[field] : undefined;
    return known !== undefined && value !== null && !known.includes(String(value));
  });

/** A number and what kind of weight it is stand one after the other. */
function weightsOf({ rows }: Group): { kind: string; number: number }[] {
  return rows.flatMap(({ field, value }, place) => {
    const before = rows[place - 1];
    if (field !== 'BT-5421' || value === null || before?.field !== 'BT-541') return [];
    return [{ kind: String(value), number: Number(before.value) }];
  });
}

const sumOf = (weights: ReturnType<typeof weightsOf>, of: string): number =>
  weights.reduce((sum, { kind, number }) => (kind === of ? sum + number : sum), 0);

/** How many lots one may bid for and win: with two lots or more, and not in a result; no more to win than to bid for, nor than there are. */
function breaksLimits({ subtype, lots }: NoticeToCheck, rows: Rows): boolean {
  const [toBidFor] = valuesOf(rows, 'BT-31').map(Number);
  const [toWin] = valuesOf(rows, 'BT-33').map(Number);
  if (toBidFor === undefined && toWin === undefined) return false;
  if (subtype === 33 || lots < 2) return true;
  return (toBidFor ?? lots) > lots || (toWin ?? 0) > (toBidFor ?? lots);
}

function isDecidedAfterContract({ rows }: Group): boolean {
  const [decided] = valuesOf(rows, 'BT-1451').map(String);
  const [signed] = valuesOf(rows, 'BT-145').map(String);
  return decided !== undefined && signed !== undefined && decided > signed;
}
