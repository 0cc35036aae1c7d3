import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { accountsKind } from '../../src/actions/accounts.ts';
import { contractKind } from '../../src/actions/contracts.ts';
import { decisionKind } from '../../src/actions/decisions.ts';
import { partsOf } from '../../src/actions/dossier-kind.ts';
import { KIND_NAMES, kindOf } from '../../src/actions/kinds.ts';
import { planKind } from '../../src/actions/purchase-plans.ts';
import { tenderKind } from '../../src/actions/tenders.ts';
import { canonicalJson } from '../../src/chain/canonical.ts';
import { GENESIS, isCommittedEvent, seal } from '../../src/chain/chain.ts';
import { openEvent } from '../../src/chain/opened.ts';
import { joinLines, keepParts, partsInLines } from '../../src/chain/parts-text.ts';
import { projectRoot } from '../../src/config.ts';
import type { Edition } from '../../src/domain/disclosure/edition.ts';
import { PARTS_APART, type PartsOfType, partNames } from '../../src/domain/disclosure/parts.ts';
import { cutPayload } from '../../src/domain/disclosure/payload.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { tenderParts } from '../../src/domain/tender/parts.ts';
import { readDossierFile, writeDossierFile } from '../../src/exchange/dossier-file.ts';
import { inFolder } from '../support/folder.ts';
import { AMBIGUITIES, dossiersToMutate, mutatedDossiers } from '../support/mutated-dossiers.ts';
import { sealOpen } from '../support/seal-open.ts';

const SCRIPT = join(projectRoot(), 'docs', 'verify_dossier.py');
const page = readFileSync(join(projectRoot(), 'docs', 'dossier-format.md'), 'utf8');
const KINDS = {
  tender: tenderKind,
  decision: decisionKind,
  contract: contractKind,
  plan: planKind,
  accounts: accountsKind,
} as const;

/** `NEW_CASES` draws other changes, as it does for the properties. */
const SEED = process.env.NEW_CASES ? Date.now() % 2 ** 32 : 20270101;

