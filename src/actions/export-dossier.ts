import { z } from 'zod';
import { eventBody } from '../chain/chain.ts';
import { writeDossierFile } from '../exchange/dossier-file.ts';
import type { Storage } from '../storage/database.ts';
import type { Accounts } from './accounts.ts';

/** The whole dossier as a file: every event as it was hashed, and the names of the people in it as they are known now. */
export function exportDossier(services: { storage: Storage; accounts: Accounts }, dossier: string): string {
  const stored = services.storage.events.since(dossier, 0);
  const people = new Set<string>();
  for (const { body } of stored) {
    const { actor, payload } = eventBody.parse(JSON.parse(body));
    people.add(actor);
    for (const person of peopleIn(payload)) people.add(person);
  }
  return writeDossierFile(
    dossier,
    [...people].sort().map((id) => ({ id, name: services.accounts.nameOf(id) })),
    stored.map(({ body }) => body),
    stored[stored.length - 1]!.hash,
  );
}

/** The accounts that the payload of an event names: who is appointed to assess, or named to look on. */
const named = z.looseObject({ assessor: z.string().optional(), auditor: z.string().optional() });

function peopleIn(payload: unknown): string[] {
  const { data } = named.safeParse(payload);
  return [data?.assessor, data?.auditor].filter((person) => person !== undefined);
}
