import type { LotAward, PassedOver } from '../domain/award/outcome.ts';
import type { LotOutcome, Outcome, RankedBid } from '../domain/evaluation/evaluate.ts';
import { compare, exact } from '../domain/number.ts';
import { lotsOf } from '../domain/rules/bid.ts';
import { weightedCriteria } from '../domain/rules/criteria-tree.ts';
import { rulesIn } from '../domain/rules/in-lot.ts';
import { type Names, namesOf } from '../domain/rules/names.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import { type FoundScore, foundScores, roleCode } from '../domain/tender/state/found-scores.ts';
import { perVersion } from '../domain/tender/state/per-version.ts';
import type { TenderState } from '../domain/tender/state/state.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import { sentence } from '../messages/sentence.ts';
import type { RankInWords } from './award-lot.ts';
import { type LotInWords, lotInWords } from './award-lot.ts';
import { type Prose, typedPassage } from './blocks.ts';
import { withoutConfidential } from './confidential.ts';
import { drawnFrom, setAsideInWords } from './lot-reasons.ts';

/**
 * What a bidder reads about the decision in one lot: its own scores and why, who wins and wherein that bid was stronger. Of the winner it tells the name,
 * the scores and points, and what the committee found where the winner was stronger; never an amount or what was marked as confidential, and of the
 * other bidders nothing.
 */
export interface LotInLetter {
  readonly name: string;
  /** Won, not won, set aside, or awarded to nobody: in a few words, and what is said of it. */
  readonly result: string;
  readonly told: readonly Prose[];
  readonly total: string;
  readonly rank: string;
  readonly winner: string;
  readonly winnersTotal: string;
  readonly scores: readonly ScoreInLetter[];
  /** Whether scores and points of a winner stand beside the own ones. */
  readonly besideWinner: boolean;
  readonly motivations: readonly { readonly criterion: string; readonly texts: readonly Prose[] }[];
  /** Where the winner was stronger; null where that is not told: the bidder won, or nobody did. */
  readonly stronger: null | readonly StrongerInLetter[];
}

/** A criterion on which the winner has more points. */
export interface StrongerInLetter {
  readonly criterion: string;
  readonly theirs: string;
  readonly own: string;
  /** What was found of the winner there. */
  readonly motivation: Prose;
}

export interface ScoreInLetter {
  readonly name: string;
  readonly depth: number;
  readonly isSum: boolean;
  readonly score: string;
  readonly points: string;
  readonly winnersScore: string;
  readonly winnersPoints: string;
}

/** @param place a lot, or a combination of lots, that this bid is for */
export function lotInLetter(
  given: Messages,
  m: Messages,
  state: TenderState,
  outcome: Outcome,
  bid: string,
  place: string,
): LotInLetter {
  const { rules } = state;
  const names = namesIn(state);
  const lot = outcome.lots.find((one) => one.lot === place)!;
  const here = awardOf(rules, outcome, place);
  const words = wordsOf(m, rules, names, lot, here, outcome);
  const own = lot.ranking.find((one) => one.bid === bid);
  const best =
    here.winner === null || here.winner === bid ? undefined : lot.ranking.find((one) => one.bid === here.winner);
  const inWords = (entry: RankedBid | undefined) => words.ranking.find((one) => one.bid === entry?.bid);
  const [mine, theirs] = [inWords(own), inWords(best)];
  const found = foundScores(state, { bid, lot: place });
  return {
    name: words.name,
    result: m.letters.results[resultOf(here, own, bid)],
    told: toldOf(m, state, names, { lot, here, outcome, own, mine, bid }),
    total: mine?.total ?? m.letters.nothing,
    rank: mine ? m.letters.rankOf(mine.rank, lot.ranking.length) : m.letters.nothing,
    winner: here.winner === null ? m.letters.nothing : here.winner === bid ? m.letters.you : names.bidder(here.winner),
    winnersTotal: here.winner === bid ? (mine?.total ?? m.letters.nothing) : (theirs?.total ?? m.letters.nothing),
    scores: scoresOf(m, rules, names, place, found, mine, theirs, best),
    besideWinner: theirs !== undefined,
    motivations: found.map(({ criterion, motivations }) => ({
      criterion: inLanguage(names.criterion(criterion), m),
      texts: motivationTexts(given, m, state, motivations),
    })),
    stronger: own && best ? strongerOf(given, m, state, names, place, own, best, mine!, theirs!) : null,
  };
}

