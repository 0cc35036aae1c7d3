import { placeKey } from '../../src/domain/rules/place.ts';
import type { Phase } from '../../src/domain/tender/state/state.ts';
import { carriedFile } from '../../src/web/forms/text.ts';
import { sheetAsText } from '../../src/web/sheet-upload.ts';
import { proposingToOpen, say, sendingDecision } from './formalities.ts';
import type { Installation } from './installation.ts';
import { BASE, bring, bringDecision, DECISION, type Name, TENDER } from './secret-tender.ts';
import { singleBid } from './tender.ts';

/** A step that is read and agreed to first. */
export interface ConfirmedStep {
  readonly name: string;
  readonly person: Name;
  readonly path: string;
  /** What was filled in before; without it the page is there by its address alone. */
  readonly form?: Record<string, string>;
  /** Brings everything to where the step can be taken. */
  readonly prepare: (installation: Installation) => void | Promise<void>;
  /** What somebody else does meanwhile, so that the page is out of date; none where whoever takes the step is then refused it. */
  readonly meanwhile?: (installation: Installation) => void;
}

/** A sheet as it goes along with a form: its rows of texts. */
const sheetWith = (...rows: readonly (readonly string[])[]): Record<string, string> => ({
  'sheet-packed': carriedFile(
    'sheet',
    sheetAsText({
      name: null,
      rows: rows.map((texts, index) => ({
        row: index + 1,
        cells: new Map(texts.map((text, place) => [place + 1, { kind: 'text', text }])),
      })),
    }),
  ).value,
});

const A = placeKey('a', 'lot-1');
const B = placeKey('b', 'lot-1');
const tenderPath = (path: string): string => `/tenders/${TENDER}/${path}`;
const chair = (
  { services }: Installation,
  command: Parameters<Installation['services']['tenders']['execute']>[2],
): void => services.tenders.execute(TENDER, 'chair', command);
const to =
  (phase: Phase) =>
  (installation: Installation): Promise<void> =>
    bring(installation, phase, BASE);
const later = (installation: Installation): void => installation.at('2027-03-01T15:00:00.000Z');
const qualityClosed = async (installation: Installation): Promise<void> => {
  await to('consensus')(installation);
  chair(installation, { type: 'close-quality' });
};
const proposed = async (installation: Installation): Promise<void> => {
  await qualityClosed(installation);
  chair(installation, proposingToOpen);
};
const recomputed = (installation: Installation): void => {
  later(installation);
  const price = { bid: 'b', lot: 'lot-1', amount: '111' };
  const { version } = installation.services.tenders.get(TENDER).prices.get(B)!;
  chair(installation, { type: 'correct-price', price, version, reason: 'Verkeerd overgetypt.' });
  chair(installation, { type: 'compute-award' });
};
/** Two bids that are equal in everything, so that who wins is drawn. */
const tied = async (installation: Installation): Promise<void> => {
  const equal = { ...BASE, consensus: { scores: ['42', '42'], why: 'Even goed.' }, prices: ['100', '100'] } as const;
  await bring(installation, 'quality-closed', equal);
  chair(installation, { type: 'compute-award' });
};
const checked = async (installation: Installation): Promise<void> => {
  await to('awarded')(installation);
  for (const person of ['chair', 'witness']) {
    for (const bid of ['a', 'b']) {
      const payload = { bid, met: true, findings: 'Alles is er.' };
      installation.services.tenders.execute(TENDER, person, say({ type: 'requirements-checked', payload }));
    }
  }
};
const sent = async (installation: Installation): Promise<void> => {
  await checked(installation);
  chair(installation, say(...sendingDecision(installation.services.tenders.get(TENDER), ['lot-1'], '2027-03-01')));
};
const ROUND = 2;
const inRound = async (installation: Installation): Promise<void> => {
  await to('awarded')(installation);
  chair(
    installation,
    say(
      { type: 'round-opened', payload: { round: ROUND, reason: 'Na een uitspraak.' } },
      { type: 'assessor-appointed', payload: { assessor: 'other-assessor' } },
      {
        type: 'bid-reassessed',
        payload: { round: ROUND, bid: 'a', places: [{ lot: 'lot-1', criteria: ['quality'] }] },
      },
    ),
  );
  reassess(installation, '35');
};
const reassess = ({ services: { tenders } }: Installation, score: string): void => {
  const round = tenders.get(TENDER).rounds.at(-1)!;
  const version = round.assessments.get('other-assessor')?.get(A)?.version ?? 0;
  const scores = [{ criterion: 'quality', score, motivation: 'Opnieuw gelezen.' }];
  if (tenders.get(TENDER).interests.get('other-assessor') === undefined) {
    const interests = ['a', 'b'].map((bid) => ({ bid, conflict: false }));
    tenders.execute(TENDER, 'other-assessor', say({ type: 'interests-declared', payload: { interests } }));
  }
  tenders.execute(TENDER, 'other-assessor', { type: 'submit-assessment', bid: 'a', lot: 'lot-1', version, scores });
};
const agreeOn = (installation: Installation, motivation: string): void => {
  const version = installation.services.tenders.get(TENDER).rounds.at(-1)!.consensus.get(A)?.get('quality')?.version;
  const scores = [{ criterion: 'quality', score: '35', motivation, version: version ?? 0 }];
  chair(installation, { type: 'record-consensus', bid: 'a', lot: 'lot-1', scores });
};
const roundAgreed = async (installation: Installation): Promise<void> => {
  await inRound(installation);
  chair(installation, say({ type: 'round-consensus-opened', payload: { round: ROUND } }));
  agreeOn(installation, 'Zo besproken.');
};
const registered = (installation: Installation): void =>
  chair(installation, say({ type: 'bid-registered', payload: { bid: singleBid('c', ['lot-1']) } }));
