import type { Block, Cell } from '../../../src/explanation/blocks.ts';
import type { Report, ReportLabels } from '../../../src/reports/report.ts';

/** Fictional reports for the tests of the drawing. */

export const dutchLabels: ReportLabels = {
  contents: 'Inhoud',
  page: 'pagina {page} van {total}',
  notes: { information: 'Toelichting', success: 'In orde', warning: 'Let op' },
};

export function report(blocks: readonly Block[], changes: Partial<Report> = {}): Report {
  return {
    language: 'nl-NL',
    title: 'Gunningsadvies ambulante begeleiding',
    subtitle: 'Aanbesteding maatschappelijke ondersteuning',
    author: 'Gemeente Waterveen',
    date: new Date('2026-03-02T09:30:00Z'),
    contentHash: '4f1c2d7e9b0a35687c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f60718293a4b5c6d7',
    front: { kind: 'cover', facts: [{ term: 'Dossier', value: 'WV-2026-014' }] },
    labels: dutchLabels,
    blocks,
    attachments: [],
    ...changes,
  };
}

export const chapter = (text: string): Block => ({ kind: 'heading', level: 1, text });
export const section = (text: string): Block => ({ kind: 'heading', level: 2, text });
export const subsection = (text: string): Block => ({ kind: 'heading', level: 3, text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

export function table(rows: readonly (readonly Cell[])[], caption = 'Scores per inschrijver'): Block {
  return {
    kind: 'table',
    caption,
    columns: [
      { header: 'Inschrijver', align: 'start', width: 2 },
      { header: 'Motivering', align: 'start', width: 5 },
      { header: 'Score', align: 'end', width: 1 },
    ],
    rows,
  };
}

/** Words that are all different, so that a lost one is noticed: woord1 woord2 and so on. */
export function differentWords(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `woord${index + 1}`);
}

/** About twenty pages with everything in it that a report can hold. */
export function longReport(): Report {
  const json = new TextEncoder().encode(JSON.stringify({ dossier: 'WV-2026-014', events: ['rules-published'] }));
  const blocks: Block[] = [
    ...summary(),
    chapter('Kwaliteit'),
    paragraph(motivation(90)),
    ...areas.slice(0, 6).flatMap((area, index) => qualitySection(area, index)),
    chapter('Prijs'),
    { kind: 'paragraph', style: 'small', text: 'Alle bedragen zijn exclusief btw en gelden per kalenderjaar.' },
    priceTable('Prijzen per inschrijver en gebied', 60),
    chapter('Gunning per gebied'),
    ...areas.map(awardTable),
    chapter('Controle'),
    paragraph('Met deze vingerafdruk stelt u vast dat dit rapport hoort bij het vastgelegde dossier.'),
    { kind: 'code', text: '4f1c2d7e9b0a35687c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f60718293a4b5c6d7' },
    section('Gebruikte bronnen'),
    subsection('Regels'),
    paragraph(motivation(30)),
  ];
  return report(blocks, {
    title: 'Gunningsadvies gebiedsondersteuningsnetwerken & ambulante begeleiding vanaf 2027',
    subtitle: 'Verantwoording van de beoordeling, de gunning en de gevolgde procedure',
    front: {
      kind: 'cover',
      facts: [
        { term: 'Dossier', value: 'WV-2026-014' },
        { term: 'Stand van het dossier', value: '2 maart 2026, na de gunningsbeslissing' },
        { term: 'Procedure', value: 'Sociale en andere specifieke diensten, open procedure' },
        { term: 'Opgesteld voor', value: 'College van burgemeester en wethouders' },
        { term: 'Vingerafdruk', value: '4f1c2d7e9b0a35687c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f60718293a4b5c6d7' },
      ],
    },
    attachments: [
      { name: 'dossier.json', bytes: json, mediaType: 'application/json', description: 'Het volledige dossier' },
    ],
  });
}

const areas = [
  'Centrum en Binnenstad',
  'Noordoever',
  'Laakzicht-Spoorwijk en omstreken',
  'Duinrand',
  'Escampolder Oost',
  'Haagwijk',
  'Mariakwartier',
  'Scheveningse Weide',
  'Leidschenpolder',
  'Zuiderwaard',
];

const bidders = [
  'Stichting Zorgnetwerk Waterveen en Omstreken',
  'Coöperatie Samen Thuis U.A.',
  'De Brug Maatschappelijke Dienstverlening B.V.',
  'Combinatie Vooruit (Stichting Ånkerhuis en Łódka Zorg B.V.)',
  'Wijkkracht',
];

const sentences = [
  'De inschrijver beschrijft overtuigend hoe inwoners binnen vijf werkdagen een eerste gesprek krijgen.',
  'De samenwerking met huisartsen, wijkverpleging en vrijwilligersorganisaties is concreet uitgewerkt en met namen en afspraken onderbouwd.',
  'Minder sterk is dat het plan niet zegt hoe de wachttijd wordt gemeten wanneer een inwoner van gebied wisselt.',
  'De beoordelingscommissie waardeert dat ervaringsdeskundigen meebeslissen over de inzet van het budget.',
  'De risicoparagraaf noemt het tekort aan personeel en geeft per risico een maatregel, een eigenaar en een datum.',
  'Voor de overgang van bestaande cliënten wordt een periode van zes maanden aangehouden.',
];

function motivation(words: number): string {
  const all = Array.from({ length: Math.ceil(words / 12) }, (_, index) => sentences[index % sentences.length]);
  return all
    .join(' ')
    .split(' ')
    .slice(0, words)
    .join(' ')
    .replace(/[,.]?$/, '.');
}

function summary(): Block[] {
  return [
    chapter('Samenvatting'),
    {
      kind: 'paragraph',
      style: 'lead',
      text: 'De beoordelingscommissie adviseert de opdracht voor tien gebieden te gunnen aan vier inschrijvers. De inschrijving met de beste verhouding tussen prijs en kwaliteit staat in elk gebied bovenaan.',
    },
    paragraph(motivation(70)),
    {
      kind: 'note',
      tone: 'warning',
      title: 'nog niet definitief',
      text: 'De standstill-termijn loopt tot en met 22 maart 2026. Tot die datum kan een inschrijver bezwaar maken bij de rechtbank.',
    },
    section('Uitkomst in het kort'),
    {
      kind: 'facts',
      caption: 'Kerngegevens',
      facts: [
        { term: 'Aantal inschrijvingen', value: '5, waarvan 5 geldig' },
        { term: 'Gunningscriterium', value: 'Beste prijs-kwaliteitverhouding: kwaliteit 70%, prijs 30%' },
        { term: 'Geraamde waarde', value: '€ 12.450.000,00 per jaar' },
      ],
    },
    {
      kind: 'bars',
      title: 'Totaalscore per gebied van de beste inschrijving',
      alternative: 'Staafdiagram van tien gebieden; Duinrand heeft met 91,40 punten de hoogste score.',
      full: 100,
      bars: areas.map((label, index) => ({
        label,
        value: 60 + ((index * 17) % 35),
        text: index === 3 ? '91,40 (hoogste)' : `${60 + ((index * 17) % 35)},00`,
        highlighted: index === 3,
      })),
    },
    section('Hoe is beoordeeld?'),
    paragraph(
      'Elke beoordelaar gaf eerst zelfstandig een score. Daarna stelde de commissie per onderdeel één score vast:',
    ),
    {
      kind: 'list',
      ordered: true,
      items: [
        'De beoordelaars lezen de inschrijvingen zonder de prijzen te kennen en geven per criterium een score met een motivering.',
        'De commissie bespreekt de verschillen.',
        'De voorzitter sluit de kwaliteitsronde; pas daarna gaan de prijzen open.',
      ],
    },
    {
      kind: 'list',
      ordered: false,
      items: ['Alle scores zijn exact bewaard.', 'Afgerond wordt alleen waar de leidraad dat zegt.'],
    },
    {
      kind: 'note',
      tone: 'success',
      title: 'controle geslaagd',
      text: 'De uitkomst is opnieuw berekend uit de vastgelegde stappen en is gelijk.',
    },
    {
      kind: 'note',
      tone: 'information',
      title: '',
      text: 'De formules staan in het hoofdstuk Prijs. '.repeat(3).trim(),
    },
  ];
}

function qualitySection(area: string, index: number): Block[] {
  return [
    section(`Gebied ${index + 1}: ${area}`),
    paragraph(motivation(60)),
    table(
      bidders.map((bidder, row) => [
        { text: bidder, strong: row === index % 5 },
        {
          text: motivation(index === 2 && row === 1 ? 700 : 30 + row * 6),
          strong: row === index % 5 && index !== 2,
        },
        { text: `${8 - row},${25 + row * 10}`, strong: row === index % 5 },
      ]),
      `Kwaliteit in ${area}`,
    ),
    subsection('Verschillen tussen de beoordelaars'),
    paragraph(motivation(45)),
  ];
}

function priceTable(caption: string, count: number): Block {
  return {
    kind: 'table',
    caption,
    columns: [
      { header: 'Inschrijver', align: 'start', width: 3 },
      { header: 'Gebied', align: 'start', width: 2 },
      { header: 'Jaarprijs', align: 'end', width: 1 },
      { header: 'Prijsscore', align: 'end', width: 1 },
    ],
    rows: Array.from({ length: count }, (_, index) => [
      { text: bidders[index % 5]! },
      { text: areas[index % 10]! },
      { text: `€ ${(1_250_000 + index * 13_417).toLocaleString('nl-NL')},00` },
      { text: (10 - index / 17).toLocaleString('nl-NL', { minimumFractionDigits: 2, maximumFractionDigits: 2 }) },
    ]),
  };
}

function awardTable(area: string, index: number): Block {
  return {
    kind: 'table',
    caption: `Rangorde ${area}`,
    columns: [
      { header: 'Rang', align: 'end', width: 0.6 },
      { header: 'Inschrijver', align: 'start', width: 4 },
      { header: 'Kwaliteit', align: 'end', width: 1 },
      { header: 'Prijs', align: 'end', width: 1 },
      { header: 'Totaal', align: 'end', width: 1 },
      { header: 'Uitkomst', align: 'start', width: 1.6 },
    ],
    rows: bidders.map((bidder, row) =>
      [String(row + 1), bidder, `${58 - row * 3},10`, `${24 + row},30`, `${82 - row * 2 - index},40`]
        .concat(row === 0 ? 'Gegund' : 'Niet gegund')
        .map((text) => ({ text, strong: row === 0 })),
    ),
  };
}
