import { describe, expect, it } from 'vitest';
import { appointAssessor } from '../../src/actions/appoint-assessor.ts';
import { openTender } from '../../src/actions/open-tender.ts';
import { everyAssessor } from '../../src/domain/tender/state/rounds.ts';
import { demoServices } from '../support/demo.ts';
import { refusalOf } from '../support/refusal.ts';

describe('appointing an assessor', async () => {
  const services = await demoServices();
  const published = services.ruleSets.tenders.get('gon-2027.v1')!;
  const dossier = openTender(services.tenders, 'inkoper', 'Nieuw', published);
  const appoint = (assessor: string) => appointAssessor(services, dossier, 'inkoper', assessor);

  it('puts on record who assesses', () => {
    appoint('beoordelaar-1');
    expect(everyAssessor(services.tenders.get(dossier))).toEqual(['beoordelaar-1']);
  });

  it.each([
    ['somebody without an account', 'niemand', 'unknown-account'],
    ['somebody with another role', 'auditor', 'not-an-assessor-account'],
    ['somebody who was appointed before', 'beoordelaar-1', 'already-appointed'],
  ])('refuses %s', (_, assessor, code) => {
    expect(refusalOf(() => appoint(assessor))).toBe(code);
  });

  it('refuses somebody whose account is closed', () => {
    services.accounts.close('beheerder', 'beoordelaar-2');
    expect(refusalOf(() => appoint('beoordelaar-2'))).toBe('not-an-assessor-account');
  });
});