const namesIn = perVersion(({ rules, bids }) => namesOf(rules, bids.values()));

/** A lot in words, once for all its letters. */
function wordsOf(
  m: Messages,
  rules: TenderRules,
  names: Names,
  lot: LotOutcome,
  here: LotAward,
  outcome: Outcome,
): LotInWords {
  const known = told.get(lot) ?? new Map<Messages, LotInWords>();
  const words = known.get(m) ?? lotInWords(m, rules, names, lot, here, outcome.award, undefined);
  told.set(lot, known.set(m, words));
  return words;
}
const told = new WeakMap<LotOutcome, Map<Messages, LotInWords>>();

/** What was awarded of a lot, or of a combination as a whole. */
function awardOf(rules: TenderRules, { award }: Outcome, place: string): LotAward {
  const [first] = lotsOf(rules, place);
  const here = award.lots.find(({ lot }) => lot === first)!;
  // A combination that did not win is not awarded by itself: its lots are.
  return first === place || here.combination === place
    ? here
    : { ...here, passedOver: [], winner: null, open: 'limits' };
}

type Result = keyof Messages['letters']['results'];

function resultOf({ winner }: LotAward, own: RankedBid | undefined, bid: string): Result {
  if (winner === bid) return 'won';
  if (!own) return 'set-aside';
  return winner === null ? 'nobody' : 'lost';
}

interface Told {
  readonly lot: LotOutcome;
  readonly here: LotAward;
  readonly outcome: Outcome;
  readonly own: RankedBid | undefined;
  readonly mine: RankInWords | undefined;
  readonly bid: string;
}

/** The decision in sentences, and why. */
function toldOf(m: Messages, state: TenderState, names: Names, { lot, here, outcome, own, mine, bid }: Told): Prose[] {
  const t = m.letters;
  const { rules } = state;
  const name = names.lot(lot.lot);
  const winner = here.winner === null ? null : names.bidder(here.winner);
  const drawn = here.winner === null ? [] : drawnFrom({ rules, lot, here, award: outcome.award });
  const byDraw = drawn.length > 0 && (here.winner === bid || drawn.includes(bid));
  const passed = here.passedOver.find((one) => one.bid === bid);
  const aside = lot.setAside.find((one) => one.bid === bid);
  const fellAway = lot.setAside.some((one) => one.bid !== bid && one.fallen) && state.pastAwards.length > 0;
  const decision: Record<Result, () => string> = {
    won: () => t.won(name),
    lost: () => t.lost(name, winner!),
    nobody: () => t.nobody(name),
    'set-aside': () => (winner === null ? t.asideAndNobody(name) : t.aside(name, winner)),
  };
  return [
    decision[resultOf(here, own, bid)](),
    ...(mine ? [t.place(mine.total, mine.rank, lot.ranking.length)] : []),
    ...(passed ? [passedOverToOwn(m, names, passed)] : []),
    ...(byDraw ? [t.drawDecided] : mine?.remark ? [sentence(mine.remark)] : []),
    ...(here.fixed ? [t.fixed] : []),
    ...(aside ? [t.asideBecause, ...setAsideInWords(m, rules, names, aside)] : []),
    ...(fellAway ? [t.afterOthersFell] : []),
    ...(state.rounds.filter(({ stage, annulled }) => stage === 'closed' && annulled === null).length > 1
      ? [t.reassessed]
      : []),
  ];
}

/** Why a higher place did not give the lot, said to who stood there. */
const passedOverToOwn = (m: Messages, names: Names, { reason, lots }: PassedOver): string =>
  m.letters.passedOver[reason](lots.map(names.lot));

