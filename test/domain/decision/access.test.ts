import { describe, expect, it } from 'vitest';
import { mayViewWholeDecision } from '../../../src/domain/decision/access.ts';
import { openInstallation } from '../../support/installation.ts';
import { bringDecision, DECISION, PEOPLE, viewer } from '../../support/secret-tender.ts';

describe('who may have the whole dossier of a choice, which goes with the advice', () => {
  it.each([
    [false, ['chair', 'auditor', 'onlooker', 'auditing-officer', 'auditing-assessor']],
    [true, ['chair', 'committee', 'auditor', 'onlooker', 'auditing-officer', 'auditing-assessor']],
  ])('signed: %s', async (signed, allowed) => {
    const installation = await openInstallation(PEOPLE);
    try {
      bringDecision(installation, { title: 'Keuze', reason: 'Past hier.', signed });
      const state = installation.services.decisions.get(DECISION);
      expect(PEOPLE.filter(({ id }) => mayViewWholeDecision(state, viewer(id))).map(({ id }) => id)).toEqual(allowed);
    } finally {
      installation.close();
    }
  });
});
