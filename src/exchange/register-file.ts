import { DomainError } from '../domain/errors.ts';

/**
 * The register as a file: what it is, then one entry a line, in order. An earlier file is the beginning of every later one, so that a file a
 * day, kept elsewhere, is a witness.
 */
const FORMAT = 'gunwijzer-register/1';
const ENTRY = /^[0-9a-f]{64}$/;

export const writeRegister = (entries: readonly string[]): string => `${[FORMAT, ...entries].join('\n')}\n`;

/** @returns the entries @throws DomainError `not-a-register` */
export function readRegister(bytes: Uint8Array): readonly string[] {
  const [format, ...lines] = Buffer.from(bytes).toString('latin1').split('\n');
  const end = lines.pop();
  if (format !== FORMAT || end !== '' || !lines.every((line) => ENTRY.test(line)))
    throw new DomainError('not-a-register');
  return lines;
}
