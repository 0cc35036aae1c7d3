/** Wat de prijsformule doet, met voorbeelden. */
export const priceExamples = {
  title: 'Wat de prijsformule doet',
  lead: 'Drie prijzen naast elkaar, met dezelfde kwaliteit: 70 procent van wat er te halen is. De prijzen zijn een rekenvoorbeeld.',
  caption: 'Wat drie prijzen opleveren',
  price: 'Prijs',
  points: 'Prijspunten',
  total: (quality: string) => `Totaal, bij kwaliteit ${quality}`,
  onePoint: (euros: string, price: string, pays: boolean) =>
    `Eén punt meer kwaliteit weegt bij een prijs van ${price} op tegen een prijs die ${euros} ${pays ? 'lager' : 'hoger'} is.`,
  worthNothing: 'Eén punt meer kwaliteit is hier niet in euro uit te drukken.',
};
