import { describe, expect, it } from 'vitest';
import { PHASES } from '../../src/domain/tender/state/state.ts';
import { openInstallation } from '../support/installation.ts';
import { everythingIn } from '../support/searched.ts';
import { BASE, bring, EMPTY, halfFilled, PEOPLE, pathsOf, RULES, TENDER } from '../support/secret-tender.ts';

/** Who assesses anonymous bidders finds their names nowhere, but where interests are declared: there they stand by name, and tell nothing more. */

const NAMES = ['Inschrijver a', 'Inschrijver b', 'Inschrijver%20a', 'Organisatie a', 'Organisatie b', 'org-a', 'org-b'];
/** A file is often named after who made it. */
const document = { name: 'Plan van Inschrijver a.txt', text: 'Ons plan.' };
const rules = { ...RULES, course: { anonymousUntil: 'quality-closed' as const } };
const VEILED = ['assessor', 'colleague', 'auditing-assessor'] as const;

describe('anonymous bidders', () => {
  it.each(PHASES)(
    'are named to assessors when that was announced, and not before: %s',
    async (phase) => {
      const installation = await openInstallation(PEOPLE);
      try {
        await bring(installation, phase, { ...BASE, rules, document });
        const known = PHASES.indexOf(phase) >= PHASES.indexOf('quality-closed');
        const found = new Set<string>();
        for (const person of VEILED) {
          const search = async (path: string, answer: Awaited<ReturnType<typeof installation.get>>): Promise<void> => {
            const text = await everythingIn(answer);
            const named = NAMES.filter((name) => text.includes(name));
            for (const name of named) found.add(name);
            if (!known && !path.endsWith('/interests')) expect([person, path, named]).toEqual([person, path, []]);
            // Where the names stand no bid is told by its id, which stands in the addresses of what is assessed.
            if (path.endsWith('/interests')) expect(/[=#]"?[^"<>]*\.[ab]["-]/.exec(text)?.[0]).toBeUndefined();
          };
          for (const { path } of pathsOf(installation)) await search(path, await installation.get(person, path));
          for (const { path, pattern } of pathsOf(installation, 'post')) {
            for (const form of [EMPTY, halfFilled(pattern)])
              await search(path, await installation.post(person, path, form));
          }
        }
        // They are found where they may be, so that a search finds them.
        expect([found.has('Inschrijver a'), found.has('Inschrijver%20a')]).toEqual([true, known]);
        expect(installation.services.tenders.get(TENDER).letters.length).toBe(phase === 'registration' ? 0 : 2);
      } finally {
        installation.close();
      }
    },
    120_000,
  );
});
