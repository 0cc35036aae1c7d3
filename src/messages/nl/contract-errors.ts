import { type ErrorText, fractionOrText, wordsFor } from '../error-text.ts';
import { quote } from '../sentence.ts';
import { format } from './words.ts';

const text = (value: unknown): string => String(value);
const name = (value: unknown): string => quote(String(value));
const number = (value: unknown): string => fractionOrText(format, value);
const date = (value: unknown): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? format.date(String(value)) : name(value);
const keys: Readonly<Record<string, string>> = {
  equal: 'gelijk',
  population: 'inwoners',
  users: 'gebruikers nu',
  need: 'behoefte',
};
const keyName = (value: unknown): string => quote(wordsFor(keys, value) ?? String(value));

/** Wat er mis is met contracten en hun cijfers. */
export const contractErrors = {
  'follows-too-early': () =>
    'Toen deze keuze begon, kon zij nog niet uit een inkoopplan volgen. Laat de verwijzing weg.',
  'term-unknown': () =>
    'De regels van deze aanbesteding zeggen niet wanneer de contracten beginnen. Kies regels voor contracten die dat wel zeggen.',
  'no-lot-awarded': () => 'Bij deze gunning krijgt niemand een perceel. Er is geen contract om te volgen.',
  'link-broken': (d) =>
    `Dit dossier volgt uit een gebeurtenis van dossier ${name(d.dossier)} die daar niet meer zo staat. Vergelijk met een reservekopie.`,
  'follows-another': (d) =>
    `Dit dossier volgt niet uit dossier ${name(d.dossier)}. Geef bij --follows het bestand van een dossier waaruit het volgt.`,
  'not-in-contract-team': () =>
    'Alleen de inkoper en de contractmanager van dit contract kunnen dit doen. Vraag het een van hen.',
  'contracts-not-opened': () => 'Dit contractdossier is nog niet geopend. Open het eerst.',
  'contracts-are-closed': () => 'Dit contractdossier is afgesloten. Heropen het om iets vast te leggen.',
  'nobody-changes': () => 'De inkoper en de contractmanager blijven dezelfde. Kies een ander.',
  'area-has-contract': (d) => `In ${name(d.area)} loopt al een contract. Leg eerst vast wanneer dat eindigt.`,
  'end-before-start': (d) =>
    `De einddatum (${date(d.by)}) ligt voor de begindatum (${date(d.start)}). Verbeter een van beide.`,
  'contract-unknown': (d) => `In ${name(d.area)} is er geen contract. Voeg het eerst toe.`,
  'contract-already-signed': () => 'Dit contract is al ondertekend. Trek die vermelding eerst in als zij niet klopt.',
  'contract-has-ended': (d) =>
    `Dit contract is geëindigd op ${date(d.by)}. Trek het einde eerst in als dat niet klopt.`,
  'before-the-start': (d) =>
    `Deze datum ligt voor de begindatum van het contract (${date(d.by)}). Kies een latere datum.`,
  'change-needs-reason': () =>
    'Hier is al iets vastgelegd. Geef een reden voor de verandering; het oude blijft leesbaar.',
  'no-such-part': () => 'Dit onderdeel komt in de regels van dit contract niet voor. Kies een ander onderdeel.',
  'index-not-published': (d) =>
    `Het percentage voor ${text(d.year)} is bekendgemaakt op ${date(d.by)}. Gebruik het niet voor die dag.`,
  'index-too-low': (d) => `Het percentage voor ${text(d.year)} moet hoger zijn dan -100%. Vul een ander percentage in.`,
  'index-already-final': (d) =>
    `Voor ${text(d.year)} staat het definitieve percentage al vast. Verbeter dat, met een reden.`,
  'index-of-price-level': (d) =>
    `Vul een percentage in voor een jaar na ${text(d.priceLevel)}: de bedragen staan in prijzen van dat jaar.`,
  'quarter-not-over': (d) => `Dit kwartaal loopt tot en met ${date(d.by)}. Leg de cijfers daarna vast.`,
  'quarter-after-term': (d) =>
    `Het contract loopt tot en met ${date(d.by)}. Kies een eerder kwartaal, of leg eerst vast dat het is verlengd.`,
  'quarter-outside-term': () => 'In dit kwartaal liep het contract niet. Kies een ander kwartaal.',
  'initiatives-above-basic': (d) =>
    `Via een maatschappelijk initiatief zijn er ${number(d.initiatives)} gebruikers, en basisondersteuning heeft er ${number(d.basic)}. Verbeter een van beide.`,
  'extension-unknown': (d) =>
    `Verlenging ${text(d.extension)} komt in de regels van dit contract niet voor. Kies een andere.`,
  'norms-not-in-order': (d) => `De norm voor ${date(d.by)} komt niet na de norm ervoor. Zet de data op volgorde.`,
  'extension-not-next': (d) =>
    `Over verlenging ${text(d.extension)} kan nog niet worden besloten. Besluit eerst over de termijn ervoor.`,
  'extension-already-decided': (d) =>
    `Over verlenging ${text(d.extension)} is al besloten. Trek dat besluit eerst in als het niet klopt.`,
  'extension-too-late': (d) =>
    `Over verlenging ${text(d.extension)} kon uiterlijk op ${date(d.by)} worden besloten. Verbeter de datum of verleng niet.`,
  'growth-path-not-considered': (d) =>
    `Bekijk voor verlenging ${text(d.extension)} eerst of er nieuwe percentages voor het groeipad nodig zijn.`,
  'year-not-over': (d) => `Het jaar ${text(d.year)} is nog niet voorbij. Evalueer het daarna.`,
  'year-before-contract': (d) => `In ${text(d.year)} liep dit contract nog niet. Kies een later jaar.`,
  'goal-unknown': (d) => `Het doel ${name(d.goal)} komt in de regels niet voor. Laat het weg.`,
  'goal-twice': (d) => `Het doel ${name(d.goal)} staat er twee keer. Laat er een weg.`,
  'goal-missing': (d) =>
    `Bij het doel ${name(d.goal)} ontbreekt een bevinding. Schrijf er een, ook als er niets te melden is.`,
  'outcome-of-another-year': (d) =>
    `De cijfers zijn niet die van ${text(d.year)} in dit gebied. Laat ze opnieuw berekenen.`,
  'entry-unknown': () => 'Deze vermelding bestaat niet. Laad de pagina opnieuw.',
  'entry-already-withdrawn': () => 'Deze vermelding is al ingetrokken. Laad de pagina opnieuw.',
  'entry-is-used': () => 'Wat daarna is vastgelegd, berust op deze vermelding. Trek dat eerst in.',
  'date-ahead': (d) => `De datum ${date(d.by)} ligt in de toekomst. Vul de dag in waarop het gebeurde.`,
  'division-negative': (d) => `Bij ${name(d.area)} staat een getal onder nul. Vul een getal van nul of meer in.`,
  'division-empty': () => 'Alle getallen om door te verdelen zijn nul. Vul ten minste één ander getal in.',
  'division-key-unknown': () => 'Deze regels kennen deze verdeelsleutel niet. Kies een andere.',
  'division-figure-missing': (d) =>
    `Voor ${name(d.area)} ontbreekt het getal bij de verdeelsleutel ${keyName(d.key)}. Vul het in.`,
  'component-not-a-choice': (d) => `Over het onderdeel ${name(d.component)} laten de regels geen keuze. Laat het weg.`,
  'component-above-maximum': (d) =>
    `Het bedrag voor ${name(d.component)} is hoger dan de regels noemen. Vul een lager bedrag in.`,
  'volume-missing': (d) => `Voor ${name(d.area)} ontbreekt het bedrag van voor de aanbesteding. Vul het in.`,
  'saving-above-sum': (d) =>
    `De besparing in ${text(d.year)} is hoger dan het hele bedrag. Vul een lagere besparing in.`,
  'saving-decreases': (d) =>
    `De besparing in ${text(d.year)} is lager dan die van het jaar ervoor, en besparingen zijn dan structureel. Vul een hogere in.`,
  'range-upside-down': () => 'Het laagste percentage is hoger dan het hoogste. Draai ze om.',
  'year-before-price-level': (d) =>
    `De bedragen staan in prijzen van ${text(d.priceLevel)}, en ${text(d.year)} ligt daarvoor. Kies een later eerste jaar.`,
  'answer-missing': () => 'Beantwoord elke vraag. Kies daarna opnieuw wie beslist.',
  'advice-unknown': () => 'Dit advies komt in de regels niet voor. Laad de pagina opnieuw.',
} satisfies Readonly<Record<string, ErrorText>>;
