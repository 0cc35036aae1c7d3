import { quote, sentence } from '../sentence.ts';
import { quoted } from './words.ts';

/** Een loting vastleggen. */
export const draw = {
  title: 'Loting vastleggen',
  lead: 'Houd de loting zoals die is bekendgemaakt, met getuigen. Leg hier vast in welke volgorde is geloot; daarna berekent Gunwijzer de gunning. Een vastgelegde loting verandert niet meer.',
  place: (n: number) => (n === 1 ? 'Als eerste geloot' : `Als ${n}e geloot`),
  choose: 'Kies een inschrijver',
  method: 'Hoe is geloot, door wie en wie waren erbij?',
  methodMissing: 'Beschrijf hoe is geloot.',
  orderWrong: 'Kies elke inschrijver één keer.',
  record: 'Loting vastleggen en gunning berekenen',
  /** Daarna komt hoe is geloot, zoals dat is vastgelegd. */
  held: (moment: string, order: readonly string[], lots: readonly string[]) =>
    sentence(
      `Loting${lots.length === 0 ? '' : ` voor ${quoted(lots)}`} vastgelegd op ${moment}: ${order.map((bidder, index) => `${index + 1}. ${quote(bidder)}`).join('; ')}`,
    ),
};
