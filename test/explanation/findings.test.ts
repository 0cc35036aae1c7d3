import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import type { EvaluationInput } from '../../src/domain/scoring/input.ts';
import { awardInWords } from '../../src/explanation/award.ts';
import { plain } from '../../src/explanation/blocks.ts';
import { findingsBlocks } from '../../src/explanation/findings.ts';
import { methodInWords } from '../../src/explanation/method.ts';
import { en } from '../../src/messages/en.ts';
import { forRules } from '../../src/messages/messages.ts';
import { nl } from '../../src/messages/nl.ts';
import { caseOf } from '../support/case.ts';
import { CLEANING, TRANSPORT } from '../support/rich-tenders.ts';
import { sample } from '../support/tender.ts';

const told = (input: EvaluationInput, course: readonly string[] = []): string[][] => {
  const m = forRules(nl, input.rules);
  const outcome = evaluate(input);
  return findingsBlocks(m, input, outcome, awardInWords(m, input, outcome), { course }).flatMap((block) =>
    block.kind === 'list' ? [block.items.map(plain)] : [],
  );
};

describe('findings and conclusions', () => {
  it('are how many bids there are and count, who was set aside and why, and who gets what by how much', () => {
    const [findings, conclusions] = told(sample(), ['Er is geloot.']);
    expect(findings!.slice(0, 2)).toEqual([
      'Er zijn 7 inschrijvingen voor 4 gebieden.',
      'In “Centrum en Oude Wijken” tellen 4 van 4 inschrijvingen mee.',
    ]);
    expect(findings).toContain('In “West” tellen 3 van 4 inschrijvingen mee.');
    expect(findings!.join(' ')).toContain(
      '“Roerdomp Thuisondersteuning” is terzijde gelegd voor “West”. De toezegging per 31 december 2027 is 10%',
    );
    expect(findings!.at(-1)).toBe('Er is geloot.');
    expect(conclusions).toContain(
      '“Centrum en Oude Wijken” gaat naar “Stichting Appelvink”, met een totaal van 86,40. De beste andere is “Combinatie Wulp en Tureluur” met 81,50; de voorsprong is 4,90. Hoogste totaal.',
    );
    expect(conclusions!.join(' ')).toContain('Som 339,00; 3 hoofdaanbieders');
  });

  it('say of a lot that nobody gets why that is', () => {
    const input = sample();
    const fallen = input.bids.map(({ id }) => ({ bid: id, stage: 'excluded' as const, reason: 'Ongeldig' }));
    const [findings, conclusions] = told({ ...input, fallen });
    expect(findings).toContain('In “Centrum en Oude Wijken” en “West” tellen telkens 0 van 4 inschrijvingen mee.');
    expect(conclusions!.join(' ')).toContain('“West”: open; geen geldige inschrijving;');
  });

  it('say who is behind where the lowest total is best, and a total with its discount as what it is', () => {
    const input = caseOf(TRANSPORT);
    const m = forRules(nl, input.rules);
    const outcome = evaluate(input);
    const award = awardInWords(m, input, outcome);
    const [, conclusions] = told(input);
    expect(conclusions).toContainEqual(
      expect.stringContaining('De beste andere is “Taxi” met € 340.000; de winnaar blijft daar € 10.000 bij achter.'),
    );
    // Bus ranks second in its lots, and is the cheapest with the discount that holds.
    expect(award.glance.map(({ name, total, mark }) => [name, total, mark])).toEqual([
      ['Noord', '€ 310.000', ''],
      ['Oost', '€ 310.000', ''],
      ['Zuid', '€ 350.000', 'niet het laagste totaal'],
    ]);
    expect(award.lots[0]!.reasons.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^Het totaal is € 310\.000 met 10 procent korting, die geldt omdat/),
    );
  });

  it('hold no sum against one of more or fewer lots', () => {
    const input = caseOf(TRANSPORT);
    const { limits } = awardInWords(forRules(nl, input.rules), input, evaluate(input));
    expect(limits!.rows.map(({ whats, cost }) => [whats[0], cost])).toEqual([
      ['Gunning (met alle grenzen)', '–'],
      ['Zonder grens aan wat een inschrijver aankan', '+€ 10.000'],
      ['Ten hoogste 1 perceel per opdrachtnemer', '−€ 70.000'],
      // One lot stays open then.
      ['Precies 1 opdrachtnemer', '–'],
    ]);
  });

  it('name a price on an announced limit as the rules do', () => {
    const input = caseOf(CLEANING);
    const [findings] = told(input);
    expect(findings!.join(' ')).toContain('gelijk aan het bekendgemaakte maximum; de prijs moet lager zijn');
    expect(methodInWords(nl, input.rules)).toContain('In “Sporthallen” geldt: de prijs is lager dan € 45.');
    expect(methodInWords(en, input.rules).join(' ')).toContain('the price is lower than EUR 45');
  });

  it('say once what is so in many lots, with the first of them', () => {
    const bids = ['a', 'b'];
    const tender = {
      rules: {
        scale: { maximum: 10 },
        lots: Array.from({ length: 12 }, (_, place) => `Lot ${place + 1}`),
        criteria: [{ name: 'Plan', weight: 100 }],
        award: { maximumLotsPerBidder: 12 },
      },
      bids: bids.map((bidder) => ({ bidder, scores: { Plan: 8 } })),
    };
    const [findings, conclusions] = told(caseOf(tender));
    expect(findings).toContain(
      'In “Lot 1”, “Lot 2”, “Lot 3” en 9 andere percelen tellen telkens 2 van 2 inschrijvingen mee.',
    );
    expect(conclusions!.filter((one) => one.includes('“Lot 4”'))).toEqual([]);
    expect(conclusions!.join(' ')).toContain('voor “Lot 1”, “Lot 2”, “Lot 3” en 9 andere percelen.');
  });
});
