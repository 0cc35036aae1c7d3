import { lotsOf } from '../../domain/rules/bid.ts';
import { mechanismOf } from '../../domain/rules/mechanisms.ts';
import { biddable, type TenderRules } from '../../domain/rules/rules.ts';
import type { TenderState } from '../../domain/tender/state.ts';
import { bidFormInWords } from '../../explanation/bids.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { growthPathFields } from '../forms/bid-form.ts';
import { type FieldProblem, type FormBody, typed, typedAll } from '../forms/text.ts';
import { type BidMembersModel, bidMembersModel } from './bid-members.ts';
import { type Choice, type ChoiceField, choiceField, errorAt, type TextField, textField } from './fields.ts';

export interface NewBidModel {
  readonly text: Messages['bids']['form'];
  readonly action: string;
  readonly nameField: TextField;
  readonly formField: ChoiceField;
  readonly members: BidMembersModel;
  /** Only where the rules look at bidders that belong together. */
  readonly groupField: TextField | null;
  /** What is wrong with the lots that were chosen, or with none. */
  readonly lotsField: Pick<ChoiceField, 'id' | 'error'>;
  readonly lots: readonly (Choice & {
    readonly name: string;
    /** What a bidder for a reserved lot declares to meet. */
    readonly condition: string | null;
    readonly fields: readonly TextField[];
  })[];
}

/** The form of a bid. @param form what was typed */
export function newBidModel(
  m: Messages,
  { dossier, rules }: Readonly<TenderState>,
  form: FormBody,
  problems: readonly FieldProblem[],
): NewBidModel {
  const t = bidFormInWords(m, rules);
  const prefix = m.app.errorPrefix;
  const field = (options: Parameters<typeof textField>[0]): TextField =>
    textField({ value: typed(form, options.name), ...options }, problems, prefix);
  return {
    text: t,
    action: `/tenders/${dossier}/bids`,
    nameField: field({ name: 'name', label: t.name }),
    formField: choiceField(
      {
        name: 'form',
        label: t.form,
        choices: (['single', 'consortium'] as const).map((value, index) => ({
          id: index === 0 ? 'form' : `form-${value}`,
          value,
          label: t[value],
          checked: typed(form, 'form') === value,
        })),
      },
      problems,
      prefix,
    ),
    members: bidMembersModel(m, form, problems, `/tenders/${dossier}/bids`),
    groupField: rules.award.affiliated ? field({ name: 'group', label: t.group, hint: t.groupHint }) : null,
    lotsField: { id: 'lots', error: errorAt('lots', problems, prefix) },
    lots: biddable(rules).map((lot, index) => ({
      // The first check box is where the error summary leads.
      id: index === 0 ? 'lots' : `lot-${lot.id}`,
      name: lot.name,
      value: lot.id,
      label: t.forLot(lot.name),
      checked: typedAll(form, 'lots').includes(lot.id),
      condition: conditionOf(m, rules, lot.id),
      fields: [
        ...growthPathFields(rules, lot.id).map(({ name, year }) => ({
          name,
          label: `${year === null ? m.bids.initiatives : m.bids.endOf(year)} (%)`,
        })),
        ...(mechanismOf(rules).asksPreferences ? [{ name: `preference.${lot.id}`, label: t.preference }] : []),
      ].map(({ name, label }) => field({ name, label, inputmode: 'decimal' })),
    })),
  };
}

/** The condition of a reserved lot that a bidder declares to meet by bidding for it; null for a lot that is open to all. */
function conditionOf(m: Messages, rules: TenderRules, offered: string): string | null {
  const reserved = rules.lots.find((lot) => lot.reserved && lotsOf(rules, offered).includes(lot.id))?.reserved;
  return reserved ? m.bids.form.meets(inLanguage(reserved, m)) : null;
}
