import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasRole } from '../../src/domain/roles.ts';
import { type Access, rolesOf } from '../../src/web/access.ts';
import { answersOf, differences } from '../support/answers.ts';
import { declaring, say } from '../support/formalities.ts';
import { type Installation, openInstallation, type Person } from '../support/installation.ts';
import { BASE, bring, type Content, PEOPLE, TENDER } from '../support/secret-tender.ts';

/**
 * What somebody sees follows from the capacity in which he or she takes part in a round. Installations that differ in what was found in one round are
 * held against each other, for who takes part in another; the first round is in leaks.test.ts.
 */

const NEWCOMERS = [
  { id: 'newcomer', roles: ['assessor'] },
  { id: 'second-newcomer', roles: ['assessor'] },
] as const satisfies readonly Person[];
const EVERYBODY = [...PEOPLE, ...NEWCOMERS] as const;
type Name = (typeof EVERYBODY)[number]['id'];

const NEW: readonly Name[] = NEWCOMERS.map(({ id }) => id);

const STAGES = ['assessment', 'consensus', 'closed'] as const;
type Stage = (typeof STAGES)[number];

interface Found {
  /** What was found, and asked, before the round. */
  readonly before: Content;
  /** What the newcomer finds in the round, and what is agreed on. */
  readonly now: { readonly score: string; readonly agreed: string; readonly why: string };
}
const FOUND: Found = { before: BASE, now: { score: '50', agreed: '45', why: 'Nu veel beter onderbouwd.' } };

/** A tender that was awarded, with a further round over one of its bids; who has a conflict in the other. */
async function bringRound(installation: Installation, stage: Stage, { before, now }: Found): Promise<void> {
  await bring(installation, 'awarded', before);
  const { tenders } = installation.services;
  const run = (who: string, command: Parameters<typeof tenders.execute>[2]) => tenders.execute(TENDER, who, command);
  installation.at('2027-03-01T12:00:00.000Z');
  run(
    'chair',
    say(
      { type: 'round-opened', payload: { round: 2, reason: 'Na een uitspraak.' } },
      ...NEWCOMERS.map(({ id }) => ({ type: 'assessor-appointed', payload: { assessor: id } }) as const),
      {
        type: 'bid-reassessed',
        payload: { round: 2, bid: 'a', places: [{ lot: 'lot-1', criteria: ['quality'] }] },
      },
    ),
  );
  for (const { id } of NEWCOMERS) run(id, declaring(['a', 'b'], ...(id === 'second-newcomer' ? ['b'] : [])));
  run(
    'chair',
    say({
      type: 'conflict-judged',
      payload: { account: 'second-newcomer', bid: 'b', conflict: true, reason: 'Een belang.' },
    }),
  );
  const assess = (who: string, score: string, why: string): void =>
    run(who, {
      type: 'submit-assessment',
      bid: 'a',
      lot: 'lot-1',
      version: 0,
      scores: [{ criterion: 'quality', score, motivation: why }],
    });
  assess('newcomer', now.score, now.why);
  assess('second-newcomer', '40', 'Voldoende onderbouwd.');
  installation.at('2027-03-01T13:00:00.000Z');
  if (stage === 'assessment') return;
  run('chair', say({ type: 'round-consensus-opened', payload: { round: 2 } }));
  const scores = [{ criterion: 'quality', score: now.agreed, motivation: now.why, version: 0 }];
  run('chair', { type: 'record-consensus', bid: 'a', lot: 'lot-1', scores });
  if (stage === 'consensus') return;
  run('chair', say({ type: 'round-closed', payload: { round: 2 } }));
}

/** Every round by its number, besides the pages that show the one that stands. */
const BY_NUMBER = ['consensus', 'consensus/a/lot-1'].flatMap((page) =>
  [1, 2].map((round) => `/tenders/${TENDER}/${page}?round=${round}`),
);

/** @param whose for whom it is asked: everybody when absent */
async function answersTo(
  installation: Installation,
  whose: readonly Name[] = EVERYBODY.map(({ id }) => id),
): Promise<Map<Name, Map<string, string>>> {
  const all = new Map<Name, Map<string, string>>();
  for (const { id, roles } of EVERYBODY.filter((one) => whose.includes(one.id))) {
    // Who has none of its roles is refused a page whatever is on it: leaks.test.ts asks those.
    const asks = (access: Access, path: string): boolean =>
      !path.startsWith('/decisions/') && (access === 'everyone' || hasRole({ roles }, ...rolesOf(access)));
    all.set(id, await answersOf(installation, id, BY_NUMBER, asks));
  }
  return all;
}

it('who has a conflict of interest in a bid does not see where it ranks', async () => {
  const installation = await openInstallation(EVERYBODY);
  try {
    await bringRound(installation, 'closed', FOUND);
    installation.services.tenders.execute(TENDER, 'chair', { type: 'compute-award' });
    for (const [page, status] of [
      ['award', 403],
      ['award/guards', 403],
      ['report.pdf', 403],
      ['', 200],
      ['rounds', 200],
    ] as const) {
      const { status: found, text } = await installation.get('second-newcomer', `/tenders/${TENDER}/${page}`);
      expect([page, found]).toEqual([page, status]);
      // In words that people use: no page names a bid by its id.
      if (status === 403) expect(text).toContain('“Inschrijver b”');
      // The refusal names the bid of the interest, and nothing else does.
      if (status === 200) expect(text).not.toContain('Inschrijver b');
      expect([page, (await installation.get('newcomer', `/tenders/${TENDER}/${page}`)).status]).toEqual([page, 200]);
    }
  } finally {
    installation.close();
  }
}, 60_000);

