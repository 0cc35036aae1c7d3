import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/config.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import { exact, toDecimalText } from '../../src/domain/number.ts';
import { readEvaluationInput } from '../../src/exchange/evaluation-file.ts';
import { sampleText } from '../../src/exchange/samples.ts';

/** A whole file in a page, with what the page says that comes out of it: a row for each lot, or the code with which it is refused. */
interface Example {
  readonly heading: string;
  readonly file: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly refused: string | undefined;
}

function examplesIn(page: string): Example[] {
  const [, ...blocks] = readFileSync(join(projectRoot(), page), 'utf8').split(/(?=^#+ )/m);
  return blocks.flatMap((block) => {
    const heading = block.slice(0, block.indexOf('\n')).replace(/^#+ /, '');
    const [, ...examples] = block.split('```json file\n');
    return examples.map((text): Example => {
      const [file, after] = text.split('\n```\n') as [string, string];
      return { heading, file, rows: rowsIn(after), refused: /^Refused: `([a-z-]+)`/m.exec(after)?.[1] };
    });
  });
}

/** The first table of which the first column is the lot. */
function rowsIn(text: string): Record<string, string>[] {
  const [, table = ''] = /^(\| lot \|(?:.*\n\|)*.*)/m.exec(text) ?? [];
  const [head, , ...rows] = table.split('\n').map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return rows.map((cells) => Object.fromEntries(cells.map((cell, place) => [head![place]!, cell])));
}

/** The same row, from the outcome: totals with as many decimals as the page gives. */
function rowsOf(file: string, expected: Example['rows']): Record<string, string>[] {
  const input = readEvaluationInput(file);
  const { lots, award } = evaluate(input);
  const bidder = new Map(input.bids.map(({ id, bidder: { name } }) => [id, name]));
  return input.rules.lots.map(({ id, name }, place) => {
    const { ranking, setAside, flags } = lots.find(({ lot }) => lot === id)!;
    const { winner, open } = award.lots.find(({ lot }) => lot === id)!;
    const shown = expected[place]?.ranking?.split(', ') ?? [];
    const row: Record<string, string> = {
      lot: name,
      ranking: ranking
        .map(({ bid, total }, at) => {
          const decimals = /\.(\d+)$/.exec(shown[at] ?? '')?.[1]?.length ?? 0;
          return `${bidder.get(bid)} ${toDecimalText(exact(total), decimals)}`;
        })
        .join(', '),
      'set aside': setAside.map(({ bid }) => bidder.get(bid)).join(', '),
      'awarded to': winner ? bidder.get(winner)! : open!,
      flagged: flags.map(({ bid, flag }) => `${bidder.get(bid)} ${flag}`).join(', '),
    };
    return Object.fromEntries(Object.keys(expected[place] ?? row).map((column) => [column, row[column]!]));
  });
}

function refusalOf(file: string): string | undefined {
  try {
    evaluate(readEvaluationInput(file));
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** What data/samples/README.md says of it. */
const CLEANING = [
  {
    lot: 'Stadhuis',
    ranking: 'Kwikstaart 82.66, Combinatie Zwaluw en Spreeuw 81.34',
    'set aside': 'Tapuit',
    'awarded to': 'Combinatie Zwaluw en Spreeuw',
    flagged: '',
  },
  {
    lot: 'Bibliotheken',
    ranking: 'Kwikstaart 82.73, Combinatie Zwaluw en Spreeuw 81.34',
    'set aside': '',
    'awarded to': 'Kwikstaart',
    flagged: '',
  },
  {
    lot: 'Sporthallen',
    ranking: 'Kwikstaart 76.21, Ooievaar 75.84, Tapuit 72.07',
    'set aside': '',
    'awarded to': 'Kwikstaart',
    flagged: 'Ooievaar abnormally-low',
  },
];

it('the cleaning sample gives what is said of it', () => {
  expect(rowsOf(sampleText(projectRoot(), 'schoonmaak'), CLEANING)).toEqual(CLEANING);
});

describe.each(['README.md', 'docs/file-format.md', 'docs/methods.md'])('every file in %s', (page) => {
  it.each(examplesIn(page))('gives what the page says: $heading', ({ file, rows, refused }) => {
    expect(rows.length > 0 || refused !== undefined).toBe(true);
    if (refused === undefined) expect(rowsOf(file, rows)).toEqual(rows);
    else expect(refusalOf(file)).toBe(refused);
  });
});
