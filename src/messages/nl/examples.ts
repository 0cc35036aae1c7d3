/** Bestanden om mee te beginnen. */
export const examples = {
  title: {
    input: 'Om mee te beginnen: invoerbestanden om te downloaden',
    rules: 'Om mee te beginnen: bestanden met regels om te downloaden',
  },
  sample: {
    'gon-2027-demo': 'GON 2027: kwaliteit bij een vaste prijs, vier gebieden (fictieve inschrijvingen)',
    'price-and-quality': 'Vervoer naar dagbesteding: gewogen factor met prijs en kwaliteit (verzonnen)',
    'award-on-value': 'Wijkcentra: gunnen op waarde, met een bonus en een malus (verzonnen)',
  },
  schema: 'De opbouw van het bestand (JSON Schema)',
};
