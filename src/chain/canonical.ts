import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * The one text of a JSON value (RFC 8785, JSON Canonicalization Scheme): equal values give equal bytes.
 * @throws TypeError for what JSON cannot hold
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

/**
 * Whether a text is the canonical one of the value that was read from it. Where all keys stand in order already, and no character is
 * written as a number, the plain text of a value is the canonical one; that is quicker to ask than to write it anew.
 * @throws TypeError for what JSON cannot hold, RangeError where it is nested too deeply
 */
export function isCanonicalText(text: string, value: unknown): boolean {
  if (!text.includes('\\u') && hasSortedKeys(value)) return JSON.stringify(value) === text;
  return canonicalJson(value) === text;
}

function hasSortedKeys(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(hasSortedKeys);
  let before = '';
  for (const key of Object.keys(value)) {
    if (key < before || !hasSortedKeys((value as Record<string, unknown>)[key])) return false;
    before = key;
  }
  return true;
}

/** sha256 as 64 lower-case hexadecimal digits. */
export const sha256 = (content: string | Uint8Array): string => hash('sha256', content);

/** Stands for bytes in pieces: the sha256 of the sha256 of each, a piece that is the very same object hashed once. Nobody changes them. */
export function hashOfPieces(pieces: readonly Uint8Array[]): string {
  return sha256(pieces.map(hashOfPiece).join());
}

const hashed = new WeakMap<Uint8Array, string>();

function hashOfPiece(piece: Uint8Array): string {
  const known = hashed.get(piece) ?? sha256(piece);
  hashed.set(piece, known);
  return known;
}
