import { projectRoot } from '../src/config.ts';
import { type EvaluationInput, evaluationInput } from '../src/domain/scoring/input.ts';
import { readSample } from '../src/exchange/samples.ts';

export interface Size {
  readonly bids: number;
  readonly lots: number;
  readonly criteria: number;
}

/** The largest report that was measured before: 60 bids for 12 lots each on 20 criteria. */
export const LARGEST_REPORT: Size = { bids: 60, lots: 12, criteria: 20 };

/**
 * A complete evaluation of any size, always the same one: everybody bids for every lot with a price for each, and every score has a
 * motivation as a committee would write it, of 150 to 300 characters. All made up.
 */
export function largeEvaluation({ bids, lots, criteria }: Size): EvaluationInput {
  const below = pseudoRandom();
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;
  const sample = readSample(projectRoot(), 'price-and-quality');
  const lotIds = numbered('lot', lots);
  const bidIds = numbered('bid', bids);
  const criterionIds = numbered('criterion', criteria);
  const places = lotIds.flatMap((lot) => bidIds.map((bid) => ({ bid, lot })));
  return evaluationInput.parse({
    ...sample,
    rules: {
      ...sample.rules,
      lots: lotIds.map((id, place) => ({ id, name: `Gebied ${place + 1}` })),
      criteria: weights(criteria).map((weight, place) => ({
        id: criterionIds[place],
        name: both(`${TOPICS[place % TOPICS.length]} (${place + 1})`),
        description: both(
          'Hoe de inschrijver dit onderdeel uitvoert, met welke mensen, en hoe hij laat zien dat het lukt.',
        ),
        weight,
        sources: [],
      })),
      award: {
        ...sample.rules.award,
        winners: { minimum: 1, maximum: lots },
        tieBreak: [{ rule: 'higher-score', criterion: criterionIds[0] }, { rule: 'lower-price' }, { rule: 'draw' }],
      },
    },
    bids: bidIds.map((id, place) => ({
      id,
      bidder: {
        name: `Zorggroep ${place + 1} (fictief)`,
        form: 'single',
        members: [{ id: `org-${id}`, name: `Zorggroep ${place + 1}` }],
      },
      lots: lotIds.map((lot) => ({ lot })),
    })),
    consensus: places.flatMap(({ bid, lot }) =>
      criterionIds.map((criterion) => ({
        bid,
        lot,
        criterion,
        score: pick(sample.rules.scale!).value,
        motivation: motivation(pick, below),
      })),
    ),
    prices: places.map((place) => ({ ...place, amount: String(100_000 + below(50_000)) })),
  });
}

const numbered = (what: string, count: number): string[] =>
  Array.from({ length: count }, (_, place) => `${what}-${place + 1}`);

const both = (text: string) => ({ nl: text, en: text });

/** 60 points in whole points over the criteria, as evenly as that goes, or in hundredths. */
function weights(criteria: number): string[] {
  const each = Math.floor(6_000 / criteria);
  return Array.from({ length: criteria }, (_, place) =>
    ((place === 0 ? 6_000 - each * (criteria - 1) : each) / 100).toFixed(2),
  );
}

/** Whole numbers from 0 up to a limit (mulberry32). */
function pseudoRandom(): (limit: number) => number {
  let state = 11;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** What was found, where, and what is made of it; with thousands of different words, as Dutch has. */
function motivation(pick: <T>(from: readonly T[]) => T, below: (limit: number) => number): string {
  const compound = `${pick(FIRST)}${pick(MIDDLE)}${pick(LAST)}`;
  const found = `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)} ${pick(ENDS)}.`;
  return `${found} Zie ${compound}, bladzijde ${1 + below(60)}.${pick(VERDICTS)}`;
}

const TOPICS = ['Toegang en wachttijd', 'Samenwerking in de wijk', 'Scholing van medewerkers', 'Meten van resultaten'];
const SUBJECTS = [
  'De inschrijver',
  'Het plan van aanpak',
  'De aanpak per wijk',
  'Het antwoord op deze vraag',
  'De planning',
  'De beschreven werkwijze',
  'Het voorbeeld uit de praktijk',
];
const VERBS = [
  'beschrijft concreet',
  'werkt volledig uit',
  'laat overtuigend zien',
  'noemt alleen kort',
  'maakt toetsbaar',
  'onderbouwt met cijfers',
  'legt begrijpelijk uit',
  'laat grotendeels open',
];
const OBJECTS = [
  'hoe inwoners binnen tien werkdagen ondersteuning krijgen',
  'welke medewerkers er zijn en hoe zij worden geschoold',
  'hoe informele zorg en vrijwilligersorganisaties meedoen',
  'wie waarvoor verantwoordelijk is in de samenwerkingsovereenkomst',
  'hoe cliëntervaringen worden gemeten en besproken',
  'op welke momenten de gemeente wordt geïnformeerd',
  'hoe de overgang van lopende ondersteuning verloopt',
];
const ENDS = [
  'en geeft daarbij een tijdpad met mijlpalen',
  'maar zegt niet wat er gebeurt als dat niet lukt',
  'en noemt drie maatregelen die de commissie aannemelijk vindt',
  'zonder dat duidelijk wordt wie daarop toeziet',
  'met een voorbeeld dat bij deze opdracht past',
  'en biedt op dit punt meer dan er gevraagd werd',
];
const VERDICTS = [
  '',
  ' Daarom meer dan voldoende.',
  ' De commissie heeft hier twijfel over, omdat er geen cijfers bij staan.',
  ' De aanpak is haalbaar en past bij wat de gemeente in de leidraad vraagt.',
];
const FIRST =
  'wijk buurt zorg jeugd welzijns cliënt ouderen samenwerkings kwaliteits overgangs crisis privacy scholings plannings informatie vrijwilligers mantelzorg budget'.split(
    ' ',
  );
const MIDDLE =
  'team proces overleg netwerk gesprek toegangs meet tevredenheids ervarings risico bereikbaarheids opvolgings ondersteunings contract beheers huis dag nacht'.split(
    ' ',
  );
const LAST =
  'plan verslag schema afspraken onderzoek kader protocol aanpak tabel bijlage voorbeeld paragraaf overzicht coördinator model register verklaring raming'.split(
    ' ',
  );
