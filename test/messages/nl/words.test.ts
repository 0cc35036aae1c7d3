import { describe, expect, it } from 'vitest';
import { agree, count, countOf, format, nouns, quoted, thisOne, toDecimals } from '../../../src/messages/nl/words.ts';

describe('tellen', () => {
  it.each([
    [0, 'geen prijzen'],
    [1, '1 prijs'],
    [2, '2 prijzen'],
    [100_000, '100.000 prijzen'],
  ])('%i', (n, text) => expect(count(n, 'prijs', 'prijzen')).toBe(text));

  it('past het werkwoord aan', () => {
    expect([0, 1, 2].map((n) => agree(n, 'ontbreekt', 'ontbreken'))).toEqual(['ontbreken', 'ontbreekt', 'ontbreken']);
  });

  it('noemt een deel van het geheel met het woord van het geheel', () => {
    expect(countOf(0, 1, 'beoordeling', 'beoordelingen')).toBe('0 van 1 beoordeling');
    expect(countOf(1, 1250, 'beoordeling', 'beoordelingen')).toBe('1 van 1.250 beoordelingen');
  });

  it('noemt decimalen', () =>
    expect([0, 1, 2].map(toDecimals)).toEqual(['een geheel getal', '1 decimaal', '2 decimalen']));
});

describe('namen', () => {
  it('staan elk tussen aanhalingstekens', () => {
    expect(quoted(['Noord en Oost', 'Zuid, Haren', 'West'])).toBe('“Noord en Oost”, “Zuid, Haren” en “West”');
    expect(quoted(['West'])).toBe('“West”');
  });

  it('krijgen het aanwijzend woord dat bij hun lidwoord hoort', () => {
    expect(thisOne(nouns.winner)).toBe('deze opdrachtnemer');
    expect(thisOne(nouns.lot)).toBe('dit perceel');
  });
});

describe('getallen en momenten', () => {
  it('staan in de Nederlandse notatie', () => {
    expect(format.readable('201/2')).toBe('100,5');
    expect(format.readable('100/3')).toBe('33,3333…');
    expect(format.readable('-2/3')).toBe('−0,6666…');
    expect(format.readable('1250000.5', 2)).toBe('1.250.000,50');
    expect(format.decimal('2.5')).toBe('2,5');
  });

  it('noemen een moment op de minuut; alleen het logboek op de seconde', () => {
    expect(format.moment('2026-11-25T22:42:45.000Z')).toBe('25 november 2026 om 23.42 uur');
    expect(format.momentInLog('2026-11-25T22:42:45.000Z')).toBe('25 november 2026, 23:42:45');
  });

  it('noemen de grootte van een bestand in MB of kB', () => {
    expect(format.size(67_108_864)).toBe('64 MB');
    expect(format.size(1_572_864)).toBe('1,5 MB');
    expect(format.size(2_000)).toBe('2 kB');
  });
});
