import { describe, expect, it } from 'vitest';
import { whoDecides } from '../../../src/domain/contract/access-table.ts';
import { GON } from '../../support/contract-dossier.ts';

type Answers = Readonly<Record<string, string>>;

const rules = GON.access!;
const every = rules.questions.reduce<readonly Answers[]>(
  (cases, { id, answers }) => cases.flatMap((one) => answers.map((answer) => ({ ...one, [id]: answer.id }))),
  [{}],
);

describe('who decides on support', () => {
  it('is said in every case, by the first row that fits', () => {
    for (const answers of every) {
      const row = whoDecides(rules, answers);
      const fits = rules.rows.find(({ when }) =>
        Object.entries(when).every(([question, allowed]) => allowed.includes(answers[question]!)),
      );
      expect(row).toBe(fits);
      expect(row.decides.length).toBeGreaterThan(0);
    }
  });

  it('is said by every row in some case', () => {
    const used = new Set(every.map((answers) => whoDecides(rules, answers).id));
    expect(rules.rows.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('is not said without an answer to every question, or with one that is not offered', () => {
    const [first] = rules.questions;
    expect(() => whoDecides(rules, { ...every[0], [first!.id]: 'perhaps' })).toThrow('answer-missing');
  });
});
