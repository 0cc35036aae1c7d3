import { z } from 'zod';
import { DomainError } from '../errors.ts';
import { oneLine, plainText } from '../text.ts';

/** The trade register of the Netherlands, kept by the Chamber of Commerce (Kamer van Koophandel, KvK). */
export const KVK = 'kvk';

/** Where an organisation is registered, and under which number: {@link KVK}, or another register by its own name. */
export const registration = z.strictObject({ register: oneLine(100), number: oneLine(100) });
export type Registration = z.infer<typeof registration>;

/**
 * Reads a registration as people write it. A KvK number has eight digits, the first of which may be zero; spaces and dots in it are
 * formatting. What another register gave stays as it is.
 * @throws DomainError `kvk-number` with the number as it was written, and how many digits it has (null when there is more in it than digits)
 */
export function enterRegistration(written: Registration): Registration {
  const register = isKvk(written.register) ? KVK : written.register;
  if (register !== KVK) return { register, number: written.number };
  // A tab or a line break stands between two numbers, and is no formatting of one.
  const parts = written.number.split(/[\t\n\r\v\f]/).filter((part) => part.trim() !== '');
  const number = plainText(parts.length === 1 ? parts[0]! : '')
    .replace(CALLED, '')
    .replace(/[ .]/g, '');
  if (/^\d{8}$/.test(number)) return { register, number };
  throw new DomainError('kvk-number', {
    number: plainText(written.number).trim(),
    digits: /^\d+$/.test(number) ? number.length : null,
  });
}

/** The registration as something to compare: the same register and the same number, however it was written. */
export const registrationKey = ({ register, number }: Registration): string =>
  `${comparable(isKvk(register) ? KVK : register)} ${comparable(number)}`;

const comparable = (text: string): string =>
  plainText(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s./-]/g, '');

const isKvk = (register: string): boolean => /^(k\.?v\.?k\.?|kamer van koophandel)$/i.test(plainText(register).trim());

/** "KvK-nummer: 12345678". */
const CALLED = /^\s*k\.?v\.?k\.?[ -]?(nr\.?|nummer|number)?\s*:?/i;
