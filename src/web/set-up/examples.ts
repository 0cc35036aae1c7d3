import { approximate, exact, toDecimalText } from '../../domain/number.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import { type PriceExample, priceExamples } from '../../domain/scoring/price-example.ts';
import { type PriceExampleInWords, priceExampleInWords } from '../../explanation/price-examples.ts';
import type { Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { type CurveChart, curveChart } from '../pages/charts.ts';
import { type TextField, textField } from '../pages/fields.ts';
import { readLeaf, type Writing, writeLeaf } from './draft-field.ts';

/** What the price formula does, with three prices that can be changed. */
export interface PriceExamplesModel {
  readonly text: Messages['setUp']['curve'];
  readonly words: Messages['priceExamples'];
  readonly fields: readonly TextField[];
  readonly parts: readonly (PriceExampleInWords & { readonly chart: CurveChart })[];
}

const NAMES = ['price-1', 'price-2', 'price-3'] as const;

/** @param query the prices that were asked for; usual ones where there are none, or one that cannot be read */
export function priceExamplesModel(
  m: Messages,
  rules: TenderRules | undefined,
  query: FormBody,
  writing: Writing,
): PriceExamplesModel | null {
  if (!rules) return null;
  const problems: FieldProblem[] = [];
  const asked = NAMES.map((name) => typed(query, name)).map((text, place) => {
    const read = readLeaf({ kind: 'decimal' }, text, undefined);
    if (text !== '' && typeof read !== 'string') problems.push({ field: NAMES[place]!, text: m.setUp.curve.notRead });
    return typeof read === 'string' ? read : undefined;
  });
  const given = asked.flatMap((one) => (one === undefined ? [] : [exact(one)]));
  const examples = priceExamples(rules, given.length === NAMES.length ? given : []);
  const [first] = examples;
  if (!first) return null;
  const shown = first.rows.map(({ price }) => writeLeaf({ kind: 'decimal' }, toDecimalText(price, 2), writing));
  return {
    text: m.setUp.curve,
    words: m.priceExamples,
    fields: NAMES.map((name, place) =>
      textField(
        {
          name,
          label: m.setUp.curve.example(place + 1),
          asks: 'open',
          value: typed(query, name) || (shown[place] ?? ''),
          inputmode: 'decimal',
        },
        problems,
        m.app,
      ),
    ),
    parts: examples.map((example, place) => partModel(m, rules, example, place)),
  };
}

function partModel(
  m: Messages,
  rules: TenderRules,
  example: PriceExample,
  place: number,
): PriceExamplesModel['parts'][number] {
  const t = m.setUp.curve;
  const inPoints = example.rows.every(({ points }) => points !== null);
  return {
    ...priceExampleInWords(m, rules, example),
    chart: curveChart(
      `curve-${place}`,
      inPoints ? t.drawing : t.drawingOfTotals,
      example.curve.map(({ price, value }) => [approximate(price), approximate(value)] as const),
      example.rows.map(({ price, points, total }) => [approximate(price), approximate(points ?? total)] as const),
    ),
  };
}
