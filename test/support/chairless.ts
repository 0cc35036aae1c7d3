import { createAccounts } from '../../src/actions/accounts.ts';
import { createContracts } from '../../src/actions/contracts.ts';
import { createDecisions } from '../../src/actions/decisions.ts';
import { openContractsByHand } from '../../src/actions/open-contracts.ts';
import { openDecision } from '../../src/actions/open-decision.ts';
import { openPlan } from '../../src/actions/open-plan.ts';
import { openTender } from '../../src/actions/open-tender.ts';
import { createPurchasePlans } from '../../src/actions/purchase-plans.ts';
import { createTenders } from '../../src/actions/tenders.ts';
import { INSTALLATION, type Role } from '../../src/domain/roles.ts';
import { nl } from '../../src/messages/nl.ts';
import { openStorage } from '../../src/storage/database.ts';
import { contractFor } from './contract-dossier.ts';
import { publishedRules } from './dossiers.ts';
import { smallRules } from './tender.ts';

/** An installation with a tender whose chair is there, two other officers, and two administrators. */
export function withChair() {
  const storage = openStorage(':memory:');
  const clock = (): Date => new Date('2027-03-01T09:00:00.000Z');
  const accounts = createAccounts(storage, clock);
  const tenders = createTenders(storage, clock);
  const [decisions, contracts, plans] = [
    createDecisions(storage, clock),
    createContracts(storage, clock),
    createPurchasePlans(storage, clock),
  ];
  const people: readonly (readonly [id: string, role: Role])[] = [
    ['beheerder-1', 'administrator'],
    ['beheerder-2', 'administrator'],
    ['voorzitter', 'procurement-officer'],
    ['opvolger', 'procurement-officer'],
    ['ander', 'procurement-officer'],
    ['contractmanager', 'contract-manager'],
  ];
  for (const [id, role] of people) {
    accounts.addDemo(INSTALLATION, { id, name: `Persoon ${id}`, roles: [role], passwordHash: 'x' });
  }
  const rules = { rules: smallRules({}), sha256: '0'.repeat(64) };
  const dossier = openTender(tenders, 'voorzitter', 'Zonder voorzitter', rules, { fictional: true });
  return { storage, accounts, tenders, decisions, contracts, plans, dossier };
}

/** The same after the account of the chair was closed. */
export function withoutChairNow() {
  const services = withChair();
  services.accounts.close('beheerder-1', 'voorzitter');
  return services;
}

/** A dossier of each kind that one officer leads, whose account was closed since. */
export function withoutOfficerNow() {
  const services = withChair();
  const ruleSets = publishedRules();
  const officer = 'voorzitter';
  const decision = openDecision(
    services.decisions,
    officer,
    'Contractmodel 2027',
    ruleSets.matrices.get('contract-models-2013.v1')!,
  );
  const opening = { title: 'Contracten 2027', officer, manager: 'contractmanager', sum: null };
  const contract = openContractsByHand(services, { ...opening, published: ruleSets.contracts.get('gon-2027.v1')! }, [
    contractFor('west'),
  ]);
  const plan = openPlan(nl, { plans: services.plans, ruleSets }, officer, {
    title: 'Inkoopplan 2028',
    year: 2028,
    example: null,
  });
  services.accounts.close('beheerder-1', officer);
  return { ...services, led: [decision, contract, plan] };
}
