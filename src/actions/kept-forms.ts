import { randomBytes } from 'node:crypto';
import type { Storage } from '../storage/database.ts';
import type { KeptForm } from '../storage/kept-form-store.ts';
import type { Clock } from './shelf.ts';

/** Bounds of what is kept: so much of one form, in characters; so many forms of an account; so long. */
export const KEPT = { characters: 512 * 1024, forms: 5, hours: 24 } as const;

export type KeptForms = ReturnType<typeof createKeptForms>;

/** What people sent when their session had ended: kept within bounds, and given back to the same account only. */
export function createKeptForms(storage: Storage, clock: Clock) {
  const since = (): string => new Date(clock().getTime() - KEPT.hours * 3_600_000).toISOString();
  return {
    /**
     * Keeps what was sent. Passwords are left out, and so is what the form carries for the server alone.
     * @param leftOut names of fields that are not kept
     * @returns whether it is kept: not when nothing is left of it, or when it is larger than may be
     */
    keep: (
      account: string,
      path: string,
      body: Readonly<Record<string, unknown>>,
      leftOut: readonly string[],
    ): boolean => {
      const fields = fieldsOf(body).filter(([name]) => !leftOut.includes(name) && !SECRET.test(name));
      const size = fields.reduce((sum, [name, value]) => sum + name.length + value.length, path.length);
      if (fields.every(([, value]) => value.trim() === '') || size > KEPT.characters) return false;
      const form = { id: randomBytes(12).toString('hex'), account, path, fields, keptAt: clock().toISOString() };
      storage.transaction(() => storage.keptForms.keep(form, since(), KEPT.forms));
      return true;
    },

    /** What is kept for this account, the newest first. */
    of: (account: string): KeptForm[] => storage.keptForms.of(account, since()),

    /** Forgets a form of this account; that of another stays. */
    discard: (account: string, id: string): void => storage.keptForms.remove(account, id),
  };
}

/** Every field that a password is typed in has this in its name. */
const SECRET = /password/i;

/** Fields in the order in which they were sent; one that was sent more than once has an entry for each. */
const fieldsOf = (body: Readonly<Record<string, unknown>>): [string, string][] =>
  Object.entries(body).flatMap(([name, value]) =>
    [value].flat().flatMap((one): [string, string][] => (typeof one === 'string' ? [[name, one]] : [])),
  );
