import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { DomainError } from './domain/errors.ts';
import { pathText, shapeFaults } from './domain/shape.ts';

/** The settings of the server. This file is the only reader of process.env. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** The database file. */
  readonly database: string;
  /** Behind a proxy that ends TLS: cookies are then sent over https only, and the proxy's address header is trusted. */
  readonly behindProxy: boolean;
  readonly production: boolean;
  /** A session ends when nothing was done in it for so long. */
  readonly idleMinutes: number;
  /** After so many seconds a calculation is stopped, and nothing of it is stored. */
  readonly deadlineSeconds: number;
  /** Where the municipality says more, at the bottom of every page; null where it does not. */
  readonly links: Readonly<Record<'accessibility' | 'contact' | 'privacy', string | null>>;
  /** Who publishes open data: the contracting authority, and the prefix that it registered for its ocids; null where it is to be filled in. */
  readonly publisher: { readonly name: string | null; readonly prefix: string | null };
  /** The file with the house style of documents; null where they look as the program's own. */
  readonly houseStyle: string | null;
}

/** A page of the municipality, or an address to write to. */
const link = z
  .url()
  .regex(/^(https:\/\/|mailto:)/)
  .optional();

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  GUNWIJZER_DATABASE: z.string().min(1).optional(),
  GUNWIJZER_BEHIND_PROXY: z.enum(['yes', 'no']).default('no'),
  GUNWIJZER_DEADLINE_SECONDS: z.coerce.number().int().min(1).max(3600).default(120),
  GUNWIJZER_IDLE_MINUTES: z.coerce.number().int().min(5).max(600).default(30),
  GUNWIJZER_ACCESSIBILITY_LINK: link,
  GUNWIJZER_CONTACT_LINK: link,
  GUNWIJZER_PRIVACY_LINK: link,
  GUNWIJZER_AUTHORITY: z.string().trim().min(1).max(200).optional(),
  GUNWIJZER_OCID_PREFIX: z
    .string()
    .regex(/^ocds-[a-z0-9]{6}$/)
    .optional(),
  GUNWIJZER_HOUSE_STYLE: z.string().min(1).optional(),
  NODE_ENV: z.string().optional(),
});

/** @throws DomainError `setting-invalid` naming the setting */
export function readConfig(variables: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(variables);
  if (!parsed.success) {
    const { path, fault } = shapeFaults(parsed.error)[0]!;
    throw new DomainError('setting-invalid', { setting: pathText(path), fault });
  }
  const {
    HOST,
    PORT,
    GUNWIJZER_DATABASE,
    GUNWIJZER_BEHIND_PROXY,
    GUNWIJZER_DEADLINE_SECONDS,
    GUNWIJZER_IDLE_MINUTES,
    GUNWIJZER_ACCESSIBILITY_LINK,
    GUNWIJZER_CONTACT_LINK,
    GUNWIJZER_PRIVACY_LINK,
    GUNWIJZER_AUTHORITY,
    GUNWIJZER_OCID_PREFIX,
    GUNWIJZER_HOUSE_STYLE,
    NODE_ENV,
  } = parsed.data;
  return {
    host: HOST,
    port: PORT,
    database: GUNWIJZER_DATABASE ?? join(projectRoot(), 'data', 'gunwijzer.sqlite'),
    behindProxy: GUNWIJZER_BEHIND_PROXY === 'yes',
    production: NODE_ENV !== 'development',
    idleMinutes: GUNWIJZER_IDLE_MINUTES,
    deadlineSeconds: GUNWIJZER_DEADLINE_SECONDS,
    links: {
      accessibility: GUNWIJZER_ACCESSIBILITY_LINK ?? null,
      contact: GUNWIJZER_CONTACT_LINK ?? null,
      privacy: GUNWIJZER_PRIVACY_LINK ?? null,
    },
    publisher: { name: GUNWIJZER_AUTHORITY ?? null, prefix: GUNWIJZER_OCID_PREFIX ?? null },
    houseStyle: GUNWIJZER_HOUSE_STYLE ?? null,
  };
}

/** The folder that holds criteria/, views/ and data/: the same for sources and compiled code. */
export function projectRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'gunwijzer') return folder;
  }
  throw new Error('the project folder was not found');
}
