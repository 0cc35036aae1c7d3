import type { Awarded, AwardOutcome, Contradiction, LotAward } from '../domain/award/outcome.ts';
import { attentionIn } from '../domain/evaluation/attention.ts';
import type { Outcome } from '../domain/evaluation/evaluate.ts';
import { lotsOf } from '../domain/rules/bid.ts';
import { mechanismOf } from '../domain/rules/mechanisms.ts';
import { type Names, namesOf } from '../domain/rules/names.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import type { EvaluationInput } from '../domain/scoring/input.ts';
import { decimalsOf } from '../messages/format.ts';
import { forRules, type Messages } from '../messages/messages.ts';
import { pairs, sentences } from '../messages/sentence.ts';
import { attentionInWords, awardPhrase } from './attention.ts';
import { divisionAtAGlance, type LotAtAGlance, lotsAtAGlance } from './award-glance.ts';
import { type LimitsInWords, limitsInWords } from './award-limits.ts';
import { hasTieBreak, type LotInWords, lotAnchor, lotInWords } from './award-lot.ts';
import type { Passage } from './blocks.ts';
import { eurosColumn } from './columns.ts';
import { filledFormulas } from './formula.ts';
import { stepDecided } from './lot-reasons.ts';
import { mechanismName, stepShort } from './method.ts';
import { totalsColumn, totalsIn } from './totals.ts';

/** An outcome with every name, number and reason in words. */
export interface AwardInWords {
  readonly status: Outcome['award']['status'];
  /** What it comes to in one phrase, with how many lots are awarded where not all are. */
  readonly statusShort: string;
  readonly statusText: string;
  /** What somebody must know or do before this is decided on, the most urgent first, with the lot that tells more of it. */
  readonly attention: readonly Passage[];
  /** How the lots were divided, as a sentence; empty where there is one. */
  readonly mechanism: string;
  /** Rules and facts that contradict each other, one sentence each. */
  readonly contradiction: readonly string[];
  /** Who gets each lot, by how much and why, in one row each. */
  readonly glance: readonly LotAtAGlance[];
  /** What the division as a whole comes to, in a few words each. */
  readonly division: readonly string[];
  readonly lots: readonly LotInWords[];
  readonly combinations: readonly LotInWords[];
  readonly uniqueness: readonly string[];
  readonly equalOutcomes: null | {
    readonly caption: string;
    readonly criteria: readonly string[];
    readonly rows: readonly { division: string; points: readonly string[]; remains: string }[];
  };
  /** What the limits do; null where they say nothing. */
  readonly limits: LimitsInWords | null;
  readonly proof: string | null;
}

/** @param input complete and checked; @param outcome what came of it */
export function awardInWords(given: Messages, input: EvaluationInput, outcome: Outcome): AwardInWords {
  const { rules, bids } = input;
  const m = forRules(given, rules);
  const names = namesOf(rules, bids);
  const { award } = outcome;
  const formulas = filledFormulas(m, input);
  const lotOf = (id: string, here: LotAward): LotInWords =>
    lotInWords(m, rules, names, outcome.lots.find(({ lot }) => lot === id)!, here, award, formulas);
  return {
    status: award.status,
    statusShort: awardPhrase(m, {
      status: award.status,
      lotsAwarded: award.lots.filter(({ winner }) => winner !== null).length,
      lotsToDraw: award.lots.filter(({ open }) => open === 'draw').length,
      lots: rules.lots.length,
    }),
    statusText: statusInWords(m, rules, award),
    attention: attentionHere(m, rules, names, outcome),
    mechanism: isOne(rules) ? '' : m.award.divided(mechanismName(m, rules, rules.award.mechanism)),
    glance: lotsAtAGlance(m, rules, names, outcome),
    division: divisionAtAGlance(m, rules, outcome),
    contradiction: award.contradiction ? contradictionInWords(m, names, award.contradiction) : [],
    lots: rules.lots.map(({ id }) => lotOf(id, award.lots.find(({ lot }) => lot === id)!)),
    combinations: (rules.combinations ?? []).map(({ id }) => ({ ...lotOf(id, NOT_AWARDED), result: '' })),
    uniqueness: uniqueness(m, rules, award),
    equalOutcomes: equalOutcomesInWords(m, rules, names, award),
    limits: limitsInWords(m, rules, names, award),
    proof: proofInWords(m, rules, award),
  };
}

/** A lot that is ranked but not awarded by itself: a combination of lots. */
const NOT_AWARDED: LotAward = { lot: '', winner: null, combination: null, open: null, passedOver: [] };

/** What asks for attention, and who was set aside; every line leads to the first lot that it is about. */
function attentionHere(m: Messages, rules: TenderRules, names: Names, outcome: Outcome): Passage[] {
  const about = (text: string, lots: readonly string[]): Passage => ({
    text,
    ...(lots.length === 0 ? {} : { href: `#${lotAnchor(lots[0]!)}` }),
  });
  const setAside = new Map<string, string[]>();
  for (const { lot, setAside: aside } of outcome.lots) {
    for (const { bid, fallen } of aside) if (!fallen) setAside.set(bid, [...(setAside.get(bid) ?? []), lot]);
  }
  return [
    ...attentionIn(rules, outcome).map((one) =>
      about(attentionInWords(m, names, one), 'lots' in one ? one.lots : [one.lot]),
    ),
    ...[...setAside].map(([bid, lots]) => about(m.glance.setAside(names.bidder(bid), lots.map(names.lot)), lots)),
  ];
}

