import { type ChainEvent, isCommittedEvent, type LoggedText, readChain } from '../chain/chain.ts';
import { partValue } from '../chain/parts-text.ts';
import type { RuleSets } from '../criteria/rule-sets.ts';
import { type Edition, WHOLE } from '../domain/disclosure/edition.ts';
import { DomainError } from '../domain/errors.ts';
import { writeDossierFile } from '../exchange/dossier-file.ts';
import type { Storage } from '../storage/database.ts';
import type { Accounts } from './accounts.ts';
import { KINDS, kindOf, requireSound } from './kinds.ts';
import { readStored } from './read-stored.ts';

interface Exporting {
  readonly storage: Storage;
  readonly accounts: Accounts;
  readonly ruleSets: RuleSets;
}

/**
 * An edition of a dossier as a file: every event as it was hashed, with the parts that the edition has. The names of people as they are known
 * now stand in the editions in which people are named. A log that was tampered with is exported as it is stored.
 * @throws DomainError `no-such-edition`, `unknown-bid`; for an edition that is not whole what verifying throws
 */
export const exportDossier = (services: Exporting, dossier: string, edition: Edition = WHOLE): string =>
  services.storage.snapshot(() => fileOf(services, dossier, edition));

function fileOf({ storage, accounts, ruleSets }: Exporting, dossier: string, edition: Edition): string {
  const stored = storage.events.since(dossier, 0);
  const logged =
    edition.of === 'whole'
      ? stored
      : KINDS[kindOf(dossier)].edit(readStored(storage, dossier), stored, ruleSets)(edition);
  const people = [...namedIn(edition, logged)].sort().map((id) => ({ id, name: accounts.nameOf(id) }));
  return writeDossierFile(dossier, edition, people, logged, stored[stored.length - 1]!.hash);
}

const NAMES_PEOPLE: Readonly<Record<Edition['of'], boolean>> = {
  whole: true,
  committee: true,
  bidder: false,
  public: false,
};

/** The accounts that caused events, or that they name, in the editions in which people are named. Of a log that cannot be read nobody is. */
export function namedIn(edition: Edition, logged: readonly LoggedText[]): ReadonlySet<string> {
  const people = new Set<string>();
  if (!NAMES_PEOPLE[edition.of]) return people;
  try {
    for (const event of readChain(logged).events) for (const person of peopleOf(event)) people.add(person);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
  return people;
}

function peopleOf(event: ChainEvent): string[] {
  const named = isCommittedEvent(event)
    ? event.disclosed.parts.flatMap((part) =>
        part.name === 'actor' ? [partValue(part)] : part.name === 'person' ? valuesIn(partValue(part)) : [],
      )
    : [event.actor, ...NAMING.map((key) => (event.payload as Record<string, unknown> | null)?.[key])];
  return named.filter((one) => typeof one === 'string');
}

/** Where events of format 1 name accounts besides who caused them. */
const NAMING = ['assessor', 'auditor', 'account'] as const;
const valuesIn = (part: unknown): unknown[] => (typeof part === 'object' && part !== null ? Object.values(part) : []);

/** Whether every event of a dossier was committed to part by part, so that there are editions of it besides the whole one. */
export const hasEditions = (storage: Storage, dossier: string): boolean =>
  storage.events.since(dossier, 0).every(({ parts }) => parts !== null);

/**
 * The edition for the committee of a dossier that is in order, for its report; null where there is none because the log began in format 1.
 * @throws DomainError when the log is not in order, or its outcome does not follow from its inputs
 */
export function editionForCommittee(services: Exporting, dossier: string): string | null {
  // Making an edition verifies all of the dossier.
  if (hasEditions(services.storage, dossier)) return exportDossier(services, dossier, { of: 'committee' });
  requireSound(services, dossier);
  return null;
}
