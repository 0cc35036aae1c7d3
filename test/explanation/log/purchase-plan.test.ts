import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../src/actions/dossier-kind.ts';
import { planKind } from '../../../src/actions/purchase-plans.ts';
import { openWhole } from '../../../src/chain/opened.ts';
import { projectRoot } from '../../../src/config.ts';
import { evolvePlan, startPlan } from '../../../src/domain/purchase-plan/evolve.ts';
import type { PlanState } from '../../../src/domain/purchase-plan/state.ts';
import { readDossierFile } from '../../../src/exchange/dossier-file.ts';
import { plain } from '../../../src/explanation/blocks.ts';
import { planEventInWords } from '../../../src/explanation/log/purchase-plan.ts';
import { LANGUAGES } from '../../../src/messages/language.ts';
import { messagesIn } from '../../../src/messages/messages.ts';
import { faultsOf } from '../../support/language.ts';

const golden = readDossierFile(readFileSync(join(projectRoot(), 'data/golden/plan-1/purchase-plan.dossier.json')));
const person = (account: string): string => (account === 'ilse' ? 'Ilse Inkoper' : 'Otto Opvolger');

/** What every event of the golden plan says. */
function told(language: (typeof LANGUAGES)[number]): Map<number, string[]> {
  const m = messagesIn(language);
  let state: PlanState | undefined;
  const lines = new Map<number, string[]>();
  for (const logged of golden.events) {
    const event = planKind.toEvent(openWhole(logged, partsOf(planKind, logged)));
    lines.set(event.seq, planEventInWords(m, person, state, event).map(plain));
    if (state) evolvePlan(state, event);
    else state = startPlan(golden.dossier, event);
  }
  return lines;
}

describe('an event of a purchase plan in words', () => {
  it('says what the plan opens with', () => {
    expect(told('nl').get(1)!.slice(0, 4)).toEqual([
      'Titel: “Inkoop sociaal domein 2018”.',
      'Jaar: 2017.',
      'Functioneel model: “Groninger functioneel model”, versie 1.',
      'Inkoper: Ilse Inkoper.',
    ]);
  });

  it('says of another plan for a service only what became otherwise, and why', () => {
    expect(told('nl').get(16)).toEqual([
      'Dienst: “Collectief Wmo-vervoer” (ongewijzigd).',
      'Contractmodel: van niets naar “Bestuurlijk aanbesteden”.',
      'Aantal aanbieders: van een maximum, aantal nog niet bekend naar ten hoogste 4.',
      'Nieuwe overeenkomst vanaf: van niets naar 1 januari 2018.',
      'Nieuwe overeenkomst tot en met: van niets naar 31 december 2021.',
      'Begonnen op: van niets naar 1 februari 2017.',
      'Stappen: van niets naar Voorbereiding (8 weken); Aanbesteding (26 weken).',
      'Volgt uit: van niets naar decision-contract-models-2013-1.',
      'Reden: “Start en stappen zijn nu bekend.”',
    ]);
  });

  it('says of what was withdrawn, adopted, handed over and closed what that was', () => {
    const lines = [...told('en').values()].map((one) => one.join(' '));
    expect(lines).toContainEqual(
      'Withdrawn: Service “Hulpmiddelen en rolstoelen”. Reason: “Is al afgerond en hoort niet in dit plan.”',
    );
    expect(lines).toContainEqual('Adopted on: 14 March 2017. Adopted by: “Het college”. Document: “Besluit 12”.');
    expect(lines.some((line) => line.includes('from Ilse Inkoper to Otto Opvolger'))).toBe(true);
    expect(lines).toContainEqual('Reason: “Het jaar is voorbij.”');
  });

  it.each(LANGUAGES)('is in order as a text (%s)', (language) => {
    for (const lines of told(language).values())
      for (const line of lines) expect(faultsOf(line.replace(/“[^”]*”/g, '“”'), language)).toEqual([]);
  });
});
