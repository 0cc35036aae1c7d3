import { describe, expect, it } from 'vitest';
import { publishOcdsOf } from '../../src/actions/publish-ocds.ts';
import { withSignatures } from '../../src/actions/signed-lots.ts';
import { winnerIn } from '../../src/domain/tender/state/stored-award.ts';
import { contractServices, MANAGER, openDemoContracts, WEST } from '../support/contracts.ts';
import { FINISHED } from '../support/demo.ts';
import { faultsOf } from '../support/ocds-schemas.ts';

const PUBLISHER = { name: 'Gemeente Groningen', prefix: 'ocds-abc123' };

describe('a contract that is signed in the dossier that follows an award', () => {
  it('is signed in what is published of the tender, with its day, and valid', async () => {
    const services = await contractServices();
    const tender = services.tenders.get(FINISHED);
    const published = () => JSON.parse(publishOcdsOf(services, tender, PUBLISHER, 'published'));
    const before = published().releases[0];
    expect(before.contracts).toBeUndefined();
    openDemoContracts(services);
    services.time.now = '2026-12-15T09:00:00Z';
    services.say(MANAGER, {
      type: 'contract-signed',
      payload: { area: WEST, signedOn: '2026-12-14', document: 'Contract West, getekend' },
    });
    const [release] = published().releases;
    expect(
      release.contracts.map((one: { awardID: string; dateSigned: string }) => [one.awardID, one.dateSigned]),
    ).toEqual([[WEST, '2026-12-14T00:00:00Z']]);
    expect(release.awards.find(({ id }: { id: string }) => id === WEST).status).toBe('active');
    expect([release.tag, release.date > before.date]).toEqual([['tender', 'award', 'contract'], true]);
    expect(faultsOf(published())).toEqual([]);
    // The call tells of no award, and so of no contract.
    expect(publishOcdsOf(services, tender, PUBLISHER, 'none')).not.toContain('dateSigned');

    const winner = winnerIn(tender.award!, WEST)!;
    const withSaid = (bid: string, signedOn: string | null) =>
      withSignatures(services, {
        ...tender,
        lots: new Map([[WEST, { is: 'fixed', bid, reason: 'Getekend.', seq: 1, signedOn }]]),
      }).lots.get(WEST);
    expect(withSaid(winner, null)).toMatchObject({ bid: winner, signedOn: '2026-12-14' });
    expect(withSaid(winner, '2026-12-20')).toMatchObject({ signedOn: '2026-12-20' });
    expect(withSaid('iemand-anders', null)).toMatchObject({ bid: 'iemand-anders', signedOn: null });
  });
});
