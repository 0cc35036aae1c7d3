import { describe, expect, it } from 'vitest';
import { evaluate, type Outcome } from '../../src/domain/evaluation/evaluate.ts';
import { contestScores } from '../../src/domain/guards/contested-scores.ts';
import { variesAlone } from '../../src/domain/guards/what-if.ts';
import { toPlainText } from '../../src/domain/number.ts';
import { scoredCriteria } from '../../src/domain/rules/criteria-tree.ts';
import type { PricePoints, PriceRules } from '../../src/domain/rules/price-rules.ts';
import type { TenderRules } from '../../src/domain/rules/rules.ts';
import { highestOf, scaleOf } from '../../src/domain/rules/scale.ts';
import type { EvaluationInput } from '../../src/domain/scoring/input.ts';
import { evaluationInputOf } from '../../src/domain/tender/evaluation-input.ts';
import { standingOutcome } from '../../src/domain/tender/standing-award.ts';
import { readSample, SAMPLES } from '../../src/exchange/samples.ts';
import { awardInWords, toTheLastDigit } from '../../src/explanation/award.ts';
import { bidFormInWords, bidsInWords } from '../../src/explanation/bids.ts';
import { contestInWords, guardsInWords } from '../../src/explanation/guards.ts';
import { eurosApart } from '../../src/explanation/method.ts';
import { rulesInWords } from '../../src/explanation/rules.ts';
import type { Language } from '../../src/messages/language.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { caseOf } from '../support/case.ts';
import { auditTender, goldenFiles, readGolden } from '../support/dossiers.ts';
import { projectRoot } from '../support/http.ts';
import { faultsOf, textsIn } from '../support/language.ts';
import { withOddNames } from '../support/odd-names.ts';
import { allow, basis, clip, pricedInput, pricedRules, weighted } from '../support/priced.ts';

const languages: readonly Language[] = ['nl', 'en'];
const mechanisms = ['highest-total', 'preferences', 'fixed-order'] as const;

