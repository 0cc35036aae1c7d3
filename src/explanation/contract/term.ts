import type { TermRules } from '../../domain/contract/rules/term.ts';
import { awardedInTime, type Period, type Term } from '../../domain/contract/term.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { type Block, type Cell, heading, list, type NoteBlock, paragraph, small } from '../blocks.ts';
import { sourceLine } from '../sources.ts';

/** The term of one contract, with what the checks of the law are about. */
export interface TermOfArea {
  readonly name: string;
  readonly start: string;
  readonly term: Term;
  /** The day of the award; null where it is not known. */
  readonly awardedOn: string | null;
  /** Whether the new provider consulted with every existing one; null where none was recorded. */
  readonly consulted: boolean | null;
}

/** How long contracts run, what is to be decided by when, and what the law asks. */
export function termBlocks(
  m: Messages,
  rules: TermRules,
  areas: readonly TermOfArea[],
  deciding: { readonly decider: string } | null,
  title = m.following.term.title,
): Block[] {
  const t = m.following.term;
  return [
    heading(1, title),
    ...(rules.example ? [paragraph(t.example)] : []),
    ...list(rules.notices.map((notice) => inLanguage(notice, m))),
    paragraph(deciding ? t.decider(deciding.decider) : t.noDeciding),
    ...areas.flatMap((area) => areaBlocks(m, area)),
    ...small(sourceLine(m, rules.sources)),
    ...(areas.length > 0 ? [t.law.consulted(CONSULTATION), t.law.inTime(m.format.list(IN_TIME))].flatMap(small) : []),
  ];
}

/** Where the law asks it, as criteria/law says. */
const CONSULTATION = '2.6.5';
const IN_TIME = ['5.1', '5.4'];

function areaBlocks(m: Messages, { name, start, term, awardedOn, consulted }: TermOfArea): Block[] {
  const t = m.following.term;
  const { next } = term;
  const inTime = awardedInTime(start, awardedOn);
  const answer = (holds: boolean | null): 'yes' | 'no' | 'unknown' =>
    holds === null ? 'unknown' : holds ? 'yes' : 'no';
  return [
    heading(2, name),
    paragraph(t.sure(m.format.date(term.sureUntil))),
    ...(term.latest > term.sureUntil ? [paragraph(t.latest(m.format.date(term.latest)))] : []),
    ...(next ? [nextNote(m, next)] : []),
    {
      kind: 'table',
      caption: t.caption(name),
      columns: [
        { header: t.period, align: 'start', width: 2 },
        { header: t.from, align: 'start', width: 2 },
        { header: t.until, align: 'start', width: 2 },
        { header: t.decideBy, align: 'start', width: 2 },
        { header: t.status, align: 'start', width: 2 },
      ],
      rows: term.periods.map((period) => periodRow(m, period)),
      stacks: true,
    },
    heading(3, t.checks),
    ...list([t.inTime[answer(inTime.holds)](m.format.date(inTime.by)), t.consulted[answer(consulted)]]),
  ];
}

/** What has to be decided first. */
function nextNote(m: Messages, next: Period): NoteBlock {
  const t = m.following.term;
  return {
    kind: 'note',
    tone: 'information',
    title: t.extension(next.extension),
    text: t.next(periodName(m, next).toLowerCase(), m.format.date(next.decideBy ?? next.from)),
    ...(next.toConsider ? { items: [t.consider] } : {}),
  };
}

/** "Eerste looptijd", "Verlenging 2" */
export const periodName = (m: Messages, { extension }: Pick<Period, 'extension'>): string =>
  extension === 0 ? m.following.term.first : m.following.term.extension(extension);

function periodRow(m: Messages, period: Period): Cell[] {
  const t = m.following.term;
  const { from, until, decideBy, decidedOn, status } = period;
  return [
    { text: periodName(m, period) },
    { text: m.format.date(from) },
    { text: m.format.date(until) },
    {
      text: decideBy === null ? m.following.nothing : m.format.date(decideBy),
      ...(decidedOn === null ? {} : { notes: [`${t.decidedOn}: ${m.format.date(decidedOn)}`] }),
    },
    { text: t.statuses[status] },
  ];
}
