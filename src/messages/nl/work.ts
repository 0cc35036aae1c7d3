import type { LongTask, WorkSize } from '../long-task.ts';
import type { Noun, Nouns } from '../noun.ts';
import { count } from './words.ts';

/** Waar iemand op wacht. */
export const work = ({ lot }: Nouns) => ({
  title: 'Even wachten',
  tasks: {
    page: 'De pagina wordt gemaakt.',
    award: 'De gunning wordt berekend.',
    guards: 'Gunwijzer zoekt uit wat er zou veranderen met andere scores, wegingsfactoren of inschrijvingen.',
    rehearsal: 'De regels worden geoefend.',
    're-run': 'De aanbesteding wordt opnieuw berekend.',
    report: 'Het rapport wordt gemaakt.',
    letters: 'De brieven worden gemaakt.',
    file: 'Het bestand wordt gelezen.',
  } satisfies Readonly<Record<LongTask, string>>,
  inLine: 'Andere berekeningen zijn nog bezig. Deze begint zodra er ruimte is.',
  busy: (seconds: number) => `Al ${count(seconds, 'seconde', 'seconden')} bezig.`,
  /** Hoeveel brieven er al zijn. */
  letters: (made: number, of: number) => `${made} van ${count(of, 'brief', 'brieven')} klaar.`,
  size: (size: WorkSize) => sizeInWords(lot, size),
  nextPage: 'Deze pagina gaat vanzelf verder. U kunt ondertussen iets anders doen.',
  nextDownload: 'Het downloaden begint vanzelf. U kunt ondertussen iets anders doen.',
  limit: (seconds: number) =>
    `Duurt het langer dan ${count(seconds, 'seconde', 'seconden')}, dan stopt Gunwijzer ermee. Er is dan niets opgeslagen.`,
  done: 'Het is klaar.',
  look: 'Kijken of het klaar is',
  stop: 'Stoppen',
  stopped: 'De berekening is gestopt.',
});

/** Om hoeveel het gaat. */
export const sizeInWords = (lot: Noun, size: WorkSize): string =>
  `Het gaat om ${count(size.bids, 'inschrijving', 'inschrijvingen')}, ${count(size.lots, lot.one, lot.more)} en ${count(size.criteria, 'gunningscriterium', 'gunningscriteria')}.`;
