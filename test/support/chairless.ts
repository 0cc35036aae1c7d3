import { createAccounts } from '../../src/actions/accounts.ts';
import { openTender } from '../../src/actions/open-tender.ts';
import { createTenders } from '../../src/actions/tenders.ts';
import { INSTALLATION, type Role } from '../../src/domain/roles.ts';
import { openStorage } from '../../src/storage/database.ts';
import { smallRules } from './tender.ts';

/** An installation with a tender whose chair is there, two other officers, and two administrators. */
export function withChair() {
  const storage = openStorage(':memory:');
  const clock = (): Date => new Date('2027-03-01T09:00:00.000Z');
  const accounts = createAccounts(storage, clock);
  const tenders = createTenders(storage, clock);
  const people: readonly (readonly [id: string, role: Role])[] = [
    ['beheerder-1', 'administrator'],
    ['beheerder-2', 'administrator'],
    ['voorzitter', 'procurement-officer'],
    ['opvolger', 'procurement-officer'],
    ['ander', 'procurement-officer'],
  ];
  for (const [id, role] of people) {
    accounts.addDemo(INSTALLATION, { id, name: `Persoon ${id}`, roles: [role], passwordHash: 'x' });
  }
  const rules = { rules: smallRules({}), sha256: '0'.repeat(64) };
  const dossier = openTender(tenders, 'voorzitter', 'Zonder voorzitter', rules, { fictional: true });
  return { storage, accounts, tenders, dossier };
}

/** The same after the account of the chair was closed. */
export function withoutChairNow() {
  const services = withChair();
  services.accounts.close('beheerder-1', 'voorzitter');
  return services;
}
