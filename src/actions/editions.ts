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
 * @param logged the whole dossier, in order
 * @param awarded the bids that got a lot, as the dossier stands
 * @throws DomainError `no-such-edition` for a kind of dossier, or an event of format 1, of which only the whole edition can be made, `unknown-bid`
 */
export function editionOf(
  kind: EditedKind,
  logged: readonly LoggedText[],
  edition: Edition,
  awarded: ReadonlySet<string>,
): LoggedText[] {
  if (edition.of === 'whole') return [...logged];
  if (!kind.editions.includes(edition.of) || logged.some(({ parts }) => parts === null)) {
    throw new DomainError('no-such-edition', { edition: edition.of });
  }
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
  const about = scoped.map(({ parts, scope, bid }, place): { parts: PartsOfType; about: About } => {
    const replaced = scope !== null && latest.get(scope) !== place;
    return { parts, about: { bid, awarded: bid !== null && awarded.has(bid), replaced } };
  });
  if (edition.of === 'bidder' && !about.some(({ about: { bid } }) => bid === edition.bid)) {
    throw new DomainError('unknown-bid', { bid: edition.bid });
  }
  return logged.map(({ body, parts }, place) => ({
    body,
    parts: keepParts(
      parts!,
      (name) => editionHas(edition, about[place]!.parts, name as PartName, about[place]!.about),
      (piece) => editionHasPiece(edition, piece?.bid ?? null, about[place]!.about.replaced),
    ),
  }));
}

function bidAt(payload: unknown, pointer: string): string | null {
  let value = payload;
  for (const key of pointer.slice(1).split('/')) value = (value as Record<string, unknown> | undefined)?.[key];
  return typeof value === 'string' ? value : null;
}
