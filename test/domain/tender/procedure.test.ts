import { describe, expect, it } from 'vitest';
import { tenderKind } from '../../../src/actions/tenders.ts';
import { phasesAfter } from '../../../src/domain/admission/procedure.ts';
import { tenderProcedure } from '../../../src/domain/tender/procedure.ts';
import type { TenderState } from '../../../src/domain/tender/state/state.ts';
import { goldenFiles, readGolden } from '../../support/dossiers.ts';

const dossiers = goldenFiles()
  .map(readGolden)
  .filter(({ dossier }) => dossier.startsWith(tenderKind.prefix));

describe('the table of a tender', () => {
  it('says where each event leads, and there it leads', () => {
    const seen = new Set<string>();
    for (const { dossier, events } of dossiers) {
      let state: TenderState | undefined;
      for (const body of events) {
        const event = tenderKind.toEvent(body);
        const before = state ? tenderProcedure.phaseOf(state) : {};
        if (state) tenderKind.evolve(state, event);
        else state = tenderKind.start(dossier, event);
        const after = phasesAfter(tenderProcedure, event.type, before);
        expect([event.type, state && tenderProcedure.phaseOf(state)]).toEqual([event.type, after]);
        seen.add(event.type);
      }
    }
    expect(seen.size).toBeGreaterThan(9);
  });
});
