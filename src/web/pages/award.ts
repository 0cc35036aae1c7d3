import type { Viewer } from '../../domain/roles.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { isChair } from '../../domain/tender/access.ts';
import { engineOf, evaluationInputOf } from '../../domain/tender/evaluation-input.ts';
import { standingOutcome } from '../../domain/tender/standing-award.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { awardInWords } from '../../explanation/award.ts';
import { limitBlocks, outcomeBlocks } from '../../explanation/award-blocks.ts';
import { drawInWords } from '../../explanation/draw.ts';
import { lotWithCalculations } from '../../explanation/lot-blocks.ts';
import { forRules, type Messages } from '../../messages/messages.ts';
import { placeName } from '../forms/draw-form.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { type BlocksModel, blocksModel, pageNames } from './blocks.ts';
import { type SelectField, selectField, type TextField, textField } from './fields.ts';

export interface AwardModel {
  readonly text: Messages['award'];
  /** What stands before what can be done, and what stands after it. */
  readonly outcome: BlocksModel;
  readonly rest: BlocksModel;
  readonly reportHref: string;
  readonly reportLabel: string;
  readonly guardsHref: string;
  readonly guardsLabel: string;
  /** For the chair while a draw is needed: one choice per place in the order drawn. */
  readonly drawForm: null | {
    readonly action: string;
    readonly places: readonly SelectField[];
    readonly method: TextField;
    readonly witnesses: TextField;
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
  const award = awardInWords(m, evaluationInputOf(state, engineOf(state)), outcome);
  const bidders = namesOf(state.rules, state.bids.values());
  const draws = state.draws.map((draw) => drawInWords(m, draw, bidders));
  const names = pageNames();
  const lots = [...award.lots, ...award.combinations].flatMap((lot) => lotWithCalculations(m, lot));
  return {
    text: m.award,
    outcome: blocksModel(m, outcomeBlocks(m, award, draws), names),
    rest: blocksModel(m, [...lots, ...limitBlocks(m, award)], names),
    reportHref: `/tenders/${state.dossier}/report.pdf`,
    reportLabel: m.home.tasks.reportAction,
    guardsHref: `/tenders/${state.dossier}/award/guards`,
    guardsLabel: m.rehearsal.guardsHref,
    drawForm:
      outcome.award.status === 'draw-needed' && isChair(state, viewer)
        ? drawForm(m, state, outcome.award.drawBetween, form, problems)
        : null,
    drawText: m.draw,
    computed: m.award.computed(m.format.moment(at), engine),
  };
}

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
    witnesses: textField(
      {
        name: 'witnesses',
        label: m.draw.witnesses,
        hint: m.draw.witnessesHint,
        value: typed(form, 'witnesses'),
        required: true,
      },
      problems,
      m.app.errorPrefix,
    ),
  };
}
