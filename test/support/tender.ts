import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { projectRoot } from '../../src/config.ts';
import type { Bid } from '../../src/domain/rules/bid.ts';
import type { TenderRules } from '../../src/domain/rules/rules.ts';
import { type EvaluationInput, evaluationInput } from '../../src/domain/scoring/input.ts';

/** The documented sample: the fictional GON 2027 demo. */
export const sample = (): EvaluationInput =>
  evaluationInput.parse(JSON.parse(readFileSync(join(projectRoot(), 'data/samples/gon-2027-demo.json'), 'utf8')));

const both = (text: string) => ({ nl: text, en: text });

/** A small rule set with one criterion and no growth path: the total of a bid is its score times ten. */
export function smallRules(change: {
  lots?: number;
  minimumWinners?: number;
  maximumWinners?: number;
  maximumLots?: number;
  criteria?: TenderRules['criteria'];
  tieBreak?: string[];
  minimumScore?: string;
}): TenderRules {
  const { growthPath: _, budget: __, exampleNotice: ___, ...rules } = sample().rules;
  const lots = change.lots ?? 2;
  return {
    ...rules,
    lots: Array.from({ length: lots }, (_, index) => ({ id: `lot-${index + 1}`, name: `Lot ${index + 1}` })),
    criteria: change.criteria ?? [
      {
        id: 'quality',
        name: both('Kwaliteit'),
        description: both('Kwaliteit'),
        weight: '100',
        sources: [],
        ...(change.minimumScore === undefined ? {} : { minimumScore: change.minimumScore }),
      },
    ],
    award: {
      ...rules.award,
      winners: { minimum: change.minimumWinners ?? 1, maximum: change.maximumWinners ?? lots },
      maximumLotsPerBidder: change.maximumLots ?? lots,
      tieBreak: (change.tieBreak ?? []).map((criterion) => ({ rule: 'higher-score', criterion })),
    },
  };
}

export const criterion = (id: string, weight: string, children?: TenderRules['criteria']) => ({
  id,
  name: both(id),
  description: both(id),
  weight,
  sources: [],
  ...(children ? { children } : {}),
});

export const singleBid = (id: string, lots: readonly string[]): Bid => ({
  id,
  bidder: { name: `Inschrijver ${id}`, form: 'single', members: [{ id: `org-${id}`, name: `Organisatie ${id}` }] },
  lots: lots.map((lot) => ({ lot })),
});

/** Scores per bid and lot ("a lot-1": "8") of the one criterion of {@link smallRules}. */
export function smallInput(rules: TenderRules, scores: Readonly<Record<string, string>>): EvaluationInput {
  const lotsOf = new Map<string, string[]>();
  for (const place of Object.keys(scores)) {
    const [bid, lot] = place.split(' ') as [string, string];
    lotsOf.set(bid, [...(lotsOf.get(bid) ?? []), lot]);
  }
  return {
    rules,
    bids: [...lotsOf].map(([bid, lots]) => singleBid(bid, lots)),
    consensus: Object.entries(scores).map(([place, score]) => {
      const [bid, lot] = place.split(' ') as [string, string];
      return { bid, lot, criterion: 'quality', score, motivation: 'Omdat.' };
    }),
  };
}

/** Random tenders of up to 5 lots and 7 bidders, limits included, with scores that tie often. */
export const randomTender: fc.Arbitrary<EvaluationInput> = fc
  .record({
    lots: fc.integer({ min: 1, max: 5 }),
    bidders: fc.integer({ min: 1, max: 7 }),
    maximumLots: fc.integer({ min: 1, max: 3 }),
    minimumWinners: fc.integer({ min: 1, max: 4 }),
    extraWinners: fc.integer({ min: 0, max: 3 }),
    cells: fc.array(fc.constantFrom('', '0', '4', '6', '8', '10'), { minLength: 35, maxLength: 35 }),
    threshold: fc.constantFrom(undefined, '4'),
  })
  .map((draw) => {
    const minimumWinners = Math.min(draw.minimumWinners, draw.lots);
    const rules = smallRules({
      lots: draw.lots,
      maximumLots: draw.maximumLots,
      minimumWinners,
      maximumWinners: minimumWinners + draw.extraWinners,
      ...(draw.threshold === undefined ? {} : { minimumScore: draw.threshold }),
    });
    const scores: Record<string, string> = {};
    for (let bidder = 0; bidder < draw.bidders; bidder++) {
      for (let lot = 0; lot < draw.lots; lot++) {
        const score = draw.cells[bidder * 5 + lot]!;
        if (score !== '') scores[`bid-${bidder + 1} lot-${lot + 1}`] = score;
      }
    }
    return smallInput(rules, scores);
  })
  .filter((input) => input.bids.length > 0);
