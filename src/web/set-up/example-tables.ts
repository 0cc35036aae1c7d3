import { writeAmount } from '../../domain/figures.ts';
import type { WeightedCriterion } from '../../domain/rules/criteria-tree.ts';
import { assessedIn, COMMON } from '../../domain/rules/in-lot.ts';
import { mechanismOf } from '../../domain/rules/mechanisms.ts';
import { biddable, type TenderRules } from '../../domain/rules/rules.ts';
import { scaleOf } from '../../domain/rules/scale.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { capital } from '../../messages/noun.ts';
import { CAPACITY, discountField, ONLY_DISCOUNT, valueFields } from '../forms/bid-figures.ts';
import { growthPathFields } from '../forms/bid-form.ts';
import { fieldOf, scoreField } from '../forms/example-bids.ts';
import { priceInputs } from '../forms/price-form.ts';
import { asTyped, type FieldProblem, type FormBody, typedAll } from '../forms/text.ts';
import { errorAt, type Option } from '../pages/fields.ts';

/** Made-up bids side by side, to be typed over: a table for what is common, and one for each lot. */
export interface ExampleTables {
  readonly tables: readonly ExampleTable[];
  /** How many rows there was no room for. */
  readonly left: number;
}

interface ExampleTable {
  readonly id: string;
  readonly caption: string;
  readonly bidders: readonly string[];
  readonly rows: readonly ExampleRow[];
  /** The first ones are, and where something is wrong. */
  readonly open: boolean;
}

interface ExampleRow {
  readonly label: string;
  readonly cells: readonly ExampleCell[];
}

/** One field; its label is said to who cannot see the row and the column. */
interface ExampleCell {
  readonly kind: 'figure' | 'text' | 'choice' | 'tick';
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly error: string | null;
  readonly describedBy: string | null;
  /** Of a choice. */
  readonly options: readonly Option[];
  /** Of a tick: whether it is, and what stands beside it. */
  readonly checked: boolean;
  readonly beside: string;
}

/** A row before it is drawn: a field of every bid, by its name. */
interface Asked {
  readonly label: string;
  readonly kind: ExampleCell['kind'];
  readonly nameOf: (bid: string) => string;
  /** Of a choice: the scores and what they are called. */
  readonly scores?: readonly { readonly value: string; readonly label: string }[];
  /** Of a tick: the value, what stands beside it, and whether it is the first of its name. */
  readonly lot?: { readonly id: string; readonly beside: string; readonly isFirst: boolean };
}

/** More fields than this make a page too heavy. */
const MOST_FIELDS = 320;
/** More scores than this are typed and not chosen. */
const MOST_CHOICES = 12;

/** How many lots there is room for, with so many bids. */
export function lotsThatFit(m: Messages, rules: TenderRules, bidders: number): number {
  const rows = rules.lots.map(({ id }) => rowsIn(m, rules, id).length);
  let [fields, lots] = [rowsIn(m, rules, COMMON).length * bidders, 0];
  for (const count of rows) {
    fields += count * bidders;
    if (fields > MOST_FIELDS && lots >= FEWEST_LOTS) break;
    lots++;
  }
  return Math.min(lots, MOST_LOTS);
}
/** With one lot nothing is divided; and more than these say nothing new. */
const FEWEST_LOTS = 2;
const MOST_LOTS = 8;

/** @param form as it stands: see `exampleForm`; @param ids of the bids */
export function exampleTables(
  m: Messages,
  rules: TenderRules,
  ids: readonly string[],
  form: FormBody,
  problems: readonly FieldProblem[],
): ExampleTables {
  const bidders = ids.map((id, nth) => asTyped(form, fieldOf(id, 'name')).trim() || m.tryOut.bidders[nth]!);
  let room = Math.floor(MOST_FIELDS / ids.length);
  let left = 0;
  const places = [
    { id: COMMON, caption: m.tryOut.form.common },
    ...biddable(rules).map(({ id, name }) => ({ id, caption: name })),
  ];
  const tables = places.map(({ id, caption }): ExampleTable => {
    const asked = rowsIn(m, rules, id);
    const shown = asked.slice(0, Math.max(1, room));
    room -= shown.length;
    left += asked.length - shown.length;
    const rows = shown.map((row) => ({
      label: row.label,
      cells: ids.map((bid, nth) =>
        cellOf(m, form, problems, row, { bid, label: m.tryOut.form.cell(row.label, bidders[nth]!, caption) }),
      ),
    }));
    const isWrong = rows.some(({ cells }) => cells.some(({ error }) => error !== null));
    return {
      id: `bids-${id}`,
      caption,
      bidders,
      rows,
      open: isWrong || id === COMMON || id === biddable(rules)[0]!.id,
    };
  });
  return { tables: tables.filter(({ rows }) => rows.length > 0), left };
}

