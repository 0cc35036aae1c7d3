import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../../src/messages/messages.ts';
import { readDrawForm } from '../../../src/web/forms/draw-form.ts';

const m = messagesIn('nl');
const BETWEEN = ['a', 'b'];
const fieldsOf = (body: Record<string, string>) => {
  const form = readDrawForm(m, BETWEEN, body);
  return 'problems' in form ? form.problems.map(({ field }) => field) : [];
};

describe('the form of a draw', () => {
  it('gives the order that was drawn and how', () => {
    const body = { 'place-1': 'b', 'place-2': 'a', method: ' Door de notaris. ', witnesses: 'Twee getuigen' };
    expect(readDrawForm(m, BETWEEN, body)).toEqual({
      order: ['b', 'a'],
      method: 'Door de notaris.',
      witnesses: 'Twee getuigen',
    });
  });

  it.each([
    ['a place that is empty', { 'place-1': 'b', method: 'Notaris' }, ['place-1']],
    ['a bid in two places', { 'place-1': 'b', 'place-2': 'b', method: 'Notaris' }, ['place-1']],
    ['a bid that is not drawn between', { 'place-1': 'b', 'place-2': 'c', method: 'Notaris' }, ['place-1']],
    ['no word on how it was held', { 'place-1': 'b', 'place-2': 'a', witnesses: 'x' }, ['method']],
    ['no word on who were there', { 'place-1': 'b', 'place-2': 'a', method: 'Notaris' }, ['witnesses']],
    [
      'a text that is too long',
      { 'place-1': 'b', 'place-2': 'a', method: 'x'.repeat(2001), witnesses: 'x' },
      ['method'],
    ],
  ])('refuses %s', (_, body, fields) => {
    expect(fieldsOf(body)).toEqual(fields);
  });
});
