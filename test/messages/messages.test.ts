import { describe, expect, it } from 'vitest';
import { DomainError, type Fault } from '../../src/domain/errors.ts';
import type { Remedy } from '../../src/domain/remedy.ts';
import { namesOf } from '../../src/domain/rules/names.ts';
import { ruleFaults } from '../../src/domain/scoring/rule-faults.ts';
import { describeError, describeFault, describeFaults, messagesIn, withNames } from '../../src/messages/messages.ts';
import { criterion, singleBid, smallRules } from '../support/tender.ts';

const [nl, en] = [messagesIn('nl'), messagesIn('en')];
const rules = smallRules({
  criteria: [criterion('plan', '60', [criterion('start', '60'), criterion('staff', '40.5')]), criterion('offer', '40')],
});
const names = namesOf(rules, [singleBid('a', ['lot-1'])]);

describe('a fault in words', () => {
  it('says what is wrong, what mends it and where it is, with the names of the rules', () => {
    const [fault] = ruleFaults(rules) as [Fault];
    expect(describeFault(nl, fault, names)).toBe(
      `De wegingsfactoren onder ${rules.criteria[0]!.name.nl} tellen op tot 100,5 in plaats van 100. Maak ze samen 0,5 lager. ` +
        'Waar: criteria, 1e onderdeel: onderdelen (children).',
    );
    expect(describeFault(en, fault, names)).toBe(
      `The weights under ${rules.criteria[0]!.name.en} add up to 100.5 instead of 100. Make them 0.5 lower together. ` +
        'Where: criteria, part 1: children.',
    );
  });

  it('names a field in a file by what it means, and the way to it as the file has it', () => {
    const path = ['criteria', 1, 'children', 0, 'weight'];
    const fault: Fault = {
      path,
      code: 'file-invalid',
      details: { path: path.join('.'), fault: { kind: 'missing' } },
      mends: { kind: 'add' },
    };
    expect(describeFault(nl, fault)).toBe(
      'Het bestand klopt niet: criteria, 2e onderdeel, children, 1e onderdeel: wegingsfactor (weight) ontbreekt.',
    );
    expect(describeFault(en, fault)).toBe(
      'The file is not correct: criteria, part 2, children, part 1: weight is missing.',
    );
  });

  it('has words for every remedy, whatever its figures', () => {
    const remedies: readonly Remedy[] = [
      { kind: 'sum-to', whole: '100', now: '99.5', difference: '0.5' },
      { kind: 'sum-to', whole: '100', now: '100.5', difference: '-0.5' },
      { kind: 'one-of', values: ['a', 'b'] },
      { kind: 'one-of', values: Array.from({ length: 30 }, (_, index) => `lot-${index}`) },
      { kind: 'at-most', limit: '2.5' },
      { kind: 'at-least', limit: '1' },
      { kind: 'above', limit: '0' },
      { kind: 'below', limit: '10' },
      { kind: 'later-than', date: '2027-12-31' },
      { kind: 'announce', values: ['re-rank', 'keep'] },
      { kind: 'each-once', values: ['lot-1'] },
      { kind: 'rename' },
      { kind: 'add' },
      { kind: 'remove' },
      { kind: 'swap' },
      { kind: 'move-to-end' },
      { kind: 'choose-other' },
      { kind: 'rewrite', from: 17 },
      { kind: 'rewrite', from: null },
    ];
    for (const m of [nl, en]) {
      const texts = remedies.map((mends) =>
        describeFault(m, { path: ['lots', 0], code: 'no-criteria', details: {}, mends }).slice(
          m.errors['no-criteria']({}).length,
        ),
      );
      for (const text of texts)
        expect(text).toMatch(/^ [A-Z][^.]*(\.\d[^.]*)?\. (Waar|Where): lots, (1e onderdeel|part 1)\.$/);
      expect(new Set(texts).size).toBe(remedies.length);
      expect(new Set(remedies.map(({ kind }) => kind))).toEqual(new Set(Object.keys(m.mends)));
    }
  });
});

describe('an error in words', () => {
  const error = new DomainError('price-zero', { bid: 'a', lot: 'lot-1', why: 'divides-by-lowest' });

  it('names bidders and lots where the names are known, and shows ids where they are not', () => {
    expect(describeError(nl, error)).toBe(
      'De prijs van inschrijving a in lot-1 is nul; de formule deelt door de laagste prijs.',
    );
    const named = `De prijs van inschrijving ${names.bidder('a')} in ${names.lot('lot-1')} is nul; de formule deelt door de laagste prijs.`;
    expect(describeError(nl, error, names)).toBe(named);
    expect(describeError(nl, withNames(nl, error, names))).toBe(named);
    expect(names.bidder('a')).not.toBe('a');
  });

  it('is one text, or one for each fault that it knows, up to a hundred', () => {
    const fault: Fault = { path: ['lots'], code: 'no-criteria', details: {}, mends: null };
    const many = (count: number) => new DomainError('no-criteria', {}, new Array<Fault>(count).fill(fault));
    expect(describeFaults(nl, error, names)).toEqual([describeError(nl, error, names)]);
    expect(describeFaults(nl, many(100))).toHaveLength(100);
    expect(describeFaults(nl, many(103)).slice(100)).toEqual(['En nog 3 fouten.']);
    expect(describeFaults(en, many(101)).slice(100)).toEqual(['And 1 more fault.']);
  });

  it('never shows the words of the parser of formulas or of JSON', () => {
    const own = { formula: 'weight * (lowest', position: 17 };
    expect(describeError(nl, { code: 'formula-invalid', details: own })).toBe(
      'De formule is niet te lezen vanaf teken 17: “weight * (lowest”.',
    );
    expect(describeError(nl, { code: 'formula-invalid', details: { ...own, position: null } })).toBe(
      'De formule is niet te lezen: “weight * (lowest”.',
    );
    expect(describeError(nl, { code: 'not-json', details: { line: 3, column: 7 } })).toBe(
      'Het bestand is geen geldige JSON: het gaat mis op regel 3, bij teken 7.',
    );
    const shape = { kind: 'other', reason: 'Invalid string: must match pattern /^x$/' };
    expect(describeError(nl, { code: 'setting-invalid', details: { setting: 'PORT', fault: shape } })).toBe(
      'De instelling PORT klopt niet: die heeft een waarde die niet kan.',
    );
  });

  it('says what is wrong with a rule set of the product itself', () => {
    const invalid = (details: Fault['details']) => describeError(nl, { code: 'rule-set-invalid', details });
    const inFile = (what: string) => `Regelbestand criteria/tenders/x.v1.json klopt niet: ${what}`;
    const file = 'tenders/x.v1.json';
    expect(invalid({ file, belongsIn: 'x.v2.json' })).toBe(inFile('de inhoud hoort in x.v2.json.'));
    expect(invalid({ file, line: 1, column: 2 })).toBe(inFile('geen geldige JSON op regel 1, bij teken 2.'));
    expect(invalid({ file, rule: 'no-criteria', details: {} })).toBe(inFile(nl.errors['no-criteria']({})));
    const unknown = { path: 'options.2.variantOf', fault: { kind: 'other', reason: 'unknown id lottery' } };
    expect(invalid({ file, ...unknown })).toBe(inFile('options, 3e onderdeel: variantOf is niet bekend: lottery.'));
  });
});
