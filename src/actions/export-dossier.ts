import { eventBody } from '../chain/chain.ts';
import { writeDossierFile } from '../exchange/dossier-file.ts';
import type { Storage } from '../storage/database.ts';
import { ACCOUNTS_DOSSIER, type Accounts } from './accounts.ts';

/** The whole dossier as a file: every event as it was hashed, and the names of the people in it as they are known now. */
export function exportDossier(services: { storage: Storage; accounts: Accounts }, dossier: string): string {
  const stored = services.storage.events.since(dossier, 0);
  const people = new Set<string>();
  for (const { body } of stored) {
    const { actor, type, payload } = eventBody.parse(JSON.parse(body));
    people.add(actor);
    if (type === 'assessor-appointed') people.add((payload as { assessor: string }).assessor);
    if (dossier === ACCOUNTS_DOSSIER) people.add((payload as { account: string }).account);
  }
  return writeDossierFile(
    dossier,
    [...people].sort().map((id) => ({ id, name: services.accounts.nameOf(id) })),
    stored.map(({ body }) => body),
    stored[stored.length - 1]!.hash,
  );
}
