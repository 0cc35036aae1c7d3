import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { procedurePages } from '../../src/build/procedures.ts';
import { projectRoot } from '../../src/config.ts';
import { accountsProcedure } from '../../src/domain/accounts/procedure.ts';
import { contractProcedure } from '../../src/domain/contract/procedure.ts';
import { decisionProcedure } from '../../src/domain/decision/procedure.ts';
import { planProcedure } from '../../src/domain/purchase-plan/procedure.ts';
import { tenderProcedure } from '../../src/domain/tender/procedure.ts';

describe('the drawings of the procedures in docs', () => {
  it.each(Object.entries(procedurePages()))('%s is current (npm run procedures)', (name, text) => {
    expect(readFileSync(join(projectRoot(), 'docs', name), 'utf8')).toBe(text);
  });
});

describe('docs/events.md', () => {
  it('says of every type of event what happened', () => {
    const rows = readFileSync(join(projectRoot(), 'docs', 'events.md'), 'utf8').matchAll(/^\| `([a-z-]+)` \|/gm);
    const types = [tenderProcedure, decisionProcedure, contractProcedure, planProcedure, accountsProcedure].flatMap(
      ({ steps }) => Object.keys(steps),
    );
    expect([...rows].map(([, type]) => type)).toEqual(types);
  });
});
