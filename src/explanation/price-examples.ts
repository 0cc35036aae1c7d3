import { type Exact, toFractionText } from '../domain/number.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import { type PriceExample, priceExamples } from '../domain/scoring/price-example.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import { cells, type FlatBlock, heading, paragraph } from './blocks.ts';

/** What some prices earn beside each other, in words. */
export interface PriceExampleInWords {
  /** Of the part; empty for the price as a whole. */
  readonly name: string;
  readonly valueHeader: string;
  readonly rows: readonly { readonly price: string; readonly value: string }[];
  /** What a point of quality is worth in euro. */
  readonly worth: string;
}

export function priceExampleInWords(m: Messages, rules: TenderRules, example: PriceExample): PriceExampleInWords {
  const t = m.priceExamples;
  const inPoints = example.rows.every(({ points }) => points !== null);
  const euros = (amount: Exact): string => m.prices.euro(m.format.grouped(amount, 2));
  const part =
    rules.price.method === 'price-parts' ? rules.price.parts.find(({ id }) => id === example.part) : undefined;
  const middle = example.rows[1] ?? example.rows[0]!;
  return {
    name: part ? inLanguage(part.name, m) : '',
    valueHeader: inPoints ? t.points : t.total(m.format.readable(toFractionText(example.quality))),
    rows: example.rows.map(({ price, points, total }) => ({
      price: euros(price),
      value: m.format.grouped(points ?? total, 2),
    })),
    worth:
      example.pointIsWorth === null
        ? t.worthNothing
        : t.onePoint(euros(example.pointIsWorth), euros(middle.price), example.bidderPays),
  };
}

/** The formula of the price worked out for three prices, as a chapter; nothing where no price is asked. */
export function priceExampleBlocks(m: Messages, rules: TenderRules): FlatBlock[] {
  const t = m.priceExamples;
  const examples = priceExamples(rules).map((one) => priceExampleInWords(m, rules, one));
  if (examples.length === 0) return [];
  return [
    heading(1, t.title, 'price-examples'),
    paragraph(t.lead),
    ...examples.flatMap(({ name, valueHeader, rows, worth }): FlatBlock[] => [
      ...(name === '' ? [] : [heading(2, name, `price-examples-${name}`)]),
      {
        kind: 'table',
        caption: name === '' ? t.caption : `${t.caption}: ${name}`,
        columns: [
          { header: t.price, align: 'end', width: 1 },
          { header: valueHeader, align: 'end', width: 1 },
        ],
        rows: rows.map(({ price, value }) => cells(price, value)),
      },
      paragraph(worth),
    ]),
  ];
}
