import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasRole } from '../../src/domain/roles.ts';
import { mayViewTender } from '../../src/domain/tender/access.ts';
import { PHASES, type Phase } from '../../src/domain/tender/state.ts';
import { maySeeThing, type Thing } from '../../src/domain/tender/visibility.ts';
import { rolesOf } from '../../src/web/access.ts';
import { type Installation, openInstallation, type Person } from '../support/installation.ts';
import { pricedRules, weighted } from '../support/priced.ts';
import { singleBid } from '../support/tender.ts';

/**
 * What a page may show is said once, in the table of the procedure. Here the whole application is asked: every page and download, by
 * everybody, in every phase; and installations that differ only in what somebody may not see are held against each other byte by byte.
 */

const PEOPLE = [
  { id: 'chair', roles: ['procurement-officer'] },
  { id: 'other-officer', roles: ['procurement-officer'] },
  { id: 'assessor', roles: ['assessor'] },
  { id: 'colleague', roles: ['assessor'] },
  { id: 'other-assessor', roles: ['assessor'] },
  { id: 'committee', roles: ['committee-member'] },
  { id: 'auditor', roles: ['auditor'] },
  { id: 'auditing-officer', roles: ['procurement-officer', 'auditor'] },
  { id: 'auditing-assessor', roles: ['assessor', 'auditor'] },
  { id: 'administrator', roles: ['administrator'] },
] as const satisfies readonly Person[];
type Name = (typeof PEOPLE)[number]['id'];

const RULES = pricedRules(
  weighted('40', { kind: 'proportional', reference: 'lowest', belowZero: 'clip', aboveMaximum: 'clip' }),
);
const DOSSIER = 'tender-leaks-1';
const PLACES = ['a', 'b'] as const;

/** What the tender of an installation holds, as far as installations differ. */
interface Content {
  /** What the colleague of the assessor gives each bid, and why; null for a colleague who has not begun. */
  readonly colleague: { readonly scores: readonly [string, string]; readonly why: string; readonly at: string } | null;
  /** What each bid asks; null where it is not recorded yet. */
  readonly prices: readonly [string | null, string | null];
}
const BASE: Content = {
  colleague: { scores: ['30', '45'], why: 'Goed onderbouwd.', at: '2027-03-01T10:10:00.000Z' },
  prices: ['100', '110'],
};

/** Two contents, and the things in which they differ, in the phases where they can be had. */
const PAIRS: readonly {
  readonly what: string;
  readonly other: Content;
  readonly things: readonly Thing[];
  /** Where nothing shows it, even to who may see it. */
  readonly unshown?: true;
  readonly phases: readonly Phase[];
}[] = [
  {
    what: 'what another assessor finds',
    other: { ...BASE, colleague: { ...BASE.colleague!, scores: ['12', '59'], why: 'Veel te mager, en onvolledig.' } },
    things: ['others-scores', 'log'],
    phases: ['assessment', 'consensus', 'quality-closed', 'awarded'],
  },
  {
    what: 'when another assessor handed in',
    other: { ...BASE, colleague: { ...BASE.colleague!, at: '2027-03-01T10:17:31.000Z' } },
    things: ['progress', 'log'],
    unshown: true,
    phases: ['assessment', 'consensus', 'quality-closed', 'awarded'],
  },
  {
    what: 'whether another assessor has begun',
    other: { ...BASE, colleague: null },
    things: ['others-scores', 'progress', 'log'],
    phases: ['assessment'],
  },
  {
    what: 'what the bids ask',
    other: { ...BASE, prices: ['175', '98.5'] },
    things: ['prices', 'price-forms', 'award', 'log'],
    phases: ['quality-closed', 'awarded'],
  },
  {
    what: 'whether the prices are recorded',
    other: { ...BASE, prices: ['100', null] },
    things: ['prices', 'price-forms', 'log'],
    phases: ['quality-closed'],
  },
];

