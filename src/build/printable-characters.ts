import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config.ts';
import { hasEquivalent } from '../domain/text.ts';
import { parsedFonts } from '../reports/pdf/fonts.ts';

/** The last character of the planes that the fonts have characters in. */
const LAST = 0x1ffff;
/** Controls, marks of direction, private use and halves of pairs; marks on a letter that cannot be composed; other spaces; what is left of a damaged text. */
const NEVER = /(?! )[\p{C}\p{M}\p{Z}\ufffc\ufffd]/u;

/**
 * The characters that may stand in a text: every face of the reports has them, and no plainer one is written for them.
 * The fonts of the pages do not matter: a browser takes a character that they lack from another font.
 * @returns the text of src/domain/printable-characters.ts
 */
export function printableCharacters(): string {
  const faces = Object.values(parsedFonts());
  const codes = Array.from({ length: LAST + 1 }, (_, code) => code).filter((code) => {
    if (!faces.every((face) => face.hasGlyphForCodePoint(code))) return false;
    const character = String.fromCodePoint(code);
    return !NEVER.test(character) && character.normalize('NFC') === character && !hasEquivalent(character);
  });
  return [
    '/**',
    ' * The characters that the fonts of the reports have and that may stand in a text, as ranges of hexadecimal numbers.',
    ' * Generated from the fonts by `npm run characters`; a test holds the two against each other.',
    ' */',
    'export const PRINTABLE_RANGES = `',
    ...linesOf(rangesOf(codes)),
    '`;',
    '',
  ].join('\n');
}

function rangesOf(codes: readonly number[]): string[] {
  const ranges: { first: number; last: number }[] = [];
  for (const code of codes) {
    const open = ranges.at(-1);
    if (open && open.last === code - 1) open.last = code;
    else ranges.push({ first: code, last: code });
  }
  return ranges.map(({ first, last }) =>
    first === last ? first.toString(16) : `${first.toString(16)}-${last.toString(16)}`,
  );
}

const WIDTH = 110;
function linesOf(ranges: readonly string[]): string[] {
  const lines: string[] = [];
  for (const range of ranges) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + range.length <= WIDTH) lines[lines.length - 1] = `${last} ${range}`;
    else lines.push(range);
  }
  return lines;
}

if (process.argv[1]?.endsWith(join('build', 'printable-characters.js'))) {
  writeFileSync(join(projectRoot(), 'src', 'domain', 'printable-characters.ts'), printableCharacters());
}
