import { DomainError } from '../domain/errors.ts';
import type { Contested } from '../domain/guards/contested-scores.ts';
import type { Options } from './command.ts';

/** What is contested: of one bid, of several, or both. @throws DomainError `contested-invalid` */
export function contestedOf({ bid, criteria, contested }: Options): Contested[] {
  const one = bid === undefined ? [] : [{ bid, criteria: (criteria ?? '').split(',').filter((id) => id !== '') }];
  const several = contested === undefined ? [] : contested.split(',').map(readContested);
  return [...one, ...several];
}

/** "a=plan+team", or "a/noord=plan" for one lot. */
function readContested(text: string): Contested {
  const match = /^([^=/]+)(?:\/([^=/]+))?=([^=]+)$/.exec(text.trim());
  if (!match) throw new DomainError('contested-invalid', { contested: text });
  const [, bid, lot, criteria] = match;
  return { bid: bid!, ...(lot === undefined ? {} : { lot }), criteria: criteria!.split('+').filter((id) => id !== '') };
}
