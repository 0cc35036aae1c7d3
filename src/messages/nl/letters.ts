import { capital, type Nouns } from '../noun.ts';
import { quote, sentence } from '../sentence.ts';
import { count, quoted, theOne, thisOne } from './words.ts';

/** De brief over de gunningsbeslissing, aan een inschrijver: korte zinnen, gewone woorden. */
export const letters = ({ winner, lot }: Nouns) => ({
  subject: (title: string) => `Gunningsbeslissing ${title}`,
  subjectTerm: 'Onderwerp',
  date: 'Datum',
  reference: 'Kenmerk',
  number: (n: number) => `Brief ${n}`,
  salutation: 'Geachte heer of mevrouw,',
  intro: (title: string) =>
    `U hebt ingeschreven op de aanbesteding ${quote(title)}. In deze brief leest u wat wij hebben besloten, waarom, en wat u kunt doen als u het er niet mee eens bent.`,
  replaces: (date: string) => `Deze brief vervangt onze brief van ${date}. De termijn begint opnieuw.`,
  decision: 'Onze beslissing',
  winnerIs: `Wie een ${lot.one} krijgt, heet in de bekendgemaakte regels ${quote(winner.one)}.`,
  overview: 'De beslissing in het kort',
  lot: capital(lot.one),
  result: 'Beslissing',
  yourTotal: 'Uw totaal',
  yourRank: 'Uw rang',
  winner: capital(winner.one),
  winnersTotal: `Totaal ${winner.one}`,
  you: 'U',
  nothing: '–',
  rankOf: (rank: number, of: number) => `${rank} van ${of}`,
  results: {
    won: 'Aan u',
    lost: 'Niet aan u',
    'set-aside': 'Uw inschrijving telt niet mee',
    nobody: 'Aan niemand',
  },
  won: (name: string) => `Wij willen ${quote(name)} aan u gunnen.`,
  lost: (name: string, to: string) => `Wij willen ${quote(name)} niet aan u gunnen, maar aan ${quote(to)}.`,
  nobody: (name: string) => `Wij gunnen ${quote(name)} aan niemand.`,
  aside: (name: string, to: string) =>
    `Uw inschrijving voor ${quote(name)} telt niet mee. Wij willen ${quote(name)} gunnen aan ${quote(to)}.`,
  asideAndNobody: (name: string) =>
    `Uw inschrijving voor ${quote(name)} telt niet mee. Wij gunnen ${quote(name)} aan niemand.`,
  asideBecause: 'Dit is de reden:',
  place: (total: string, rank: number, of: number) =>
    of === 1
      ? `Uw totaal is ${total}. Uw inschrijving is de enige die meetelt.`
      : `Uw totaal is ${total}. Uw rang is ${rank} van de ${of} inschrijvingen die meetellen.`,
  passedOver: {
    'has-maximum': (lots: readonly string[]) =>
      `U staat hier hoger dan ${theOne(winner)}, maar u hebt het maximum al bereikt met ${quoted(lots)}.`,
    'lot-group': (lots: readonly string[]) =>
      `U staat hier hoger dan ${theOne(winner)}, maar u hebt het maximum in deze groep ${lot.more} al bereikt met ${quoted(lots)}.`,
    capacity: (lots: readonly string[]) =>
      lots.length === 0
        ? `U staat hier hoger dan ${theOne(winner)}, maar volgens uw eigen opgave kunt u ${thisOne(lot)} niet aan.`
        : `U staat hier hoger dan ${theOne(winner)}, maar volgens uw eigen opgave kunt u naast ${quoted(lots)} niet meer aan.`,
    'minimum-winners': () =>
      `U staat hier hoger dan ${theOne(winner)}, maar dan zouden er te weinig ${winner.more} zijn. Dat laten de bekendgemaakte regels niet toe.`,
    'maximum-winners': () =>
      `U staat hier hoger dan ${theOne(winner)}, maar dan zouden er te veel ${winner.more} zijn. Dat laten de bekendgemaakte regels niet toe.`,
    'lower-total': () =>
      `U staat hier hoger dan ${theOne(winner)}, maar dan wordt de uitkomst over alle ${lot.more} samen slechter. Volgens de bekendgemaakte regels telt die uitkomst.`,
    'tie-break': () =>
      `U staat hier hoger dan ${theOne(winner)}, maar de uitkomst over alle ${lot.more} samen is dan gelijk. De bekendgemaakte regel voor een gelijke stand besliste.`,
    'prefers-own': (lots: readonly string[]) =>
      `U staat hier hoger dan ${theOne(winner)}, maar u hebt het maximum al bereikt met ${quoted(lots)}. Daar gaf u zelf de voorkeur aan.`,
  },
  drawDecided: 'Er was een precies gelijke uitkomst. De loting besliste.',
  fixed: 'Dit stond al vast en is niet opnieuw berekend.',
  afterOthersFell: 'Dit is de uitkomst nadat een andere inschrijving is weggevallen.',
  reassessed: 'Een deel van de inschrijvingen is opnieuw beoordeeld. U leest hier de scores die nu gelden.',
  scoresCaption: (name: string) => `Uw scores en punten voor ${name}`,
  yourScore: 'Uw score',
  yourPoints: 'Uw punten',
  winnersScore: `Score ${winner.one}`,
  winnersPoints: `Punten ${winner.one}`,
  motivationsCaption: (name: string) => `Waarom u deze scores kreeg voor ${name}`,
  assessor: (n: number) => `Beoordelaar ${n}:`,
  strongerCaption: (name: string) => `Waarin de inschrijving van ${theOne(winner)} beter was voor ${name}`,
  strongerLead: `De inschrijving van ${theOne(winner)} was op de volgende onderdelen beter. Wat vertrouwelijk is, staat er niet bij.`,
  strongerNowhere: `Op geen enkel onderdeel kreeg ${theOne(winner)} meer punten dan u.`,
  foundOfWinner: `Wat wij vonden van de inschrijving van ${theOne(winner)}`,
  priceOnly: 'De prijs gaf meer punten. Het bedrag is vertrouwelijk.',
  nothingFound: 'Dit volgt uit wat de inschrijving zelf opgaf.',
  basis: (source: string) => sentence(`Zie over deze termijn: ${source}`),
  next: 'Wat u nu kunt doen',
  standstill: (until: string) =>
    `De opschortende termijn loopt tot en met ${until}. In die tijd tekenen wij geen contract.`,
  noContractYet: 'Aan deze brief kunt u nog geen rechten ontlenen: er is nog geen contract.',
  disagree: (until: string) =>
    `Bent u het niet eens met deze beslissing? Vraag dan uiterlijk op ${until} een kort geding aan. Dat is een snelle procedure bij de rechter. Zolang die procedure loopt, tekenen wij het contract niet waar zij over gaat.`,
  check: 'Uw scores en punten herberekenen',
  checkLead:
    'Bij deze brief zit het bestand dossier.json. Daarin staat uw eigen deel van het dossier: wat is bekendgemaakt, wat u hebt ingediend en wat wij daarvan vonden. Met Gunwijzer herberekent u daarmee uw scores en punten:',
  closing: 'Met vriendelijke groet,',
  signatures: { signature: 'Handtekening', name: 'Naam', date: 'Datum' },
  edition: 'Het dossier voor deze inschrijver',

  /** Voor de auditor: wat is verstuurd, naast wat is bewaard en wat vandaag zou worden gemaakt. */
  compared: {
    title: 'Verstuurde brieven vergeleken',
    none: 'Er is nog geen brief verstuurd.',
    found: (n: number, same: number) =>
      `${capital(count(n, 'brief', 'brieven'))} vergeleken; ${count(same, 'brief', 'brieven')} zonder verschil.`,
    letter: 'Brief',
    file: 'Bewaard bestand',
    today: 'Opnieuw gemaakt',
    hash: (sha256: string) => `sha256 in het logboek: ${sha256}`,
    kept: { 'as-sent': 'zoals verstuurd', missing: 'ontbreekt', changed: 'gewijzigd' },
    again: { same: 'gelijk', different: 'verschilt', impossible: 'kan niet: het logboek is niet in orde' },
  },

  /** De pagina waarop een inkoper de beslissing verstuurt en alle brieven terugvindt. */
  page: {
    title: 'Gunningsbeslissing en brieven',
    lead: 'Elke inschrijver krijgt een eigen brief. Wat is verstuurd, verandert niet meer: een betere motivering is een nieuwe brief met een nieuwe termijn.',
    standing: `Stand per ${lot.one}`,
    sentOn: 'Verzonden',
    until: 'Opschortende termijn tot en met',
    left: 'Nog',
    over: 'voorbij',
    states: {
      open: 'nog niet verzonden',
      sent: 'verzonden',
      fixed: 'contract getekend',
      withdrawn: 'ingetrokken',
    },
    proceedings: 'Kort gedingen',
    proceeding: (n: number, lots: readonly string[], court: string, on: string) =>
      `Kort geding ${n} over ${quoted(lots)}, ${court}, begonnen op ${on}.`,
    pending: 'Loopt nog: voor dat deel wordt geen contract getekend.',
    ended: (on: string) => `Afgelopen op ${on}.`,
    letters: 'Verstuurde brieven',
    none: 'Er is nog geen brief verstuurd.',
    to: 'Aan',
    about: 'Over',
    download: 'Brief openen',
    downloadOf: (n: number, to: string) => `Brief ${n} aan ${quote(to)} openen`,
    send: 'Beslissing versturen',
    notYet: 'Zodra de gunning is berekend, kunt u hier de beslissing versturen.',
    sent: 'De beslissing is vastgelegd en de brieven zijn gemaakt. Verstuur ze nu.',
  },
  form: {
    title: 'Beslissing versturen',
    lead: 'Kies waarover u een beslissing stuurt en vul in wat in elke brief staat. U leest de brieven voordat u ze vastlegt.',
    lots: capital(lot.more),
    lotsMissing: `Kies ten minste één ${lot.one}.`,
    sentOn: 'Datum van verzending',
    dateHint: 'Bijvoorbeeld 4-1-2027.',
    until: 'Laatste dag van de opschortende termijn',
    untilHint: 'Alleen invullen als u een langere termijn hebt bekendgemaakt. Anders geldt de termijn van de wet.',
    sender: 'Namens wie',
    senderHint: 'Bijvoorbeeld de naam van de gemeente.',
    signatory: 'Wie ondertekent',
    signatoryHint: 'Naam en functie.',
    objection: 'Waar en hoe een inschrijver bezwaar maakt',
    objectionHint: 'Noem de rechtbank en bij wie een inschrijver vragen kan stellen.',
    language: 'Taal van de brieven',
    languages: { nl: 'Nederlands', en: 'Engels' },
    sameWords: 'Waarom motiveringen gelijk zijn',
    sameWordsHint: 'Nodig omdat inschrijvers woord voor woord dezelfde motivering krijgen, zoals hierboven staat.',
    same: (lotName: string, criterion: string, bidders: readonly string[]) =>
      `${criterion} voor ${quote(lotName)}: gelijk bij ${quoted(bidders)}.`,
    sameTitle: 'Dezelfde motivering bij meer inschrijvers',
    sameMore: (n: number) => `Nog ${count(n, 'gelijke motivering', 'gelijke motiveringen')}`,
    again: 'Waarom u de beslissing opnieuw stuurt',
    againHint: 'De termijn begint dan opnieuw.',
    missing: (label: string) => `Vul ${quote(label)} in.`,
    preview: 'Brieven',
    previewLead: 'Bekijk elke brief zoals hij er met deze gegevens uitziet. Er wordt niets vastgelegd.',
    previewOf: (bidder: string) => `Brief aan ${quote(bidder)} bekijken`,
    submit: 'Verder naar bevestigen',
    draft: 'Concept',
    count: (n: number) => count(n, 'brief', 'brieven'),
    nobody: 'Er is niemand om een brief te sturen.',
  },
});
