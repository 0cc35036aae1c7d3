import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nl } from '../../../src/messages/nl.ts';
import { PAST_AWARD } from '../../../src/web/pages/past-award.ts';
import { type Installation, openInstallation } from '../../support/installation.ts';

let installation: Installation;
beforeAll(async () => {
  installation = await openInstallation([
    { id: 'inkoper', roles: ['procurement-officer'] },
    { id: 'beoordelaar', roles: ['assessor'] },
    { id: 'beheerder', roles: ['administrator'] },
  ]);
});
afterAll(() => installation.close());

describe('the award of 2019 as an example', () => {
  it('is a page that the rehearsal leads to, with who got what and which limits it keeps to, and no score', async () => {
    expect((await installation.get('inkoper', '/rehearsal')).text).toContain(`href="${PAST_AWARD}"`);
    const { status, text } = await installation.get('inkoper', PAST_AWARD);
    expect(status).toBe(200);
    const main = /<main.*<\/main>/s.exec(text)![0];
    for (const name of ['Ben in de buurt', 'At Home First', 'Zuid Vooruit', 'WerkPro en Cosis', 'Humanitas DMH']) {
      expect(main).toContain(name);
    }
    expect(main.match(new RegExp(`>${nl.pastAward.met}<`, 'g'))).toHaveLength(3);
    expect(main).not.toMatch(/\d,\d/);
    expect(main).not.toMatch(/fictief/);
  });

  it('is there for who works on tenders', async () => {
    expect((await installation.get('beoordelaar', PAST_AWARD)).status).toBe(200);
    expect((await installation.get('beheerder', PAST_AWARD)).status).toBe(403);
  });
});
