import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import {
  composedPassword,
  PASSWORD_LENGTH,
  type PasswordSubject,
  passwordFaults,
} from '../domain/accounts/password-rules.ts';
import { DomainError } from '../domain/errors.ts';
import { createFairQueue } from '../threads/fair-queue.ts';

/** OWASP's recommendation for argon2id (the default algorithm of the library): 19 MiB of memory, two passes, one lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Everybody may know it: it opens fictional dossiers only, and the server says so on screen. */
export const DEMO_PASSWORD = 'gunwijzer-demo';

/** Two threads, in turns per address: who tries many passwords does not keep others from signing in. */
const hashing = createFairQueue({ atOnce: 2, waitingPerOwner: 20 });

/** @param address for whom it is done @returns what is stored of a password @throws DomainError `password-too-long`, `too-busy` */
export async function hashPassword(typed: string, address: string): Promise<string> {
  const password = composedPassword(typed);
  if (password === null) throw new DomainError('password-too-long', { maximum: PASSWORD_LENGTH.longest });
  return await hashing.run(address, () => hash(password, ARGON2));
}

/**
 * Whether this is the password; one that is longer than any may be is not.
 * @param passwordHash undefined when nobody has the name, or no password: that takes as long as a wrong one
 * @throws DomainError `too-busy`
 */
export async function isPassword(passwordHash: string | undefined, typed: string, address: string): Promise<boolean> {
  const password = composedPassword(typed);
  if (password === null) return false;
  return await hashing.run(address, async () => {
    const stored = passwordHash ?? (await decoyHash());
    if (await verify(stored, password)) return true;
    // Passwords of before were stored as they were typed.
    return typed !== password && (await verify(stored, typed));
  });
}

/**
 * Checks a password that somebody wants to set.
 * @throws DomainError with everything that is wrong: `password-too-short`, `password-too-long`, `password-often-used`,
 * `password-is-name`, `password-is-demo`
 */
export async function checkNewPassword(typed: string, subject: PasswordSubject): Promise<void> {
  const often = await oftenUsed();
  const faults = passwordFaults(typed, subject, DEMO_PASSWORD, (text) => often.has(text));
  const [first] = faults;
  if (first) throw new DomainError(first.code, first.details, faults);
}

let list: Promise<ReadonlySet<string>> | undefined;
/** The most used passwords, in lower case; loaded when the first password is set. */
function oftenUsed(): Promise<ReadonlySet<string>> {
  list ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']));
  return list;
}

let decoy: Promise<string> | undefined;
function decoyHash(): Promise<string> {
  decoy ??= hash(randomBytes(16).toString('hex'), ARGON2);
  return decoy;
}
