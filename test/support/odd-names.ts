import { type EvaluationInput, evaluationInput } from '../../src/domain/scoring/input.ts';
import { ODD_NAMES } from './language.ts';

/** Keys whose texts are names; other texts of people become {@link PROSE}. */
const NAME_KEYS = new Set(['name', 'title', 'document', 'section', 'unit', 'label', 'from']);
const PROSE_KEYS = new Set(['description', 'motivation', 'anchor', 'exampleNotice', 'reserved', 'reason', 'wish']);
/** A text of somebody who forgot the full stop. */
const PROSE = 'Zie het plan van Zorg B.V.';

/** The same input with other names everywhere, each odd, no two the same; what a winner is called stays a noun. What is then left of a text is ours. */
export function withOddNames(input: EvaluationInput): EvaluationInput {
  let names = 0;
  const name = (): string => {
    names += 1;
    return `${ODD_NAMES[names % ODD_NAMES.length]} ${String.fromCharCode(65 + (names % 26))}${names} B.V.`;
  };
  const isBilingual = (value: object): boolean => 'nl' in value && 'en' in value;
  const renamed = (value: unknown, key: string): unknown => {
    if (key === 'winnerName' || key === 'lotName') return value;
    if (Array.isArray(value)) return value.map((one) => renamed(one, key));
    if (typeof value === 'string') return NAME_KEYS.has(key) ? name() : PROSE_KEYS.has(key) ? PROSE : value;
    if (typeof value !== 'object' || value === null) return value;
    if (isBilingual(value)) {
      const text = NAME_KEYS.has(key) ? name() : PROSE;
      return { nl: text, en: text };
    }
    return Object.fromEntries(Object.entries(value).map(([own, one]) => [own, renamed(one, own)]));
  };
  return evaluationInput.parse(renamed(input, ''));
}
