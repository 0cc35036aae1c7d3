/** Een loting vastleggen. */
export const draw = {
  title: 'Loting vastleggen',
  lead: 'Houd de loting zoals die is bekendgemaakt, met getuigen. Leg hier vast in welke volgorde is geloot; daarna wordt de gunning opnieuw berekend. Een vastgelegde loting verandert niet meer.',
  place: (n: number) => `Als ${n}e geloot`,
  choose: 'Kies een inschrijver',
  method: 'Hoe is geloot, door wie en wie waren erbij?',
  methodMissing: 'Beschrijf hoe is geloot.',
  orderWrong: 'Kies bij elke plaats een andere inschrijver.',
  record: 'Loting vastleggen en gunning berekenen',
  held: (moment: string, order: string, method: string) => `Loting vastgelegd op ${moment}: ${order}. ${method}`,
};
