import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../src/cli/verify.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { LANGUAGES } from '../../src/messages/language.ts';
import { messagesIn } from '../../src/messages/messages.ts';

const GOLDEN = 'data/golden/contract-1';
const AWARD = `${GOLDEN}/award.dossier.json`;

let printed: string[];
beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => vi.restoreAllMocks());

const verify = (file: string, follows?: readonly string[], json = false, language: 'nl' | 'en' = 'nl') =>
  run({
    arguments: [`${GOLDEN}/${file}.dossier.json`],
    options: { ...(follows ? { follows } : {}), ...(json ? { json } : {}) },
    messages: messagesIn(language),
  });
async function refused(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'nothing';
}

describe('verify of a dossier that follows from another', () => {
  it.each(LANGUAGES)('says what it follows from, and that this was not looked up (%s)', async (language) => {
    expect(await verify('contracts', undefined, false, language)).toBe(0);
    const told = printed.find((line) => line.includes('--follows'));
    expect(told).toMatch(/tender-gon-2027-2.*[0-9a-f]{64}/);
  });

  it.each(['contracts', 'contracts-committee', 'contracts-public'])(
    'looks it up in the file that is given: %s',
    async (file) => {
      expect(await verify(file, [AWARD])).toBe(0);
      expect(printed.join('\n')).not.toContain('--follows');
      expect(printed).toContain(
        'Waaruit dit dossier volgt, staat zo in dossier “tender-gon-2027-2”, als gebeurtenis 189.',
      );
    },
  );

  it('tells it as JSON', async () => {
    await verify('contracts', [AWARD], true);
    const told = JSON.parse(printed.join('')) as { follows: unknown };
    expect(told.follows).toMatchObject([{ dossier: 'tender-gon-2027-2', proven: true }]);
  });

  it('refuses a file of another dossier, and one in which the event stands otherwise', async () => {
    expect(await refused(verify('contracts', ['data/golden/engine-3/schoonmaak.dossier.json']))).toBe(
      'follows-another',
    );
    expect(await refused(verify('contracts', ['data/golden/gon-2027-engine-2.dossier.json']))).toBe('link-broken');
  });
});
