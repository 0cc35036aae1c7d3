import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../chain/canonical.ts';
import { type ContractRules, readContractRules } from '../domain/contract/rules/contract-rules.ts';
import {
  type ComparisonRules,
  type OptionRules,
  type PublishedMatrix,
  readDecisionRules,
} from '../domain/decision-matrix/rules.ts';
import { DomainError } from '../domain/errors.ts';
import { type FormerLaw, type ProcurementLaw, readLaw } from '../domain/law/law.ts';
import { type FunctionalModel, pillarsOf, readFunctionalModel } from '../domain/purchase-plan/functional-model.ts';
import { type PurchasePlanRules, readPurchasePlan } from '../domain/purchase-plan/rules.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import { parseJson } from '../exchange/parse.ts';
import { type Published, type PublishedRules, parseRules, publishable, readRules } from './read-rules.ts';

export type { Published, PublishedRules };

/** Every rule set by kind, each by id and version: "gon-2027.v1". */
export interface RuleSets {
  readonly tenders: ReadonlyMap<string, PublishedRules>;
  /** Rules to begin a tender of one's own with. They were never announced, and so are no published rules. */
  readonly templates: ReadonlyMap<string, PublishedRules>;
  /** Models with published scores, to choose between. */
  readonly matrices: ReadonlyMap<string, Published<PublishedMatrix>>;
  /** Facts side by side, without scores. */
  readonly comparisons: ReadonlyMap<string, Published<ComparisonRules>>;
  /** Options with pros and cons. */
  readonly options: ReadonlyMap<string, Published<OptionRules>>;
  /** What the law asks in each procedure: the newest version is of today. */
  readonly laws: ReadonlyMap<string, Published<ProcurementLaw>>;
  /** What the law asked before, as history. */
  readonly formerLaws: ReadonlyMap<string, Published<FormerLaw>>;
  /** What is followed of contracts: budget, term, growth path and so on. */
  readonly contracts: ReadonlyMap<string, Published<ContractRules>>;
  /** Which services there are, on which level, and at what scale each is bought. */
  readonly functionalModels: ReadonlyMap<string, Published<FunctionalModel>>;
  /** Examples of a purchase plan. */
  readonly purchasePlans: ReadonlyMap<string, Published<PurchasePlanRules>>;
}

const frozenFile = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/));

/**
 * Loads every rule set under `criteria/` and checks it strictly. A published file never changes: its sha256 stands in frozen.json.
 * @param directory the `criteria` folder
 * @throws DomainError `rule-set-invalid` with the file and what is wrong in it; `rule-set-not-frozen` or `rule-set-changed` with the file and its sha256
 */
export function loadRuleSets(directory: string): RuleSets {
  const frozen = naming('frozen.json', () => parseJson(read(directory, 'frozen.json'), frozenFile));
  const models = loadFolder(directory, frozen, 'contract-models', readAs(readDecisionRules));
  const laws = loadFolder(directory, frozen, 'law', readAs(readLaw));
  return {
    tenders: loadFolder(directory, frozen, 'tenders', readTender),
    templates: loadFolder(directory, frozen, 'templates', readTemplate),
    matrices: ofKind(models, 'decision-matrix'),
    comparisons: ofKind(models, 'comparison'),
    options: ofKind(models, 'options'),
    laws: ofKind(laws, 'law'),
    formerLaws: ofKind(laws, 'former-law'),
    contracts: loadFolder(directory, frozen, 'contracts', readAs(readContractRules)),
    ...loadPurchasing(directory, frozen),
  };
}

/**
 * The newest version of every rule set, in the order of the sets: what is offered and shown unasked. Older versions stay readable.
 * @returns each with its key, "gon-2027.v2"
 */
export const newestVersions = <Rules extends { readonly id: string; readonly version: number }>(
  sets: ReadonlyMap<string, Published<Rules>>,
): [key: string, published: Published<Rules>][] =>
  [...sets].filter(
    ([, { rules }]) =>
      ![...sets.values()].some((other) => other.rules.id === rules.id && other.rules.version > rules.version),
  );

