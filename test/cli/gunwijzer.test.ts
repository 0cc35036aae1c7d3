import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccounts } from '../../src/actions/accounts.ts';
import { reportEvaluation } from '../../src/actions/report-tender.ts';
import { tenderKind } from '../../src/actions/tenders.ts';
import { projectRoot } from '../../src/config.ts';
import { evaluate, type Outcome } from '../../src/domain/evaluation/evaluate.ts';
import { contestScores } from '../../src/domain/guards/contested-scores.ts';
import { readDossierFile, writeDossierFile } from '../../src/exchange/dossier-file.ts';
import { writeOutcomeWithDecimals } from '../../src/exchange/evaluation-file.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { openStorage } from '../../src/storage/database.ts';
import { HERE } from '../support/accounts.ts';
import { gunwijzer } from '../support/command.ts';
import { demoDossiers } from '../support/demo.ts';
import { publishedRules, sealAnew, wholeEvents } from '../support/dossiers.ts';
import { sample } from '../support/tender.ts';

const root = projectRoot();
const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
const SAMPLE = join(root, 'data/samples/gon-2027-demo.json');
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

/** Exit code 2, and one line that says what is wrong. */
async function refused(words: readonly string[], text: RegExp, input = '', environment = {}): Promise<void> {
  const { code, out, error } = await gunwijzer(words, input, environment);
  expect([code, out]).toEqual([2, '']);
  expect(error.trimEnd().split('\n')).toHaveLength(1);
  expect(error).toMatch(text);
}

