import type { StepName } from '../../domain/tender/steps.ts';
import { quote, sentence } from '../sentence.ts';
import { agree, count } from './words.ts';

/** De pagina van een aanbesteding. */
export const tender = {
  phasesTitle: 'Waar staat deze aanbesteding?',
  done: 'afgerond',
  current: 'nu',
  toCome: 'volgt',
  next: 'Wat is de volgende stap?',
  /** Wat de voorzitter nu doet, en wat de anderen lezen. */
  nextFor: {
    registration: {
      chair: 'Leg alle inschrijvingen vast, wijs de beoordelaars aan en open daarna de beoordeling.',
      others: 'De voorzitter legt de inschrijvingen vast en wijst de beoordelaars aan.',
    },
    assessment: {
      chair: 'De beoordelaars geven ieder voor zich scores. Open de consensusronde zodra alles is ingediend.',
      others: 'De beoordelaars geven ieder voor zich scores. Daarna opent de voorzitter de consensusronde.',
    },
    consensus: {
      chair:
        'Leg per inschrijving en criterium de consensusscore met motivering vast. Sluit daarna de kwaliteitsronde.',
      others: 'De voorzitter legt de consensusscores met motivering vast en sluit daarna de kwaliteitsronde.',
    },
    prices: {
      chair: 'De scores staan vast. Open de prijzen en leg ze vast.',
      others: 'De scores staan vast. De voorzitter opent de prijzen, legt ze vast en berekent de gunning.',
    },
    calculate: {
      chair: 'Alles wat nodig is, ligt vast. Bereken de gunning.',
      others: 'Alles wat nodig is, ligt vast. De voorzitter berekent de gunning.',
    },
    draw: {
      chair: 'Er is een loting nodig. Houd de loting en leg haar vast.',
      others: 'Er is een loting nodig. De voorzitter houdt de loting en legt haar vast.',
    },
    impossible: {
      chair: 'Gunnen kan niet volgens de bekendgemaakte regels. Lees waarom en besluit over intrekken.',
      others: 'Gunnen kan niet volgens de bekendgemaakte regels. De gemeente besluit hoe het verder gaat.',
    },
    unproven: {
      chair: 'Er is geen bewezen uitkomst en er wordt niets gegund. Meld het aan de beheerder.',
      others: 'Er is geen bewezen uitkomst en er wordt niets gegund.',
    },
    unreadable: {
      chair: 'De opgeslagen uitkomst is niet te lezen. Vraag de auditor om een herberekening.',
      others: 'De opgeslagen uitkomst is niet te lezen. Een auditor kan haar herberekenen.',
    },
    decide: {
      chair: 'Er ligt een voorstel tot gunning. Leg het voorstel ter besluit voor.',
      others: 'Er ligt een voorstel tot gunning. De gemeente besluit.',
    },
  },
  /** De stappen zoals mensen ze lopen. */
  steps: {
    registration: 'Inschrijvingen vastleggen',
    assessment: 'Beoordelen',
    consensus: 'Consensus',
    prices: 'Prijzen vastleggen',
    award: 'Gunning berekenen',
  } satisfies Readonly<Record<StepName, string>>,
  openAssessment: 'Beoordeling openen',
  openAssessmentHint: 'Daarna kunnen er geen inschrijvingen of beoordelaars meer bij.',
  openConsensus: 'Consensusronde openen',
  openConsensusHint: 'Daarna veranderen de beoordelingen niet meer en ziet u de scores per beoordelaar.',
  closeQuality: 'Kwaliteitsronde sluiten',
  closeQualityHint: 'Daarna veranderen de consensusscores niet meer.',
  computeAward: 'Gunning berekenen',
  computeAwardHint: 'De uitkomst wordt met de gebruikte gegevens opgeslagen, zodat iedereen haar kan herberekenen.',
  pages: {
    acts: 'Verbeteren, terugdraaien en mensen',
    rounds: 'Beoordelingsronden',
    rules: 'Bekendgemaakte regels',
    bids: 'Inschrijvingen',
    assessments: 'Mijn beoordelingen',
    consensus: 'Consensus',
    award: 'Rangorde en gunning',
    report: 'Rapport (PDF)',
    log: 'Logboek',
    reRun: 'Herberekening',
    export: 'Dossier downloaden (JSON)',
  },
  pagesTitle: 'In dit dossier',
  progress: 'Voortgang per beoordelaar',
  progressCaption: 'Ingediende beoordelingen per beoordelaar',
  submitted: 'Ingediend',
  draft: 'Concept',
  open: 'Open',
  progressText: (done: number, all: number) => `${done} van ${all} ingediend`,
  assessors: 'Beoordelaars',
  appoint: 'Beoordelaar aanwijzen',
  appointChoose: 'Kies een beoordelaar',
  appointNone: 'Alle accounts met de rol beoordelaar zijn al aangewezen.',
  onlookers: 'Auditors die meekijken',
  nameAuditorTitle: 'Auditor die meekijkt (niet verplicht)',
  nameAuditorHint:
    'Een auditor die u hier kiest, ziet elke score meteen. Andere auditors zien de scores pas als de kwaliteitsronde is gesloten. Na het openen van de beoordeling kunt u niemand meer kiezen.',
  nameAuditorChoose: 'Kies een auditor',
  nameAuditor: 'Laten meekijken',
  nameAuditorNone: 'Er is geen andere auditor om te kiezen.',
  releaseAuditor: (auditor: string) => `${auditor} niet meer laten meekijken`,
  registerBid: 'Inschrijving vastleggen',
  team: 'Team',
  deputies: 'Plaatsvervangers',
  witnesses: 'Getuigen',
  keepers: 'Bewaarders van prijzen',
  declare: 'Vul eerst uw belangenverklaring in. Daarna ziet u de inschrijvingen.',
  declareLink: 'Belangenverklaring invullen',
  stopped: (why: string) => sentence(`Deze aanbesteding is stopgezet: ${why}`),
  archived: 'Deze aanbesteding staat in het archief.',
  underWay: {
    assessment: (n: number) =>
      `Er loopt een herbeoordeling. Er ${agree(n, 'wacht', 'wachten')} nog ${count(n, 'beoordeling', 'beoordelingen')}.`,
    consensus: (n: number) =>
      `De herbeoordeling is in consensus. Er ${agree(n, 'moet', 'moeten')} nog ${count(n, 'score', 'scores')} worden vastgelegd.`,
  },
  unscored: (n: number) =>
    `Er ${agree(n, 'ontbreekt', 'ontbreken')} ${count(n, 'score', 'scores')}. Open daarvoor een beoordelingsronde.`,
  openConflicts: (n: number) => `Beslis eerst over ${count(n, 'opgegeven belang', 'opgegeven belangen')}.`,
  undeclared: (who: string) => `Nog zonder belangenverklaring: ${who}.`,
  lotsTitle: 'Hoe staat het ervoor?',
  lotSaid: {
    sent: (date: string) => `beslissing verzonden op ${date}`,
    fixed: (bidder: string) => `contract getekend met ${quote(bidder)}`,
    withdrawn: (why: string) => `ingetrokken: ${why}`,
  },
  registerLate: 'Kwam deze inschrijving te laat? Geef dan de reden waarom u haar toch vastlegt.',
  facts: 'Gegevens',
  chair: 'Voorzitter',
  rulesHash: 'Controlegetal van de regels',
  rulesVersion: (title: string, version: number) => `${title}, versie ${version}`,
  rulesLabel: 'Regels',
  fictional: 'fictieve demonstratie',
  bidsCount: (n: number) => count(n, 'inschrijving', 'inschrijvingen'),
  notice: {
    declared: 'Uw belangenverklaring is ingediend.',
    roundOpened: 'De herbeoordeling is geopend.',
    roundConsensusOpened: 'De consensus van de herbeoordeling is geopend.',
    roundClosed: 'De herbeoordeling is gesloten. Bereken de gunning opnieuw.',
    bidCorrected: 'De inschrijving is verbeterd.',
    opened: 'De beoordeling is geopend.',
    consensusOpened: 'De consensusronde is geopend.',
    qualityClosed: 'De kwaliteitsronde is gesloten.',
    created: 'De aanbesteding is aangemaakt. Leg nu de inschrijvingen vast.',
    auditorNamed: 'De auditor kijkt mee.',
    auditorReleased: 'De auditor kijkt niet meer mee.',
    appointed: 'De beoordelaar is aangewezen.',
    bidsRegistered: 'De inschrijvingen zijn vastgelegd.',
    bidRegistered: 'De inschrijving is vastgelegd.',
    awarded: 'De uitkomst is berekend en opgeslagen.',
  },
};