/** Brings a tender with this content into a phase. */
function bring({ services: { tenders }, at }: Installation, phase: Phase, { colleague, prices }: Content): void {
  const reached = (one: Phase): boolean => PHASES.indexOf(phase) >= PHASES.indexOf(one);
  const chair = (command: Parameters<typeof tenders.execute>[2]) => tenders.execute(DOSSIER, 'chair', command);
  at('2027-03-01T09:00:00.000Z');
  chair({
    type: 'publish-rules',
    title: 'Een aanbesteding met prijzen',
    rules: RULES,
    rulesSha256: '0'.repeat(64),
    chair: 'chair',
    fictional: true,
  });
  for (const bid of PLACES) chair({ type: 'register-bid', bid: singleBid(bid, ['lot-1']) });
  for (const assessor of ['assessor', 'auditing-assessor', 'colleague']) chair({ type: 'appoint-assessor', assessor });
  if (!reached('assessment')) return;
  chair({ type: 'open-assessment' });
  const assess = (assessor: string, scores: readonly [string, string], motivation: string) => {
    for (const [index, bid] of PLACES.entries()) {
      const given = [{ criterion: 'quality', score: scores[index]!, motivation }];
      tenders.execute(DOSSIER, assessor, { type: 'submit-assessment', bid, lot: 'lot-1', version: 0, scores: given });
    }
  };
  at('2027-03-01T10:00:00.000Z');
  assess('assessor', ['40', '41'], 'Voldoende.');
  assess('auditing-assessor', ['40', '41'], 'Voldoende.');
  if (colleague) {
    at(colleague.at);
    assess('colleague', colleague.scores, colleague.why);
  }
  at('2027-03-01T11:00:00.000Z');
  if (!reached('consensus')) return;
  chair({ type: 'open-consensus' });
  for (const [index, bid] of PLACES.entries()) {
    const scores = [{ criterion: 'quality', score: ['42', '44'][index]!, motivation: 'Zo besproken.', version: 0 }];
    chair({ type: 'record-consensus', bid, lot: 'lot-1', scores });
  }
  if (!reached('quality-closed')) return;
  chair({ type: 'close-quality' });
  const offers = PLACES.flatMap((bid, index) => {
    const amount = prices[index];
    return amount == null ? [] : [{ price: { bid, lot: 'lot-1', amount }, version: 0 }];
  });
  chair({ type: 'record-prices', prices: offers });
  if (reached('awarded')) chair({ type: 'compute-award' });
}

/** Every page and download that the application declares, with what is in the paths of this tender filled in. */
function pathsOf(
  { declared }: Installation,
  asked: 'get' | 'post' = 'get',
): { path: string; access: Installation['declared'][number]['access'] }[] {
  const given: Readonly<Record<string, string>> = {
    ':tender': DOSSIER,
    ':dossier': DOSSIER,
    ':bid': 'a',
    ':lot': 'lot-1',
    ':decision': 'decision-none-1',
    ':model': 'no-such-model',
    ':sample': 'no-such-sample',
    ':schema': 'no-such-schema',
    ':work': 'no-such-work',
    ':account': 'no-such-account',
  };
  return declared
    .filter(({ method, path }) => method === asked && (asked === 'get' || path.startsWith('/tenders/:')))
    .map(({ path, access }) => ({
      access,
      path: path.replace(/:[a-z]+/gi, (name) => {
        const value = given[name];
        if (value === undefined) throw new Error(`${path}: say here what stands for ${name}`);
        return value;
      }),
    }));
}

/** What somebody gets on every page, with tokens and hashes masked: a hash of what is not to be seen tells nothing of it. */
async function answersOf(installation: Installation, person: Name): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const { path } of pathsOf(installation)) {
    const { status, text, headers } = await installation.get(person, path);
    answers.set(path, `${status} ${headers.get('content-type')} ${masked(text)}`);
  }
  return answers;
}

const masked = (text: string): string =>
  text
    .replace(/(name="_csrf" value=")[^"]*/g, '$1#')
    .replace(/\b[0-9a-f]{64}\b/g, '#')
    .replace(/([0-9a-f]{8} ){7}[0-9a-f]{8}/g, '#');

