import type { TenderRules } from '../rules/rules.ts';
import type { Draft } from './draft.ts';

/** What a tender begins with that nobody has set up before: what can be chosen later is not chosen for anybody. */
export const emptyDraft = (title: string): Draft => ({
  kind: 'tender-rules',
  id: 'tender',
  version: 1,
  title: { nl: title, en: title },
  sources: [],
  service: 'wmo',
  lots: [],
  criteria: [],
  rounding: { decimals: 2, rankOn: 'exact' },
  price: { method: 'fixed-lump-sum' },
  award: {
    mechanism: 'highest-total',
    winners: { minimum: 1, maximum: 1 },
    maximumLotsPerBidder: 1,
    tieBreak: [],
    sources: [],
  },
  course: {},
});

/** A tender that begins with rules of before, under a title of its own. */
export const draftFrom = (rules: TenderRules, title: string): Draft => {
  const draft = JSON.parse(JSON.stringify(rules)) as Draft;
  return rules.title.nl === title ? draft : { ...draft, title: { nl: title, en: title } };
};
