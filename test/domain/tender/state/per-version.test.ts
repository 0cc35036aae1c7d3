import { describe, expect, it } from 'vitest';
import { openAssessments } from '../../../../src/domain/tender/state/open-work.ts';
import { perVersion } from '../../../../src/domain/tender/state/per-version.ts';
import { demoServices, FINISHED, RUNNING } from '../../../support/demo.ts';
import { draftInLog } from '../../../support/log-draft.ts';

describe('what is worked out of a tender', () => {
  it('is worked out once for each version of each tender', async () => {
    const { tenders } = await demoServices();
    const worked: string[] = [];
    const versionOf = perVersion((state) => {
      worked.push(state.dossier);
      return state.version;
    });
    const [running, finished] = [tenders.get(RUNNING), tenders.get(FINISHED)];
    for (const state of [running, finished, running, finished]) expect(versionOf(state)).toBe(state.version);
    expect(worked).toEqual([RUNNING, FINISHED]);

    const before = running.version;
    const { bid, lot } = openAssessments(running).find(({ assessor }) => assessor === 'beoordelaar-1')!;
    tenders.execute(RUNNING, 'beoordelaar-1', draftInLog({ bid, lot }));
    expect(versionOf(tenders.get(RUNNING))).toBeGreaterThan(before);
    expect(worked).toEqual([RUNNING, FINISHED, RUNNING]);
  });
});
