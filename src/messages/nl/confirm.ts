import type { Nouns } from '../noun.ts';
import { quote, sentences } from '../sentence.ts';
import { agree, count, countOf, format, thisOne } from './words.ts';

/** De bladzijde voor een stap die niet meteen terug te draaien is: wat er gebeurt, wie wat ziet en wat nog terug kan. */
export const confirm = ({ lot }: Nouns) => ({
  happens: 'Wat gebeurt er als u ja kiest?',
  undo: 'Terugdraaien:',
  back: 'Terug',
  changedTitle: 'Er is intussen iets veranderd. Er is nog niets vastgelegd.',
  changedOther: 'Iemand wijzigde iets waar deze stap over gaat.',
  lookAgain: 'Lees alles nog eens door en bevestig dan opnieuw.',
  changed: (term: string, was: string, now: string) => `${quote(term)} was: ${quote(was)}. Nu is het: ${quote(now)}.`,
  appeared: (term: string, now: string) => `Nieuw bij ${quote(term)}: ${quote(now)}.`,
  gone: (term: string, was: string) => `Niet meer bij ${quote(term)}: ${quote(was)}.`,
  letters: 'De inschrijvers krijgen een letter. Beoordelaars en voorzitter zien hun namen voorlopig niet.',
  pricesNext: 'Daarna openen twee personen de prijzen.',
  terms: {
    handedIn: 'Ingediend',
    toAgree: 'Nog vast te leggen in de consensus',
    agreed: 'Vastgelegde consensusscores',
    open: 'Dit staat nog open',
    prices: 'Vastgelegde prijzen',
    otherTotals: 'Genoemd totaal klopt niet',
    fallen: 'Telt niet mee',
    round: 'Beoordelingsronde',
    title: 'Titel',
    rules: 'Regels',
    sameTitle: 'Al gepubliceerd met deze titel',
    registered: 'Al vastgelegd',
    late: 'Te laat ontvangen, omdat',
    inSheet: 'In het blad',
    replaced: 'Vervangt wat al in bewaring is',
    read: 'Gelezen',
    leaves: 'Blijft liggen',
    roles: 'Rollen',
    account: 'Account',
    choice: 'Keuze',
    proposedBy: 'Eerste stap gezet door',
    phase: 'Fase',
  },
  winnerOf: (lotName: string) => `Winnaar van ${quote(lotName)}`,
  people: (n: number) => count(n, 'persoon', 'personen'),
  scores: (n: number) => count(n, 'score', 'scores'),
  handedIn: (done: number, all: number, drafts: number) =>
    drafts === 0
      ? countOf(done, all, 'beoordeling', 'beoordelingen')
      : `${countOf(done, all, 'beoordeling', 'beoordelingen')}, en ${count(drafts, 'concept', 'concepten')}`,
  otherTotals: (n: number) => count(n, 'prijs', 'prijzen'),
  agreed: (done: number, all: number) => countOf(done, all, 'score', 'scores'),
  prices: (done: number, all: number) => countOf(done, all, 'prijs', 'prijzen'),
  unchecked: (n: number) =>
    `Van ${count(n, 'inschrijving', 'inschrijvingen')} ${agree(n, 'is', 'zijn')} de eisen nog niet door twee personen gecontroleerd.`,
  tenders: (n: number) => count(n, 'aanbesteding', 'aanbestedingen'),
  pricesInSheet: (n: number) => count(n, 'prijs', 'prijzen'),
  /** De stappen van een aanbesteding. */
  steps: {
    openAssessment: {
      title: 'Beoordeling openen?',
      yes: 'Ja, open de beoordeling',
      consequences: [
        'Er kan geen inschrijving meer bij, en aan een inschrijving verandert niets meer.',
        'De beoordelaars geven vanaf nu scores. Elke beoordelaar ziet alleen de eigen scores.',
        'U kunt geen auditor meer laten meekijken.',
      ],
      undo: 'Dit is niet terug te draaien. U kunt daarna wel een inschrijving terzijde leggen of een beoordelaar toevoegen.',
    },
    openConsensus: {
      title: 'Consensusronde openen?',
      yes: 'Ja, open de consensusronde',
      consequences: [
        'De beoordelingen veranderen niet meer.',
        'U en de beoordelaars zien vanaf nu de scores en motiveringen van elke beoordelaar.',
        'U legt daarna per inschrijving en criterium de consensusscore vast.',
      ],
      undo: 'Dit is niet terug te draaien, want de scores van anderen zijn dan gezien. Een herbeoordeling kan later wel.',
    },
    closeQuality: {
      title: 'Kwaliteitsronde sluiten?',
      yes: 'Ja, sluit de kwaliteitsronde',
      consequences: ['De consensusscores veranderen niet meer.', 'Auditors zien vanaf nu alle scores en motiveringen.'],
      undo: 'Zolang er geen prijs open is en niets is gegund, kunt u de ronde met een reden heropenen. Daarna kan alleen nog een herbeoordeling.',
    },
    computeAward: {
      title: 'Gunning berekenen?',
      yes: 'Ja, bereken de gunning',
      consequences: [
        'De uitkomst wordt opgeslagen, met alles waaruit zij volgt. Zij blijft voor altijd te lezen.',
        'Beoordelaars, getuigen, commissie en auditors zien vanaf nu de uitkomst en het rapport.',
        'Een prijs kunt u daarna alleen nog met een reden verbeteren.',
      ],
      undo: 'Een berekende uitkomst verdwijnt niet. Verandert er daarna iets, dan berekent u de gunning opnieuw.',
    },
    openRoundConsensus: {
      title: 'Consensus van de herbeoordeling openen?',
      yes: 'Ja, open de consensus',
      consequences: [
        'De beoordelingen van deze ronde veranderen niet meer.',
        'U en de beoordelaars van deze ronde zien vanaf nu de scores van elke beoordelaar.',
      ],
      undo: 'De scores van anderen zijn dan gezien. U kunt de ronde als geheel nog wel met een reden vernietigen.',
    },
    closeRound: {
      title: 'Herbeoordeling sluiten?',
      yes: 'Ja, sluit de herbeoordeling',
      consequences: [
        'De scores van deze ronde tellen vanaf nu. Die van ervoor blijven te lezen.',
        'De gunning geldt niet meer en moet opnieuw worden berekend. De eerdere gunning blijft te lezen.',
      ],
      undo: 'U kunt de ronde met een reden vernietigen: dan geldt de ronde ervoor weer.',
    },
  },
  /** Wat met een formulier van enkele velden gaat. */
  acts: {
    'propose-opening': {
      title: 'Prijzen openen: eerste stap zetten?',
      yes: 'Ja, de prijzen mogen open',
      consequences: [
        'Een tweede persoon kan de prijzen openen. Pas dan zijn ze te zien.',
        'Zijn ze open, dan verandert de kwaliteit niet meer.',
      ],
      undo: 'Tot de tweede persoon opent, kunt u de kwaliteitsronde met een reden heropenen. Dan vervalt deze stap.',
    },
    'open-prices': {
      title: 'Prijzen openen: tweede stap zetten?',
      yes: 'Ja, open de prijzen',
      consequences: [
        'De voorzitter en de auditors zien vanaf nu de prijzen.',
        'De kwaliteitsronde kan niet meer worden heropend.',
      ],
      undo: 'Dit is niet terug te draaien: wie een prijs heeft gezien, heeft haar gezien.',
    },
    'send-decision': {
      title: 'Gunningsbeslissing versturen?',
      yes: 'Ja, maak de brieven en leg de beslissing vast',
      consequences: [
        'Elke inschrijver krijgt een eigen brief. De brieven veranderen daarna niet meer.',
        'De opschortende termijn begint de dag na de verzending.',
        'Klopt de uitkomst niet meer, dan moet u de beslissing opnieuw verzenden.',
      ],
      undo: 'Een verzonden beslissing neemt u niet terug. Wint later een ander, dan verzendt u de nieuwe beslissing.',
    },
    'fix-lot': {
      title: 'Vastleggen dat het contract is getekend?',
      yes: 'Ja, het contract is getekend',
      consequences: [
        `De winnaar houdt ${thisOne(lot)}, ook als de rest opnieuw wordt berekend.`,
        'Scores en prijzen die later veranderen, raken dit contract niet meer.',
      ],
      undo: 'U kunt met een reden vastleggen dat het contract toch niet geldt. Dan wordt de gunning opnieuw berekend.',
    },
    stop: {
      title: 'Aanbesteding stopzetten?',
      yes: 'Ja, zet de aanbesteding stop',
      consequences: [
        'De aanbesteding staat stil. Niemand kan nog scores, prijzen of besluiten vastleggen.',
        'Wat er is, blijft te lezen voor wie het nu ook mag zien.',
      ],
      undo: 'U kunt de aanbesteding met een reden hervatten.',
    },
    'hand-over': {
      title: 'Voorzitterschap overdragen?',
      yes: 'Ja, draag het voorzitterschap over',
      consequences: [
        'De nieuwe voorzitter leidt vanaf nu de aanbesteding.',
        'U ziet de aanbesteding daarna niet meer.',
      ],
      undo: 'Alleen de nieuwe voorzitter kan het voorzitterschap aan u teruggeven.',
    },
    strike: {
      title: 'Inschrijving schrappen?',
      yes: 'Ja, schrap de inschrijving',
      consequences: ['De inschrijving verdwijnt uit de aanbesteding. In het logboek blijft zij staan.'],
      undo: 'Terughalen kan niet. U kunt de inschrijving opnieuw vastleggen, tot de beoordeling opent.',
    },
  },
  publish: {
    title: 'Regels bekendmaken en aanbesteding openen?',
    yes: 'Ja, maak de regels bekend',
    consequences: [
      'De regels worden vastgelegd. Deze versie verandert niet meer.',
      'U wordt voorzitter. Daarna legt u de inschrijvingen vast en wijst u de beoordelaars aan.',
    ],
    undo: 'Tot de eerste inschrijving wijzigt u de regels met een nieuwe versie, met de reden erbij (nota van inlichtingen). Daarna niet meer: klopt er dan iets niet, zet de aanbesteding dan stop en begin een nieuwe.',
  },
  discard: {
    title: 'Voorbereiding weggooien?',
    yes: 'Ja, gooi haar weg',
    consequences: ['Niemand die eraan meewerkt, kan haar nog openen of publiceren.'],
    undo: 'Dit is hier niet terug te draaien. Download eerst de regels als u ze wilt bewaren.',
  },
  register: {
    title: 'Inschrijving vastleggen?',
    yes: 'Ja, leg de inschrijving vast',
    withoutNumber: (names: readonly string[], n: number) =>
      sentences(
        `Zonder nummer in een register: ${format.list([...names, ...(n === 0 ? [] : [count(n, 'andere organisatie', 'andere organisaties')])])}`,
        'Of zij ook in een andere inschrijving meedoen, ziet Gunwijzer niet.',
      ),
    lateCounts: 'Deze inschrijving kwam te laat. Zij telt niet mee, tenzij u haar later weer laat meetellen.',
    consequences: [
      'De inschrijving komt in het logboek, zoals zij hierboven staat.',
      'Na de eerste inschrijving zijn de bekendgemaakte regels niet meer te wijzigen.',
      'Wie aan deze aanbesteding meewerkt, ziet haar na de eigen belangenverklaring.',
    ],
    undo: 'Tot de beoordeling opent, kunt u haar met een reden verbeteren of schrappen. Wat er stond, blijft in het logboek.',
  },
  keep: {
    title: 'Deze prijzen in bewaring nemen?',
    yes: 'Ja, neem de prijzen in bewaring',
    caption: 'Prijzen zoals ze in het blad staan',
    consequences: [
      'De prijzen gaan in bewaring. Niemand ziet ze tot twee personen ze openen, u ook niet.',
      'Een prijs die al in bewaring was, wordt vervangen.',
    ],
    undo: 'Tot de opening kunt u een prijs opnieuw in bewaring nemen. Daarna kan de voorzitter haar met een reden verbeteren.',
  },
  close: {
    yes: 'Ja, sluit het account',
    consequences: ['Deze persoon kan niet meer inloggen. Open sessies eindigen meteen.'],
    leaves: 'Wat blijft liggen, kan niemand afmaken tot iemand anders het overneemt.',
    undo: 'U kunt het account later heropenen, met dezelfde rollen en hetzelfde wachtwoord.',
  },
  sign: {
    title: 'Keuze ondertekenen?',
    yes: 'Ja, onderteken de keuze',
    consequences: ['De weging en de keuze veranderen niet meer.', 'De commissie ziet vanaf nu de keuze en het advies.'],
    undo: 'Dit is niet terug te draaien. Denkt u er later anders over, dan begint u een nieuwe keuze.',
  },
});
