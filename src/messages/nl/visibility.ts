import type { Seer } from '../../domain/tender/visibility.ts';
import { quote } from '../sentence.ts';
import { format } from './words.ts';

/** Wie wat vanaf wanneer ziet. */
export const visibility = {
  seers: {
    chair: 'de voorzitter',
    assessor: 'de andere beoordelaars',
    committee: 'de commissieleden',
    auditor: 'de auditor',
  } satisfies Readonly<Record<Seer, string>>,
  always: (who: readonly string[]) => `${format.list(who)} altijd`,
  never: (who: readonly string[]) => `${format.list(who)} niet`,
  from: (who: readonly string[], phase: string) => `${format.list(who)} vanaf de fase ${quote(phase)}`,
  yourScores: (whoWhen: readonly string[]) => `Wie uw scores kan zien: ${whoWhen.join('; ')}.`,
};