describe.each(PHASES)('in the phase %s', (phase) => {
  let base: Installation;
  let answers: ReadonlyMap<Name, Map<string, string>>;

  beforeAll(async () => {
    base = await openInstallation(PEOPLE);
    bring(base, phase, BASE);
    answers = await everybodys(base);
  }, 60_000);
  afterAll(() => base?.close());

  it.each(PEOPLE)('$id gets what the table lets be seen, and nothing else', ({ id, roles }) => {
    const state = base.services.tenders.get(DOSSIER);
    const viewer = { id, roles };
    expect(state.phase).toBe(phase);
    for (const { path, access } of pathsOf(base)) {
      if (access === 'everyone' || !('things' in access)) continue;
      const status = Number(answers.get(id)!.get(path)!.slice(0, 3));
      const sees = access.things.every((thing) =>
        thing === 'own-scores' ? state.assessors.has(id) : maySeeThing(state, viewer, thing),
      );
      const closed = !hasRole(viewer, ...rolesOf(access)) ? [403] : !mayViewTender(state, viewer) ? [404] : [403, 409];
      // Own work is there when the assessment is; a form that is not there yet is a conflict as well.
      expect([path, status], `${id} ${path}`).toEqual([path, sees ? 200 : expect.toBeOneOf(closed)]);
    }
  });

  it('who has nothing to do with the tender cannot tell it from one that is not there', async () => {
    const empty = await openInstallation(PEOPLE);
    try {
      const strangers: Name[] = ['other-officer', 'other-assessor', 'administrator'];
      if (phase !== 'awarded') strangers.push('committee');
      for (const person of strangers) {
        expect(differences(await answersOf(empty, person), answers.get(person)!), person).toEqual([]);
      }
    } finally {
      empty.close();
    }
  }, 60_000);

  it.each(PAIRS.filter(({ phases }) => phases.includes(phase)))(
    'two installations that differ in $what give equal bytes to who may not see it',
    async ({ other, things, unshown }) => {
      const changed = await openInstallation(PEOPLE);
      try {
        bring(changed, phase, other);
        const theirs = await everybodys(changed);
        const state = base.services.tenders.get(DOSSIER);
        for (const { id, roles } of PEOPLE) {
          // Whose work it is sees it as such.
          if (id === 'colleague' && things.some((thing) => thing === 'others-scores' || thing === 'progress')) continue;
          const sees = things.some((thing) => maySeeThing(state, { id, roles }, thing));
          const differing = differences(theirs.get(id)!, answers.get(id)!);
          if (sees && unshown) continue;
          if (sees) expect(differing.length, `${id} sees a difference`).toBeGreaterThan(0);
          else expect(differing, `${id} sees no difference`).toEqual([]);
        }
      } finally {
        changed.close();
      }
    },
    60_000,
  );
});

describe.each(PAIRS.flatMap(({ phases, ...pair }) => phases.map((phase) => ({ phase, ...pair }))))(
  'in the phase $phase, with two installations that differ in $what',
  ({ phase, other, things }) => {
    it('a form is refused or taken in the same words for who may not see it', async () => {
      const [one, two] = [await openInstallation(PEOPLE), await openInstallation(PEOPLE)];
      try {
        bring(one, phase, BASE);
        bring(two, phase, other);
        let asked = 0;
        for (const { id, roles } of PEOPLE) {
          if (id === 'colleague') continue;
          for (const { path } of pathsOf(one, 'post')) {
            // What was taken may have brought the tender further.
            const state = one.services.tenders.get(DOSSIER);
            if (things.some((thing) => maySeeThing(state, { id, roles }, thing))) continue;
            const [answer, same] = [await one.post(id, path, EMPTY), await two.post(id, path, EMPTY)];
            expect([path, same.status, same.location, masked(same.text)], id).toEqual([
              path,
              answer.status,
              answer.location,
              masked(answer.text),
            ]);
            asked += 1;
          }
        }
        expect(asked).toBeGreaterThan(0);
      } finally {
        one.close();
        two.close();
      }
    }, 60_000);
  },
);

/** A form in which nothing was filled in. */
const EMPTY = { intent: 'submit' };

async function everybodys(installation: Installation): Promise<Map<Name, Map<string, string>>> {
  const all = new Map<Name, Map<string, string>>();
  for (const { id } of PEOPLE) all.set(id, await answersOf(installation, id));
  return all;
}

/** The pages on which two sets of answers differ, with the first words that do. */
const differences = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] =>
  [...one].flatMap(([path, text]) => {
    const against = other.get(path) ?? '';
    if (text === against) return [];
    const at = [...text].findIndex((character, index) => character !== against[index]);
    return [`${path}: ${text.slice(Math.max(0, at - 40), at + 40)} | ${against.slice(Math.max(0, at - 40), at + 40)}`];
  });
