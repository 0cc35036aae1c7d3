import type { Nouns } from '../noun.ts';
import { quote, sentence } from '../sentence.ts';
import { agree, count, countOf, quotedFirst } from './words.ts';

/** Bevindingen en conclusies: genummerd, en alleen uit wat is vastgelegd. */
export const findings = ({ lot: lotNoun }: Nouns) => ({
  title: 'Bevindingen en conclusies',
  lead: 'Alles hieronder volgt uit wat in het dossier is vastgelegd.',
  findings: 'Bevindingen',
  conclusions: 'Conclusies',
  received: (bids: number, lots: number) =>
    `Er ${agree(bids, 'is', 'zijn')} ${count(bids, 'inschrijving', 'inschrijvingen')} voor ${count(lots, lotNoun.one, lotNoun.more)}.`,
  validIn: (lots: readonly string[], n: number, all: number) =>
    `In ${quotedFirst(lots, lotNoun)} ${agree(all, 'telt', 'tellen')} ${agree(lots.length, '', 'telkens ')}${countOf(n, all, 'inschrijving', 'inschrijvingen')} mee.`,
  validInAll: (n: number, all: number) =>
    `Over alle ${lotNoun.more} samen ${agree(all, 'telt', 'tellen')} ${countOf(n, all, 'inschrijving', 'inschrijvingen')} mee.`,
  corrected: (bidder: string) => `De inschrijving van ${quote(bidder)} is verbeterd voordat de beoordeling opende.`,
  wins: (lot: string, bidder: string, total: string) =>
    total === '–'
      ? `${quote(lot)} gaat naar ${quote(bidder)}.`
      : `${quote(lot)} gaat naar ${quote(bidder)}, met een totaal van ${total}.`,
  margin: (other: string, total: string, difference: string) =>
    `De beste andere is ${quote(other)} met ${total}; ${difference.startsWith('−') ? `de winnaar blijft daar ${difference.slice(1)} bij achter` : `de voorsprong is ${difference}`}.`,
  nobody: (lots: readonly string[], state: string, why: string) =>
    sentence(`${quotedFirst(lots, lotNoun)}: ${state.toLowerCase()}; ${why}`),
});
