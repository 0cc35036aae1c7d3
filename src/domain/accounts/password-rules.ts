import type { Fault } from '../errors.ts';

/** In characters (code points), after composing (Unicode NFC). */
export const PASSWORD_LENGTH = { shortest: 12, longest: 128 } as const;

export interface PasswordSubject {
  readonly id: string;
  readonly name: string;
}

/**
 * The password as it is set and checked: one form for what looks the same, whatever keyboard typed it. Null when it is longer than any
 * password may be.
 */
export function composedPassword(typed: string): string | null {
  // Composing makes a text longer or shorter by a small factor; what is far too long is not composed at all.
  if (typed.length > PASSWORD_LENGTH.longest * 8) return null;
  const password = typed.normalize('NFC');
  return [...password].length > PASSWORD_LENGTH.longest ? null : password;
}

/**
 * Everything that is wrong with a password that somebody wants to set.
 * @param subject whose password it is to be
 * @param forbidden a password that everybody knows: that of the demo
 * @param oftenUsed whether a text in lower case is on the list of most used passwords
 */
export function passwordFaults(
  typed: string,
  { id, name }: PasswordSubject,
  forbidden: string,
  oftenUsed: (text: string) => boolean,
): Fault[] {
  const password = composedPassword(typed);
  if (password === null) return [fault('password-too-long', { maximum: PASSWORD_LENGTH.longest })];
  const plain = password.toLowerCase();
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const letters = lettersOf(plain);
  const names = [id, name, ...name.split(/\s+/)].map(lettersOf);
  return [
    ...([...password].length < PASSWORD_LENGTH.shortest
      ? [fault('password-too-short', { minimum: PASSWORD_LENGTH.shortest })]
      : []),
    ...(oftenUsed(plain) || oftenUsed(core) || new Set(plain).size <= 2 ? [fault('password-often-used')] : []),
    ...(letters !== '' && names.includes(letters) ? [fault('password-is-name')] : []),
    ...(letters === lettersOf(forbidden) ? [fault('password-is-demo')] : []),
  ];
}

/** What a text is without digits, signs, spaces and capitals: adding those to a name makes no other password. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');

const fault = (code: Fault['code'], details: Fault['details'] = {}): Fault => ({
  path: [],
  code,
  details,
  mends: null,
});
