import { type HeldLimit, heldAgainst, type PastAward } from '../domain/award/past-award.ts';
import { namesOf } from '../domain/rules/names.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import { forRules, type Messages } from '../messages/messages.ts';
import { type Cell, cells, type FlatBlock, heading, list, paragraph, small } from './blocks.ts';

/** A past award held against the limits of rules: who got what, which limits it keeps to, and what nobody knows of it. */
export function pastAwardBlocks(given: Messages, past: PastAward, rules: TenderRules): FlatBlock[] {
  const m = forRules(given, rules);
  const t = m.pastAward;
  const { term } = past;
  const held = heldAgainst(past, rules.award);
  return [
    heading(1, t.awarded, 'awarded'),
    awardedTable(m, past, rules),
    paragraph(t.counting(held.winners, past.lots.length)),
    ...otherNames(m, past, rules),
    paragraph(
      `${t.term} ${m.rules.termText(term.years, term.extensions.count, term.extensions.years, m.format.date(term.start))}`,
    ),
    ...small(m.common.sources(past.sources.map(({ document, section }) => `${document}, ${section}`))),
    heading(1, t.limits, 'limits'),
    {
      kind: 'table',
      caption: t.limitsCaption,
      stacks: true,
      columns: [
        { header: t.limit, align: 'start', width: 3 },
        { header: t.in2019, align: 'start', width: 4 },
        { header: t.verdict, align: 'start', width: 2 },
      ],
      rows: held.limits.map((one) => limitRow(m, past, rules, one)),
    },
    ...small(m.common.sources(rules.award.sources.map(({ document, section }) => `${document}, ${section}`))),
    heading(1, t.unknown, 'unknown'),
    ...list(t.unknownItems),
  ];
}

function awardedTable(m: Messages, past: PastAward, rules: TenderRules): FlatBlock {
  const t = m.pastAward;
  const names = namesOf(rules, []);
  return {
    kind: 'table',
    caption: t.caption,
    stacks: true,
    columns: [
      { header: t.lotThen, align: 'start', width: 3 },
      { header: t.winner, align: 'start', width: 3 },
      { header: t.members, align: 'start', width: 4 },
      { header: t.lotNow, align: 'start', width: 3 },
    ],
    rows: past.lots.map(({ id, name, nowPartOf }) => {
      const holder = past.winners.find((one) =>
        past.awarded.some(({ lot, winner }) => lot === id && winner === one.id),
      );
      const members = holder?.members ?? [];
      return cells(
        name,
        holder?.name ?? '–',
        members.length === 0 ? t.alone : m.format.list(members),
        names.lot(nowPartOf),
      );
    }),
  };
}

/** Lots that are called otherwise now. */
function otherNames(m: Messages, past: PastAward, rules: TenderRules): FlatBlock[] {
  const names = namesOf(rules, []);
  const other = past.lots.filter(({ name, nowPartOf }) => names.lot(nowPartOf) !== name);
  if (other.length === 0) return [];
  return [
    paragraph(
      m.pastAward.otherNames(
        other.map(({ name }) => name),
        other.map(({ nowPartOf }) => names.lot(nowPartOf)),
      ),
    ),
  ];
}

function limitRow(m: Messages, past: PastAward, { award }: TenderRules, { limit, met }: HeldLimit): Cell[] {
  const t = m.pastAward;
  const { winners, lotsOf } = heldAgainst(past, award);
  const counts = past.winners.map(({ id, name }) => ({ name, lots: lotsOf.get(id)!.length }));
  const most = Math.max(...counts.map(({ lots }) => lots));
  const { minimum, maximum } = award.winners;
  const told = (): [announced: string, found: string, isAtMaximum: boolean] => {
    switch (limit) {
      case 'winners':
        return [
          t.limitOf.winners(minimum, maximum),
          t.foundOf.winners(past.winners.map(({ name }) => name)),
          winners === maximum,
        ];
      case 'lots-each':
        return [
          t.limitOf['lots-each'](award.maximumLotsPerBidder),
          counts.map(({ name, lots }) => t.foundOf['lots-each'](name, lots)).join('; '),
          most === award.maximumLotsPerBidder,
        ];
      case 'one-each':
        return [t.limitOf['one-each'], t.foundOf['one-each'](past.lots.length, past.awarded.length), false];
      default:
        return limit satisfies never;
    }
  };
  const [announced, found, isAtMaximum] = told();
  return [
    { text: announced },
    { text: found },
    {
      text: met ? t.met : t.broken,
      badge: met ? 'success' : 'danger',
      ...(met && isAtMaximum ? { notes: [t.atMaximum] } : {}),
    },
  ];
}
