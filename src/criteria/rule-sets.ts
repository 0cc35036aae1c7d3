import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../chain/canonical.ts';
import {
  type ComparisonRules,
  type MatrixRules,
  type OptionRules,
  readDecisionRules,
} from '../domain/decision-matrix/rules.ts';
import { DomainError } from '../domain/errors.ts';
import { whereJsonStops } from '../domain/json.ts';
import { type TenderRules, tenderRules } from '../domain/rules/rules.ts';
import { checkRules } from '../domain/scoring/check-rules.ts';
import { pathText, shapeFaults } from '../domain/shape.ts';

/** A published rule set with the sha256 of its file. */
export interface Published<Rules> {
  readonly rules: Rules;
  readonly sha256: string;
}
export type PublishedRules = Published<TenderRules>;

/** Every rule set by kind, each by id and version: "gon-2027.v1". */
export interface RuleSets {
  readonly tenders: ReadonlyMap<string, PublishedRules>;
  /** Models with published scores, to choose between. */
  readonly matrices: ReadonlyMap<string, Published<MatrixRules>>;
  /** Facts side by side, without scores. */
  readonly comparisons: ReadonlyMap<string, Published<ComparisonRules>>;
  /** Options with pros and cons. */
  readonly options: ReadonlyMap<string, Published<OptionRules>>;
}

const frozenFile = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/));

/**
 * Loads every rule set under `criteria/` and checks it strictly. A published file never changes: its sha256 stands in frozen.json.
 * @param directory the `criteria` folder
 * @throws DomainError `rule-set-invalid` with the file and what is wrong where in it; `rule-set-not-frozen` or `rule-set-changed` with the file and its sha256
 */
export function loadRuleSets(directory: string): RuleSets {
  const frozen = parse(frozenFile, 'frozen.json', read(directory, 'frozen.json').json);
  return { tenders: loadTenders(directory, frozen), ...loadDecisionRules(directory, frozen) };
}

type Frozen = z.infer<typeof frozenFile>;

function loadTenders(directory: string, frozen: Frozen): RuleSets['tenders'] {
  const tenders = new Map<string, PublishedRules>();
  for (const file of jsonFiles(directory, 'tenders')) {
    const { json, digest } = read(directory, file);
    const rules = parse(tenderRules, file, json);
    requireFrozen(frozen, file, digest);
    try {
      checkRules(rules);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new DomainError('rule-set-invalid', { file, rule: error.code, details: error.details });
    }
    tenders.set(keyOf(rules, file), { rules, sha256: digest });
  }
  return tenders;
}

function loadDecisionRules(directory: string, frozen: Frozen): Omit<RuleSets, 'tenders'> {
  const matrices = new Map<string, Published<MatrixRules>>();
  const comparisons = new Map<string, Published<ComparisonRules>>();
  const options = new Map<string, Published<OptionRules>>();
  for (const file of jsonFiles(directory, 'contract-models')) {
    const { json, digest } = read(directory, file);
    const rules = readDecisionRules(json, file);
    requireFrozen(frozen, file, digest);
    const key = keyOf(rules, file);
    if (rules.kind === 'decision-matrix') matrices.set(key, { rules, sha256: digest });
    else if (rules.kind === 'comparison') comparisons.set(key, { rules, sha256: digest });
    else options.set(key, { rules, sha256: digest });
  }
  return { matrices, comparisons, options };
}

/** The files of one folder, as frozen.json names them: "tenders/gon-2027.v1.json". */
const jsonFiles = (directory: string, folder: string): string[] =>
  readdirSync(join(directory, folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => `${folder}/${name}`);

/** The name of the file without folder and extension, which is the id and the version in it. */
function keyOf({ id, version }: { readonly id: string; readonly version: number }, file: string): string {
  const key = `${id}.v${version}`;
  if (basename(file) !== `${key}.json`) {
    throw new DomainError('rule-set-invalid', { file, belongsIn: `${key}.json` });
  }
  return key;
}

function read(directory: string, file: string): { json: unknown; digest: string } {
  const text = readFileSync(join(directory, file), 'utf8');
  try {
    return { json: JSON.parse(text), digest: sha256(text) };
  } catch {
    throw new DomainError('rule-set-invalid', { file, ...whereJsonStops(text) });
  }
}

function parse<T>(schema: z.ZodType<T>, file: string, json: unknown): T {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const { path, fault } = shapeFaults(parsed.error)[0]!;
  throw new DomainError('rule-set-invalid', { file, path: pathText(path), fault });
}

function requireFrozen(frozen: Frozen, file: string, digest: string): void {
  if (!Object.hasOwn(frozen, file)) throw new DomainError('rule-set-not-frozen', { file, sha256: digest });
  if (frozen[file] !== digest)
    throw new DomainError('rule-set-changed', { file, sha256: digest, frozen: frozen[file] });
}
