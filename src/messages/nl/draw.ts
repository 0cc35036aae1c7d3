import { quote, sentence } from '../sentence.ts';
import { quoted } from './words.ts';

/** Een loting vastleggen. */
export const draw = {
  title: 'Loting vastleggen',
  lead: 'Houd de loting zoals die is bekendgemaakt, met getuigen. Leg hier vast in welke volgorde is geloot; daarna berekent Gunwijzer de gunning. Was de loting fout, dan legt u haar met een reden opnieuw vast; de eerste blijft te lezen.',
  place: (n: number) => (n === 1 ? 'Als eerste geloot' : `Als ${n}e geloot`),
  choose: 'Kies een inschrijver',
  method: 'Hoe is geloot, en door wie?',
  methodMissing: 'Beschrijf hoe is geloot.',
  witnesses: 'Wie waren erbij?',
  witnessesHint: 'Namen of functies, bijvoorbeeld “notaris Bakker en twee inschrijvers”.',
  witnessesMissing: 'Vul in wie bij de loting waren.',
  againTitle: 'Loting opnieuw vastleggen',
  againLead:
    'Leg de loting opnieuw vast als zij opnieuw is gehouden of verkeerd is vastgelegd. De eerste blijft te lezen; de laatste geldt.',
  againLink: (lots: readonly string[]) => `Loting voor ${quoted(lots)} opnieuw vastleggen`,
  reason: 'Waarom opnieuw?',
  reasonMissing: 'Geef de reden.',
  confirm: {
    title: 'Loting vastleggen?',
    yes: 'Ja, zo is geloot',
    consequences: [
      'Gunwijzer berekent de gunning met deze volgorde.',
      'De volgorde, hoe is geloot en wie erbij waren blijven in het logboek en komen in het verslag van de loting.',
    ],
    undo: 'Niets: wat is vastgelegd blijft te lezen. Was de loting fout, dan legt u haar met een reden opnieuw vast.',
  },
  orderWrong: 'Kies elke inschrijver één keer.',
  record: 'Loting vastleggen en gunning berekenen',
  /** Daarna komt hoe is geloot, zoals dat is vastgelegd. */
  /** Wie erbij waren. */
  seenBy: (witnesses: string) => sentence(`Aanwezig: ${witnesses}`),
  again: (reason: string) => sentence(`Opnieuw vastgelegd, omdat: ${reason}`),
  held: (moment: string, order: readonly string[], lots: readonly string[]) =>
    sentence(
      `Loting${lots.length === 0 ? '' : ` voor ${quoted(lots)}`} vastgelegd op ${moment}: ${order.map((bidder, index) => `${index + 1}. ${quote(bidder)}`).join('; ')}`,
    ),
  /** Wat er van een loting is vastgelegd, in een stuk. */
  facts: {
    caption: (n: number) => `Loting ${n}`,
    lots: 'Waarvoor is geloot',
    allLots: 'alles waarin inschrijvers gelijk stonden',
    order: 'Volgorde',
    method: 'Hoe is geloot',
    witnesses: 'Aanwezig',
    notRecorded: 'niet vastgelegd',
    at: 'Vastgelegd op',
    again: 'Waarom opnieuw',
  },
};
