import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasRole, type Role, type Viewer } from '../../src/domain/roles.ts';
import { mayViewTender } from '../../src/domain/tender/access.ts';
import { isMember } from '../../src/domain/tender/state/rounds.ts';
import { PHASES, type Phase, type TenderState } from '../../src/domain/tender/state/state.ts';
import { maySeeThing, type Thing } from '../../src/domain/tender/visibility.ts';
import { type Access, rolesOf } from '../../src/web/access.ts';
import { answersOf, differences, told } from '../support/answers.ts';
import { appendAll } from '../support/dossiers.ts';
import { type Installation, openInstallation } from '../support/installation.ts';
import {
  BASE,
  bring,
  type Content,
  DECISION,
  EMPTY,
  halfFilled,
  type Name,
  PEOPLE,
  pathsOf,
  TENDER,
} from '../support/secret-tender.ts';

/**
 * What a page may show is said once, in the table of the procedure. Here the whole application is asked: every page and download, by
 * everybody, in every phase; and installations that differ only in what somebody may not see are held against each other byte by byte.
 */

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
    things: ['others-scores'],
    phases: ['assessment', 'consensus', 'quality-closed', 'awarded'],
  },
  {
    what: 'when another assessor handed in',
    other: { ...BASE, colleague: { ...BASE.colleague!, at: '2027-03-01T10:17:31.000Z' } },
    things: ['progress'],
    unshown: true,
    phases: ['assessment', 'consensus', 'quality-closed', 'awarded'],
  },
  {
    what: 'whether another assessor has begun',
    other: { ...BASE, colleague: null },
    things: ['others-scores', 'progress'],
    phases: ['assessment'],
  },
  {
    what: 'how often another assessor saved',
    other: { ...BASE, colleague: { ...BASE.colleague!, draft: BASE.colleague! } },
    things: ['progress'],
    unshown: true,
    phases: ['assessment', 'consensus'],
  },
  {
    what: 'what the committee agreed on',
    other: { ...BASE, consensus: { scores: ['35', '44'], why: 'Anders besproken.' } },
    things: ['consensus', 'award'],
    phases: ['consensus', 'quality-closed', 'awarded'],
  },
  {
    what: 'what the bids ask',
    other: { ...BASE, prices: ['175', '98.5'] },
    things: ['prices', 'price-forms', 'award'],
    phases: ['quality-closed', 'awarded'],
  },
  {
    what: 'what is in keeping until the prices are opened',
    other: { ...BASE, prices: ['175', '110'] },
    things: [],
    phases: ['assessment', 'consensus'],
  },
  {
    what: 'what comes with a bid',
    other: { ...BASE, document: { name: 'Heel ander plan.csv', text: 'Wij doen het anders; en langer.' } },
    things: ['documents'],
    phases: ['registration', 'assessment', 'quality-closed', 'awarded'],
  },
  {
    what: 'what comes sealed with a bid: its name, kind, length and content',
    other: {
      ...BASE,
      priceDocuments: [{ name: 'Tarieven en staffels.csv', text: 'Negentig euro, en minder bij meer.' }],
    },
    things: ['price-documents'],
    phases: ['assessment', 'consensus', 'quality-closed', 'awarded'],
  },
  {
    // As with prices, the log tells that something was taken into keeping, and so do the versions of what is recorded after it.
    what: 'how many sealed documents come with a bid',
    other: { ...BASE, priceDocuments: ['een', 'twee', 'drie'].map((text) => ({ name: `${text}.txt`, text })) },
    things: ['price-documents', 'log'],
    phases: ['assessment'],
  },
  {
    what: 'what an assessor says of his or her interests',
    other: { ...BASE, interest: 'Mijn zus werkt daar.' },
    things: ['interests'],
    phases: ['registration', 'assessment', 'awarded'],
    unshown: true,
  },
  {
    what: 'whether the prices are recorded',
    other: { ...BASE, prices: ['100', null] },
    things: ['prices', 'price-forms'],
    phases: ['quality-closed'],
  },
];

