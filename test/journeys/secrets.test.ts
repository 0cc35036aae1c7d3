import { describe, expect, it } from 'vitest';
import { mayViewDecision } from '../../src/domain/decision/access.ts';
import { PHASES } from '../../src/domain/tender/state/state.ts';
import { maySeeThing, type Thing } from '../../src/domain/tender/visibility.ts';
import { OF_NO_DOSSIER } from '../support/answers.ts';
import { type Installation, openInstallation } from '../support/installation.ts';
import { digitsJoined, everythingIn } from '../support/searched.ts';
import {
  bring,
  type Content,
  DECISION,
  EMPTY,
  halfFilled,
  type Name,
  PEOPLE,
  pathsOf,
  TENDER,
  viewer,
} from '../support/secret-tender.ts';

/**
 * Every secret of a tender is a text or a figure that stands nowhere else. Everybody asks every page and download and sends every form,
 * in every phase; what comes back is opened, PDFs with all that is in them, and searched for what he or she may not see.
 */

const CONTENT = {
  title: 'Huishoudelijke hulp Merelveld',
  choice: { title: 'Contractmodel voor Leeuwerikveld', reason: 'Keuze-Dotterbloem past bij lokale ondersteuning.' },
  assessor: { scores: ['31.415927', '27.182818'], why: 'Bevinding-Wilgenroos van de beoordelaar.' },
  colleague: {
    at: '2027-03-01T10:10:00.000Z',
    draft: { scores: ['14.142135', '17.320508'], why: 'Concept-Kattenstaart van de collega.' },
    scores: ['22.360679', '16.180339'],
    why: 'Bevinding-Moerasspirea van de collega.',
  },
  consensus: { scores: ['28.284271', '26.457513'], why: 'Overleg-Valeriaan van de commissie.' },
  prices: ['104729.31', '110023.57'],
  note: 'Notitie-Leverkruid bij de prijs.',
  document: { name: 'Plan-Zonnedauw.txt', text: 'Aanpak-Wollegras van de inschrijver.' },
  priceDocuments: [{ name: 'Prijsblad-Vlasbek.txt', text: 'Tarief-Zilverschoon van de inschrijver.' }],
  interest: 'Belang-Heelkruid van de beoordelaar.',
} as const satisfies Content;

interface Secret {
  readonly what: string;
  readonly words: readonly string[];
  readonly figures?: readonly string[];
  /** What of the tender one must be allowed to see for it. */
  readonly thing?: Thing;
  /** Who knows it of old: the author, and who is told another way. */
  readonly known: readonly Name[];
}

const SECRETS: readonly Secret[] = [
  { what: 'the tender', words: [CONTENT.title], thing: 'rules', known: [] },
  { what: 'who assesses', words: ['Persoon colleague'], thing: 'assessors', known: ['colleague', 'administrator'] },
  ...(['assessor', 'colleague'] as const).map((id) => ({
    what: `what the ${id} finds`,
    words: [CONTENT[id].why],
    figures: CONTENT[id].scores,
    thing: 'others-scores' as const,
    known: [id],
  })),
  {
    what: 'a draft that was replaced',
    words: [CONTENT.colleague.draft.why],
    figures: CONTENT.colleague.draft.scores,
    thing: 'others-scores',
    known: ['colleague'],
  },
  {
    what: 'what was agreed on',
    words: [CONTENT.consensus.why],
    figures: CONTENT.consensus.scores,
    thing: 'consensus',
    known: [],
  },
  { what: 'what the bids ask', words: [], figures: CONTENT.prices, thing: 'prices', known: [] },
  { what: 'what was noted with a price', words: [CONTENT.note], thing: 'price-forms', known: [] },
  {
    what: 'what came with a bid',
    words: [CONTENT.document.name, CONTENT.document.text],
    thing: 'documents',
    known: [],
  },
  {
    what: 'what came sealed with a bid',
    words: [CONTENT.priceDocuments[0].name, CONTENT.priceDocuments[0].text],
    thing: 'price-documents',
    known: [],
  },
  { what: 'what an assessor declares', words: [CONTENT.interest], thing: 'interests', known: ['assessor'] },
  { what: 'the choice of a contract model', words: [CONTENT.choice.title, CONTENT.choice.reason], known: [] },
];

/** The secrets that somebody may not see now. */
function hiddenFrom({ services }: Installation, id: Name): Secret[] {
  const [state, decision] = [services.tenders.get(TENDER), services.decisions.get(DECISION)];
  return SECRETS.filter(({ thing, known }) => {
    if (known.includes(id)) return false;
    return thing ? !maySeeThing(state, viewer(id), thing) : !mayViewDecision(decision, viewer(id));
  });
}

/** The words and figures of secrets that stand in a text. */
function foundIn(text: string, secrets: readonly Secret[]): string[] {
  const joined = digitsJoined(text);
  return secrets.flatMap(({ words, figures = [] }) => [
    ...words.filter((one) => text.includes(one)),
    ...figures.filter((figure) => joined.includes(figure.replace('.', ''))),
  ]);
}

describe('no answer has in it what may not be seen', () => {
  const found = new Set<string>();
  const pdfs = new Set<string>();

  it.each(PHASES)(
    'in the phase %s',
    async (phase) => {
      const installation = await openInstallation(PEOPLE, { draw: phase === 'awarded' });
      try {
        await bring(installation, phase, CONTENT);
        for (const { id } of PEOPLE) {
          const hidden = hiddenFrom(installation, id);
          const search = async (place: string, answer: Awaited<ReturnType<Installation['get']>>) => {
            const everything = await everythingIn(answer);
            expect(foundIn(everything, hidden), `${id}: ${place}`).toEqual([]);
            for (const one of foundIn(everything, SECRETS)) found.add(one);
            if (answer.headers.get('content-type') === 'application/pdf') pdfs.add(`${id} ${place}`);
          };
          for (const { path } of pathsOf(installation)) {
            // A choice of a contract model is the same in every phase of a tender.
            if (path.startsWith('/decisions/') && phase !== 'awarded') continue;
            if (!OF_NO_DOSSIER.test(path)) await search(path, await installation.get(id, path));
          }
        }
        for (const { id } of PEOPLE) {
          for (const { path, pattern } of pathsOf(installation, 'post')) {
            for (const form of [EMPTY, halfFilled(pattern)]) {
              // What was taken may have brought the tender further.
              const hidden = hiddenFrom(installation, id);
              const everything = await everythingIn(await installation.post(id, path, form));
              expect(foundIn(everything, hidden), `${id} sends ${path}`).toEqual([]);
            }
          }
        }
      } finally {
        installation.close();
      }
    },
    240_000,
  );

  it('and each secret was found where it may be seen, so that a search finds it', () => {
    expect([...found].sort()).toEqual(SECRETS.flatMap(({ words, figures = [] }) => [...words, ...figures]).sort());
    expect([...pdfs].some((place) => place.endsWith('advice.pdf'))).toBe(true);
    expect([...pdfs].filter((place) => place.endsWith('report.pdf')).length).toBeGreaterThan(4);
  });
});
