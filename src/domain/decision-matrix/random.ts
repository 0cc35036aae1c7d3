import { DomainError } from '../errors.ts';

/** The next 32 random bits, as a whole number from 0 up to and including 2^32 - 1. */
export type RandomWords = () => number;

const LARGEST_SEED = 2 ** 32 - 1;

/**
 * A seeded generator of 32-bit words: sfc32 by Chris Doty-Humphrey (PractRand, 2010), a chaotic generator with a counter, so that
 * every seed has a period of at least 2^32. It uses whole-number addition, shift and exclusive-or on 32 bits only:
 * the same seed gives the same words on any machine. Fit for simulation; never for secrets or for a draw between bidders.
 * @param seed a whole number from 0 to 4294967295
 * @throws DomainError `seed-out-of-range`
 */
export function randomWords(seed: number): RandomWords {
  requireSeed(seed);
  let a = seed | 0;
  let b = 0x9e3779b9 | 0;
  let c = 0x243f6a88 | 0;
  let counter = 1;
  const next = (): number => {
    const word = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    return word >>> 0;
  };
  for (let round = 0; round < 16; round++) next();
  return next;
}

/** @throws DomainError `seed-out-of-range` */
export function requireSeed(seed: number): void {
  if (!Number.isInteger(seed) || seed < 0 || seed > LARGEST_SEED) throw new DomainError('seed-out-of-range', { seed });
}
