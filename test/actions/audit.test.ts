import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditTender } from '../../src/actions/tenders.ts';
import { projectRoot } from '../../src/config.ts';
import { readDossierFile } from '../../src/exchange/dossier-file.ts';

const golden = join(projectRoot(), 'data', 'golden');

/** Dossiers that must re-run identically for ever. A file is added for each engine, and never changed. */
describe('golden dossiers', () => {
  const files = readdirSync(golden).filter((name) => name.endsWith('.dossier.json'));

  it('are there', () => expect(files).toContain('gon-2027-engine-1.dossier.json'));

  it.each(files)('%s re-runs to the last digit', (name) => {
    const { dossier, events } = readDossierFile(readFileSync(join(golden, name)));
    const { reRun } = auditTender(dossier, events);
    expect(reRun!.identical).toBe(true);
    expect(name).toContain(`engine-${reRun!.engine}`);
  });

  it('have the head that was written down when they were made', () => {
    const heads = JSON.parse(readFileSync(join(golden, 'heads.json'), 'utf8')) as Record<string, string>;
    expect(Object.keys(heads).sort()).toEqual([...files].sort());
    for (const name of files) expect(readDossierFile(readFileSync(join(golden, name))).head).toBe(heads[name]);
  });
});
