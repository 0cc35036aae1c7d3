import { beforeAll, describe, expect, it } from 'vitest';
import { contractsFrom, openContractsByHand, openContractsFrom } from '../../src/actions/open-contracts.ts';
import { contractsOf } from '../../src/domain/contract/contracts.ts';
import type { TenderState } from '../../src/domain/tender/state/state.ts';
import { winnerIn } from '../../src/domain/tender/state/stored-award.ts';
import { CONTRACTS, contractServices, MANAGER, OFFICER, openDemoContracts } from '../support/contracts.ts';
import { FINISHED, RUNNING } from '../support/demo.ts';
import { refusalOf } from '../support/refusal.ts';

let services: Awaited<ReturnType<typeof contractServices>>;
let tender: Readonly<TenderState>;
beforeAll(async () => {
  services = await contractServices();
  tender = services.tenders.get(FINISHED);
});

describe('contracts from an award', () => {
  it('are opened with everything that is known of each lot and its winner', () => {
    const dossier = openDemoContracts(services);
    expect(dossier).toBe(CONTRACTS);
    const state = services.contracts.get(dossier);
    expect(state).toMatchObject({ phase: 'followed', officer: OFFICER, manager: MANAGER, fictional: true });
    const contracts = contractsOf(state);
    expect(contracts.map(({ area }) => area)).toEqual(tender.rules.lots.map(({ id, name }) => ({ id, name })));
    for (const { area, added } of contracts) {
      const bid = tender.bids.get(winnerIn(tender.award!, area.id)!)!;
      expect(added.payload).toMatchObject({
        provider: { name: bid.bidder.name },
        start: '2027-01-01',
        until: '2030-12-31',
        promises: { growthPath: bid.lots.find(({ lot }) => lot === area.id)!.growthPath },
        awarded: { lot: area.id, bid: bid.id, on: null },
      });
    }
  });

  it('name the award that they follow from by its place and hash', () => {
    const { follows } = services.contracts.get(CONTRACTS);
    const [event] = services.storage.events.since(FINISHED, tender.award!.seq - 1);
    expect(follows).toEqual({ dossier: FINISHED, seq: tender.award!.seq, hash: event!.hash });
    expect(services.storage.lists.following(FINISHED)).toEqual([CONTRACTS]);
  });

  it('are not there for a lot that was withdrawn after the award, and one with a contract keeps its winner', () => {
    const { rules } = services.ruleSets.contracts.get('gon-2027.v1')!;
    const [first, second] = tender.rules.lots.map(({ id }) => id) as [string, string];
    const winner = winnerIn(tender.award!, second)!;
    const lots: TenderState['lots'] = new Map([
      [first, { is: 'withdrawn', reason: 'Gaat niet door.' }],
      [second, { is: 'fixed', bid: winner, reason: 'Ondertekend.', seq: 1, signedOn: null }],
    ]);
    const found = contractsFrom({ ...tender, lots }, rules);
    expect(found.map(({ area }) => area.id)).toEqual(
      tender.rules.lots.map(({ id }) => id).filter((id) => id !== first),
    );
    expect(found[0]!.awarded).toEqual({ lot: second, bid: winner, on: null });
  });

  it('are those of published rules, which the dossier holds whole', () => {
    const { rules, rulesSha256 } = services.contracts.get(CONTRACTS);
    const published = services.ruleSets.contracts.get('gon-2027.v1')!;
    expect([rules, rulesSha256]).toEqual([published.rules, published.sha256]);
  });

  it('wait for the award, and need a lot that somebody won and a start', () => {
    const published = services.ruleSets.contracts.get('gon-2027.v1')!;
    const opening = { title: 'X', officer: OFFICER, manager: MANAGER, published, sum: null };
    const running = services.tenders.get(RUNNING);
    expect(refusalOf(() => openContractsFrom(services, running, opening))).toBe('not-yet-awarded');
    const { award } = tender;
    const unreadable = { ...tender, award: { ...award!, outcome: { engine: 'unreadable' as const } } };
    expect(refusalOf(() => contractsFrom(unreadable as TenderState, published.rules))).toBe('outcome-unreadable');
    const nobody = { ...tender, rules: { ...tender.rules, lots: [] } };
    expect(refusalOf(() => contractsFrom(nobody, published.rules))).toBe('no-lot-awarded');
    const { term: _, ...timeless } = published.rules;
    const { term: __, ...undated } = tender.rules;
    expect(refusalOf(() => contractsFrom({ ...tender, rules: undated }, timeless))).toBe('term-unknown');
  });
});

describe('contracts by hand', () => {
  it('follow from nothing, and have a budget of one sum where the rules leave it to the user', () => {
    const published = services.ruleSets.contracts.get('general.v1')!;
    const sum = { euro: '2000000', priceLevel: 2026 };
    const dossier = openContractsByHand(
      services,
      { title: 'Huishoudelijke hulp', officer: OFFICER, manager: MANAGER, published, sum },
      [
        {
          area: { id: 'noord', name: 'Noord' },
          provider: { name: 'Stichting Oeverlicht', members: [] },
          subcontractors: [],
          reference: 'C-12',
          start: '2027-01-01',
          until: '2028-12-31',
          price: null,
          promises: { growthPath: null, others: [] },
          awarded: null,
        },
      ],
    );
    const { follows, rules, rulesSha256 } = services.contracts.get(dossier);
    expect(follows).toBeNull();
    expect(rules.id).toBe('own-general');
    expect(rules.budget!.components.map(({ amount }) => amount)).toEqual([{ kind: 'fixed', euro: '2000000' }]);
    expect(rulesSha256).not.toBe(published.sha256);
  });
});
