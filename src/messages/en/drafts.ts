import type { drafts as nl } from '../nl/drafts.ts';

/** What was typed in a form and not sent yet. */
export const drafts: typeof nl = {
  restored: (moment) => `What you typed on ${moment} and did not send stands in the form again.`,
  discard: 'Throw it away and begin anew',
};
