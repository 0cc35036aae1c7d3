import type { BilingualText } from '../text.ts';
import type { Bid } from './bid.ts';
import { scoredCriteria, type WeightedCriterion, weightedCriteria } from './criteria-tree.ts';
import { biddable, type TenderRules } from './rules.ts';
import { scaleOf, stepOf } from './scale.ts';

/** Ids to names, for whoever shows an outcome to people. */
export interface Names {
  bidder(bid: string): string;
  lot(lot: string): string;
  criterion(criterion: string): BilingualText;
  /** The announced label of a score on a criterion: "Goed"; null where it has none. */
  score(criterion: string, score: string): BilingualText | null;
}

export function namesOf(rules: TenderRules, bids: Iterable<Bid>): Names {
  const bidders = new Map([...bids].map((bid) => [bid.id, bid.bidder.name]));
  const lots = new Map(biddable(rules).map((lot) => [lot.id, lot.name]));
  const criteria = new Map(weightedCriteria(rules).map(({ criterion }) => [criterion.id, criterion.name]));
  const scored = new Map(scoredCriteria(rules).map((node): [string, WeightedCriterion] => [node.criterion.id, node]));
  return {
    bidder: (bid) => bidders.get(bid) ?? bid,
    lot: (lot) => lots.get(lot) ?? lot,
    criterion: (criterion) => criteria.get(criterion) ?? { nl: criterion, en: criterion },
    score: (criterion, score) => {
      const node = scored.get(criterion);
      return (node && stepOf(scaleOf(rules, node), score)?.label) ?? null;
    },
  };
}
