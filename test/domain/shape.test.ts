import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type PlacedShapeFault, pathText, readShape, remedyOf, shapeFaults } from '../../src/domain/shape.ts';
import { decimalText, humanText, identifier } from '../../src/domain/text.ts';
import { en } from '../../src/messages/en.ts';
import { nl } from '../../src/messages/nl.ts';

const shape = z.strictObject({
  id: identifier,
  weight: decimalText,
  name: humanText(5),
  lots: z.array(z.int().min(1).max(9)).min(1),
  kind: z.enum(['amount', 'sheet']),
  price: z.discriminatedUnion('method', [
    z.strictObject({ method: z.literal('fixed') }),
    z.strictObject({ method: z.literal('lowest'), until: z.iso.date() }),
  ]),
});
const right = { id: 'a', weight: '1', name: 'Naam', lots: [1], kind: 'sheet', price: { method: 'fixed' } };

/** What the file error says of a value with one thing wrong, in both languages. */
function words(change: object): [string, string] {
  const value = Object.fromEntries(Object.entries({ ...right, ...change }).filter(([, one]) => one !== undefined));
  const [{ path, fault }] = shapeFaults(shape.safeParse(value).error!) as [PlacedShapeFault];
  const details = { path: pathText(path), fault };
  return [nl.errors['file-invalid'](details), en.errors['file-invalid'](details)];
}

describe('what is wrong with the shape of a file', () => {
  it.each([
    [{ name: undefined }, 'naam (name) ontbreekt.', 'name is missing.'],
    [{ onzin: 1 }, 'het geheel heeft een onbekend veld “onzin”.', 'the whole has an unknown field “onzin”.'],
    [{ name: 5 }, 'naam (name) is geen tekst tussen aanhalingstekens.', 'name is not a text in quotes.'],
    [{ lots: ['1'] }, 'lots, 1e onderdeel is geen getal.', 'lots, item 1 is not a number.'],
    [{ lots: [0] }, 'lots, 1e onderdeel moet ten minste 1 zijn.', 'lots, item 1 must be at least 1.'],
    [{ lots: [10] }, 'lots, 1e onderdeel mag ten hoogste 9 zijn.', 'lots, item 1 may be at most 9.'],
    [{ lots: [] }, 'percelen (lots) moet ten minste 1 onderdeel hebben.', 'lots must have at least 1 part.'],
    [{ name: 'Te lang' }, 'naam (name) mag ten hoogste 5 tekens hebben.', 'name may have at most 5 characters.'],
    [{ name: ' ' }, 'naam (name) is een lege tekst.', 'name is an empty text.'],
    [{ kind: 'x' }, 'soort (kind) moet een van deze zijn: amount, sheet.', 'kind must be one of these: amount, sheet.'],
    [
      { price: { method: 'x' } },
      'price: methode (method) moet een van deze zijn: fixed, lowest.',
      'price: method must be one of these: fixed, lowest.',
    ],
    [
      { price: { method: 'lowest', until: '31-12-2027' } },
      'price: until is geen datum zoals 2027-12-31.',
      'price: until is not a date such as 2027-12-31.',
    ],
    [
      { weight: '1,5' },
      'wegingsfactor (weight) is geen getal zoals 12.5 (met een punt en hooguit zes decimalen).',
      'weight is not a number such as 12.5 (with a point and at most six decimals).',
    ],
    [
      { id: 'Lot 1' },
      'kenmerk (id) mag alleen kleine letters, cijfers en streepjes hebben.',
      'id may only have small letters, digits and hyphens.',
    ],
  ])('is said in both languages: %j', (change, dutch, english) => {
    expect(words(change)).toEqual([
      `Het bestand klopt niet: ${dutch} Herstel het bestand en probeer het opnieuw.`,
      `The file is not correct: ${english} Mend the file and try again.`,
    ]);
  });
});

describe('everything that is wrong with a shape', () => {
  it('is found at once, every unknown field by itself, each with what mends it', () => {
    const read = readShape(shape, {
      ...right,
      weight: 5,
      name: 'Te lang',
      lots: [0, 10],
      price: { method: 'x' },
      a: 1,
      b: 2,
    });
    const found =
      'faults' in read ? read.faults.map(({ path, fault }) => [pathText(path), fault.kind, remedyOf(fault)]) : [];
    expect(found).toEqual([
      ['weight', 'not-a', null],
      ['name', 'too-much', null],
      ['lots.0', 'too-little', { kind: 'at-least', limit: '1' }],
      ['lots.1', 'too-much', { kind: 'at-most', limit: '9' }],
      ['price.method', 'not-one-of', { kind: 'one-of', values: ['fixed', 'lowest'] }],
      ['.', 'unknown-field', { kind: 'remove' }],
      ['.', 'unknown-field', { kind: 'remove' }],
    ]);
  });
});
