import { quote, sentence } from '../sentence.ts';
import { count, format, quoted } from './words.ts';

const number = (n: number): string => format.grouped(String(n), 0);

/** De eerste pagina, en de lijsten die daarbij horen. */
export const home = {
  title: (name: string) => `Welkom, ${name}`,
  lead: 'Hieronder staat wat u nu kunt doen.',
  groups: {
    todo: {
      title: 'Nu doen',
      all: (n: number) => `Alle ${number(n)} taken bekijken`,
      none: 'U hebt nu niets te doen.',
    },
    waits: {
      title: 'Wacht op',
      all: (n: number) => `Alles bekijken waarop u wacht (${number(n)})`,
      none: 'U wacht nu nergens op.',
    },
    heeds: {
      title: 'Let op',
      all: (n: number) => `Alle ${number(n)} aandachtspunten bekijken`,
      none: 'Er zijn geen aandachtspunten.',
    },
  },
  more: (n: number) => (n === 1 ? 'Er is nog 1 punt.' : `Er zijn nog ${number(n)} punten.`),
  left: (days: number) =>
    days === 0
      ? 'vandaag'
      : days > 0
        ? `nog ${count(days, 'dag', 'dagen')}`
        : `${count(-days, 'dag', 'dagen')} geleden`,
  standstill: 'Opschortende termijn eindigt',
  explanationAsked: 'Uitleg gevraagd',
  dossiers: 'Aanbestedingen',
  archive: 'Archief',
  noDossiers: 'Er zijn nog geen aanbestedingen waarbij u betrokken bent.',
  noDossiersOfficer: 'Er zijn nog geen aanbestedingen. Begin met een nieuwe.',
  noneRunning: 'Alle aanbestedingen staan in het archief.',
  noneArchived: 'Er staat niets in het archief.',
  noneFound: (title: string) => `Geen aanbesteding gevonden met ${quote(title)} in de titel.`,
  noneSuch: 'Geen aanbesteding gevonden met deze filters.',
  again: 'Gunning opnieuw berekenen',
  stopped: 'Stopgezet',
  list: {
    filter: 'Aanbestedingen zoeken',
    search: 'Zoek in titels',
    phase: 'Fase',
    everyPhase: 'Alle fasen',
    year: 'Jaar',
    everyYear: 'Alle jaren',
    show: 'Toon',
    running: 'Lopend',
    submit: 'Zoeken',
    clear: 'Filters wissen',
    tender: 'Aanbesteding',
    status: 'Stand',
    date: 'Datum',
    noDate: 'geen',
    changed: 'Laatst gewijzigd',
    toArchive: (n: number) => `Archief bekijken (${number(n)})`,
    toRunning: 'Terug naar lopende aanbestedingen',
    caption: (n: number) => count(n, 'aanbesteding', 'aanbestedingen'),
    captionArchived: (n: number) => `${count(n, 'aanbesteding', 'aanbestedingen')} in het archief`,
  },
  decisions: {
    caption: (n: number) => count(n, 'keuze', 'keuzes'),
    decision: 'Keuze',
    all: (n: number) => `Alle ${number(n)} keuzes bekijken`,
    filter: 'Keuzes zoeken',
    none: 'Er is nog geen contractmodel gekozen.',
    noneFound: (title: string) => `Geen keuze gevonden met ${quote(title)} in de titel.`,
  },
  pager: {
    label: 'Bladeren',
    range: (first: number, last: number, all: number) =>
      `${number(first)} tot en met ${number(last)} van ${number(all)}`,
    previous: 'Vorige',
    next: 'Volgende',
  },
  tasks: {
    declare: 'Vul uw belangenverklaring in.',
    declareAction: 'Invullen',
    proposeOpening: 'Zet de eerste stap om de prijzen te openen.',
    openPrices: 'Open de prijzen als tweede persoon.',
    openPricesAction: 'Openen',
    leadRound: 'Er loopt een herbeoordeling. Rond haar af.',
    leadRoundAction: 'Verder',
    sendDecision: 'Er ligt een voorstel tot gunning. Is het besluit genomen, leg dan de brieven vast en verstuur ze.',
    sendDecisionAction: 'Naar de brieven',
    assess: (open: number) => `Nog ${count(open, 'beoordeling', 'beoordelingen')} in te dienen.`,
    assessAction: 'Verder beoordelen',
    register: 'Leg de inschrijvingen vast en wijs beoordelaars aan.',
    registerAction: 'Inschrijvingen vastleggen',
    openConsensus: 'Alle beoordelingen zijn ingediend. U kunt de consensusronde openen.',
    openConsensusAction: 'Naar de aanbesteding',
    consensus: (open: number) => `Leg nog ${count(open, 'consensusscore', 'consensusscores')} vast.`,
    consensusAction: 'Naar de consensus',
    closeQuality: 'Alle consensusscores zijn vastgelegd. U kunt de kwaliteitsronde sluiten.',
    computeAward: 'De kwaliteitsronde is gesloten. U kunt de gunning berekenen.',
    computeAgain: 'De gunning moet opnieuw worden berekend.',
    reportAction: 'Rapport downloaden (PDF)',
    awardAction: 'Gunning bekijken',
    accounts: 'Beheer wie welke rol heeft.',
    accountsAction: 'Naar de accounts',
  },
  waits: {
    assessors: (open: number) =>
      sentence(`De beoordelaars dienen nog ${count(open, 'beoordeling', 'beoordelingen')} in`),
    assessorsOf: (open: number, people: readonly { name: string; open: number }[], others: number) =>
      sentence(
        `Nog ${count(open, 'beoordeling', 'beoordelingen')} van ${format.list([
          ...people.map((one) => `${one.name} (${number(one.open)})`),
          ...(others === 0 ? [] : [count(others, 'andere beoordelaar', 'andere beoordelaars')]),
        ])}`,
      ),
    progressAction: 'Voortgang bekijken',
    declarations: (names: readonly string[], others: number) =>
      sentence(
        `De belangenverklaring van ${format.list([
          ...names,
          ...(others === 0 ? [] : [count(others, 'ander', 'anderen')]),
        ])}`,
      ),
    secondPerson: 'Een tweede persoon opent de prijzen.',
    standstill: (until: string) =>
      `De opschortende termijn loopt tot en met ${until}. Leg daarna vast wanneer het contract is getekend.`,
    consensusOpening: 'U hebt alles ingediend. De voorzitter opent de consensusronde.',
    followConsensus: 'De consensusronde is open. U kunt de scores naast elkaar zien.',
    decision: 'Er ligt een voorstel tot gunning. Daarover wordt een besluit genomen.',
    report: 'Er ligt een voorstel tot gunning. Het beoordelingsrapport staat klaar.',
    explanation: (bidder: string, lot: string) => sentence(`De uitleg van ${quote(bidder)} over de prijs voor ${lot}`),
  },
  heeds: {
    drawAction: 'Loting vastleggen',
    askAction: 'Uitleg vragen',
    conflictsAction: 'Beslissen',
    received: (bidder: string, lot: string) =>
      sentence(`De uitleg van ${quote(bidder)} over de prijs voor ${lot} is binnen. Beoordeel die`),
    receivedAction: 'Beoordelen',
    proceeding: (lots: readonly string[]) =>
      `Er loopt een kort geding over ${quoted(lots)}. Tot de uitspraak tekent u daarvoor geen contract.`,
    proceedingAction: 'Stand bekijken',
    damaged: 'Het logboek van dit dossier is gewijzigd of beschadigd.',
    auditAction: 'Herberekenen',
  },
};
