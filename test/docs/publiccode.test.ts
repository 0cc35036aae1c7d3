import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../src/config.ts';
import { LANGUAGES } from '../../src/messages/language.ts';

const read = (name: string): string => readFileSync(join(projectRoot(), name), 'utf8');
const publiccode = parse(read('publiccode.yml'));
const manifest = JSON.parse(read('package.json'));

describe('publiccode.yml', () => {
  it('has every key that the standard asks', () => {
    expect(publiccode).toMatchObject({
      publiccodeYmlVersion: expect.stringMatching(/^0\.[4-9]/),
      name: 'Gunwijzer',
      platforms: expect.arrayContaining(['web']),
      categories: expect.arrayContaining(['procurement']),
      developmentStatus: expect.toBeOneOf(['concept', 'development', 'beta', 'stable', 'obsolete']),
      softwareType: 'standalone/web',
      legal: { license: expect.any(String) },
      maintenance: { type: expect.toBeOneOf(['internal', 'contract', 'community', 'none']) },
      localisation: { localisationReady: true, availableLanguages: [...LANGUAGES] },
    });
    expect(publiccode).toHaveProperty('url');
    const asks = { internal: 'contacts', community: 'contacts', contract: 'contractors', none: null };
    const people = asks[publiccode.maintenance.type as keyof typeof asks];
    if (people !== null) expect(publiccode.maintenance[people].length).toBeGreaterThan(0);
  });

  it.each(LANGUAGES)('describes it in %s, as short and as long as may be', (language) => {
    const { shortDescription, longDescription, features } = publiccode.description[language];
    expect(shortDescription.length).toBeLessThanOrEqual(150);
    expect(longDescription.length).toBeGreaterThanOrEqual(150);
    expect(longDescription.length).toBeLessThanOrEqual(10_000);
    expect(features.length).toBeGreaterThanOrEqual(5);
  });

  it('says what package.json says: the version, the licence, and an address only where there is one', () => {
    expect(publiccode.softwareVersion).toBe(manifest.version);
    expect(publiccode.legal.license).toBe(manifest.license);
    expect(publiccode.url).toBe(manifest.repository?.url ?? null);
  });
});
