import { hasRole, type Role } from '../../domain/roles.ts';
import { hasSealed } from '../../domain/rules/measures.ts';
import { type PlaceKey, placeIn, placeKey } from '../../domain/rules/place.ts';
import { biddable } from '../../domain/rules/rules.ts';
import { fallenIn, validPlaces } from '../../domain/scoring/input.ts';
import { takesPart } from '../../domain/tender/checks/people.ts';
import { bidsWithSealedDocuments, documentsOf, opensWithPrices } from '../../domain/tender/state/documents.ts';
import {
  assessorsIn,
  currentRound,
  everyAssessor,
  inRound,
  isShutOut,
  openConflicts,
} from '../../domain/tender/state/rounds.ts';
import { inLanguage, lotName } from '../../messages/messages.ts';
import type { ActOption } from './act.ts';
import type { TenderActField, TenderAsking } from './tender-acts.ts';

/** The fields that acts are made of: whom or what they can be about, as the tender stands. */

const REASON = 2000;
export const reason: TenderActField = { kind: 'text', name: 'reason', most: REASON, lines: 'many' };

export const bid: TenderActField = {
  kind: 'select',
  name: 'bid',
  options: ({ state, names }) => [...state.bids.keys()].map((id) => ({ value: id, label: names.bidder(id) })),
};

/** Bids that fell away in a lot or more. */
export const fallenBid: TenderActField = {
  kind: 'select',
  name: 'bid',
  options: ({ state, names }) =>
    [...state.bids.values()]
      .filter(({ id, lots }) => lots.some(({ lot }) => fallenIn(state.fallen, id, lot) !== undefined))
      .map(({ id }) => ({ value: id, label: names.bidder(id) })),
};

/** A document of a bid that somebody is not kept out of. */
export const document: TenderActField = {
  kind: 'select',
  name: 'document',
  options: ({ state, names, account }) =>
    [...state.bids.keys()]
      .filter((id) => !isShutOut(state, account.id, id))
      .flatMap((id) =>
        documentsOf(state, id).map((one) => ({
          value: `${id} ${one.id}`,
          label: `${names.bidder(id)}: ${one.name}`,
        })),
      ),
};

/** Bids of which a document with prices is in keeping; what it is, nobody is told. */
export const bidWithSealedDocuments: TenderActField = {
  kind: 'select',
  name: 'bid',
  options: ({ state, names }) => bidsWithSealedDocuments(state).map((id) => ({ value: id, label: names.bidder(id) })),
};

/** One lot to bid for, or all. */
export const lotOrAll: TenderActField = {
  kind: 'select',
  name: 'lot',
  options: ({ state }) => biddable(state.rules).map(({ id, name }) => ({ value: id, label: name })),
  all: ({ m }) => m.acts.allLots,
};

const lotsWhere =
  (holds: (asking: TenderAsking, lot: string) => boolean) =>
  (asking: TenderAsking): ActOption[] =>
    asking.state.rules.lots.filter(({ id }) => holds(asking, id)).map(({ id, name }) => ({ value: id, label: name }));

/** Lots of which this was, or was not, said. */
export const lotThat = (holds: (asking: TenderAsking, lot: string) => boolean): TenderActField => ({
  kind: 'select',
  name: 'lot',
  options: lotsWhere(holds),
});
export const lotsThat = (holds: (asking: TenderAsking, lot: string) => boolean): TenderActField => ({
  kind: 'many',
  name: 'lots',
  options: lotsWhere(holds),
});

/** A bid in a lot. */
export const placeThat = (holds: (asking: TenderAsking, key: PlaceKey) => boolean): TenderActField => ({
  kind: 'select',
  name: 'place',
  options: (asking) => {
    const { m, state, names } = asking;
    return validPlaces(state.rules, state.bids.values())
      .filter(({ bid: id, lot }) => holds(asking, placeKey(id, lot)))
      .map(({ bid: id, lot }) => ({
        value: placeKey(id, lot),
        label: m.prices.place(names.bidder(id), lotName(m, names, lot)),
      }));
  },
});
export const placeOf = (value: string) => {
  const { bid: id, lot } = placeIn(value as PlaceKey);
  return { bid: id, lot };
};

