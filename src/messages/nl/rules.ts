import { count, toDecimals } from './words.ts';

/** De bekendgemaakte regels. */
export const rules = {
  title: 'Bekendgemaakte regels',
  lead: 'Deze regels stonden vast voordat de inschrijvingen werden geopend. Niets daarbuiten telt mee.',
  example: 'Deels een voorbeeld',
  seeNotice: 'Aan het begin van deze regels staat welke delen een voorbeeld van Gunwijzer zijn.',
  lots: 'Gebieden',
  award: 'Gunning',
  mechanism:
    'Van alle verdelingen die aan deze grenzen voldoen, blijven eerst zo weinig mogelijk gebieden open en wint daarna de verdeling met de hoogste som van de totaalscores.',
  tieBreak: (criteria: string) =>
    `Bij gelijke stand telt achtereenvolgens de hogere score op ${criteria}. Is er dan nog gelijke stand, dan is een loting nodig.`,
  noTieBreak: 'Bij gelijke stand is een loting nodig.',
  rounding: (decimals: number) =>
    `Het totaal per gebied wordt rekenkundig afgerond op ${toDecimals(decimals)}; verder wordt nergens afgerond.`,
  rankOnRounded: 'De rangorde volgt het afgeronde totaal.',
  rankOnExact: 'De rangorde volgt het onafgeronde totaal.',
  price: 'Prijs',
  criteria: 'Gunningscriteria en wegingsfactoren',
  criteriaCaption: 'Gunningscriteria met hun gewicht in het totaal',
  wholeWeight: 'Gewicht in het totaal',
  scale: 'Beoordelingsschaal',
  scaleCaption: 'Scores met hun betekenis',
  anchor: 'Betekenis',
  label: 'Oordeel',
  formula: 'Punten op een criterium = score ÷ hoogste score × gewicht in het totaal.',
  formulaElsewhere: 'Waar bij een criterium iets anders staat, geldt dat.',
  growthPath: 'Groeipad basisondersteuning',
  growthPathLead: 'Een toezegging onder het minimum maakt de inschrijving ongeldig voor dat gebied.',
  growthPathCaption: 'Minimumaandeel gebruikers met basisondersteuning',
  by: 'Uiterlijk',
  minimum: 'Minimum',
  initiatives: 'Aandeel via een maatschappelijk initiatief',
  term: 'Looptijd',
  termText: (years: number, extensions: number, extensionYears: number, start: string) =>
    `${years} jaar vanaf ${start}, met ${count(extensions, 'verlengingsoptie', 'verlengingsopties')} van ${extensionYears} jaar.`,
  budget: 'Budget',
  amount: 'Bedrag',
  termExample: 'De bron noemt deze duur en deze verlengingen als voorbeeld.',
  part: 'Onderdeel',
  hash: 'sha256 van de regels',
};
