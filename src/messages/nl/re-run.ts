import { quote } from '../sentence.ts';
import { count, countOf, format } from './words.ts';

/** De herberekening. */
export const reRun = {
  title: 'Herberekening',
  lead: 'De opgeslagen uitkomst is zojuist opnieuw berekend uit de opgeslagen gegevens.',
  leadNone: 'Het logboek van dit dossier is zojuist gecontroleerd.',
  verdict: {
    confirmed: 'Bevestigd: de opgeslagen uitkomst volgt tot op het laatste cijfer uit de opgeslagen gegevens.',
    different:
      'Niet bevestigd: de opgeslagen uitkomst wijkt af van de herberekening. Gebruik haar niet voordat dit is uitgezocht.',
    none: 'Het logboek is in orde. Er is nog geen uitkomst om te herberekenen.',
    broken: 'Het logboek is niet in orde. De uitkomst is niet bevestigd. Vergelijk het dossier met een reservekopie.',
  },
  checks: 'Wat is gecontroleerd?',
  chain: (events: number) => `De hashketen van ${count(events, 'gebeurtenis', 'gebeurtenissen')} is intact.`,
  parts: 'Alles wat van de gebeurtenissen is getoond, is ongewijzigd: het past bij de controlegetallen in de keten.',
  rules: 'Elke gebeurtenis was op dat moment toegestaan volgens de regels.',
  rulesInPart:
    'De volgorde van de stappen was toegestaan. Wat de procedure verder eist, is getoetst voor zover te zien is wat daarvoor nodig is.',
  edition: (edition: string) => `Dit is een uitgave van het dossier: ${edition}.`,
  withheld: (parts: number) =>
    `Weggelaten: ${count(parts, 'onderdeel', 'onderdelen')}. Dat zij er zijn staat vast; wat erin staat, is hier niet te zien.`,
  unchecked: {
    who: (event: string, events: number) =>
      `Niet getoetst: wie het deed, bij ${quote(event)} (${count(events, 'gebeurtenis', 'gebeurtenissen')}).`,
    what: (event: string, events: number) =>
      `Niet getoetst: de inhoud, bij ${quote(event)} (${count(events, 'gebeurtenis', 'gebeurtenissen')}).`,
  },
  rulesStanding: {
    published: 'De regels in het dossier zijn de regels die Gunwijzer onder deze naam en versie kent.',
    own: 'De regels in het dossier zijn eigen regels: Gunwijzer heeft geen bestand om ze mee te vergelijken.',
    'name-of-published':
      'De regels dragen de naam en het versienummer van regels die Gunwijzer kent, maar wijken daarvan af.',
  },
  ownPoints: {
    confirmed: (figures: number) =>
      `Bevestigd: van deze inschrijver ${figures === 1 ? 'is' : 'zijn'} ${count(figures, 'cijfer', 'cijfers')} herberekend, en die kloppen tot op het laatste cijfer.`,
    notRecomputed: {
      'assessor-scores':
        'Niet herberekend: het gemiddelde of de mediaan van de beoordelaars. Wat ieder van hen gaf, staat er niet in.',
      'relative-points': 'Niet herberekend: punten die van de scores van anderen afhangen.',
      'price-points': 'Niet herberekend: de punten voor de prijs, die van de prijzen van anderen kunnen afhangen.',
      rank: 'Niet herberekend: het totaal, de rang en de gunning, die van alle inschrijvingen afhangen.',
    },
  },
  outcomeWithheld:
    'De volgorde van de gebeurtenissen en wat ervan is getoond, klopt. De uitkomst is hier niet te herberekenen.',
  editions: 'Uitgaven voor anderen',
  editionsText:
    'In een uitgave staat van het dossier wat de lezer mag zien. Wat is weggelaten, is niet te lezen en niet te raden; de rest blijft te bewijzen met gunwijzer verify.',
  editionFor: (bidder: string) => `voor inschrijver ${quote(bidder)}`,
  notProven: 'Wat is niet bewezen?',
  notProvenNames:
    'De namen van personen: die staan buiten de keten, omdat een naam gecorrigeerd of verwijderd kan worden.',
  notProvenWithheld: 'Wat is weggelaten.',
  follows: {
    proven: (dossier: string, seq: number | null) =>
      `Waaruit dit dossier volgt, staat zo in dossier ${quote(dossier)}${seq === null ? '' : `, als gebeurtenis ${seq}`}.`,
    notProven: (dossier: string, seq: number | null, hash: string) =>
      `Waaruit dit dossier volgt: ${seq === null ? 'een gebeurtenis' : `gebeurtenis ${seq}`} van dossier ${quote(dossier)}, met hash ${hash}. Dat is hier niet nagekeken; geef het bestand van dat dossier op met --follows.`,
  },
  notProvenHead:
    'Of de hele keten is vervalst en opnieuw berekend: vergelijk daarvoor de hash van de laatste gebeurtenis met die op papier.',
  admissions: (versions: readonly number[]) =>
    `Elke gebeurtenis is getoetst aan de toelatingsregels van haar tijd (versie ${format.list(versions.map(String))}).`,
  engine: (engine: number) => `De uitkomst is herberekend met rekenregels versie ${engine}.`,
  head: 'Hash van de laatste gebeurtenis (staat ook op elk rapport)',
  caption: 'Opgeslagen en herberekende uitkomst naast elkaar',
  item: 'Gegeven',
  stored: 'Opgeslagen',
  recomputed: 'Herberekend',
  /** Cijfer voor cijfer. */
  compare: {
    wholeAward: 'De gunning als geheel',
    wholeDecision: 'De keuze als geheel',
    status: 'Uitkomst',
    criterionScore: (bidder: string, criterion: string) => `Score van ${quote(bidder)} op ${quote(criterion)}`,
    criterionPoints: (bidder: string, criterion: string) => `Punten van ${quote(bidder)} op ${quote(criterion)}`,
    rankOf: (bidder: string) => `Rang van ${quote(bidder)}`,
    totalOf: (bidder: string) => `Totaal van ${quote(bidder)}`,
    quality: (bidder: string) => `Kwaliteit van ${quote(bidder)}`,
    amount: (bidder: string) => `Bedrag van ${quote(bidder)} dat wordt vergeleken`,
    pricePoints: (bidder: string) => `Punten voor de prijs van ${quote(bidder)}`,
    setAside: (bidder: string) => `${quote(bidder)} terzijde gelegd`,
    equal: (n: number) =>
      `${n === 1 ? 'Het' : 'Alle'} ${count(n, 'cijfer', 'cijfers')} ${n === 1 ? 'is' : 'zijn'} gelijk.`,
    different: (done: number, all: number) =>
      `${countOf(done, all, 'cijfer', 'cijfers')} ${done === 1 ? 'wijkt' : 'wijken'} af.`,
    first: (what: string, part: string) => `Het eerste verschil: ${what} (${part}).`,
    firstMark: 'Eerste verschil',
    elsewhere: 'De cijfers zijn gelijk, maar de rest van de uitkomst niet. Daar staat het eerste verschil bij:',
    unreadable: 'Wat er is opgeslagen, is geen uitkomst die deze rekenregels kunnen geven.',
    differences: 'Cijfers die verschillen',
    more: (n: number) => `En nog ${count(n, 'verschil', 'verschillen')}.`,
    equalIn: (part: string, n: number) => `${part}: ${count(n, 'gelijk cijfer', 'gelijke cijfers')}`,
    value: 'Opgeslagen en herberekend',
    absent: 'niets',
  },
  today: {
    title: 'Wat zouden de rekenregels van nu zeggen?',
    newest: (engine: number) =>
      `De uitkomst is berekend met de nieuwste rekenregels (versie ${engine}). De herberekening hierboven is dus ook wat Gunwijzer nu zou zeggen.`,
    lead: (version: number, engine: number) =>
      `Besloten is met rekenregels versie ${version}. Hier staat daarnaast wat versie ${engine} uit dezelfde gegevens berekent.`,
    stands: 'Dit verandert niets aan het besluit: een dossier wordt altijd herberekend met de rekenregels van toen.',
    refused: 'De rekenregels van nu geven met deze gegevens geen uitkomst:',
    why: 'Waarom rekenregels verschillen',
    since: {
      2: 'Versie 2 vertelt meer dan versie 1: prijzen, combinaties, lotingen, varianten en een bewijs. Wat versie 1 zei, betekent nog hetzelfde.',
      3: 'Sinds versie 3 telt een loting niet als zij een inschrijver overslaat die nog gelijk staat. Is het gelijk tussen een inschrijver en niemand, dan gaat de gelote inschrijver voor.',
    },
    differences: 'Toen besloten en nu berekend',
    decided: 'Toen besloten',
    now: 'Nu berekend',
  },
  winner: (winner: string, lot: string) => `${winner} in ${quote(lot)}`,
  sum: 'Som van de totalen',
  howTo: 'Zelf herberekenen zonder server',
  howToText: 'Download het dossier en voer in de map van Gunwijzer uit:',
  wholeStored: 'Controlegetal van de opgeslagen uitkomst',
  wholeRecomputed: 'Controlegetal van de herberekende uitkomst',
};
