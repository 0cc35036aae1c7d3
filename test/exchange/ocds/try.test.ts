import { expect, it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { publishOcds } from '../../../src/actions/publish-ocds.ts';
import { WHOLE_DOSSIERS, wholeDossier } from '../../support/whole-dossiers.ts';
import { faultsOf } from '../../support/ocds-schemas.ts';
it.each(WHOLE_DOSSIERS)('%s', (name) => {
  const { state, head } = wholeDossier(name);
  for (const award of ['none', 'published', 'everything'] as const) {
    if (award !== 'none' && state.award === null) { console.log(name, 'no award'); continue; }
    const text = publishOcds(state, { name: null, prefix: null }, award, head);
    writeFileSync(`/tmp/ocds-${name.replace('/', '-')}-${award}.json`, text);
    expect(faultsOf(JSON.parse(text)), award).toEqual([]);
  }
});
