/** Een bestand over contracten: wat eruit volgt, op de opdrachtregel en op papier. */
export const followFile = {
  titles: { budget: 'Budget', 'growth-path': 'Groeipad basisondersteuning', term: 'Looptijd' },
  rules: 'Regels',
  asOf: 'Berekend voor',
  fictional: 'Dit is een voorbeeld: de cijfers zijn fictief.',
  attachment: 'Het bestand, om opnieuw te berekenen met gunwijzer',
};
