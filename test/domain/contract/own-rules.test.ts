import { describe, expect, it } from 'vitest';
import { rulesFor } from '../../../src/domain/contract/own-rules.ts';
import { publishedRules } from '../../support/dossiers.ts';

const published = publishedRules();
const general = published.contracts.get('general.v1')!.rules;
const gon = published.contracts.get('gon-2027.v1')!.rules;
const tender = published.tenders.get('gon-2027.v3')!.rules;
const sum = { euro: '2000000', priceLevel: 2026 };

describe('the rules for contracts', () => {
  it('are the published ones where those say everything', () => {
    expect(rulesFor(gon, { tender, sum }, 'own')).toEqual({ rules: gon, isPublished: true });
    expect(rulesFor(general, { tender: null, sum: null }, 'own')).toEqual({ rules: general, isPublished: true });
  });

  it('take areas, term and growth path from the tender, and a budget of the sum that is given', () => {
    const { rules, isPublished } = rulesFor(general, { tender, sum }, 'own');
    expect(isPublished).toBe(false);
    expect(rules).toMatchObject({ id: 'own', version: 1, areas: gon.areas, term: { start: '2027-01-01', years: 4 } });
    expect(rules.term!.extensions).toEqual([{ years: 3 }, { years: 3 }, { years: 3 }]);
    expect(rules.growthPath!.steps).toEqual(tender.growthPath!.steps);
    expect(rules.growthPath!.kinds).toEqual(general.supportKinds);
    expect(rules.budget).toMatchObject({ priceLevel: 2026, path: { method: 'fixed' }, keys: expect.any(Array) });
  });

  it('have no part for which there is nothing', () => {
    const { term: _term, growthPath: _path, ...bare } = tender;
    const { rules } = rulesFor(general, { tender: bare, sum: null }, 'own');
    expect([rules.term, rules.growthPath, rules.budget]).toEqual([undefined, undefined, undefined]);
    const { supportKinds: _kinds, ownBudget: _budget, ...poorer } = general;
    const own = rulesFor(poorer, { tender, sum }, 'own').rules;
    expect([own.growthPath, own.budget]).toEqual([undefined, undefined]);
  });
});
