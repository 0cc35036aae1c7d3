import type { Accounts } from '../../actions/accounts.ts';
import { DomainError } from '../../domain/errors.ts';
import { hasSealed } from '../../domain/rules/measures.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { validPlaces } from '../../domain/scoring/input.ts';
import { offersWithOtherTotal } from '../../domain/scoring/price.ts';
import { refusalOf, refusalOfType } from '../../domain/tender/admit.ts';
import type { TenderEventType } from '../../domain/tender/state/events.ts';
import { agreedIn, openConsensus, placesWithPrice } from '../../domain/tender/state/open-work.ts';
import {
  assessmentIn,
  assessorsIn,
  currentRound,
  isAssigned,
  isHandedIn,
  placesOf,
  unscoredCells,
} from '../../domain/tender/state/rounds.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import type { Fact } from '../../explanation/blocks.ts';
import { forRules, lotName, type Messages } from '../../messages/messages.ts';
import type { Confirmation } from './confirmation.ts';

/** What a step of a tender is looked at with: the tender as it stands, for who takes the step. */
export interface Looking {
  readonly m: Messages;
  readonly state: Readonly<TenderState>;
  readonly accounts: Accounts;
}

interface Step {
  readonly type: TenderEventType;
  /** Where it is confirmed and taken, under the address of the tender. */
  readonly path: string;
  readonly facts: (looking: Looking) => readonly (Fact | null)[];
  readonly more: (looking: Looking) => readonly string[];
  readonly basis: (state: Readonly<TenderState>) => Confirmation['basis'];
}

/** The steps that lead a tender from phase to phase. None can be undone at once. */
export const TENDER_STEPS = {
  openAssessment: {
    type: 'assessment-opened',
    path: 'assessment/open',
    facts: (looking) => [bids(looking), assessors(looking), onlookers(looking)],
    more: ({ m, state }) => (state.rules.course?.anonymousUntil === undefined ? [] : [m.confirm.letters]),
    basis: ({ bids: all, bidRecords }) => [
      ...all.keys(),
      ...[...bidRecords.values()].map((one) => one.corrections.length),
    ],
  },
  openConsensus: {
    type: 'consensus-opened',
    path: 'consensus/open',
    facts: (looking) => [handedIn(looking), toAgree(looking), unchecked(looking)],
    more: () => [],
    basis: ({ lastOf }) => [lastOf.get('assessment-submitted'), lastOf.get('bid-set-aside')],
  },
  closeQuality: {
    type: 'quality-closed',
    path: 'quality/close',
    facts: (looking) => [agreed(looking), unchecked(looking)],
    more: ({ m, state }) => (hasSealed(state.rules) ? [m.confirm.pricesNext] : []),
    basis: ({ lastOf }) => [lastOf.get('consensus-recorded'), lastOf.get('consensus-confirmed')],
  },
  computeAward: {
    type: 'award-computed',
    path: 'award/compute',
    facts: (looking) => [bids(looking), prices(looking), otherTotals(looking), fallen(looking), unchecked(looking)],
    more: () => [],
    basis: ({ award, pastAwards, prices: asked, fallen: aside, draws, rounds }) => [
      award?.seq,
      pastAwards.length,
      aside.length,
      draws.length,
      rounds.length,
      ...[...asked.values()].map(({ version }) => version),
    ],
  },
  openRoundConsensus: {
    type: 'round-consensus-opened',
    path: 'rounds/consensus',
    facts: (looking) => [roundName(looking), handedIn(looking), toAgree(looking)],
    more: () => [],
    basis: ({ lastOf, rounds }) => [rounds.length, lastOf.get('assessment-submitted')],
  },
  closeRound: {
    type: 'round-closed',
    path: 'rounds/close',
    facts: (looking) => [roundName(looking), agreed(looking)],
    more: () => [],
    basis: ({ lastOf, rounds }) => [rounds.length, lastOf.get('consensus-recorded')],
  },
} as const satisfies Readonly<Record<keyof Messages['confirm']['steps'], Step>>;

export type TenderStep = keyof typeof TENDER_STEPS;

/** Why the step cannot be taken now by this person, whoever reads the page; undefined when it can. */
export function refusalOfTenderStep(
  state: Readonly<TenderState>,
  actor: string,
  step: TenderStep,
): DomainError | undefined {
  const { type } = TENDER_STEPS[step];
  switch (type) {
    case 'assessment-opened': {
      // The letters of anonymous bidders are dealt out when the step is taken.
      const letters = state.rules.course?.anonymousUntil === undefined ? {} : { letters: [...state.bids.keys()] };
      return refusalOf(state, actor, { type, payload: letters });
    }
    case 'consensus-opened':
    case 'quality-closed':
      return refusalOf(state, actor, { type, payload: {} });
    case 'round-consensus-opened':
    case 'round-closed':
      return refusalOf(state, actor, { type, payload: { round: roundNow(state) } });
    case 'award-computed': {
      const missing = unscoredCells(state).length;
      const refusal = refusalOfType(state, actor, type);
      return refusal ?? (missing > 0 ? new DomainError('scores-missing', { count: missing }) : undefined);
    }
    default:
      return type satisfies never;
  }
}

