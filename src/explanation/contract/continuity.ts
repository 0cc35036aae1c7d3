import type { Continuity } from '../../domain/contract/continuity.ts';
import type { ContinuityRules } from '../../domain/contract/rules/continuity.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { type Block, heading, list, paragraph, small, typedPassage } from '../blocks.ts';
import { sourceLine } from '../sources.ts';
import { counted, percent } from './amounts.ts';

/** What becomes of the users, staff and subcontractors of today, per area. */
export function continuityBlocks(
  m: Messages,
  rules: ContinuityRules,
  areas: readonly { readonly name: string; readonly continuity: Continuity }[],
  title = m.following.continuity.title,
): Block[] {
  const t = m.following.continuity;
  const { reference } = rules;
  return [
    heading(1, title),
    paragraph(t.lead),
    ...areas.flatMap(({ name, continuity }) => areaBlocks(m, name, continuity)),
    ...(reference
      ? [paragraph(inLanguage(reference.statement.text, m)), ...small(sourceLine(m, reference.statement.sources))]
      : []),
    heading(2, t.subjects),
    ...list(rules.subjects.map(({ name }) => inLanguage(name, m))),
    ...list(rules.notices.map((notice) => inLanguage(notice, m))),
    ...small(sourceLine(m, rules.sources)),
  ];
}

function areaBlocks(m: Messages, name: string, continuity: Continuity): Block[] {
  const t = m.following.continuity;
  const { providers, contracted, contractedShare, users, usersSettled, staff } = continuity;
  if (providers.length === 0) return [heading(2, name), paragraph(t.nobody)];
  return [
    heading(2, name),
    paragraph(
      [
        t.summary(contracted, providers.length),
        ...(contractedShare ? [t.share(percent(m, contractedShare))] : []),
      ].join(' '),
    ),
    paragraph(t.settled(usersSettled, users)),
    {
      kind: 'table',
      caption: t.caption(name),
      columns: [
        { header: m.following.provider, align: 'start', width: 3 },
        { header: t.step, align: 'start', width: 2 },
        { header: t.on, align: 'start', width: 2 },
        { header: t.consulted, align: 'start', width: 1 },
        { header: t.users, align: 'end', width: 1 },
        { header: t.staff, align: 'end', width: 1 },
      ],
      rows: [
        ...providers.map((one) => [
          { text: [typedPassage(m, one.provider)] },
          { text: t.steps[one.step] },
          { text: m.format.date(one.on) },
          { text: one.consulted ? t.yes : t.no },
          { text: counted(m, one.users) },
          { text: counted(m, one.staff) },
        ]),
        [
          { text: t.sum },
          { text: '' },
          { text: '' },
          { text: '' },
          { text: counted(m, users) },
          { text: counted(m, staff) },
        ],
      ],
      sums: 1,
      stacks: true,
    },
  ];
}
