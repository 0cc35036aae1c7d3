import type { draw as nl } from '../nl/draw.ts';

/** Recording a draw. */
export const draw: typeof nl = {
  title: 'Record the draw',
  lead: 'Hold the draw as it was announced, with witnesses. Record the order in which was drawn; the award is then calculated anew. A recorded draw does not change any more.',
  place: (n) => `Drawn ${n === 1 ? 'first' : `as number ${n}`}`,
  choose: 'Choose a bidder',
  method: 'How was it drawn, by whom and who was present?',
  methodMissing: 'Describe how it was drawn.',
  orderWrong: 'Choose a different bidder for every place.',
  record: 'Record the draw and calculate the award',
  held: (moment, order, method) => `Draw recorded on ${moment}: ${order}. ${method}`,
};