/** The same tender under another mechanism; bidders prefer their lots in the order in which they name them. */
const under = (mechanism: (typeof mechanisms)[number], input: EvaluationInput): EvaluationInput => {
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

const withAward = (input: EvaluationInput, award: Partial<TenderRules['award']>): EvaluationInput => ({
  ...input,
  rules: { ...input.rules, award: { ...input.rules.award, ...award } },
});

function highestScore({ rules }: EvaluationInput, criterion: string): string {
  const node = scoredCriteria(rules).find((one) => one.criterion.id === criterion)!;
  return toPlainText(highestOf(scaleOf(rules, node)));
}

/** Everybody scores and offers the same, so that all is equal. */
const allEqual = (input: EvaluationInput): EvaluationInput => ({
  ...input,
  bids: input.bids.map((bid) => ({
    ...bid,
    lots: bid.lots.map((one) => (one.values ? { ...one, values: input.bids[0]!.lots[0]!.values } : one)),
  })),
  consensus: input.consensus.map((one) => ({ ...one, score: highestScore(input, one.criterion) })),
  ...(input.assessments
    ? { assessments: input.assessments.map((one) => ({ ...one, score: highestScore(input, one.criterion) })) }
    : {}),
  ...(input.prices
    ? { prices: input.prices.map((one) => ({ ...input.prices![0]!, bid: one.bid, lot: one.lot })) }
    : {}),
});

const onlyBids = (input: EvaluationInput, ids: readonly string[]): EvaluationInput => ({
  ...input,
  bids: input.bids.filter(({ id }) => ids.includes(id)),
  consensus: input.consensus.filter(({ bid }) => ids.includes(bid)),
  ...(input.prices ? { prices: input.prices.filter(({ bid }) => ids.includes(bid)) } : {}),
  ...(input.assessments ? { assessments: input.assessments.filter(({ bid }) => ids.includes(bid)) } : {}),
  ...(input.fallen ? { fallen: input.fallen.filter(({ bid }) => ids.includes(bid)) } : {}),
});

/** What can become of a tender: a plain award, equal scores with and without a tie-break, nobody, one, contradiction, one set aside. */
const turns: Readonly<Record<string, (input: EvaluationInput) => EvaluationInput>> = {
  'as it is': (input) => input,
  'all equal': allEqual,
  'all equal, without a tie-break': (input) => withAward(allEqual(input), { tieBreak: [] }),
  'one bid': (input) => onlyBids(input, [input.bids[0]!.id]),
  'no bid': (input) => onlyBids(input, []),
  'more winners than there can be': (input) =>
    withAward(onlyBids(input, [input.bids[0]!.id]), { winners: { minimum: 2, maximum: 2 } }),
  'a bid set aside': (input) => ({
    ...input,
    fallen: [{ bid: input.bids[0]!.id, stage: 'excluded', reason: 'Niet ondertekend door Zorg B.V.' }],
  }),
  'a name for a winner': (input) =>
    withAward(input, {
      winnerName: { one: { nl: 'bureau', en: 'agency' }, more: { nl: 'bureaus', en: 'agencies' }, article: 'het' },
    }),
};

const cases = SAMPLES.flatMap((sample) =>
  mechanisms.flatMap((mechanism) => Object.keys(turns).map((turn) => ({ sample, mechanism, turn }))),
);
const odd = new Map(SAMPLES.map((sample) => [sample, withOddNames(readSample(projectRoot(), sample))]));
const inputOf = ({ sample, mechanism, turn }: (typeof cases)[number]): EvaluationInput =>
  turns[turn]!(under(mechanism, odd.get(sample)!));

/** What is wrong with all texts of a value; hashes and what the messages themselves hold are not looked at. */
function faultsIn(words: object, language: Language): string[] {
  return textsIn(words)
    .filter(({ place }) => !/^\.(bids\.|rules\.)?(text|labels|sha256)\b/.test(place))
    .flatMap(({ place, text }) =>
      faultsOf(text, language)
        .filter((fault) => !(fault.startsWith('a doubled space') && text === ''))
        .map((fault) => `${place}: ${fault}: ${text}`),
    );
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

describe.each(languages)('every text about a tender in %s', (language) => {
  const m = messagesIn(language);

  it.each(cases)('is sound: $sample, $mechanism, $turn', (one) => {
    const input = inputOf(one);
    const { rules, bids } = input;
    const outcome = evaluate(input);
    const unproven: Outcome = {
      ...outcome,
      award: { ...outcome.award, status: 'best-found', proof: { kind: 'best-found', gap: '1/3' } },
    };
    const notShown: Outcome = {
      ...outcome,
      award: {
        ...outcome.award,
        equalOutcomes: { atLeast: true, assignments: outcome.award.equalOutcomes.assignments.slice(0, 1) },
      },
    };
    const texts = {
      award: awardInWords(m, input, outcome),
      notShown: awardInWords(m, input, notShown),
      unproven: awardInWords(m, input, unproven),
      bids: bidsInWords(m, rules, bids, input.fallen),
      form: { lots: bidFormInWords(m, rules).lots, hint: bidFormInWords(m, rules).lotsHint },
      rules: rulesInWords(m, rules, '', 'name-of-published'),
    };
    expect(unique(faultsIn(texts, language))).toEqual([]);
  });

  it.each(SAMPLES.flatMap((sample) => mechanisms.map((mechanism) => ({ sample, mechanism, turn: 'as it is' }))))(
    'is sound when it is asked how firm the outcome is: $sample, $mechanism',
    (one) => {
      const input = inputOf(one);
      const contested = input.bids.slice(0, 2).map(({ id }, at) => ({
        bid: id,
        criteria: scoredCriteria(input.rules)
          .map(({ criterion }) => criterion.id)
          .filter((criterion) => variesAlone(input, id, criterion))
          .slice(0, 2 - at),
      }));
      const texts = {
        guards: guardsInWords(m, input, 300),
        contest: contestInWords(m, input, contestScores(input, contested)),
      };
      expect(unique(faultsIn(texts, language))).toEqual([]);
    },
  );

  it.each(Object.keys(prices))('is sound for the price %s', (name) => {
    const rules = pricedRules(prices[name]!, { quality: name.startsWith('weighted') ? '60' : '100' });
    const input = withOddNames(pricedInput(rules, { a: ['30', '100'], b: ['45.5', '130'], c: ['0.000001', '99.99'] }));
    const texts = {
      rules: rulesInWords(m, input.rules, '', 'own'),
      award: awardInWords(m, input, evaluate(input)),
    };
    expect(unique(faultsIn(texts, language).filter((fault) => !FORMULAS.test(fault)))).toEqual([]);
  });

  it.each(Object.keys(extraRules))('is sound for rules with %s', (name) => {
    const { rules } = odd.get('gon-2027-demo')!;
    expect(unique(faultsIn(rulesInWords(m, extraRules[name]!(rules), '', 'own'), language))).toEqual([]);
  });
});

/** A formula stands as it was announced, in the notation of the file. */
const FORMULAS = /10 \* lowest|60 \* lowest/;

const points: Readonly<Record<string, PricePoints>> = {
  proportional: { kind: 'proportional', reference: 'lowest', ...clip },
  power: { kind: 'proportional', reference: 'lowest', power: { exponent: '2', decimals: 1 }, ...clip },
  linear: { kind: 'linear', reference: '100000', zeroAt: '50', ...allow },
  bounds: { kind: 'bounds', floor: 'lowest', ceiling: 'highest', ...clip },
  saving: { kind: 'saving', reference: '1000', ...clip },
  steps: { kind: 'steps', reference: 'lowest', step: '1000', points: '0.5', perFullStep: false, ...clip },
  fullSteps: { kind: 'steps', reference: 'lowest', step: '1', points: '1', perFullStep: true, ...clip },
  logarithmic: { kind: 'logarithmic', reference: 'lowest', zeroAt: '2', decimals: 0, ...clip },
  formula: { kind: 'formula', expression: '60 * lowest / price * 0.5', ...clip },
};
const withAll = {
  ...basis,
  vatPercentage: '21',
  bounds: { minimum: '1', maximum: '100000', outside: 'flag' as const },
  abnormallyLow: { percentageBelow: '12.5', of: 'mean-of-others' as const },
};
const prices: Readonly<Record<string, PriceRules>> = {
  ...Object.fromEntries(Object.entries(points).map(([name, kind]) => [`weighted, ${name}`, weighted('40', kind)])),
  'weighted, with VAT, bounds and a threshold': weighted('40', points.proportional!, withAll),
  'award on value': { method: 'award-on-value', ...basis },
  'quality per euro': { method: 'quality-per-euro', per: '1000', ...basis },
  'price per quality': { method: 'price-per-quality', divisor: '100', ...basis },
  'own formula': { method: 'formula', expression: '10 * lowest / price + quality * 0.5', best: 'highest', ...basis },
};

const both = (text: string) => ({ nl: text, en: text });
const extraRules: Readonly<Record<string, (rules: TenderRules) => TenderRules>> = {
  'a combination, a reserved lot and affiliated bidders': (rules) => ({
    ...rules,
    lots: rules.lots.map((lot, index) => (index === 0 ? { ...lot, reserved: both('Sociale onderneming') } : lot)),
    combinations: [{ id: 'both', name: 'Noord en Oost B.V.', lots: rules.lots.slice(0, 2).map(({ id }) => id) }],
    award: {
      ...rules.award,
      affiliated: { maximumLots: 1, oneBid: true },
      maximumLotsToBidFor: 1,
      weighLotsByValue: true,
      openLots: { action: 'new-tender', description: both('Er komt een nieuwe aanbesteding') },
    },
  }),
  'no extension and a whole number': (rules) => ({
    ...rules,
    term: { ...rules.term!, extensions: { count: 0, years: 1 } },
    rounding: { decimals: 0, rankOn: 'exact' },
  }),
  'one extension, a minimum and other rounding': (rules) => ({
    ...rules,
    minimumQuality: '1',
    term: { ...rules.term!, extensions: { count: 1, years: 2 } },
    rounding: { decimals: 1, rankOn: 'rounded', criteria: 2, quality: 1, price: 0 },
    onWithdrawal: 'keep',
    budget: {
      unit: both('Euro'),
      items: [
        { name: both('Begeleiding'), amount: '1250000.5' },
        { name: both('Vervoer'), amount: null },
      ],
      sources: [],
    },
  }),
  'a table, points and a relative score': (rules) => ({
    ...rules,
    criteria: rules.criteria.map((criterion, index) => ({
      ...criterion,
      scoring: [
        {
          kind: 'table' as const,
          percentages: [
            { score: '0', percentage: '-12.5' },
            { score: '1', percentage: '100' },
          ],
        },
        { kind: 'points' as const, decimals: 1 },
        { kind: 'linear' as const, zero: '2.5' },
      ][index % 3]!,
      relativeToBest: index === 0,
      minimumPoints: '1',
    })),
  }),
};

describe.each(languages)('golden dossiers in %s', (language) => {
  it.each(goldenFiles())('%s is told without a fault', (name) => {
    const m = messagesIn(language);
    const { dossier, events } = readGolden(name);
    const { state } = auditTender(dossier, events);
    const { rules, bids } = evaluationInputOf(state);
    const texts = {
      award: awardInWords(m, evaluationInputOf(state), standingOutcome(state)),
      bids: bidsInWords(m, rules, bids),
    };
    expect(unique(faultsIn(texts, language))).toEqual([]);
  });
});

describe('the words for an award', () => {
  const nl = messagesIn('nl');
  const told = (turn: string, mechanism: (typeof mechanisms)[number] = 'highest-total') => {
    const input = inputOf({ sample: 'gon-2027-demo', mechanism, turn });
    return awardInWords(nl, input, evaluate(input));
  };

  it('speak of a tie-break rule only where one was announced', () => {
    expect(told('all equal').statusText).toContain('regel voor gelijke stand');
    expect(JSON.stringify(told('all equal, without a tie-break'))).not.toMatch(/gelijke stand|bekendgemaakte regel /);
  });

  it('say that all divisions were compared under no mechanism, and name the lots that stay open', () => {
    for (const mechanism of mechanisms) {
      expect(told('as it is', mechanism).statusText).toMatch(
        /^De gebieden zijn verdeeld volgens de bekendgemaakte regels\./,
      );
    }
    expect(told('no bid').statusText).toMatch(/blijven open\.$|^Gunnen kan niet/);
  });

  it('speak of no division where there is one lot', () => {
    const input = caseOf({
      rules: { service: 'other', scale: { maximum: 10 }, criteria: [{ name: 'Plan', weight: 100 }] },
      bids: [
        { bidder: 'Eik', scores: { Plan: 8 } },
        { bidder: 'Beuk', scores: { Plan: 7 } },
      ],
    });
    const { mechanism, proof, statusText, uniqueness } = awardInWords(nl, input, evaluate(input));
    expect([mechanism, proof]).toEqual(['', null]);
    expect(`${statusText} ${uniqueness}`).not.toMatch(/verde(?:eld|ling)/);
  });

  it('say what is true of a price at a strict bound, and of a knock-out', () => {
    const input = caseOf({
      rules: {
        service: 'other',
        scale: { maximum: 10 },
        criteria: [
          { name: 'Plan', weight: 60 },
          { name: 'Keurmerk', knockOut: true },
        ],
        price: {
          weight: 40,
          points: { kind: 'linear', reference: 100, zeroAt: 100 },
          bounds: { maximum: 200, maximumIs: 'outside' },
        },
      },
      bids: [
        { bidder: 'Eik', scores: { Plan: 8, Keurmerk: 1 }, price: 150 },
        { bidder: 'Beuk', scores: { Plan: 7, Keurmerk: 1 }, price: 200 },
        { bidder: 'Es', scores: { Plan: 7, Keurmerk: 1 }, price: 201 },
        { bidder: 'Iep', scores: { Plan: 7, Keurmerk: 0 }, price: 100 },
      ],
    });
    const texts = JSON.stringify(awardInWords(nl, input, evaluate(input)).lots[0]);
    expect(texts).toContain('€ 200 is gelijk aan het bekendgemaakte maximum; de prijs moet lager zijn.');
    expect(texts).toContain('€ 201 ligt boven het bekendgemaakte maximum van € 200.');
    expect(texts).toContain('“Nee” op “Keurmerk”; dat is een knock-outeis.');
  });

  it('name a winner as the rules do', () => {
    const texts = JSON.stringify(told('a name for a winner'));
    expect(texts).toContain('Het bureau');
    expect(texts).not.toMatch(/hoofdaanbieder|[Dd]e bureau\b/);
  });

  it('ask for a growth path only where the rules have one', () => {
    const { rules } = readSample(projectRoot(), 'price-and-quality');
    expect(bidFormInWords(nl, rules).lotsHint).toBe('Vink de percelen aan.');
    expect(bidFormInWords(nl, readSample(projectRoot(), 'gon-2027-demo').rules).lots).toBe('Gebieden en groeipad');
  });

  it('give the exact fraction to the auditor alone', () => {
    expect(toTheLastDigit(nl, '100/3')).toBe('33,3333… (100/3)');
    expect(nl.format.readable('100/3')).toBe('33,3333…');
    expect(nl.format.readable('200/3')).toBe('66,6666…');
    expect(nl.format.readable('201/2')).toBe('100,5');
  });

  it('show two amounts with the digits in which they differ', () => {
    expect(eurosApart(nl, '1000', '1000.004')).toEqual(['€ 1.000,000', '€ 1.000,004']);
    expect(eurosApart(nl, '1000.5', '1000')).toEqual(['€ 1.000,50', '€ 1.000,00']);
    expect(eurosApart(nl, '900', '1000')).toEqual(['€ 900', '€ 1.000']);
  });

  it('say that nothing else is rounded only where that is so', () => {
    const { rules } = readSample(projectRoot(), 'gon-2027-demo');
    const said = (rounding: TenderRules['rounding']) =>
      rulesInWords(nl, { ...rules, rounding }, '', 'own').rounding.join(' ');
    expect(said({ decimals: 2, rankOn: 'rounded' })).toContain('verder wordt nergens afgerond');
    expect(said({ decimals: 2, rankOn: 'rounded', criteria: 2 })).not.toContain('nergens');
  });
});