/** The number of the further round that is under way. */
export const roundNow = (state: Readonly<TenderState>): number => Math.max(2, currentRound(state).number);

/** What is confirmed before the step is taken. */
export function confirmationOfStep(looking: Looking, step: TenderStep): Confirmation {
  const { state } = looking;
  const m = forRules(looking.m, state.rules);
  const found: Step = TENDER_STEPS[step];
  const { title, yes, consequences, undo } = m.confirm.steps[step];
  return {
    title,
    yes,
    action: `/tenders/${state.dossier}/${found.path}`,
    facts: found.facts({ ...looking, m }).filter((fact) => fact !== null),
    consequences: [...consequences, ...found.more({ ...looking, m })],
    undo,
    basis: [found.type, ...found.basis(state)],
  };
}

/** More names than this are counted only. */
const MOST_NAMES = 12;

const named = (m: Messages, names: readonly string[], counted: string): string =>
  names.length === 0 || names.length > MOST_NAMES ? counted : `${counted}: ${m.format.list(names)}`;

function bids({ m, state }: Looking): Fact {
  const names = namesOf(state.rules, state.bids.values());
  const all = [...state.bids.keys()].map(names.bidder);
  return { term: m.bids.title, value: named(m, all, m.tender.bidsCount(all.length)) };
}

function assessors({ m, state, accounts }: Looking): Fact {
  const all = assessorsIn(currentRound(state)).map(accounts.nameOf);
  return { term: m.tender.assessors, value: named(m, all, m.confirm.people(all.length)) };
}

function onlookers({ m, state, accounts }: Looking): Fact {
  const all = [...state.onlookers].map(accounts.nameOf);
  return { term: m.tender.onlookers, value: all.length === 0 ? m.common.none : m.format.list(all) };
}

function handedIn({ m, state }: Looking): Fact {
  const round = currentRound(state);
  const places = placesOf(state, round);
  const own = assessorsIn(round).flatMap((assessor) =>
    places.filter((place) => isAssigned(state, round, assessor, place)).map((place) => ({ assessor, place })),
  );
  const done = own.filter(({ assessor, place }) => isHandedIn(state, round, assessor, place)).length;
  const begun = own.filter(({ assessor, place }) => assessmentIn(round, assessor, place) !== undefined).length;
  return { term: m.confirm.terms.handedIn, value: m.confirm.handedIn(done, own.length, begun - done) };
}

function toAgree({ m, state }: Looking): Fact {
  return { term: m.confirm.terms.toAgree, value: m.confirm.scores(openConsensus(state).length) };
}

function agreed({ m, state }: Looking): Fact {
  const round = currentRound(state);
  const all = placesOf(state, round).flatMap((place) => agreedIn(state, round, place)).length;
  return { term: m.confirm.terms.agreed, value: m.confirm.agreed(all - openConsensus(state).length, all) };
}

/** Bids that were not looked over by two people: none of them can win yet. */
function unchecked({ m, state }: Looking): Fact | null {
  const counting = new Set(validPlaces(state.rules, state.bids.values()).map(({ bid }) => bid));
  const open = [...counting].filter((bid) => (state.bidRecords.get(bid)?.checks.size ?? 2) < 2).length;
  return open === 0 ? null : { term: m.confirm.terms.open, value: m.confirm.unchecked(open) };
}

/** Totals that bidders name and that their own amounts do not add up to: to be looked at before the award is calculated. */
function otherTotals({ m, state }: Looking): Fact | null {
  const names = namesOf(state.rules, state.bids.values());
  const found = offersWithOtherTotal(
    state.rules,
    [...state.prices.values()].map(({ price }) => price),
  );
  if (found.length === 0) return null;
  const places = found.map(({ bid, lot }) => m.prices.place(names.bidder(bid), lotName(m, names, lot)));
  return { term: m.confirm.terms.otherTotals, value: named(m, places, m.confirm.otherTotals(found.length)) };
}

function prices({ m, state }: Looking): Fact | null {
  if (!hasSealed(state.rules)) return null;
  const all = placesWithPrice(state).length;
  return { term: m.confirm.terms.prices, value: m.confirm.prices(state.prices.size, all) };
}

function fallen({ m, state }: Looking): Fact | null {
  const names = namesOf(state.rules, state.bids.values());
  const all = [...new Set(state.fallen.map(({ bid }) => bid))].map(names.bidder);
  return all.length === 0 ? null : { term: m.confirm.terms.fallen, value: m.format.list(all) };
}

function roundName({ m, state }: Looking): Fact {
  return { term: m.confirm.terms.round, value: m.rounds.name(roundNow(state)) };
}
