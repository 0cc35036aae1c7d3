import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/config.ts';
import type { DomainError } from '../../src/domain/errors.ts';
import type { EvaluationInput } from '../../src/domain/scoring/input.ts';
import { readEvaluationInput } from '../../src/exchange/evaluation-file.ts';
import { SAMPLES, sampleText } from '../../src/exchange/samples.ts';

const sample = (): EvaluationInput => JSON.parse(sampleText(projectRoot(), 'gon-2027-demo')) as EvaluationInput;
const read = (input: object): EvaluationInput => readEvaluationInput(JSON.stringify(input));
const registered = (number: string): EvaluationInput => {
  const input = sample();
  input.bids[0]!.bidder.members[0]!.registration = { register: 'KvK', number };
  return input;
};

describe('the input of an evaluation from a file', () => {
  it.each(SAMPLES)('is read as it is: %s', (name) => {
    const text = sampleText(projectRoot(), name);
    expect(readEvaluationInput(text)).toEqual(JSON.parse(text));
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
