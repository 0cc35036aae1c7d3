import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/domain/decision/analyse.ts';
import { startWeighing } from '../../../src/domain/decision/weighing.ts';
import { type MatrixFile, matrixFile } from '../../../src/domain/decision-matrix/matrix-file.ts';
import { expandMatrix, matrixFaults } from '../../../src/domain/decision-matrix/own-matrix.ts';
import { matrixOf, matrixRules } from '../../../src/domain/decision-matrix/rules.ts';
import { DomainError } from '../../../src/domain/errors.ts';

const bus = { name: 'Bus', scores: ['+', '-'] };
const bike = { name: 'Fiets', scores: ['-', '+'] };
const file: MatrixFile = { title: 'Naar het werk', criteria: ['Snel', 'Goedkoop'], alternatives: [bus, bike] };
const codes = (given: MatrixFile): string[] => matrixFaults(given).map(({ code, path }) => [code, ...path].join(' '));

/** Names that are close to each other: capitals, accents and marks only. */
const name = fc.constantFrom('A', 'a!', 'A?', 'Á', 'a-2', 'B', 'b.', '++', '--', 'Café', 'cafe', 'x y', 'x-y', 'Z');
const names = (least: number) =>
  fc.uniqueArray(name, { minLength: least, maxLength: 6, selector: (one) => one.toLowerCase() });
const anyFile: fc.Arbitrary<MatrixFile> = fc
  .tuple(names(2), names(1), fc.boolean(), fc.boolean())
  .chain(([alternatives, criteria, byName, numbers]) => {
    const symbol = numbers ? fc.constantFrom<string | number>(8, '5', 0) : fc.constantFrom('+', '+/-', '-');
    return fc
      .array(fc.array(symbol, { minLength: criteria.length, maxLength: criteria.length }), {
        minLength: alternatives.length,
        maxLength: alternatives.length,
      })
      .map(
        (rows): MatrixFile => ({
          title: 'Keuze',
          ...(numbers ? { scale: [0, 8, '5'] } : {}),
          criteria,
          alternatives: alternatives.map((one, row) => ({
            name: one,
            scores: byName ? Object.fromEntries(criteria.map((key, at) => [key, rows[row]![at]!])) : rows[row]!,
          })),
        }),
      );
  });

describe('a matrix of one’s own', () => {
  it('needs a title, criteria and alternatives with scores, and no more', () => {
    const matrix = expandMatrix(file);
    expect(matrix).toMatchObject({ kind: 'own-matrix', id: 'own-naar-het-werk', version: 1, sources: [] });
    expect(matrix.scale.map(({ symbol, value }) => `${symbol} ${value}`)).toEqual(['+ 1', '+/- 0.5', '- 0']);
    expect(matrix.criteria.map(({ id, name }) => [id, name.nl, name.en])).toEqual([
      ['snel', 'Snel', 'Snel'],
      ['goedkoop', 'Goedkoop', 'Goedkoop'],
    ]);
    expect(matrix.alternatives.map(({ id, scores }) => [id, scores])).toEqual([
      ['bus', { snel: '+', goedkoop: '-' }],
      ['fiets', { snel: '-', goedkoop: '+' }],
    ]);
    expect(JSON.stringify(matrix)).not.toContain('legalTitle"');
  });

  it('takes scores by name in any writing, by id, or in the order of the criteria', () => {
    const [listed, named, byId] = [['+', '-'], { SNEL: '+', ' goedkoop ': '-' }, { snel: '+', goedkoop: '-' }].map(
      (scores) => expandMatrix({ ...file, alternatives: [{ ...bus, scores }, bike] }),
    );
    expect(named).toEqual(listed);
    expect(byId).toEqual(listed);
  });

  it('puts the scale best first, and a number is worth itself', () => {
    const scale = [0, '2.5', { symbol: 'top', value: 10, meaning: { nl: 'Heel goed' } }];
    const matrix = expandMatrix({
      ...file,
      scale,
      alternatives: [
        { ...bus, scores: ['top', 0] },
        { ...bike, scores: [2.5, '0'] },
      ],
    });
    expect(matrix.scale).toEqual([
      { symbol: 'top', value: '10', meaning: { nl: 'Heel goed', en: 'Heel goed' } },
      { symbol: '2.5', value: '2.5' },
      { symbol: '0', value: '0' },
    ]);
  });

  it('finds a legal title and the advice for a purchase by name', () => {
    const matrix = expandMatrix({
      ...file,
      alternatives: [{ ...bus, legalTitle: 'Subsidie' }, bike],
      legalTitles: ['Opdracht', { id: 'grant', name: 'Subsidie' }],
      purchaseKinds: [{ name: 'Ver weg', advice: 'Neem de bus.', alternatives: ['bus'] }],
    });
    expect(matrix.alternatives.map(({ legalTitle }) => legalTitle)).toEqual(['grant', undefined]);
    expect(matrix.purchaseKinds[0]!.alternatives).toEqual(['bus']);
  });

  it('is what a dossier keeps, and what a file may hold', () => {
    fc.assert(
      fc.property(anyFile, (given) => {
        const matrix = expandMatrix(given);
        expect(matrixRules.parse(matrix)).toEqual(matrix);
        expect(expandMatrix(matrixFile.parse(matrix))).toEqual(matrix);
      }),
    );
  });

  it('is the same in any order of the alternatives, and so is what is concluded from it', () => {
    fc.assert(
      fc.property(anyFile, fc.nat(), (given, turn) => {
        const { alternatives } = given;
        const at = turn % alternatives.length;
        const turned = expandMatrix({
          ...given,
          alternatives: [...alternatives.slice(at), ...alternatives.slice(0, at)],
        });
        const straight = expandMatrix(given);
        const byId = (matrix: typeof straight) => [...matrix.alternatives].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(byId(turned)).toEqual(byId(straight));
        const [one, other] = [straight, turned].map((matrix) => {
          const weighed = matrixOf(matrix);
          const { winners, alternatives: told } = analyse(weighed, startWeighing(weighed, 1));
          return [[...winners].sort(), told.map(({ alternative, shares }) => `${alternative} ${shares[0]}`).sort()];
        });
        expect(other).toEqual(one);
      }),
      { numRuns: 40 },
    );
  });

  it('gives every name an id of its own', () => {
    fc.assert(
      fc.property(anyFile, (given) => {
        const { criteria, alternatives } = expandMatrix(given);
        for (const list of [criteria, alternatives]) expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
      }),
    );
  });
});

