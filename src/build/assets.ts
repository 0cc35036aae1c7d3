import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { projectRoot } from '../config.ts';

/** The stylesheets in the order in which they are joined into one. */
const STYLESHEETS = ['tokens.css', 'gunwijzer.css'];
const WEIGHTS = [400, 600, 700];
/** The part of the font for Western European letters, and the part for all other Latin ones. */
const SUBSETS = ['latin', 'latin-ext'];

/**
 * Builds what the browser gets: one stylesheet, one script and the fonts with their licence, each under a name that holds the
 * hash of its content, with a manifest from plain name to hashed name.
 * @param sources the folder of the stylesheets and scripts
 * @param target the folder that is emptied and filled
 * @returns the manifest
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
  const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/source-sans-3/package.json'));
  const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  publish('source-sans-3-licence.txt', readFileSync(join(folder, 'LICENSE')));
  return WEIGHTS.flatMap((weight) =>
    SUBSETS.map((subset) => {
      const name = `source-sans-3-${subset}-${weight}-normal.woff2`;
      const file = publish(name, readFileSync(join(folder, 'files', name)));
      return `@font-face{font-family:'Source Sans 3';font-style:normal;font-display:swap;font-weight:${weight};src:url(${file}) format('woff2');unicode-range:${ranges[subset]}}`;
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
