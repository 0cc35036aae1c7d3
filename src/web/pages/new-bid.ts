import { type Bid, lotsOf } from '../../domain/rules/bid.ts';
import { COMMON } from '../../domain/rules/in-lot.ts';
import { mechanismOf } from '../../domain/rules/mechanisms.ts';
import { biddable, type TenderRules } from '../../domain/rules/rules.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { bidFormInWords } from '../../explanation/bids.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { CAPACITY, discountField, discountsShown, MOST_DISCOUNTS, valueFields } from '../forms/bid-figures.ts';
import { growthPathFields } from '../forms/bid-form.ts';
import { type FieldProblem, type FormBody, typed, typedAll } from '../forms/text.ts';
import { type BidMembersModel, bidMembersModel } from './bid-members.ts';
import { type Choice, type ChoiceField, choiceField, errorAt, type TextField, textField } from './fields.ts';

export interface NewBidModel {
  readonly text: Messages['bids']['form'];
  readonly action: string;
  /** What stands above its fields: whether all of them must be filled in. */
  readonly askedNote: string | null;
  readonly nameField: TextField;
  readonly formField: ChoiceField;
  readonly members: BidMembersModel;
  readonly subcontractorsField: TextField;
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
  /** Figures that are handed in once, for all lots. */
  readonly figures: readonly TextField[];
  /** Null where the rules ask for no discounts. */
  readonly discounts: DiscountsModel | null;
  /** Why a bid that came too late is registered, or why one is corrected. */
  readonly why: TextField;
}

interface DiscountsModel {
  readonly rows: readonly {
    readonly id: string;
    readonly legend: string;
    readonly lots: ChoiceField;
    readonly percentage: TextField;
  }[];
  /** Null when there are as many rows as a bid can have discounts. */
  readonly more: { readonly label: string; readonly action: string } | null;
}

/** The form of a bid. @param form what was typed */
export function newBidModel(
  m: Messages,
  { dossier, rules }: Readonly<TenderState>,
  form: FormBody,
  problems: readonly FieldProblem[],
): NewBidModel {
  const t = bidFormInWords(m, rules);
  const words = m.app;
  const field = (options: Parameters<typeof textField>[0]): TextField =>
    textField({ value: typed(form, options.name), ...options }, problems, words);
  const model = {
    text: t,
    why: field({ name: 'late', label: m.bids.late, hint: m.bids.lateHint, multiline: true, asks: 'depends' }),
    action: `/tenders/${dossier}/bids`,
    // There is always something that may be left out, such as subcontractors.
    askedNote: m.app.fillInMost,
    nameField: field({ name: 'name', label: t.name, asks: 'required' }),
    formField: choiceField(
      {
        name: 'form',
        label: t.form,
        asks: 'required',
        choices: (['single', 'consortium'] as const).map((value, index) => ({
          id: index === 0 ? 'form' : `form-${value}`,
          value,
          label: t[value],
          checked: typed(form, 'form') === value,
        })),
      },
      problems,
      words,
    ),
    members: bidMembersModel(m, form, problems, `/tenders/${dossier}/bids`),
    subcontractorsField: field({
      name: 'subcontractors',
      label: t.subcontractors,
      hint: t.subcontractorsHint,
      asks: 'optional',
      multiline: true,
    }),
    groupField: rules.award.affiliated
      ? field({ name: 'group', label: t.group, hint: t.groupHint, asks: 'optional' })
      : null,
    lotsField: { id: 'lots', error: errorAt('lots', problems, words.errorPrefix) },
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
        ...valueFields(m, rules, lot.id),
        ...(mechanismOf(rules).asksPreferences ? [{ name: `preference.${lot.id}`, label: t.preference }] : []),
      ].map(({ name, label }) => field({ name, label, inputmode: 'decimal', asks: 'depends' })),
    })),
    figures: [...valueFields(m, rules, COMMON), ...capacityField(m, rules)].map(({ name, label }) =>
      field({ name, label, inputmode: 'decimal', asks: 'required' }),
    ),
    discounts: rules.award.discounts ? discountsModel(m, dossier, rules, form, problems) : null,
  };
  const asksMore = !rules.growthPath && model.lots.some(({ fields }) => fields.length > 0);
  return asksMore ? { ...model, text: { ...t, lotsHint: t.lotsFilledHint } } : model;
}

/** The same form, to correct a bid that is there, with the reason. */
export function correctBidModel(
  m: Messages,
  state: Readonly<TenderState>,
  bid: Bid,
  form: FormBody,
  problems: readonly FieldProblem[],
): NewBidModel {
  const t = m.bids.correct;
  const model = newBidModel(m, state, form, problems);
  const action = `/tenders/${state.dossier}/bids/${bid.id}/correct`;
  const { members, discounts } = model;
  return {
    ...model,
    action,
    text: { ...model.text, title: t.title(bid.bidder.name), lead: t.lead, submit: t.button },
    why: textField(
      { name: 'reason', label: t.reason, value: typed(form, 'reason'), multiline: true, asks: 'required' },
      problems,
      m.app,
    ),
    members: { ...members, more: members.more && { ...members.more, action: sameRow(members.more.action, action) } },
    discounts: discounts && {
      ...discounts,
      more: discounts.more && { ...discounts.more, action: sameRow(discounts.more.action, action) },
    },
  };
}

/** The browser arrives at the new row, on the page that was asked from. */
const sameRow = (from: string, action: string): string => `${action}${from.slice(from.indexOf('#'))}`;

const capacityField = (m: Messages, { award: { capacity } }: TenderRules): { name: string; label: string }[] =>
  capacity
    ? [{ name: CAPACITY, label: m.bids.form.value(inLanguage(capacity.name, m), inLanguage(capacity.unit, m)) }]
    : [];

function discountsModel(
  m: Messages,
  dossier: string,
  { lots }: TenderRules,
  form: FormBody,
  problems: readonly FieldProblem[],
): DiscountsModel {
  const t = m.bids.form;
  const words = m.app;
  const count = discountsShown(form);
  return {
    rows: Array.from({ length: count }, (_, index) => {
      const row = index + 1;
      const [name, percentage] = [discountField(row, 'lots'), discountField(row, 'percentage')];
      return {
        id: `discount-${row}`,
        legend: t.discount(row),
        lots: choiceField(
          {
            name,
            many: true,
            label: t.discountOn,
            asks: 'depends',
            choices: lots.map((lot, place) => ({
              id: place === 0 ? name : `${name}.${lot.id}`,
              value: lot.id,
              label: lot.name,
              checked: typedAll(form, name).includes(lot.id),
            })),
          },
          problems,
          words,
        ),
        percentage: textField(
          {
            name: percentage,
            label: t.discountIs,
            value: typed(form, percentage),
            inputmode: 'decimal',
            asks: 'depends',
          },
          problems,
          words,
        ),
      };
    }),
    // The browser arrives at the new row.
    more:
      count < MOST_DISCOUNTS
        ? { label: t.moreDiscounts, action: `/tenders/${dossier}/bids#discount-${count + 1}` }
        : null,
  };
}

/** The condition of a reserved lot that a bidder declares to meet by bidding for it; null for a lot that is open to all. */
function conditionOf(m: Messages, rules: TenderRules, offered: string): string | null {
  const reserved = rules.lots.find((lot) => lot.reserved && lotsOf(rules, offered).includes(lot.id))?.reserved;
  return reserved ? m.bids.form.meets(inLanguage(reserved, m)) : null;
}
