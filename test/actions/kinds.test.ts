import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostileDossiers } from '../../bench/hostile-dossiers.ts';
import { KIND_NAMES, KINDS, kindOf } from '../../src/actions/kinds.ts';
import { projectRoot } from '../../src/config.ts';
import { loadRuleSets } from '../../src/criteria/rule-sets.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { readDossierFile } from '../../src/exchange/dossier-file.ts';
import { describeFaults, messagesIn } from '../../src/messages/messages.ts';

const ruleSets = loadRuleSets(join(projectRoot(), 'criteria'));
const { dossier, events } = readDossierFile(
  readFileSync(join(projectRoot(), 'data/golden/gon-2027-engine-2.dossier.json')),
);

describe('the kinds of dossiers', () => {
  it('are told by how an id starts, and one that is not known is refused', () => {
    expect(KIND_NAMES.map((name) => kindOf(`${KINDS[name].prefix}x-1`))).toEqual(KIND_NAMES);
    expect(() => kindOf('contract-x-1')).toThrow('unknown-kind');
  });

  it('give one verdict: the versions of the procedure, the engine, and whether the outcome is the same', () => {
    expect(KINDS.tender.audit(dossier, events, ruleSets)).toEqual({ admissions: [1], engine: 2, identical: true });
  });

  it('hold rules that name a published hash against the published file', () => {
    const changed = structuredClone(events) as typeof events;
    const first = changed[0]!.payload as { rules: { title: { nl: string } } };
    first.rules.title.nl = 'Iets anders';
    expect(() => KINDS.tender.audit(dossier, changed, ruleSets)).toThrow('rules-differ');
  });
});

describe('a dossier that somebody tampered with', () => {
  it('gets a verdict or words, whatever was changed (12,000 of them in bench/hostile-verify.ts)', () => {
    for (const { what, bytes } of hostileDossiers(150, 11)) {
      try {
        const read = readDossierFile(bytes);
        KINDS[kindOf(read.dossier)].audit(read.dossier, read.events, ruleSets);
      } catch (error) {
        if (!(error instanceof DomainError)) throw new Error(`${what}: ${String(error)}`, { cause: error });
        for (const text of describeFaults(messagesIn('nl'), error)) expect([what, text]).not.toContain('undefined');
      }
    }
  }, 60_000);
});
