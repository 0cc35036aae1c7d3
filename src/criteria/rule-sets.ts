import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../chain/canonical.ts';
import { DomainError } from '../domain/errors.ts';
import { checkRules } from '../domain/evaluation/criteria-tree.ts';
import { type TenderRules, tenderRules } from '../domain/tender/rules.ts';

/** A published rule set with the sha256 of its file. */
export interface PublishedRules {
  readonly rules: TenderRules;
  readonly sha256: string;
}

export interface RuleSets {
  /** By id and version: "gon-2027.v1". */
  readonly tenders: ReadonlyMap<string, PublishedRules>;
}

const frozenFile = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/));

/**
 * Loads every rule set under `criteria/` and checks it strictly. A published file never changes: its sha256 stands in frozen.json.
 * @param directory the `criteria` folder
 * @throws DomainError `rule-set-invalid` with file, path and reason; `rule-set-not-frozen` or `rule-set-changed` with the file and its sha256
 */
export function loadRuleSets(directory: string): RuleSets {
  const frozen = parse(directory, 'frozen.json', frozenFile).value;
  const tenders = new Map<string, PublishedRules>();
  for (const name of jsonFiles(join(directory, 'tenders'))) {
    const file = `tenders/${name}`;
    const { value: rules, digest } = parse(directory, file, tenderRules);
    requireFrozen(frozen, file, digest);
    try {
      checkRules(rules);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new DomainError('rule-set-invalid', { file, path: error.code, reason: JSON.stringify(error.details) });
    }
    const key = `${rules.id}.v${rules.version}`;
    if (name !== `${key}.json`) {
      throw new DomainError('rule-set-invalid', { file, path: 'id', reason: `belongs in ${key}.json` });
    }
    tenders.set(key, { rules, sha256: digest });
  }
  return { tenders };
}

const jsonFiles = (directory: string): string[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .sort();

function parse<T>(directory: string, file: string, schema: z.ZodType<T>): { value: T; digest: string } {
  const text = readFileSync(join(directory, file), 'utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new DomainError('rule-set-invalid', { file, path: '', reason: (error as Error).message });
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new DomainError('rule-set-invalid', { file, path: issue.path.join('.'), reason: issue.message });
  }
  return { value: parsed.data, digest: sha256(text) };
}

function requireFrozen(frozen: Readonly<Record<string, string>>, file: string, digest: string): void {
  if (!Object.hasOwn(frozen, file)) throw new DomainError('rule-set-not-frozen', { file, sha256: digest });
  if (frozen[file] !== digest)
    throw new DomainError('rule-set-changed', { file, sha256: digest, frozen: frozen[file] });
}
