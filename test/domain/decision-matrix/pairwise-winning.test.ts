import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairwiseWinning } from '../../../src/domain/decision-matrix/pairwise-winning.ts';
import { rankAcceptability } from '../../../src/domain/decision-matrix/rank-acceptability.ts';
import { add } from '../../../src/domain/number.ts';
import { catalogue, matrixFrom, someMatrix, texts } from './support.ts';

describe('pairwise winning', () => {
  it('of bcf from bestuurlijk is 5/9', () => {
    // bcf wins when w3/2 + w4/2 > w2. With one lower corner the part below is the product of 1/(1 + 1/2) twice: 4/9.
    const { wins } = pairwiseWinning(catalogue);
    const [bestuurlijk, bcf] = ['bestuurlijk', 'bcf'].map((id) => catalogue.alternatives.indexOf(id)) as [
      number,
      number,
    ];
    expect(wins[bcf]![bestuurlijk]!.toFraction()).toBe('5/9');
    expect(wins[bestuurlijk]![bcf]!.toFraction()).toBe('4/9');
  });

  it('of one criterion from two others is 1/4: its weight must be above a half', () => {
    expect(texts(pairwiseWinning(matrixFrom({ a: '+ - -', b: '- + +' })).wins[0]!)).toEqual(['0', '1/4']);
  });

  it('in the total order of three criteria becomes 3/4', () => {
    // Corners (1,0,0), (1/2,1/2,0), (1/3,1/3,1/3) give 1, 0 and -1/3: above is 1 / (1 + 1/3).
    const ordering = [
      { heavier: 'c1', lighter: 'c2' },
      { heavier: 'c2', lighter: 'c3' },
    ];
    const { wins } = pairwiseWinning(matrixFrom({ a: '+ - -', b: '- + +' }), ordering);
    expect(wins[0]![1]!.toFraction()).toBe('3/4');
  });

  it('is nothing between equal alternatives, else the two shares sum to one', () => {
    fc.assert(
      fc.property(someMatrix(6, 5), (matrix) => {
        const { wins } = pairwiseWinning(matrix);
        matrix.levels.forEach((row, a) => {
          matrix.levels.forEach((other, b) => {
            expect(add(wins[a]![b]!, wins[b]![a]!).toFraction()).toBe(row.join() === other.join() ? '0' : '1');
          });
        });
      }),
    );
  });

  it('gives the same expected ranks as the exact rank shares', () => {
    fc.assert(
      fc.property(someMatrix(7, 5), (matrix) => {
        const acceptability = rankAcceptability(matrix, { seed: 1 });
        expect(texts(pairwiseWinning(matrix).expectedRanks)).toEqual(
          texts(acceptability.alternatives.map(({ expectedRank }) => expectedRank)),
        );
      }),
    );
  });
});
