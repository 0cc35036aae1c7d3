import type { BilingualText } from '../text.ts';
import type { Bid } from './bid.ts';
import { weightedCriteria } from './criteria-tree.ts';
import { biddable, type TenderRules } from './rules.ts';

/** Ids to names, for whoever shows an outcome to people. */
export interface Names {
  bidder(bid: string): string;
  lot(lot: string): string;
  criterion(criterion: string): BilingualText;
  /** The announced label of a score: "Goed". */
  score(score: string): BilingualText;
}

export function namesOf(rules: TenderRules, bids: Iterable<Bid>): Names {
  const bidders = new Map([...bids].map((bid) => [bid.id, bid.bidder.name]));
  const lots = new Map(biddable(rules).map((lot) => [lot.id, lot.name]));
  const criteria = new Map(weightedCriteria(rules).map(({ criterion }) => [criterion.id, criterion.name]));
  const scores = new Map(rules.scale.map((step) => [step.value, step.label]));
  return {
    bidder: (bid) => bidders.get(bid) ?? bid,
    lot: (lot) => lots.get(lot) ?? lot,
    criterion: (criterion) => criteria.get(criterion) ?? { nl: criterion, en: criterion },
    score: (score) => scores.get(score) ?? { nl: score, en: score },
  };
}
