import type { Outcome } from '../../domain/evaluation/evaluate.ts';
import type { ProcurementLaw } from '../../domain/law/law.ts';
import { type Exact, exact, sum } from '../../domain/number.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { placeIn } from '../../domain/rules/place.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import { isExcluded, openFurtherRound } from '../../domain/tender/state/rounds.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { lotName, type Messages } from '../../messages/messages.ts';
import { sentence, sentences } from '../../messages/sentence.ts';
import type { AwardInWords } from '../award.ts';
import {
  type Block,
  type Cell,
  cells,
  type FlatBlock,
  heading,
  type Prose,
  paragraph,
  typedPassage,
} from '../blocks.ts';
import { groundsInWords } from '../law.ts';
import { drawnFrom } from '../lot-reasons.ts';
import { drawBlocks } from './draws.ts';
import { interestBlocks } from './interests.ts';
import { openingBlocks } from './opening.ts';

/** Something that was put right, done over or stopped, as the log has it. */
export interface Deviation {
  readonly at: string;
  readonly what: string;
  readonly reason: string | null;
}

export interface RecordSource {
  readonly state: Readonly<TenderState>;
  readonly outcome: Outcome;
  readonly award: AwardInWords;
  readonly deviations: readonly Deviation[];
  readonly nameOf: (account: string) => string;
  readonly law: ProcurementLaw;
  /** Whether its reader may know who has an interest in whom. */
  readonly seesInterests: boolean;
}

/**
 * The record of the evaluation (proces-verbaal), with the items that article 2.132 of the Aanbestedingswet 2012 asks for. Each item is there: what the
 * dossier does not hold is named as missing.
 */
export function evaluationRecordBlocks(given: Messages, m: Messages, source: RecordSource): Block[] {
  const { state, nameOf } = source;
  const { procedure } = state.rules;
  const t = m.records.record;
  const missing = (text: string): FlatBlock => ({ kind: 'note', tone: 'warning', title: t.missing, text });
  const item = (title: string, blocks: readonly FlatBlock[] | null, none: FlatBlock): Block[] => [
    heading(1, title),
    ...(blocks && blocks.length > 0 ? blocks : [none]),
  ];
  const bids = [...state.bids.values()];
  const value = worthOf(state.rules);
  const subcontracting = bids.flatMap(({ bidder }): Prose[] =>
    bidder.subcontractors ? [t.subcontracts(bidder.name, bidder.subcontractors)] : [],
  );
  const explanations = [...state.explanations].map(([key, { received, judged }]): Prose => {
    const names = namesOf(state.rules, bids);
    const { bid, lot } = placeIn(key);
    return [
      { text: t.explanation(names.bidder(bid), lotName(m, names, lot)) },
      { text: received ? t.explained : t.notExplained },
      ...(judged
        ? [{ text: judged.accepted ? t.accepted : t.notAccepted }, typedPassage(given, sentence(judged.reason))]
        : [{ text: t.notJudged }]),
    ];
  });
  return [
    paragraph(t.lead),
    {
      kind: 'paragraph',
      style: 'small',
      text: sentences(t.asTheLaw, groundsInWords(m, source.law, procedure, 'record')),
    },
    ...item(
      t.contract,
      [
        {
          kind: 'facts',
          caption: t.contract,
          facts: [
            { term: t.tender, value: state.title },
            { term: t.procedure, value: procedure ? m.choose.law.procedures[procedure] : t.noProcedure },
            { term: t.lots, value: m.format.list(state.rules.lots.map(({ name }) => name)) },
            ...(value === null ? [] : [{ term: t.value, value: m.prices.euro(m.format.grouped(value, 2)) }]),
          ],
        },
        ...(value === null ? [missing(t.valueMissing)] : []),
      ],
      missing(t.valueMissing),
    ),
    heading(1, t.chosen),
    ...chosenTable(m, source),
    ...item(t.rejected, rejectedTable(m, source), paragraph(t.nobodyRejected)),
    ...item(
      t.low,
      explanations.length === 0 ? null : [{ kind: 'list', ordered: false, items: explanations }],
      paragraph(t.noneLow),
    ),
    ...item(
      t.subcontracting,
      subcontracting.length === 0 ? null : [{ kind: 'list', ordered: false, items: subcontracting }],
      missing(t.noSubcontracting),
    ),
    ...item(
      t.interests,
      source.seesInterests ? interestBlocks(m, state, nameOf) : interestsCounted(m, state),
      missing(t.noInterests),
    ),
    ...item(t.opening, openingBlocks(m, state, nameOf), paragraph(t.nothingSealed)),
    ...item(t.draws, drawBlocks(m, state), paragraph(t.noDraws)),
    ...item(t.deviations, deviationBlocks(given, m, source), paragraph(t.noDeviations)),
    ...item(t.decision, decisionBlocks(given, m, state), paragraph(t.notSent)),
    ...(openFurtherRound(state) ? [paragraph(t.roundOpen)] : []),
    heading(1, t.signatures),
    {
      kind: 'signatures',
      lines: [{ label: m.tender.chair, name: nameOf(state.chair) }, { label: t.second }],
      labels: m.letters.signatures,
    },
  ];
}

/** What the contract is worth: of all lots together, where the rules say it of each. */
function worthOf({ lots }: TenderRules): Exact | null {
  const values = lots.flatMap(({ value }) => (value === undefined ? [] : [exact(value)]));
  return values.length === lots.length ? sum(values) : null;
}

