import { beforeEach, expect, it } from 'vitest';
import { createAccounts } from '../../src/actions/accounts.ts';
import { createSetUps, type SetUps, worksOn } from '../../src/actions/set-ups.ts';
import { INSTALLATION } from '../../src/domain/roles.ts';
import { emptyDraft } from '../../src/domain/set-up/begin.ts';
import { openStorage } from '../../src/storage/database.ts';

let time = new Date('2027-01-31T09:00:00.000Z');
let setUps: SetUps;
let id: string;
beforeEach(() => {
  const storage = openStorage(':memory:');
  const accounts = createAccounts(storage, () => time);
  for (const one of ['ilse', 'otto', 'anna'] as const) {
    accounts.add(INSTALLATION, { id: one, name: one, roles: [one === 'anna' ? 'assessor' : 'procurement-officer'] });
  }
  setUps = createSetUps(storage, () => time);
  id = setUps.begin('ilse', { from: 'empty' }, emptyDraft('Proef'));
});

const officer = (one: string) => ({ id: one, roles: ['procurement-officer'] as const, closed: false });

it('keeps every change with who made it and when, and nothing that was said is lost', () => {
  time = new Date('2027-01-31T10:00:00.000Z');
  const second = setUps.change(id, 'otto', ({ draft }) => ({ ...draft, service: 'other' }));
  const third = setUps.change(id, 'ilse', ({ draft: { service, ...draft } }) => draft);
  expect([second, third]).toEqual([2, 3]);
  expect(setUps.get(id).draft.service).toBeUndefined();
  expect(setUps.get(id, 2).draft.service).toBe('other');
  expect(setUps.get(id, 1).draft).toEqual(emptyDraft('Proef'));
  expect(setUps.history(id)).toMatchObject([
    { version: 3, by: 'ilse', parts: ['service'] },
    { version: 2, by: 'otto', at: '2027-01-31T10:00:00.000Z', parts: ['service'] },
    { version: 1, by: 'ilse' },
  ]);
});

it('makes no version of a change that changes nothing', () => {
  expect(setUps.change(id, 'ilse', ({ draft }) => ({ ...draft, title: { en: 'Proef', nl: 'Proef' } }))).toBe(1);
  expect(setUps.history(id)).toHaveLength(1);
});

it('is of who began it and of officers who were let in, and of nobody else', () => {
  expect(worksOn(setUps.get(id), officer('otto'))).toBe(false);
  setUps.share(id, officer('otto'));
  setUps.share(id, officer('otto'));
  expect(worksOn(setUps.get(id), officer('otto'))).toBe(true);
  expect(setUps.of('otto').map((one) => one.id)).toEqual([id]);
  expect(setUps.of('anna')).toEqual([]);
  for (const refused of [
    undefined,
    { ...officer('otto'), closed: true },
    { ...officer('anna'), roles: ['assessor'] as const },
  ]) {
    expect(() => setUps.share(id, refused)).toThrow('not-an-officer-account');
  }
});

it('is published once, as it was agreed to, and changes no more', () => {
  expect(() => setUps.publish(id, 7, () => 'tender-1')).toThrow('stale');
  const failing = (): string => {
    throw new Error('refused');
  };
  expect(() => setUps.publish(id, 1, failing)).toThrow('refused');
  expect(setUps.get(id).publishedAs).toBeNull();
  expect(setUps.publish(id, 1, () => 'tender-1')).toBe('tender-1');
  expect(setUps.get(id).publishedAs).toBe('tender-1');
  expect(setUps.of('ilse')).toEqual([]);
  expect(() => setUps.publish(id, 1, () => 'tender-2')).toThrow('already-published');
  expect(() => setUps.change(id, 'ilse', ({ draft }) => ({ ...draft, service: 'other' }))).toThrow('already-published');
  expect(() => setUps.remove(id)).toThrow('already-published');
});

it('is gone once it was thrown away', () => {
  setUps.remove(id);
  expect(setUps.of('ilse')).toEqual([]);
  expect(() => setUps.get(id)).toThrow('unknown-dossier');
  expect(() => setUps.get('nergens')).toThrow('unknown-dossier');
});
