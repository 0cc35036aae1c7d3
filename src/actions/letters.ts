import { canonicalJson, hashOfPieces, sha256 } from '../chain/canonical.ts';
import type { RuleSets } from '../criteria/rule-sets.ts';
import { newestLaw } from '../criteria/rule-sets.ts';
import { type Edition, WHOLE } from '../domain/disclosure/edition.ts';
import { DomainError } from '../domain/errors.ts';
import type { ProcurementLaw } from '../domain/law/law.ts';
import { lastDayOf, STANDSTILL_DAYS } from '../domain/procedure/terms.ts';
import { lotsOf } from '../domain/rules/bid.ts';
import { decide } from '../domain/tender/decide.ts';
import { standingOutcome } from '../domain/tender/standing-award.ts';
import type { NewTenderEvent, TenderPayload } from '../domain/tender/state/events.ts';
import { addressees, placesIn, sameWordsIn } from '../domain/tender/state/found-scores.ts';
import type { IssuedLetter, TenderState } from '../domain/tender/state/state.ts';
import { editionFiles } from '../exchange/dossier-file.ts';
import { letterBlocks } from '../explanation/letter-blocks.ts';
import { type Messages, messagesIn } from '../messages/messages.ts';
import { letterReport } from '../reports/letter-report.ts';
import type { Report } from '../reports/report.ts';
import type { Storage } from '../storage/database.ts';
import type { ReceivedFile } from '../storage/document-store.ts';
import type { StoredEvent } from '../storage/event-store.ts';
import { isFileNamed } from './documents.ts';
import { foldRead } from './fold.ts';
import { editProven } from './kinds.ts';
import { readStored } from './read-stored.ts';
import { type Tenders, tenderKind } from './tenders.ts';

/** What an officer says of the letters about a decision: the same for all bidders. */
export type LetterOrder = Pick<
  TenderPayload<'letter-issued'>,
  'lots' | 'sentOn' | 'until' | 'language' | 'sender' | 'signatory' | 'objection' | 'sameWords'
> & {
  /** Why the decision is sent anew; undefined for the first time. */
  readonly again: string | undefined;
};

export interface Writing {
  readonly storage: Storage;
  readonly tenders: Tenders;
  readonly ruleSets: RuleSets;
}

/** The last day of the standstill period by the law, of a decision that is sent on a day. @throws DomainError `date-invalid` */
export const lastDayOfStandstill = (sentOn: string): string => lastDayOf(sentOn, STANDSTILL_DAYS);

/** The events of a decision that is sent: a letter to every bidder that it is about, and the decision itself. @param files of the letters, by bid */
function decisionEvents(
  state: Readonly<TenderState>,
  { again, ...order }: LetterOrder,
  law: number,
  files: ReadonlyMap<string, IssuedLetter['document']>,
): NewTenderEvent[] {
  const { lots, sentOn, until } = order;
  const letters = addressees(state, lots).map(({ bid, places }): NewTenderEvent => {
    const same = places.some((place) => sameWordsIn(state, place).some(({ bids }) => bids.includes(bid.id)));
    const { sameWords, ...told } = order;
    return {
      type: 'letter-issued',
      payload: {
        ...told,
        bid: bid.id,
        lots: lotsIn(state, lots, places),
        award: state.award?.seq ?? 1,
        law,
        ...(same && sameWords !== undefined ? { sameWords } : {}),
        document: files.get(bid.id) ?? NOT_MADE_YET,
      },
    };
  });
  const reason = again === undefined ? {} : { reason: again };
  return [...letters, { type: 'award-decision-sent', payload: { lots: [...lots], sentOn, until, ...reason } }];
}
/** Of some lots those that a bid is for, by itself or in a combination. */
const lotsIn = ({ rules }: Readonly<TenderState>, lots: readonly string[], places: readonly string[]): string[] =>
  lots.filter((lot) => places.some((place) => lotsOf(rules, place).includes(lot)));

/** To ask whether a letter may be sent before it is drawn. */
const NOT_MADE_YET = { sha256: '0'.repeat(64), size: 1 };

/** Refuses a decision that cannot be sent, before anything is drawn. @throws DomainError what the procedure refuses */
export function requireSendable(services: Writing, dossier: string, actor: string, order: LetterOrder): void {
  const state = services.tenders.get(dossier);
  const events = decisionEvents(state, order, newestLaw(services.ruleSets).version, new Map());
  decide(state, actor, { type: 'say', events });
}

/** A letter as it would be with this order, to be looked at. @throws DomainError `unknown-bid`, and what making the edition throws */
export function draftLetter(services: Writing, dossier: string, order: LetterOrder, bid: string): Report {
  const { state, write } = writerOf(services, dossier);
  const place = addressees(state, order.lots).findIndex((one) => one.bid.id === bid);
  if (place < 0) throw new DomainError('unknown-bid', { bid });
  return write({ ...order, bid, number: state.issuedLetters.length + place + 1, isDraft: true });
}

/**
 * Sends a decision: draws every letter, keeps it as a file, and only then records them and the decision together; where anything was recorded meanwhile,
 * nothing is.
 * @param render draws a PDF; @param progress is told how many letters are made
 * @throws DomainError `dossier-moves`, what the procedure refuses, and what the store of documents throws
 */
