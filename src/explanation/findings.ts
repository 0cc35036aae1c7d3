import type { Outcome } from '../domain/evaluation/evaluate.ts';
import { namesOf } from '../domain/rules/names.ts';
import type { EvaluationInput } from '../domain/scoring/input.ts';
import type { Messages } from '../messages/messages.ts';
import { capital } from '../messages/noun.ts';
import { sentence } from '../messages/sentence.ts';
import type { AwardInWords } from './award.ts';
import { type FlatBlock, heading, type Prose, paragraph } from './blocks.ts';
import { setAsideInWords } from './lot-reasons.ts';

/** What happened on the way, as far as it is recorded: draws that were held, corrections, rounds. */
export interface FoundBeside {
  readonly course: readonly Prose[];
}

/** More groups of lots than this are not told of one by one. */
const MOST_TOLD = 12;

/**
 * Findings and conclusions, numbered: built from what is recorded alone.
 * @param m of the tender: see `forRules`
 */
export function findingsBlocks(
  m: Messages,
  input: EvaluationInput,
  outcome: Outcome,
  award: AwardInWords,
  { course }: FoundBeside,
): FlatBlock[] {
  const t = m.findings;
  const numbered = (items: readonly Prose[]): FlatBlock => ({ kind: 'list', ordered: true, items });
  return [
    heading(1, t.title, 'findings'),
    paragraph(t.lead),
    heading(2, t.findings),
    numbered([...received(m, input, outcome), ...setAside(m, input, outcome), ...course]),
    heading(2, t.conclusions),
    numbered(conclusions(m, award)),
  ];
}

/** How many bids came in, and how many of them are ranked where. */
function received(m: Messages, { rules, bids }: EvaluationInput, { lots }: Outcome): Prose[] {
  const t = m.findings;
  const names = namesOf(rules, bids);
  const own = lots.filter(({ lot }) => rules.lots.some(({ id }) => id === lot));
  const counted = grouped(
    own,
    ({ ranking, setAside: aside }) => `${ranking.length} of ${ranking.length + aside.length}`,
  );
  return [
    t.received(bids.length, rules.lots.length),
    ...(counted.length > MOST_TOLD
      ? [
          t.validInAll(
            own.reduce((sum, { ranking }) => sum + ranking.length, 0),
            own.reduce((sum, { ranking, setAside: aside }) => sum + ranking.length + aside.length, 0),
          ),
        ]
      : counted.map((lots) => {
          const { ranking, setAside: aside } = lots[0]!;
          return t.validIn(
            lots.map(({ lot }) => names.lot(lot)),
            ranking.length,
            ranking.length + aside.length,
          );
        })),
  ];
}

/** Those of which the same is said together, in the order of the first of each. */
function grouped<T>(all: readonly T[], said: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = said(one);
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** Who was set aside where, and why; the same reason in several lots is told once. */
function setAside(m: Messages, { rules, bids }: EvaluationInput, { lots }: Outcome): Prose[] {
  const names = namesOf(rules, bids);
  const found = new Map<string, { readonly bid: string; readonly why: readonly Prose[]; readonly lots: string[] }>();
  for (const { lot, setAside: aside } of lots) {
    for (const one of aside) {
      const why = setAsideInWords(m, rules, names, one);
      const key = JSON.stringify([one.bid, why]);
      const known = found.get(key);
      if (known) known.lots.push(names.lot(lot));
      else found.set(key, { bid: one.bid, why, lots: [names.lot(lot)] });
    }
  }
  return [...found.values()].map(({ bid, why, lots: where }) => [
    { text: m.glance.setAside(names.bidder(bid), where) },
    ...why.flatMap((one) => (typeof one === 'string' ? [{ text: one }] : one)),
  ]);
}

/** Who gets what and by how much, what the division comes to, and what must be known before it is decided on. */
function conclusions(m: Messages, award: AwardInWords): Prose[] {
  const t = m.findings;
  return [
    award.statusText,
    ...award.contradiction,
    ...grouped(award.glance, ({ lot, won, winner, why }) => (won ? lot : `${winner}; ${why}`)).map((lots) => {
      const { name, won, winner, total, other, otherTotal, lead, why } = lots[0]!;
      return won
        ? [
            t.wins(name, winner, total),
            ...(lead === '–' ? [] : [t.margin(other, otherTotal, lead)]),
            sentence(capital(why)),
          ].join(' ')
        : t.nobody(
            lots.map((one) => one.name),
            winner,
            why,
          );
    }),
    ...(award.division.length === 0 ? [] : [sentence(capital(award.division.join('; ')))]),
    ...award.attention.map(({ text }) => text),
  ];
}
