import type { ErrorCode } from '../../domain/errors.ts';
import type { Role } from '../../domain/roles.ts';
import type { ZeroPrice } from '../../domain/rules/price/record.ts';
import type { ShapeFault } from '../../domain/shape.ts';
import type { Phase } from '../../domain/tender/state.ts';
import type { BrokenReason, ErrorText } from '../error-text.ts';
import { placeOfText } from '../field-text.ts';
import { fields } from './fields.ts';
import { phases, roles } from './names.ts';
import { count, format } from './words.ts';

const text = (value: unknown): string => String(value);
const why = (value: unknown): string => broken[value as BrokenReason] ?? text(value);

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
  'not a decimal number': 'is geen getal zoals "12.5" (tussen aanhalingstekens, met een punt)',
  'not an identifier (a-z, 0-9, -)': 'mag alleen kleine letters, cijfers en streepjes hebben',
  'empty text': 'is een lege tekst',
  missing: 'ontbreekt',
  'unknown column': 'hoort hier niet',
  'less than the minimum': 'is lager dan het minimum',
  'values must decrease, best first': 'moet lager zijn dan de waarde ervoor',
  'Invalid ISO date': 'is geen datum zoals 2027-12-31',
  'Invalid ISO datetime': 'is geen tijdstip zoals 2027-12-31T12:00:00Z',
};

/** Opmerkingen met een naam of een teken erin. */
const remarksAbout: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^unsupported character /, 'heeft een teken dat niet kan: '],
  [/^duplicate (?:id|symbol) /, 'komt twee keer voor: '],
  [/^unknown (?:id|symbol|value) /, 'is niet bekend: '],
];
function remark(reason: string): string {
  const known = remarks[reason];
  if (known !== undefined) return known;
  const about = remarksAbout.find(([pattern]) => pattern.test(reason));
  return about ? reason.replace(...about) : 'heeft een waarde die niet kan';
}

const decimal = (value: unknown): string => format.decimal(text(value));

const amount = ({ of, limit }: Extract<ShapeFault, { limit: string }>): string =>
  of === 'number' ? `${limit} zijn` : `${count(Number(limit), units[of].one, units[of].more)} hebben`;

/** Wat er mis is met de vorm van een veld: "criteria.0.weight ...". */
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
      return `heeft een onbekend veld "${one.field}"`;
    case 'not-a':
      return `is ${kinds[one.expected] ?? `geen ${one.expected}`}`;
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

function ruleSetFault(d: Readonly<Record<string, unknown>>): string {
  if (d.belongsIn !== undefined) return `de inhoud hoort in ${text(d.belongsIn)}.`;
  if (d.line !== undefined) return `geen geldige JSON op regel ${text(d.line)}, bij teken ${text(d.column)}.`;
  return `${placeOfText(fields, text(d.path))} ${fault(d.fault)}.`;
}

const fileProblems: Readonly<Record<string, string>> = {
  ENOENT: 'het bestand of de map bestaat niet',
  EACCES: 'geen toegang',
  EPERM: 'geen toegang',
  EISDIR: 'het is een map',
  ENOTDIR: 'een deel van het pad is geen map',
  ENOSPC: 'de schijf is vol',
};
const fileProblem = (code: unknown): string => fileProblems[text(code)] ?? text(code);

/** Waarom een prijs van nul geen uitkomst heeft. */
const zeroPrice: Readonly<Record<ZeroPrice, string>> = {
  'divides-by-price': 'de formule deelt door de prijs',
  'divides-by-lowest': 'de formule deelt door de laagste prijs',
  'takes-logarithm': 'van nul bestaat geen logaritme',
};

