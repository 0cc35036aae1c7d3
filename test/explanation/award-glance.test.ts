import { describe, expect, it } from 'vitest';
import { evaluate, type Outcome } from '../../src/domain/evaluation/evaluate.ts';
import { MECHANISMS, type Mechanism } from '../../src/domain/rules/mechanisms.ts';
import { namesOf } from '../../src/domain/rules/names.ts';
import type { PriceRules } from '../../src/domain/rules/price-rules.ts';
import type { EvaluationInput } from '../../src/domain/scoring/input.ts';
import { evaluationInput } from '../../src/domain/scoring/input.ts';
import { engineOf, evaluationInputOf } from '../../src/domain/tender/evaluation-input.ts';
import { standingOutcome } from '../../src/domain/tender/standing-award.ts';
import { readEvaluationInput } from '../../src/exchange/evaluation-file.ts';
import { readSample, SAMPLES } from '../../src/exchange/samples.ts';
import { type AwardInWords, awardInWords } from '../../src/explanation/award.ts';
import { limitBlocks, outcomeBlocks } from '../../src/explanation/award-blocks.ts';
import { type Block, plain } from '../../src/explanation/blocks.ts';
import { lotWithCalculations } from '../../src/explanation/lot-blocks.ts';
import { forRules, messagesIn } from '../../src/messages/messages.ts';
import { nl } from '../../src/messages/nl.ts';
import { auditTender, goldenFiles, readGolden } from '../support/dossiers.ts';
import { projectRoot } from '../support/http.ts';
import { faultsOf } from '../support/language.ts';
import { basis, clip, pricedInput, pricedRules, weighted } from '../support/priced.ts';
import { CLEANING, TIED, TRANSPORT } from '../support/rich-tenders.ts';
import { sample } from '../support/tender.ts';

const under = (mechanism: Mechanism, input: EvaluationInput): EvaluationInput => {
  const { lotOrder: _, ...award } = input.rules.award;
  return {
    ...input,
    rules: {
      ...input.rules,
      award: {
        ...award,
        mechanism,
        ...(mechanism === 'fixed-order' ? { lotOrder: input.rules.lots.map(({ id }) => id) } : {}),
      },
    },
    bids: input.bids.map(({ preferences: __, ...bid }) =>
      mechanism === 'preferences' ? { ...bid, preferences: bid.lots.map(({ lot }) => lot) } : bid,
    ),
  };
};
const told = (input: EvaluationInput, outcome: Outcome = evaluate(input)): AwardInWords =>
  awardInWords(nl, input, outcome);
const whys = (input: EvaluationInput): string[] => told(input).glance.map(({ why }) => why);

const files = SAMPLES.map((name) => [name, readSample(projectRoot(), name)] as const);
const rich = Object.entries({ CLEANING, TRANSPORT, TIED }).map(
  ([name, file]) => [name, readEvaluationInput(JSON.stringify(file))] as const,
);
/** One lot, under methods whose totals are points, amounts, or neither; the lowest or the highest is best. */
const oneLot = Object.entries<PriceRules>({
  'price only': {
    method: 'lowest-price',
    motivation: { nl: 'Alles ligt vast.', en: 'Everything is fixed.' },
    ...basis,
  },
  'award on value': { method: 'award-on-value', ...basis },
  'price per quality': { method: 'price-per-quality', divisor: '100', ...basis },
  'quality per euro': { method: 'quality-per-euro', per: '1000', ...basis },
  'weighted factor': weighted('40', { kind: 'proportional', reference: 'lowest', ...clip }),
}).map(
  ([name, price]) =>
    [
      name,
      pricedInput(
        pricedRules(
          price,
          name === 'price only'
            ? { criteria: [], service: 'other' }
            : { quality: name === 'weighted factor' ? '60' : '100' },
        ),
        { a: ['50', '980000'], b: ['40', '950000'], c: ['30', '1000000.5'] },
      ),
    ] as const,
);

