import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nl } from '../../../src/messages/nl.ts';
import { CONTRACT_PEOPLE } from '../../support/contracts-over-http.ts';
import { type Installation, openInstallation } from '../../support/installation.ts';

let house: Installation;
beforeAll(async () => {
  house = await openInstallation(CONTRACT_PEOPLE);
});
afterAll(() => house.close());

describe('the rule sets of contracts', () => {
  it('are listed, each with what it holds, and read by who has to do with dossiers', async () => {
    const { text } = await house.get('committee', '/contract-rules');
    for (const key of house.services.ruleSets.contracts.keys()) {
      const href = `/contract-rules/${key}`;
      expect(text).toContain(`href="${href}"`);
      for (const person of ['officer', 'assessor', 'auditor']) expect((await house.get(person, href)).status).toBe(200);
    }
    expect((await house.get('administrator', '/contract-rules')).status).toBe(403);
    expect((await house.get('officer', '/contract-rules/nothing.v1')).status).toBe(404);
    expect((await house.get('officer', '/contract-models')).text).toContain('href="/contract-rules"');
  });

  it('say which advice holds, given what is not possible', async () => {
    const advice = async (query: string) =>
      (await house.get('officer', `/contract-rules/transport-2013.v1${query}`)).text;
    const { pieces } = house.services.ruleSets.contracts.get('transport-2013.v1')!.rules.advice!;
    const last = pieces.find(({ onlyWithout }) => onlyWithout.length > 0)!;
    const { 'not-yet': notYet } = nl.following.rules.adviceIs;
    expect(await advice('')).toContain(notYet);
    const ticked = await advice(`?${last.onlyWithout.map((one) => `not=${one}`).join('&')}`);
    expect(ticked).not.toContain(notYet);
    expect(ticked.match(/ checked/g)).toHaveLength(last.onlyWithout.length);
    // What is no piece of advice is nothing.
    expect(await advice('?not=nothing')).toContain(notYet);
  });

  it('count the figures of a source anew, and show where they differ', async () => {
    const { text } = await house.get('officer', '/contract-rules/haren-2013.v1');
    for (const part of ['1.982', '1.997', '15']) expect(text).toContain(part);
  });
});
