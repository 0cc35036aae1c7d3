import { quote } from '../sentence.ts';
import { count } from './words.ts';

/** Regels die na de bekendmaking veranderen, en twee versies naast elkaar. */
export const amendments = {
  /** Waar een wijziging begint. */
  begin: {
    title: 'Bekendgemaakte regels wijzigen',
    lead: 'Zolang er geen inschrijving is vastgelegd, kunt u de regels wijzigen. Iedereen ziet daarna wat er veranderde en waarom. Neem de lijst met wijzigingen over in de nota van inlichtingen.',
    button: 'Wijziging voorbereiden',
    more: 'U werkt in een kopie. De regels veranderen pas als u de wijziging bekendmaakt.',
  },
  preparing: {
    text: 'U wijzigt bekendgemaakte regels. Zij veranderen pas als u de wijziging bekendmaakt.',
    label: 'Naar de aanbesteding',
  },
  link: 'Regels wijzigen (nota van inlichtingen)',
  /** Waar zij bekend wordt gemaakt. */
  publish: {
    title: 'Wijziging bekendmaken',
    lead: (tender: string) =>
      `Dit verandert aan de regels van ${quote(tender)}. Lees het na en schrijf op waarom u ze wijzigt.`,
    nothing: 'Er is nog niets gewijzigd.',
    reason: 'Waarom wijzigt u de regels?',
    reasonHint: 'Iedereen die de regels ziet, leest dit. Bijvoorbeeld: antwoord op vraag 3 van een gegadigde.',
    reasonMissing: 'Schrijf op waarom u de regels wijzigt.',
    submit: 'Wijziging nalezen en bekendmaken',
    outdated:
      'De regels van deze aanbesteding zijn intussen gewijzigd. Begin opnieuw, zodat er niets verloren gaat van wat een ander wijzigde.',
    done: 'Deze wijziging is bekendgemaakt.',
  },
  confirm: {
    title: 'Gewijzigde regels bekendmaken?',
    yes: 'Ja, maak de wijziging bekend',
    changes: 'Wijzigingen',
    reason: 'Reden',
    consequences: [
      'De nieuwe regels gelden meteen. Wie de aanbesteding mag zien, ziet beide versies, de verschillen en uw reden.',
      'Zodra er een inschrijving is vastgelegd, verandert er niets meer aan de regels.',
    ],
    undo: 'De vorige versie blijft te lezen. Terug kan alleen met een nieuwe wijziging.',
  },
  count: (n: number) => count(n, 'wijziging', 'wijzigingen'),
  caption: (n: number) => `${count(n, 'verschil', 'verschillen')} tussen de twee versies`,
  where: 'Wat',
  item: (kind: string, name: string) => `${kind} ${quote(name)}`,
  orderOf: (list: string) => `Volgorde van ${quote(list)}`,
  nothing: 'niets',
  inEnglish: (text: string) => `In het Engels: ${text}`,
  /** De versies van een aanbesteding. */
  versions: {
    title: 'Versies van de regels',
    lead: 'Elke versie blijft te lezen, met wat er veranderde en waarom.',
    one: 'De regels zijn niet gewijzigd sinds ze bekend zijn gemaakt.',
    caption: 'Bekendgemaakte versies',
    version: 'Versie',
    nth: (n: number) => `Versie ${n}`,
    announced: 'Bekendgemaakt',
    why: 'Reden',
    first: 'Eerste bekendmaking',
    was: 'Eerste versie om te vergelijken',
    is: 'Tweede versie om te vergelijken',
    compare: 'Vergelijken',
    differences: 'Verschillen',
    changes: (n: number) => `Wat versie ${n} wijzigde`,
    same: 'Deze twee versies zijn gelijk.',
    link: (n: number) => `Versies en verschillen (${n})`,
    changed: (n: number, day: string) =>
      `Versie ${n} van de regels geldt sinds ${day}: kijk onder versies wat er is gewijzigd.`,
    olderTitle: (n: number) => `Dit is versie ${n} van de regels`,
    older: (n: number, day: string) => `Zij geldt niet meer: sinds ${day} geldt versie ${n}.`,
    changedTitle: 'De regels zijn gewijzigd',
  },
};
