import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAssets } from '../../src/build/assets.ts';
import { projectRoot } from '../../src/config.ts';

const root = projectRoot();
let target: string;
let manifest: Readonly<Record<string, string>>;
let css: string;

beforeAll(() => {
  target = mkdtempSync(join(tmpdir(), 'gunwijzer-assets-'));
  manifest = buildAssets(join(root, 'views', 'assets'), target);
  css = readFileSync(join(target, manifest['gunwijzer.css']!), 'utf8');
});

afterAll(() => rmSync(target, { recursive: true, force: true }));

/** Every class in the HTML examples of the style guide. */
function documentedClasses(): string[] {
  const guide = readFileSync(join(root, 'docs', 'style.md'), 'utf8');
  const examples = [...guide.matchAll(/```html\n([\s\S]*?)```/g)].map((match) => match[1]!).join('\n');
  return [...new Set([...examples.matchAll(/class="([^"]*)"/g)].flatMap((match) => match[1]!.split(/\s+/)))];
}

/** Every class that a rule of the stylesheet selects. */
const styledClasses = (): Set<string> => new Set([...css.matchAll(/\.(-?[a-z_][\w-]*)/gi)].map((match) => match[1]!));

describe('the built assets', () => {
  it('carry the hash of their content in their name', () => {
    for (const [name, hashed] of Object.entries(manifest)) {
      const hash = createHash('sha256')
        .update(readFileSync(join(target, hashed)))
        .digest('hex')
        .slice(0, 16);
      const dot = name.lastIndexOf('.');
      expect(hashed).toBe(`${name.slice(0, dot)}.${hash}${name.slice(dot)}`);
    }
  });

  it('are all in the manifest that is written beside them', () => {
    expect(JSON.parse(readFileSync(join(target, 'manifest.json'), 'utf8'))).toEqual(manifest);
    expect(readdirSync(target).sort()).toEqual([...Object.values(manifest), 'manifest.json'].sort());
    expect(Object.keys(manifest)).toEqual(
      expect.arrayContaining(['gunwijzer.css', 'gunwijzer.js', 'source-sans-3-licence.txt']),
    );
  });

  it('are the same when they are built again, and nothing old stays', () => {
    const before = readdirSync(target).sort();
    expect(buildAssets(join(root, 'views', 'assets'), target)).toEqual(manifest);
    expect(readdirSync(target).sort()).toEqual(before);
  });
});

describe('the stylesheet', () => {
  it('fetches nothing but the fonts that are built with it', () => {
    const fetched = [...css.matchAll(/url\(\s*['"]?([^'")]*)/g)].map((match) => match[1]!);
    const fonts = Object.values(manifest).filter((name) => name.endsWith('.woff2'));
    expect(fonts).toHaveLength(6);
    expect(fetched.sort()).toEqual(fonts.sort());
    expect(css).not.toMatch(/@import|https?:|\/\//);
  });

  it('has every class of the style guide', () => {
    const documented = documentedClasses();
    const styled = styledClasses();
    expect(documented.length).toBeGreaterThan(80);
    expect(documented.filter((name) => !styled.has(name))).toEqual([]);
  });

  it('reads only custom properties that the house style sets', () => {
    const read = [...css.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1]!);
    const set = new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map((match) => match[1]!));
    expect([...new Set(read)].filter((name) => !set.has(name))).toEqual([]);
  });

  it('is under 20 KB when compressed', () => {
    expect(gzipSync(css).byteLength).toBeLessThan(20_000);
  });
});

/** Relative luminance and contrast ratio as WCAG 2.2 defines them (definitions of relative luminance and contrast ratio). */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

describe('the contrast of the house style (WCAG 2.2, 1.4.3 and 1.4.11)', () => {
  const token = (name: string): string => {
    const value = new RegExp(`--gw-colour-${name}:\\s*(#[0-9a-f]{6})\\b`, 'i').exec(css)?.[1];
    if (!value) throw new Error(`no colour ${name}`);
    return value;
  };

  it.each([
    ['text', 'surface'],
    ['text-soft', 'surface'],
    ['text-soft', 'surface-soft'],
    ['text-soft', 'accent-soft'],
    ['accent', 'surface'],
    ['accent', 'surface-soft'],
    ['accent', 'accent-soft'],
    ['surface', 'accent'],
    ['surface', 'accent-strong'],
    ['danger', 'surface'],
    ['warning', 'surface'],
    ['success', 'success-soft'],
    ['warning', 'warning-soft'],
    ['danger', 'danger-soft'],
    ['information', 'information-soft'],
  ])('text in %s on %s has at least 4.5', (text, background) => {
    expect(contrast(token(text), token(background))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['line-strong', 'surface'],
    ['line-strong', 'surface-soft'],
    ['focus', 'surface'],
    ['focus', 'surface-soft'],
    ['focus', 'accent-soft'],
    ['focus', 'warning-soft'],
  ])('the border or ring in %s on %s has at least 3', (line, background) => {
    expect(contrast(token(line), token(background))).toBeGreaterThanOrEqual(3);
  });
});
