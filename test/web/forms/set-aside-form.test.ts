import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../../src/messages/messages.ts';
import { readSetAsideForm } from '../../../src/web/forms/set-aside-form.ts';

const m = messagesIn('nl');
const whole = { bid: 'a', lot: 'west', stage: 'excluded', reason: 'Onjuiste verklaring.' };

describe('the form that sets a bid aside', () => {
  it('gives the bid, the lot and why', () => {
    expect(readSetAsideForm(m, whole)).toEqual({ fallen: whole });
  });

  it('is about every lot when none is chosen', () => {
    const { lot: _, ...rest } = whole;
    expect(readSetAsideForm(m, { ...whole, lot: '' })).toEqual({ fallen: rest });
  });

  it.each([
    [{ ...whole, bid: '' }, ['bid']],
    [{ ...whole, stage: 'lost' }, ['stage']],
    [{ ...whole, reason: ' ' }, ['reason']],
    [{}, ['bid', 'stage', 'reason']],
  ])('asks for what is missing: %o', (body, fields) => {
    const form = readSetAsideForm(m, body);
    expect('problems' in form && form.problems.map(({ field }) => field)).toEqual(fields);
  });
});