/** One bidder is only there for two lots together, and wins them so. */
const combined = (): EvaluationInput => {
  const input = sample();
  const lots = input.rules.lots.slice(0, 2).map(({ id }) => id);
  const places = new Set(lots);
  return evaluationInput.parse({
    ...input,
    rules: { ...input.rules, combinations: [{ id: 'samen', name: 'Centrum en West samen', lots }] },
    bids: input.bids.map((bid) =>
      bid.id === 'appelvink' ? { ...bid, lots: [{ ...bid.lots[0], lot: 'samen' }] } : bid,
    ),
    consensus: input.consensus.flatMap((one) => {
      if (one.bid !== 'appelvink') return [one];
      return one.lot === lots[0] ? [{ ...one, lot: 'samen', score: '10' }] : places.has(one.lot) ? [] : [];
    }),
  });
};

const composed = [
  ...files.flatMap(([name, input]) =>
    (Object.keys(MECHANISMS) as Mechanism[]).map(
      (mechanism) => [`${name}, ${mechanism}`, under(mechanism, input)] as const,
    ),
  ),
  ...rich,
  ...oneLot,
  ['a combination of lots', combined()] as const,
].map(([name, input]) => ({ name, input, outcome: evaluate(input) }));
const golden = goldenFiles().map((name) => {
  const { dossier, events } = readGolden(name);
  const { state } = auditTender(dossier, events);
  return { name, input: evaluationInputOf(state, engineOf(state)), outcome: standingOutcome(state) };
});

/** Every text of blocks that a reader sees. */
const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'heading':
      case 'code':
        return [block.text];
      case 'paragraph':
        return [plain(block.text)];
      case 'list':
        return block.items.map(plain);
      case 'facts':
        return block.facts.flatMap(({ term, value }) => [term, value]);
      case 'note':
        return [block.title, plain(block.text), ...(block.items ?? []).map(plain)];
      case 'table':
        return [
          block.caption,
          ...block.columns.map(({ header }) => header),
          ...block.rows.flatMap((row) => row.flatMap(({ text, notes = [] }) => [plain(text), ...notes.map(plain)])),
        ];
      case 'bars':
        return [block.title, block.alternative];
      case 'signatures':
        return block.lines.map(({ label }) => label);
      case 'details':
        return [block.summary, ...textsOf(block.blocks)];
      default:
        return block satisfies never;
    }
  });

describe.each([...composed, ...golden])('the award of $name', ({ input, outcome }) => {
  it('has a row for each lot with who gets it, by how much, and why', () => {
    const names = namesOf(input.rules, input.bids);
    const { glance } = told(input, outcome);
    expect(glance.map(({ lot }) => lot)).toEqual(input.rules.lots.map(({ id }) => id));
    for (const { lot, winner, why, mark, lead } of glance) {
      const here = outcome.award.lots.find((one) => one.lot === lot)!;
      if (here.winner !== null) expect(winner).toBe(names.bidder(here.winner));
      expect(why).not.toBe('');
      const ranked = outcome.lots.find((one) => one.lot === lot)!.ranking.find(({ bid }) => bid === here.winner);
      if (ranked && !here.combination && !here.discount) expect(mark !== '').toBe(ranked.rank > 1);
      if (mark !== '' && !here.discount) expect(lead).toMatch(/^−|^[€ 0,]+$/);
    }
  });

  it('is told in sound texts, in both languages', () => {
    for (const language of ['nl', 'en'] as const) {
      const m = forRules(messagesIn(language), input.rules);
      const award = awardInWords(m, input, outcome);
      const blocks = [
        ...outcomeBlocks(m, award, { withLots: true }),
        ...[...award.lots, ...award.combinations].flatMap((lot) => lotWithCalculations(m, lot)),
        ...limitBlocks(m, award),
      ];
      const wrong = textsOf(blocks).flatMap((text) => faultsOf(text, language).map((fault) => `${fault}: ${text}`));
      expect([...new Set(wrong)]).toEqual([]);
    }
  });
});

