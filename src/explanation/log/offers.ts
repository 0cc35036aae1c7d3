import type { Bid } from '../../domain/rules/bid.ts';
import { rulesIn } from '../../domain/rules/in-lot.ts';
import { type OfferedAmounts, type PriceOffer, type PriceRules, partsOf } from '../../domain/rules/price-rules.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { quote } from '../../messages/sentence.ts';
import { bidsInWords, figuresOf } from '../bids.ts';
import { euros } from '../method.ts';
import { type Facts, typed, type Words } from './said.ts';

/** Everything that was handed in with a bid, by what it is called. */
export function bidFacts(m: Messages, rules: TenderRules, bid: Bid): Facts {
  const t = m.logFacts;
  const { growthColumns, bids } = bidsInWords(m, rules, [bid]);
  const { name, form, lots } = bids[0]!;
  return new Map([
    [t.bidder, quote(name)],
    [t.form, form],
    ...lots.map(({ lot, percentages, figures }): [string, string] => {
      const path = percentages.map((text, column) => `${growthColumns[column]} ${m.common.percentage(text)}`);
      return [t.bidsFor(lot), [...path, ...figures].join('; ') || t.isIn];
    }),
  ]);
}

/** Every amount of what a bid asks, line by line, by what it is called. */
export function priceFacts(m: Messages, rules: TenderRules, offer: PriceOffer): Facts {
  const t = m.logFacts;
  const parts = partsOf(rulesIn(rules, offer.lot).price);
  const whole = parts.find(({ id }) => id === null)?.rules;
  const facts = new Map<string, Words>(amounts(m, whole, offer));
  for (const { part, ...given } of offer.parts ?? []) {
    const found = parts.find(({ id }) => id === part);
    const name = found?.name ? inLanguage(found.name, m) : part;
    for (const [what, is] of amounts(m, found?.rules, given)) facts.set(t.inPart(name, what), is);
  }
  for (const { name, value, unit } of figuresOf(m, rules, offer.values)) facts.set(name, `${value} ${unit}`);
  if (offer.note !== undefined) facts.set(t.note, typed(offer.note));
  return facts;
}

function amounts(m: Messages, rules: PriceRules | undefined, given: OfferedAmounts): [string, string][] {
  const t = m.logFacts;
  const form = rules && 'form' in rules ? rules.form : undefined;
  const time = rules && 'time' in rules ? rules.time : undefined;
  const percentage = (text: string): string => m.common.percentage(m.format.decimal(text));
  const lines = form?.kind === 'sheet' ? form.lines : [];
  return [
    ...(given.amount === undefined ? [] : [[t.amount, euros(m, given.amount)] satisfies [string, string]]),
    ...(given.lines ?? []).map(({ line, price }): [string, string] => {
      const found = lines.find(({ id }) => id === line);
      const is = found?.kind === 'percentage' ? percentage(price) : euros(m, price);
      return [found ? inLanguage(found.name, m) : line, is];
    }),
    ...(given.percentage === undefined
      ? []
      : [[t.percentage, percentage(given.percentage)] satisfies [string, string]]),
    ...(given.time === undefined
      ? []
      : [
          [t.time, `${m.format.decimal(given.time)} ${time ? inLanguage(time.unit, m) : ''}`.trim()] satisfies [
            string,
            string,
          ],
        ]),
    ...(given.statedTotal === undefined
      ? []
      : [[t.statedTotal, euros(m, given.statedTotal)] satisfies [string, string]]),
  ];
}
