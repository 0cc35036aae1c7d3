import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editionsOf } from '../../src/actions/editions.ts';
import { exportDossier } from '../../src/actions/export-dossier.ts';
import { KINDS, kindOf } from '../../src/actions/kinds.ts';
import { createTenders, tenderKind } from '../../src/actions/tenders.ts';
import type { LoggedText } from '../../src/chain/chain.ts';
import { projectRoot } from '../../src/config.ts';
import type { Edition } from '../../src/domain/disclosure/edition.ts';
import { tenderParts } from '../../src/domain/tender/parts.ts';
import { tenderEventTypes } from '../../src/domain/tender/state/events.ts';
import { editionFiles, readDossierFile, writeDossierFile } from '../../src/exchange/dossier-file.ts';
import { openStorage } from '../../src/storage/database.ts';
import { demoServices, FINISHED } from '../support/demo.ts';
import { goldenBytes, publishedRules, sealAnew, wholeEvents } from '../support/dossiers.ts';
import { declaring } from '../support/formalities.ts';
import { type Installation, openInstallation } from '../support/installation.ts';
import { draftInLog } from '../support/log-draft.ts';
import { BASE, bring, type Content, DECISION, PEOPLE, TENDER } from '../support/secret-tender.ts';
import { singleBid, smallRules } from '../support/tender.ts';

const WHOLE: Edition = { of: 'whole' };
const COMMITTEE: Edition = { of: 'committee' };
const PUBLIC: Edition = { of: 'public' };
const bidder = (bid: string): Edition => ({ of: 'bidder', bid });
const verify = (file: string) => {
  const read = readDossierFile(Buffer.from(file));
  return KINDS.tender.verify(read, publishedRules());
};

const opened: Installation[] = [];
async function installationWith(change: Partial<Content> = {}): Promise<Installation> {
  const installation = await openInstallation(PEOPLE);
  opened.push(installation);
  await bring(installation, 'awarded', { ...BASE, note: 'Blad 3 van de offerte.', ...change });
  return installation;
}
afterAll(() => {
  for (const one of opened) one.close();
});
let base: Installation;
beforeAll(async () => {
  base = await installationWith();
});
const editionOf = (installation: Installation, edition: Edition, dossier = TENDER): string =>
  exportDossier(installation.services, dossier, edition);

describe('the documents of bids', () => {
  it('stand in the edition of their bidder and the committee by name and hash, and in no other', () => {
    const { documents } = base.services.tenders.get(TENDER);
    const [ofA, ofB] = [documents.get('a')!, documents.get('b')!];
    expect([ofA.length, ofB.length]).toEqual([2, 1]);
    for (const [edition, a, b] of [
      [COMMITTEE, true, true],
      [bidder('a'), true, false],
      [bidder('b'), false, true],
      [PUBLIC, false, false],
    ] as const) {
      const file = editionOf(base, edition);
      for (const { sha256 } of ofA) expect([edition, file.includes(sha256)]).toEqual([edition, a]);
      for (const { sha256 } of ofB) expect([edition, file.includes(sha256)]).toEqual([edition, b]);
      expect([edition, file.includes('Prijsblad.txt')]).toEqual([edition, a]);
      expect([edition, file.includes('Plan van aanpak.txt')]).toEqual([edition, a || b]);
    }
  });
});

