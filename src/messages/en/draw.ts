import type { draw as nl } from '../nl/draw.ts';
import { quote, sentence } from '../sentence.ts';
import { quoted } from './words.ts';

/** Recording a draw. */
export const draw: typeof nl = {
  title: 'Record the draw',
  lead: 'Hold the draw as it was announced, with witnesses. Record the order in which they were drawn; Gunwijzer then calculates the award. If the draw was wrong, you record it again with a reason; the first can still be read.',
  place: (n) => (n === 1 ? 'Drawn first' : `Drawn as number ${n}`),
  choose: 'Choose a bidder',
  method: 'How was it drawn, and by whom?',
  methodMissing: 'Describe how it was drawn.',
  witnesses: 'Who were present?',
  witnessesHint: 'Names or functions, for instance “notary Bakker and two bidders”.',
  witnessesMissing: 'Fill in who were at the draw.',
  againTitle: 'Record a draw again',
  againLead:
    'Record the draw again where it was held again or was recorded wrongly. The first can still be read; the last holds.',
  againLink: (lots) => `Record the draw for ${quoted(lots)} again`,
  reason: 'Why again?',
  reasonMissing: 'Give the reason.',
  confirm: {
    title: 'Record the draw?',
    yes: 'Yes, this is how it was drawn',
    consequences: [
      'Gunwijzer calculates the award with this order.',
      'The order, how it was drawn and who were present stay in the log, and appear in the record of the draw.',
    ],
    undo: 'Nothing: what was recorded can still be read. If the draw was wrong, you record it again with a reason.',
  },
  orderWrong: 'Choose every bidder once.',
  record: 'Record the draw and calculate the award',
  seenBy: (witnesses) => sentence(`Present: ${witnesses}`),
  again: (reason) => sentence(`Recorded again, because: ${reason}`),
  held: (moment, order, lots) =>
    sentence(
      `Draw${lots.length === 0 ? '' : ` for ${quoted(lots)}`} recorded on ${moment}: ${order.map((bidder, index) => `${index + 1}. ${quote(bidder)}`).join('; ')}`,
    ),
  facts: {
    caption: (n) => `Draw ${n}`,
    lots: 'What was drawn for',
    allLots: 'everything in which bidders were equal',
    order: 'Order',
    method: 'How it was drawn',
    witnesses: 'Present',
    notRecorded: 'not recorded',
    at: 'Recorded on',
    again: 'Why again',
  },
};
