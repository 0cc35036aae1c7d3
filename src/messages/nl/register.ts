import { quote, sentences } from '../sentence.ts';
import { count, format } from './words.ts';

/** Het register over alle dossiers. */
export const register = {
  title: 'Register',
  lead: 'Elke gebeurtenis, van elk dossier en van de accounts, staat in één register. Wie er een weghaalt of wijzigt, laat een gat achter.',
  length: 'Aantal gebeurtenissen',
  head: 'Hash van het register',
  verdict: {
    never: 'De controle van de hele database is nog bezig.',
    failed: 'De controle van de hele database is mislukt. De beheerder vindt de reden in het logboek van de server.',
    fine: (moment: string) => `In orde: op ${moment} is de hele database gecontroleerd.`,
    findings: (moment: string, findings: number) =>
      `Niet in orde: bij de controle van ${moment} ${findings === 1 ? 'is' : 'zijn'} ${count(findings, 'fout', 'fouten')} gevonden.`,
    notHere: 'Deze server houdt zijn gegevens in het geheugen en controleert zichzelf niet.',
  },
  again: 'Er wordt opnieuw gecontroleerd, omdat iets anders dan de server zelf in de database heeft geschreven.',
  findings: 'Wat is er gevonden?',
  overAll: 'Over de dossiers heen',
  toDossier: (dossier: string) => `Bekijk ${dossier}`,
  dossiers: {
    title: 'Dossiers',
    lead: 'Elk dossier met de laatste controle daarvan. Vraag een controle aan wanneer u wilt: zij loopt op de achtergrond, en niemand wacht erop.',
    caption: 'Dossiers en hun laatste controle',
    dossier: 'Dossier',
    kind: 'Soort',
    events: 'Gebeurtenissen',
    state: 'Stand',
    verdict: 'Controle',
    verify: 'Controleer',
    verifyOf: (title: string) => `Controleer ${quote(title)}`,
    verifyAll: 'Controleer alle dossiers',
    asked: 'De controle is aangevraagd. Ververs deze pagina om de uitkomst te zien.',
    refresh: 'Ververs deze pagina',
    good: 'in orde',
    wrong: 'niet in orde',
    waits: 'wordt gecontroleerd',
    never: 'nog niet gecontroleerd',
    confirmed: 'uitkomst herberekend en gelijk',
    at: (moment: string) => `op ${moment}`,
    /** Er is sindsdien iets bij gekomen. */
    grown: (n: number) => `tot en met gebeurtenis ${n}`,
    accounts: 'Accounts',
    log: 'Logboek',
    logOf: (title: string) => `Logboek van ${quote(title)}`,
    reRun: 'Herberekening',
    reRunOf: (title: string) => `Herberekening van ${quote(title)}`,
  },
  checks: 'Wat is gecontroleerd?',
  checkedRegister: (events: number) =>
    `Het register, van de eerste tot en met de laatste van ${count(events, 'gebeurtenis', 'gebeurtenissen')}.`,
  checkedDossiers: (dossiers: number) =>
    `${count(dossiers, 'dossier', 'dossiers')}: de keten, elk onderdeel, of elke gebeurtenis was toegestaan, en de uitkomst.`,
  checkedPasswords: (bound: number, unbound: number) =>
    sentences(
      bound === 0
        ? ''
        : `${count(bound, 'wachtwoord', 'wachtwoorden')}: het is het wachtwoord dat volgens het logboek is ingesteld.`,
      unbound === 0
        ? ''
        : `Van ${count(unbound, 'wachtwoord', 'wachtwoorden')} legde het logboek nog niet vast welk er is ingesteld.`,
      bound + unbound === 0 ? 'Er zijn geen wachtwoorden.' : '',
    ),
  namesOfPublished: (dossiers: readonly string[]) =>
    `Let op: de regels in ${format.list(dossiers)} dragen de naam en het versienummer van regels die Gunwijzer kent, maar wijken daarvan af.`,
  notProven: 'Wat is niet bewezen?',
  notProvenNames:
    'De namen van personen: die staan buiten het register, omdat een naam gecorrigeerd of verwijderd kan worden.',
  notProvenEnd:
    'Of het einde van het register is weggehaald, of alles is vervalst en opnieuw berekend. Bewaar daarom geregeld een export op een andere plek.',
  export: 'Bewaren op een andere plek',
  exportText:
    'De export is een lijst van hashes, zonder inhoud. Een eerdere export is altijd het begin van een latere. Bewaar er bijvoorbeeld elke dag een, en controleer in de map van Gunwijzer:',
  exportLink: 'Exporteer het register',
  closed:
    'U hebt deel aan een aanbesteding die nog loopt. Tot daarvan de gunning is berekend, is het register voor u niet te zien.',
  finding: 'De controle van de hele database heeft iets gevonden.',
  look: 'Bekijk het register',
};
