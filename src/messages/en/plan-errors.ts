import type { ErrorText } from '../error-text.ts';
import { quote } from '../sentence.ts';

const name = (value: unknown): string => quote(String(value));

/** What is wrong with a purchase plan. */
export const planErrors = {
  'plan-not-opened': () => 'This purchase plan has not been begun yet. Begin a new plan.',
  'plan-already-opened': () => 'This purchase plan has been begun already. Go on at the page of the plan.',
  'plan-in-other-state': (d) =>
    d.phase === 'closed'
      ? 'This purchase plan is closed. Reopen it first.'
      : 'This purchase plan is not closed. You can go on with it.',
  'not-the-planner': () => 'Only who leads this plan can do this. Ask that procurement officer.',
  'officer-already': () => 'This procurement officer leads this already. Choose somebody else.',
  'unknown-pillar': () => 'This pillar is not in the functional model of this plan. Choose a pillar from the list.',
  'pillar-reason-needed': () => 'Choose a pillar, or say why no pillar fits.',
  'ends-before-start': (d) => `${name(d.name)} ends before it starts. Correct one of the two dates.`,
  'not-in-plan': () => 'This is no longer in the plan like this. Load the page again.',
  'plan-is-empty': () => 'There is nothing in this plan yet. First add a service, a phase or a moment.',
  'already-adopted': () => 'This plan was adopted already, and has not changed since.',
} satisfies Readonly<Record<string, ErrorText>>;
