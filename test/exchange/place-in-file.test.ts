import { describe, expect, it } from 'vitest';
import type { Path } from '../../src/domain/faults.ts';
import { placeInRulesFile } from '../../src/exchange/place-in-file.ts';

const FILE = {
  scale: { maximum: 10 },
  criteria: [{ name: 'Plan', children: [{ name: 'Deel', scoring: { percentages: { '0': 0, '10': 100 } } }] }],
  price: { lines: [{ name: 'Uren' }], parts: [{ lines: [{ name: 'Uren' }] }] },
  lots: [
    'Noord',
    { price: { minimum: 1 }, prices: [{ minimum: 2 }], weights: { Plan: 30, Team: 20 } },
    { prices: [{}] },
  ],
};

describe('the place in a short file of what the rules in full say', () => {
  it.each<[string, Path, Path]>([
    [
      'is the same where it is written in full',
      ['criteria', 0, 'children', 0, 'name'],
      ['criteria', 0, 'children', 0, 'name'],
    ],
    ['goes on where the file says nothing', ['award', 'winners', 'minimum'], ['award', 'winners', 'minimum']],
    ['is at a name', ['lots', 0, 'name'], ['lots', 0, 'name']],
    ['is at lines without a form', ['price', 'form', 'lines', 0, 'quantity'], ['price', 'lines', 0, 'quantity']],
    ['is at the lines of a part', ['price', 'parts', 0, 'form', 'lines', 0], ['price', 'parts', 0, 'lines', 0]],
    ['is at the one price of a lot', ['lots', 1, 'prices', 0, 'minimum'], ['lots', 1, 'price', 'minimum']],
    ['is at the prices after that one', ['lots', 1, 'prices', 1, 'minimum'], ['lots', 1, 'prices', 0, 'minimum']],
    ['is at the prices of a lot without it', ['lots', 2, 'prices', 0, 'minimum'], ['lots', 2, 'prices', 0, 'minimum']],
    ['is at the prices as a whole', ['lots', 2, 'prices'], ['lots', 2, 'prices']],
    ['is at the weight of a criterion', ['lots', 1, 'weights', 1, 'weight'], ['lots', 1, 'weights', 'Team']],
    [
      'is at the percentage of a score',
      ['criteria', 0, 'children', 0, 'scoring', 'percentages', 1, 'percentage'],
      ['criteria', 0, 'children', 0, 'scoring', 'percentages', '10'],
    ],
    ['is at the scale of all', ['criteria', 0, 'children', 0, 'scale', 'maximum'], ['scale', 'maximum']],
  ])('%s', (_, path, place) => {
    expect(placeInRulesFile(FILE, path)).toEqual(place);
  });

  it('is at a scale that nobody has where it is missing', () => {
    expect(placeInRulesFile({ criteria: [{}] }, ['criteria', 0, 'scale'])).toEqual(['criteria', 0, 'scale']);
    expect(placeInRulesFile(null, ['scale'])).toEqual(['scale']);
  });
});
