import type { bids as nl } from '../nl/bids.ts';
import { count } from './words.ts';

/** Bids, and the form to register one. */
export const bids: typeof nl = {
  captionPlain: 'Bid per area',
  inGroup: (group) => `Group of affiliated organisations: ${group}`,
  wantsAtMost: (n) => `Wants at most ${count(n, 'area', 'areas')}`,
  prefers: (lots) => `Preference, in this order: ${lots}`,
  title: 'Bids',
  lead: 'Each bid with the areas it covers.',
  none: 'There are no bids yet.',
  registered: 'registered',
  meetsPath: 'meets the growth path',
  setAside: 'set aside',
  invalid: 'invalid for this area',
  caption: 'Growth path by bidder and area, in per cent',
  initiatives: 'Initiative',
  endOf: (year: string) => `End of ${year}`,
  shortfall: (by: string | null, committed: string, minimum: string) =>
    by === null
      ? `The share through a community initiative is ${committed}%; the minimum is ${minimum}%.`
      : `The commitment by ${by} is ${committed}%; the minimum is ${minimum}%.`,
  form: {
    group: 'Group of affiliated organisations (may stay empty)',
    groupHint: 'A short name in lower case, the same for all bids of the group. They count as one bidder.',
    groupWrong: 'Use only lower-case letters, digits and hyphens for the group.',
    preference: 'Preference (1 is most wanted)',
    preferenceWrong: (n) => `Give every chosen area a place of its own from 1 to ${n}.`,
    meets: (condition) => `Reserved area. By bidding, the bidder declares that it meets the condition: ${condition}`,
    title: 'Register bid',
    lead: 'Copy what the bidder has submitted. Once registered, it can no longer be changed.',
    name: 'Name of the bidder',
    form: 'Type of bidder',
    single: 'Single organisation',
    consortium: 'Consortium',
    members: 'Member organisations',
    membersHint: 'One per line: registration number, space, name. For example: 12345678 Example Foundation',
    lots: 'Areas and growth path',
    lotsHint: 'Tick the areas and enter the committed percentages.',
    forLot: (lot: string) => `Bids for ${lot}`,
    submit: 'Register bid',
    nameRequired: 'Enter the name of the bidder.',
    memberLine: (line: string) =>
      `This line cannot be read: “${line}”. Write the registration number first (letters, digits, hyphens), then a space and the name.`,
    tooManyMembers: (most) => `A consortium has at most ${most} member organisations.`,
    membersRequired: 'Enter at least one organisation.',
    lotsRequired: 'Choose at least one area.',
    percentage: (label: string) => `For ${label}, enter a percentage from 0 to 100, for example 15 or 22.5.`,
    formRequired: 'Choose the type of bidder.',
  },
};
