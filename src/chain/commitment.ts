import { hash, randomBytes } from 'node:crypto';

/** A salt of 32 bytes, as 64 hexadecimal digits. */
export type Salt = string;
export const newSalt = (): Salt => randomBytes(SALT_BYTES).toString('hex');
const SALT_BYTES = 32;
const SALT_DIGITS = 2 * SALT_BYTES;

/** HMAC works on blocks of 64 bytes (RFC 2104); a salt is shorter, and is filled up with zeros. */
const BLOCK = 64;
const HASH_BYTES = 32;
const INNER = 0x36;
const OUTER = 0x5c;

const outer = Buffer.alloc(BLOCK + HASH_BYTES, OUTER);
let inner = Buffer.alloc(BLOCK + 16 * 1024, INNER);
/** The value of each hexadecimal digit by its code; 16 for what is none. Capitals are none: there is one way to write a salt. */
const DIGITS = Uint8Array.from({ length: 256 }, (_, code) => {
  const value = '0123456789abcdef'.indexOf(String.fromCharCode(code));
  return value === -1 ? 16 : value;
});

/**
 * The digest that commits to a text: HMAC-SHA-256 with the salt as its key, as 64 hexadecimal digits. Who has no salt learns nothing of the
 * text, however few texts there are to try. Calculated as its definition says, from two hashes: node's own `createHmac` gives the same (a
 * test holds them against each other), and takes twice as long for texts as short as these.
 */
export const commitment = (text: string, salt: Salt): string => {
  const bytes = Buffer.from(salt + text, 'utf8');
  const digest = commitmentIn(bytes, 0, SALT_DIGITS, bytes.length);
  if (digest === undefined) throw new TypeError('not a salt');
  return digest;
};

/**
 * The same of a text and a salt where they stand in bytes.
 * @param saltAt where the salt begins @param from where the text begins @param to where it ends
 * @returns undefined where no salt stands there
 */
export function commitmentIn(bytes: Buffer, saltAt: number, from: number, to: number): string | undefined {
  for (let place = 0; place < SALT_BYTES; place++) {
    const high = DIGITS[bytes[saltAt + 2 * place] ?? 0]!;
    const low = DIGITS[bytes[saltAt + 2 * place + 1] ?? 0]!;
    if ((high | low) > 15) return undefined;
    const byte = (high << 4) | low;
    inner[place] = byte ^ INNER;
    outer[place] = byte ^ OUTER;
  }
  const length = BLOCK + to - from;
  if (inner.length < length) inner = Buffer.concat([inner.subarray(0, BLOCK), Buffer.alloc(to - from)]);
  bytes.copy(inner, BLOCK, from, to);
  outer.write(hash('sha256', inner.subarray(0, length), 'latin1' as 'binary'), BLOCK, 'latin1');
  return hash('sha256', outer, 'hex');
}
