import type { ErrorText } from '../error-text.ts';
import { capital, type Nouns } from '../noun.ts';
import { quote } from '../sentence.ts';
import { agree, count, format, theOne } from './words.ts';

const name = (value: unknown): string => quote(String(value));

/** Wat er mis is waar iemand iets terugdraait, overdoet of met z’n tweeën doet. */
export const procedureErrors = (
  { lot }: Pick<Nouns, 'lot'>,
  placeOf: (details: Readonly<Record<string, unknown>>) => string,
) =>
  ({
    'another-round': () => 'Dit hoort bij een andere beoordelingsronde dan die nu loopt. Laad de pagina opnieuw.',
    'wrong-round': () =>
      'Dit past niet bij de beoordelingsronde van dit moment. Kijk op de pagina van de aanbesteding wat nu kan.',
    'tender-is-stopped': (d) =>
      d.phase === 'stopped'
        ? 'Deze aanbesteding is stopgezet. Hervat haar eerst.'
        : 'Deze aanbesteding is niet stopgezet.',
    'not-assigned': (d) => `U beoordeelt ${placeOf(d)} niet. Vraag de voorzitter wat u wel beoordeelt.`,
    'criterion-not-assigned': (d) => `U geeft geen score op ${name(d.criterion)}. Dat doet een ander team.`,
    'nobody-assesses': (d) =>
      `Niemand heeft een score gegeven op ${name(d.criterion)} (${placeOf(d)}). Wijs iemand aan die dat doet.`,
    'not-in-round': (d) => `${name(d.criterion)} (${placeOf(d)}) hoort niet bij deze beoordelingsronde.`,
    'not-discussed': (d) =>
      `Bij ${count(Number(d.count), 'score', 'scores')} lopen de beoordelaars verder uiteen dan de bekendgemaakte grens. Leg vast dat u dat hebt besproken.`,
    'not-confirmed': (d) =>
      `${count(Number(d.count), 'consensusscore ligt', 'consensusscores liggen')} buiten alle scores van de beoordelaars. Laat een tweede persoon dat bevestigen.`,
    'nothing-to-confirm': () => 'Er is hier niets dat een tweede persoon moet bevestigen.',
    'chair-is-there': () => 'Wie dit leidt heeft een open account. Een opvolger is niet nodig.',
    'not-an-officer-account': () => 'Dit account heeft niet de rol inkoper. Kies iemand die deze rol heeft.',
    'letters-differ': () =>
      'Bij anonieme inschrijvers krijgt elke inschrijving één letter. Open de beoordeling opnieuw.',
    'reason-needed': () => 'Geef een reden.',
    'round-is-empty': () =>
      'In deze beoordelingsronde is nog niets om te beoordelen. Kies eerst wat opnieuw wordt beoordeeld.',
    'no-such-round': () => 'Deze beoordelingsronde bestaat niet.',
    'round-is-annulled': () => 'Deze beoordelingsronde is al vernietigd.',
    'round-was-not-over': () =>
      'Deze beoordelingsronde was nog niet gesloten toen zij werd vernietigd. Open een nieuwe herbeoordeling.',
    'round-not-annulled': () => 'Deze beoordelingsronde is niet vernietigd.',
    'round-over': () =>
      'In deze beoordelingsronde wordt niet meer beoordeeld. Open een herbeoordeling als dat nodig is.',
    'not-set-aside': (d) => `De inschrijving ${name(d.bid)} telt hier al mee.`,
    'price-not-there': (d) => `Er is nog geen prijs van ${placeOf(d)} om te verbeteren. Leg de prijs vast.`,
    'price-unchanged': () => 'Dit is dezelfde prijs. Vul in wat de prijs moet zijn.',
    'prices-not-opened': () => 'De prijzen zijn nog niet geopend. Dat doen twee personen samen.',
    'prices-open': () => 'De prijzen zijn al geopend. Daarna verandert dit niet meer.',
    'nothing-to-open': () => 'Er is niets meer om te openen.',
    'explanation-pending': (d) => `Aan ${name(d.bid)} is al uitleg gevraagd. Beoordeel die eerst.`,
    'explanation-not-asked': (d) => `Aan ${name(d.bid)} is hier geen uitleg gevraagd.`,
    'already-judged': () => 'Hierover is al beslist.',
    'conflict-open': (d) => `Beslis eerst over ${count(Number(d.count), 'opgegeven belang', 'opgegeven belangen')}.`,
    'quality-already-awarded': () => 'De gunning is al berekend. Open een herbeoordeling om scores te veranderen.',
    'draw-without-witness': () => 'Vul in wie bij de loting waren.',
    'no-such-draw': () => 'Voor deze keuze is nog geen loting gehouden.',
    'scores-missing': (d) =>
      `Er ${agree(Number(d.count), 'ontbreekt', 'ontbreken')} ${count(Number(d.count), 'score', 'scores')}. Open een beoordelingsronde daarvoor.`,
    'lot-not-awarded': (d) => `Voor ${lot.one} ${name(d.lot)} is er geen winnaar om de beslissing over te sturen.`,
    'lot-already-said': (d) => `Over ${lot.one} ${name(d.lot)} is dit of iets anders al vastgelegd.`,
    'rules-unchanged': () => 'Dit zijn dezelfde regels als die nu gelden. Verander eerst iets.',
    'bids-are-in': () =>
      'Er is al een inschrijving vastgelegd. Daarna veranderen de bekendgemaakte regels niet meer. Trek anders de aanbesteding in.',
    'team-in-use': () =>
      'De teams passen niet bij de beoordelaars die al zijn aangewezen. Laat elk team staan waarin iemand beoordeelt.',
    'lot-in-use': () => `Over ${theOne(lot)} dat u weghaalt, is al iets vastgelegd. Laat ${theOne(lot)} staan.`,
    'requirements-unchecked': (d) =>
      `De eisen en de eigen verklaring van ${name(d.bid)} zijn nog niet door twee personen in orde bevonden.`,
    'decision-not-sent': (d) => `De gunningsbeslissing over ${lot.one} ${name(d.lot)} is nog niet verzonden.`,
    'decision-already-sent': (d) =>
      `De beslissing over ${lot.one} ${name(d.lot)} is al verzonden. Geef een reden om haar opnieuw te sturen.`,
    'letter-of-another-award': () => 'De gunning is ondertussen opnieuw berekend. Maak de brieven opnieuw.',
    'letter-for-other-lots': (d) => `${name(d.bid)} schreef hier niet op in. Kies waarvoor de brief is.`,
    'letter-missing': (d) =>
      `Voor ${name(d.bid)} is er nog geen brief over ${lot.one} ${name(d.lot)}. Stuur de beslissing met de brieven mee.`,
    'motivation-missing': (d) =>
      `Bij ${name(d.bid)} ontbreekt de motivering van ${name(d.criterion)} voor ${lot.one} ${name(d.lot)}. Open een herbeoordeling om die aan te vullen.`,
    'marks-unclear': (d) =>
      `Bij ${name(d.bid)} is niet duidelijk wat vertrouwelijk is in de motivering van ${name(d.criterion)} voor ${lot.one} ${name(d.lot)}. Open een herbeoordeling om dat te verbeteren.`,
    'letters-the-same': (d) =>
      `De motivering van ${name(d.criterion)} voor ${lot.one} ${name(d.lot)} is bij ${name(d.bid)} dezelfde als bij een ander. Leg uit waarom dat klopt.`,
    'standstill-too-short': (d) =>
      `De opschortende termijn is te kort. Zij loopt ten minste tot en met ${format.date(String(d.by))}.`,
    'standstill-running': (d) =>
      `De opschortende termijn loopt tot en met ${format.date(String(d.by))}. Teken het contract daarna.`,
    'signing-date-missing': () => 'Vul in op welke dag het contract is getekend.',
    'proceeding-pending': (d) =>
      `Over ${lot.one} ${name(d.lot)} loopt een kort geding. Wacht op de uitspraak en leg die vast.`,
    'proceeding-too-early': (d) => `Dit kan niet eerder zijn dan ${format.date(String(d.by))}.`,
    'no-such-proceeding': () => 'Dit kort geding loopt niet. Laad de pagina opnieuw.',
    'lot-not-fixed': (d) => `Voor ${lot.one} ${name(d.lot)} is geen contract vastgelegd.`,
    'lot-not-withdrawn': (d) => `${capital(theOne(lot))} ${name(d.lot)} is niet ingetrokken.`,
    'already-archived': () => 'Deze aanbesteding staat al in het archief.',
    'not-archived': () => 'Deze aanbesteding staat niet in het archief.',
    'takes-part-otherwise': () => 'Deze persoon heeft hier al een andere taak. Kies iemand anders.',
    'team-needed': () => 'Kies een team voor deze beoordelaar.',
    'unknown-team': () => 'Dit team staat niet in de bekendgemaakte regels. Kies een team uit de lijst.',
    'does-not-assess': () => 'Deze persoon beoordeelt niet in deze ronde.',
    'already-released': (d) => `Deze beoordelaar beoordeelt ${name(d.bid)} al niet meer.`,
    'onlooker-not-announced': () => 'De bekendgemaakte regels laten geen commissieleden meekijken.',
    'not-named-so': () => 'Deze persoon heeft die taak niet. Laad de pagina opnieuw.',
    'only-the-chair': () => 'Dit doet alleen de voorzitter zelf.',
    'chair-already': () => 'Deze persoon is al voorzitter. Kies iemand anders.',
    'another-was-proposed': () => 'Een andere opvolger is voorgesteld. Laad de pagina opnieuw.',
    'declared-twice': (d) => `Over ${name(d.bid)} staan twee antwoorden. Geef er één.`,
    'explanation-needed': (d) => `Leg uit wat uw belang bij ${name(d.bid)} is.`,
    'own-conflict': () => 'Over een belang van uzelf beslist een ander.',
    'no-conflict-declared': (d) => `Bij ${name(d.bid)} is geen belang opgegeven.`,
    'does-not-take-part': () => 'Daarvoor moet iemand aan deze aanbesteding deelnemen. Vraag de voorzitter om hulp.',
    'already-shut-out': (d) => `Deze persoon blijft al buiten ${name(d.bid)}.`,
    'interests-not-declared': () => 'Vul eerst de belangenverklaring in. Daarna ziet u de inschrijvingen.',
    'conflict-of-interest': (d) =>
      `U hebt een belang bij ${name(d.bid)} en blijft daarbuiten. Vraag iemand anders dit te doen.`,
    'not-the-keeper': () => 'Alleen wie de prijzen bewaart, kan dit doen. Vraag het de voorzitter.',
  }) satisfies Readonly<Record<string, ErrorText>>;
