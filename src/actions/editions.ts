import { canonicalJson } from '../chain/canonical.ts';
import { type ChainEvent, type LoggedText, readChain } from '../chain/chain.ts';
import { scopeOfWhole } from '../chain/opened.ts';
import { joinLines, keepParts, linesIn, type PartsInLines, partsInLines } from '../chain/parts-text.ts';
import { type About, type Edition, editionHas, editionHasPiece } from '../domain/disclosure/edition.ts';
import type { PartName, PartsOfType } from '../domain/disclosure/parts.ts';
import { DomainError } from '../domain/errors.ts';
import type { EditedEvent } from '../exchange/dossier-file.ts';
import { partsOf } from './dossier-kind.ts';

/** What an edition is made of, per kind of dossier. */
export interface EditedKind {
  readonly parts: Readonly<Record<string, PartsOfType>>;
  /** For whom there are editions besides the whole dossier. */
  readonly editions: readonly Edition['of'][];
}

/**
 * Withholds of a whole dossier what an edition has not.
 * @param logged the whole dossier, in order; it is read once for all editions
 * @param awarded the bids that got a lot, as the dossier stands
 * @param events the same as they were read from that log, where they were
 * @returns an edition; an event of which several bidders see the same is the same object in the edition of each, so that it need not be written anew
 * @throws DomainError `no-such-edition` for a kind of dossier, or an event of format 1, of which only the whole edition can be made, `unknown-bid`,
 *   `part-withheld` where the log is an edition itself
 */
export function editionsOf(
  kind: EditedKind,
  logged: readonly LoggedText[],
  awarded: ReadonlySet<string>,
  events?: readonly ChainEvent[],
): (edition: Edition) => EditedEvent[] {
  let told: readonly ToldEvent[] | undefined;
  return (edition) => {
    if (edition.of === 'whole') return logged.map(unedited);
    if (!kind.editions.includes(edition.of) || logged.some(({ parts }) => parts === null)) {
      throw new DomainError('no-such-edition', { edition: edition.of });
    }
    told ??= toldIn(kind, events ?? readChain(logged).events, awarded);
    if (edition.of === 'bidder' && !told.some(({ about }) => about.bid === edition.bid)) {
      throw new DomainError('unknown-bid', { bid: edition.bid });
    }
    return logged.map((event, place) => editedFor(edition, event, told![place]!));
  };
}

const unedited = ({ body, parts }: LoggedText): EditedEvent => ({
  body,
  parts,
  get lines() {
    return linesIn(parts ?? '');
  },
  isCommon: false,
});

function editedFor(edition: Edition, event: LoggedText, told: ToldEvent): EditedEvent {
  const { parts: cut, about } = told;
  const isCommon = edition.of === 'bidder' && about.bid !== edition.bid && cut.bids === undefined;
  if (isCommon && told.forOthers) return told.forOthers;
  told.lines ??= partsInLines(event.parts!);
  const lines = keepParts(
    told.lines,
    (name) => editionHas(edition, cut, name as PartName, about),
    (piece) => editionHasPiece(edition, piece?.bid ?? null, about.replaced),
  );
  const edited = {
    body: event.body,
    lines,
    get parts() {
      return joinLines(lines);
    },
    isCommon,
  };
  if (isCommon) told.forOthers = edited;
  return edited;
}

/** An event by what decides whom each of its parts reaches, and what was made of it for earlier editions. */
interface ToldEvent {
  readonly parts: PartsOfType;
  readonly about: About;
  lines?: PartsInLines;
  /** What the bidders see of it that it is not about. */
  forOthers?: EditedEvent;
}

function toldIn(kind: EditedKind, events: readonly ChainEvent[], awarded: ReadonlySet<string>): ToldEvent[] {
  const latest = new Map<string, number>();
  const scoped = events.map((event, place) => {
    const parts = partsOf(kind, event);
    const scope = scopeOfWhole(event, parts);
    const replaces = parts.replaces ? `${event.type} ${canonicalJson(scope)}` : null;
    if (replaces !== null) latest.set(replaces, place);
    const bid = parts.about === undefined ? null : scope?.[parts.about];
    return { parts, replaces, bid: typeof bid === 'string' ? bid : null };
  });
  return scoped.map(({ parts, replaces, bid }, place) => {
    const replaced = replaces !== null && latest.get(replaces) !== place;
    return { parts, about: { bid, awarded: bid !== null && awarded.has(bid), replaced } };
  });
}