function cellOf(
  m: Messages,
  form: FormBody,
  problems: readonly FieldProblem[],
  { kind, nameOf, scores = [], lot }: Asked,
  { bid, label }: { readonly bid: string; readonly label: string },
): ExampleCell {
  const name = nameOf(bid);
  // What is wrong with the lots of a bid leads to the first of its boxes.
  const id = lot && !lot.isFirst ? `${name}.${lot.id}` : name;
  const error = errorAt(id, problems, m.app.errorPrefix);
  const value = lot ? lot.id : asTyped(form, name);
  return {
    kind,
    id,
    name,
    label,
    value,
    error,
    describedBy: error === null ? null : `${id}-error`,
    options: scores.map((one) => ({ ...one, selected: one.value === value })),
    checked: lot !== undefined && typedAll(form, name).includes(lot.id),
    beside: lot?.beside ?? '',
  };
}

/** What is asked of every bid in a lot, or once for all lots. */
function rowsIn(m: Messages, rules: TenderRules, lot: string): Asked[] {
  const t = m.tryOut.form;
  const isCommon = lot === COMMON;
  const ofBid = (label: string, name: string, kind: ExampleCell['kind'] = 'figure'): Asked => ({
    label,
    kind,
    nameOf: (bid) => fieldOf(bid, name),
  });
  const { capacity } = rules.award;
  const own: Asked[] = isCommon
    ? [ofBid(t.name, 'name', 'text'), ...(capacity ? [ofBid(capital(inLanguage(capacity.name, m)), CAPACITY)] : [])]
    : [
        {
          ...ofBid(t.takesPart, 'lots', 'tick'),
          lot: { id: lot, beside: t.takesPart, isFirst: biddable(rules)[0]!.id === lot },
        },
        ...(mechanismOf(rules).asksPreferences ? [ofBid(t.preference, `preference.${lot}`)] : []),
      ];
  const growth = isCommon
    ? []
    : growthPathFields(rules, lot).map(({ name, year }) =>
        ofBid(t.growth(year === null ? m.bids.initiatives.toLowerCase() : m.bids.endOf(year).toLowerCase()), name),
      );
  const discounts = isCommon && rules.award.discounts ? discountRows(m, rules, ofBid) : [];
  return [
    ...own,
    ...discounts,
    ...assessedIn(rules, lot)
      .filter(({ common }) => common === isCommon)
      .map((node) => scoreRow(m, rules, lot, node)),
    ...valueFields(m, rules, lot).map(({ name, label }) => ofBid(label, name)),
    ...growth,
    ...priceInputs(m, rules, { bid: BID, lot }, undefined, {})
      .filter(({ required }) => required)
      .map(({ name, label }): Asked => ({ label, kind: 'figure', nameOf: (bid) => name.replace(BID, bid) })),
  ];
}

/** One discount of every bid is enough to see what it does: a tick for each lot that it is on, and the percentage. */
const discountRows = (
  m: Messages,
  rules: TenderRules,
  ofBid: (label: string, name: string, kind?: ExampleCell['kind']) => Asked,
): Asked[] => [
  ...biddable(rules).map(({ id, name }, place) => ({
    ...ofBid(m.tryOut.form.discount(name), discountField(ONLY_DISCOUNT, 'lots'), 'tick'),
    lot: { id, beside: name, isFirst: place === 0 },
  })),
  ofBid(m.bids.form.discountIs, discountField(ONLY_DISCOUNT, 'percentage')),
];

/** Stands for the id of a bid in the name of a field. */
const BID = 'any-bid';

function scoreRow(m: Messages, rules: TenderRules, lot: string, node: WeightedCriterion): Asked {
  const { id, name, scale: own } = node.criterion;
  const scale = scaleOf(rules, node);
  const label = inLanguage(name, m);
  const nameOf = (bid: string): string => scoreField({ bid, lot }, id);
  if (scale.kind === 'numbers' || scale.steps.length > MOST_CHOICES) return { label, kind: 'figure', nameOf };
  return {
    label,
    kind: 'choice',
    nameOf,
    scores: scale.steps.map((step) => ({
      value: writeAmount(step.value, m.format.decimalMark === ','),
      label: own?.kind === 'yes-no' && step.label ? inLanguage(step.label, m) : m.format.decimal(step.value),
    })),
  };
}