let dossier: string;
beforeAll(async () => {
  dossier = (await demoDossiers()).finishedFile;
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('gunwijzer evaluate', () => {
  it('says everything that is wrong with the rules, a line for each', async () => {
    const input = sample();
    const { award, criteria, scale } = input.rules;
    const wrong = {
      ...input.rules,
      criteria: criteria.map((one, place) => (place === 0 ? { ...one, weight: '99.5' } : one)),
      scale: [...scale!].reverse(),
      award: { ...award, winners: { minimum: 3, maximum: 2 } },
    };
    const path = file('many-faults.json', JSON.stringify({ ...input, rules: wrong }));
    const { code, out, error } = await gunwijzer(['evaluate', path]);
    expect([code, out]).toEqual([2, '']);
    const lines = error.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).toMatch(/^Fout: .* Waar: .*\.$/);
    expect(lines[0]).toMatch(/^Fout: De wegingsfactoren tellen op tot \d+,5; het moet 100 zijn\./);
    expect(lines.at(-1)).toContain('award, winners: minimum');
  });

  it('names the bidder and the lot that an error is about', async () => {
    const input = sample();
    const [first, ...others] = input.consensus;
    const path = file('no-score.json', JSON.stringify({ ...input, consensus: others }));
    const { error } = await gunwijzer(['evaluate', path]);
    expect(error).toContain(input.bids.find(({ id }) => id === first!.bid)!.bidder.name);
    expect(error).toContain(input.rules.lots.find(({ id }) => id === first!.lot)!.name);
  });

  it('prints the outcome to the last digit with --json', async () => {
    const { code, out } = await gunwijzer(['evaluate', SAMPLE, '--json']);
    expect(code).toBe(0);
    expect(out).toBe(writeOutcomeWithDecimals(evaluate(sample())));
  });

  it('prints with --json what a report of the same file carries as outcome.json, with decimals beside it', async () => {
    const { out } = await gunwijzer(['evaluate', SAMPLE, '--json']);
    const report = reportEvaluation(messagesIn('nl'), sample(), evaluate(sample()), publishedRules());
    const [input, outcome] = report.attachments.map(({ bytes }) => Buffer.from(bytes).toString('utf8'));
    expect(out).toBe(writeOutcomeWithDecimals(JSON.parse(outcome!) as Outcome));
    expect((await gunwijzer(['evaluate', file('input.json', input!), '--json'])).out).toBe(out);
  });

  it('says it in Dutch, and in English when asked', async () => {
    expect((await gunwijzer(['evaluate', SAMPLE])).out).toContain('Som 339,00');
    expect((await gunwijzer(['evaluate', SAMPLE, '--lang', 'en'])).out).toContain('339.00');
  });

  it('calls a winner what the rules call it', async () => {
    const value = join(root, 'data/samples/award-on-value.json');
    const { out } = await gunwijzer(['evaluate', value]);
    expect(out).toContain('2 opdrachtnemers');
    expect(out).not.toMatch(/hoofdaanbieder/i);
    expect((await gunwijzer(['rehearse', value, '--lang', 'en'])).out).not.toMatch(/lead provider/i);
  });

  it('writes a PDF: same file, same bytes', async () => {
    const [one, two] = [join(folder, '1.pdf'), join(folder, '2.pdf')];
    for (const out of [one, two]) expect((await gunwijzer(['evaluate', SAMPLE, '--pdf', out])).code).toBe(0);
    expect(readFileSync(one).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
  });

  it('says that the sample is made up, and when a place cannot be written', async () => {
    expect((await gunwijzer(['evaluate', SAMPLE])).out).toMatch(
      /^Dit is een voorbeeld: alle inschrijvers, .* fictief\./,
    );
    expect((await gunwijzer(['rehearse', SAMPLE])).out).toContain('alle inschrijvers, prijzen en scores zijn fictief');
    const nowhere = await gunwijzer(['evaluate', SAMPLE, '--pdf', join(folder, 'nowhere', 'x.pdf')]);
    expect([nowhere.code, nowhere.error]).toEqual([2, expect.stringContaining('niet te schrijven')]);
  });

  const changed = (edit: (input: ReturnType<typeof sample>) => unknown): string =>
    file('changed.json', JSON.stringify(edit(structuredClone(sample()))));
  it.each([
    ['a file that is not there', () => join(folder, 'nowhere.json'), /nowhere\.json/],
    ['a truncated file', () => file('cut.json', readFileSync(SAMPLE, 'utf8').slice(0, 2000)), /geen geldige JSON/],
    ['an unknown key', () => changed((input) => ({ ...input, extra: 1 })), /extra/],
    [
      'a score outside the scale',
      () =>
        changed((input) => ({
          ...input,
          consensus: [{ ...input.consensus[0], score: '7' }, ...input.consensus.slice(1)],
        })),
      /staat niet op de schaal/,
    ],
    [
      'a missing motivation',
      () => changed((input) => ({ ...input, consensus: [{ ...input.consensus[0], motivation: '' }] })),
      /consensus, 1e onderdeel: motivering \(motivation\)/,
    ],
    [
      'a tree that is nested thousands of levels deep',
      () => {
        const text = readFileSync(SAMPLE, 'utf8');
        const level = '{"id":"x","children":[';
        return file(
          'deep.json',
          text.replace('"criteria": [', `"criteria": [${level.repeat(5000)}${']}'.repeat(5000)},`),
        );
      },
      /criteria, 1e onderdeel|te diep genest/,
    ],
    [
      'a number of the Chamber of Commerce with a digit too few',
      () =>
        changed((input) => {
          input.bids[0]!.bidder.members[0]!.registration = { register: 'kvk', number: '1234567' };
          return input;
        }),
      /bids, 1e onderdeel, bidder, members, 1e onderdeel, registration: nummer \(number\): “1234567” heeft 7 cijfers/,
    ],
    [
      'a missing score',
      () => changed((input) => ({ ...input, consensus: input.consensus.slice(1) })),
      /ontbreekt een score/,
    ],
    [
      'a bid on an unknown area',
      () =>
        changed((input) => {
          input.bids[0]!.lots[0]!.lot = 'drenthe';
          return input;
        }),
      /“drenthe” is hier niet bekend\. Kies uit: /,
    ],
    [
      'an organisation in two bids',
      () =>
        changed((input) => {
          input.bids[1]!.bidder.members[0] = input.bids[0]!.bidder.members[0]!;
          return input;
        }),
      /doet al mee in een andere inschrijving/,
    ],
    [
      'weights that do not sum',
      () =>
        changed((input) => {
          (input.rules.criteria[0] as { weight: string }).weight = '31';
          return input;
        }),
      /tellen op tot 101/,
    ],
  ])('refuses %s', async (_, path, text) => {
    await refused(['evaluate', path()], text);
  });
});

describe('gunwijzer verify', () => {
  it('confirms a whole dossier, and names its head', async () => {
    const { code, out } = await gunwijzer(['verify', file('dossier.json', dossier), '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ verdict: 'confirmed', engine: 3 });
    expect(dossier).toContain(JSON.parse(out).head);
  });

  it('refuses other rules under the hash of the published ones, also when everything was hashed anew', async () => {
    const read = readDossierFile(Buffer.from(dossier));
    const events = wholeEvents(read.events, tenderKind);
    (events[0]!.payload as { rules: { description: { nl: string } } }).rules.description.nl = 'Anders.';
    const { logged, head } = sealAnew(events, 2);
    const forged = writeDossierFile(read.dossier, read.edition, read.people, logged, head);
    await refused(['verify', file('forged.json', forged)], /niet de bekendgemaakte regels “gon-2027\.v2”/);
  });

  it('refuses one changed bit', async () => {
    const bytes = Buffer.from(dossier);
    const place = bytes.indexOf('"score":"8"') + 9;
    bytes[place] = bytes[place]! ^ 1;
    writeFileSync(join(folder, 'bit.json'), bytes);
    await refused(['verify', join(folder, 'bit.json')], /hashketen breekt|beschadigd/);
  });

  it('refuses a dossier that was cut off, and another head than the printed one', async () => {
    await refused(['verify', file('cut.json', dossier.slice(0, -100))], /einde ontbreekt/);
    await refused(['verify', file('whole.json', dossier), '--head', '0'.repeat(64)], /hash van het dossier/);
  });
});

describe('gunwijzer user', () => {
  const environment = { GUNWIJZER_DATABASE: join(folder, 'users.sqlite') };
  const words = ['user', 'add', 'j-de-vries', '--role', 'auditor', '--role', 'assessor', '--name', 'J. de Vries'];
  const tokenIn = (out: string): string => /\/password\/([A-Za-z0-9_-]{43})\n/.exec(out)![1]!;

  it('makes an account and links, with which its holder sets a password', async () => {
    const added = await gunwijzer(words, '', environment);
    expect([added.code, added.out]).toEqual([0, expect.stringMatching(/“Beoordelaar en auditor”/)]);
    const linked = await gunwijzer(['user', 'link', 'j-de-vries'], '', environment);
    expect(linked.code).toBe(0);
    const storage = openStorage(environment.GUNWIJZER_DATABASE);
    const accounts = createAccounts(storage, () => new Date());
    expect(accounts.find('j-de-vries')).toMatchObject({
      roles: ['assessor', 'auditor'],
      demo: false,
      name: 'J. de Vries',
    });
    expect(() => accounts.accountOfLink(tokenIn(added.out))).toThrow('password-link-gone');
    await accounts.setPassword(tokenIn(linked.out), 'een lang wachtwoord', HERE);
    expect(await accounts.signIn('j-de-vries', 'een lang wachtwoord', HERE)).toMatchObject({ outcome: 'signed-in' });
    storage.close();
  });

  it('refuses a name that is taken, an unknown role, no role, and an account that is not there', async () => {
    await refused(words, /bestaat al/, '', environment);
    await refused(['user', 'add', 'x', '--role', 'koning'], /“koning” bestaat niet/, '', environment);
    await refused(['user', 'add', 'x'], /ten minste één rol/, '', environment);
    await refused(['user', 'link', 'niemand'], /“niemand” bestaat niet/, '', environment);
    await refused(
      ['user', 'add', 'x', '--role', 'auditor', '--name', 'J. de\nVries 🙂'],
      /naam \(name\) heeft tekens.*een regeleinde op teken 6; “🙂” \(U\+1F642\)/,
      '',
      environment,
    );
  });

  it.each([
    ['what is no event', '{"type":"account-forgotten"}'],
    ['what is not JSON', 'kapot'],
  ])('a log of the accounts with %s gives one line, also when the server starts', async (_, body) => {
    const file = join(folder, `damaged-${body.length}.sqlite`);
    openStorage(file).close();
    const database = new Database(file);
    const insert = database.prepare('INSERT INTO events VALUES (?, 1, ?, ?, NULL, 1, ?)');
    insert.run('accounts', '0'.repeat(64), body, '0'.repeat(64));
    database.close();
    for (const command of [['serve'], ['user', 'link', 'anna']]) {
      await refused(command, /logboek van de accounts is beschadigd.*reservekopie/, '', {
        GUNWIJZER_DATABASE: file,
        PORT: '0',
      });
    }
  });
});

describe('the command line itself', () => {
  it.each([[['nonsense']], [['evaluate', SAMPLE, '--nonsense']], [['serve', '--pdf', 'x']]])(
    'refuses %j',
    async (words) => refused(words, /Onbekende optie/),
  );

  it('asks the question of the court of one bid, and of several with their own criteria and lots', async () => {
    const asked = async (...words: string[]) =>
      JSON.parse((await gunwijzer(['rehearse', SAMPLE, '--json', ...words])).out).contested;
    const [staff, transition] = [['staff', 'offer'], ['transition']];
    expect(await asked('--bid', 'wulp-en-tureluur', '--criteria', 'staff,offer')).toEqual(
      JSON.parse(JSON.stringify(contestScores(sample(), [{ bid: 'wulp-en-tureluur', criteria: staff }]))),
    );
    expect(await asked('--contested', 'wulp-en-tureluur=staff+offer,korenwolf/oost-ten-boer=transition')).toEqual(
      JSON.parse(
        JSON.stringify(
          contestScores(sample(), [
            { bid: 'wulp-en-tureluur', criteria: staff },
            { bid: 'korenwolf', lot: 'oost-ten-boer', criteria: transition },
          ]),
        ),
      ),
    );
    expect(await asked()).toBeNull();
    await refused(['rehearse', SAMPLE, '--contested', 'korenwolf'], /Schrijf inschrijving=criterium/);
  }, 60_000);

  it.each(['evaluate', 'rehearse'])('asks for exactly one file: %s', async (command) => {
    const text = new RegExp(`Geef precies één bestand: gunwijzer ${command} BESTAND`);
    await refused([command], text);
    await refused([command, SAMPLE, SAMPLE], text);
  });

  it('refuses a port that is not one', async () => {
    await refused(['serve'], /PORT/, '', { PORT: 'abc', GUNWIJZER_DATABASE: join(folder, 'x.sqlite') });
  });

  it('shows how it is used', async () => {
    const { code, out } = await gunwijzer(['--help']);
    expect([code, out.includes('gunwijzer evaluate')]).toEqual([0, true]);
  });
});

describe('a file that is none, or has no end', () => {
  const COMMANDS = ['verify', 'evaluate', 'rehearse'];
  const nested = (depth: number): string => {
    const { rules } = sample();
    const [first] = rules.criteria;
    // As text: what writes JSON goes no deeper than its own stack.
    const [open, close] = JSON.stringify({ ...first, children: ['INNER'] }).split('"INNER"');
    const tree = `${open!.repeat(depth)}${JSON.stringify({ ...first, children: undefined })}${close!.repeat(depth)}`;
    return JSON.stringify({ ...sample(), rules: { ...rules, criteria: ['TREE'] } }).replace('"TREE"', () => tree);
  };

  it.each(COMMANDS)('%s says so in one line', async (command) => {
    const pipe = join(folder, `pipe-${command}`);
    execFileSync('mkfifo', [pipe]);
    const large = file(`large-${command}.json`, '');
    truncateSync(large, 2 ** 31);
    await refused([command, pipe], /geen gewoon bestand/);
    await refused([command, '/dev/zero'], /geen gewoon bestand/);
    await refused([command, '/dev/stdin'], /geen gewoon bestand/, '{}'.repeat(1e6));
    await refused([command, folder], /het is een map/);
    await refused([command, large], /te groot/);
  });

  it.each(['evaluate', 'rehearse'])(
    '%s refuses criteria that are nested deeper than anybody does',
    async (command) => {
      for (const depth of [500, 2000])
        await refused([command, file(`nested-${depth}.json`, nested(depth))], /te diep genest/);
    },
    60_000,
  );
});
