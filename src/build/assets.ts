import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { projectRoot } from '../config.ts';

/** The stylesheets in the order in which they are joined into one. */
const STYLESHEETS = ['tokens.css', 'gunwijzer.css'];
const WEIGHTS = [400, 600, 700];
/** The part of the font for Western European letters, and the part for all other Latin ones, each with the range it is used for. */
const SUBSETS = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
};

/**
 * Builds what the browser gets: one stylesheet, one script and the fonts, each under a name that holds the hash of its content,
 * with a manifest from plain name to hashed name.
 */
export function buildAssets(sources: string, target: string): Readonly<Record<string, string>> {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const manifest: Record<string, string> = {};
  const publish = (name: string, content: string | Uint8Array): string => {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
    const hashed = `${basename(name, extname(name))}.${hash}${extname(name)}`;
    writeFileSync(join(target, hashed), content);
    manifest[name] = hashed;
    return hashed;
  };

  const fonts = fontFaces(publish);
  const css = STYLESHEETS.map((name) => readFileSync(join(sources, name), 'utf8')).join('\n');
  publish('gunwijzer.css', minify(`${fonts}\n${css}`));
  for (const name of readdirSync(sources).filter((file) => file.endsWith('.js'))) {
    publish(name, readFileSync(join(sources, name)));
  }
  writeFileSync(join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

function fontFaces(publish: (name: string, content: Uint8Array) => string): string {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('@fontsource/source-sans-3/package.json')),
    'files',
  );
  return WEIGHTS.flatMap((weight) =>
    Object.entries(SUBSETS).map(([subset, range]) => {
      const name = `source-sans-3-${subset}-${weight}-normal.woff2`;
      const file = publish(name, readFileSync(join(folder, name)));
      return `@font-face{font-family:'Source Sans 3';font-style:normal;font-display:swap;font-weight:${weight};src:url(${file}) format('woff2');unicode-range:${range}}`;
    }),
  ).join('\n');
}

/** Comments and the white space between rules out; nothing cleverer, so that what is sent can still be read. */
const minify = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/^\n+/, '');

if (process.argv[1]?.endsWith(join('build', 'assets.js'))) {
  const root = projectRoot();
  buildAssets(join(root, 'views', 'assets'), join(root, 'dist', 'assets'));
}
