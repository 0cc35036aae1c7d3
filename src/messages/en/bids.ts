import type { bids as nl } from '../nl/bids.ts';
import { capital, type Nouns } from '../noun.ts';
import { quote, sentence } from '../sentence.ts';
import { count, quoted } from './words.ts';

/** Bids, and the form to register one. */
export const bids = ({ lot: lotNoun }: Nouns): ReturnType<typeof nl> => ({
  captionPlain: `Bid per ${lotNoun.one}`,
  inGroup: (group) => `Group of affiliated organisations: ${quote(group)}`,
  wantsAtMost: (n) => `Wants at most ${count(n, lotNoun.one, lotNoun.more)}`,
  prefers: (lots) => `Preference, in this order: ${quoted(lots)}`,
  withNumber: (name, number) => `${name} (${number})`,
  title: 'Bids',
  lead: `Each bid with the ${lotNoun.more} it covers.`,
  none: 'There are no bids yet.',
  registered: 'registered',
  meetsPath: 'meets the growth path',
  setAside: 'set aside',
  invalid: 'invalid, set aside',
  caption: `Growth path by ${lotNoun.one}, in per cent`,
  captionOf: (bidder, caption) => `${bidder}: ${caption.toLowerCase()}`,
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
    preferenceWrong: (n) => `Give every chosen ${lotNoun.one} a number of its own from 1 to ${n}.`,
    meets: (condition) =>
      sentence(`Reserved ${lotNoun.one}. By bidding, the bidder declares that it meets the condition: ${condition}`),
    title: 'Register bid',
    lead: 'Copy what the bidder has submitted. Once registered, it can no longer be changed.',
    name: 'Name of the bidder',
    form: 'Type of bidder',
    single: 'Single organisation',
    consortium: 'Consortium',
    members: 'Member organisations',
    membersHint:
      'Enter the name and the number of each organisation. Rows without a name and a number do not count. If there is only one organisation, its name may stay empty here; it is then the name of the bidder.',
    member: (n) => `Organisation ${n}`,
    memberName: 'Name',
    register: 'Register',
    registers: { kvk: 'KvK', other: 'Another register', none: 'No number' },
    number: 'Number',
    registerName: 'Name of the other register',
    moreMembers: 'One more organisation',
    lots: capital(lotNoun.more),
    lotsHint: `Tick the ${lotNoun.more}.`,
    lotsWithGrowthPath: `${capital(lotNoun.more)} and growth path`,
    lotsWithGrowthPathHint: `Tick the ${lotNoun.more} and enter the committed percentages.`,
    forLot: (lot: string) => `Bids for ${lot}`,
    submit: 'Register bid',
    nameRequired: 'Enter the name of the bidder.',
    memberNameRequired: (n) => `Enter the name of organisation ${n}.`,
    numberRequired: (n) => `Enter the number of organisation ${n}, or choose “No number”.`,
    registerRequired: (n) => `Choose the register that the number of organisation ${n} is in.`,
    registerNameRequired: (n) => `Enter what the other register of organisation ${n} is called.`,
    memberField: (n, field) => `Organisation ${n}: ${field}`,
    tooManyMembers: (most) =>
      `A consortium has at most ${count(most, 'member organisation', 'member organisations')}. Name fewer.`,
    membersRequired: 'Enter at least one organisation.',
    lotsRequired: `Choose at least one ${lotNoun.one}.`,
    percentage: (label: string) => `For ${quote(label)}, enter a percentage from 0 to 100, for example 15 or 22.5.`,
    formRequired: 'Choose the type of bidder.',
  },
});
