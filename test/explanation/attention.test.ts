import { describe, expect, it } from 'vitest';
import { attentionIn } from '../../src/domain/evaluation/attention.ts';
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import { namesOf } from '../../src/domain/rules/names.ts';
import type { EvaluationInput } from '../../src/domain/scoring/input.ts';
import { attentionInWords, awardPhrase } from '../../src/explanation/attention.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { basis, clip, pricedInput, pricedRules, weighted } from '../support/priced.ts';
import { sample } from '../support/tender.ts';

const nl = messagesIn('nl');
const en = messagesIn('en');

describe('the phrase for an award', () => {
  it.each([
    ['awarded', 4, 'Voorstel tot gunning', 'Proposed award'],
    ['awarded', 3, 'Voorstel tot gunning voor 3 van de 4 percelen', 'Proposed award for 3 of the 4 lots'],
    ['awarded', 0, 'Geen voorstel tot gunning', 'No proposed award'],
    ['draw-needed', 0, 'Loting nodig', 'Draw needed'],
    [
      'draw-needed',
      3,
      'Voorstel tot gunning voor 3 van de 4 percelen, loting nodig in 1',
      'Proposed award for 3 of the 4 lots, draw needed in 1',
    ],
    ['impossible', 0, 'Geen gunning mogelijk', 'No award possible'],
    ['best-found', 4, 'Beste gevonden, niet bewezen', 'Best found, not proven'],
    ['unreadable', 0, 'Uitkomst niet leesbaar', 'Outcome not readable'],
  ] as const)('%s with %i of 4 lots: %s', (status, lotsAwarded, dutch, english) => {
    expect(awardPhrase(nl, { status, lotsAwarded, lotsToDraw: 4 - lotsAwarded, lots: 4 })).toBe(dutch);
    expect(awardPhrase(en, { status, lotsAwarded, lotsToDraw: 4 - lotsAwarded, lots: 4 })).toBe(english);
  });
});

describe('what asks for attention', () => {
  const told = (input: EvaluationInput): string[] => {
    const names = namesOf(input.rules, input.bids);
    return attentionIn(input.rules, evaluate(input)).map((one) => attentionInWords(nl, names, one));
  };

  it('names the bidders and lots of a draw and of what was withdrawn', () => {
    const input = sample();
    const [first] = input.bids;
    const lot = input.rules.lots[0]!;
    const fallen = [{ bid: first!.id, stage: 'withdrawn' as const, reason: 'Te weinig personeel.' }];
    expect(told({ ...input, fallen })).toContainEqual(
      expect.stringMatching(new RegExp(`^“${first!.bidder.name}” is na de rangorde ingetrokken voor “`)),
    );
    const equal = input.consensus.map((one) => ({ ...one, score: '6' }));
    const [draw] = told({ ...input, consensus: equal });
    expect(draw).toMatch(/^Houd een loting tussen “.*” voor “.*”\.$/);
    expect(draw).toContain(lot.name);
  });

  it('names who asks a low price, a price outside the bounds or another total than that of the amounts', () => {
    const price = weighted(
      '40',
      { kind: 'proportional', reference: 'lowest', ...clip },
      {
        ...basis,
        bounds: { minimum: '50', outside: 'flag' },
        abnormallyLow: { percentageBelow: '20', of: 'mean-of-others' },
      },
    );
    const input = pricedInput(pricedRules(price, { quality: '60' }), { a: ['30', '40'], b: ['40', '100'] });
    const stated = input.prices!.map((one) => ({ ...one, statedTotal: '99' }));
    const texts = told({ ...input, prices: stated }).join('\n');
    expect(texts).toMatch(
      /“.*” krijgt “.*” met een prijs die abnormaal laag lijkt\. Vraag om uitleg voordat u beslist\./,
    );
    expect(texts).toContain('met een prijs buiten de bekendgemaakte grenzen');
    expect(texts).toContain('een ander totaal dan de eigen bedragen samen');
  });

  it('does not ask about a total that is stated with the VAT that is added', () => {
    const price = weighted(
      '40',
      { kind: 'proportional', reference: 'lowest', ...clip },
      { ...basis, vatPercentage: '21' },
    );
    const input = pricedInput(pricedRules(price, { quality: '60' }), { a: ['30', '100'], b: ['40', '100'] });
    const stating = (total: string) => ({
      ...input,
      prices: input.prices!.map((one) => ({ ...one, statedTotal: total })),
    });
    expect(told(stating('121')).join()).not.toContain('ander totaal');
    expect(told(stating('120')).join()).toContain('ander totaal');
  });
});
