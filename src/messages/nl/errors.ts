import type { ErrorCode } from '../../domain/errors.ts';
import type { Role } from '../../domain/roles.ts';
import { COMMON } from '../../domain/rules/in-lot.ts';
import type { FormulaSize } from '../../domain/rules/price/expression.ts';
import type { ZeroPrice } from '../../domain/rules/price/record.ts';
import type { TakenOverIn } from '../../domain/rules/programme.ts';
import type { TrialCase } from '../../domain/scoring/formula-trial.ts';
import type { AlsoScored } from '../../domain/scoring/measure-faults.ts';
import type { ShapeFault } from '../../domain/shape.ts';
import type { Phase } from '../../domain/tender/state/state.ts';
import { type BrokenReason, type ErrorText, fractionOrText, mended, wordsFor } from '../error-text.ts';
import { placeOfText } from '../field-text.ts';
import { capital, type Noun, type Nouns } from '../noun.ts';
import { type RefusedText, type RefusedWords, refusedInWords } from '../refused-characters.ts';
import { quote, sentences, shortened } from '../sentence.ts';
import { contractErrors } from './contract-errors.ts';
import { documentErrors } from './document-errors.ts';
import { editions } from './editions.ts';
import { fields } from './fields.ts';
import { phases, roles } from './names.ts';
import { planErrors } from './plan-errors.ts';
import { procedureErrors } from './procedure-errors.ts';
import { agree, count, eachOne, format, thatOne, theOne, thisOne } from './words.ts';
import { sizeInWords } from './work.ts';

const text = (value: unknown): string => String(value);
/** Een kenmerk of naam uit de gegevens. */
const name = (value: unknown): string => quote(text(value));
const number = (value: unknown): string => fractionOrText(format, value);
const why = (value: unknown): string => wordsFor(broken, value) ?? text(value);
const place = (path: unknown): string => placeOfText(fields, text(path));

/** Waarom het register niet klopt. */
const registerFaults: Readonly<Record<string, string>> = {
  gap: 'daar ontbreekt een gebeurtenis',
  hash: 'de hash past niet bij de gebeurtenis',
  order: 'de volgorde van het dossier klopt niet',
};

/** Waarom een dossier of keten niet klopt. */
const broken: Readonly<Record<BrokenReason, string>> = {
  sequence: 'het volgnummer klopt niet',
  'previous-hash': 'de hash van de vorige gebeurtenis klopt niet',
  'other-dossier': 'hoort bij een ander dossier',
  'time-runs-back': 'het tijdstip ligt voor dat van de vorige gebeurtenis',
  'not-json': 'geen leesbare gebeurtenis',
  'not-an-event': 'niet de vorm van een gebeurtenis',
  layout: 'de opbouw is gewijzigd',
  truncated: 'het einde ontbreekt',
  'head-or-seal': 'de hash van het geheel klopt niet',
  format: 'staat in een andere vorm dan hier kan',
  'part-layout': 'een onderdeel staat er niet in de juiste vorm',
  'part-changed': 'een onderdeel is gewijzigd',
  'parts-do-not-fit': 'de onderdelen passen niet bij elkaar',
  'other-parts': 'de onderdelen zijn niet die van deze soort gebeurtenis',
  'changed-since': 'gewijzigd nadat de server het had gelezen',
  'not-registered': 'staat zo niet in het register',
};

const kinds: Readonly<Record<string, string>> = {
  string: 'geen tekst tussen aanhalingstekens',
  number: 'geen getal',
  int: 'geen geheel getal',
  boolean: 'geen true of false',
  array: 'geen lijst',
  object: 'geen groep velden',
  record: 'geen groep velden',
};
const units = { text: { one: 'teken', more: 'tekens' }, list: { one: 'onderdeel', more: 'onderdelen' } };
const remarks: Readonly<Record<string, string>> = {
  'not a decimal number': 'is geen getal zoals 12.5 (met een punt en hooguit zes decimalen)',
  'not a fraction': 'is geen breuk van twee gehele getallen',
  'not a figure': 'is geen getal zoals “12.5” of “12 dagen”',
  'not beside weight': 'staat naast een wegingsfactor (weight); noem één van de twee',
  'not an identifier (a-z, 0-9, -)': 'mag alleen kleine letters, cijfers en streepjes hebben',
  'empty text': 'is een lege tekst',
  missing: 'ontbreekt',
  'unknown column': 'hoort hier niet',
  'less than the minimum': 'is lager dan het minimum',
  'values must decrease, best first': 'moet lager zijn dan de waarde ervoor',
  'Invalid ISO date': 'is geen datum zoals 2027-12-31',
  'Invalid ISO datetime': 'is geen tijdstip zoals 2027-12-31T12:00:00Z',
  'not JSON': 'is geen geldige JSON',
  'not a colour': 'is geen kleur zoals #1b4f72',
  'too little contrast': 'heeft minder dan 4,5 op 1 contrast met wit; kies een donkerder kleur',
  'not a PNG': 'is geen leesbare PNG',
  'an interlaced PNG': 'is een PNG met interlacing; bewaar die zonder',
  'a picture of too many pixels': 'is hoger of breder dan 2000 pixels',
  'too large a file': 'is een te groot bestand',
};

/** Opmerkingen met een naam of een teken erin. */
const remarksAbout: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^unsupported character /, 'heeft een teken dat niet kan: '],
  [/^duplicate (?:id|symbol) /, 'komt twee keer voor: '],
  [/^unknown (?:id|symbol|value) /, 'is niet bekend: '],
];
function remark(reason: string): string {
  const known = wordsFor(remarks, reason);
  if (known !== undefined) return known;
  const about = remarksAbout.find(([pattern]) => pattern.test(reason));
  return about ? reason.replace(...about) : 'heeft een waarde die niet kan';
}

const amount = ({ of, limit }: Extract<ShapeFault, { limit: string }>): string =>
  of === 'number' ? `${limit} zijn` : `${count(Number(limit), units[of].one, units[of].more)} hebben`;

/** Wat er mis is met de vorm van een veld: "criteria, 1e onderdeel: weight ...". */
function fault(given: unknown): string {
  const one = given as ShapeFault;
  switch (one.kind) {
    case 'missing':
      return 'ontbreekt';
    case 'no-known-shape':
      return 'heeft geen van de toegestane vormen';
    case 'too-deep':
      return 'is te diep genest';
    case 'unknown-field':
      return `heeft een onbekend veld ${name(one.field)}`;
    case 'not-a':
      return `is ${wordsFor(kinds, one.expected) ?? `geen ${one.expected}`}`;
    case 'not-one-of':
      return `moet een van deze zijn: ${one.values.join(', ')}`;
    case 'too-little':
      return `moet ten minste ${amount(one)}`;
    case 'too-much':
      return `mag ten hoogste ${amount(one)}`;
    case 'other':
      return remark(one.reason);
  }
}
const refused: RefusedWords = {
  lineBreak: 'een regeleinde',
  invisible: 'een onzichtbaar teken',
  at: (line, column) => `op regel ${line}, teken ${column}`,
  inName: (column) => `op teken ${column}`,
  and: 'en',
  moreTimes: (n) => `nog ${n} keer`,
  moreCharacters: (n) => `en nog ${count(n, 'ander teken', 'andere tekens')}`,
};

/** Een KvK-nummer heeft acht cijfers, een vestigingsnummer twaalf (kvk.nl). */
function kvkNumber(number: string, digits: number | null): string {
  const rule = 'Een KvK-nummer heeft acht cijfers; spaties en punten mogen.';
  if (number === '') return `Vul het KvK-nummer in. ${rule}`;
  if (digits === null) return `“${number}” is geen KvK-nummer. ${rule}`;
  const has = `“${number}” heeft ${count(digits, 'cijfer', 'cijfers')}. ${rule}`;
  if (digits === 7) return `${has} Misschien is de nul vooraan weggevallen.`;
  return digits === 12 ? `${has} Twaalf cijfers heeft het nummer van een vestiging.` : has;
}

