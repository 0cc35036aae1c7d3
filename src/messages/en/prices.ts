import type { prices as nl } from '../nl/prices.ts';
import { quote } from '../sentence.ts';
import { count } from './words.ts';

/** Recording prices. */
export const prices: typeof nl = {
  title: 'Prices',
  lead: 'Quality is final; only now are the prices opened. Copy them from the bids. Every change is in the log, and nothing changes after the award.',
  link: 'Record prices',
  viewLink: 'Prices',
  caption: 'Prices by bid',
  recordedColumn: 'Recorded',
  recordedText: (done, all) => `${done} of ${all}`,
  formTitle: (bidder) => `Prices of ${quote(bidder)}`,
  formTitleLot: (bidder, lot) => `Price of ${quote(bidder)} in ${quote(lot)}`,
  open: 'Record',
  view: 'View',
  openFor: (action, bidder) => `${action}: ${bidder}`,
  openForLot: (action, bidder, lot) => `${action}: ${bidder}, ${lot}`,
  amount: (vat) => (vat === 'added' ? 'Amount in euro, excluding VAT' : 'Amount in euro'),
  noVat: 'Gunwijzer adds no VAT: copy the amount as the rules ask for it.',
  vatAdded: (percentage) => `Gunwijzer adds ${percentage} VAT.`,
  percentage: 'Percentage of the announced amount',
  time: (unit) => `Time, in ${unit}`,
  stated: (vat) => `Total that the bid itself states${vat === 'added' ? ', without or with VAT' : ''} (may stay empty)`,
  line: (name, unit, vat) => `${name}, price per ${unit}${vat === 'added' ? ', excluding VAT' : ''}`,
  quantity: (quantity, unit) => `Quantity: ${quantity} ${unit}`,
  hint: 'For example 125000 or 125,000.50',
  notANumber: (what) => `${what}: enter a number, in figures and with at most six decimals.`,
  ambiguous: (what, value) =>
    `${what}: “${value}” can be read in two ways. Write ${value.replace(/[.,]/, '')} or ${value.replace('.', ',')}.00 if these are thousands, else ${value.replace(',', '.')}0.`,
  missing: (what) => `${what}: enter a number.`,
  place: (bidder, lot) => `${bidder}, ${lot}`,
  save: 'Record prices',
  saved: 'The prices were recorded.',
  savedRest: 'The other prices of this bid were recorded.',
  emptied: (place) => `${place}: a recorded price cannot be emptied. Correct the price, or set the bid aside.`,
  staleTitle: 'This price was changed in the meantime',
  stale:
    'Another window has changed this price. What you entered is still here, with what is recorded now beside it. Record again to keep yours.',
  nowStored: (amount) => `Recorded now: ${amount}.`,
  far: (place, amount) =>
    `${place}: ${amount} is far from the other prices. Check the amount, and tick the box if it is right.`,
  sure: 'Yes, this is the amount in the bid',
  none: 'In this tender the price is fixed beforehand.',
  setAsideNote: 'Set aside on quality; the price need not be opened.',
  missingShort: (n) => `${count(n, 'price', 'prices')} still to record`,
  missingCount: (n) => `${count(n, 'price is', 'prices are')} still missing.`,
};