describe('an edition', () => {
  const files = readdirSync(join(projectRoot(), 'data/golden'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.dossier.json'))
    .map((name) => ({ name, read: readDossierFile(goldenBytes(name)) }))
    .filter(({ read }) => KINDS[kindOf(read.dossier)].verify(read, publishedRules()).withheld > 0);

  it('is there of every kind that has some', () => {
    expect(new Set(files.map(({ read }) => kindOf(read.dossier)))).toEqual(
      new Set(['tender', 'decision', 'contract', 'plan']),
    );
  });

  it.each(files)('is not made of one in which something is withheld already: $name', ({ read }) => {
    const { edit, editions } = KINDS[kindOf(read.dossier)];
    for (const reader of editions) {
      const wanted: Edition = reader === 'bidder' ? bidder('a') : { of: reader };
      expect(() => edit(read, read.logged(), publishedRules())(wanted), reader).toThrow('part-withheld');
    }
  });
});

describe('what is proven of an edition', () => {
  it('is everything, of the whole dossier', () => {
    expect(verify(editionOf(base, WHOLE))).toEqual({
      admissions: [tenderKind.admission],
      withheld: 0,
      unchecked: [],
      rules: 'name-of-published',
      engine: 3,
      outcome: 'confirmed',
      ownPoints: null,
      follows: [],
    });
  });

  it('is the outcome for the committee, and not what each assessor found', () => {
    const verdict = verify(editionOf(base, COMMITTEE));
    expect(verdict).toMatchObject({ engine: 3, outcome: 'confirmed', rules: 'name-of-published' });
    expect(verdict.unchecked.map(({ type, what }) => `${type} ${what}`)).toEqual([
      'interests-declared what',
      'price-sealed who',
      'document-sealed who',
      'assessment-submitted who',
      'assessment-submitted what',
      'consensus-opened what',
      'quality-closed what',
      'award-computed what',
    ]);
    // Of each of the six assessments: who, when, of which bid, and what; the note of each of two prices and of each of six declarations; who took the
    // sealed price in, and the sealed document.
    expect(verdict.withheld).toBe(6 * 4 + 2 + 6 + 2);
  });

  it('is the points of one bidder, and that the rest cannot be computed', () => {
    for (const bid of ['a', 'b']) {
      const verdict = verify(editionOf(base, bidder(bid)));
      expect(verdict).toMatchObject({ engine: null, outcome: 'own-points', rules: 'name-of-published' });
      expect(verdict.ownPoints).toEqual({ recomputed: 4, different: [], notRecomputed: ['rank', 'price-points'] });
    }
  });

  it('is the order of the steps, for everybody', () => {
    const verdict = verify(editionOf(base, PUBLIC));
    expect(verdict).toMatchObject({ engine: null, outcome: 'withheld', rules: 'name-of-published', ownPoints: null });
    expect(verdict.unchecked).toContainEqual({ type: 'consensus-recorded', what: 'what', events: 2 });
    expect(verdict.unchecked).not.toContainEqual(expect.objectContaining({ type: 'rules-published', what: 'what' }));
  });
});

describe('what an edition holds', () => {
  const hasOnly = (file: string, there: readonly string[], not: readonly string[]): void => {
    for (const word of there) expect(file).toContain(word);
    for (const word of not) expect(file).not.toContain(word);
  };
  const people = ['chair', 'assessor', 'colleague', 'onlooker'].map((id) => `"${id}"`);
  const found = ['Goed onderbouwd.', '"30"', '"45"'];

  it('is for the committee all but what each assessor found', () => {
    hasOnly(editionOf(base, COMMITTEE), ['"100"', '"110"', 'Zo besproken.', ...people, 'Persoon colleague'], found);
  });

  it('is for a bidder its own, who won, and nobody by name', () => {
    const file = editionOf(base, bidder('b'));
    hasOnly(file, ['"44"', '"110"', 'Inschrijver b'], [...found, ...people, 'Persoon']);
    const { bid } = base.services.tenders.get(TENDER).award!.outcome.engine === 3 ? winnerOf(base) : { bid: '' };
    // Bid a won: that is announced, its points are not.
    expect(bid).toBe('a');
    hasOnly(file, ['"winner":"a"'.replace('"winner":', ''), 'Inschrijver a'], ['"42"', '"100"']);
  });

  it('is for everybody what is announced, and who won', () => {
    const file = editionOf(base, PUBLIC);
    hasOnly(
      file,
      ['Inschrijver a', '"a"'],
      [...found, ...people, 'Persoon', 'Inschrijver b', '"42"', '"44"', '"110"', 'besproken'],
    );
  });

  it('differs in nothing but digests where only what is withheld differs', async () => {
    // Pieces stand in the order of their digests, which is another each time.
    const hidden = (file: string): string =>
      file
        .replace(/[0-9a-f]{64}/g, '#')
        .split('\n')
        .sort()
        .join('\n');
    const differ = async (edition: Edition, change: Partial<Content>): Promise<void> => {
      const other = await installationWith(change);
      expect(hidden(editionOf(other, WHOLE))).not.toBe(hidden(editionOf(base, WHOLE)));
      expect(hidden(editionOf(other, edition))).toBe(hidden(editionOf(base, edition)));
    };
    const colleague = { scores: ['1', '50'] as const, why: 'Heel iets anders.', at: '2027-03-01T09:40:00.000Z' };
    for (const edition of [COMMITTEE, bidder('a'), bidder('b'), PUBLIC]) await differ(edition, { colleague });
    await differ(PUBLIC, {
      consensus: { scores: ['41', '42'], why: 'Anders.' },
      prices: ['101', '120'],
      note: 'Los blad.',
    });
    await differ(bidder('a'), { consensus: { scores: ['42', '43'], why: 'Zo besproken.' } });
  }, 60_000);

  it('is the same each time it is made, from the server or from the whole dossier', () => {
    for (const edition of [COMMITTEE, bidder('a'), PUBLIC]) {
      const whole = readDossierFile(Buffer.from(editionOf(base, WHOLE)));
      const made = KINDS.tender.edit(whole, whole.logged(), publishedRules())(edition);
      const file = editionOf(base, edition);
      expect(editionOf(base, edition)).toBe(file);
      expect(readDossierFile(Buffer.from(file)).logged()).toEqual(made.map(({ body, parts }) => ({ body, parts })));
    }
  });
});

const winnerOf = ({ services }: Installation) => {
  const { outcome } = services.tenders.get(TENDER).award!;
  if (outcome.engine !== 3) throw new Error('not engine 3');
  return { bid: outcome.outcome.award.lots[0]!.winner };
};

describe('an edition that is not what it should be', () => {
  /** What a forger makes of the whole dossier: every hash and digest anew. */
  const forged = (type: string, change: (payload: never) => unknown, edition: Edition): string => {
    const whole = readDossierFile(Buffer.from(editionOf(base, WHOLE)));
    const events = wholeEvents(whole.events, tenderKind).map((event) =>
      event.type === type ? { ...event, payload: change(structuredClone(event.payload) as never) } : event,
    );
    const { logged, head } = sealAnew(events, 2);
    const kept = edition.of === 'whole' ? logged : tenderEdition(logged, edition);
    return writeDossierFile(TENDER, edition, [], kept, head);
  };
  /** Made by somebody who does not ask whether the outcome is right. */
  const tenderEdition = (logged: readonly LoggedText[], edition: Edition) =>
    editionsOf(tenderKind, logged, new Set(['a']))(edition);
  const moreForA = (payload: { outcome: { lots: { ranking: { bid: string; quality: string }[] }[] } }) => {
    payload.outcome.lots[0]!.ranking.find(({ bid }) => bid === 'a')!.quality = '43';
    return payload;
  };

  it('is found by the outcome for the committee, and by its points for a bidder', () => {
    expect(verify(forged('award-computed', moreForA, WHOLE)).outcome).toBe('different');
    expect(verify(forged('award-computed', moreForA, COMMITTEE)).outcome).toBe('different');
    const verdict = verify(forged('award-computed', moreForA, bidder('a')));
    expect(verdict).toMatchObject({ outcome: 'different', ownPoints: { different: ['lot-1 quality'] } });
  });

  it('is not made of an outcome that does not follow from its inputs', () => {
    const file = readDossierFile(Buffer.from(forged('award-computed', moreForA, WHOLE)));
    for (const edition of [COMMITTEE, PUBLIC, bidder('a')]) {
      expect(() => KINDS.tender.edit(file, file.logged(), publishedRules())(edition)).toThrow('outcome-differs');
    }
  });

  it('is not that of another bidder, nor has a bid two places in a lot', () => {
    const { people, head, logged } = readDossierFile(Buffer.from(editionOf(base, bidder('a'))));
    expect(verify(writeDossierFile(TENDER, bidder('b'), people, logged(), head)).outcome).toBe('withheld');
    const twice = (payload: { outcome: { lots: { ranking: object[] }[] } }) => {
      const { ranking } = payload.outcome.lots[0]!;
      ranking.push({ ...ranking.find((one) => (one as { bid: string }).bid === 'a')!, quality: '60' });
      return payload;
    };
    expect(verify(forged('award-computed', twice as never, bidder('a'))).outcome).toBe('different');
  });

  it('may withhold more than it should, and then proves less', () => {
    const file = readDossierFile(Buffer.from(editionOf(base, COMMITTEE)));
    const lines = file
      .logged()
      .map(({ body, parts }) => ({ body, parts: body.includes('consensus-recorded') ? '' : parts }));
    const verdict = verify(writeDossierFile(TENDER, COMMITTEE, file.people, lines, file.head));
    expect(verdict).toMatchObject({ outcome: 'withheld', engine: null });
    expect(verdict.unchecked).toContainEqual({ type: 'consensus-recorded', what: 'what', events: 2 });
  });

  it('is not the whole dossier when something is missing of it', () => {
    const { people, head, logged } = readDossierFile(Buffer.from(editionOf(base, COMMITTEE)));
    expect(() => verify(writeDossierFile(TENDER, WHOLE, people, logged(), head))).toThrow('part-withheld');
  });

  it('has no steps in another order, whatever is withheld', () => {
    const whole = readDossierFile(Buffer.from(editionOf(base, WHOLE)));
    const events = wholeEvents(whole.events, tenderKind);
    const closing = events.findIndex(({ type }) => type === 'quality-closed');
    const { logged, head } = sealAnew([...events.slice(0, 3), events[closing]!, ...events.slice(3)], 2);
    const nothing = logged.map(({ body }) => ({ body, parts: '' }));
    expect(() => verify(writeDossierFile(TENDER, PUBLIC, [], nothing, head))).toThrow('wrong-phase');
  });
});

describe('an honest edition of which more is withheld', () => {
  /** A tender with everything that can happen after the first award: a bid that falls, and an award anew. */
  const whole = (() => {
    const storage = openStorage(':memory:');
    const tenders = createTenders(storage, () => new Date('2027-03-01T09:00:00Z'));
    const chair = (command: Parameters<typeof tenders.execute>[2]) =>
      tenders.execute('tender-fall-1', 'chair', command);
    const rules = { ...smallRules({ lots: 1 }), onWithdrawal: 're-rank' as const };
    chair({
      type: 'publish-rules',
      title: 'Proef',
      rules,
      rulesSha256: '0'.repeat(64),
      chair: 'chair',
      fictional: true,
    });
    for (const bid of ['a', 'b']) chair({ type: 'register-bid', bid: singleBid(bid, ['lot-1']) });
    for (const assessor of ['one', 'two']) chair({ type: 'appoint-assessor', assessor });
    for (const person of ['chair', 'one', 'two']) tenders.execute('tender-fall-1', person, declaring(['a', 'b']));
    chair({ type: 'open-assessment' });
    const scores = [{ criterion: 'quality', score: '8', motivation: 'Goed.' }];
    for (const bid of ['a', 'b']) {
      tenders.execute('tender-fall-1', 'one', draftInLog({ bid, lot: 'lot-1' }, scores));
      tenders.execute('tender-fall-1', 'one', { type: 'submit-assessment', bid, lot: 'lot-1', version: 1, scores });
      const other = [{ ...scores[0]!, score: '6' }];
      tenders.execute('tender-fall-1', 'two', {
        type: 'submit-assessment',
        bid,
        lot: 'lot-1',
        version: 0,
        scores: other,
      });
    }
    chair({ type: 'open-consensus' });
    for (const [bid, score] of [
      ['a', '8'],
      ['b', '6'],
    ] as const) {
      chair({
        type: 'record-consensus',
        bid,
        lot: 'lot-1',
        scores: [{ criterion: 'quality', score, motivation: 'Zo.', version: 0 }],
      });
    }
    chair({ type: 'close-quality' });
    chair({ type: 'compute-award' });
    chair({ type: 'set-aside-bid', fallen: { bid: 'a', stage: 'withdrawn', reason: 'Ingetrokken.' } });
    chair({ type: 'compute-award' });
    const stored = storage.events.since('tender-fall-1', 0);
    storage.close();
    return stored;
  })();
  const head = whole[whole.length - 1]!.hash;
  const types = [...new Set(whole.map(({ body }) => /"type":"([^"]+)"/.exec(body)![1]!))];
  const names = ['actor', 'moment', 'content', 'person', 'scope', 'name', 'result', 'confidential'];
  const without = (type: string, name: string | null) =>
    whole.map(({ body, parts }) => {
      if (!body.includes(`"type":"${type}"`)) return { body, parts };
      const lines = name === null ? [] : parts!.split(',\n').filter((line) => !line.startsWith(`"${name}"`));
      return { body, parts: lines.join(',\n') };
    });

  it.each(types)('is never called false: without %s, or without one part of it', (type) => {
    for (const name of [null, ...names]) {
      const file = writeDossierFile('tender-fall-1', COMMITTEE, [], without(type, name), head);
      expect(['confirmed', 'withheld']).toContain(verify(file).outcome);
    }
  });

  it('is never called false, for any reader', () => {
    for (const edition of [COMMITTEE, PUBLIC, bidder('a'), bidder('b')]) {
      const file = writeDossierFile(
        'tender-fall-1',
        edition,
        [],
        editionsOf(tenderKind, whole, new Set(['b']))(edition),
        head,
      );
      expect(['confirmed', 'withheld', 'own-points']).toContain(verify(file).outcome);
    }
  });

  it('tells bidders and the public nothing of an award that another took the place of', () => {
    for (const edition of [PUBLIC, bidder('b')]) {
      const made = editionsOf(tenderKind, whole, new Set(['b']))(edition);
      const [first, second] = made.filter(({ body }) => body.includes('award-computed'));
      expect([first!.parts, second!.parts!.length > 0]).toEqual(['', true]);
    }
  });
});

describe('editions of one dossier that are written one after the other', () => {
  /** The finished tender of the demo: longer than one piece, and with an award of several bidders. */
  it('are each what it is by itself, and are the same objects where they say the same', async () => {
    const services = await demoServices();
    const file = readDossierFile(Buffer.from(exportDossier(services, FINISHED)));
    const bids = [...services.tenders.get(FINISHED).bids.keys()];
    const edit = KINDS.tender.edit(file, file.logged(), publishedRules());
    const write = editionFiles(FINISHED, file.head);
    const seen = new Set<Uint8Array>();
    const again: number[] = [];
    for (const edition of [...bids, ...bids].flatMap((bid) => [bidder(bid), PUBLIC, COMMITTEE])) {
      const pieces = write(edition, edit(edition));
      const alone = writeDossierFile(
        FINISHED,
        edition,
        [],
        KINDS.tender.edit(file, file.logged(), publishedRules())(edition),
        file.head,
      );
      expect(Buffer.concat(pieces).toString('utf8')).toBe(alone);
      again.push(pieces.filter((piece) => seen.has(piece)).length);
      for (const piece of pieces) seen.add(piece);
    }
    expect(again.at(-3)).toBeGreaterThan(0);
  });
});

describe('editions there are not', () => {
  it('of a log of format 1, of accounts, for a bid that there is not', async () => {
    const golden = readDossierFile(goldenBytes('gon-2027-engine-2.dossier.json'));
    expect(() => KINDS.tender.edit(golden, golden.logged(), publishedRules())(PUBLIC)).toThrow('no-such-edition');
    expect(() => exportDossier(base.services, 'accounts', PUBLIC)).toThrow('no-such-edition');
    expect(() => editionOf(base, bidder('c'))).toThrow('unknown-bid');
    expect(() => editionOf(base, bidder('a'), DECISION)).toThrow('no-such-edition');
  });
});

describe('the editions of a choice', () => {
  it('explain it to everybody, and name people to the committee', async () => {
    const [committee, everybody] = [COMMITTEE, PUBLIC].map((edition) => editionOf(base, edition, DECISION));
    for (const file of [committee!, everybody!]) {
      const read = readDossierFile(Buffer.from(file));
      expect(KINDS.decision.verify(read, publishedRules())).toMatchObject({ outcome: 'confirmed', rules: 'published' });
    }
    expect(committee).toContain('Persoon chair');
    expect(everybody).not.toContain('chair');
  });
});

describe('the demo', () => {
  it('keeps its people out of the edition of a bidder', async () => {
    const services = await demoServices();
    const bid = [...services.tenders.get(FINISHED).bids.keys()][0]!;
    const file = exportDossier(services, FINISHED, bidder(bid));
    for (const id of ['beoordelaar-1', 'inkoper', 'Ilse']) expect(file).not.toContain(id);
    expect(verify(file)).toMatchObject({ outcome: 'own-points', ownPoints: { recomputed: 64, different: [] } });
    services.storage.close();
  });

  it('has parts for every type of event', () => {
    expect(Object.keys(tenderParts).sort()).toEqual([...tenderEventTypes].sort());
  });
});