/** Wat er mis is met een regelbestand van het product zelf. */
function ruleSetFault(d: Readonly<Record<string, unknown>>): string {
  if (d.because) return `. ${text(d.because)}`;
  if (d.belongsIn !== undefined) return `: de inhoud hoort in ${name(d.belongsIn)}. Verander de naam of de inhoud.`;
  return `: ${place(d.path)} ${fault(d.fault)}. Herstel het bestand.`;
}

const fileProblems: Readonly<Record<string, string>> = {
  ENOENT: 'het bestand of de map bestaat niet',
  EACCES: 'geen toegang',
  EPERM: 'geen toegang',
  EISDIR: 'het is een map',
  'not-a-file': 'het is geen gewoon bestand',
  ENXIO: 'het is geen gewoon bestand',
  ENOTDIR: 'een deel van het pad is geen map',
  ENOSPC: 'de schijf is vol',
};
const fileProblem = (code: unknown): string => wordsFor(fileProblems, code) ?? text(code);

/** Wat er te groot is aan een formule. */
const tooLarge: Readonly<Record<keyof FormulaSize | 'digits', (found: string, limit: string) => string>> = {
  parts: (found, limit) => `De formule heeft ${found} onderdelen; er mogen er ${limit} zijn`,
  depth: (found, limit) => `De haakjes in de formule staan ${found} lagen diep; er mogen ${limit} lagen zijn`,
  factors: (found, limit) =>
    `De uitkomst van de formule bestaat uit ${found} getallen: een negende macht telt negen keer. Er mogen er ${limit} zijn`,
  digits: (_, limit) => `De formule rekent met getallen van meer dan ${limit} cijfers`,
};

/** Wanneer een formule geen uitkomst heeft, en wat dan helpt. */
const trialCases: Readonly<Record<TrialCase, string>> = {
  ordinary: 'bij gewone prijzen al',
  'one-bid': 'als er één inschrijving is',
  'equal-prices': 'als alle prijzen gelijk zijn. Deel bijvoorbeeld door “max(highest - lowest, 0.01)”',
  'zero-price':
    'als een prijs nul is. Noem een minimumprijs waaronder een inschrijving niet meetelt, of deel door “max(price, 0.01)”',
  'no-quality':
    'als een inschrijving de laagste scores heeft. Noem een minimum aan kwaliteitspunten, of deel door “max(quality, 0.01)”',
  'extreme-prices': 'bij de kleinste of grootste prijzen die de regels toestaan',
};

/** Waarvan een eigen afwegingskader te veel of te weinig heeft. */
const sizes = {
  alternatives: ['alternatief', 'alternatieven'],
  criteria: ['criterium', 'criteria'],
  scale: ['niveau op de schaal', 'niveaus op de schaal'],
} as const;

/** Waarom een prijs van nul geen uitkomst heeft. */
const zeroPrice: Readonly<Record<ZeroPrice, string>> = {
  'divides-by-price': 'De formule deelt door de prijs',
  'divides-by-lowest': 'De formule deelt door de laagste prijs',
  'takes-logarithm': 'Van nul bestaat geen logaritme',
};

/** "prijs van inschrijving “a” in “noord”" */
const priceOf = (d: Readonly<Record<string, unknown>>): string =>
  `prijs van inschrijving ${name(d.bid)} in ${name(d.lot)}`;

/** Waarin een wens zou zijn overgenomen. */
const unknownInProgramme: Readonly<Record<TakenOverIn, string>> = {
  requirements: 'een eis die er niet is',
  criteria: 'een gunningscriterium dat er niet is',
  goals: 'een doel dat er niet is',
};

/** Wat een criterium dat gemeten wordt niet heeft. */
const notMeasured: Readonly<Record<AlsoScored, string>> = {
  parts: 'de onderdelen',
  scale: 'de schaal',
  scoring: 'de manier van score naar punten',
  middle: 'het gemiddelde of de mediaan van scores',
  minimum: 'de minimumscore',
  knockout: 'de knock-outeis',
};

/** "“Zorg B.V.”, “noord”"; wat voor alle percelen geldt heeft er geen van. */
const placeOf = ({ bid, lot }: Readonly<Record<string, unknown>>): string =>
  [bid, lot === COMMON ? undefined : lot].flatMap((one) => (one === undefined ? [] : [name(one)])).join(', ');

/** Wat van een prijsregel ontbreekt of daar niet hoort. */
const lineFields = { quantity: 'aantal', unit: 'eenheid', of: 'bedrag waarvan het een percentage is' } as const;
function lineField({ line, field, needed }: Readonly<Record<string, unknown>>): string {
  if (field === 'lines') return 'De prijsregels staan er twee keer (form en lines). Laat één van de twee weg.';
  const what = lineFields[field as keyof typeof lineFields];
  return needed
    ? `Bij de prijsregel ${name(line)} ontbreekt iets: ${what}. Vul dat in.`
    : `Bij de prijsregel ${name(line)} staat iets dat er niet hoort: ${what}. Laat dat weg.`;
}

/** Wat van een prijs gevraagd wordt; een regel van het prijzenblad heet zoals in de regels. */
const parts: Readonly<Record<string, string>> = {
  price: 'de prijs',
  amount: 'het bedrag',
  sheet: 'het prijzenblad',
  percentage: 'het percentage',
  time: 'de tijd',
};
const partOf = (part: unknown): string => wordsFor(parts, part) ?? name(part);

/** Om hoeveel werk het ging, waar dat bekend is. */
const sizeOf = (lot: Noun, d: Readonly<Record<string, unknown>>): string =>
  d.bids === undefined
    ? ''
    : `${sizeInWords(lot, { bids: Number(d.bids), lots: Number(d.lots), criteria: Number(d.criteria) })} `;