describe('why somebody has a lot, in a few words', () => {
  it('is the total, or who is passed over and why', () => {
    expect(whys(sample())).toEqual([
      'hoogste totaal',
      '“Stichting Appelvink” heeft al 2 gebieden; deze verdeling geeft de hoogste som',
      'hoogste totaal',
      'hoogste totaal',
    ]);
    expect(whys(under('fixed-order', sample()))).not.toContain('deze verdeling geeft de hoogste som');
  });

  it('is that nobody else is left, the rule that parts equal totals, or the draw', () => {
    const input = sample();
    const alone = input.bids.filter(({ id }) => id === 'appelvink');
    const only = { ...input, bids: alone, consensus: input.consensus.filter(({ bid }) => bid === 'appelvink') };
    const loose = { ...only.rules.award, winners: { minimum: 1, maximum: 4 } };
    expect(whys({ ...only, rules: { ...only.rules, award: loose } })).toContain('enige geldige inschrijving');
    const tied = readEvaluationInput(JSON.stringify(TIED));
    expect(whys(tied)).toEqual(['geloot met “Eik”', 'geloot met “Eik”']);
    const tieBreak = [{ rule: 'higher-score' as const, criterion: input.rules.criteria[0]!.id }];
    const equal = {
      ...under('fixed-order', input),
      consensus: input.consensus.map((one) => ({ ...one, score: '6' })),
    };
    const open = { ...equal.rules.award, tieBreak };
    expect(whys({ ...equal, rules: { ...equal.rules, award: open } })[0]).toBe('precies gelijk');
  });

  it('is that a lot is fixed, withdrawn or open', () => {
    const input = evaluationInput.parse({
      ...sample(),
      fixedLots: [{ lot: 'centrum-oude-wijken', bid: 'appelvink', reason: 'Getekend.' }],
      withdrawnLots: [{ lot: 'west', reason: 'Geen budget.' }],
    });
    const [fixed, withdrawn] = told(input).glance;
    expect(fixed).toMatchObject({ winner: 'Stichting Appelvink', total: '–', lead: '–' });
    expect(fixed!.why).toBe('staat vast en is niet opnieuw berekend');
    expect(withdrawn).toMatchObject({ winner: 'Ingetrokken', why: 'wordt niet gegund' });
  });
});

describe('a lot that is won as part of a combination', () => {
  it('has no total of its own: the combination has, and that is said', () => {
    const { glance, combinations } = told(combined());
    expect(glance[0]).toMatchObject({ winner: 'Stichting Appelvink', total: '–', other: '–', lead: '–', mark: '' });
    expect(glance[0]!.why).toBe(
      `deel van de combinatie “Centrum en West samen”, samen ${combinations[0]!.ranking[0]!.total}`,
    );
  });
});

describe('one lot', () => {
  it('says who is ahead in the figures of the method, and of the division only that nobody is as high', () => {
    const input = new Map(oneLot).get('price only')!;
    const { glance, division, limits } = told(input);
    expect(glance[0]).toMatchObject({ winner: 'Inschrijver b', mark: '', why: 'laagste totaal' });
    expect(glance[0]!.lead).toMatch(/^€ 30.000/);
    expect([division, limits]).toEqual([['geen andere inschrijving staat even hoog'], null]);
  });
});

describe('the division as a whole', () => {
  it('has a sum, what the limits cost, and whether another is as good; of one lot only the last', () => {
    expect(told(sample()).division).toEqual([
      'Som 339,00',
      '3 hoofdaanbieders',
      'enige verdeling met deze som',
      'het maximum van 2 gebieden per hoofdaanbieder kost 4,00',
    ]);
    expect(told(under('fixed-order', sample())).division).toEqual([
      '3 hoofdaanbieders',
      'de rangorde laat één verdeling toe',
    ]);
  });
});