/** A machine need not have Python: where there is none, its verdicts are not asked for, and that there is none is what is shown. */
const hasPython = spawnSync('python3', ['--version']).status === 0;
const python = (...given: readonly string[]) =>
  spawnSync('python3', given, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
function withoutPython(): boolean {
  if (hasPython) return false;
  expect(() => {
    const { error } = python('--version');
    if (error) throw error;
  }).toThrow('ENOENT');
  return true;
}

interface Judged {
  readonly ok: boolean;
  readonly why: string;
}

/** The verdict of Gunwijzer itself on all that the script looks at. */
function judge(bytes: Buffer): Judged {
  try {
    const { dossier, edition, events, head } = readDossierFile(bytes);
    const kind = KINDS[kindOf(dossier)];
    let [disclosed, withheld] = [0, 0];
    for (const event of events) {
      const type = partsOf(kind, event);
      if (!isCommittedEvent(event)) continue;
      requireOpen(event, type);
      const { parts, pieces, listed } = event.disclosed;
      disclosed += parts.length + pieces.length;
      withheld += partNames(type).length + (listed?.size ?? 0) - parts.length - pieces.length;
    }
    const { of, ...ofBid } = edition;
    if (of === 'whole' && withheld > 0) return { ok: false, why: 'part-withheld' };
    if (of !== 'whole' && !kind.editions.includes(of)) return { ok: false, why: 'no-such-edition' };
    const proven = { dossier, edition: of, ...ofBid, events: events.length, head, disclosed, withheld };
    return { ok: true, why: '', ...proven };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { ok: false, why: error.message };
  }
}

/** Whether what is disclosed can be opened. Whether it fits together is not asked: the script puts no payload together. */
function requireOpen(event: Parameters<typeof openEvent>[0], type: PartsOfType): void {
  try {
    openEvent(event, type);
  } catch (error) {
    if (!(error instanceof DomainError) || error.details.why !== 'parts-do-not-fit') throw error;
  }
}

/** What the script says of each of these files, asked of one process. */
async function judgedByScript(files: readonly Buffer[]): Promise<readonly Judged[]> {
  let judged: readonly Judged[] = [];
  await inFolder((folder) => {
    const names = files.map((_, place) => join(folder, String(place)));
    for (const [place, name] of names.entries()) writeFileSync(name, files[place]!);
    writeFileSync(join(folder, 'names'), names.map((name) => `${name}\n`).join(''));
    const { stdout, stderr } = python(SCRIPT, '--list', join(folder, 'names'));
    expect(stderr).toBe('');
    judged = stdout
      .trimEnd()
      .split('\n')
      .map((line, place) => {
        const { file, why = '', ...told } = JSON.parse(line) as Judged & { file: string };
        expect(file).toBe(names[place]);
        return { ...told, why };
      });
  });
  return judged;
}

let dossiers: ReadonlyMap<string, string>;
beforeAll(async () => {
  dossiers = await dossiersToMutate();
});

describe('the verifier in Python', () => {
  it('gives the verdict of Gunwijzer on a thousand dossiers that somebody changed', async () => {
    if (withoutPython()) return;
    const changed = [...mutatedDossiers(dossiers, 1000, SEED)];
    const own = changed.map(({ bytes }) => judge(bytes));
    const theirs = await judgedByScript(changed.map(({ bytes }) => bytes));
    expect(theirs).toHaveLength(changed.length);
    const apart = changed.flatMap(({ what }, place) => {
      const [{ why: ownWhy, ...one }, { why, ...other }] = [own[place]!, theirs[place]!];
      return canonicalJson(one) === canonicalJson(other) ? [] : [{ what, seed: SEED, own: one, ownWhy, other, why }];
    });
    expect(apart).toEqual([]);
    const accepted = own.filter(({ ok }) => ok).length;
    expect(accepted).toBeGreaterThan(150);
    expect(accepted).toBeLessThan(500);
  });

  it('takes every dossier that nobody changed, in its edition', async () => {
    const files = [...dossiers.values()].map((file) => Buffer.from(file));
    const own = files.map(judge);
    expect(own.map(({ ok }) => ok)).toEqual(files.map(() => true));
    if (withoutPython()) return;
    expect((await judgedByScript(files)).map(canonicalJson)).toEqual(own.map(canonicalJson));
  });

  it.each(AMBIGUITIES)('refuses, as Gunwijzer does: $what', async ({ of }) => {
    const bytes = of(dossiers);
    expect(judge(bytes).ok).toBe(false);
    if (withoutPython()) return;
    expect((await judgedByScript([bytes])).map(({ ok }) => ok)).toEqual([false]);
  });

  it('knows the kinds, their editions and the parts of each type of event', () => {
    if (withoutPython()) return;
    const asked = `import json, runpy; print(json.dumps(runpy.run_path(${JSON.stringify(SCRIPT)})['KINDS']))`;
    const told = JSON.parse(python('-c', asked).stdout) as unknown;
    const always: readonly string[] = ['actor', 'content', 'moment'];
    const own = KIND_NAMES.map((name) => {
      const { prefix, editions, parts } = KINDS[name];
      const apart = Object.entries(parts).map(([type, cut]: [string, PartsOfType]) => [
        type,
        partNames(cut).filter((part) => !always.includes(part)),
      ]);
      return [prefix, [['whole', ...editions], Object.fromEntries(apart)]];
    });
    expect(told).toEqual(Object.fromEntries(own));
  });

  it('says in words what it found, and by its exit code whether that is in order', async () => {
    if (withoutPython()) return;
    await inFolder((folder) => {
      const [good, bad] = [join(folder, 'good'), join(folder, 'bad')];
      const file = dossiers.get('tender, bidder')!;
      const { head } = readDossierFile(Buffer.from(file));
      writeFileSync(good, file);
      writeFileSync(bad, file.replace('"seq":3', '"seq":4'));
      const asked = (...given: readonly string[]) => {
        const { status, stdout } = python(SCRIPT, ...given);
        return [status, stdout];
      };
      const inOrder = `ok: 29 events, head ${head}\nedition: bidder of a; parts disclosed: 38, withheld: 103\n`;
      expect(asked(good)).toEqual([0, inOrder]);
      expect(asked(good, '--head', head)).toEqual([0, inOrder]);
      expect(asked(good, '--head', GENESIS)).toEqual([1, `refused: head: ${head} is not the one expected\n`]);
      expect(asked(bad)).toEqual([1, 'refused: event 3: does not follow the event before\n']);
      expect(asked(join(folder, 'none'))[0]).toBe(1);
      expect(asked(good, bad)[0]).toBe(1);
      expect(asked()).toEqual([2, '']);
      expect(asked(good, bad, '--head', head)).toEqual([2, '']);
    });
  });
});

describe('the page on the format', () => {
  it.each([
    ['Tender', KINDS.tender],
    ['Decision', KINDS.decision],
    ['Contracts', KINDS.contract],
    ['Purchase plan', KINDS.plan],
    ['Accounts', KINDS.accounts],
  ] as const)('has the parts of each event of its kind, and whom they reach: %s', (title, { parts }) => {
    const section = page.split(`### ${title}\n`)[1]!.split(/\n##/)[0]!;
    const rows = section.split('\n').filter((line) => line.startsWith('| `'));
    expect(rows).toEqual(Object.entries(parts).map(([type, cut]: [string, PartsOfType]) => rowOf(type, cut)));
  });

  it('says what the editions are', () => {
    const rows = [
      ...page
        .split('## Editions\n')[1]!
        .split('\n## ')[0]!
        .matchAll(/^\| `([a-z]+)` \|/gm),
    ].map(([, name]) => name);
    expect(rows).toEqual(['whole', ...KINDS.tender.editions]);
  });

  it('has an example of which every byte is right', async () => {
    const [open, committed, file, payload, cut] = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(
      ([, text]) => text!,
    );
    const event = {
      dossier: 'tender-example-1',
      seq: 1,
      type: 'assessor-appointed',
      at: '2027-03-01T09:00:00.000Z',
      actor: 'j-de-vries',
      payload: { assessor: 'a-jansen' },
      previous: GENESIS,
    };
    const told = page.split('## An example\n')[1]!;
    const inFirst = sealOpen(event);
    expect(open).toBe(`${inFirst.body}\n`);
    expect(told).toContain(`and its hash \`${inFirst.hash}\``);

    let salts = 0;
    const parts = tenderParts['assessor-appointed'];
    const inSecond = seal({ ...event, admission: 4 }, parts, () => String(++salts).repeat(64));
    expect(committed).toBe(`${inSecond.body}\n`);
    expect(told).toContain(`and its hash \`${inSecond.hash}\``);
    const { parts: digests } = JSON.parse(inSecond.body) as { parts: Record<string, string> };
    const rows = inSecond.parts!.split(',\n').map((line) => {
      const [, name, digit, value] = /^"([a-z]+)":\["(.)\2{63}",(.*)\]$/.exec(line)!;
      return `| \`${name}\` | \`${value}\` | 64 times \`${digit}\` | \`${digests[name!]}\` |`;
    });
    expect([...told.matchAll(/^\| `.*$/gm)].map(([row]) => row).sort()).toEqual(rows.sort());

    const edition: Edition = { of: 'public' };
    const kept = keepParts(
      partsInLines(inSecond.parts!),
      (name) => parts[name as 'actor'] === 'public',
      () => false,
    );
    expect(file).toBe(
      writeDossierFile(event.dossier, edition, [], [{ ...inSecond, parts: joinLines(kept) }], inSecond.hash),
    );
    expect(readDossierFile(Buffer.from(file!)).edition).toEqual(edition);

    const { content, pieces } = cutPayload(tenderParts['draw-recorded'], JSON.parse(payload!));
    expect(cut).toBe(`${JSON.stringify({ content, pieces })}\n`);
    if (withoutPython()) return;
    expect((await judgedByScript([Buffer.from(file!)])).map(({ ok }) => ok)).toEqual([true]);
  });
});

/** A type of event as a row of the page. */
function rowOf(
  type: string,
  { actor, moment, content, apart = {}, bids, about, whenAwarded = [] }: PartsOfType,
): string {
  const named = (pointer: string): string => `\`${pointer}\``;
  const taken = PARTS_APART.flatMap((name) => {
    const cut = apart[name];
    if (!cut) return [];
    const reach = whenAwarded.includes(name) ? `${cut.reach}, public when awarded` : cut.reach;
    return [`\`${name}\` ${reach}: ${cut.of.map(named).join(', ')}`];
  });
  const pieces = bids
    ? [`\`bids\` ${bids.reach}: ${bids.lists.map(({ list, kind }) => `${named(list)} ${kind}`).join(', ')}`]
    : [];
  const others = [...taken, ...pieces].join('; ') || '–';
  return `| \`${type}\` | ${actor} | ${moment} | ${content} | ${others} | ${about ? named(about) : '–'} |`;
}