const people = (asking: TenderAsking, ids: Iterable<string>): ActOption[] =>
  [...ids].map((id) => ({ value: id, label: asking.accounts.nameOf(id) }));

/** Who assesses in the round. */
export const assessor: TenderActField = {
  kind: 'select',
  name: 'assessor',
  options: (asking) => people(asking, assessorsIn(currentRound(asking.state))),
};

/** Who has one of these roles and no part in the tender yet. */
const free = (asking: TenderAsking, ...roles: readonly Role[]): ActOption[] =>
  people(
    asking,
    asking.accounts
      .list()
      .filter((one) => hasRole(one, ...roles) && !one.closed && !takesPart(asking.state, one.id))
      .filter(({ id }) => !asking.state.onlookers.has(id))
      .map(({ id }) => id),
  );
export const newPerson = (name: 'account' | 'by' | 'chair', ...roles: readonly Role[]): TenderActField => ({
  kind: 'select',
  name,
  options: (asking) => [...(name === 'chair' ? people(asking, asking.state.deputies) : []), ...free(asking, ...roles)],
});

/** Who has a task. */
export const personIn = (of: (asking: TenderAsking) => Iterable<string>): TenderActField => ({
  kind: 'select',
  name: 'account',
  options: (asking) => people(asking, of(asking)),
});

/** Whoever takes part or assessed, save who asks. */
export const anyParticipant: TenderActField = personIn(({ state, account }) =>
  [...new Set([state.chair, ...state.deputies, ...state.witnesses, ...state.keepers, ...everyAssessor(state)])].filter(
    (id) => id !== account.id,
  ),
);

/** Summary proceedings that are pending. */
export const pendingProceeding: TenderActField = {
  kind: 'select',
  name: 'proceeding',
  options: ({ m, state, names }) =>
    state.proceedings
      .filter(({ ended }) => ended === null)
      .map(({ number, lots, court, startedOn }) => ({
        value: String(number),
        label: m.letters.page.proceeding(number, lots.map(names.lot), court, m.format.date(startedOn)),
      })),
};

/** The announced teams, where there are. */
export const team: TenderActField = {
  kind: 'select',
  name: 'team',
  options: ({ m, state }) =>
    (state.rules.course?.teams ?? []).map(({ id, name }) => ({ value: id, label: inLanguage(name, m) })),
  all: ({ m }) => m.acts.noTeam,
};

/** A conflict of interest that somebody declared and about which nothing was decided. */
export const openConflict: TenderActField = {
  kind: 'select',
  name: 'interest',
  options: ({ state, names, account, accounts, m }) =>
    openConflicts(state)
      .filter((one) => one.account !== account.id)
      .map((one) => ({
        value: `${one.account} ${one.bid}`,
        label: m.acts.interestOf(
          accounts.nameOf(one.account),
          names.bidder(one.bid),
          state.interests.get(one.account)?.get(one.bid)?.explanation ?? '',
        ),
      })),
};

export const yesOrNo = (name: 'met' | 'conflict' | 'accepted'): TenderActField => ({
  kind: 'choice',
  name,
  options: ({ m }) => [
    { value: 'yes', label: m.acts.answers[name].yes },
    { value: 'no', label: m.acts.answers[name].no },
  ],
});

/** A round that still counts, or one that was annulled. */
export const roundThat = (annulled: boolean): TenderActField => ({
  kind: 'select',
  name: 'round',
  options: ({ m, state }) =>
    state.rounds
      .filter((round) => (round.annulled !== null) === annulled)
      .map(({ number }) => ({ value: String(number), label: m.rounds.name(number) })),
});

export const keyOf = placeKey;
export const asksPrices = ({ rules }: TenderAsking['state']): boolean => hasSealed(rules);
export const inThisRound = (state: TenderAsking['state']) => inRound(currentRound(state));

/** Whether two people still have something to open: all prices, or that of a bid that counts again. */
export const hasSomethingToOpen = (state: TenderAsking['state']): boolean =>
  hasSealed(state.rules) &&
  (!state.pricesOpened ||
    [...state.sealed].some(([key]) => !state.prices.has(key)) ||
    [...state.sealedDocuments].some(([id, list]) => list.some((one) => opensWithPrices(state, id, one))));
