import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import draft04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { projectRoot } from '../../src/config.ts';

/** The data of others lies beside the project where somebody put it there; the project's own description always is. */
export const STANDARDS = join(projectRoot(), '..', 'shared', 'standards');
const OCDS = join(STANDARDS, 'ocds-1.1.5');

const EXTENSION = 'ocds-gunwijzer.release-schema.json';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const read = (...path: string[]): Json => JSON.parse(readFileSync(join(...path), 'utf8')) as Json;
const own = (name: string): Json => read(projectRoot(), 'docs', 'schemas', name);

/** The schemas that there are here: our own, and that of the standard where it is found. */
export const SCHEMAS: readonly { readonly name: string; readonly validate: () => ValidateFunction }[] = [
  { name: 'ours', validate: () => ownSchema() },
  ...(existsSync(OCDS) ? [{ name: 'official', validate: () => officialSchema() }] : []),
];

/** What is wrong with a package, by each schema that there is: our own, and the official one with its extensions and ours. */
export function faultsOf(published: unknown): string[] {
  return SCHEMAS.flatMap(({ name, validate }) => faultsBy(validate(), published).map((fault) => `${name}: ${fault}`));
}

let ownValidate: ValidateFunction | undefined;
let officialValidate: ValidateFunction | undefined;

const ownSchema = (): ValidateFunction => {
  const ajv = compiler();
  ajv.addSchema(own(EXTENSION) as object, EXTENSION);
  ownValidate ??= ajv.compile(own('ocds-fields.schema.json') as object);
  return ownValidate;
};

/** Each extension is a JSON Merge Patch (RFC 7396) to the schema of a release. */
function officialSchema(): ValidateFunction {
  if (officialValidate) return officialValidate;
  const patches = ['lots', 'bid', 'awardCriteria'].map((name) => read(OCDS, 'extensions', name, 'release-schema.json'));
  const release = [...patches, own(EXTENSION)].reduce(merged, read(OCDS, 'release-schema.json'));
  const ajv = compiler();
  ajv.addSchema(withoutLooseEnds(release) as object);
  officialValidate = ajv.compile(read(OCDS, 'release-package-schema.json') as object);
  return officialValidate;
}

/** Extensions refer to definitions of others that we do not use: those are anything. */
function withoutLooseEnds(schema: Json): Json {
  const named = [...JSON.stringify(schema).matchAll(/"#\/definitions\/(\w+)"/g)].map(([, name]) => [name!, {}]);
  return merged({ definitions: Object.fromEntries(named) }, schema);
}

function compiler() {
  const ajv = new draft04.default({ allErrors: true, strict: false });
  formats.default(ajv);
  return ajv;
}

/** Applies a JSON Merge Patch. */
export function merged(target: Json, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const result: { [key: string]: Json } = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merged(result[key] ?? null, value);
  }
  return result;
}

const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const faultsBy = (validate: ValidateFunction, value: unknown): string[] =>
  validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
