import { type ReadFigure, readAmount, readPercentage, readQuantity, writeAmount } from '../../domain/figures.ts';
import { COMMON, rulesIn } from '../../domain/rules/in-lot.ts';
import { measuresOf } from '../../domain/rules/measures.ts';
import type { Place } from '../../domain/rules/place.ts';
import {
  lineKind,
  type OfferedAmounts,
  type PricedRules,
  type PriceLine,
  type PriceOffer,
  type PricePart,
  partsOf,
} from '../../domain/rules/price-rules.ts';
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
    ...partsIn(rules, place).flatMap(({ id, name, rules: price }) => {
      const amounts = id === null ? recorded : recorded?.parts?.find(({ part }) => part === id);
      const inPart: MakeField =
        id === null
          ? field
          : (part, label, known, rest) =>
              field(`${id}.${part}`, m.prices.ofPart(inLanguage(name!, m), label), known, rest);
      return partFields(m, price, amounts, inPart);
    }),
    ...measuresOf(rules, place.lot, 'sealed').map(({ criterion: { id, name, measured } }) =>
      field(`value.${id}`, inLanguage(name, m), recorded?.values?.find(({ criterion }) => criterion === id)?.value, {
        hint: m.prices.measured(inLanguage(measured!.unit, m)),
      }),
    ),
  ];
}

/** What of the price is asked at a place: nothing where only figures for all lots are. */
const partsIn = (rules: TenderRules, { lot }: Place): readonly PricePart[] =>
  lot === COMMON ? [] : partsOf(rulesIn(rules, lot).price);

/** On the whole, or on a line of the sheet. */
const addsVat = ({ form, vatPercentage }: PricedRules): boolean =>
  vatPercentage !== undefined || (form.kind === 'sheet' && form.lines.some((line) => line.vatPercentage !== undefined));

type MakeField = (part: string, label: string, known: string | undefined, rest?: Partial<PriceInput>) => PriceInput;

const partFields = (
  m: Messages,
  price: PricedRules,
  recorded: OfferedAmounts | undefined,
  field: MakeField,
): PriceInput[] => [
  ...formFields(m, price, recorded, field),
  ...(price.time ? [field('time', m.prices.time(inLanguage(price.time.unit, m)), recorded?.time)] : []),
  field('stated', m.prices.stated(addsVat(price) ? 'added' : 'none'), recorded?.statedTotal, { required: false }),
];

function formFields(
  m: Messages,
  { form, vatPercentage }: PricedRules,
  recorded: OfferedAmounts | undefined,
  field: MakeField,
): PriceInput[] {
  const t = m.prices;
  switch (form.kind) {
    case 'amount': {
      const hint = sentences(t.hint, vatInWords(m, vatPercentage));
      return [field('amount', t.amount(vatPercentage ? 'added' : 'none'), recorded?.amount, { hint })];
    }
    case 'percentage':
      return [field('percentage', t.percentage, recorded?.percentage, { hint: vatInWords(m, vatPercentage) })];
    case 'sheet':
      return form.lines.map((line) => {
        const known = recorded?.lines?.find((one) => one.line === line.id)?.price;
        const [label, hint] = lineInWords(m, line);
        const vat = lineKind(line) === 'percentage' ? '' : vatInWords(m, line.vatPercentage);
        return field(`line.${line.id}`, label, known, { hint: sentences(hint, vat) });
      });
    default:
      return form satisfies never;
  }
}

/** What a line is called, and what is filled in there. */
function lineInWords(m: Messages, line: PriceLine): [label: string, hint: string] {
  const t = m.prices;
  const kind = lineKind(line);
  const name = inLanguage(line.name, m);
  const vat = line.vatPercentage ? 'added' : 'none';
  const off = line.subtracts ? t.subtracts : '';
  switch (kind) {
    case 'unit-price': {
      const unit = line.unit ? inLanguage(line.unit, m) : t.piece;
      return [t.line(name, unit, vat), sentences(t.quantity(m.format.decimal(line.quantity!), unit), off)];
    }
    case 'amount':
      return [t.amountLine(name, vat), off];
    case 'percentage': {
      const of = line.of === 'lines-above' ? t.linesAbove : t.euro(m.format.decimal(line.of!));
      return [t.percentageLine(name, of), off];
    }
    default:
      return kind satisfies never;
  }
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

  const read = (part: string): string => {
    const found = readField(place, fieldName(place, part), body);
    return typeof found === 'object' ? found.figure : '';
  };
  const amountsOf = ({ form, time }: PricedRules, prefix: string): OfferedAmounts => {
    const stated = read(`${prefix}stated`);
    return {
      ...(form.kind === 'sheet'
        ? { lines: form.lines.map(({ id }) => ({ line: id, price: read(`${prefix}line.${id}`) })) }
        : { [form.kind]: read(`${prefix}${form.kind}`) }),
      ...(time ? { time: read(`${prefix}time`) } : {}),
      ...(stated === '' ? {} : { statedTotal: stated }),
    };
  };
  const parts = partsIn(rules, place);
  const values = measuresOf(rules, place.lot, 'sealed').map(({ criterion: { id } }) => ({
    criterion: id,
    value: read(`value.${id}`),
  }));
  const [whole] = parts;
  const amounts =
    whole?.id === null
      ? amountsOf(whole.rules, '')
      : whole
        ? { parts: parts.map(({ id, rules: own }) => ({ part: id!, ...amountsOf(own, `${id}.`) })) }
        : {};
  return {
    price: { bid: place.bid, lot: place.lot, ...amounts, ...(values.length > 0 ? { values } : {}) },
    problems: [],
  };
}

/** A percentage and a time are no amounts in euro. */
function readField(place: Place, name: string, body: FormBody): ReadFigure {
  const raw = asTyped(body, name);
  const part = name.slice(fieldName(place, '').length).split('.');
  if (part.at(-1) === 'time' || part[0] === 'value') return readQuantity(raw);
  if (part.at(-1) !== 'percentage') return readAmount(raw);
  const percentage = readPercentage(raw);
  return percentage === undefined ? undefined : { figure: percentage };
}