describe('what is wrong with a matrix of one’s own', () => {
  it('is told all at once, each with its place', () => {
    expect(
      codes({
        ...file,
        scale: ['goed', '1', 1, { symbol: 'een', value: '1.0' }],
        criteria: ['Snel', { name: 'snel' }, 'Goedkoop'],
        alternatives: [{ ...bus, scores: { Snel: '9', Traag: '1' }, legalTitle: 'Handdruk' }],
      }),
    ).toEqual([
      'matrix-size alternatives',
      'scale-value-missing scale 0',
      'duplicate-symbol scale 2',
      'scale-value-twice scale 3',
      'duplicate-criterion criteria 1 name',
      'unknown-symbol alternatives 0 scores Snel',
      'unknown-criterion alternatives 0 scores Traag',
      'score-missing alternatives 0 scores',
      'score-missing alternatives 0 scores',
      'unknown-legal-title alternatives 0 legalTitle',
    ]);
  });

  it.each<[what: string, change: Partial<MatrixFile>, fault: string]>([
    ['one level', { scale: ['1'] }, 'matrix-size scale'],
    ['no criteria', { criteria: [] }, 'matrix-size criteria'],
    [
      'an alternative twice',
      { alternatives: [bus, { ...bike, name: 'bus' }] },
      'duplicate-alternative alternatives 1 name',
    ],
    [
      'more scores than criteria',
      { alternatives: [{ ...bus, scores: ['+', '+', '+'] }, bike] },
      'scores-too-many alternatives 0 scores',
    ],
    [
      'an id that is the name of another',
      { criteria: ['Snel', { id: 'snel', name: 'Goedkoop' }] },
      'ambiguous-name criteria 1 name',
    ],
    [
      'two scores on a criterion',
      { alternatives: [{ ...bus, scores: { Snel: '+', snel: '+', Goedkoop: '-' } }, bike] },
      'duplicate-score alternatives 0 scores snel',
    ],
  ])('is told of %s', (_, change, fault) => expect(codes({ ...file, ...change })).toContain(fault));

  it('is only its size where it is too large', () => {
    const alternatives = Array.from({ length: 51 }, (_, at) => ({ name: `A${at}`, scores: [] }));
    expect(codes({ ...file, alternatives })).toEqual(['matrix-size alternatives']);
  });

  it('is thrown with the first as the error', () => {
    expect(() => expandMatrix({ ...file, criteria: [] })).toThrow(DomainError);
  });
});
