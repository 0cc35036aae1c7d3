import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, widestPiece } from '../../../src/reports/pdf/lines.ts';

/** Every letter one point wide. */
const lines = (text: string, width: number) => breakLines(text, width, (piece) => piece.length);

/** The pieces between two places where a line may be broken: each fits on a line, two do not. */
const unbreakablePieces = (text: string) => breakLines(text, 1, () => 1).map((piece) => piece.trimEnd());

describe('breaking lines', () => {
  it('breaks at spaces and keeps the space, so that the lines joined are the text', () => {
    expect(lines('een twee drie vier', 9)).toEqual(['een twee ', 'drie vier']);
  });

  it('does not count the space at the end of a line', () => {
    expect(lines('een twee drie', 8)).toEqual(['een twee ', 'drie']);
  });

  it('keeps the line breaks of the text, also empty lines', () => {
    expect(lines('een\r\ntwee\n\ndrie', 20)).toEqual(['een ', 'twee ', '', 'drie']);
  });

  it('breaks after a hyphen or slash between words', () => {
    expect(lines('prijs-kwaliteit en/of', 10)).toEqual(['prijs-', 'kwaliteit ', 'en/of']);
  });

  it('does not break after a short prefix or before a single letter', () => {
    expect(unbreakablePieces('e-mail VMBO-t prijs-kwaliteit')).toEqual(['e-mail', 'VMBO-t', 'prijs-', 'kwaliteit']);
  });

  it('keeps an amount with its euro sign, and what a fixed space ties together', () => {
    expect(unbreakablePieces('voor € 1.250,00 per\u00A0jaar')).toEqual(['voor', '€ 1.250,00', 'per jaar']);
    expect(unbreakablePieces('for EUR 1,250.00 in all')).toEqual(['for', 'EUR 1,250.00', 'in', 'all']);
  });

  it('shows a soft hyphen only where a line ends', () => {
    expect(lines('gebieds\u00ADteam', 8)).toEqual(['gebieds-', 'team']);
    expect(lines('gebieds\u00ADteam', 20)).toEqual(['gebiedsteam']);
  });

  it('breaks a word that is wider than a line, with a hyphen', () => {
    expect(lines('aanbesteding', 6)).toEqual(['aanbe-', 'sted-', 'ing']);
  });

  it('breaks a hash without a hyphen that somebody would read', () => {
    expect(lines('9b0a35687c1d', 5)).toEqual(['9b0a3', '5687c', '1d']);
  });

  it('leaves out what nobody can see and composes letters', () => {
    expect(lines('\uFEFFCo\u0308o\u200Dperatie\u2003U.A.\u2028', 40)).toEqual(['Cöoperatie U.A.']);
  });

  it('makes one empty line of an empty text', () => {
    expect(lines('', 10)).toEqual(['']);
  });
});

describe('the widest piece', () => {
  it('is the widest of all that cannot be broken, or what was wide already', () => {
    const letters = fc.constantFrom(...'abë -/\u00AD\u00A0\n€1');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 60 }), fc.nat({ max: 12 }), (text, least) => {
        const widths = unbreakablePieces(text).map((piece) => piece.length);
        expect(widestPiece(text, (piece) => piece.length, least)).toBe(Math.max(least, ...widths));
        expect(widestPiece(text, (piece) => piece.length, least, 1)).toBe(Math.max(least, ...widths));
      }),
    );
  });
});

describe('text of letters in one notation', () => {
  it('is the same whether it is looked at letter by letter or not', () => {
    const letters = Array.from({ length: 0x17f - 0xa0 }, (_, index) => String.fromCodePoint(0xa1 + index)).join('');
    expect(letters.normalize('NFC')).toBe(letters);
    const joined = (text: string) => breakLines(text, 1e6, (piece) => piece.length).join('');
    expect(joined(letters)).toBe(letters.replaceAll('\u00AD', ''));
    expect(joined(`${letters} \u200D${letters}`)).toBe(joined(`${letters} ${letters}`));
  });
});
