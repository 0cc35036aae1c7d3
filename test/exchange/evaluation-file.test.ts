import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/config.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import type { EvaluationInput } from '../../src/domain/scoring/input.ts';
import { readEvaluationInput, writeEvaluationInput, writeOutcome } from '../../src/exchange/evaluation-file.ts';
import { SAMPLES, sampleText } from '../../src/exchange/samples.ts';
import { randomTender } from '../support/tender.ts';

const sample = (): EvaluationInput => JSON.parse(sampleText(projectRoot(), 'gon-2027-demo')) as EvaluationInput;
const read = (input: object): EvaluationInput => readEvaluationInput(JSON.stringify(input));
const registered = (number: string): EvaluationInput => {
  const input = sample();
  input.bids[0]!.bidder.members[0]!.registration = { register: 'KvK', number };
  return input;
};

describe('the input of an evaluation from a file', () => {
  it.each(SAMPLES.filter((name) => name !== 'schoonmaak'))('is read as it is: %s', (name) => {
    const text = sampleText(projectRoot(), name);
    expect(readEvaluationInput(text)).toEqual(JSON.parse(text));
  });

  it('is the same in the short form as when it is written out', () => {
    const input = readEvaluationInput(sampleText(projectRoot(), 'schoonmaak'));
    const written = writeEvaluationInput(input);
    expect(readEvaluationInput(written)).toEqual(input);
    expect(writeOutcome(evaluate(readEvaluationInput(written)))).toBe(writeOutcome(evaluate(input)));
  });

  it('has registration numbers as in a form', () => {
    const member = read(registered('0123 4567')).bids[0]!.bidder.members[0]!;
    expect(member.registration).toEqual({ register: 'kvk', number: '01234567' });
    let details: unknown;
    try {
      read(registered('1234567'));
    } catch (error) {
      details = { code: (error as DomainError).code, ...(error as DomainError).details };
    }
    expect(details).toEqual({
      code: 'kvk-number',
      number: '1234567',
      digits: 7,
      path: 'bids.0.bidder.members.0.registration.number',
    });
  });

  it('has scores as they were announced, however many zeros they end with', () => {
    const input = sample();
    const expected = input.consensus[0]!.score;
    input.consensus[0]!.score = `${expected}.00`;
    expect(read(input).consensus[0]!.score).toBe(expected);
  });
});

/** A tender as a person writes it, with much that only an engine of now knows. */
const short = () => ({
  rules: {
    lots: ['Noord', 'Zuid'],
    award: { tieBreak: ['draw'] },
    onWithdrawal: 're-rank',
    criteria: [
      { name: 'Plan', weight: 40, scale: { maximum: 10, decimals: 1 } },
      { name: 'Visie', share: '1/5', scale: [0, 5, 10], scoreFrom: 'median', common: true },
      {
        name: 'Levertijd',
        weight: 10,
        measured: { unit: 'dagen', better: 'lower', points: { kind: 'linear', reference: 10, zeroAt: 100 } },
      },
      { name: 'Privacy', knockOut: true, scale: 'yes-no' },
    ],
    price: { weight: 30, points: { kind: 'proportional' }, lines: [{ name: 'Uren', quantity: 10 }] },
  },
  bids: ['Zorg B.V.', 'Jansen, Smit en Zonen', 'Thuis'].map((bidder, place) => ({
    bidder,
    scores: { Plan: 6.5 + place, Visie: [5, 10, 5], Privacy: 1 },
    values: { Levertijd: `${12 + place} dagen` },
    price: { lines: { Uren: 50 + place } },
  })),
});
const turned = <T>(list: readonly T[]): T[] => [...list].reverse();
const refused = (input: object): DomainError => {
  try {
    read(input);
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error('nothing was refused');
};
const has = (value: unknown, [key, ...rest]: readonly (string | number)[]): boolean =>
  key === undefined ||
  (typeof value === 'object' && value !== null && has((value as Record<string, unknown>)[key], rest));

describe('a file that is written by hand', () => {
  it('gives what it gives when it is written out, and in full it stays as it is', () => {
    const input = read(short());
    const full = writeEvaluationInput(input);
    expect(readEvaluationInput(full)).toEqual(input);
    expect(writeEvaluationInput(readEvaluationInput(full))).toBe(full);
    expect(evaluate(readEvaluationInput(full))).toEqual(evaluate(input));
  });

  it('has the same outcome in whatever order its lists are', () => {
    const { rules, bids } = short();
    const other = { rules: { ...rules, criteria: turned(rules.criteria) }, bids: turned(bids) };
    const totals = (input: object) =>
      evaluate(read(input)).lots.map(({ lot, ranking }) => [lot, ranking.map(({ bid, total }) => [bid, total])]);
    expect(totals(other)).toEqual(totals(short()));
  });

  it('is told of everything that is wrong in it at once, each at a place that is in it', () => {
    const { rules, bids } = short();
    const input = {
      rules,
      bids: [{ ...bids[0], scores: { ...bids[0]!.scores, Plan: 11 } }, { ...bids[1], scores: { Plan: 0.55 } }, bids[2]],
    };
    const { faults } = refused(input);
    expect([...new Set(faults.map(({ code }) => code))].sort()).toEqual([
      'missing-score',
      'score-above-maximum',
      'score-decimals',
    ]);
    const absent = faults.filter(({ path, code }) => code !== 'missing-score' && !has(input, path));
    expect(absent).toEqual([]);
    const names = refused({ rules, bids: [{ ...bids[0], scores: { Plannen: 1 }, lots: ['Oost'] }, bids[1]] }).faults;
    expect(names.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['unknown-name', 'bids.0.lots.0'],
      ['unknown-name', 'bids.0.scores.Plannen'],
    ]);
  });

  it('is told what is wrong in its rules beside a name that is not known, and of that name only once', () => {
    const { rules, bids } = short();
    const award = { tieBreak: ['draw', { rule: 'higher-score', criterion: 'Plann van aanpak' }] };
    const wrong = (more: object) =>
      refused({ rules: { ...rules, ...more }, bids }).faults.map(({ code, path, details }) => [
        code,
        path.join('.'),
        details.path,
      ]);
    const criterion = 'rules.award.tieBreak.1.criterion';
    expect(wrong({ award })).toEqual([
      ['unknown-name', criterion, undefined],
      ['draw-not-last', 'rules.award.tieBreak.0', undefined],
    ]);
    // What is written out has another form than it must have.
    const price = { method: 'fixed-unit-prices', lines: [{ name: 'Uren', price: 10 }] };
    const ofShape = ['rules.price.lines.0.unit', 'rules.price.lines.0.quantity'];
    const shape = ofShape.map((place) => ['file-invalid', place, place]);
    expect(wrong({ price })).toEqual(shape);
    expect(wrong({ award, price })).toEqual([['unknown-name', criterion, undefined], ...shape]);
  });

  it('reads any input that was written out as it was', () => {
    fc.assert(
      fc.property(randomTender, (input) => {
        const again = readEvaluationInput(writeEvaluationInput(input));
        expect(writeEvaluationInput(again)).toBe(writeEvaluationInput(input));
      }),
      { numRuns: 50 },
    );
  });
});
