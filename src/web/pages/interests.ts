import type { Account } from '../../actions/accounts.ts';
import { sha256 } from '../../chain/canonical.ts';
import type { Bid } from '../../domain/rules/bid.ts';
import { interestOf } from '../../domain/tender/state/rounds.ts';
import type { Interest, TenderState } from '../../domain/tender/state/state.ts';
import type { Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, textProblem, typed } from '../forms/text.ts';
import { askedNote, type ChoiceField, choiceField, type TextField, textField } from './fields.ts';

export interface InterestsModel {
  readonly text: Messages['interests'];
  readonly action: string;
  /** The article that asks it, and as of when it was read. */
  readonly source: string;
  readonly bidders: readonly {
    readonly name: string;
    /** Who else is behind the bid. */
    readonly members: string | null;
    /** What was decided about what was declared before; null while nothing was. */
    readonly standing: string | null;
    readonly conflict: ChoiceField;
    readonly explanation: TextField;
  }[];
  /** What stands above its fields: whether all of them must be filled in. */
  readonly askedNote: string | null;
}

/** The article of the Aanbestedingswet 2012 that asks it, and as of when its text was read. */
const LAW = { article: '1.10b', asOf: '2025-09-01' };

/**
 * A field is known by the bidder and not by the id of the bid: by that, who assesses anonymous bids could tell which of them is whose. No two
 * bids of a tender have bidders of one name.
 */
const keyOf = ({ bidder }: Bid): string => sha256(bidder.name).slice(0, KEY_LENGTH);
const KEY_LENGTH = 16;
const conflictName = (bid: Bid): string => `conflict.${keyOf(bid)}`;
const explanationName = (bid: Bid): string => `explanation.${keyOf(bid)}`;

/** Every bidder by name: nothing else of a bid is shown. @param form what was typed; null for what was declared before */
export function interestsModel(
  m: Messages,
  state: Readonly<TenderState>,
  account: Account,
  form: FormBody | null,
  problems: readonly FieldProblem[],
): InterestsModel {
  const t = m.interests;
  const words = m.app;
  const model = {
    text: t,
    source: t.source(LAW.article, m.format.date(LAW.asOf)),
    action: `/tenders/${state.dossier}/interests`,
    bidders: byName(m, state).map((bid) => {
      const { id, bidder } = bid;
      const before = interestOf(state, account.id, id);
      const answer = form ? typed(form, conflictName(bid)) : before ? (before.conflict ? 'yes' : 'no') : '';
      const members = bidder.form === 'consortium' ? bidder.members.map(({ name }) => name) : [];
      const others = [...members, ...(bidder.subcontractors ?? [])];
      return {
        name: bidder.name,
        members: others.length === 0 ? null : t.members(m.format.list(others)),
        standing: before ? standingOf(m, before) : null,
        conflict: choiceField(
          {
            name: conflictName(bid),
            label: t.question(bidder.name),
            asks: 'required',
            choices: (['no', 'yes'] as const).map((value, place) => ({
              id: place === 0 ? conflictName(bid) : `${conflictName(bid)}-yes`,
              value,
              label: t[value],
              checked: answer === value,
            })),
          },
          problems,
          words,
        ),
        explanation: textField(
          {
            name: explanationName(bid),
            label: t.explanation(bidder.name),
            hint: t.explanationHint,
            asks: 'depends',
            value: form ? typed(form, explanationName(bid)) : (before?.explanation ?? ''),
            multiline: true,
          },
          problems,
          words,
        ),
      };
    }),
  };
  const asked = model.bidders.flatMap(({ conflict, explanation }) => [conflict, explanation]);
  return { ...model, askedNote: askedNote(m, asked) };
}

/** In the order of their names: not in that of the bids, which tells who is who where bidders are anonymous. */
const byName = (m: Messages, { bids }: Readonly<TenderState>) =>
  [...bids.values()].sort((a, b) => a.bidder.name.localeCompare(b.bidder.name, m.locale));

function standingOf(m: Messages, { conflict, judged }: Interest): string | null {
  if (judged) return judged.conflict ? m.interests.judgedConflict : m.interests.judgedNone;
  return conflict ? m.interests.pending : null;
}

/** Reads what was declared of every bidder; of one about whom was decided, nothing. */
export function readInterests(
  m: Messages,
  state: Readonly<TenderState>,
  account: Account,
  form: FormBody,
):
  | { readonly interests: { bid: string; conflict: boolean; explanation?: string }[] }
  | { readonly problems: readonly FieldProblem[] } {
  const t = m.interests;
  const problems: FieldProblem[] = [];
  const interests = byName(m, state)
    .filter(({ id }) => !interestOf(state, account.id, id)?.judged)
    .map((of) => {
      const { id: bid, bidder } = of;
      const { name } = bidder;
      const answer = typed(form, conflictName(of));
      const explanation = typed(form, explanationName(of));
      if (answer !== 'yes' && answer !== 'no') problems.push({ field: conflictName(of), text: t.answerMissing(name) });
      if (answer !== 'yes') return { bid, conflict: false };
      const wrong =
        explanation === '' ? t.explanationMissing(name) : textProblem(m, explanation, t.explanation(name), 2000);
      if (wrong !== undefined) problems.push({ field: explanationName(of), text: wrong });
      return { bid, conflict: true, explanation };
    });
  return problems.length > 0 ? { problems } : { interests };
}
