import type { Locator, Page } from 'playwright-core';
import { nl } from '../../src/messages/nl.ts';

/** One criterion of a form with scores: the assessment form and the consensus form have the same fields. */
export interface ScoreFields {
  readonly name: string;
  readonly group: Locator;
  readonly motivation: Locator;
  /** The radio button of a score of the scale. */
  score(value: string): Locator;
  /** The score that is chosen now; null when none is. */
  chosen(): Promise<string | null>;
  fill(score: string, motivation: string): Promise<void>;
}

/** The criteria of the form on the page, in the order in which they stand there. */
export async function criteriaOn(page: Page): Promise<ScoreFields[]> {
  const groups = page.getByRole('main').locator('fieldset');
  const legends = await groups.locator('legend').allTextContents();
  return legends.map((name, index) => {
    const group = groups.nth(index);
    const motivation = group.getByLabel(new RegExp(`^${nl.assessment.motivation}`));
    const score = (value: string) => group.getByRole('radio', { name: new RegExp(`^${value}\\b`) });
    return {
      name,
      group,
      motivation,
      score,
      chosen: async () => {
        const checked = group.getByRole('radio', { checked: true });
        return (await checked.count()) === 0 ? null : await checked.inputValue();
      },
      fill: async (value, text) => {
        await score(value).check();
        await motivation.fill(text);
      },
    };
  });
}