function scoresOf(
  m: Messages,
  rules: TenderRules,
  names: Names,
  place: string,
  found: readonly FoundScore[],
  mine: RankInWords | undefined,
  theirs: RankInWords | undefined,
  best: RankedBid | undefined,
): ScoreInLetter[] {
  const { nothing } = m.letters;
  const nodes = weightedCriteria(rulesIn(rules, place));
  const labelled = (score: string | undefined, shown: string | undefined, criterion: string): string => {
    const label = score === undefined ? null : names.score(criterion, score);
    return label ? `${shown} (${inLanguage(label, m)})` : (shown ?? nothing);
  };
  const lines = nodes.flatMap(({ criterion, depth }, index): ScoreInLetter[] => {
    const line = mine?.lines[index];
    const own = found.find((one) => one.criterion === criterion.id);
    if (!line && !own) return [];
    return [
      {
        name: inLanguage(criterion.name, m),
        depth,
        isSum: false,
        score: labelled(own?.score, line?.score ?? (own && m.format.readable(own.score)), criterion.id),
        points: line?.points ?? nothing,
        winnersScore: labelled(best?.lines[index]?.score ?? undefined, theirs?.lines[index]?.score, criterion.id),
        winnersPoints: theirs?.lines[index]?.points ?? nothing,
      },
    ];
  });
  if (!mine) return lines;
  const sum = (name: string, own: string, other: string | undefined): ScoreInLetter => ({
    name,
    depth: 0,
    isSum: true,
    score: '',
    points: own,
    winnersScore: '',
    winnersPoints: other ?? nothing,
  });
  return [
    ...lines,
    ...(mine.pricePoints === null
      ? []
      : [sum(m.award.pricePoints, mine.pricePoints, theirs?.pricePoints ?? undefined)]),
    sum(m.common.total, mine.total, theirs?.total),
  ];
}

/** Of an assessor the role is named, not the person. */
const motivationTexts = (
  given: Messages,
  m: Messages,
  state: TenderState,
  motivations: FoundScore['motivations'],
): Prose[] =>
  motivations.map(({ assessor, text }) => [
    ...(assessor === null ? [] : [{ text: m.letters.assessor(roleCode(state, assessor)) }]),
    typedPassage(given, withoutConfidential(m, text)),
  ]);

/** Every criterion on which the winner has more points, with what was found of the winner there. */
function strongerOf(
  given: Messages,
  m: Messages,
  state: TenderState,
  names: Names,
  place: string,
  own: RankedBid,
  best: RankedBid,
  mine: RankInWords,
  theirs: RankInWords,
): StrongerInLetter[] {
  const t = m.letters;
  const found = foundScores(state, { bid: best.bid, lot: place });
  const nodes = weightedCriteria(rulesIn(state.rules, place));
  const onCriteria = nodes.flatMap(({ criterion }, index) => {
    const [line, other] = [own.lines[index], best.lines[index]];
    const isGroup = line?.score === null && line.value === undefined;
    if (!line || !other || isGroup || compare(exact(other.points), exact(line.points)) <= 0) return [];
    const motivations = found.find((one) => one.criterion === criterion.id)?.motivations ?? [];
    return [
      {
        criterion: inLanguage(names.criterion(criterion.id), m),
        theirs: theirs.lines[index]!.points,
        own: mine.lines[index]!.points,
        motivation: motivationTexts(given, m, state, motivations).flatMap((text) =>
          typeof text === 'string' ? [{ text }] : [...text],
        ),
      },
    ];
  });
  const [price, otherPrice] = [own.price?.points, best.price?.points];
  const onPrice =
    price != null && otherPrice != null && compare(exact(otherPrice), exact(price)) > 0
      ? [
          {
            criterion: m.award.pricePoints,
            theirs: theirs.pricePoints!,
            own: mine.pricePoints!,
            motivation: t.priceOnly,
          },
        ]
      : [];
  return [...onCriteria, ...onPrice];
}