export async function sendDecision(
  services: Writing,
  dossier: string,
  actor: string,
  order: LetterOrder,
  render: (report: Report) => Promise<Uint8Array>,
  progress: (done: number, of: number) => void = () => {},
): Promise<void> {
  requireSendable(services, dossier, actor, order);
  const { documents } = services.storage;
  const { state, write } = writerOf(services, dossier);
  const law = newestLaw(services.ruleSets).version;
  const to = addressees(state, order.lots);
  const received = new Map<string, ReceivedFile>();
  const { keep, settle } = documents.keeping();
  let isNamed = false;
  try {
    for (const [place, { bid }] of to.entries()) {
      const number = state.issuedLetters.length + place + 1;
      const bytes = await render(write({ ...order, bid: bid.id, number, isDraft: false }));
      received.set(bid.id, keep(bytes));
      progress(place + 1, to.length);
    }
    settle();
    const files = new Map([...received].map(([bid, { sha256: hash, size }]) => [bid, { sha256: hash, size }]));
    services.tenders.execute(dossier, actor, { type: 'say', events: decisionEvents(state, order, law, files) }, () => {
      // The letters tell of the dossier as it was when they were written, to its last event.
      if (services.storage.events.head(dossier).seq !== state.version) throw new DomainError('dossier-moves');
      for (const file of received.values()) documents.requireThere(file);
    });
    isNamed = true;
  } finally {
    for (const file of received.values()) file.letGo((hash) => isNamed || isFileNamed(services.storage, hash));
  }
}

/**
 * Every letter with what makes it again, from what was known when it was issued: to hold it against what went out. What was sent together is written from
 * one reading of the log. `write` throws a DomainError where that log is not in order.
 */
export function* lettersAgain(
  services: Writing,
  dossier: string,
): Generator<{ readonly letter: IssuedLetter; readonly write: () => Report }> {
  let writer: ReturnType<typeof writerOf> | undefined;
  let before: IssuedLetter | undefined;
  for (const letter of services.tenders.get(dossier).issuedLetters) {
    if (before?.seq !== letter.seq - 1) writer = undefined;
    before = letter;
    yield {
      letter,
      write: () => {
        writer ??= writerOf(services, dossier, letter.seq - 1, letter.law);
        return writer.write({ ...letter, isDraft: false });
      },
    };
  }
}

type ToWrite = Omit<LetterOrder, 'again' | 'sameWords'> & {
  readonly bid: string;
  readonly number: number;
  readonly isDraft: boolean;
};

/**
 * What letters are written from: the dossier as it stood after some event, proven once for all of them.
 * @param asOf the place of the last event that is read; all of them where it is left out
 */
function writerOf(
  { storage, ruleSets }: Writing,
  dossier: string,
  asOf?: number,
  lawVersion?: number,
): { readonly state: Readonly<TenderState>; readonly write: (letter: ToWrite) => Report } {
  const log = storage.snapshot(() => readStored(storage, dossier));
  const stored = log.stored.slice(0, asOf);
  const events = log.events.slice(0, asOf);
  const { state, editionOf } = provenOf(ruleSets, dossier, events, stored);
  const outcome = standingOutcome(state);
  const head = stored.at(-1)!.hash;
  const law = lawVersion === undefined ? newestLaw(ruleSets) : lawOf(ruleSets, lawVersion);
  const write = ({ bid, number, isDraft, language, ...given }: ToWrite): Report => {
    const places = placesIn(state, state.bids.get(bid), given.lots);
    const order = { ...given, lots: lotsIn(state, given.lots, places) };
    const m = messagesIn(language);
    const edition = editionOf === null ? null : attachment(m, editionOf({ of: 'bidder', bid }));
    const { bidder } = state.bids.get(bid)!;
    return letterReport(m, {
      title: state.title,
      addressee: [bidder.name, ...(bidder.members.length > 1 ? bidder.members.map(({ name }) => name) : [])],
      sender: order.sender,
      sentOn: order.sentOn,
      number,
      isDraft,
      blocks: letterBlocks(m, state, outcome, law, { bid, ...order }, edition === null ? null : head),
      asOf: state.lastEventAt,
      attachments: edition === null ? [] : [edition],
      contentHash: sha256(
        canonicalJson([
          language,
          head,
          bid,
          number,
          isDraft,
          law.version,
          { ...textOf(order) },
          hashOfPieces(edition?.pieces ?? []),
        ]),
      ),
    });
  };
  return { state, write };
}

const textOf = ({
  lots,
  sentOn,
  until,
  sender,
  signatory,
  objection,
}: Omit<ToWrite, 'bid' | 'number' | 'isDraft' | 'language'>) => ({
  lots: [...lots],
  sentOn,
  until,
  sender,
  signatory,
  objection,
});

/** A dossier that is in order, with what makes editions of it, each in pieces; null of one that began in format 1. */
function provenOf(
  ruleSets: RuleSets,
  dossier: string,
  events: ReturnType<typeof readStored>['events'],
  stored: readonly StoredEvent[],
): { readonly state: TenderState; readonly editionOf: ((edition: Edition) => Uint8Array[]) | null } {
  if (stored.some(({ parts }) => parts === null)) {
    return { state: foldRead(tenderKind, dossier, undefined, events), editionOf: null };
  }
  const { state, edit } = editProven(tenderKind, { dossier, edition: WHOLE, events }, stored, ruleSets);
  if (!state) throw new DomainError('unknown-dossier', { dossier });
  const write = editionFiles(dossier, stored.at(-1)!.hash);
  return { state, editionOf: (edition) => write(edition, edit(edition)) };
}

const attachment = (m: Messages, pieces: readonly Uint8Array[]) => ({
  name: 'dossier.json',
  get bytes() {
    return Buffer.concat(pieces);
  },
  pieces,
  mediaType: 'application/json',
  description: m.letters.edition,
});

function lawOf({ laws }: RuleSets, version: number): ProcurementLaw {
  const found = [...laws.values()].find(({ rules }) => rules.version === version);
  return found?.rules ?? newestLaw({ laws });
}
