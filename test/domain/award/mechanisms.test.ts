import { describe, expect, it } from 'vitest';
import { awardMechanism } from '../../../src/domain/award/mechanisms.ts';
import { evaluate } from '../../../src/domain/evaluation/evaluate.ts';
import { MECHANISMS, type Mechanism, mechanism } from '../../../src/domain/rules/mechanisms.ts';
import type { EvaluationInput } from '../../../src/domain/scoring/input.ts';
import { smallInput, smallRules } from '../../support/tender.ts';

const input = smallInput(smallRules({ lots: 2, maximumLots: 1 }), {
  'a lot-1': '10',
  'a lot-2': '10',
  'b lot-1': '8',
  'b lot-2': '4',
});

/** The same bids under a mechanism, with what it asks of the rules and of the bids. */
function under(name: Mechanism): EvaluationInput {
  const { needsLotOrder, asksPreferences } = MECHANISMS[name];
  const { rules, bids } = input;
  const order = needsLotOrder ? { lotOrder: rules.lots.map(({ id }) => id) } : {};
  const wishes = asksPreferences ? { preferences: rules.lots.map(({ id }) => id) } : {};
  return {
    ...input,
    rules: { ...rules, award: { ...rules.award, mechanism: name, ...order } },
    bids: bids.map((bid) => ({ ...bid, ...wishes })),
  };
}

describe('every mechanism', () => {
  it.each(mechanism.options)('%s goes by sums exactly where its rules say so, and proves what it awards', (name) => {
    const { award } = evaluate(under(name));
    expect(award.status).toBe('awarded');
    expect(awardMechanism(under(name)).byRanking === null).toBe(MECHANISMS[name].bySum);
    expect(award.proof?.kind).toBe(
      { 'highest-total': 'optimal', preferences: 'stable', 'fixed-order': 'in-order' }[name],
    );
  });

  it.each(mechanism.options)('%s divides these lots as by hand', (name) => {
    const { award, lots } = evaluate(under(name));
    expect(lots.map(({ ranking }) => ranking[0]!.bid)).toEqual(['a', 'a']);
    expect(award.lots.map(({ winner }) => winner)).toEqual(name === 'highest-total' ? ['b', 'a'] : ['a', 'b']);
  });
});
