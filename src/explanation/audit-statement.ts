import type { DomainError } from '../domain/errors.ts';
import { describeError, type Messages } from '../messages/messages.ts';
import { sentences } from '../messages/sentence.ts';
import { type Block, cells, heading, list, paragraph } from './blocks.ts';
import { comparedLetterBlocks, isAsSent, type LetterFindings } from './compared-letters.ts';
import { eventName } from './event-names.ts';
import { foundBlocks, type ReRunFigures, todayBlocks } from './re-run.ts';
import { type Proven, provenInWords } from './verdict.ts';
import { commandLine, RELEASE } from './verification.ts';

type Refusal = Pick<DomainError, 'code' | 'details'>;

/** What was checked of a dossier, and what came of it. */
export interface Statement {
  readonly dossier: string;
  /** Its id, where the log cannot be read. */
  readonly title: string;
  /** Of the log as it is stored. */
  readonly head: string;
  /** After its last event; null where that does not stand in the register. */
  readonly register: { readonly position: number; readonly hash: string } | null;
  readonly found: { readonly refusal: Refusal } | Verified;
}

interface Verified {
  readonly proven: Proven;
  /** Null while there is no outcome. */
  readonly reRun: ReRunFigures | null;
  /** The editions that were made and proven again; null where none can be made. */
  readonly editions: readonly { readonly of: 'committee' | 'public'; readonly refusal: Refusal | null }[] | null;
  /** The letters that were sent, held against their files and made again; null for a dossier that sends none. */
  readonly letters: readonly LetterFindings[] | null;
}

/** The statement of an auditor about one dossier: verdict, every check, differences, what was not checked, and room to sign. */
export function statementBlocks(m: Messages, statement: Statement): Block[] {
  const t = m.statement;
  const { dossier, title, head, register, found } = statement;
  const words = 'refusal' in found ? null : provenInWords(m, found.proven, (type) => eventName(m, type), false);
  return [
    heading(1, t.verdict),
    ...verdictBlocks(m, found, words),
    heading(1, m.reRun.checks),
    checksTable(m, statement),
    ...('refusal' in found ? [] : differenceBlocks(m, found)),
    heading(1, t.notChecked),
    ...list([...(words?.notProven ?? [m.reRun.notProvenNames]), t.inside]),
    heading(1, t.sign),
    paragraph(t.signText(title)),
    { kind: 'signatures', lines: [{ label: t.auditor }], labels: t.signature },
    heading(1, t.again),
    paragraph(t.againText(RELEASE)),
    { kind: 'code', text: commandLine(`verify ${dossier}.json --head ${head}`) },
    heading(2, t.head),
    { kind: 'code', text: head },
    ...(register === null
      ? []
      : [heading(2, t.registerHead(register.position)), { kind: 'code', text: register.hash } satisfies Block]),
  ];
}

function verdictBlocks(
  m: Messages,
  found: Statement['found'],
  words: ReturnType<typeof provenInWords> | null,
): Block[] {
  if (words === null || 'refusal' in found) {
    const why = 'refusal' in found ? describeError(m, found.refusal) : '';
    return [{ kind: 'note', tone: 'warning', title: m.reRun.verdict.broken, text: why }];
  }
  const tone = words.tone === 'error' ? 'warning' : words.tone === 'ok' ? 'success' : 'information';
  return [
    { kind: 'note', tone, title: '', text: words.verdict },
    ...words.warnings.map((warning): Block => ({ kind: 'note', tone: 'warning', title: '', text: warning })),
  ];
}

type Result = 'good' | 'wrong' | 'notDone';

