import { isChair, type Viewer } from '../../domain/tender/access.ts';
import { standingOutcome } from '../../domain/tender/standing-award.ts';
import type { TenderState } from '../../domain/tender/state.ts';
import { type AwardInWords, awardInWords, type LotInWords, type RankInWords } from '../../explanation/award.ts';
import { forRules, type Messages } from '../../messages/messages.ts';
import { type FormBody, typed } from '../forms/text.ts';
import { type BarChart, barChart } from './charts.ts';

export interface AwardModel {
  readonly text: Messages['award'];
  readonly labels: Messages['common'];
  readonly award: AwardInWords;
  readonly totalText: string;
  readonly reportHref: string | null;
  readonly reportLabel: string;
  readonly lots: readonly {
    readonly id: string;
    readonly title: string;
    readonly caption: string;
    readonly chart: BarChart;
    readonly words: Omit<LotInWords, 'ranking'> & {
      readonly ranking: readonly (RankInWords & { readonly calculationTitle: string })[];
    };
  }[];
  readonly guardsHref: string;
  readonly guardsLabel: string;
  readonly showsPrice: boolean;
  readonly showsPricePoints: boolean;
  /** The draw that was held, in words. */
  readonly draw: string | null;
  /** For the chair while a draw is needed: one choice per place in the order drawn. */
  readonly drawForm: null | {
    readonly action: string;
    readonly places: readonly { readonly name: string; readonly label: string; readonly value: string }[];
    readonly method: string;
    readonly bidders: readonly { readonly value: string; readonly label: string }[];
  };
  readonly drawText: Messages['draw'];
  readonly computed: string;
}

/** Ranking per lot and the award, of a tender whose award was computed. */
export function awardModel(given: Messages, viewer: Viewer, state: Readonly<TenderState>, form: FormBody): AwardModel {
  const m = forRules(given, state.rules);
  const { at, engine } = state.award!;
  const outcome = standingOutcome(state);
  const award = awardInWords(m, state.rules, state.bids.values(), outcome);
  return {
    text: m.award,
    labels: m.common,
    award,
    totalText: award.total === null ? '' : m.award.totalScore(award.total),
    reportHref: `/tenders/${state.dossier}/report.pdf`,
    reportLabel: m.home.tasks.reportAction,
    lots: [...award.lots, ...award.combinations].map((lot) => ({
      id: lot.lot,
      title: m.award.ranking(lot.name),
      caption: m.award.rankingCaption(lot.name),
      chart: barChart(
        {
          id: `chart-${lot.lot}`,
          title: m.award.ranking(lot.name),
          description: m.award.chart(
            lot.name,
            lot.ranking.map((one) => [one.bidder, one.total]),
          ),
          full: lot.full,
        },
        lot.ranking.map((one) => ({
          label: one.wins ? m.award.asWinner(one.bidder) : one.bidder,
          value: one.length,
          text: one.total,
          highlighted: one.wins,
        })),
      ),
      words: {
        ...lot,
        ranking: lot.ranking.map((one) => ({ ...one, calculationTitle: m.award.calculation(one.bidder) })),
      },
    })),
    guardsHref: `/tenders/${state.dossier}/award/guards`,
    guardsLabel: m.rehearsal.guardsHref,
    showsPrice: award.lots.some((lot) => lot.ranking.some((one) => one.price !== null)),
    showsPricePoints: award.lots.some((lot) => lot.ranking.some((one) => one.pricePoints !== null)),
    draw: state.draw ? drawInWords(m, state) : null,
    drawForm:
      outcome.award.status === 'draw-needed' && isChair(state, viewer) && !state.draw
        ? {
            action: `/tenders/${state.dossier}/draw`,
            places: outcome.award.drawBetween.map((_, index) => ({
              name: `place-${index + 1}`,
              label: m.draw.place(index + 1),
              value: typed(form, `place-${index + 1}`),
            })),
            method: typed(form, 'method'),
            bidders: outcome.award.drawBetween.map((bid) => ({ value: bid, label: state.bids.get(bid)!.bidder.name })),
          }
        : null,
    drawText: m.draw,
    computed: m.award.computed(m.format.moment(at), engine),
  };
}

const drawInWords = (m: Messages, state: Readonly<TenderState>): string =>
  m.draw.held(
    m.format.moment(state.draw!.at),
    state.draw!.order.map((bid) => state.bids.get(bid)!.bidder.name),
    state.draw!.method,
  );
