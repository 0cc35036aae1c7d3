import type { ListedSeat, Listing } from '../listing.ts';
import { DOSSIER_ROLES, type Viewer } from '../roles.ts';
import { keepsFromRegister, lastSeenAt, mayViewTender, readerOf } from './access.ts';
import { heedsOf } from './heeds.ts';
import { leftBehindBy } from './left-behind.ts';
import { CAPACITIES, type TenderSeat, type TenderWords } from './seat.ts';
import type { TenderState } from './state/state.ts';
import { statusFor } from './status.ts';
import { tasksOf } from './tasks.ts';
import { waitsOf } from './waits.ts';

/** What lists say of a tender. Which seat is somebody's follows from the roles of the account when it is read: see `readerOf`. */
export function tenderListing(state: Readonly<TenderState>): Listing {
  const { winnerName, lotName } = state.rules.award;
  const words: TenderWords = { ...(winnerName ? { winnerName } : {}), ...(lotName ? { lotName } : {}) };
  const known = [...accountsKnownTo(state)];
  return {
    title: state.title,
    year: Number((state.lastOf.get('rules-published') ?? '').slice(0, 4)),
    phase: state.course === 'stopped' ? 'stopped' : state.phase,
    archived: state.archived,
    leader: state.course === 'running' && !state.archived ? state.chair : null,
    over: state.course === 'stopped' || state.phase === 'awarded',
    dates: datesOf(state),
    words,
    seats: [...known.flatMap((account) => seatsOf(state, account)), ...seatsOf(state, null)],
    follows: state.decision ? [state.decision.dossier] : [],
    people: known.map((account) => ({
      account,
      keptFromRegister: keepsFromRegister(state, account),
      leaves: leftBehindBy(state, account),
    })),
  };
}

/** Everybody for whom the tender may look otherwise than for who never had to do with it. */
function accountsKnownTo(state: Readonly<TenderState>): ReadonlySet<string> {
  return new Set([
    state.chair,
    ...state.deputies,
    ...state.witnesses,
    ...state.keepers,
    ...state.onlookers,
    ...state.interests.keys(),
    ...state.rounds.flatMap(({ members, assessments }) => [...members.keys(), ...assessments.keys()]),
  ]);
}

/** Nobody has this id. */
const A_STRANGER = '';

/** One seat for each capacity that some role gives this account; the role that counts is that of who reads. */
function seatsOf(state: Readonly<TenderState>, account: string | null): ListedSeat[] {
  const viewers = new Map<string, Viewer>();
  for (const role of DOSSIER_ROLES) {
    const viewer: Viewer = { id: account ?? A_STRANGER, roles: [role] };
    const capacity = readerOf(state, viewer);
    if (capacity !== null && !viewers.has(capacity)) viewers.set(capacity, viewer);
  }
  return CAPACITIES.flatMap((capacity, rank) => {
    const viewer = viewers.get(capacity);
    return viewer ? [{ account, rank, ...seatOf(state, viewer) }] : [];
  });
}

/** What somebody sees of a tender in lists. */
function seatOf(state: Readonly<TenderState>, viewer: Viewer): Omit<ListedSeat, 'account' | 'rank'> {
  const shown = mayViewTender(state, viewer);
  if (!shown) return { shown, groups: { todo: false, waits: false, heeds: false }, due: null, view: null };
  const view: TenderSeat = {
    status: statusFor(state, viewer),
    todo: tasksOf(state, viewer),
    waits: waitsOf(state, viewer),
    heeds: heedsOf(state, viewer),
    lastSeen: lastSeenAt(state, viewer),
  };
  const { todo, waits, heeds } = view;
  const due = waits.flatMap((one) => (one.kind === 'explanation' ? [one.until] : [])).sort()[0] ?? null;
  return { shown, groups: { todo: todo.length > 0, waits: waits.length > 0, heeds: heeds.length > 0 }, due, view };
}

/** The announced dates, and the standstill periods of decisions that were sent. */
function datesOf({ rules, lots }: Readonly<TenderState>): Listing['dates'] {
  const until = new Set([...lots.values()].flatMap((said) => (said.is === 'sent' ? [said.until] : [])));
  return [
    ...(rules.course?.dates ?? []).map(({ name, date }) => ({ date, what: { kind: 'announced', name } })),
    ...[...until].map((date) => ({ date, what: { kind: 'standstill' } as const })),
  ];
}
