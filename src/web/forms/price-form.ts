import { type ReadFigure, readAmount, readPercentage, readQuantity, writeAmount } from '../../domain/figures.ts';
import type { Place } from '../../domain/rules/place.ts';
import { type PricedRules, type PriceOffer, pricedRules } from '../../domain/rules/price-rules.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { sentences } from '../../messages/sentence.ts';
import { asTyped, type FieldProblem, type FormBody, typed } from './text.ts';

/** One field of the price of a bid in a lot. */
export interface PriceInput {
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly required: boolean;
  readonly value: string;
}

/** The fields of one place, filled with what is recorded; what was typed goes before it. */
export function priceInputs(
  m: Messages,
  rules: TenderRules,
  place: Place,
  recorded: PriceOffer | undefined,
  body: FormBody | undefined,
): PriceInput[] {
  const t = m.prices;
  const price = pricedRules(rules.price)!;
  const field = (
    part: string,
    label: string,
    known: string | undefined,
    rest: Partial<PriceInput> = {},
  ): PriceInput => {
    const name = fieldName(place, part);
    const value = body ? typed(body, name) : writeAmount(known ?? '', m.format.decimalMark === ',');
    return { name, label, hint: null, required: true, value, ...rest };
  };
  return [
    ...formFields(m, price, recorded, field),
    ...(price.time ? [field('time', t.time(inLanguage(price.time.unit, m)), recorded?.time)] : []),
    field('stated', t.stated(addsVat(price) ? 'added' : 'none'), recorded?.statedTotal, { required: false }),
  ];
}

/** On the whole, or on a line of the sheet. */
const addsVat = ({ form, vatPercentage }: PricedRules): boolean =>
  vatPercentage !== undefined || (form.kind === 'sheet' && form.lines.some((line) => line.vatPercentage !== undefined));

type MakeField = (part: string, label: string, known: string | undefined, rest?: Partial<PriceInput>) => PriceInput;

function formFields(
  m: Messages,
  { form, vatPercentage }: PricedRules,
  recorded: PriceOffer | undefined,
  field: MakeField,
): PriceInput[] {
  const t = m.prices;
  if (form.kind === 'amount') {
    const hint = sentences(t.hint, vatInWords(m, vatPercentage));
    return [field('amount', t.amount(vatPercentage ? 'added' : 'none'), recorded?.amount, { hint })];
  }
  if (form.kind === 'percentage') {
    return [field('percentage', t.percentage, recorded?.percentage, { hint: vatInWords(m, vatPercentage) })];
  }
  return form.lines.map((line) => {
    const unit = inLanguage(line.unit, m);
    const known = recorded?.lines?.find((one) => one.line === line.id)?.price;
    const hint = sentences(t.quantity(m.format.decimal(line.quantity), unit), vatInWords(m, line.vatPercentage));
    const label = t.line(inLanguage(line.name, m), unit, line.vatPercentage ? 'added' : 'none');
    return field(`line.${line.id}`, label, known, { hint });
  });
}

/** Whether VAT is added to what is typed, and how much. */
const vatInWords = (m: Messages, percentage: string | undefined): string =>
  percentage === undefined ? m.prices.noVat : m.prices.vatAdded(m.common.percentage(m.format.decimal(percentage)));

const fieldName = ({ bid, lot }: Place, part: string): string => `price.${bid}.${lot}.${part}`;
/** The field that carries the version that a form was made from, and the box that says that a far price is meant. */
export const versionName = ({ bid, lot }: Place): string => `version.${bid}.${lot}`;
export const sureName = ({ bid, lot }: Place): string => `sure.${bid}.${lot}`;

/**
 * Reads the price of one place; undefined when nothing was filled in.
 * @param title bidder and lot, to name what is wrong in
 */
export function readPrice(
  m: Messages,
  rules: TenderRules,
  place: Place,
  title: string,
  body: FormBody,
): { readonly price: PriceOffer | undefined; readonly problems: readonly FieldProblem[] } {
  const inputs = priceInputs(m, rules, place, undefined, body);
  if (inputs.every(({ value }) => value === '')) return { price: undefined, problems: [] };
  const problems = inputs.flatMap(({ name, label, required, value }): FieldProblem[] => {
    const what = `${title}: ${label}`;
    if (value === '') return required ? [{ field: name, text: m.prices.missing(what) }] : [];
    const read = readField(place, name, body);
    if (read === 'ambiguous') return [{ field: name, text: m.prices.ambiguous(what, value) }];
    return read ? [] : [{ field: name, text: m.prices.notANumber(what) }];
  });
  if (problems.length > 0) return { price: undefined, problems };

  const { form, time } = pricedRules(rules.price)!;
  const read = (part: string): string => {
    const found = readField(place, fieldName(place, part), body);
    return typeof found === 'object' ? found.figure : '';
  };
  const stated = read('stated');
  const amount =
    form.kind === 'sheet'
      ? { lines: form.lines.map(({ id }) => ({ line: id, price: read(`line.${id}`) })) }
      : { [form.kind]: read(form.kind) };
  return {
    price: {
      bid: place.bid,
      lot: place.lot,
      ...amount,
      ...(time ? { time: read('time') } : {}),
      ...(stated === '' ? {} : { statedTotal: stated }),
    },
    problems: [],
  };
}

/** A percentage and a time are no amounts in euro. */
function readField(place: Place, name: string, body: FormBody): ReadFigure {
  const raw = asTyped(body, name);
  if (name === fieldName(place, 'time')) return readQuantity(raw);
  if (name !== fieldName(place, 'percentage')) return readAmount(raw);
  const percentage = readPercentage(raw);
  return percentage === undefined ? undefined : { figure: percentage };
}
