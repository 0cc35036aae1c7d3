import type { RankedBid } from '../../domain/evaluation/evaluate.ts';
import type { StoredOutcome } from '../../domain/evaluation/stored-outcome.ts';
import { type Names, namesOf } from '../../domain/rules/names.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { forRules, inLanguage, type Messages } from '../../messages/messages.ts';
import { capital } from '../../messages/noun.ts';
import { quote } from '../../messages/sentence.ts';
import { toTheLastDigit } from '../award.ts';
import type { Figure } from '../compared.ts';
import { euros } from '../method.ts';

type Readable = Exclude<StoredOutcome, { engine: 'unreadable' }>;

/** Every figure of an award: who gets what and what it comes to, and per lot ranks, totals, amounts and points per criterion. */
export function tenderFigures(
  given: Messages,
  { rules, bids }: Pick<TenderState, 'rules' | 'bids'>,
  { outcome }: Readable,
): Figure[] {
  const m = forRules(given, rules);
  const t = m.reRun.compare;
  const names = namesOf(rules, bids.values());
  const { award } = outcome;
  const whole = (what: string, value: string): Figure => ({ part: t.wholeAward, what, value });
  return [
    whole(t.status, m.award.statusShort[award.status]),
    whole(m.reRun.sum, award.total === null ? '–' : toTheLastDigit(m, award.total)),
    ...award.lots.map(({ lot, winner, open }) =>
      whole(
        m.reRun.winner(capital(m.award.winner), names.lot(lot)),
        winner !== null ? quote(names.bidder(winner)) : open === null ? t.absent : m.award.open[open],
      ),
    ),
    ...outcome.lots.flatMap(({ lot, ranking, setAside }) => [
      ...ranking.flatMap((one) => ofBid(m, names, names.lot(lot), one)),
      ...setAside.map(({ bid }) => ({
        part: names.lot(lot),
        what: t.setAside(names.bidder(bid)),
        value: m.common.yes,
      })),
    ]),
  ];
}

/** What the first engine told of a bid, and what later ones tell besides. */
type AnyRanked = Pick<RankedBid, 'bid' | 'rank' | 'exactTotal' | 'lines'> &
  Partial<Pick<RankedBid, 'quality' | 'price'>>;

function ofBid(m: Messages, names: Names, part: string, { bid, rank, exactTotal, lines, ...of }: AnyRanked): Figure[] {
  const t = m.reRun.compare;
  const bidder = names.bidder(bid);
  const figure = (what: string, value: string): Figure => ({ part, what, value });
  return [
    figure(t.rankOf(bidder), String(rank)),
    figure(t.totalOf(bidder), toTheLastDigit(m, exactTotal)),
    ...(of.quality === undefined ? [] : [figure(t.quality(bidder), toTheLastDigit(m, of.quality))]),
    ...(of.price ? [figure(t.amount(bidder), euros(m, of.price.compared))] : []),
    ...(of.price?.points ? [figure(t.pricePoints(bidder), toTheLastDigit(m, of.price.points))] : []),
    ...lines.flatMap(({ criterion, score, points }) => {
      const name = inLanguage(names.criterion(criterion), m);
      return [
        ...(score === null ? [] : [figure(t.criterionScore(bidder, name), m.format.decimal(score))]),
        figure(t.criterionPoints(bidder, name), toTheLastDigit(m, points)),
      ];
    }),
  ];
}
