import { quote, sentence } from '../sentence.ts';
import { count } from './words.ts';

/** De data van een aanbesteding: bekendgemaakt, gevraagd, en de termijnen van de wet. */
export const dates = {
  title: 'Data en termijnen',
  lead: 'Een bekendgemaakte datum verschuift niet vanzelf. Een termijn van de wet die op een zaterdag, zondag of feestdag eindigt, loopt door tot de eerstvolgende werkdag.',
  none: 'Er zijn nog geen data bekendgemaakt en er loopt geen termijn.',
  caption: 'Data en termijnen, op volgorde',
  what: 'Wat',
  date: 'Datum',
  left: 'Nog',
  announced: 'bekendgemaakt in de regels',
  standstill: (lots: string) => `Opschortende termijn voor ${lots} eindigt`,
  sent: (lots: string) => `Gunningsbeslissing voor ${lots} verzonden`,
  longerTerm: 'U hebt een langere termijn bekendgemaakt dan de wet vraagt.',
  sentWhy: 'vastgelegd',
  explanation: (bidder: string, place: string) => sentence(`Uitleg van de prijs van ${quote(bidder)} in ${place}`),
  explanationWhy: 'gevraagd',
  days: (n: number) => count(n, 'dag', 'dagen'),
  today: 'vandaag',
  past: (n: number) => `${count(n, 'dag', 'dagen')} geleden`,
  calendar: 'Zet deze data in uw agenda',
};
