import { weightedCriteria } from '../domain/rules/criteria-tree.ts';
import {
  type Programme,
  REQUIREMENT_KINDS,
  type Requirement,
  type TakenOverIn,
  takenOverIn,
  type Wish,
  wishesFor,
} from '../domain/rules/programme.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import { capital } from '../messages/noun.ts';
import { sentence } from '../messages/sentence.ts';
import { type Cell, type FlatBlock, heading, list, paragraph, small, type TableBlock } from './blocks.ts';
import { type Citing, documentsInWords, type Source } from './sources.ts';

export interface ProgrammeInWords {
  /** What is asked, by its kind; kinds of which nothing is asked are left out. */
  readonly kinds: readonly {
    readonly kind: Requirement['kind'];
    readonly requirements: readonly RequirementInWords[];
  }[];
  readonly goals: readonly Traced[];
  readonly wishes: readonly {
    readonly wish: string;
    readonly from: string;
    /** What it is taken over in, or why it is not. */
    readonly answer: string;
    readonly source: string;
  }[];
  /** Where the programme as a whole comes from. */
  readonly source: string;
}

const writtenOut =
  (m: Messages): Citing =>
  (sources) =>
    documentsInWords(m, sources);

/** Something with where it comes from: sources, and whose wishes led to it. */
interface Traced {
  readonly name: string;
  readonly origin: readonly string[];
}

interface RequirementInWords extends Traced {
  readonly description: string;
}

/** The programme of requirements in words; null for rules without one, or with nothing in it. @param cite names what something rests on */
export function programmeInWords(
  m: Messages,
  rules: TenderRules,
  cite: Citing = writtenOut(m),
): ProgrammeInWords | null {
  const { programme } = rules;
  if (!programme) return null;
  const { requirements, goals, wishes, sources } = programme;
  if (requirements.length + goals.length + wishes.length === 0) return null;
  return {
    source: sources.length === 0 ? '' : m.common.sources(cite(sources)),
    kinds: REQUIREMENT_KINDS.map((kind) => ({
      kind,
      requirements: requirementsInWords(m, programme, kind, cite),
    })).filter((one) => one.requirements.length > 0),
    goals: goals.map((goal) => traced(m, programme, 'goals', goal, cite)),
    wishes: wishes.map((wish) => ({
      wish: inLanguage(wish.wish, m),
      from: inLanguage(wish.from, m),
      answer: answerInWords(m, rules, programme, wish),
      source: cite(wish.sources).join('; '),
    })),
  };
}

const requirementsInWords = (
  m: Messages,
  programme: Programme,
  kind: Requirement['kind'],
  cite: Citing,
): RequirementInWords[] =>
  programme.requirements
    .filter((one) => one.kind === kind)
    .map((one) => ({
      ...traced(m, programme, 'requirements', one, cite),
      description: one.description ? inLanguage(one.description, m) : '',
    }));

function traced(
  m: Messages,
  programme: Programme,
  kind: TakenOverIn,
  { id, name, sources }: Pick<Requirement, 'id' | 'name'> & { readonly sources: readonly Source[] },
  cite: Citing,
): Traced {
  const wishers = [...new Set(wishesFor(programme, kind, id).map(({ from }) => inLanguage(from, m)))];
  return {
    name: inLanguage(name, m),
    origin: [...cite(sources), ...(wishers.length === 0 ? [] : [m.rules.programme.wishOf(wishers.join('; '))])],
  };
}

/** "Eis “Sport en cultuur”; gunningscriterium “Samenwerking in het gebied”." */
function answerInWords(m: Messages, rules: TenderRules, programme: Programme, wish: Wish): string {
  const t = m.rules.programme;
  if (wish.answer.kind === 'not-taken-over') return t.notTakenOver(inLanguage(wish.answer.reason, m));
  const named: Readonly<Record<TakenOverIn, readonly Pick<Requirement, 'id' | 'name'>[]>> = {
    requirements: programme.requirements,
    criteria: weightedCriteria(rules).map(({ criterion }) => criterion),
    goals: programme.goals,
  };
  const parts = (['requirements', 'criteria', 'goals'] as const).flatMap((kind) => {
    const ids = takenOverIn(wish, kind);
    const names = named[kind].filter(({ id }) => ids.includes(id)).map(({ name }) => inLanguage(name, m));
    return names.length === 0 ? [] : [t.in[kind](names)];
  });
  return sentence(capital(parts.join('; ')));
}

/** The programme as it is shown with the rules. @param seeNotice said under what is partly an example; empty for nothing */
export function programmeBlocks(m: Messages, programme: ProgrammeInWords | null, seeNotice: string): FlatBlock[] {
  if (!programme) return [];
  const t = m.rules.programme;
  return [
    heading(1, t.title, 'programme'),
    paragraph(t.lead),
    ...small(programme.source),
    ...programme.kinds.flatMap(({ kind, requirements }) => [
      heading(2, t.kinds[kind], `programme-${kind}`),
      ...(kind === 'knock-out' ? [paragraph(t.knockOutLead)] : []),
      tracedTable(m, t.captions[kind], t.requirement, requirements),
    ]),
    ...(programme.goals.length === 0
      ? []
      : [heading(2, t.goals, 'programme-goals'), tracedTable(m, t.captions.goals, t.goal, programme.goals)]),
    ...(programme.wishes.length === 0 ? [] : [heading(2, t.wishes, 'programme-wishes'), ...wishesBlocks(m, programme)]),
    ...small(seeNotice),
  ];
}

/** The knock-outs that two people check of every bid; none where the rules have none. */
export function knockOutBlocks(m: Messages, rules: TenderRules): FlatBlock[] {
  const knockOuts = rules.programme ? requirementsInWords(m, rules.programme, 'knock-out', writtenOut(m)) : [];
  if (knockOuts.length === 0) return [];
  return [
    heading(1, m.rules.programme.kinds['knock-out'], 'knock-outs'),
    ...list(knockOuts.map(({ name, description }) => (description === '' ? name : `${sentence(name)} ${description}`))),
  ];
}

const tracedTable = (
  m: Messages,
  caption: string,
  what: string,
  rows: readonly (Traced & { readonly description?: string })[],
): TableBlock => ({
  kind: 'table',
  caption,
  columns: [
    { header: what, align: 'start', width: 6 },
    { header: m.rules.programme.origin, align: 'start', width: 4, prose: true },
  ],
  rows: rows.map(({ name, description = '', origin }): Cell[] => [
    { text: name, notes: description === '' ? [] : [description] },
    { text: origin[0] ?? '–', notes: origin.slice(1) },
  ]),
  stacks: true,
});

/** Wishes that all come from one place say so once. */
function wishesBlocks(m: Messages, { wishes }: ProgrammeInWords): FlatBlock[] {
  const t = m.rules.programme;
  const [shared, ...others] = [...new Set(wishes.map(({ source }) => source))];
  const isShared = others.length === 0;
  return [
    {
      kind: 'table',
      caption: t.captions.wishes,
      columns: [
        { header: t.wish, align: 'start', width: 5 },
        { header: t.from, align: 'start', width: 2.5 },
        { header: t.answer, align: 'start', width: 5, prose: true },
      ],
      rows: wishes.map(({ wish, from, answer, source }): Cell[] => [
        { text: wish, notes: source === '' || isShared ? [] : [`${m.common.source}: ${source}`] },
        { text: from },
        { text: answer },
      ]),
      stacks: true,
    },
    ...(isShared && shared ? small(m.common.sources([shared])) : []),
  ];
}