/** One lot is not divided, and no division is better than another. */
const isOne = ({ lots }: TenderRules): boolean => lots.length === 1;

/** What the outcome comes to; what stays open is said where it asks for attention. */
function statusInWords(m: Messages, rules: TenderRules, { status, contradiction }: AwardOutcome): string {
  const t = m.award;
  switch (status) {
    case 'awarded':
      return isOne(rules) ? t.awardedOne : t.awarded;
    case 'draw-needed': {
      const needed = t.drawNeeded[mechanismOf(rules).bySum ? 'divisions' : 'ranking'];
      return hasTieBreak(rules) ? sentences(needed, t.drawNeeded.afterRule) : needed;
    }
    case 'impossible':
      return t.impossible[contradiction?.winners == null ? 'limits' : 'mechanism'];
    case 'best-found':
      return t.bestFound;
  }
}

function contradictionInWords(
  m: Messages,
  names: Names,
  { rule, limit, bidders, lots, winners }: Contradiction,
): string[] {
  const t = m.award;
  const demand = rule === 'minimum-winners' ? t.contradictionMinimum(limit) : t.contradictionMaximum(limit);
  if (winners !== null) return [demand, t.contradictionGave(winners)];
  if (bidders.length + lots.length === 0) return [demand, t.contradictionNoBids];
  return [demand, t.contradictionCover(bidders.length + lots.length, bidders.map(names.bidder), lots.map(names.lot))];
}

function proofInWords(m: Messages, rules: TenderRules, { proof }: AwardOutcome): string | null {
  if (!proof || (isOne(rules) && proof.kind !== 'best-found')) return null;
  return proof.kind === 'best-found'
    ? m.award.proof['best-found'](totalsIn(m, rules)(proof.gap))
    : m.award.proof[proof.kind];
}

function uniqueness(
  m: Messages,
  rules: TenderRules,
  { status, equalOutcomes: { assignments, atLeast }, decidedBy }: AwardOutcome,
): string[] {
  if (assignments.length === 0 || status === 'best-found') return [];
  if (assignments.length === 1) {
    if (atLeast) return [m.award.uniqueNotShown];
    if (isOne(rules)) return [m.award.uniqueOne];
    return [mechanismOf(rules).bySum ? m.award.uniqueYes : m.award.uniqueByRanking];
  }
  const many = atLeast ? m.award.uniqueAtLeast(assignments.length) : m.award.uniqueNo(assignments.length);
  if (decidedBy?.rule === 'tie-break') return [many, stepDecided(m, rules, decidedBy.step)];
  return [many, hasTieBreak(rules) ? m.award.tieBreakLeftAfterRule : m.award.tieBreakLeft];
}

/** Who gets what, and what stays open. */
function divisionInWords(m: Messages, rules: TenderRules, names: Names, lots: readonly Awarded[]): string {
  const open = rules.lots.filter(({ id }) => !lots.some(({ lot }) => lotsOf(rules, lot).includes(id)));
  return [
    ...(lots.length === 0 ? [] : [pairs(lots.map(({ lot, bid }) => [names.lot(lot), names.bidder(bid)]))]),
    ...(open.length === 0 ? [] : [m.award.stayOpen(open.map(({ name }) => name))]),
  ].join('; ');
}

/** So many of them are listed, those that remain first: of a hundred divisions of twelve lots nobody reads more. */
const MOST_EQUAL = 12;

function equalOutcomesInWords(
  m: Messages,
  rules: TenderRules,
  names: Names,
  { equalOutcomes: { assignments, atLeast } }: AwardOutcome,
): AwardInWords['equalOutcomes'] {
  if (assignments.length < 2) return null;
  const shown = [...assignments].sort((one, other) => Number(other.remains) - Number(one.remains)).slice(0, MOST_EQUAL);
  const steps = assignments[0]!.tieBreak.map(({ step }) => step);
  const columns = steps.map((step, index) => {
    const values = shown.map(({ tieBreak }) => tieBreak[index]!.value);
    return step.rule === 'lower-price' ? eurosColumn(m, values) : totalsColumn(m, rules, values);
  });
  return {
    caption:
      shown.length === assignments.length
        ? m.award.equalCaption
        : m.award.equalSome(shown.length, assignments.length, atLeast),
    criteria: steps.map((step) => stepShort(m, rules, step)),
    rows: shown.map(({ lots, remains }, row) => ({
      division: divisionInWords(m, rules, names, lots),
      points: columns.map((column) => column[row]!),
      remains: remains ? m.award.remainsYes : m.award.remainsNo,
    })),
  };
}

/** A number in full where its decimals end, else readable with the exact fraction behind it: for the auditor, who calculates again. */
export const toTheLastDigit = (m: Messages, text: string): string =>
  decimalsOf(text) === undefined ? `${m.format.readable(text)} (${text})` : m.format.readable(text);
