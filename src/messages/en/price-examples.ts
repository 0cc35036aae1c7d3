/** What the price formula does, with examples. */
export const priceExamples = {
  title: 'What the price formula does',
  lead: 'Three prices side by side, with the same quality: 70 per cent of what can be had. The prices are an example.',
  caption: 'What three prices earn',
  price: 'Price',
  points: 'Price points',
  total: (quality: string) => `Total, with quality ${quality}`,
  onePoint: (euros: string, price: string, pays: boolean) =>
    `At a price of ${price}, one more point of quality makes up for a price that is ${euros} ${pays ? 'lower' : 'higher'}.`,
  worthNothing: 'One more point of quality cannot be expressed in euro here.',
};
