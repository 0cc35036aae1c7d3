import type { prices as nl } from '../nl/prices.ts';
import { count } from './words.ts';

/** Recording prices. */
export const prices: typeof nl = {
  title: 'Prices',
  lead: 'Quality is final; only now are the prices opened. Copy them from the bids. Every change is in the log, and nothing changes after the award.',
  link: 'Record prices',
  viewLink: 'Prices',
  amount: 'Amount in euro',
  percentage: 'Percentage of the announced amount',
  time: (unit) => `Time, in ${unit}`,
  stated: 'Total that the bid itself states (may stay empty)',
  line: (name, unit) => `${name}, price per ${unit}`,
  quantity: (quantity, unit) => `Quantity: ${quantity} ${unit}`,
  hint: 'For example 125000 or 125,000.50',
  notANumber: (what) => `${what}: enter a number, in figures and with at most six decimals.`,
  ambiguous: (what, value) =>
    `${what}: “${value}” can be read in two ways. Write ${value.replace(/[.,]/, '')} or ${value.replace('.', ',')}.00 if these are thousands, else ${value.replace(',', '.')}0.`,
  missing: (what) => `${what}: enter a number.`,
  place: (bidder, lot) => `${bidder}, ${lot}`,
  save: 'Record prices',
  saved: 'The prices were recorded.',
  none: 'In this tender the price is fixed beforehand.',
  setAsideNote: 'Set aside on quality; the price need not be opened.',
  missingCount: (n) => `${count(n, 'price is', 'prices are')} still missing.`,
};
