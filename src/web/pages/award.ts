import type { TenderState } from '../../domain/tender/state.ts';
import { type AwardInWords, awardInWords, type LotInWords, type RankInWords } from '../../explanation/award.ts';
import type { Messages } from '../../messages/messages.ts';
import { type BarChart, barChart } from './charts.ts';

export interface AwardModel {
  readonly text: Messages['award'];
  readonly labels: Messages['common'];
  readonly award: AwardInWords;
  readonly totalText: string;
  readonly zero: string;
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
  readonly computed: string;
}

/** Ranking per lot and the award, of a tender whose award was computed. */
export function awardModel(m: Messages, state: Readonly<TenderState>): AwardModel {
  const { outcome, at, engine } = state.award!;
  const award = awardInWords(m, state.rules, state.bids.values(), outcome);
  return {
    text: m.award,
    labels: m.common,
    award,
    totalText: award.total === null ? '' : m.award.totalScore(award.total),
    zero: m.format.number('0', state.rules.rounding.decimals),
    reportHref: `/tenders/${state.dossier}/report.pdf`,
    reportLabel: m.home.tasks.reportAction,
    lots: award.lots.map((lot) => ({
      id: lot.lot,
      title: m.award.ranking(lot.name),
      caption: m.award.rankingCaption(lot.name),
      chart: barChart(
        {
          id: `chart-${lot.lot}`,
          title: m.award.ranking(lot.name),
          description: m.award.chart(lot.name, lot.ranking.map((one) => `${one.bidder} ${one.total}`).join(', ')),
          full: 100,
        },
        lot.ranking.map((one) => ({
          label: one.wins ? `${one.bidder} – ${m.award.winner.toLowerCase()}` : one.bidder,
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
    computed: m.award.computed(m.format.moment(at), engine),
  };
}
