import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTender } from '../../../src/actions/open-tender.ts';
import type { TenderRules } from '../../../src/domain/rules/rules.ts';
import { nl } from '../../../src/messages/nl.ts';
import { say } from '../../support/formalities.ts';
import { type Installation, openInstallation } from '../../support/installation.ts';
import { singleBid, smallRules } from '../../support/tender.ts';

const CHAIR = 'inkoper';
const both = (text: string) => ({ nl: text, en: text });

let house: Installation;
beforeAll(async () => {
  house = await openInstallation([{ id: CHAIR, roles: ['procurement-officer'] }]);
});
afterAll(() => house.close());

const pageOf = async (change: Partial<TenderRules>): Promise<string> => {
  const rules = { ...smallRules({}), ...change };
  const tender = openTender(house.services.tenders, CHAIR, 'Wijk', { rules, sha256: '0'.repeat(64) });
  house.services.tenders.execute(
    tender,
    CHAIR,
    say({ type: 'bid-registered', payload: { bid: singleBid('a', ['lot-1']) } }),
  );
  return (await house.get(CHAIR, `/tenders/${tender}/acts/check-requirements`)).text;
};

describe('the page on which requirements are checked', () => {
  it('shows the knock-outs of the programme, and no other requirements', async () => {
    const requirement = (id: string, kind: 'scope' | 'knock-out') => ({
      id,
      kind,
      name: both(`Eis ${id}`),
      sources: [],
    });
    const text = await pageOf({
      programme: {
        requirements: [requirement('vervoer', 'scope'), requirement('plan', 'knock-out')],
        goals: [],
        wishes: [],
        sources: [],
      },
    });
    expect(text).toContain(nl.rules.programme.kinds['knock-out']);
    expect(text).toContain('Eis plan');
    expect(text).not.toContain('Eis vervoer');
  });

  it('is what it was for rules without a programme', async () => {
    const text = await pageOf({});
    expect(text).toContain(nl.acts.names['check-requirements'].title);
    expect(text).not.toContain(nl.rules.programme.kinds['knock-out']);
  });
});