describe.each(PHASES)('in the phase %s', (phase) => {
  let base: Installation;
  let answers: ReadonlyMap<Name, Map<string, string>>;

  beforeAll(async () => {
    base = await openInstallation(PEOPLE);
    await bring(base, phase, BASE);
    answers = await everybodys(base);
  }, 60_000);
  afterAll(() => base?.close());

  it.each(PEOPLE)('$id gets what the table lets be seen, and nothing else', ({ id, roles }) => {
    const state = base.services.tenders.get(TENDER);
    const viewer = { id, roles };
    expect(state.phase).toBe(phase);
    for (const { path, access } of pathsOf(base)) {
      if (access === 'everyone' || !('things' in access)) continue;
      const status = Number(answers.get(id)!.get(path)!.slice(0, 3));
      const sees = access.things.every((thing) =>
        thing === 'own-scores' ? isMember(state, id) : maySeeThing(state, viewer, thing),
      );
      if (path.endsWith('/letters/1.pdf')) {
        // No decision was sent here: test/web/routes/letters.test.ts asks for letters that there are.
        expect([path, status]).toEqual([path, expect.toBeOneOf([403, 404, 409])]);
        continue;
      }
      const closed = !hasRole(viewer, ...rolesOf(access)) ? [403] : !mayViewTender(state, viewer) ? [404] : [403, 409];
      // Own work is there when the assessment is; a form that is not there yet is a conflict as well.
      expect([path, status], `${id} ${path}`).toEqual([path, sees ? 200 : expect.toBeOneOf(closed)]);
    }
  });

  it('who has nothing to do with the tender cannot tell it, nor a choice of a contract model, whole or damaged, from one that is not there', async () => {
    const [empty, damaged] = [await openInstallation(PEOPLE), await openInstallation(PEOPLE)];
    try {
      await bring(damaged, phase, BASE);
      empty.at(base.now());
      const { storage } = damaged.services;
      const nonsense = [{ type: 'no-such-event', payload: {} }];
      for (const dossier of [TENDER, DECISION])
        appendAll(storage, dossier, 'chair', '2027-03-02T09:00:00.000Z', nonsense);
      for (const person of strangersIn(phase)) {
        const without = await answersOf(empty, person);
        expect(differences(without, answers.get(person)!), person).toEqual([]);
        expect(differences(without, await answersOf(damaged, person)), person).toEqual([]);
      }
      // What is refused to somebody who does not find the tender does not hang on its phase.
      for (const person of ENDS.includes(phase) ? strangersIn(phase) : []) {
        const refused = await refusalsOf(empty, person);
        expect(differences(refused, await refusalsOf(base, person)), person).toEqual([]);
        expect(differences(refused, await refusalsOf(damaged, person)), person).toEqual([]);
      }
      // Who has to do with it is told.
      for (const person of ['chair', 'assessor', 'auditor'] as const) {
        expect((await damaged.get(person, `/tenders/${TENDER}`)).status, person).toBe(422);
        const choice = (await damaged.get(person, `/decisions/${DECISION}`)).status;
        expect(choice, person).toBe(person === 'assessor' ? 403 : 422);
      }
      expect((await damaged.get('auditor', `/tenders/${TENDER}/re-run`)).status).toBe(200);
      const closed = PHASES.indexOf(phase) < PHASES.indexOf('quality-closed');
      expect((await damaged.get('auditor', `/tenders/${TENDER}/dossier.json`)).status).toBe(closed ? 422 : 200);

      // Of what cannot be proven at all, nobody knows but who audits.
      appendAll(storage, 'tender-leaks-2', 'chair', '2027-03-02T09:00:00.000Z', nonsense);
      const other = '/tenders/tender-leaks-2';
      expect((await damaged.get('chair', other)).status).toBe(404);
      expect((await damaged.get('auditor', `${other}/re-run`)).status).toBe(200);
      expect((await damaged.get('auditor', `${other}/dossier.json`)).status).toBe(422);
    } finally {
      empty.close();
      damaged.close();
    }
  }, 60_000);

  it.each(PAIRS.filter(({ phases }) => firstAndLast(phases).includes(phase)))(
    'two installations that differ in $what give equal bytes to who may not see it',
    async ({ other, things, unshown }) => {
      const changed = await openInstallation(PEOPLE);
      try {
        await bring(changed, phase, other);
        const state = base.services.tenders.get(TENDER);
        for (const { id, roles } of concernedIn(phase)) {
          // Whose work it is sees it as such.
          if (id === 'assessor' && things.some((thing) => thing === 'interests')) continue;
          if (id === 'colleague' && things.some((thing) => thing === 'others-scores' || thing === 'progress')) continue;
          const sees = things.some((thing) => maySeeThing(state, { id, roles }, thing));
          if (sees && unshown) continue;
          // Who has none of its roles is refused a page whatever is on it.
          const may = mayUse(roles);
          const asks = (access: Access, path: string) =>
            may(access) && !OF_NOTHING.test(path) && (phase === 'awarded' || !OF_A_CHOICE.test(path));
          const differing = differences(await answersOf(changed, id, ASKED_FOR, asks), answers.get(id)!);
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

describe.each(PAIRS.flatMap(({ phases, ...pair }) => firstAndLast(phases).map((phase) => ({ phase, ...pair }))))(
  'in the phase $phase, with two installations that differ in $what',
  ({ phase, other, things }) => {
    it('a form is refused or taken in the same words for who may not see it', async () => {
      const [one, two] = [await openInstallation(PEOPLE), await openInstallation(PEOPLE)];
      try {
        await bring(one, phase, BASE);
        await bring(two, phase, other);
        let asked = 0;
        const before = one.services.tenders.get(TENDER);
        const maySee = (state: TenderState, who: Viewer) => things.some((thing) => maySeeThing(state, who, thing));
        const concerned = concernedIn(phase).filter((who) => !maySee(before, who));
        for (const { id, roles } of concerned.length > 0 ? concerned : PEOPLE) {
          if (id === 'colleague' || (id === 'assessor' && things.includes('interests'))) continue;
          // Who has none of its roles is refused before anything of the form is read.
          const forms = pathsOf(one, 'post').filter(({ access }) => mayUse(roles)(access));
          for (const { path, pattern } of forms) {
            for (const form of [EMPTY, halfFilled(pattern)]) {
              // What was taken may have brought the tender further.
              const state = one.services.tenders.get(TENDER);
              if (maySee(state, { id, roles })) continue;
              const [answer, same] = [await one.post(id, path, form), await two.post(id, path, form)];
              expect([path, told(same)], id).toEqual([path, told(answer)]);
              asked += 1;
            }
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

/** The phases in which installations are held against each other: where the difference is made, and where most of it is told. */
function firstAndLast(phases: readonly Phase[]): Phase[] {
  return [...new Set([phases[0]!, phases.at(-1)!])];
}
const ENDS: readonly Phase[] = ['assessment', 'awarded'];

/** A choice of a contract model reads no tender: whether it does all the same is asked in one phase. */
const OF_A_CHOICE = /^\/decisions\//;

/** What is not there in either: that it is refused whoever asks is asked once a phase. */
const OF_NOTHING = /-none-1|\/no-such-/;

/** What an address gives only where it is asked for in so many words. */
const ASKED_FOR: readonly string[] = [`/tenders/${TENDER}/ocds.json?scores=yes`];

const strangersIn = (phase: Phase): Name[] => [
  'other-officer',
  'other-assessor',
  'administrator',
  ...(phase === 'awarded' ? [] : (['committee'] as const)),
];

/** Who does have something to do with it: to the others whatever is in it is as if it were not there. */
const concernedIn = (phase: Phase) => PEOPLE.filter(({ id }) => !strangersIn(phase).includes(id));

const mayUse =
  (roles: readonly Role[]) =>
  (access: Access): boolean =>
    access === 'everyone' || hasRole({ roles }, ...rolesOf(access));

/** What somebody gets for every form of a dossier, empty and half filled. */
async function refusalsOf(installation: Installation, person: Name): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const { path, pattern } of pathsOf(installation, 'post')) {
    answers.set(path, told(await installation.post(person, path, EMPTY)));
    answers.set(`${path} half filled`, told(await installation.post(person, path, halfFilled(pattern))));
  }
  return answers;
}

async function everybodys(installation: Installation): Promise<Map<Name, Map<string, string>>> {
  const all = new Map<Name, Map<string, string>>();
  for (const { id } of PEOPLE) all.set(id, await answersOf(installation, id, ASKED_FOR));
  return all;
}