const published = ({ services: { tenders } }: Installation): void => {
  const { rules, rulesSha256 } = tenders.get(TENDER);
  const command = { title: 'Vervoer', rules, rulesSha256, chair: 'chair', fictional: true } as const;
  tenders.execute('tender-leaks-77', 'chair', { type: 'publish-rules', ...command });
};
const assessedAnew = ({ services: { tenders } }: Installation): void => {
  const { version } = tenders.get(TENDER).rounds[0]!.assessments.get('assessor')!.get(A)!;
  const scores = [{ criterion: 'quality', score: '12', motivation: 'Toch anders.' }];
  tenders.execute(TENDER, 'assessor', { type: 'submit-assessment', bid: 'a', lot: 'lot-1', version, scores });
};

export const CONFIRMED_STEPS: readonly ConfirmedStep[] = [
  {
    name: 'opening the assessment',
    person: 'chair',
    path: tenderPath('assessment/open'),
    prepare: to('registration'),
    meanwhile: (installation) => chair(installation, { type: 'release-auditor', auditor: 'onlooker' }),
  },
  {
    name: 'opening the consensus',
    person: 'chair',
    path: tenderPath('consensus/open'),
    prepare: to('assessment'),
    meanwhile: (installation) => {
      later(installation);
      assessedAnew(installation);
    },
  },
  {
    name: 'closing quality',
    person: 'chair',
    path: tenderPath('quality/close'),
    prepare: to('consensus'),
    meanwhile: (installation) => {
      later(installation);
      agreeOn(installation, 'Nader besproken.');
    },
  },
  {
    name: 'computing the award',
    person: 'chair',
    path: tenderPath('award/compute'),
    prepare: to('quality-closed'),
    meanwhile: (installation) => {
      const price = { bid: 'b', lot: 'lot-1', amount: '112' };
      const { version } = installation.services.tenders.get(TENDER).prices.get(B)!;
      chair(installation, { type: 'record-prices', prices: [{ price, version }] });
    },
  },
  {
    name: 'recording a draw',
    person: 'chair',
    path: tenderPath('draw'),
    form: { 'place-1': 'b', 'place-2': 'a', method: 'Lootjes uit een hoed', witnesses: 'W. de Vries' },
    prepare: tied,
  },
  {
    name: 'opening the consensus of a round',
    person: 'chair',
    path: tenderPath('rounds/consensus'),
    prepare: inRound,
    meanwhile: (installation) => {
      later(installation);
      reassess(installation, '33');
    },
  },
  {
    name: 'closing a round',
    person: 'chair',
    path: tenderPath('rounds/close'),
    prepare: roundAgreed,
    meanwhile: (installation) => {
      later(installation);
      agreeOn(installation, 'Nader besproken.');
    },
  },
  {
    name: 'opening prices, the first of two',
    person: 'chair',
    path: tenderPath('acts/propose-opening'),
    prepare: qualityClosed,
  },
  {
    name: 'opening prices, the second of two',
    person: 'witness',
    path: tenderPath('acts/open-prices'),
    prepare: proposed,
    meanwhile: (installation) => {
      later(installation);
      chair(installation, say({ type: 'quality-reopened', payload: { reason: 'Te vroeg.' } }));
      chair(installation, { type: 'close-quality' });
      chair(installation, proposingToOpen);
    },
  },
  {
    name: 'sending award decisions',
    person: 'chair',
    path: tenderPath('letters/new'),
    form: {
      lots: 'lot-1',
      sentOn: '1-3-2027',
      sender: 'Gemeente Voorbeeldstad',
      signatory: 'J. de Wit, hoofd inkoop',
      objection: 'Vraag het kort geding aan bij de rechtbank in Groningen.',
      sameWords: 'Beide plannen zijn op dit punt gelijk.',
    },
    prepare: checked,
    meanwhile: recomputed,
  },
  {
    name: 'signing the contract',
    person: 'chair',
    path: tenderPath('acts/fix-lot'),
    form: { lot: 'lot-1', signedOn: '1-4-2027', reason: 'Getekend op 1 april.' },
    prepare: sent,
    meanwhile: recomputed,
  },
  {
    name: 'stopping a tender',
    person: 'chair',
    path: tenderPath('acts/stop'),
    form: { reason: 'Er is geen geld meer.' },
    prepare: to('assessment'),
    meanwhile: (installation) => chair(installation, { type: 'open-consensus' }),
  },
  {
    name: 'handing over the chair',
    person: 'chair',
    path: tenderPath('acts/hand-over'),
    form: { chair: 'other-officer', reason: 'Met pensioen.' },
    prepare: to('assessment'),
  },
  {
    name: 'striking a bid',
    person: 'chair',
    path: tenderPath('acts/strike'),
    form: { bid: 'a', reason: 'Dubbel vastgelegd.' },
    prepare: to('registration'),
    meanwhile: registered,
  },
  {
    name: 'registering a bid',
    person: 'chair',
    path: tenderPath('bids'),
    form: {
      name: 'Zorg & Zonen "Noord" B.V.',
      form: 'single',
      lots: 'lot-1',
      'member-rows': '1',
      'member.1.number': '12345678',
      'member.1.register': 'kvk',
      subcontractors: 'Eerste\r\nTweede',
    },
    prepare: to('registration'),
    meanwhile: registered,
  },
  {
    name: 'registering the bids of a sheet',
    person: 'chair',
    path: tenderPath('bids/sheet/register'),
    form: sheetWith(
      ['Inschrijver', 'Vorm', 'Gebied', 'KvK-nummer 1'],
      ['Zorg & Zonen', 'Eén organisatie', 'Lot 1', '01234567'],
    ),
    prepare: to('registration'),
    meanwhile: registered,
  },
  {
    name: 'taking a sheet of prices into keeping',
    person: 'keeper',
    path: tenderPath('sealed-prices/keep'),
    form: sheetWith(['Code', 'Invullen'], ['price.b.lot-1.amount', '125.000,50']),
    prepare: to('assessment'),
    meanwhile: ({ services: { tenders } }) =>
      tenders.execute(
        TENDER,
        'keeper',
        say({ type: 'price-sealed', payload: { price: { bid: 'b', lot: 'lot-1', amount: '9' } } }),
      ),
  },
  {
    name: 'publishing',
    person: 'chair',
    path: '/tenders',
    form: { title: 'Vervoer', from: 'rules gon-2027.v3' },
    prepare: to('registration'),
    meanwhile: published,
  },
  {
    name: 'publishing a copy',
    person: 'chair',
    path: tenderPath('copy'),
    form: { title: 'Vervoer' },
    prepare: to('registration'),
    meanwhile: published,
  },
  {
    name: 'closing an account',
    person: 'administrator',
    path: '/accounts/other-assessor/close',
    prepare: to('registration'),
    meanwhile: ({ services: { accounts } }) =>
      accounts.changeRoles('administrator', 'other-assessor', ['assessor', 'procurement-officer']),
  },
  {
    name: 'signing a choice',
    person: 'chair',
    path: `/decisions/${DECISION}/signature`,
    prepare: (installation) => bringDecision(installation, { title: 'Een keuze', reason: 'Past.', signed: false }),
    meanwhile: ({ services: { decisions } }) => {
      const { chosenVersion: version } = decisions.get(DECISION);
      const choice = { alternative: 'bcf', reason: 'Past toch om iets anders.', version };
      decisions.execute(DECISION, 'chair', { type: 'choose-alternative', ...choice });
    },
  },
];