const texts = ({ winner, lot, option }: Nouns) =>
  ({
    ...procedureErrors({ lot }, placeOf),
    ...contractErrors,
    ...documentErrors,
    ...planErrors,
    'not-json': (d) =>
      `Het bestand is geen geldige JSON: het gaat mis op regel ${number(d.line)}, bij teken ${number(d.column)}. Herstel het bestand en probeer het opnieuw.`,
    'not-utf8': () => 'Het bestand is geen UTF-8: er staan tekens in die niet te lezen zijn. Sla het op als UTF-8.',
    'key-twice': (d) => `Het bestand noemt ${place(d.path)} twee keer. Laat één van de twee staan.`,
    'file-is-input': () =>
      'Dit is een invoerbestand, met regels, inschrijvingen en scores. Hier horen alleen de regels: het deel “rules” van dit bestand.',
    'file-is-rules': () =>
      'Dit is een bestand met alleen regels. Hier hoort een invoerbestand, met regels (“rules”), inschrijvingen (“bids”) en scores (“consensus”).',
    'file-invalid': (d) =>
      `Het bestand klopt niet: ${place(d.path)} ${fault(d.fault)}. Herstel het bestand en probeer het opnieuw.`,
    'file-unreadable': (d) =>
      `Het bestand ${name(d.file)} is niet te lezen: ${fileProblem(d.reason)}. Controleer de naam en de map.`,
    'file-unwritable': (d) =>
      `Het bestand ${name(d.file)} is niet te schrijven: ${fileProblem(d.reason)}. Kies een andere plek.`,
    'file-too-large': (d) =>
      `Het bestand is te groot. Kies een bestand van ten hoogste ${format.size(Number(d.maximum))}.`,
    'dossier-damaged': (d) =>
      `Het dossier is beschadigd of gewijzigd: regel ${text(d.line)} klopt niet (${why(d.why)}). Download het dossier opnieuw.`,
    'chain-broken': (d) =>
      `De hashketen breekt bij gebeurtenis ${text(d.seq)} (${why(d.why)}). Vergelijk het dossier met een reservekopie.`,
    'part-withheld': (d) =>
      `Van gebeurtenis ${text(d.seq)} ontbreekt een onderdeel, terwijl dit het hele dossier zou zijn. Gebruik een volledige export.`,
    'no-such-edition': (d) =>
      `Van dit dossier is geen uitgave ${quote(wordsFor(editions, d.edition) ?? text(d.edition))} te maken. Gebruik het hele dossier.`,
    'not-the-installation': () => 'Dit legt alleen Gunwijzer zelf vast. Vergelijk het dossier met een reservekopie.',
    'password-not-committed': (d) =>
      `Bij het wachtwoord van ${name(d.account)} staat niet vast welk wachtwoord het is. Stel het wachtwoord opnieuw in.`,
    'register-broken': (d) =>
      `Het register klopt niet bij nummer ${text(d.position)} (${wordsFor(registerFaults, d.why) ?? text(d.why)}). Vergelijk de database met een reservekopie.`,
    'register-differs': (d) =>
      `Het register is niet het vervolg van de eerdere export: het wijkt af bij nummer ${text(d.position)}. Zoek uit welke van de twee is gewijzigd.`,
    'not-a-register': () =>
      'Dit is geen export van het register. Kies een bestand dat met gunwijzer-register/1 begint.',
    'password-differs': (d) =>
      `Het wachtwoord van ${name(d.account)} is niet het wachtwoord dat volgens het logboek is ingesteld. Sluit het account en zoek dit uit.`,
    'account-not-on-record': (d) =>
      `Account ${name(d.account)} staat in de database, maar niet in het logboek. Vergelijk de database met een reservekopie.`,
    'database-unreadable': (d) =>
      `Een deel van de database is niet te lezen (${text(d.reason)}). Vergelijk de database met een reservekopie.`,
    'schema-differs': (d) =>
      `De opbouw van de database is gewijzigd bij ${name(d.name)}. Vergelijk de database met een reservekopie.`,
    'list-differs': (d) =>
      `Wat de lijsten over dossier ${name(d.dossier)} zeggen, volgt niet uit het logboek. Bouw de lijsten opnieuw op met gunwijzer rebuild-lists.`,
    'account-missing': (d) =>
      `Account ${name(d.account)} heeft een wachtwoord of staat in het logboek, maar is geen account meer. Vergelijk de database met een reservekopie.`,
    'not-our-database': () => 'Dit is geen database van Gunwijzer. Kies het bestand waarmee de server werkt.',
    'database-older': () =>
      'Deze database is van een oudere versie van Gunwijzer. Start de server er eerst mee, of gebruik die oudere versie.',
    'head-differs': (d) =>
      `De hash van het dossier is ${text(d.found)}, niet ${text(d.expected)}. Vergelijk het dossier met het rapport waarop de hash staat.`,
    'event-invalid': (d) =>
      `Gebeurtenis ${text(d.seq)} (${name(d.type)}) klopt niet${d.fault ? `: ${place(d.path)} ${fault(d.fault)}` : ''}. Vergelijk het dossier met een reservekopie.`,
    'event-not-allowed': (d) => `Gebeurtenis ${text(d.seq)} was niet toegestaan. ${text(d.because)}`,
    'outcome-differs': () =>
      'De opgeslagen uitkomst wijkt af van de herberekening. Gebruik de uitkomst niet voordat dit is uitgezocht.',
    'unknown-engine': (d) =>
      `Deze versie van Gunwijzer kent rekenregels versie ${text(d.engine)} niet. Gebruik een nieuwere versie van Gunwijzer.`,
    'not-a-number': (d) => `${name(d.text)} is geen getal. Vul een getal in.`,
    'equal-parts-beside-weights': (d) =>
      `Bij ${d.parent === null ? 'de gunningscriteria' : name(d.parent)} hebben sommige onderdelen een wegingsfactor en andere niet. Geef ze allemaal een wegingsfactor, of geen: dan tellen ze even zwaar.`,
    'scale-missing': (d) =>
      `Voor ${name(d.criterion)} is geen schaal bekendgemaakt. Geef het criterium een schaal, of neem in de regels één schaal op voor alle criteria.`,
    'measured-and-scored': (d) =>
      `${name(d.criterion)} wordt gemeten en krijgt geen score. Laat ${notMeasured[d.has as AlsoScored]} weg.`,
    'knock-out-without-effect': (d) =>
      d.why === 'weight'
        ? `${name(d.criterion)} is een knock-outeis en levert geen punten op. Maak de wegingsfactor 0.`
        : `${name(d.criterion)} is een knock-outeis zonder minimumscore. Vul een minimumscore in.`,
    'minimum-before-known': (d) =>
      d.criterion === null
        ? 'In het minimum voor de kwaliteit tellen punten mee die nog niet vaststaan als de kwaliteitsronde sluit. Stel een minimum bij afzonderlijke criteria.'
        : `In het minimum voor ${name(d.criterion)} tellen punten mee die nog niet vaststaan als de kwaliteitsronde sluit. Stel liever een grens aan de gemeten waarde.`,
    'middle-of-table': (d) =>
      `Bij ${name(d.criterion)} telt het gemiddelde of de mediaan van de scores. Die uitkomst hoeft niet in de tabel te staan. Kies een andere manier om van scores punten te maken.`,
    'reference-is-worst': (d) =>
      `De formule meet vanaf de slechtste waarde. Meet vanaf de ${d.best === 'lowest' ? 'laagste' : 'hoogste'} waarde of vanaf een bekendgemaakt bedrag.`,
    'bracket-wrong-side': (d) =>
      d.better === 'lower'
        ? 'Minder is hier beter. Noem bij elke staffel tot en met welke waarde die geldt (upTo).'
        : 'Meer is hier beter. Noem bij elke staffel vanaf welke waarde die geldt (from).',
    'brackets-not-in-order': (d) =>
      mended(
        d,
        `De staffels staan niet op volgorde (bij ${number(d.limit)})`,
        'Zet de beste staffel bovenaan, met de meeste punten',
      ),
    'points-above-weight': (d) =>
      mended(
        d,
        `${name(d.criterion)} kan ${number(d.points)} punten geven, meer dan de wegingsfactor ${number(d.weight)}`,
        'Verlaag de punten',
      ),
    'formula-looks-at-quality': (d) =>
      `De formule van ${name(d.criterion)} noemt de kwaliteit, en die hangt zelf van deze punten af. Laat de kwaliteit uit de formule.`,
    'line-field': (d) => lineField(d),
    'line-above-missing': (d) =>
      `De prijsregel ${name(d.line)} is een percentage van de regels erboven, maar staat zelf bovenaan. Zet de regel lager.`,
    'bidder-pays-refused': () =>
      'Bij deze methode wordt de prijs door de kwaliteit gedeeld of andersom; dat werkt niet als de inschrijver betaalt. Kies een andere methode.',
    'price-part-unknown': (d) => {
      if (d.part !== null) return mended(d, `De prijs heeft geen onderdeel ${name(d.part)}`, 'Kies een onderdeel');
      return d.parts === 0
        ? 'Er wordt geen prijs gevraagd. Laat weg wat hier over de prijs staat.'
        : mended(d, 'De prijs heeft onderdelen, en hier staat niet over welk onderdeel het gaat', 'Noem het onderdeel');
    },
    'lot-size-missing': (d) =>
      mended(
        d,
        `Inschrijvers noemen hun capaciteit, maar ${lot.one} ${name(d.lot)} heeft geen omvang (size)`,
        'Vul de omvang in',
      ),
    'capacity-by-preferences': (d) =>
      d.limit === 'capacity'
        ? 'Een capaciteit gaat niet samen met verdelen naar voorkeur: er hoeft dan geen stabiele verdeling te zijn. Kies een andere manier van verdelen.'
        : `Bij verdelen naar voorkeur mag een ${lot.one} in maar één groep staan, en telt elke inschrijving apart. Anders hoeft er geen stabiele verdeling te zijn. Pas de groepen aan of kies een andere manier van verdelen.`,
    'combination-never-wins': (d) =>
      `De combinatie ${name(d.combination)} heeft meer ${lot.more} dan een inschrijver mag krijgen. Niemand kan haar winnen. Laat de combinatie weg of verruim de grens.`,
    'discounts-need-own-measure': () =>
      `Een korting bij meer ${lot.more} kan alleen als de prijs één geheel is en een inschrijving alleen aan zichzelf wordt gemeten. Anders hangen de punten van anderen ervan af of de korting geldt. Kies een andere methode.`,
    'unknown-name': (d) =>
      mended(d, `${name(d.name)} is hier niet bekend`, 'Neem de naam over zoals die in de regels staat'),
    'lot-not-named': () => `Er zijn meer ${lot.more}; hier staat niet welke bedoeld is. Noem ${theOne(lot)}.`,
    'weights-total-missing': () =>
      'Bij gunnen op waarde staat nergens hoeveel euro de kwaliteit in totaal waard is. Geef de gunningscriteria een wegingsfactor in euro, of noem het totaal (weightsTotal).',
    'name-twice': (d) =>
      `De naam ${name(d.name)} komt twee keer voor; hier is niet te zien welke is bedoeld. Geef één van de twee een andere naam, of noem een kenmerk (id).`,
    'unit-differs': (d) =>
      `De waarde ${name(d.value)} voor ${name(d.criterion)} staat in een andere eenheid. Geef de waarde in ${name(d.unit)}.`,
    'value-missing': (d) => `Er ontbreekt een waarde voor ${name(d.criterion)} (${placeOf(d)}). Vul de waarde in.`,
    'value-not-asked': (d) =>
      `Voor ${name(d.criterion)} is hier geen waarde gevraagd (${placeOf(d)}). Laat de waarde weg.`,
    'value-twice': (d) => `Er zijn twee waarden voor ${name(d.criterion)} (${placeOf(d)}). Laat één van de twee weg.`,
    'value-decimals': (d) =>
      `De waarde ${number(d.value)} voor ${name(d.criterion)} heeft te veel decimalen. Toegestaan: ${count(Number(d.decimals), 'decimaal', 'decimalen')}.`,
    'value-zero': (d) =>
      `De waarde voor ${name(d.criterion)} is nul (${placeOf(d)}); de bekendgemaakte formule heeft daar geen uitkomst voor. Vul een waarde boven nul in.`,
    'capacity-missing': (d) => `Bij ${name(d.bidder)} ontbreekt de capaciteit. Vul in wat de inschrijver aankan.`,
    'capacity-not-asked': () => 'In deze aanbesteding is geen capaciteit gevraagd. Laat de capaciteit weg.',
    'capacity-fits-no-lot': (d) =>
      `De capaciteit ${number(d.capacity)} van ${name(d.bidder)} is te klein voor de ${lot.more} van de inschrijving, ook voor de kleinste. Controleer het getal.`,
    'discount-not-asked': (d) =>
      `In deze aanbesteding is geen korting bij meer ${lot.more} gevraagd (${name(d.bidder)}). Laat de korting weg.`,
    'discount-on-other-lots': (d) =>
      `De korting van ${name(d.bidder)} noemt ${lot.one} ${name(d.lot)} twee keer, of de inschrijving geldt daar niet voor. Noem ${lot.more} van de inschrijving, elk één keer.`,
    'discount-never-holds': (d) =>
      `De korting van ${name(d.bidder)} geldt pas bij meer ${lot.more} dan een inschrijver mag krijgen. Laat de korting weg.`,
    'discount-above-sum': (d) =>
      `De korting van inschrijving ${name(d.bid)} in ${name(d.lot)} is groter dan de som van de regels. Controleer de bedragen.`,
    'score-from-assessors': (d) =>
      `Bij ${name(d.criterion)} telt het gemiddelde of de mediaan van de beoordelaars. Leg daar geen consensusscore vast.`,
    'score-from-committee': (d) =>
      `Bij ${name(d.criterion)} telt de consensusscore. Laat de scores van de afzonderlijke beoordelaars weg.`,
    'score-below-minimum': (d) =>
      `De score ${number(d.score)} voor ${name(d.criterion)} is te laag. Geef een score van ${number(d.minimum)} tot en met ${number(d.maximum)}.`,
    'nothing-scored-there': (d) =>
      `Van inschrijving ${name(d.bid)} valt ${d.lot === COMMON ? `voor alle ${lot.more} samen` : `in ${name(d.lot)}`} niets te beoordelen. Laat de score weg.`,
    'lot-said-twice': (d) =>
      `${capital(theOne(lot))} ${name(d.lot)} staat twee keer bij wat vastligt of is ingetrokken. Laat één van de twee weg.`,
    'draw-for-other-lots': () =>
      `Deze loting is niet voor de ${lot.more} waarvoor nu een loting nodig is. Bekijk de gunning opnieuw.`,
    'weights-do-not-sum': (d) =>
      sentences(
        mended(
          d,
          `De wegingsfactoren ${d.parent === null ? '' : `onder ${name(d.parent)} `}tellen op tot ${number(d.total)}${(d.price ?? null) === null ? '' : `, met ${number(d.price)} voor de prijs meegeteld`}; het moet ${number(d.whole)} zijn`,
          'Verander de wegingsfactoren',
        ),
        d.parent === null && (d.price ?? null) === null ? 'De prijs telt nu niet mee.' : '',
      ),
    'duplicate-id': (d) =>
      mended(
        d,
        `Het kenmerk ${name(d.id)} komt twee keer voor (${name(d.place)})`,
        'Geef één van de twee een ander kenmerk',
      ),
    'scale-not-ascending': (d) => mended(d, 'De schaal loopt niet op', 'Zet de scores van laag naar hoog'),
    'scale-without-positive': (d) => mended(d, 'De schaal heeft geen score boven nul', 'Voeg er ten minste één toe'),
    'minimum-not-on-scale': (d) =>
      mended(
        d,
        `De minimumscore ${number(d.minimum)} van ${name(d.criterion)} staat niet op de schaal`,
        'Kies een score van de schaal',
      ),
    'minimum-on-group': (d) =>
      `${name(d.criterion)} heeft onderdelen en kan zelf geen minimumscore hebben. Stel de minimumscore bij de onderdelen.`,
    'unknown-tie-break-criterion': (d) =>
      mended(
        d,
        `De regel voor gelijke stand noemt een onbekend criterium: ${name(d.criterion)}`,
        'Noem een gunningscriterium dat een score krijgt',
      ),
    'winners-limits': (d) =>
      mended(
        d,
        `De grenzen aan het aantal ${winner.more} kloppen niet: ten minste ${text(d.minimum)} en ten hoogste ${text(d.maximum)}, bij ${count(Number(d.lots), lot.one, lot.more)}`,
        'Pas de grenzen aan',
      ),
    'growth-path-not-rising': (d) =>
      mended(d, `De data van het groeipad lopen niet op (${format.date(text(d.by))})`, 'Zet ze op volgorde'),
    'wish-unanswered': (d) =>
      `De wens ${quote(shortened(text(d.wish)))} is nergens overgenomen. Kies een eis, een gunningscriterium of een doel, of leg uit waarom niet.`,
    'wish-names-unknown': (d) =>
      mended(
        d,
        `De wens ${quote(shortened(text(d.wish)))} noemt ${unknownInProgramme[d.kind as TakenOverIn]}: ${name(d.named)}`,
        'Kies iets dat er wel is',
      ),
    'bidder-form': () => 'Eén organisatie heeft precies één deelnemer; een combinatie heeft er ten minste twee.',
    'organisation-twice-in-bid': (d) =>
      `${name(d.organisation)} staat twee keer in deze inschrijving. Noem elke organisatie één keer.`,
    'organisation-in-two-bids': (d) =>
      `${name(d.organisation)} doet al mee in een andere inschrijving voor hetzelfde ${lot.one} (${name((d.bidders as string[])[0])}). Laat de organisatie hier weg.`,
    'duplicate-bid': (d) => `Er is al een inschrijving met kenmerk ${name(d.bid)}. Gebruik een ander kenmerk.`,
    'duplicate-bidder': (d) => `Er is al een inschrijving van ${name(d.bidder)}. Controleer de naam.`,
    'unknown-lot': (d) =>
      mended(
        d,
        `${capital(theOne(lot))} ${name(d.lot)} bestaat niet in deze aanbesteding`,
        `Kies een ${lot.one} uit de bekendgemaakte regels`,
      ),
    'duplicate-lot': (d) =>
      `${capital(theOne(lot))} ${name(d.lot)} staat twee keer in de inschrijving. Laat één van de twee weg.`,
    'growth-path-missing': (d) => `Het groeipad voor ${lot.one} ${name(d.lot)} ontbreekt. Vul het in.`,
    'growth-path-not-asked': (d) => `Voor ${lot.one} ${name(d.lot)} is geen groeipad gevraagd. Laat het weg.`,
    'growth-path-dates': () =>
      'De data van het groeipad zijn niet de bekendgemaakte data. Neem de data uit de bekendgemaakte regels over.',
    'percentage-above-100': (d) =>
      mended(d, `${number(d.committed)} is meer dan 100 procent`, 'Vul een percentage van 0 tot en met 100 in'),
    'unknown-bid': (d) => `De inschrijving ${name(d.bid)} bestaat niet. Kies een inschrijving uit de lijst.`,
    'lot-not-bid-for': (d) =>
      `De inschrijving ${name(d.bid)} geldt niet voor ${lot.one} ${name(d.lot)}. Kies een ${lot.one} van deze inschrijving.`,
    'score-for-invalid-bid': (d) =>
      `De inschrijving ${name(d.bid)} is ongeldig voor ${lot.one} ${name(d.lot)} en wordt daar niet beoordeeld. Laat de score weg.`,
    'unknown-criterion': (d) =>
      mended(
        d,
        `Het criterium ${name(d.criterion)} bestaat niet of krijgt zelf geen score`,
        'Kies een criterium dat een score krijgt',
      ),
    'score-outside-scale': (d) =>
      `De score ${number(d.score)} voor ${name(d.criterion)} staat niet op de schaal. Kies uit: ${(d.scale as string[]).map(number).join('; ')}.`,
    'duplicate-score': (d) =>
      `Er zijn twee scores voor ${name(d.criterion)}${d.alternative === undefined ? '' : ` bij ${name(d.alternative)}`}. Laat één van de twee weg.`,
    'missing-score': (d) =>
      `Er ontbreekt een score voor ${name(d.criterion)}${d.bid === undefined ? '' : ` (${placeOf(d)})`}. Vul de score in.`,
    'missing-motivation': (d) => `Er ontbreekt een motivering bij ${name(d.criterion)}. Schrijf op waarom.`,
    'award-too-large': () =>
      `Deze gunning is te groot om binnen redelijke tijd te berekenen. Meld het aan de beheerder.`,
    'already-published': () => 'De regels zijn al bekendgemaakt en veranderen niet meer.',
    'already-appointed': () => 'Deze beoordelaar is al aangewezen. Kies iemand anders.',
    'chair-is-assessor': () => 'De voorzitter kan niet ook beoordelaar zijn. Wijs iemand anders aan.',
    'not-an-assessor-account': () => 'Dit account heeft niet de rol beoordelaar. Wijs iemand aan die deze rol heeft.',
    'auditor-takes-part': () =>
      'Wie deze aanbesteding voorzit of beoordeelt, kan haar niet ook als auditor volgen. Kies iemand anders.',
    'already-looks-on': () => 'Deze auditor kijkt al mee. Kies iemand anders.',
    'does-not-look-on': () => 'Deze auditor kijkt niet mee. Laad de pagina opnieuw.',
    'not-an-auditor-account': () => 'Dit account heeft niet de rol auditor. Kies iemand die deze rol heeft.',
    'no-assessors': () => 'Wijs eerst ten minste één beoordelaar aan.',
    'no-valid-bids': () => 'Er is nog geen geldige inschrijving om te beoordelen. Leg eerst een inschrijving vast.',
    'not-an-assessor': () => 'U bent geen beoordelaar in deze aanbesteding. Vraag de voorzitter om u aan te wijzen.',
    'not-the-chair': () => 'Alleen de voorzitter van deze aanbesteding kan dit doen. Vraag het de voorzitter.',
    'already-submitted': () => 'Deze beoordeling is al ingediend. Dien een wijziging in; een concept kan niet meer.',
    'assessments-not-submitted': (d) =>
      `De consensusronde kan nog niet worden geopend. Er ${agree(Number(d.count), 'moet', 'moeten')} nog ${count(Number(d.count), 'beoordeling', 'beoordelingen')} worden ingediend.`,
    'consensus-incomplete': (d) =>
      `De kwaliteitsronde kan nog niet worden gesloten. Er ${agree(Number(d.count), 'moet', 'moeten')} nog ${count(Number(d.count), 'consensusscore', 'consensusscores')} worden vastgelegd.`,
    'wrong-phase': (d) =>
      `Dit kan alleen in de fase “${(d.needed as Phase[]).map((phase) => phases[phase]).join('”, “')}”; deze aanbesteding is in de fase “${phases[d.phase as Phase]}”.`,
    'quality-still-open': () => 'Dit kan pas als de voorzitter de kwaliteitsronde heeft gesloten. Kom daarna terug.',
    'not-yet-awarded': () =>
      'De gunning is nog niet berekend. De rangorde wordt zichtbaar als de voorzitter de kwaliteitsronde heeft gesloten en de gunning heeft berekend.',
    'decision-not-signed': () => 'Het advies staat klaar zodra de keuze is ondertekend. Onderteken eerst de keuze.',
    stale: () => 'Dit is intussen door iemand anders gewijzigd. Laad de pagina opnieuw en controleer uw wijziging.',
    'unknown-dossier': (d) => `Het dossier ${name(d.dossier)} bestaat niet. Kies een dossier op het overzicht.`,
    'unknown-role': (d) =>
      `De rol ${name(d.role)} bestaat niet. Kies uit: ${(d.roles as Role[]).map((role) => `${name(role)} = ${roles[role]}`).join('; ')}.`,
    'role-missing': () => 'Kies ten minste één rol.',
    'roles-apart': (d) =>
      `De rollen ${name(roles[d.one as Role] ?? d.one)} en ${name(roles[d.other as Role] ?? d.other)} gaan niet samen: een auditor kijkt naar het werk van de ander. Kies een van beide.`,
    'unknown-account': (d) => `Het account ${name(d.account)} bestaat niet. Controleer de gebruikersnaam.`,
    'account-exists': (d) => `Het account ${name(d.account)} bestaat al. Kies een andere gebruikersnaam.`,
    'account-closed': (d) => `Het account ${name(d.account)} is gesloten. Vraag de beheerder om het te heropenen.`,
    'account-is-open': (d) => `Het account ${name(d.account)} is niet gesloten. Laad de pagina opnieuw.`,
    'not-your-account': () => 'Alleen wie dit account heeft, kan dit doen. Log in met dat account.',
    'accounts-damaged': (d) =>
      sentences(
        `Het logboek van de accounts is beschadigd. ${text(d.because)}`,
        'Zet een reservekopie van de database terug.',
      ),
    'last-administrator': () => 'Dit is de laatste beheerder. Wijs eerst een andere beheerder aan.',
    'password-too-short': (d) =>
      `Het wachtwoord is te kort. Kies er een van ten minste ${count(Number(d.minimum), 'teken', 'tekens')}.`,
    'password-too-long': (d) =>
      `Het wachtwoord is te lang. Kies er een van ten hoogste ${count(Number(d.maximum), 'teken', 'tekens')}.`,
    'password-often-used': () =>
      'Dit wachtwoord wordt veel gebruikt en is zo geraden, ook met cijfers erbij. Kies een ander, bijvoorbeeld vier losse woorden.',
    'password-is-name': () => 'Het wachtwoord is een naam of gebruikersnaam, met of zonder cijfers. Kies een ander.',
    'password-is-demo': () => 'Dit is het wachtwoord van de demo, dat iedereen kent. Kies een ander.',
    'password-wrong': () => 'Het huidige wachtwoord klopt niet. Probeer het opnieuw.',
    'password-link-gone': () =>
      'Deze link werkt niet, of niet meer. Een link werkt één keer en voor beperkte tijd. Vraag de beheerder om een nieuwe.',
    'rule-set-invalid': (d) => `Regelbestand criteria/${text(d.file)} klopt niet${ruleSetFault(d)}`,
    'rule-set-not-frozen': (d) =>
      `Regelbestand criteria/${text(d.file)} staat niet in criteria/frozen.json. Voeg toe: "${text(d.file)}": "${text(d.sha256)}".`,
    'rule-set-changed': (d) =>
      `Regelbestand criteria/${text(d.file)} is gewijzigd na publicatie. Maak een nieuwe versie.`,
    'setting-invalid': (d) =>
      `De instelling ${text(d.setting)} klopt niet: die ${fault(d.fault)}. In README.md staat wat mag.`,
    'migration-changed': (d) =>
      `De databasestap ${name(d.name)} is gewijzigd nadat zij is toegepast. Zet de oorspronkelijke stap terug.`,
    'migration-unknown': (d) =>
      `De database kent een stap die deze versie niet kent: ${name(d.name)}. Gebruik een nieuwere versie van Gunwijzer.`,
    'unknown-option': (d) => `Onbekende optie of opdracht: ${name(d.option)}. Met --help ziet u wat er kan.`,
    'one-file': (d) => `Geef precies één bestand: gunwijzer ${text(d.command)} BESTAND`,
    'computation-too-long': (d) =>
      `De berekening duurde langer dan ${count(Number(d.seconds), 'seconde', 'seconden')} en is gestopt. Er is niets opgeslagen. ${sizeOf(lot, d)}Probeer het met minder tegelijk, of gebruik de opdrachtregel.`,
    'computation-too-large': (d) =>
      `De berekening vroeg meer dan ${count(Number(d.megabytes), 'megabyte', 'megabyte')} geheugen en is gestopt. Er is niets opgeslagen. ${sizeOf(lot, d)}Probeer het met minder tegelijk, of gebruik de opdrachtregel.`,
    'computation-stopped': () => 'De berekening is gestopt. Begin opnieuw als u de uitkomst alsnog wilt.',
    'dossier-moves': () =>
      'Het dossier is tijdens de berekening steeds gewijzigd. Er is niets opgeslagen. Probeer het opnieuw.',
    'too-busy': (d) =>
      `U vraagt te veel tegelijk: er wachten al ${count(Number(d.waiting), 'opdracht', 'opdrachten')} van u. Wacht tot die klaar zijn en probeer het opnieuw.`,
    'draft-too-long': (d) =>
      `Deze tekst is te lang om te bewaren. Maak er ten hoogste ${count(Number(d.maximum), 'teken', 'tekens')} van.`,
    'too-many-drafts': () =>
      'Er zijn te veel concepten van u. Dien eerst in wat klaar is; daarna kan Gunwijzer nieuwe concepten bewaren.',
    'address-in-use': (d) => `Poort ${text(d.port)} op ${text(d.host)} is al in gebruik. Kies een andere met PORT.`,
    'unknown-alternative': (d) =>
      mended(
        d,
        `Het ${option.one} ${name(d.alternative)} bestaat niet of doet niet mee`,
        `Kies een ${option.one} uit de lijst`,
      ),
    'unknown-symbol': (d) =>
      mended(
        d,
        `De score ${name(d.symbol)}${d.alternative === undefined ? '' : ` van ${name(d.alternative)} op ${name(d.criterion)}`} staat niet op de schaal`,
        'Kies een score van de schaal',
      ),
    'reason-missing': (d) => `Geef een reden voor de afwijking bij ${name(d.alternative)}.`,
    'score-unchanged': (d) =>
      `De score van ${name(d.alternative)} op ${name(d.criterion)} is niet veranderd. Kies een andere score of laat de wijziging weg.`,
    'adjusted-twice': () => 'Hetzelfde is twee keer gewijzigd. Laat één van de twee wijzigingen weg.',
    'no-alternatives-left': () =>
      `Er blijft geen ${option.one} over. Verlaag een minimum of sluit minder ${option.more} uit.`,
    'weight-missing': (d) => `Er ontbreekt een wegingsfactor voor ${name(d.criterion)}. Vul er een in.`,
    'weight-not-a-number': (d) =>
      `De wegingsfactor van ${name(d.criterion)} is geen getal. Vul een getal in, bijvoorbeeld 1 of 2,5.`,
    'weight-negative': (d) => `De wegingsfactor van ${name(d.criterion)} is negatief. Vul een getal van 0 of meer in.`,
    'weights-all-zero': () => 'Geef ten minste één criterium een wegingsfactor boven nul.',
    'ordering-contradicts': (d) =>
      `De volgorde spreekt zichzelf tegen bij ${name(d.criterion)}. Laat één van de tegenstrijdige keuzes weg.`,
    'ordering-too-large': () =>
      'Voor zoveel criteria kan geen volgorde worden doorgerekend. Geef voor minder criteria een volgorde.',
    'seed-out-of-range': () => 'Het startgetal is een geheel getal van 0 tot en met 4294967295.',
    'matrix-not-published': () => 'Het afwegingskader is nog niet vastgelegd. Begin een nieuwe keuze.',
    'unknown-purchase-kind': (d) =>
      `De soort inkoop ${name(d.purchaseKind)} bestaat niet. Kies een soort uit de lijst.`,
    'not-the-officer': () => 'Alleen wie deze keuze opstelt kan dit doen. Vraag het de opsteller.',
    'decision-is-signed': () => 'Deze keuze is ondertekend en verandert niet meer. Begin zo nodig een nieuwe keuze.',
    'choice-needs-reason': () => `Een ander ${option.one} eindigt even hoog of hoger. Geef een reden voor uw keuze.`,
    'nothing-chosen': () => `Kies eerst een ${option.full}.`,
    'pair-invalid': (d) => `${name(d.pair)} is niet te lezen. Schrijf criterium=waarde, gescheiden door komma’s.`,
    'date-invalid': (d) => `${name(d.date)} is geen bestaande datum. Vul een datum in zoals 4-1-2027.`,
    'start-year-invalid': (d) =>
      `Een planning begint in de jaren ${text(d.first)} tot en met ${text(d.last)}. Kies een andere startdatum.`,
    'duration-invalid': (d) => `Vul bij ${name(d.step)} een heel aantal weken in van 1 tot en met 260.`,
    'too-many-criteria': (d) =>
      mended(
        d,
        d.what === 'groups'
          ? `Er zijn ${number(d.found)} groepen van gunningscriteria; er mogen er ${number(d.limit)} zijn`
          : `Er zijn ${number(d.found)} gunningscriteria met een score; in een beoordeling passen er ${number(d.limit)}`,
        d.what === 'groups' ? 'Haal groepen weg' : 'Voeg criteria samen of haal er weg',
      ),
    'no-criteria': (d) =>
      mended(
        d,
        'Er zijn geen gunningscriteria; dat kan alleen als de laagste prijs beslist',
        'Voeg ten minste één gunningscriterium toe',
      ),
    'score-table-incomplete': (d) =>
      mended(
        d,
        `De tabel van ${name(d.criterion)} klopt niet met de schaal bij score ${number(d.score)}`,
        'Noem elke score van de schaal precies één keer',
      ),
    'score-table-above-weight': (d) =>
      mended(
        d,
        `${name(d.criterion)} geeft ${number(d.percentage)} procent van de wegingsfactor`,
        'Maak er ten hoogste 100 van',
      ),
    'scoring-on-group': (d) =>
      `${name(d.criterion)} heeft onderdelen en krijgt zelf geen score. Zet de puntentelling bij de onderdelen.`,
    'zero-score-too-high': (d) =>
      mended(
        d,
        `De score die bij ${name(d.criterion)} nul punten geeft, is ${number(d.zero)}`,
        'Kies een score onder de hoogste',
      ),
    'minimum-above-weight': (d) =>
      mended(
        d,
        `Het minimum ${d.criterion === null ? 'voor de kwaliteit' : `op ${name(d.criterion)}`} is ${number(d.minimum)}; dat is meer dan er te behalen is`,
        'Verlaag het',
      ),
    'score-above-maximum': (d) =>
      `De score ${number(d.score)} voor ${name(d.criterion)} is te hoog. Vul ten hoogste ${number(d.maximum)} in.`,
    'score-decimals': (d) =>
      `De score ${number(d.score)} voor ${name(d.criterion)} heeft te veel decimalen. Toegestaan: ${count(Number(d.decimals), 'decimaal', 'decimalen')}.`,
    'closest-to-mean-refused': (d) =>
      mended(
        d,
        'De formule “dichtst bij het gemiddelde” kan niet: de scherpste prijs wint dan niet. Elke inschrijving verandert ook waaraan de andere worden gemeten. Een inschrijver weet vooraf niet wat zijn prijs waard is',
        'Kies een andere formule',
      ),
    'lowest-price-wmo': () =>
      'Gunnen op de laagste prijs wordt geweigerd voor Wmo-ondersteuning. Betreft het iets anders, zet dan in de regels service: other, met de motivering.',
    'withdrawal-not-announced': (d) =>
      mended(
        d,
        'De punten hangen af van de andere inschrijvingen, en de regels zeggen niet wat er gebeurt als een inschrijving wegvalt',
        'Maak dat bekend: re-rank of keep',
      ),
    'must-be-positive': (d) => mended(d, `De waarde van ${place(d.rule)} is nul`, 'Vul een getal boven nul in'),
    'power-below-zero': () =>
      'Met een macht (points.power) kunnen prijspunten niet onder nul komen. Kies bij belowZero voor “clip”.',
    'must-be-above-one': (d) =>
      mended(d, `De waarde van ${place(d.rule)} is ${number(d.value)}`, 'Vul een getal boven één in'),
    'bounds-wrong-way-round': (d) =>
      mended(
        d,
        `De grenzen van ${place(d.rule)} staan verkeerd om: ${number(d.low)} ligt niet onder ${number(d.high)}`,
        'Draai ze om',
      ),
    'estimate-missing': () => 'Noem de raming als de grens daarvan uitgaat, en anders niet.',
    'formula-invalid': (d) =>
      mended(
        d,
        `De formule is niet te lezen: “${text(d.formula)}”`,
        `Herstel de formule${typeof d.position === 'number' ? ` vanaf teken ${number(d.position)}` : ''}`,
      ),
    'formula-unknown-symbol': (d) =>
      `De formule gebruikt ${name(d.symbol)}. Kies uit: ${(d.symbols as string[]).join(', ')}.`,
    'formula-not-allowed': (d) =>
      `In een formule kan dit niet: ${name(d.what)}. Gebruik + − × ÷, een hele macht tot 9, min, max, haakjes en getallen met ten hoogste 6 decimalen.`,
    'formula-constant-taken': (d) =>
      mended(d, `${name(d.symbol)} is al een naam in de formule`, 'Geef de constante een andere naam'),
    'formula-divides-by-zero': (d) =>
      `De formule deelt door nul voor inschrijving ${name(d.bid)} in ${name(d.lot)}. Pas de formule aan of controleer de prijs.`,
    'formula-too-large': (d) =>
      mended(
        d,
        tooLarge[d.bound as keyof typeof tooLarge](number(d.found), number(d.limit)),
        'Maak de formule kleiner',
      ),
    'formula-has-no-value': (d) =>
      mended(d, `De formule deelt door nul ${trialCases[d.case as TrialCase]}`, 'Schrijf de formule anders'),
    'division-by-zero': () => 'Er wordt gedeeld door nul. Controleer de formule en de ingevulde getallen.',
    'quality-zero': (d) =>
      `Inschrijving ${name(d.bid)} in ${name(d.lot)} heeft geen kwaliteitspunten, en de methode deelt door dat aantal. Stel in de regels een minimum aan kwaliteit.`,
    'price-not-asked': (d) =>
      `Inschrijving ${name(d.bid)} ${d.lot === COMMON ? `(voor alle ${lot.more})` : `in ${name(d.lot)}`} noemt een onderdeel van de prijs waar deze aanbesteding niet om vraagt (${partOf(d.part)}). Laat het weg.`,
    'price-incomplete': (d) => `De ${priceOf(d)} is niet volledig (${partOf(d.part)}). Vul aan wat ontbreekt.`,
    'price-negative': (d) => `De ${priceOf(d)} is negatief. Vul een bedrag van 0 of meer in.`,
    'price-zero': (d) => `De ${priceOf(d)} is nul. ${zeroPrice[d.why as ZeroPrice]}; controleer het bedrag.`,
    'missing-price': (d) => `De ${priceOf(d)} ontbreekt. Leg de prijs vast.`,
    'duplicate-price': (d) =>
      `Er zijn twee prijzen van inschrijving ${name(d.bid)} in ${name(d.lot)}. Laat één van de twee weg.`,
    'unknown-price-line': (d) =>
      `De regel ${name(d.line)} staat niet op het prijzenblad${d.bid === undefined ? '' : ` (${placeOf(d)})`}. Laat de regel weg.`,
    'duplicate-price-line': (d) =>
      `De regel ${name(d.line)} staat twee keer in de prijs (${name(d.bid)}, ${name(d.lot)}). Laat één van de twee weg.`,
    'prices-final': () => 'Er is al een gunning berekend; prijzen veranderen niet meer.',
    'tie-break-without-price': () =>
      'De regel voor gelijke stand noemt de lagere prijs, maar er wordt geen prijs gevraagd. Kies een andere regel.',
    'draw-not-last': (d) =>
      mended(d, 'Een loting kan alleen de laatste stap bij gelijke stand zijn', 'Zet de loting achteraan'),
    'lot-order': (d) =>
      mended(
        d,
        `Bij een vaste volgorde staan alle ${lot.more} precies één keer in award.lotOrder; bij een andere manier van verdelen staat die er niet`,
        'Pas de volgorde aan',
      ),
    'combinations-need-highest-total': (d) =>
      `${d.what === 'discounts' ? `Kortingen bij meer ${lot.more}` : `Combinaties van ${lot.more}`} kunnen alleen bij de hoogste som. Kies voor award.mechanism “highest-total”.`,
    'lot-weights-need-highest-total': () =>
      `De waarde van een ${lot.one} kan alleen bij de hoogste som meetellen. Kies voor award.mechanism “highest-total”.`,
    'lot-value-missing': (d) =>
      mended(d, `De waarde van ${lot.one} ${name(d.lot)} ontbreekt of is nul`, 'Vul een waarde boven nul in'),
    'affiliated-below-bidder': (d) =>
      mended(
        d,
        `Het maximum voor verbonden organisaties (${text(d.maximum)}) is lager dan dat voor één inschrijver (${text(d.perBidder)})`,
        'Verhoog het',
      ),
    'one-bid-not-by-preferences': () =>
      'Bij verdelen naar voorkeur kan niet dat van verbonden inschrijvingen maar één wint (oneBid). Geef hun samen een maximum.',
    'lots-stay-open': (d) =>
      mended(
        d,
        `Met ten hoogste ${count(Number(d.winners), 'winnaar', 'winnaars')} van ten hoogste ${count(Number(d.each), lot.one, lot.more)} elk ${agree(Number(d.open), 'blijft', 'blijven')} er van de ${text(d.lots)} ${lot.more} zeker ${text(d.open)} open`,
        `Laat meer winnaars toe, of meer ${lot.more} per inschrijver`,
      ),
    'same-name': (d) =>
      mended(d, `De naam ${name(d.name)} komt hier twee keer voor`, 'Geef één van de twee een andere naam'),
    'date-before': (d) =>
      mended(
        d,
        `De datum ${format.date(text(d.date))} ligt vóór ${format.date(text(d.after))}, de datum bij ${quote(text(d.other))}`,
        'Zet de datums in volgorde',
      ),
    'last-day-twice': (d) =>
      mended(d, 'De laatste dag voor inschrijvingen staat er twee keer', 'Kies bij een van de twee iets anders'),
    'last-day-passed': (d) =>
      `Inschrijven kon tot en met ${format.date(text(d.date))}. Daarna veranderen de bekendgemaakte regels niet meer.`,
    'date-passed': (d) => mended(d, `De datum ${format.date(text(d.date))} is voorbij`, 'Neem een latere datum'),
    'rules-differ': (d) =>
      `De regels in het dossier zijn niet de bekendgemaakte regels ${name(d.rules)}, al dragen zij die hash. Vergelijk het dossier met een reservekopie.`,
    'lot-reserved': (d) =>
      `${name(d.lot)} is voorbehouden, en ${name(d.bidder)} verklaart niet aan de voorwaarde te voldoen. Laat ${thisOne(lot)} weg of vraag om de verklaring.`,
    'too-many-lots': (d) =>
      `${name(d.bidder)} schrijft in op ${count(Number(d.lots), lot.one, lot.more)}. Kies er ten hoogste ${text(d.maximum)}.`,
    'preferences-incomplete': (d) =>
      `De voorkeuren van ${name(d.bidder)} noemen niet ${eachOne(lot)} van de inschrijving precies één keer${d.lot === null ? '' : ` (${name(d.lot)})`}. Vul ze aan.`,
    'preference-not-bid-for': (d) =>
      `De voorkeuren van ${name(d.bidder)} noemen ${name(d.lot)}, waarop niet is ingeschreven. Laat ${thatOne(lot)} weg.`,
    'preferences-not-asked': (d) =>
      `${name(d.bidder)} noemt voorkeuren, maar de ${lot.more} worden niet naar voorkeur verdeeld. Laat de voorkeuren weg.`,
    'organisation-in-several-bids': (d) =>
      `${name(d.organisation)} doet al mee in een andere inschrijving (${name((d.bidders as string[])[0])}); dat is hier niet toegestaan. Laat de organisatie hier weg.`,
    'draw-twice': (d) => `Inschrijving ${name(d.bid)} staat twee keer in de loting. Noem elke inschrijving één keer.`,
    'draw-incomplete': (d) => `Inschrijving ${name(d.bid)} ontbreekt in de loting. Voeg haar toe.`,
    'no-draw-needed': () => 'Er is geen loting nodig. Bekijk de gunning.',
    'already-set-aside': () => 'Deze inschrijving is al terzijde gelegd. Kies een andere inschrijving.',
    'not-yet-ranked': () =>
      'Intrekken na de rangorde kan pas als er een gunning is berekend. Sluit de inschrijving anders uit.',
    'no-criteria-contested': () => 'Kies ten minste één criterium.',
    'contested-elsewhere': (d) =>
      `De score voor ${name(d.criterion)} is het gemiddelde of de mediaan van de beoordelaars, of telt in meer ${lot.more} tegelijk. Die is hier niet op zichzelf te betwisten. Laat dit criterium weg.`,
    'contested-invalid': (d) =>
      `${name(d.contested)} is niet te lezen. Schrijf inschrijving=criterium+criterium of inschrijving/${lot.one}=criterium, gescheiden door komma’s.`,
    'certificate-wrong': (d) =>
      `Het bewijs bij de gunning klopt niet. Gebruik de uitkomst niet voordat dit is uitgezocht. Technische reden: ${name(d.reason)}.`,
    'engine-superseded': (d) =>
      `De gunning is berekend met rekenregels versie ${text(d.engine)}, terwijl er al nieuwere golden. Bereken haar opnieuw.`,
    'outcome-unreadable': () => 'De opgeslagen uitkomst is niet te lezen. Laat de auditor het dossier herberekenen.',
    'unknown-admission': (d) =>
      `De toelatingsregels versie ${text(d.version)} zijn hier onbekend. Gebruik een nieuwere Gunwijzer.`,
    'admission-falls': (d) =>
      `De toelatingsregels gaan terug van versie ${text(d.before)} naar ${text(d.version)}; dat kan niet. Vraag het dossier opnieuw op.`,
    'second-person-needed': () =>
      'Dit doet een tweede persoon. Wie de eerste stap zette, kan het niet zelf bevestigen.',
    'unknown-kind': (d) =>
      `Het dossier ${name(d.dossier)} is van een soort die deze versie niet kent. Gebruik een nieuwere Gunwijzer.`,
    'not-a-dossier': () =>
      'Dit bestand is geen dossier van Gunwijzer. Download het dossier opnieuw en gebruik dat bestand.',
    'not-an-administrator': () => 'Alleen een beheerder kan accounts wijzigen. Vraag het een beheerder.',
    'text-refused': (d) =>
      `${(d.texts as RefusedText[]).map((one) => `${'label' in one ? one.label : place(one.place)} heeft tekens die hier niet kunnen: ${refusedInWords(refused, one)}.`).join(' ')} Haal ze weg of schrijf ze anders.`,
    'kvk-number': (d) =>
      `${d.path === undefined ? '' : `${place(d.path)}: `}${kvkNumber(text(d.number), d.digits as number | null)}`,
    'scale-too-short': () => 'De schaal heeft minder dan twee niveaus. Voeg er een toe.',
    'scale-not-descending': (d) =>
      `De schaal moet van goed naar slecht aflopen. Bij ${name(d.symbol)} is dat niet zo; verander de volgorde.`,
    'no-alternatives': () => `Er zijn geen ${option.more} om te vergelijken. Voeg er een toe.`,
    'score-missing': (d) => `Vul een score in voor ${name(d.alternative)} op ${name(d.criterion)}.`,
    'duplicate-criterion': (d) =>
      `Het criterium ${name(d.criterion)} staat er twee keer in. Haal er één weg of geef het een andere naam.`,
    'duplicate-alternative': (d) =>
      `Het ${option.one} ${name(d.alternative)} staat er twee keer in. Haal er één weg of geef het een andere naam.`,
    'duplicate-symbol': (d) => `Het teken ${name(d.symbol)} staat twee keer op de schaal. Haal er één weg.`,
    'matrix-size': (d) => {
      const [one, more] = sizes[d.what as keyof typeof sizes];
      const found = `Het afwegingskader heeft ${count(Number(d.found), one, more)}`;
      return Number(d.found) < Number(d.least)
        ? `${found}; er zijn er ten minste ${number(d.least)} nodig. Vul aan.`
        : `${found}; er mogen er ten hoogste ${number(d.most)} zijn. Haal er weg of voeg samen.`;
    },
    'scale-value-missing': (d) =>
      `Het teken ${name(d.symbol)} op de schaal heeft geen waarde die een getal is. Geef een getal van 0 of meer, met ten hoogste 6 decimalen.`,
    'scale-value-twice': (d) =>
      `De tekens ${name(d.other)} en ${name(d.symbol)} hebben dezelfde waarde (${number(d.value)}). Geef elk teken op de schaal een eigen waarde.`,
    'scores-too-many': (d) =>
      `${name(d.alternative)} heeft ${count(Number(d.found), 'score', 'scores')}, en er ${agree(Number(d.criteria), 'is', 'zijn')} ${count(Number(d.criteria), 'criterium', 'criteria')}. Laat weg wat te veel is.`,
    'ambiguous-name': (d) =>
      `${name(d.name)} kan twee dingen betekenen: als naam en als kenmerk, of in twee talen. Geef een van de twee een andere naam of een ander kenmerk.`,
    'unknown-legal-title': (d) =>
      mended(
        d,
        `De juridische titel ${name(d.legalTitle)} staat niet bij legalTitles`,
        'Noem die daar of kies een andere',
      ),
    'ordering-too-complex': () =>
      'Met deze volgorde van criteria is de uitkomst niet exact te berekenen. Noem minder paren.',
    'draws-out-of-range': (d) =>
      `Het aantal trekkingen (${number(d.draws)}) is te klein of te groot. Kies een ander aantal.`,
    'rules-not-published': () => 'Er zijn nog geen regels bekendgemaakt. Maak eerst de regels bekend.',
  }) satisfies Readonly<Record<ErrorCode, ErrorText>>;

/** De fouten van het domein, in woorden: per code een tekst uit de details. Elke tekst zegt ook wat eraan te doen is. */
export const errors = (nouns: Nouns): Readonly<Record<ErrorCode, ErrorText>> => texts(nouns);
