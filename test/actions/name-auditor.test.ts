import { describe, expect, it } from 'vitest';
import { exportDossier } from '../../src/actions/export-dossier.ts';
import { nameAuditor } from '../../src/actions/name-auditor.ts';
import { openTender } from '../../src/actions/open-tender.ts';
import { demoServices } from '../support/demo.ts';
import { refusalOf } from '../support/refusal.ts';

describe('naming an auditor who looks on', async () => {
  const services = await demoServices();
  const { tenders } = services;
  const published = services.ruleSets.tenders.get('gon-2027.v1')!;
  const dossier = openTender(tenders, 'inkoper', 'Nieuw', published);
  const name = (auditor: string) => nameAuditor(services, dossier, 'inkoper', auditor);

  it('puts on record who looks on, and tells a reader of the dossier what that person is called', () => {
    name('auditor');
    expect([...tenders.get(dossier).onlookers]).toEqual(['auditor']);
    expect(exportDossier(services, dossier)).toContain(services.accounts.nameOf('auditor'));
  });

  it.each([
    ['somebody without an account', 'niemand', 'unknown-account'],
    ['somebody with another role', 'beoordelaar-1', 'not-an-auditor-account'],
    ['somebody who was named before', 'auditor', 'already-looks-on'],
  ])('refuses %s', (_, auditor, code) => {
    expect(refusalOf(() => name(auditor))).toBe(code);
  });

  it('is taken back when it was a mistake', () => {
    tenders.execute(dossier, 'inkoper', { type: 'release-auditor', auditor: 'auditor' });
    expect([...tenders.get(dossier).onlookers]).toEqual([]);
    name('auditor');
    expect([...tenders.get(dossier).onlookers]).toEqual(['auditor']);
  });
});