/** De fouten van het domein, in woorden: per code een tekst uit de details. */
export const errors: Readonly<Record<ErrorCode, ErrorText>> = {
  'not-json': (d) =>
    `Het bestand is geen geldige JSON: het gaat mis op regel ${text(d.line)}, bij teken ${text(d.column)}.`,
  'not-utf8': () => 'Het bestand is geen UTF-8: er staan tekens in die niet te lezen zijn. Sla het op als UTF-8.',
  'key-twice': (d) =>
    `Het bestand noemt ${placeOfText(fields, text(d.path))} twee keer. Wat geldt, is dan niet te zeggen.`,
  'file-is-input': () =>
    'Dit is een invoerbestand, met regels, inschrijvingen en scores. Hier horen alleen de regels: het deel “rules” van dit bestand.',
  'file-is-rules': () =>
    'Dit is een bestand met alleen regels. Hier hoort een invoerbestand, met regels (“rules”), inschrijvingen (“bids”) en scores (“consensus”).',
  'file-invalid': (d) => `Het bestand klopt niet: ${placeOfText(fields, text(d.path))} ${fault(d.fault)}.`,
  'file-unreadable': (d) => `Het bestand ${text(d.file)} is niet te lezen: ${fileProblem(d.reason)}.`,
  'file-unwritable': (d) => `Het bestand ${text(d.file)} is niet te schrijven: ${fileProblem(d.reason)}.`,
  'file-too-large': (d) => `Het bestand is te groot; het maximum is ${text(d.maximum)} bytes.`,
  'dossier-damaged': (d) => `Het dossier is beschadigd of gewijzigd: regel ${text(d.line)} klopt niet (${why(d.why)}).`,
  'chain-broken': (d) => `De hashketen breekt bij gebeurtenis ${text(d.seq)} (${why(d.why)}).`,
  'head-differs': (d) => `De hash van het dossier is ${text(d.found)}, niet ${text(d.expected)}.`,
  'event-invalid': (d) =>
    `Gebeurtenis ${text(d.seq)} (${text(d.type)}) klopt niet: ${d.fault ? `${placeOfText(fields, text(d.path))} ${fault(d.fault)}` : text(d.reason)}.`,
  'event-not-allowed': (d) => `Gebeurtenis ${text(d.seq)} was niet toegestaan: ${text(d.because)}`,
  'outcome-differs': () => 'De opgeslagen uitkomst wijkt af van de herberekening.',
  'unknown-engine': (d) => `Rekenregels versie ${text(d.engine)} zijn onbekend.`,
  'engine-superseded': (d) =>
    `De gunning is berekend met rekenregels versie ${text(d.engine)}, terwijl er al nieuwere golden. Bereken haar opnieuw.`,
  'outcome-unreadable': () => 'De opgeslagen uitkomst is niet te lezen. Laat de auditor het dossier herberekenen.',
  'not-a-number': (d) => `“${text(d.text)}” is geen getal.`,
  'weights-do-not-sum': (d) =>
    `De wegingsfactoren ${d.parent === null ? '' : `onder ${text(d.parent)} `}tellen op tot ${decimal(d.total)} in plaats van ${decimal(d.whole)}${d.price === null ? '' : `; de prijs (${decimal(d.price)}) is meegeteld`}.`,
  'duplicate-id': (d) => `Het kenmerk ${text(d.id)} komt twee keer voor (${text(d.place)}).`,
  'scale-not-ascending': () => 'De schaal loopt niet op.',
  'scale-without-positive': () => 'De schaal heeft geen score boven nul.',
  'minimum-not-on-scale': (d) => `De minimumscore ${text(d.minimum)} van ${text(d.criterion)} staat niet op de schaal.`,
  'minimum-on-group': (d) => `${text(d.criterion)} heeft onderdelen en kan zelf geen minimumscore hebben.`,
  'unknown-tie-break-criterion': (d) =>
    `De regel voor gelijke stand noemt een onbekend criterium: ${text(d.criterion)}.`,
  'winners-limits': (d) =>
    `De grenzen aan het aantal winnaars (award.winners) kloppen niet: ten minste ${text(d.minimum)} en ten hoogste ${text(d.maximum)}, bij ${count(Number(d.lots), 'gebied', 'gebieden')}.`,
  'growth-path-not-rising': (d) => `De data van het groeipad lopen niet op (${text(d.by)}).`,
  'bidder-form': () => 'Eén organisatie heeft precies één deelnemer; een combinatie heeft er ten minste twee.',
  'organisation-twice-in-bid': (d) => `${text(d.organisation)} staat twee keer in deze inschrijving.`,
  'organisation-in-two-bids': (d) =>
    `${text(d.organisation)} doet al mee in een andere inschrijving voor hetzelfde gebied (${text((d.bidders as string[])[0])}).`,
  'duplicate-bid': (d) => `Er is al een inschrijving met kenmerk ${text(d.bid)}.`,
  'duplicate-bidder': (d) => `Er is al een inschrijving van ${text(d.bidder)}.`,
  'unknown-lot': (d) => `Het gebied ${text(d.lot)} bestaat niet in deze aanbesteding.`,
  'duplicate-lot': (d) => `Het gebied ${text(d.lot)} staat twee keer in de inschrijving.`,
  'growth-path-missing': (d) => `Het groeipad voor gebied ${text(d.lot)} ontbreekt.`,
  'growth-path-not-asked': (d) => `Voor gebied ${text(d.lot)} is geen groeipad gevraagd.`,
  'growth-path-dates': () => 'De data van het groeipad zijn niet de bekendgemaakte data.',
  'percentage-above-100': (d) => `${text(d.committed)} is meer dan 100 procent.`,
  'unknown-bid': (d) => `De inschrijving ${text(d.bid)} bestaat niet.`,
  'lot-not-bid-for': (d) => `De inschrijving ${text(d.bid)} geldt niet voor gebied ${text(d.lot)}.`,
  'score-for-invalid-bid': (d) =>
    `De inschrijving ${text(d.bid)} is ongeldig voor gebied ${text(d.lot)} en wordt daar niet beoordeeld.`,
  'unknown-criterion': (d) => `Het criterium ${text(d.criterion)} bestaat niet of wordt niet zelf gescoord.`,
  'score-outside-scale': (d) =>
    `De score ${text(d.score)} voor ${text(d.criterion)} staat niet op de schaal (${(d.scale as string[]).join(', ')}).`,
  'duplicate-score': (d) => `Er zijn twee scores voor ${text(d.criterion)}.`,
  'missing-score': (d) =>
    `Er ontbreekt een score voor ${text(d.criterion)}${d.bid === undefined ? '' : ` (${text(d.bid)}, ${text(d.lot)})`}.`,
  'missing-motivation': (d) => `Er ontbreekt een motivering bij ${text(d.criterion)}.`,
  'award-too-large': () => 'Deze gunning is te groot om binnen redelijke tijd te berekenen.',
  'already-published': () => 'De regels zijn al bekendgemaakt.',
  'already-appointed': () => 'Deze beoordelaar is al aangewezen.',
  'chair-is-assessor': () => 'De voorzitter kan niet ook beoordelaar zijn.',
  'not-an-assessor-account': () => 'Dit account heeft niet de rol beoordelaar.',
  'no-assessors': () => 'Wijs eerst ten minste één beoordelaar aan.',
  'no-valid-bids': () => 'Er is nog geen geldige inschrijving om te beoordelen.',
  'not-an-assessor': () => 'U bent geen beoordelaar in deze aanbesteding.',
  'not-the-chair': () => 'Alleen de voorzitter van deze aanbesteding kan dit doen.',
  'already-submitted': () => 'Deze beoordeling is al ingediend; dien een wijziging in plaats van een concept in.',
  'assessments-not-submitted': (d) =>
    `De consensusronde kan nog niet worden geopend: er ${d.count === 1 ? 'moet' : 'moeten'} nog ${count(Number(d.count), 'beoordeling', 'beoordelingen')} worden ingediend.`,
  'consensus-incomplete': (d) =>
    `De kwaliteitsronde kan nog niet worden gesloten: er ${d.count === 1 ? 'ontbreekt' : 'ontbreken'} nog ${count(Number(d.count), 'consensusscore', 'consensusscores')}.`,
  'wrong-phase': (d) =>
    `Dit kan alleen in de fase “${(d.needed as Phase[]).map((phase) => phases[phase]).join('”, “')}”; deze aanbesteding is in de fase “${phases[d.phase as Phase]}”.`,
  'unknown-admission': (d) =>
    `De toelatingsregels versie ${text(d.version)} zijn hier onbekend. Gebruik een nieuwere Gunwijzer.`,
  'admission-falls': (d) =>
    `De toelatingsregels gaan terug van versie ${text(d.before)} naar ${text(d.version)}; dat kan niet.`,
  'second-person-needed': () => 'Dit telt pas als een tweede persoon het bevestigt.',
  'quality-still-open': () => 'Dit kan pas als de kwaliteitsronde is gesloten.',
  'not-yet-awarded': () =>
    'De gunning is nog niet berekend. De rangorde wordt zichtbaar als de voorzitter de kwaliteitsronde heeft gesloten en de gunning heeft berekend.',
  'decision-not-signed': () => 'Het advies staat klaar zodra de keuze is ondertekend.',
  stale: () => 'Dit is intussen door iemand anders gewijzigd.',
  'unknown-dossier': (d) => `Het dossier ${text(d.dossier)} bestaat niet.`,
  'unknown-role': (d) =>
    `De rol ${text(d.role)} bestaat niet. Kies uit: ${(d.roles as Role[]).map((role) => `${role} = ${roles[role]}`).join('; ')}.`,
  'unknown-account': (d) => `Het account ${text(d.account)} bestaat niet.`,
  'account-exists': (d) => `Het account ${text(d.account)} bestaat al.`,
  'account-closed': (d) => `Het account ${text(d.account)} is gesloten.`,
  'not-an-administrator': () => 'Alleen een beheerder kan accounts wijzigen.',
  'last-administrator': () => 'Dit is de laatste beheerder; wijs eerst een andere aan.',
  'password-too-short': (d) => `Het wachtwoord moet ten minste ${text(d.minimum)} tekens hebben.`,
  'character-not-in-font': (d) => `Het teken ${text(d.character)} kan niet worden afgedrukt.`,
  'rule-set-invalid': (d) => `Regelbestand criteria/${text(d.file)} klopt niet: ${text(d.because) || ruleSetFault(d)}`,
  'rule-set-not-frozen': (d) =>
    `Regelbestand criteria/${text(d.file)} staat niet in criteria/frozen.json. Voeg toe: "${text(d.file)}": "${text(d.sha256)}"`,
  'rule-set-changed': (d) =>
    `Regelbestand criteria/${text(d.file)} is gewijzigd na publicatie. Maak een nieuwe versie.`,
  'setting-invalid': (d) => `De instelling ${text(d.setting)} klopt niet: die ${fault(d.fault)}.`,
  'migration-changed': (d) => `De databasestap ${text(d.name)} is gewijzigd nadat zij is toegepast.`,
  'migration-unknown': (d) => `De database kent een stap die deze versie niet kent: ${text(d.name)}.`,
  'unknown-option': (d) => `Onbekende optie of opdracht: ${text(d.option)}`,
  'address-in-use': (d) => `Poort ${text(d.port)} op ${text(d.host)} is al in gebruik. Kies een andere met PORT.`,
  'unsupported-character': (d) => `Het teken ${text(d.character)} wordt niet ondersteund in ${text(d.place)}.`,
  'text-too-long': (d) => `De tekst in ${text(d.place)} is te lang; het maximum is ${text(d.maximum)} tekens.`,
  'unknown-alternative': (d) => `Het model ${text(d.alternative)} bestaat niet of doet niet mee.`,
  'unknown-symbol': (d) => `De score ${text(d.symbol)} staat niet op de schaal.`,
  'reason-missing': (d) => `Geef een reden voor de afwijking bij ${text(d.alternative)}.`,
  'score-unchanged': (d) => `De score van ${text(d.alternative)} op ${text(d.criterion)} is niet veranderd.`,
  'adjusted-twice': () => 'Hetzelfde is twee keer gewijzigd.',
  'no-alternatives-left': () => 'Er blijft geen model over. Verlaag een minimum of sluit minder modellen uit.',
  'weight-missing': (d) => `Er ontbreekt een gewicht voor ${text(d.criterion)}.`,
  'weight-not-a-number': (d) => `Het gewicht van ${text(d.criterion)} is geen getal.`,
  'weight-negative': (d) => `Het gewicht van ${text(d.criterion)} is negatief.`,
  'weights-all-zero': () => 'Geef ten minste één criterium een gewicht boven nul.',
  'ordering-contradicts': (d) => `De volgorde spreekt zichzelf tegen bij ${text(d.criterion)}.`,
  'ordering-too-large': () => 'Voor zoveel criteria kan geen volgorde worden doorgerekend.',
  'seed-out-of-range': () => 'Het startgetal is een geheel getal van 0 tot en met 4294967295.',
  'matrix-not-published': () => 'Het afwegingskader is nog niet vastgelegd.',
  'unknown-purchase-kind': (d) => `De soort inkoop ${text(d.purchaseKind)} bestaat niet.`,
  'not-the-officer': () => 'Alleen wie deze keuze opstelt kan dit doen.',
  'decision-is-signed': () => 'Deze keuze is ondertekend en verandert niet meer.',
  'choice-needs-reason': () => 'Dit model is niet als enige eerste uit de weging. Geef een reden voor uw keuze.',
  'nothing-chosen': () => 'Kies eerst een contractmodel.',
  'pair-invalid': (d) => `“${text(d.pair)}” is niet te lezen; schrijf criterium=waarde, gescheiden door komma’s.`,
  'date-invalid': (d) => `${text(d.date)} is geen bestaande datum.`,
  'start-year-invalid': (d) => `Een planning begint in de jaren ${text(d.first)} tot en met ${text(d.last)}.`,
  'duration-invalid': (d) => `De duur van ${text(d.step)} is een heel aantal weken van 1 tot en met 260.`,
  'no-criteria': () => 'Er zijn geen gunningscriteria; dat kan alleen als de laagste prijs beslist.',
  'score-table-incomplete': (d) =>
    `De tabel van ${text(d.criterion)} klopt niet met de schaal bij score ${text(d.score)}; elke score van de schaal staat er precies één keer in.`,
  'score-table-above-weight': (d) =>
    `${text(d.criterion)} geeft ${text(d.percentage)} procent van het gewicht; meer dan 100 kan niet.`,
  'scoring-on-group': (d) => `${text(d.criterion)} heeft onderdelen en wordt zelf niet gescoord.`,
  'zero-score-too-high': (d) =>
    `Bij ${text(d.criterion)} moet de score die nul punten geeft (${text(d.zero)}) onder de hoogste score liggen.`,
  'minimum-above-weight': (d) =>
    `Het minimum van ${text(d.minimum)} punten${d.criterion === null ? ' voor de kwaliteit' : ` op ${text(d.criterion)}`} is meer dan er te behalen is.`,
  'score-above-maximum': (d) =>
    `De score ${text(d.score)} voor ${text(d.criterion)} is hoger dan het maximum van ${text(d.maximum)}.`,
  'score-decimals': (d) =>
    `De score ${text(d.score)} voor ${text(d.criterion)} heeft meer dan ${text(d.decimals)} decimalen.`,
  'closest-to-mean-refused': () =>
    'De formule “dichtst bij het gemiddelde” kan niet: de scherpste prijs wint dan niet, en elke inschrijving verandert waaraan de andere worden gemeten, zodat een inschrijver vooraf niet kan weten wat zijn prijs waard is.',
  'lowest-price-wmo': () =>
    'Gunnen op de laagste prijs wordt geweigerd voor Wmo-ondersteuning. Betreft het iets anders, zet dan in de regels service: other, met de motivering.',
  'withdrawal-not-announced': () =>
    'De formule is relatief. Maak in de regels bekend wat er gebeurt als een inschrijving wegvalt (onWithdrawal: re-rank of keep).',
  'must-be-positive': (d) => `${placeOfText(fields, text(d.rule))} moet groter dan nul zijn.`,
  'power-below-zero': () =>
    'Met een macht (points.power) kunnen prijspunten niet onder nul komen; kies bij belowZero voor “clip”.',
  'must-be-above-one': (d) => `${placeOfText(fields, text(d.rule))} moet groter dan één zijn, niet ${text(d.value)}.`,
  'bounds-wrong-way-round': (d) =>
    `De grenzen van ${placeOfText(fields, text(d.rule))} staan verkeerd om: ${text(d.low)} ligt niet onder ${text(d.high)}.`,
  'estimate-missing': () => 'Noem de raming precies dan als de melding van lage prijzen daarvan uitgaat.',
  'formula-invalid': (d) =>
    `De formule is niet te lezen${d.position === null ? '' : ` vanaf teken ${text(d.position)}`}: “${text(d.formula)}”.`,
  'formula-unknown-symbol': (d) =>
    `De formule gebruikt ${text(d.symbol)}. Bekend zijn: ${(d.symbols as string[]).join(', ')}.`,
  'formula-not-allowed': (d) =>
    `In een formule kan dit niet: ${text(d.what)}. Wel: + − × ÷, een hele macht tot 9, min, max, haakjes en getallen met ten hoogste 6 decimalen.`,
  'formula-constant-taken': (d) => `${text(d.symbol)} is al een naam in de formule; geef de constante een andere.`,
  'formula-divides-by-zero': (d) => `De formule deelt door nul voor inschrijving ${text(d.bid)} in ${text(d.lot)}.`,
  'division-by-zero': () => 'Er wordt gedeeld door nul.',
  'quality-zero': (d) =>
    `Inschrijving ${text(d.bid)} in ${text(d.lot)} heeft geen kwaliteitspunten; de methode deelt daardoor.`,
  'price-not-asked': (d) =>
    `Inschrijving ${text(d.bid)} in ${text(d.lot)} noemt een onderdeel van de prijs waar deze aanbesteding niet om vraagt (${text(d.part)}).`,
  'price-incomplete': (d) =>
    `De prijs van inschrijving ${text(d.bid)} in ${text(d.lot)} is niet volledig (${text(d.part)}).`,
  'price-negative': (d) => `De prijs van inschrijving ${text(d.bid)} in ${text(d.lot)} is negatief.`,
  'price-zero': (d) =>
    `De prijs van inschrijving ${text(d.bid)} in ${text(d.lot)} is nul; ${zeroPrice[d.why as ZeroPrice]}.`,
  'missing-price': (d) => `Er ontbreekt een prijs van inschrijving ${text(d.bid)} in ${text(d.lot)}.`,
  'duplicate-price': (d) => `Er zijn twee prijzen van inschrijving ${text(d.bid)} in ${text(d.lot)}.`,
  'unknown-price-line': (d) =>
    `De regel ${text(d.line)} staat niet op het prijzenblad (${text(d.bid)}, ${text(d.lot)}).`,
  'duplicate-price-line': (d) =>
    `De regel ${text(d.line)} staat twee keer in de prijs (${text(d.bid)}, ${text(d.lot)}).`,
  'prices-final': () => 'Er is al een gunning berekend; prijzen veranderen niet meer.',
  'tie-break-without-price': () =>
    'De regel voor gelijke stand noemt de lagere prijs, maar er wordt geen prijs gevraagd.',
  'draw-not-last': () => 'Een loting kan alleen de laatste stap bij gelijke stand zijn.',
  'lot-order': () =>
    'Bij een vaste volgorde staan alle gebieden precies één keer in award.lotOrder; bij een andere manier van verdelen staat die er niet.',
  'combinations-need-highest-total': () => 'Combinaties van gebieden kunnen alleen bij de hoogste som.',
  'lot-weights-need-highest-total': () => 'De waarde van een gebied kan alleen bij de hoogste som meetellen.',
  'lot-value-missing': (d) => `De waarde van gebied ${text(d.lot)} ontbreekt of is nul.`,
  'affiliated-below-bidder': (d) =>
    `Het maximum voor verbonden organisaties (${text(d.maximum)}) is lager dan dat voor één inschrijver (${text(d.perBidder)}).`,
  'one-bid-not-by-preferences': () =>
    'Bij verdelen naar voorkeur kan de regel dat van verbonden inschrijvingen maar één wint (oneBid) niet; geef hun samen een maximum.',
  'rules-differ': (d) =>
    `De regels in het dossier zijn niet de bekendgemaakte regels ${text(d.rules)}, al dragen zij die hash.`,
  'lot-reserved': (d) =>
    `Gebied ${text(d.lot)} is voorbehouden; ${text(d.bidder)} verklaart niet aan de voorwaarde te voldoen.`,
  'too-many-lots': (d) =>
    `${text(d.bidder)} schrijft in op ${text(d.lots)} gebieden; het maximum is ${text(d.maximum)}.`,
  'preferences-incomplete': (d) =>
    `De voorkeuren van ${text(d.bidder)} noemen niet elk gebied van de inschrijving precies één keer${d.lot === null ? '' : ` (${text(d.lot)})`}.`,
  'preference-not-bid-for': (d) =>
    `De voorkeuren van ${text(d.bidder)} noemen ${text(d.lot)}, waarop niet is ingeschreven.`,
  'preferences-not-asked': (d) =>
    `${text(d.bidder)} noemt voorkeuren, maar de gebieden worden niet naar voorkeur verdeeld.`,
  'organisation-in-several-bids': (d) =>
    `${text(d.organisation)} doet al mee in een andere inschrijving (${text((d.bidders as string[])[0])}); dat is hier niet toegestaan.`,
  'draw-twice': (d) => `Inschrijving ${text(d.bid)} staat twee keer in de loting.`,
  'draw-incomplete': (d) => `Inschrijving ${text(d.bid)} ontbreekt in de loting.`,
  'no-draw-needed': () => 'Er is geen loting nodig.',
  'already-set-aside': () => 'Deze inschrijving is al terzijde gelegd.',
  'not-yet-ranked': () =>
    'Intrekken na de rangorde kan pas als er een gunning is berekend; sluit de inschrijving anders uit.',
  'no-criteria-contested': () => 'Kies ten minste één criterium.',
  'certificate-wrong': (d) => `Het certificaat van de gunning klopt niet (${text(d.reason)}).`,
  'scale-too-short': () => 'De schaal heeft minder dan twee niveaus. Voeg er een toe.',
  'scale-not-descending': (d) => `De schaal moet van goed naar slecht aflopen; bij ${text(d.symbol)} is dat niet zo.`,
  'no-alternatives': () => 'Er zijn geen modellen om te vergelijken.',
  'score-missing': (d) => `Er ontbreekt een score voor ${text(d.alternative)} op ${text(d.criterion)}.`,
  'unknown-attribute': (d) => `Het kenmerk ${text(d.attribute)} bestaat niet in dit overzicht.`,
  'duplicate-criterion': (d) => `Het criterium ${text(d.criterion)} staat er twee keer in.`,
  'duplicate-alternative': (d) => `Het model ${text(d.alternative)} staat er twee keer in.`,
  'duplicate-symbol': (d) => `Het teken ${text(d.symbol)} staat twee keer op de schaal.`,
  'ordering-too-complex': () =>
    'Met deze volgorde van criteria is de uitkomst niet exact te berekenen. Noem minder paren.',
  'draws-out-of-range': (d) => `Het aantal trekkingen (${text(d.draws)}) is te klein of te groot.`,
  'rules-not-published': () => 'Er zijn nog geen regels bekendgemaakt; daarmee begint een dossier.',
  unexpected: () => 'Er ging iets onverwachts mis.',
};
