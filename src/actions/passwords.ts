import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '../domain/errors.ts';

/** OWASP's recommendation for argon2id (the default algorithm of the library): 19 MiB of memory, two passes, one lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const MINIMUM_LENGTH = 12;

/** @returns what is stored of a password @throws DomainError `password-too-short` */
export async function hashPassword(password: string): Promise<string> {
  if ([...password].length < MINIMUM_LENGTH) throw new DomainError('password-too-short', { minimum: MINIMUM_LENGTH });
  return await hash(password, ARGON2);
}

/** @param passwordHash undefined when nobody has the name: that takes as long as a wrong password */
export const isPassword = async (passwordHash: string | undefined, password: string): Promise<boolean> =>
  await verify(passwordHash ?? (await decoyHash()), password);

let decoy: Promise<string> | undefined;
function decoyHash(): Promise<string> {
  decoy ??= hash(randomBytes(16).toString('hex'), ARGON2);
  return decoy;
}
