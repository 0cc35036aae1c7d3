import { count } from './words.ts';

/** De proefgunning: de regels uitproberen voor ze bekend worden gemaakt, en nagaan hoe stevig een uitkomst is. */
export const rehearsal = {
  title: 'Proefgunning',
  lead: 'Probeer de regels uit met verzonnen inschrijvingen voordat u ze bekendmaakt. Er wordt niets bewaard.',
  chooseTitle: 'Wat wilt u uitproberen?',
  sample: 'Een voorbeeld',
  own: 'Uw eigen regels',
  file: 'Een bestand met regels, inschrijvingen en scores (JSON)',
  fileHint: 'Hetzelfde bestand als voor de opdracht gunwijzer rehearse. Verzin inschrijvingen en scores bij uw regels.',
  fileMissing: 'Kies een bestand.',
  run: 'Proefgunning uitvoeren',
  trial: 'Dit is een proef. Er is niets vastgelegd en niemand krijgt hiermee iets gegund.',
  outcome: 'Uitkomst onder de bekendgemaakte regels',
  mechanisms: 'Drie manieren van verdelen naast elkaar',
  mechanismsLead:
    'Dezelfde scores en grenzen, drie manieren om te verdelen. Welke geldt, staat in de regels; wat de andere zouden geven, ziet u hier.',
  mechanismsCaption: 'Verdeling en som per manier',
  mechanismColumn: 'Manier',
  announced: 'bekendgemaakt',
  status: 'Uitkomst',
  complaints: 'Wie wordt gepasseerd?',
  noComplaints: 'Niemand wordt voor een gebied dat hij liever heeft gepasseerd door iemand die daar lager staat.',
  complaint: (bidder: string, lot: string, holder: string) =>
    `${bidder} heeft ${lot} liever en staat daar hoger dan ${holder}.`,
  complaintOpen: (bidder: string, lot: string) => `${bidder} wil ${lot}, dat open blijft.`,
  assumedPreferences:
    'Deze inschrijvingen noemen geen voorkeuren. Aangenomen is dat elke inschrijver het liefst het gebied heeft waar hij het beste scoort.',
  otherOrders: 'Hangt van de volgorde af',
  orderNo: 'Elke geprobeerde volgorde van de gebieden geeft dezelfde verdeling.',
  orderCapped: 'Niet alle volgordes zijn geprobeerd, alleen die waarin twee gebieden van plaats wisselen.',
  otherOrder: (order: string, division: string) => `In de volgorde ${order}: ${division}.`,
  notComparable: 'Bij combinaties van gebieden kan alleen de hoogste som worden gebruikt; vergelijken kan dan niet.',
  reversals: 'Verandert de volgorde als een inschrijving wegvalt?',
  reversalsLead: 'Elke inschrijving is om de beurt weggelaten.',
  reversalsNone:
    'Nee. Wie er ook wegvalt, de anderen houden hun onderlinge volgorde. Valt een inschrijving weg die geen gebied krijgt, dan verandert de verdeling niet.',
  reversal: (bidder: string) => `Zonder ${bidder}`,
  reversalLot: (lot: string) => `In ${lot} komen de anderen in een andere volgorde te staan.`,
  reversalAward: (bidder: string) =>
    `${bidder} krijgt zelf niets, maar zonder deze inschrijving zijn de gebieden anders verdeeld.`,
  before: 'Met alle inschrijvingen',
  after: 'Zonder deze inschrijving',
  robustness: 'Hoe weinig moet er anders zijn?',
  robustnessLead:
    'Per gebied de kleinste wijziging van één consensusscore, en van één wegingsfactor, waardoor het gebied naar een ander gaat. De kleinste is die met het kleinste verschil in score, niet in punten.',
  robustnessCaption: 'Kleinste wijziging met een andere uitkomst',
  robustnessTooLarge:
    'Deze aanbesteding is te groot om dit op een pagina uit te rekenen. Gebruik de opdrachtregel: npx gunwijzer rehearse BESTAND',
  oneScore: 'Eén score',
  oneWeight: 'Eén wegingsfactor',
  noScore: 'Geen enkele wijziging van één score verandert dit gebied.',
  noWeight: 'Geen enkele wijziging van één wegingsfactor verandert dit gebied.',
  notStraight: 'Over wegingsfactoren is bij deze methode geen exacte uitspraak mogelijk.',
  scoreChange: (criterion: string, bidder: string, where: string, from: string, to: string) =>
    `Als de score van ${bidder} op “${criterion}”${where} van ${from} naar ${to} gaat, `,
  inLot: (lot: string) => ` in ${lot}`,
  weightChange: (criterion: string, from: string, to: string) =>
    `Als het gewicht van “${criterion}” van ${from} voorbij ${to} gaat, `,
  anyWeightChange: (criterion: string, from: string) =>
    `Bij elke wijziging van het gewicht van “${criterion}” (nu ${from}) `,
  weightOfPrice: 'prijs',
  about: (rounded: string) => `ongeveer ${rounded}`,
  near: (rounded: string, exact: string) => `ongeveer ${rounded} (precies ${exact})`,
  goesTo: (bidder: string) => `gaat dit gebied naar ${bidder}.`,
  becomesOpen: 'blijft dit gebied open.',
  becomesDraw: 'is een loting nodig of wordt er niet gegund.',
  weightsNote:
    'De andere wegingsfactoren naast de gewijzigde houden hun onderlinge verhouding. Gerekend is met totalen voor afronding; bij de scores gelden alle regels, ook de afronding.',
  contest: 'Kunnen betwiste punten het verschil maken?',
  contestLead:
    'De vraag van de rechter: kies een inschrijver en de criteria waarop de score wordt betwist. Alle toegestane scores worden doorgerekend.',
  contestBidder: 'Inschrijver',
  contestCriteria: 'Betwiste criteria',
  contestAsk: 'Reken door',
  contestNone: 'Kies een inschrijver en ten minste één criterium.',
  contestResult: (bidder: string, criteria: string) => `${bidder}, betwist: ${criteria}`,
  contestLot: (lot: string) => `In ${lot}`,
  contestNow: (rank: number, total: string) => `Nu plaats ${rank} met ${total}.`,
  contestNowAside: 'Nu terzijde gelegd.',
  contestRange: (lowest: string, highest: string) =>
    `Met andere scores ligt het totaal tussen ${lowest} en ${highest}.`,
  contestAside: 'terzijde gelegd',
  contestRank: 'Er zijn scores waarmee de plaats in de rangorde anders wordt.',
  contestSameRank: 'Geen enkele toegestane score verandert de plaats in de rangorde.',
  contestAward: (lots: string) => `Ja, de gunning kan veranderen: ${lots}.`,
  contestNoAward: 'Nee: geen enkele toegestane score op deze criteria verandert de gunning.',
  contestExample: (scores: string, result: string) => `Bijvoorbeeld met ${scores}: ${result}.`,
  contestScore: (criterion: string, from: string, to: string) => `“${criterion}” van ${from} naar ${to}`,
  contestEnds:
    'Er zijn te veel combinaties om ze alle door te rekenen; alleen de laagste en de hoogste scores zijn bekeken.',
  guards: 'Hoe stevig is deze uitkomst?',
  guardsHref: 'Hoe stevig is deze uitkomst?',
  guardsLead:
    'Wat er zou veranderen met een inschrijving minder, een andere score of een ander gewicht. De gunning zelf verandert hierdoor niet.',
  standing: (rank: number, bidder: string, total: string) => `${rank}. ${bidder} (${total})`,
  bids: (n: number) => count(n, 'inschrijving', 'inschrijvingen'),
};
