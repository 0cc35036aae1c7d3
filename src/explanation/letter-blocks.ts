import type { Outcome } from '../domain/evaluation/evaluate.ts';
import type { ProcurementLaw } from '../domain/law/law.ts';
import type { TenderPayload } from '../domain/tender/state/events.ts';
import { placesIn } from '../domain/tender/state/found-scores.ts';
import type { TenderState } from '../domain/tender/state/state.ts';
import { forRules, type Messages } from '../messages/messages.ts';
import { sentence } from '../messages/sentence.ts';
import {
  type Block,
  type Cell,
  cells,
  type FlatBlock,
  heading,
  type Prose,
  paragraph,
  typedPassage,
} from './blocks.ts';
import { placeInLaw } from './law.ts';
import { type LotInLetter, lotInLetter, type ScoreInLetter, type StrongerInLetter } from './letter.ts';
import { commandLine, RELEASE } from './verification.ts';

/** What a letter about the decision is made of, as it is recorded with the letter. */
export type LetterSource = Pick<
  TenderPayload<'letter-issued'>,
  'bid' | 'sentOn' | 'until' | 'objection' | 'sender' | 'signatory'
> & { readonly lots: readonly string[] };

/**
 * The text of a decision letter: what was decided, why, and what the bidder can do. Plain Dutch, short sentences.
 * @param head the hash of the dossier of which the bidder's edition goes with it; null where there is none
 */
export function letterBlocks(
  given: Messages,
  state: TenderState,
  outcome: Outcome,
  law: ProcurementLaw,
  source: LetterSource,
  head: string | null,
): Block[] {
  const m = forRules(given, state.rules);
  const t = m.letters;
  const { bid, lots, until, objection, sender, signatory } = source;
  const places = placesIn(state, state.bids.get(bid), lots);
  const told = places.map((place) => lotInLetter(given, m, state, outcome, bid, place));
  const earlier = state.issuedLetters.findLast(
    (one) => one.sentAt !== null && one.bid === bid && one.lots.some((lot) => lots.includes(lot)),
  );
  return [
    paragraph(t.salutation),
    paragraph(t.intro(state.title)),
    ...(earlier ? [paragraph(t.replaces(m.format.date(earlier.sentOn)))] : []),
    heading(1, t.decision),
    ...(state.rules.award.winnerName && told.some(({ winner }) => winner !== t.nothing) ? [paragraph(t.winnerIs)] : []),
    ...(told.length > 1 ? [overview(m, told)] : []),
    ...told.flatMap((lot) => lotBlocks(m, lot, told.length > 1)),
    heading(1, t.next),
    paragraph(t.standstill(m.format.date(until))),
    ...(told.some(({ winner }) => winner === t.you) ? [paragraph(t.noContractYet)] : []),
    paragraph(t.disagree(m.format.date(until))),
    paragraph([typedPassage(given, sentence(objection))]),
    { kind: 'paragraph', style: 'small', text: t.basis(placeInLaw(m, law, 'standstill')) },
    paragraph(t.closing),
    { kind: 'signatures', lines: [{ label: sender, name: signatory }], labels: t.signatures },
    // Under the signature: an annex for who wants to check it, which nobody needs to understand the letter.
    ...(head === null
      ? []
      : [
          heading(1, t.check),
          paragraph(t.checkLead),
          { kind: 'code', text: commandLine(`verify dossier.json --head ${head}`) } as const,
          paragraph(m.report.verifyWhere(RELEASE, outcome.engine)),
        ]),
  ];
}

const overview = (m: Messages, told: readonly LotInLetter[]): FlatBlock => {
  const t = m.letters;
  return {
    kind: 'table',
    caption: t.overview,
    fitted: true,
    columns: [
      { header: t.lot, align: 'start', width: 2.4 },
      { header: t.result, align: 'start', width: 2.6 },
      { header: t.yourTotal, align: 'end', width: 1.6 },
      { header: t.yourRank, align: 'start', width: 1.4 },
      { header: t.winner, align: 'start', width: 2.6 },
      { header: t.winnersTotal, align: 'end', width: 1.8 },
    ],
    rows: told.map(({ name, result, total, rank, winner, winnersTotal }) =>
      cells(name, result, total, rank, winner, winnersTotal),
    ),
    stacks: true,
  };
};

function lotBlocks(m: Messages, lot: LotInLetter, several: boolean): Block[] {
  const t = m.letters;
  const { name, told, scores, motivations, stronger } = lot;
  return [
    ...(several ? [heading(2, name)] : []),
    ...told.map((text) => paragraph(text)),
    ...(scores.length > 0 ? [scoreTable(m, lot)] : []),
    ...(motivations.length > 0 ? [motivationTable(m, lot)] : []),
    ...(stronger === null
      ? []
      : stronger.length === 0
        ? [paragraph(t.strongerNowhere)]
        : [paragraph(t.strongerLead), strongerTable(m, name, stronger)]),
  ];
}

const scoreTable = (m: Messages, { name, scores, besideWinner }: LotInLetter): FlatBlock => {
  const t = m.letters;
  const row = (line: ScoreInLetter): Cell[] => {
    const strong = line.isSum ? { strong: true as const } : {};
    const own = [
      { text: line.name, ...strong, ...(line.depth > 0 ? { depth: line.depth } : {}) },
      { text: line.score, ...strong },
      { text: line.points, ...strong },
    ];
    return besideWinner
      ? [...own, { text: line.winnersScore, ...strong }, { text: line.winnersPoints, ...strong }]
      : own;
  };
  return {
    kind: 'table',
    caption: t.scoresCaption(name),
    columns: [
      { header: m.common.criterion, align: 'start', width: 3.4 },
      { header: t.yourScore, align: 'start', width: 1.8 },
      { header: t.yourPoints, align: 'end', width: 1.3 },
      ...(besideWinner
        ? [
            { header: t.winnersScore, align: 'start' as const, width: 1.5 },
            { header: t.winnersPoints, align: 'end' as const, width: 1.5 },
          ]
        : []),
    ],
    rows: scores.map(row),
    sums: scores.filter(({ isSum }) => isSum).length,
    stacks: true,
  };
};

const motivationTable = (m: Messages, { name, motivations }: LotInLetter): FlatBlock => ({
  kind: 'table',
  caption: m.letters.motivationsCaption(name),
  columns: [
    { header: m.common.criterion, align: 'start', width: 3 },
    { header: m.common.motivation, align: 'start', width: 7, prose: true },
  ],
  rows: motivations.map(({ criterion, texts }) => {
    const [first = '', ...more] = texts;
    return [{ text: criterion }, { text: first, ...(more.length > 0 ? { notes: more } : {}) }];
  }),
});

const strongerTable = (m: Messages, name: string, stronger: readonly StrongerInLetter[]): FlatBlock => {
  const t = m.letters;
  return {
    kind: 'table',
    caption: t.strongerCaption(name),
    columns: [
      { header: m.common.criterion, align: 'start', width: 2.6 },
      { header: t.winnersPoints, align: 'end', width: 1.6 },
      { header: t.yourPoints, align: 'end', width: 1.2 },
      { header: t.foundOfWinner, align: 'start', width: 4.6, prose: true },
    ],
    rows: stronger.map(({ criterion, theirs, own, motivation }) => [
      { text: criterion },
      { text: theirs },
      { text: own },
      { text: isEmpty(motivation) ? t.nothingFound : motivation },
    ]),
  };
};

const isEmpty = (text: Prose): boolean => (typeof text === 'string' ? text === '' : text.length === 0);
