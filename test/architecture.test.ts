import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../src/config.ts';
import { accountEvents } from '../src/domain/accounts/accounts.ts';
import { contractEvents } from '../src/domain/contract/events.ts';
import { decisionEvents } from '../src/domain/decision/events.ts';
import { planEvents } from '../src/domain/purchase-plan/events.ts';
import { tenderEvents } from '../src/domain/tender/state/events.ts';

const root = projectRoot();
const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Tests that walk through several rooms, or check the house itself. */
const ACROSS =
  /^test\/(docs|journeys|support)\/|^test\/(architecture|domain\/contract\/sources|storage\/kill)\.test\.ts$/;

describe('the house', () => {
  it('has tests that mirror the sources path for path', () => {
    const strays = filesIn('test', '.test.ts')
      .filter((file) => !ACROSS.test(file))
      .filter((file) => !existsSync(join(root, file.replace(/^test\//, 'src/').replace(/\.test\.ts$/, '.ts'))));
    expect(strays).toEqual([]);
  });

  it('tells of its security with tests and files that are there, and of each requirement once', () => {
    const told = read('docs/security.md');
    const named = [...told.matchAll(/(?<![\w/@-])(?:src|test|views|docs|bench)\/[\w./-]+\.\w+/g)].map(([file]) => file);
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    const requirements = [...told.matchAll(/^\| (\d[^|]*)/gm)].flatMap(([, cell]) => cell!.match(/\b\d+\.\d+\.\d+\b/g));
    expect(requirements.length).toBeGreaterThan(200);
    expect(requirements.filter((one, at) => requirements.indexOf(one) !== at)).toEqual([]);
  });

  it('has a domain without clock, randomness, environment, console or network', () => {
    const impure = /\bDate\b|Math\.random|\bprocess\.|\bconsole\.|\bfetch\(|from 'node:/;
    // expression.ts asks Node for mathjs when a rule set has an own formula, and for nothing else (docs/decisions/0011).
    const exempt = 'src/domain/rules/price/expression.ts';
    const offenders = filesIn('src/domain', '.ts')
      .filter((file) => file !== exempt)
      .filter((file) =>
        impure.test(read(file).replace(/\/\*\*[\s\S]*?\*\/|\/\/.*|import \{[^}]*\}[^;]*text\.ts';/g, '')),
      );
    expect(offenders).toEqual([]);
  });

  it('asks one clock for what it records and shows', () => {
    // The first hand it on, to the server and to a command; the others measure how long something takes on this machine.
    const mayReadIt = ['src/services.ts', 'src/cli/user.ts', 'src/prover.ts', 'src/web/waiting-room.ts'];
    const readers = filesIn('src', '.ts')
      .filter((file) => !/^src\/(build|threads)\//.test(file))
      .filter((file) => /new Date\(\)|Date\.now\(/.test(read(file)));
    expect(readers.sort()).toEqual(mayReadIt.sort());
  });

  it('offers nothing that nobody takes', () => {
    const files = ['src', 'test', 'bench'].flatMap((folder) => filesIn(folder, '.ts'));
    const words = new Map<string, number>();
    const wordsOf = (text: string): Set<string> => new Set(text.match(/\b[A-Za-z_]\w*\b/g));
    for (const file of files) for (const word of wordsOf(read(file))) words.set(word, (words.get(word) ?? 0) + 1);
    const unused = files
      .filter((file) => file.startsWith('src/'))
      .flatMap((file) =>
        [...read(file).matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)]
          .map(([, name]) => name!)
          .filter((name) => words.get(name) === 1)
          .map((name) => `${file}: ${name}`),
      );
    expect(unused).toEqual([]);
  });

  it('reads the environment in one file', () => {
    const readers = filesIn('src', '.ts').filter((file) =>
      /process\.env/.test(read(file).replace(/\/\*\*[\s\S]*?\*\//g, '')),
    );
    expect(readers).toEqual(['src/config.ts']);
  });

  it('has no test that is skipped, focused or empty', () => {
    const marked = filesIn('test', '.ts').filter((file) => /\b(it|test|describe)\.(skip|only|todo)\b/.test(read(file)));
    expect(marked.filter((file) => file !== 'test/architecture.test.ts')).toEqual([]);
  });

  it('casts no type away between a form and its page', () => {
    const casts = ['src/web', 'src/build'].flatMap((folder) =>
      filesIn(folder, '.ts').filter((file) => /\bas (never|any|unknown as)\b|: any\b|@ts-/.test(read(file))),
    );
    expect(casts).toEqual([]);
  });

  it('prints raw HTML only for includes and the body', () => {
    const raw = filesIn('views', '.ejs').flatMap((file) =>
      [...read(file).matchAll(/<%-\s*([\s\S]*?)%>/g)].map((match) => `${file}: ${match[1]!.trim()}`),
    );
    expect(raw.filter((line) => !/: (include\(|body$)/.test(line))).toEqual([]);
  });

  it('documents every event and every setting', () => {
    const events = read('docs/events.md');
    const documented = [...events.matchAll(/^\| `([a-z-]+)`/gm)].map((match) => match[1]);
    expect(documented.sort()).toEqual(
      [tenderEvents, decisionEvents, contractEvents, planEvents, accountEvents]
        .flatMap((all) => Object.keys(all))
        .sort(),
    );
    const settings = [...read('src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): z/gm)].map((match) => match[1]!);
    expect(settings.length).toBeGreaterThan(3);
    for (const setting of settings) expect(read('README.md')).toContain(`\`${setting}\``);
  });
});
