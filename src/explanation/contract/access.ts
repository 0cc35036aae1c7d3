import type { AccessRow } from '../../domain/contract/access-table.ts';
import type { AccessRules } from '../../domain/contract/rules/access.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { sentences } from '../../messages/sentence.ts';
import { type Block, type Cell, heading, list, small } from '../blocks.ts';
import { sourceLine } from '../sources.ts';

/** Who decides what for a resident, as the whole table. */
export function accessBlocks(m: Messages, rules: AccessRules, title = m.following.access.title): Block[] {
  const t = m.following.access;
  return [
    heading(1, title),
    {
      kind: 'table',
      caption: t.caption,
      columns: [
        { header: t.case, align: 'start', width: 3 },
        { header: t.decides, align: 'start', width: 4, prose: true },
        { header: t.evaluation, align: 'start', width: 3, prose: true },
      ],
      rows: rules.rows.map((row): Cell[] => [
        { text: caseInWords(m, rules, row) },
        { text: decidedBy(m, rules, row) },
        { text: inLanguage(row.evaluation, m) },
      ]),
      stacks: true,
    },
    heading(2, t.parties),
    ...list(
      rules.parties.map(({ name, description }) =>
        description ? `${inLanguage(name, m)}: ${inLanguage(description, m)}` : inLanguage(name, m),
      ),
    ),
    ...list(rules.notices.map((notice) => inLanguage(notice, m))),
    ...small(sourceLine(m, rules.sources)),
  ];
}

/** Who decides in one case, and how it is evaluated. */
export const accessOutcomeBlocks = (m: Messages, rules: AccessRules, row: AccessRow): Block[] => [
  heading(1, m.following.access.outcome),
  {
    kind: 'table',
    caption: m.following.access.outcome,
    columns: [
      { header: m.following.access.who, align: 'start', width: 1 },
      { header: m.following.access.decides, align: 'start', width: 3, prose: true },
    ],
    rows: row.decides.map(({ party, on }) => [{ text: partyName(m, rules, party) }, { text: inLanguage(on, m) }]),
  },
  {
    kind: 'facts',
    caption: m.following.access.evaluation,
    facts: [{ term: m.following.access.evaluation, value: inLanguage(row.evaluation, m) }],
  },
  ...small(sourceLine(m, row.sources)),
];

const partyName = (m: Messages, { parties }: AccessRules, id: string): string => {
  const found = parties.find((one) => one.id === id);
  return found ? inLanguage(found.name, m) : id;
};

const decidedBy = (m: Messages, rules: AccessRules, { decides }: AccessRow): string =>
  sentences(...decides.map(({ party, on }) => `${partyName(m, rules, party)}: ${inLanguage(on, m)}`));

function caseInWords(m: Messages, { questions }: AccessRules, { when }: AccessRow): string {
  const t = m.following.access;
  const said = questions.flatMap(({ id, text, answers }) => {
    const fits = when[id];
    if (!fits) return [];
    const names = answers.filter((one) => fits.includes(one.id)).map(({ name }) => inLanguage(name, m));
    return [t.answer(inLanguage(text, m), m.format.list(names))];
  });
  return said.length === 0 ? t.any : sentences(...said);
}
