import { quote } from '../sentence.ts';
import { countOf, format } from './words.ts';

/** De consensusronde. */
export const consensus = {
  title: 'Consensus',
  lead: 'Vergelijk de scores per beoordelaar, bespreek de verschillen en leg de consensusscore met motivering vast.',
  caption: (lot: string) => `Consensus in ${lot}`,
  recorded: 'Vastgelegd',
  recordedText: (done: number, all: number) => countOf(done, all, 'criterium', 'criteria'),
  largestSpread: 'Grootste verschil',
  spread: (low: string, high: string, distance: string) =>
    `van ${format.decimal(low)} tot ${format.decimal(high)}, verschil ${distance}`,
  noSpread: (score: string) => `allemaal ${format.decimal(score)}`,
  open: 'Consensus vastleggen',
  view: 'Bekijken',
  pageTitle: (bidder: string, lot: string) => `Consensus: ${bidder} in ${lot}`,
  pageLead:
    'De scores per beoordelaar staan naast elkaar. De consensusscore is geen gemiddelde: de commissie stelt hem vast.',
  individual: (criterion: string) => `Scores per beoordelaar voor ${quote(criterion)}`,
  spreadChart: (scores: readonly string[]) => `Spreiding van de scores: ${scores.map(format.decimal).join('; ')}.`,
  score: 'Consensusscore',
  motivation: 'Motivering van de commissie',
  motivationHint: 'Deze tekst komt in het rapport. Noem de kenmerken die de score bepalen.',
  discussed: 'Dit verschil is besproken',
  discussHint: (limit: string) =>
    `De scores lopen verder uiteen dan ${limit}. Bespreek het verschil voordat u de score vastlegt.`,
  flagged: 'bespreken',
  beyond: 'Deze score ligt buiten wat de beoordelaars elk gaven. Een tweede persoon moet haar bevestigen.',
  confirmed: (who: string) => `Bevestigd door ${who}.`,
  save: 'Consensus opslaan',
  saved: 'De consensus is opgeslagen.',
  notRecorded: 'nog niet vastgelegd',
  stale: (criterion: string) =>
    `De consensus over ${quote(criterion)} is intussen gewijzigd. Wat u invulde staat er nog; controleer het en sla opnieuw op.`,
  readOnly: 'De kwaliteitsronde is gesloten; de consensusscores staan vast.',
  progress: (done: number, all: number) => `${countOf(done, all, 'consensusscore', 'consensusscores')} vastgelegd.`,
};
