import { describe, expect, it } from 'vitest';
import { noticesOf } from '../../src/actions/publish-eforms.ts';
import { publishOcdsOf } from '../../src/actions/publish-ocds.ts';
import { publishing } from '../support/dossier.ts';
import { everyRules } from '../support/every-rules.ts';
import { openInstallation } from '../support/installation.ts';
import { faultsOf } from '../support/ocds-schemas.ts';
import { PEOPLE } from '../support/secret-tender.ts';
import { variedRules } from '../support/varied-rules.ts';

const PUBLISHER = { name: 'Gemeente Groningen', prefix: 'ocds-abc123' };

describe('the call of a tender under any rules that there are', () => {
  it.each([...everyRules(), ...variedRules()])('%s', async (_, rules) => {
    const house = await openInstallation(PEOPLE);
    try {
      house.services.tenders.execute('tender-test-1', 'chair', publishing(rules));
      const stored = house.services.tenders.get('tender-test-1');
      expect(faultsOf(JSON.parse(publishOcdsOf(house.services, stored, PUBLISHER, 'none')))).toEqual([]);
      const [{ notice, faults }] = noticesOf(stored, PUBLISHER, false) as [ReturnType<typeof noticesOf>[number]];
      expect(faults).toEqual([]);
      const criteria = notice.groups.filter(({ of }) => of === 'criterion');
      // Every lot has a price or a criterion to award by, each with its type and name.
      for (const lot of new Set(notice.groups.map((group) => group.lot).filter((number) => number !== null)))
        expect(criteria.some((group) => group.lot === lot)).toBe(true);
    } finally {
      house.close();
    }
  });
});
