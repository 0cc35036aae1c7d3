import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { DomainError } from '../domain/errors.ts';
import { pathText, readShape, type ShapeFault } from '../domain/shape.ts';
import { houseColors, isReadable } from './pdf/house-colors.ts';
import { type Picture, readPng } from './pdf/png.ts';

/** How the documents of one organisation look. */
export interface HouseStyle {
  /** Who speaks where no person or committee does, and what the logo says. */
  readonly name: string;
  /** What is painted in place of a colour of the theme. */
  readonly colors: ReadonlyMap<string, string>;
  readonly logo: Picture | null;
  /** sha256 of all of it: another style gives another file. */
  readonly hash: string;
}

const SETTING = 'GUNWIJZER_HOUSE_STYLE';
const MOST_STYLE_BYTES = 10_000;
const MOST_LOGO_BYTES = 300_000;

const shape = z.strictObject({
  name: z.string().trim().min(1).max(100),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'not a colour')
    .toLowerCase()
    .refine(isReadable, 'too little contrast'),
  logo: z.string().min(1).optional(),
});

/** What the settings say of whose installation it is. */
interface AuthoritySettings {
  /** A file with the house style. */
  readonly houseStyle: string | null;
  readonly publisher: { readonly name: string | null; readonly prefix: string | null };
}

/** The contracting authority whose installation it is. */
interface Authority {
  /** How its documents look, or only the name in them; undefined where nothing is known, and the program speaks. */
  readonly house: HouseStyle | undefined;
  readonly publisher: AuthoritySettings['publisher'];
}

/**
 * One name does for documents and open data where only one of the two is set.
 * @throws DomainError `file-unreadable`, `setting-invalid` naming the field
 */
export function authorityOf({ houseStyle, publisher }: AuthoritySettings): Authority {
  const house = readHouseStyle(houseStyle) ?? (publisher.name === null ? undefined : nameAlone(publisher.name));
  return { house, publisher: { ...publisher, name: publisher.name ?? house?.name ?? null } };
}

/** A name in the colours of the program. */
const nameAlone = (name: string): HouseStyle => ({
  name,
  colors: new Map(),
  logo: null,
  hash: createHash('sha256').update(JSON.stringify({ name })).digest('hex'),
});

/**
 * Reads the house style that a setting names, with its logo.
 * @param file a JSON file; null where there is no house style
 * @throws DomainError `file-unreadable`, `setting-invalid` naming the field
 */
function readHouseStyle(file: string | null): HouseStyle | undefined {
  if (file === null) return undefined;
  const read = readShape(shape, parsed(readFile(file, MOST_STYLE_BYTES, '.')));
  if (!('data' in read)) throw invalid(pathText(read.faults[0]!.path), read.faults[0]!.fault);
  const { name, accent, logo } = read.data;
  const bytes = logo === undefined ? null : readFile(resolve(dirname(file), logo), MOST_LOGO_BYTES, 'logo');
  const hash = createHash('sha256').update(JSON.stringify({ name, accent }));
  if (bytes) hash.update(bytes);
  return { name, colors: houseColors(accent), logo: bytes && readLogo(bytes), hash: hash.digest('hex') };
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    throw refused('.', 'not JSON');
  }
}

function readLogo(bytes: Buffer): Picture {
  const picture = readPng(bytes);
  if (typeof picture === 'string') throw refused('logo', picture);
  return picture;
}

function readFile(file: string, most: number, field: string): Buffer {
  try {
    const stats = statSync(file);
    if (!stats.isFile()) throw new DomainError('file-unreadable', { file, reason: 'not-a-file' });
    if (stats.size > most) throw refused(field, 'too large a file');
    return readFileSync(file);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('file-unreadable', { file, reason: (error as NodeJS.ErrnoException).code ?? 'error' });
  }
}

const refused = (field: string, reason: string): DomainError => invalid(field, { kind: 'other', reason });

const invalid = (field: string, fault: ShapeFault): DomainError =>
  new DomainError('setting-invalid', { setting: field === '.' ? SETTING : `${SETTING} (${field})`, fault });