/** How many people declared, and how many of them stay out of a bid: for who may not know who. */
function interestsCounted(m: Messages, { interests }: Readonly<TenderState>): FlatBlock[] | null {
  if (interests.size === 0) return null;
  const out = [...interests.values()].filter((declared) =>
    [...declared.values()].some(({ conflict, judged }) => judged?.conflict ?? conflict),
  );
  return [paragraph(m.records.record.interestsCounted(interests.size, out.length))];
}

function chosenTable(m: Messages, { award }: RecordSource): FlatBlock[] {
  const t = m.records.record;
  return [
    {
      kind: 'table',
      caption: t.chosenCaption,
      fitted: true,
      columns: [
        { header: m.letters.lot, align: 'start', width: 2.4 },
        { header: m.letters.winner, align: 'start', width: 2.6 },
        { header: t.why, align: 'start', width: 5, prose: true },
      ],
      rows: award.lots.map(({ name, winner, result, reasons }) => [
        { text: name },
        { text: winner ?? result, ...(winner ? { strong: true as const } : {}) },
        { text: reasons.map(({ text }) => text).join(' ') || '–' },
      ]),
      stacks: true,
    },
  ];
}

/** Lot by lot who was lower and who was set aside; of a lot that waits for a draw only the latter. */
function rejectedTable(m: Messages, { award, state, outcome }: RecordSource): FlatBlock[] | null {
  const t = m.records.record;
  const names = namesOf(state.rules, state.bids.values());
  const lowerIn = (lot: string): Cell[][] => {
    const awarded = outcome.award.lots.find((one) => one.lot === lot);
    if (!awarded || awarded.open === 'draw') return [];
    const shown = award.lots.find((one) => one.lot === lot);
    // Who stands above the winner does not get the lot for a reason of the rules.
    const whyNot = (bid: string): string | undefined => {
      const over = awarded.passedOver.find((one) => one.bid === bid);
      return over && m.award.passedOver[over.reason](names.bidder(bid), over.lots.map(names.lot));
    };
    const ranked = outcome.lots.find((one) => one.lot === lot);
    if (!ranked) return [];
    const drawn = drawnFrom({ rules: state.rules, lot: ranked, here: awarded, award: outcome.award });
    const lower = (bid: string, rank: number): string =>
      sentences(
        t.lower(rank, shown?.ranking.find((one) => one.bid === bid)?.total ?? ''),
        drawn.includes(bid) ? t.lostByDraw : '',
      );
    return ranked.ranking
      .filter(({ bid }) => bid !== awarded.winner)
      .map(({ bid, rank }) => [{ text: names.bidder(bid), depth: 1 }, { text: whyNot(bid) ?? lower(bid, rank) }]);
  };
  const rows = [...award.lots, ...award.combinations].flatMap(({ lot, name, setAside }): Cell[][] => {
    const aside = setAside.map(({ bidder, reasons }): Cell[] => [
      { text: bidder, depth: 1 },
      { text: reasons[0] ?? '–', ...(reasons.length > 1 ? { notes: reasons.slice(1) } : {}) },
    ]);
    const told = [...lowerIn(lot), ...aside];
    return told.length === 0 ? [] : [[{ text: name, strong: true }, { text: '' }], ...told];
  });
  const late = [...state.bidRecords].flatMap(([bid, record]) =>
    record.late !== null && state.rules.lots.every(({ id }) => isExcluded(state, bid, id)) ? [names.bidder(bid)] : [],
  );
  if (rows.length === 0) return null;
  return [
    {
      kind: 'table',
      caption: t.rejectedCaption,
      columns: [
        { header: m.records.bidder, align: 'start', width: 4.4 },
        { header: t.why, align: 'start', width: 5.6, prose: true },
      ],
      rows,
    },
    ...(late.length === 0 ? [] : [paragraph(t.late(late))]),
  ];
}

function deviationBlocks(given: Messages, m: Messages, { deviations }: RecordSource): FlatBlock[] | null {
  if (deviations.length === 0) return null;
  const items = deviations.map(
    ({ at, what, reason }): Prose => [
      { text: m.records.record.deviation(m.format.moment(at), what) },
      ...(reason === null ? [] : [typedPassage(given, sentence(reason))]),
    ],
  );
  return [{ kind: 'list', ordered: true, items }];
}

function decisionBlocks(given: Messages, m: Messages, state: Readonly<TenderState>): FlatBlock[] | null {
  const t = m.records.record;
  const names = namesOf(state.rules, state.bids.values());
  if (state.lots.size === 0) return null;
  const rows = [...state.lots].map(([lot, said]) => {
    switch (said.is) {
      case 'sent':
        return cells(names.lot(lot), t.sent(m.format.date(said.on), m.format.date(said.until)));
      case 'fixed':
        return cells(names.lot(lot), t.fixed(names.bidder(said.bid)));
      case 'withdrawn':
        return cells(names.lot(lot), t.withdrawn);
      default:
        return said satisfies never;
    }
  });
  const proceedings = state.proceedings.map(
    ({ court, startedOn, claim, ended }): Prose => [
      { text: t.proceeding(court, m.format.date(startedOn)) },
      typedPassage(given, sentence(claim)),
      ...(ended ? [typedPassage(given, sentence(ended.outcome))] : [{ text: m.letters.page.pending }]),
    ],
  );
  return [
    {
      kind: 'table',
      caption: t.decision,
      columns: [
        { header: m.letters.lot, align: 'start', width: 3 },
        { header: t.standing, align: 'start', width: 7 },
      ],
      rows,
      stacks: true,
    },
    ...(proceedings.length === 0 ? [] : [{ kind: 'list' as const, ordered: false, items: proceedings }]),
  ];
}