describe.each(STAGES)('while a further round is in the stage %s', (stage) => {
  let base: Installation;
  let answers: ReadonlyMap<Name, Map<string, string>>;

  beforeAll(async () => {
    base = await openInstallation(EVERYBODY);
    await bringRound(base, stage, FOUND);
    answers = await answersTo(base);
  }, 60_000);
  afterAll(() => base?.close());

  /** On which pages each of these people sees a difference with what was found otherwise. */
  async function heldAgainst(other: Found, whose?: readonly Name[]): Promise<ReadonlyMap<Name, readonly string[]>> {
    const changed = await openInstallation(EVERYBODY);
    try {
      await bringRound(changed, stage, other);
      const theirs = await answersTo(changed, whose);
      return new Map([...theirs].map(([id, those]) => [id, differences(answers.get(id)!, those)]));
    } finally {
      changed.close();
    }
  }

  it('its assessors see nothing of what was agreed on before', async () => {
    const consensus = { scores: ['35', '44'], why: 'Anders besproken.' } as const;
    const others = ['chair', 'assessor', 'onlooker'] as const;
    const found = await heldAgainst({ ...FOUND, before: { ...BASE, consensus } }, [...NEW, ...others]);
    for (const { id } of NEWCOMERS) expect([id, found.get(id)!.length > 0]).toEqual([id, stage === 'closed']);
    for (const id of others) expect(found.get(id), id).not.toEqual([]);
  }, 120_000);

  it('nor of what the bids ask', async () => {
    const found = await heldAgainst({ ...FOUND, before: { ...BASE, prices: ['175', '98.5'] } }, [...NEW, 'chair']);
    for (const { id } of NEWCOMERS) expect([id, found.get(id)]).toEqual([id, []]);
    expect(found.get('chair')).not.toEqual([]);
  }, 120_000);

  it('nobody sees what one of them finds, but as the round goes on', async () => {
    const now = { ...FOUND.now, score: '48', why: 'Nu iets beter onderbouwd.' };
    const found = await heldAgainst({ ...FOUND, now });
    const sees = (id: Name): boolean => found.get(id)!.length > 0;
    const inConsensus = stage !== 'assessment';
    expect(sees('newcomer')).toBe(true);
    expect(sees('second-newcomer')).toBe(inConsensus);
    expect(sees('chair')).toBe(inConsensus);
    // Who took part before sees it when it is over.
    for (const id of ['assessor', 'auditor', 'auditing-officer'] as const) {
      expect([id, sees(id)]).toEqual([id, stage === 'closed']);
    }
    expect(sees('onlooker')).toBe(true);
    for (const id of ['committee', 'keeper', 'witness', 'other-officer', 'other-assessor', 'administrator'] as const) {
      expect([id, found.get(id)]).toEqual([id, []]);
    }
  }, 120_000);

  it('its assessors open the documents of the bids in it, and no others', async () => {
    const over = stage === 'closed';
    for (const [person, bid, status] of [
      ['newcomer', 'a', 200],
      ['newcomer', 'b', over ? 200 : 404],
      ['second-newcomer', 'a', 200],
      ['second-newcomer', 'b', 403],
      ['assessor', 'b', 200],
      ['chair', 'b', 200],
      ['other-assessor', 'a', 404],
      ['other-officer', 'a', 404],
      ['administrator', 'a', 403],
    ] as const) {
      const answer = await base.get(person, `/tenders/${TENDER}/bids/${bid}/documents/document-1`);
      expect([person, bid, answer.status]).toEqual([person, bid, status]);
      const { text } = await base.get(person, `/tenders/${TENDER}/bids`);
      expect([person, bid, text.includes(`/bids/${bid}/documents/document-1"`)]).toEqual([person, bid, status === 200]);
    }
    // What came with the prices is seen with the award.
    for (const [person, status] of [
      ['newcomer', 409],
      ['chair', 200],
      ['assessor', over ? 409 : 200],
    ] as const) {
      const answer = await base.get(person, `/tenders/${TENDER}/bids/a/price-documents/price-1`);
      expect([person, answer.status]).toEqual([person, status]);
    }
  }, 60_000);

  it('a round that is asked for by its number is that one, or refused', async () => {
    for (const [person, round, status] of [
      ['newcomer', 1, stage === 'closed' ? 200 : 403],
      ['newcomer', 2, stage === 'assessment' ? 403 : 200],
      ['chair', 1, 200],
      ['chair', 99, 404],
      ['newcomer', 'x', 404],
    ] as const) {
      const answer = await base.get(person, `/tenders/${TENDER}/consensus?round=${round}`);
      expect([person, round, answer.status]).toEqual([person, round, status]);
    }
  });

  it('who has a conflict of interest is kept out of that bid everywhere', async () => {
    for (const page of ['assessments', 'consensus']) {
      const { status } = await base.get('second-newcomer', `/tenders/${TENDER}/${page}/b/lot-1`);
      expect([page, status]).toEqual([page, 403]);
    }
    const { text } = await base.get('second-newcomer', `/tenders/${TENDER}/bids`);
    expect(text).toContain('Inschrijver a');
    expect(text).not.toContain('Inschrijver b');
  }, 60_000);
});
