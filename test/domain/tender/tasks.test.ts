import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../src/domain/roles.ts';
import { tasksOf } from '../../../src/domain/tender/tasks.ts';
import { waitsOf } from '../../../src/domain/tender/waits.ts';
import { nextStepInWords } from '../../../src/explanation/next-step.ts';
import { nl } from '../../../src/messages/nl.ts';
import { say, sendingDecision } from '../../support/formalities.ts';
import { type Installation, openInstallation } from '../../support/installation.ts';
import { BASE, bring, PEOPLE, TENDER } from '../../support/secret-tender.ts';
import { singleBid } from '../../support/tender.ts';

const CHAIR: Viewer = { id: 'chair', roles: ['procurement-officer'] };
const ASSESSOR: Viewer = { id: 'assessor', roles: ['assessor'] };
const WITNESS: Viewer = { id: 'witness', roles: ['assessor'] };

let house: Installation;
beforeEach(async () => {
  house = await openInstallation(PEOPLE);
});
afterEach(() => house.close());
const state = () => house.services.tenders.get(TENDER);
const kinds = (viewer: Viewer): string[] => tasksOf(state(), viewer).map(({ kind }) => kind);

describe('what there is to do in a tender', () => {
  it('is to declare as soon as there is a bid, but for who still registers them', async () => {
    await bring(house, 'registration', BASE);
    const added = { type: 'bid-registered', payload: { bid: singleBid('later', ['lot-1']) } } as const;
    house.services.tenders.execute(TENDER, 'chair', say(added));
    expect([kinds(ASSESSOR), kinds(WITNESS), kinds(CHAIR)]).toEqual([
      ['declare-interests'],
      ['declare-interests'],
      ['register'],
    ]);
  });

  it('is to send the decision once an award is proposed, and then to wait for the end of the standstill period', async () => {
    await bring(house, 'awarded', BASE);
    expect(kinds(CHAIR)).toEqual(['send-decision']);
    expect(waitsOf(state(), CHAIR)).toEqual([]);
    expect(nextStepInWords(nl, state(), CHAIR)).toBe(nl.tender.nextFor.decide.chair);
    for (const person of ['chair', 'witness']) {
      for (const bid of ['a', 'b']) {
        const payload = { bid, met: true, findings: 'Alles is er.' };
        house.services.tenders.execute(TENDER, person, say({ type: 'requirements-checked', payload }));
      }
    }
    house.services.tenders.execute(TENDER, 'chair', say(...sendingDecision(state(), ['lot-1'], '2027-03-01')));
    const said = state().lots.get('lot-1');
    expect(kinds(CHAIR)).toEqual([]);
    expect(waitsOf(state(), CHAIR)).toEqual([{ kind: 'standstill', until: said?.is === 'sent' ? said.until : '' }]);
    expect(nextStepInWords(nl, state(), CHAIR)).toBe(nl.tender.nextFor.standstill.chair);
    expect(nextStepInWords(nl, state(), ASSESSOR)).toBe(nl.tender.nextFor.standstill.others);
  });
});
