import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/config.ts';
import { gunwijzer } from '../support/command.ts';
import { faultsOf } from '../support/ocds-schemas.ts';

const golden = (name: string): string => join(projectRoot(), 'data', 'golden', `${name}.dossier.json`);

describe('gunwijzer ocds', () => {
  it('makes open data of a whole dossier, with the authority of the settings', async () => {
    const settings = { GUNWIJZER_AUTHORITY: 'Gemeente Groningen', GUNWIJZER_OCID_PREFIX: 'ocds-abc123' };
    const { code, out } = await gunwijzer(['ocds', golden('procedure-6/going-back')], '', settings);
    const made = JSON.parse(out);
    expect([code, faultsOf(made)]).toEqual([0, []]);
    expect(made.publisher.name).toBe('Gemeente Groningen');
    expect(made.releases[0].tag).toEqual(['tender', 'award', 'contract']);
    expect(out).not.toContain('motivation');
  });

  it('tells every bid with its scores where that is asked', async () => {
    const { code, out } = await gunwijzer(['ocds', golden('engine-3/schoonmaak'), '--scores']);
    expect([code, faultsOf(JSON.parse(out))]).toEqual([0, []]);
    expect(out).toContain('"motivation"');
  });

  it.each([
    ['an edition', 'format-2/gon-2027-public', /geen uitgave/],
    ['a choice of a contract model', 'format-2/contract-models', /Fout/],
  ])('refuses %s', async (_, name, text) => {
    const { code, error, out } = await gunwijzer(['ocds', golden(name)]);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(text);
  });
});
