import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownWorkOf } from '../../../src/actions/own-work.ts';
import { openAssessments } from '../../../src/domain/tender/state/open-work.ts';
import type { RunningServer } from '../../../src/server.ts';
import { startTestServer, visitor } from '../../support/http.ts';

const FORM = '/tenders/tender-gon-2027-1/assessments/blauwborst/zuid-haren';
const MOTIVATION = `Een motivering van 800 tekens.\r\n${'Zo is het. '.repeat(75)}`.trim();
const form = (motivation = MOTIVATION) => ({
  'draft.staff': '0',
  intent: 'save',
  'score.staff': '8',
  'motivation.staff': motivation,
});

let server: RunningServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const signedIn = async (id: string) => {
  const person = visitor(server.url);
  expect((await person.signIn(id)).status).toBe(303);
  return person;
};
/** Ends all sessions of an account, as the limit of idleness does. */
const endSessionsOf = (id: string): void => server.services.storage.sessions.endAllOf(id, new Date().toISOString());
const kept = (id: string) => server.services.keptForms.of(id);
const events = (): number => server.services.storage.events.head('tender-gon-2027-1').seq;

describe('what was typed when the session ended', () => {
  it('is kept, given back after signing in, and can be sent after all', async () => {
    const person = await signedIn('beoordelaar-1');
    const state = server.services.tenders.get('tender-gon-2027-1');
    const { bid, lot } = openAssessments(state).find(({ assessor }) => assessor === 'beoordelaar-1')!;
    const path = `/tenders/${state.dossier}/assessments/${bid}/${lot}`;
    const token = await person.csrf(path);
    endSessionsOf('beoordelaar-1');
    const before = events();
    const refused = await person.post(path, form(), token);
    expect([refused.status, events()]).toEqual([401, before]);
    expect(refused.text).toMatch(/Wat u hebt ingevuld, is bewaard/);
    expect(refused.text).toContain('name="password"');

    const again = await person.signIn('beoordelaar-1');
    expect([again.status, again.location]).toEqual([303, '/kept']);
    const page = await person.get('/kept');
    expect(page.text).toMatch(/<h2[^>]*>Beoordeling – [^<]+ – [^<]+ – GON 2027, beoordeling loopt/);
    expect(page.text).toContain('Zo is het. Zo is het.');
    expect(page.text).toContain('Motivering bij “');
    expect((await person.get('/')).text).toContain('href="/kept"');

    const fields = Object.fromEntries(
      [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name!,
        value!,
      ]),
    );
    expect(fields).toMatchObject({ 'draft.staff': '0', 'motivation.staff': MOTIVATION });
    const sent = await person.post(path, fields, fields._csrf);
    expect([sent.status, events()], 'a draft is no event').toEqual([303, before]);
    expect(kept('beoordelaar-1')).toEqual([]);
    const draft = ownWorkOf(server.services, state, 'beoordelaar-1').draftAt({ bid, lot }, 'staff')!;
    expect(draft.fields.motivation).toBe(MOTIVATION.replace('\r\n', '\n'));
  });

  it('also when the person signed in again in another window', async () => {
    const person = await signedIn('beoordelaar-2');
    const token = await person.csrf(FORM);
    endSessionsOf('beoordelaar-2');
    await person.get('/sign-in');
    await person.signIn('beoordelaar-2');
    const answer = await person.post(FORM, form('Getypt in het andere venster.'), token);
    expect([answer.status, answer.location]).toEqual([303, '/kept']);
    expect((await person.get('/kept')).text).toContain('Getypt in het andere venster.');
    const { id } = kept('beoordelaar-2')[0]!;
    expect((await person.post(`/kept/${id}/discard`, {})).location).toBe('/kept?notice=discarded');
    expect(kept('beoordelaar-2')).toEqual([]);
  });

  it('is never shown to another account, nor sent or thrown away by it', async () => {
    const person = await signedIn('beoordelaar-3');
    const token = await person.csrf(FORM);
    endSessionsOf('beoordelaar-3');
    await person.post(FORM, form('Alleen voor beoordelaar 3.'), token);
    const { id } = kept('beoordelaar-3')[0]!;
    expect((await person.signIn('beoordelaar-1')).location).toBe('/');
    for (const page of ['/kept', '/', '/account']) {
      expect((await person.get(page)).text).not.toContain('Alleen voor beoordelaar 3.');
    }
    await person.post(`/kept/${id}/discard`, {});
    await person.post('/account/sessions', { session: 'x', _kept: id });
    expect(kept('beoordelaar-3')).toHaveLength(1);
    // The form itself, in the window of before, is not that of who is signed in now.
    expect((await person.post(FORM, form('Weer dat formulier.'), token)).status).toBe(419);
    expect(kept('beoordelaar-3')).toHaveLength(1);
    expect(kept('beoordelaar-1')).toEqual([]);
    await person.post('/sign-out', {});
    expect((await person.signIn('beoordelaar-3')).location).toBe('/kept');
  });

  it('is not kept without the token of that session, for who only has its cookie', async () => {
    const person = await signedIn('inkoper');
    endSessionsOf('inkoper');
    const answer = await person.post('/tenders', { title: 'Nieuw' }, 'verzonnen');
    expect([answer.status, kept('inkoper')]).toEqual([419, []]);
    expect(answer.text).toContain('href="/sign-in"');
  });

  it('says so when it could not be kept', async () => {
    const person = await signedIn('inkoper');
    const token = await person.csrf('/');
    endSessionsOf('inkoper');
    const large = await person.post('/tenders', { title: 'x'.repeat(600_000) }, token);
    expect([large.status, kept('inkoper')]).toEqual([401, []]);
    expect(large.text).toMatch(/niet verwerkt en niet bewaard/);
  });

  it('never holds a password', async () => {
    const person = await signedIn('auditor');
    const token = await person.csrf('/account');
    endSessionsOf('auditor');
    const fields = {
      'password-present': 'gunwijzer-demo',
      password: 'een lang wachtwoord',
      'password-again': 'een lang wachtwoord',
    };
    await person.post('/account/password', fields, token);
    const stored = JSON.stringify(kept('auditor'));
    for (const secret of ['gunwijzer-demo', 'een lang wachtwoord']) expect(stored).not.toContain(secret);
  });
});

describe('a session that ended', () => {
  it('leads to signing in with a word on why, and back to the page that was asked for', async () => {
    const person = await signedIn('auditor');
    endSessionsOf('auditor');
    const asked = await person.get('/rehearsal');
    expect(asked.location).toBe('/sign-in?returnTo=%2Frehearsal');
    expect((await person.get(asked.location!)).text).toContain('Uw sessie is geëindigd');
  });

  it('is no longer one, whatever its cookie says', async () => {
    const person = await signedIn('auditor');
    await person.post('/sign-out', {});
    expect((await person.get('/')).location).toBe('/sign-in');
  });
});
