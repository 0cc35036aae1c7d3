/** Voorbeeldbestanden. */
export const examples = {
  title: {
    input: 'Voorbeeldbestanden: invoer om te downloaden',
    rules: 'Voorbeeldbestanden: regels om te downloaden',
    matrix: 'Voorbeeldbestand: een afwegingskader om te downloaden',
  },
  sample: {
    'gon-2027-demo': 'GON 2027: kwaliteit bij een vaste prijs, vier gebieden (fictieve inschrijvingen)',
    'price-and-quality': 'Vervoer naar dagbesteding: gewogen factor met prijs en kwaliteit (fictief)',
    'award-on-value': 'Wijkcentra: gunnen op waarde, met een bonus en een malus (fictief)',
    schoonmaak: 'Schoonmaak: korte schrijfwijze, drie percelen met eigen grenzen, prijs in delen (fictief)',
  },
  file: (name: string) => `${name}, als bestand`,
  matrix: 'Vervoer naar dagbesteding regelen: vier alternatieven, vijf criteria (fictief)',
  schema: 'De opbouw van het bestand (JSON Schema)',
};
