import { isChair, type Viewer } from '../../domain/tender/access.ts';
import { standingOutcome } from '../../domain/tender/standing-award.ts';
import type { TenderState } from '../../domain/tender/state.ts';
import { type AwardInWords, awardInWords, type LotInWords, type RankInWords } from '../../explanation/award.ts';
import { forRules, type Messages } from '../../messages/messages.ts';
import { placeName } from '../forms/draw-form.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { type BarChart, barChart } from './charts.ts';
import { type SelectField, selectField, type TextField, textField } from './fields.ts';

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
    readonly places: readonly SelectField[];
    readonly method: TextField;
  };
  readonly drawText: Messages['draw'];
  readonly computed: string;
}

/** Ranking per lot and the award, of a tender whose award was computed. @param form what was typed of a draw */
export function awardModel(
  given: Messages,
  viewer: Viewer,
  state: Readonly<TenderState>,
  form: FormBody,
  problems: readonly FieldProblem[],
): AwardModel {
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
        ? drawForm(m, state, outcome.award.drawBetween, form, problems)
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

/** Which bidder was drawn in each place, and how the draw was held. @param bids between which is drawn */
function drawForm(
  m: Messages,
  state: Readonly<TenderState>,
  bids: readonly string[],
  form: FormBody,
  problems: readonly FieldProblem[],
): AwardModel['drawForm'] {
  const place = (name: string, label: string): SelectField => {
    const drawn = typed(form, name);
    const options = [
      { value: '', label: m.draw.choose },
      ...bids.map((bid) => ({ value: bid, label: state.bids.get(bid)!.bidder.name })),
    ].map((option) => ({ ...option, selected: option.value === drawn }));
    return selectField({ name, label, options, required: true }, problems, m.app.errorPrefix);
  };
  return {
    action: `/tenders/${state.dossier}/draw`,
    places: bids.map((_, index) => place(placeName(index), m.draw.place(index + 1))),
    method: textField(
      { name: 'method', label: m.draw.method, value: typed(form, 'method'), multiline: true, required: true },
      problems,
      m.app.errorPrefix,
    ),
  };
}