function checksTable(m: Messages, statement: Statement): Block {
  const t = m.statement;
  const results: readonly (readonly [name: string, result: Result, found: string])[] =
    'refusal' in statement.found ? brokenChecks(m, statement.found.refusal) : checksOf(m, statement, statement.found);
  return {
    kind: 'table',
    caption: t.checks,
    stacks: true,
    columns: [
      { header: t.check, align: 'start', width: 3 },
      { header: t.result, align: 'start', width: 2 },
      { header: t.found, align: 'start', width: 6, prose: true },
    ],
    rows: results.map(([name, result, found]) => {
      const [first, second, third] = cells(name, t[result], found);
      const badge = result === 'good' ? 'success' : 'danger';
      return [first!, { ...second!, ...(result === 'notDone' ? {} : ({ badge } as const)) }, third!];
    }),
  };
}

/** Of a log that is not in order nothing else was reached. */
function brokenChecks(m: Messages, refusal: Refusal): [string, Result, string][] {
  const { names, brokenBefore } = m.statement;
  const isOfProcedure = OF_THE_PROCEDURE.has(refusal.code);
  return Object.entries(names).map(([name, label]) => {
    if (name === (isOfProcedure ? 'procedure' : 'chain')) return [label, 'wrong', describeError(m, refusal)];
    if (name === 'chain') return [label, 'good', m.reRun.parts];
    return [label, 'notDone', brokenBefore];
  });
}
/** What is found only of a chain that is intact. */
const OF_THE_PROCEDURE: ReadonlySet<string> = new Set([
  'event-not-allowed',
  'rules-differ',
  'link-broken',
  'certificate-wrong',
  'unknown-engine',
]);

function checksOf(
  m: Messages,
  { register }: Statement,
  { proven, reRun, editions, letters }: Verified,
): [string, Result, string][] {
  const { statement: t, reRun: r } = m;
  const { events, admissions, rules, engine, outcome } = proven;
  const isWrong = outcome === 'different';
  return [
    [t.names.chain, 'good', sentences(r.chain(events), r.parts)],
    ...(register === null
      ? []
      : [[t.names.register, 'good', t.inRegister(register.position)] satisfies [string, Result, string]]),
    [t.names.procedure, 'good', sentences(r.rules, r.admissions(admissions))],
    ...(rules === null
      ? []
      : [
          [t.names.rules, rules === 'name-of-published' ? 'wrong' : 'good', r.rulesStanding[rules]] satisfies [
            string,
            Result,
            string,
          ],
        ]),
    reRun === null || engine === null
      ? [t.names.reRun, 'notDone', t.noReRun]
      : [t.names.reRun, isWrong ? 'wrong' : 'good', sentences(r.engine(engine), isWrong ? t.differs : t.same)],
    editionsCheck(m, editions),
    ...(letters === null ? [] : [lettersCheck(m, letters)]),
  ];
}

function editionsCheck(m: Messages, editions: Verified['editions']): [string, Result, string] {
  const t = m.statement;
  if (editions === null) return [t.names.editions, 'notDone', t.noEditions];
  const told = editions.map(({ of, refusal }) =>
    refusal === null ? t.edition(m.editions[of]) : t.editionNot(m.editions[of], describeError(m, refusal)),
  );
  return [t.names.editions, editions.some(({ refusal }) => refusal) ? 'wrong' : 'good', sentences(...told)];
}

function lettersCheck(m: Messages, letters: readonly LetterFindings[]): [string, Result, string] {
  const t = m.letters.compared;
  if (letters.length === 0) return [t.title, 'notDone', t.none];
  const same = letters.filter(isAsSent).length;
  return [t.title, same === letters.length ? 'good' : 'wrong', t.found(letters.length, same)];
}

function differenceBlocks(m: Messages, { reRun, proven, letters }: Verified): Block[] {
  const t = m.statement;
  if (reRun === null) return [];
  const found = proven.outcome === 'different' ? foundBlocks(m, reRun) : [paragraph(t.noDifferences)];
  const issued = letters === null || letters.length === 0 ? [] : comparedLetterBlocks(m, letters);
  return [heading(1, t.differences), ...found, ...todayBlocks(m, reRun), ...issued];
}