/** The law as it is stated last. */
export const newestLaw = ({ laws }: Pick<RuleSets, 'laws'>): ProcurementLaw => newestVersions(laws).at(-1)![1].rules;

type Frozen = z.infer<typeof frozenFile>;

/** Every rule set of a folder by its key, in the order of the files. @param readOne reads the text of one file */
function loadFolder<Rules extends { readonly id: string; readonly version: number }>(
  directory: string,
  frozen: Frozen,
  folder: string,
  readOne: (text: string, file: string) => Rules,
): ReadonlyMap<string, Published<Rules>> {
  const sets = new Map<string, Published<Rules>>();
  for (const file of jsonFiles(directory, folder)) {
    const text = read(directory, file);
    const digest = sha256(text);
    const rules = readOne(text, file);
    requireFrozen(frozen, file, digest);
    sets.set(keyOf(rules, file), { rules, sha256: digest });
  }
  return sets;
}

const readTender = (text: string, file: string): TenderRules => naming(file, () => readRules(text).rules);

/** A template is announced by whoever begins with it: it may have no fault that new rules may not have. */
const readTemplate = (text: string, file: string): TenderRules =>
  naming(file, () => publishable(parseRules(text), text).rules);

/** Rules that have a schema of their own, which names the file itself. */
const readAs =
  <Rules>(readJson: (json: unknown, file: string) => Rules) =>
  (text: string, file: string): Rules =>
    readJson(
      naming(file, () => parseJson(text, z.unknown())),
      file,
    );

/** Those of one kind among rule sets that stand in one folder. */
function ofKind<Rules extends { readonly kind: string }, Kind extends Rules['kind']>(
  sets: ReadonlyMap<string, Published<Rules>>,
  kind: Kind,
): ReadonlyMap<string, Published<Extract<Rules, { readonly kind: Kind }>>> {
  const isOne = (rules: Rules): rules is Extract<Rules, { readonly kind: Kind }> => rules.kind === kind;
  return new Map(
    [...sets].flatMap(([key, { rules, sha256: digest }]) => (isOne(rules) ? [[key, { rules, sha256: digest }]] : [])),
  );
}

function loadPurchasing(directory: string, frozen: Frozen): Pick<RuleSets, 'functionalModels' | 'purchasePlans'> {
  const functionalModels = new Map<string, Published<FunctionalModel>>();
  const purchasePlans = new Map<string, Published<PurchasePlanRules>>();
  const files = jsonFiles(directory, 'purchasing').map((file) => {
    const text = read(directory, file);
    const json = naming(file, () => parseJson(text, z.looseObject({ kind: z.string() })));
    return { file, json, digest: sha256(text) };
  });
  const pillarsIn = (model: string): ReadonlySet<string> | undefined => {
    const newest = newestVersions(functionalModels).find(([, { rules }]) => rules.id === model);
    return newest && new Set(pillarsOf(newest[1].rules).map(({ id }) => id));
  };
  // Plans name pillars, so that models come first.
  for (const { file, json, digest } of files.filter((one) => one.json.kind === 'functional-model')) {
    const rules = readFunctionalModel(json, file);
    requireFrozen(frozen, file, digest);
    functionalModels.set(keyOf(rules, file), { rules, sha256: digest });
  }
  for (const { file, json, digest } of files.filter((one) => one.json.kind !== 'functional-model')) {
    const rules = readPurchasePlan(json, file, pillarsIn);
    requireFrozen(frozen, file, digest);
    purchasePlans.set(keyOf(rules, file), { rules, sha256: digest });
  }
  return { functionalModels, purchasePlans };
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

const read = (directory: string, file: string): string => readFileSync(join(directory, file), 'utf8');

/** Says in which file something is wrong. */
function naming<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError('rule-set-invalid', { file, rule: error.code, details: error.details });
  }
}

function requireFrozen(frozen: Frozen, file: string, digest: string): void {
  if (!Object.hasOwn(frozen, file)) throw new DomainError('rule-set-not-frozen', { file, sha256: digest });
  if (frozen[file] !== digest)
    throw new DomainError('rule-set-changed', { file, sha256: digest, frozen: frozen[file] });
}
