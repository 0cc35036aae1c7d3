import { canonicalJson } from '../chain/canonical.ts';
import { type LoggedText, readChain } from '../chain/chain.ts';
import { openWhole } from '../chain/opened.ts';
import { keepParts } from '../chain/parts-text.ts';
import { type About, type Edition, editionHas, editionHasPiece } from '../domain/disclosure/edition.ts';
import type { PartName, PartsOfType } from '../domain/disclosure/parts.ts';
import { cutPayload } from '../domain/disclosure/payload.ts';
import { DomainError } from '../domain/errors.ts';
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
 * @throws DomainError `no-such-edition` for a kind of dossier, or an event of format 1, of which only the whole edition can be made, `unknown-bid`
 */
export function editionsOf(
  kind: EditedKind,
  logged: readonly LoggedText[],
  awarded: ReadonlySet<string>,
): (edition: Edition) => LoggedText[] {
  let told: readonly ToldEvent[] | undefined;
  return (edition) => {
    if (edition.of === 'whole') return [...logged];
    if (!kind.editions.includes(edition.of) || logged.some(({ parts }) => parts === null)) {
      throw new DomainError('no-such-edition', { edition: edition.of });
    }
    told ??= toldIn(kind, logged, awarded);
    if (edition.of === 'bidder' && !told.some(({ about }) => about.bid === edition.bid)) {
      throw new DomainError('unknown-bid', { bid: edition.bid });
    }
    return logged.map(({ body, parts }, place) => {
      const { parts: cut, about } = told![place]!;
      return {
        body,
        parts: keepParts(
          parts!,
          (name) => editionHas(edition, cut, name as PartName, about),
          (piece) => editionHasPiece(edition, piece?.bid ?? null, about.replaced),
        ),
      };
    });
  };
}

/** An event by what decides whom each of its parts reaches. */
interface ToldEvent {
  readonly parts: PartsOfType;
  readonly about: About;
}

function toldIn(kind: EditedKind, logged: readonly LoggedText[], awarded: ReadonlySet<string>): ToldEvent[] {
  const { events } = readChain(logged);
  const latest = new Map<string, number>();
  const scoped = events.map((event, place) => {
    const parts = partsOf(kind, event);
    const { payload } = openWhole(event, parts);
    const scope = parts.replaces
      ? `${event.type} ${canonicalJson(cutPayload(parts, payload).apart.scope ?? null)}`
      : null;
    if (scope !== null) latest.set(scope, place);
    return { parts, scope, bid: parts.about === undefined ? null : bidAt(payload, parts.about) };
  });
  return scoped.map(({ parts, scope, bid }, place) => {
    const replaced = scope !== null && latest.get(scope) !== place;
    return { parts, about: { bid, awarded: bid !== null && awarded.has(bid), replaced } };
  });
}

function bidAt(payload: unknown, pointer: string): string | null {
  let value = payload;
  for (const key of pointer.slice(1).split('/')) value = (value as Record<string, unknown> | undefined)?.[key];
  return typeof value === 'string' ? value : null;
}
