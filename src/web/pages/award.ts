import type { SmallestChange } from '../../domain/guards/robustness.ts';
import type { Viewer } from '../../domain/roles.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { isChair } from '../../domain/tender/access.ts';
import { engineOf, evaluationInputOf } from '../../domain/tender/evaluation-input.ts';
import { standingOutcome } from '../../domain/tender/standing-award.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { maySeeFindings, maySeeThing } from '../../domain/tender/visibility.ts';
import { awardInWords } from '../../explanation/award.ts';
import { limitBlocks, outcomeBlocks } from '../../explanation/award-blocks.ts';
import { type CoursePages, courseOfAward } from '../../explanation/award-course.ts';
import { type Passage, type Prose, passagesOf } from '../../explanation/blocks.ts';
import { drawInWords } from '../../explanation/draw.ts';
import { firstChangeOf } from '../../explanation/first-change.ts';
import { firstChangeInWords } from '../../explanation/guards.ts';
import { lotWithCalculations } from '../../explanation/lot-blocks.ts';
import { forRules, type Messages } from '../../messages/messages.ts';
import { placeName } from '../forms/draw-form.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { type BlocksModel, blocksModel, pageNames } from './blocks.ts';
import { askedNote, type SelectField, selectField, type TextField, textField } from './fields.ts';
import { contractsLink } from './new-contracts.ts';
import { type OpenStandards, openStandards } from './open-standards.ts';

/** Which bidder was drawn in each place, how, and who saw it; why, where it was held again. */
export interface DrawForm {
  readonly action: string;
  /** What stands above its fields: whether all of them must be filled in. */
  readonly askedNote: string | null;
  readonly places: readonly SelectField[];
  readonly texts: readonly TextField[];
}

export interface AwardModel {
  readonly text: Messages['award'];
  /** What stands before what can be done, and what stands after it. */
  readonly outcome: BlocksModel;
  readonly rest: BlocksModel;
  readonly reportHref: string;
  readonly reportLabel: string;
  /** The same as a spreadsheet. */
  readonly workbook: { readonly href: string; readonly label: string };
  /** For who leads the tender: the contracts that follow from this award. */
  readonly contracts: { readonly href: string; readonly label: string } | null;
  readonly standards: OpenStandards;
  /** For the chair while a draw is needed: one choice per place in the order drawn. */
  readonly drawForm: DrawForm | null;
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
  const beside = {
    draws,
    withLots: true,
    turns: turnsInWords(m, state, outcome.award.status === 'awarded' ? firstChangeOf(state) : undefined),
    attention: courseOfAward(m, state, bidders, coursePages(state, viewer)).map((one) => [one]),
  };
  const lots = [...award.lots, ...award.combinations].flatMap((lot) => lotWithCalculations(m, lot));
  return {
    text: m.award,
    outcome: blocksModel(m, outcomeBlocks(m, award, beside), names),
    rest: blocksModel(m, [...lots, ...limitBlocks(m, award)], names),
    reportHref: `/tenders/${state.dossier}/report.pdf`,
    reportLabel: m.home.tasks.reportAction,
    workbook: { href: `/tenders/${state.dossier}/award.xlsx`, label: m.sheets.workbook.link },
    contracts: contractsLink(m, viewer, state),
    standards: openStandards(m, state.dossier),
    drawForm:
      outcome.award.status === 'draw-needed' && isChair(state, viewer)
        ? drawForm(m, state, outcome.award.drawBetween, form, problems)
        : null,
    drawText: m.draw,
    computed: m.award.computed(m.format.moment(at), engine),
  };
}

/** What would change the award first, where that is known, and the way to everything else that would. */
const turnsInWords = (m: Messages, { dossier, rules, bids }: Readonly<TenderState>, first?: SmallestChange): Prose => [
  ...(first === undefined ? [] : [{ text: firstChangeInWords(m, rules, namesOf(rules, bids.values()), first) }]),
  { text: m.rehearsal.guardsHref, href: `/tenders/${dossier}/award/guards` },
];

function coursePages(state: Readonly<TenderState>, viewer: Viewer): CoursePages {
  const page = `/tenders/${state.dossier}`;
  return {
    bids: maySeeThing(state, viewer, 'bids') ? `${page}/bids` : null,
    round: (round) => (maySeeFindings(state, viewer, round) ? `${page}/rounds#round-${round.number}` : null),
  };
}

/** @param bids between which is drawn @param again whether it is one that was held again */
function drawForm(
  m: Messages,
  state: Readonly<TenderState>,
  bids: readonly string[],
  form: FormBody,
  problems: readonly FieldProblem[],
  action = `/tenders/${state.dossier}/draw`,
  again = false,
): DrawForm {
  const place = (name: string, label: string): SelectField => {
    const drawn = typed(form, name);
    const options = [
      { value: '', label: m.draw.choose },
      ...bids.map((bid) => ({ value: bid, label: state.bids.get(bid)!.bidder.name })),
    ].map((option) => ({ ...option, selected: option.value === drawn }));
    return selectField({ name, label, options, asks: 'required' }, problems, m.app);
  };
  const text = (name: string, label: string, more: { multiline?: boolean; hint?: string }): TextField =>
    textField({ name, label, value: typed(form, name), asks: 'required', ...more }, problems, m.app);
  const model = {
    action,
    places: bids.map((_, index) => place(placeName(index), m.draw.place(index + 1))),
    texts: [
      text('method', m.draw.method, { multiline: true }),
      text('witnesses', m.draw.witnesses, { hint: m.draw.witnessesHint }),
      ...(again ? [text('reason', m.draw.reason, { multiline: true })] : []),
    ],
  };
  return { ...model, askedNote: askedNote(m, [...model.places, ...model.texts]) };
}

export interface DrawAgainModel {
  readonly text: Messages['draw'];
  readonly held: readonly Passage[];
  readonly form: DrawForm;
}

/** A draw that was held again, or recorded wrongly: between the same bids, for the same lots. @param place of the draw among all, from 1 */
export function drawAgainModel(
  given: Messages,
  state: Readonly<TenderState>,
  place: number,
  form: FormBody,
  problems: readonly FieldProblem[],
): DrawAgainModel {
  const m = forRules(given, state.rules);
  const draw = state.draws[place - 1]!;
  const action = `/tenders/${state.dossier}/draws/${place}/again`;
  return {
    text: m.draw,
    held: passagesOf(drawInWords(m, draw, namesOf(state.rules, state.bids.values()))),
    form: drawForm(m, state, draw.order, form, problems, action, true),
  };
}
