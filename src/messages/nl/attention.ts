import type { Nouns } from '../noun.ts';
import { quote, sentence } from '../sentence.ts';
import { agree, format, quoted, quotedFirst, thisOne } from './words.ts';

/** Wat iemand van een uitkomst moet weten of er eerst mee moet doen. */
export const attention = ({ lot: lotNoun }: Nouns) => ({
  title: 'Vraagt aandacht',
  nothingAwarded: 'Geen voorstel tot gunning',
  partly: (done: number, all: number) =>
    `Voorstel tot gunning voor ${format.grouped(String(done), 0)} van de ${format.grouped(String(all), 0)} ${agree(all, lotNoun.one, lotNoun.more)}`,
  partlyDrawn: (done: number, all: number, drawn: number) =>
    `Voorstel tot gunning voor ${format.grouped(String(done), 0)} van de ${format.grouped(String(all), 0)} ${agree(all, lotNoun.one, lotNoun.more)}, loting nodig in ${format.grouped(String(drawn), 0)}`,
  unreadable: 'Uitkomst niet leesbaar',
  drawNeeded: (bidders: readonly string[], lots: readonly string[]) =>
    sentence(
      `Houd een loting${bidders.length === 0 ? '' : ` tussen ${quoted(bidders)}`}${lots.length === 0 ? '' : ` voor ${quotedFirst(lots, lotNoun)}`}`,
    ),
  openLots: (lots: readonly string[]) =>
    sentence(
      `${quotedFirst(lots, lotNoun)} ${agree(lots.length, 'blijft', 'blijven')} open: niemand krijgt ${agree(lots.length, thisOne(lotNoun), `deze ${lotNoun.more}`)}`,
    ),
  abnormallyLow: {
    wins: (bidder: string, lot: string) =>
      `${quote(bidder)} krijgt ${quote(lot)} met een prijs die abnormaal laag lijkt. Vraag om uitleg voordat u beslist.`,
    other: (bidder: string, lot: string) =>
      `De prijs van ${quote(bidder)} voor ${quote(lot)} lijkt abnormaal laag. Vraag om uitleg.`,
  },
  abnormallyHigh: {
    wins: (bidder: string, lot: string) =>
      `${quote(bidder)} krijgt ${quote(lot)} met een bod dat abnormaal hoog lijkt. Vraag om uitleg voordat u beslist.`,
    other: (bidder: string, lot: string) =>
      `Het bod van ${quote(bidder)} voor ${quote(lot)} lijkt abnormaal hoog. Vraag om uitleg.`,
  },
  priceOutsideBounds: {
    wins: (bidder: string, lot: string) =>
      `${quote(bidder)} krijgt ${quote(lot)} met een prijs buiten de bekendgemaakte grenzen. Vraag om uitleg voordat u beslist.`,
    other: (bidder: string, lot: string) =>
      `De prijs van ${quote(bidder)} voor ${quote(lot)} ligt buiten de bekendgemaakte grenzen. Vraag om uitleg.`,
  },
  statedTotalDiffers: (bidder: string, lot: string) =>
    `${quote(bidder)} noemt voor ${quote(lot)} een ander totaal dan de eigen bedragen samen. Het berekende bedrag telt.`,
  withdrawn: (bidder: string, lots: readonly string[]) =>
    `${quote(bidder)} is na de rangorde ingetrokken voor ${quotedFirst(lots, lotNoun)}.`,
  excluded: (bidder: string, lots: readonly string[]) =>
    `${quote(bidder)} is uitgesloten voor ${quotedFirst(lots, lotNoun)}.`,
});
