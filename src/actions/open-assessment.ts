import { randomInt } from 'node:crypto';
import type { Tenders } from './tenders.ts';

/** Opens the assessment; where bidders are anonymous, chance deals out their letters. @throws DomainError what the procedure refuses */
export const openAssessment = (tenders: Tenders, dossier: string, chair: string): void =>
  tenders.execute(dossier, chair, { type: 'open-assessment', shuffle: shuffled });

/** Every order is as likely (Fisher and Yates). */
function shuffled<T>(items: readonly T[]): T[] {
  const all = [...items];
  for (let last = all.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [all[last], all[other]] = [all[other]!, all[last]!];
  }
  return all;
}
