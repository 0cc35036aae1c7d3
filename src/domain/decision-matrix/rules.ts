import { z } from 'zod';
import { DomainError } from '../errors.ts';
import { pathText, shapeFaults } from '../shape.ts';
import { bilingualName, bilingualText, decimalText, identifier, oneLine } from '../text.ts';
import { type DecisionMatrix, decisionMatrix } from './matrix.ts';

/**
 * The rule sets under criteria/contract-models/. Three kinds: a matrix with published scores, a comparison of facts (on which a
 * person can score criteria of their own) and a list of options with their pros and cons. Unknown keys are refused.
 */

const source = z.strictObject({ document: oneLine(200), section: oneLine(200) });
const sources = z.array(source).min(1).max(20);
/** A statement with where it comes from. */
const statement = z.strictObject({ text: bilingualText, sources });
const statements = z.array(statement).max(40);

const heading = {
  id: identifier,
  version: z.int().min(1).max(9999),
  title: bilingualName,
  description: bilingualText,
  sources,
};

const criterion = z.strictObject({
  id: identifier,
  name: bilingualName,
  /** What is asked of an alternative. */
  question: bilingualText,
  sources,
});

const leadTime = z.strictObject({
  months: z.strictObject({ minimum: z.int().min(0).max(120), maximum: z.int().min(0).max(120) }),
  /** The last step that the lead time includes; a list where the source leaves open which one of these it is. */
  until: z.union([identifier, z.array(identifier).min(2).max(40)]),
  description: bilingualText,
  sources,
});

const procedureStep = z.strictObject({
  id: identifier,
  name: bilingualName,
  description: bilingualText,
  /** Who decides in this step, where the source says so. */
  decides: bilingualText.optional(),
  /** How long a step may take, for planning: an example of ours, the source gives no length per step. */
  exampleWeeks: z.int().min(1).max(260),
  sources,
});

const alternative = z.strictObject({
  id: identifier,
  name: bilingualName,
  /** One of the matrix's legal titles. */
  legalTitle: identifier,
  description: bilingualText,
  scores: z.record(z.string(), z.string()),
  pros: statements,
  cons: statements,
  notes: statements,
  leadTime: leadTime.optional(),
  procedure: z.array(procedureStep).min(1).max(40).optional(),
  fits: statements,
  sources,
});

const purchaseKind = z.strictObject({
  id: identifier,
  name: bilingualName,
  advice: bilingualText,
  alternatives: z.array(identifier).max(200),
  sources,
});

/** A matrix with published scores. */
const publishedMatrix = z.strictObject({
  kind: z.literal('decision-matrix'),
  ...heading,
  scale: z
    .array(z.strictObject({ symbol: oneLine(10), value: decimalText, meaning: bilingualText }))
    .min(2)
    .max(20),
  legalTitles: z.array(z.strictObject({ id: identifier, name: bilingualName, description: bilingualText, sources })),
  criteria: z.array(criterion).min(1).max(40),
  alternatives: z.array(alternative).min(1).max(200),
  /** The principles behind the criteria. */
  principles: z.array(z.strictObject({ id: identifier, name: bilingualName, description: bilingualText, sources })),
  /** Kinds of purchase with the alternatives that the source advises; none when it leaves the choice open. */
  purchaseKinds: z.array(purchaseKind),
  /** What the source itself concludes from its matrix: a test holds the product against it. A matrix of one's own has none. */
  conclusion: z.strictObject({ recommended: z.array(identifier).min(1), reason: bilingualText, sources }).optional(),
});

/** A matrix of one's own may be its only source, and may leave out what nobody has said. */
const ownSources = z.array(source).max(20);
const ownStatements = z.array(z.strictObject({ text: bilingualText, sources: ownSources })).max(40);
const described = { id: identifier, name: bilingualName, description: bilingualText.optional(), sources: ownSources };

/** A matrix of whoever decides, as a dossier keeps it; how it is written in a file is in matrix-file.ts. */
const ownMatrix = z.strictObject({
  kind: z.literal('own-matrix'),
  id: identifier,
  version: z.int().min(1).max(9999),
  title: bilingualName,
  description: bilingualText.optional(),
  sources: ownSources,
  /** Best first. */
  scale: z
    .array(z.strictObject({ symbol: oneLine(10), value: decimalText, meaning: bilingualText.optional() }))
    .min(2)
    .max(20),
  legalTitles: z.array(z.strictObject(described)).max(200),
  criteria: z
    .array(
      z.strictObject({ id: identifier, name: bilingualName, question: bilingualText.optional(), sources: ownSources }),
    )
    .min(1)
    .max(40),
  alternatives: z
    .array(
      z.strictObject({
        ...described,
        legalTitle: identifier.optional(),
        scores: z.record(z.string(), z.string()),
        pros: ownStatements,
        cons: ownStatements,
        notes: ownStatements,
        fits: ownStatements,
      }),
    )
    .min(1)
    .max(200),
  principles: z.array(z.strictObject(described)).max(200),
  purchaseKinds: z.array(purchaseKind.extend({ sources: ownSources })).max(200),
});

/** What a decision weighs: a published matrix, or one of one's own. */
export const matrixRules = z.discriminatedUnion('kind', [publishedMatrix, ownMatrix]);

/** A statement on one item; `uncertain` where the source is not clear, the text then says why. */
const remark = statement.extend({ uncertain: z.boolean().optional() });

const attribute = z.strictObject({
  id: identifier,
  name: bilingualName,
  /** What the attribute can be; a fact names one of these. */
  values: z
    .array(z.strictObject({ id: identifier, name: bilingualName }))
    .min(1)
    .max(40),
});

const comparison = z.strictObject({
  kind: z.literal('comparison'),
  ...heading,
  attributes: z.array(attribute).min(1).max(40),
  items: z
    .array(
      z.strictObject({
        id: identifier,
        name: bilingualName,
        facts: z.record(z.string(), z.string()),
        notes: z.array(remark).max(40),
        sources,
      }),
    )
    .min(1)
    .max(200),
  /** What the source counts itself: a test reproduces each count from the facts. */
  counts: z.array(
    z.strictObject({ attribute: identifier, value: identifier, count: z.int().min(0).max(200), sources }),
  ),
});

const options = z.strictObject({
  kind: z.literal('options'),
  ...heading,
  options: z
    .array(
      z.strictObject({
        id: identifier,
        name: bilingualName,
        description: bilingualText,
        /** The option that this one is a variant of. */
        variantOf: identifier.optional(),
        pros: statements,
        cons: statements,
        notes: statements,
        sources,
      }),
    )
    .min(1)
    .max(200),
});

export type MatrixRules = z.infer<typeof matrixRules>;
export type PublishedMatrix = z.infer<typeof publishedMatrix>;
export type OwnMatrix = z.infer<typeof ownMatrix>;
export type ComparisonRules = z.infer<typeof comparison>;
export type OptionRules = z.infer<typeof options>;

/** Any rule set of this folder; the issues name the path of what is wrong. */
const decisionRules = z
  .discriminatedUnion('kind', [publishedMatrix, comparison, options])
  .superRefine((rules, context) => {
    for (const [path, message] of faults(rules)) context.addIssue({ code: 'custom', path: [...path], message });
  });

export type DecisionRules = z.infer<typeof decisionRules>;

/**
 * Reads one rule set.
 * @param file its name, for the error
 * @throws DomainError `rule-set-invalid` with file, path ("alternatives.3.scores.joint-purchasing") and what is wrong there
 */
export function readDecisionRules(json: unknown, file: string): DecisionRules {
  const parsed = decisionRules.safeParse(json);
  if (parsed.success) return parsed.data;
  const { path, fault } = shapeFaults(parsed.error)[0]!;
  throw new DomainError('rule-set-invalid', { file, path: pathText(path), fault });
}

/** The matrix of a rule set, ready for calculation. */
export const matrixOf = ({ scale, criteria, alternatives }: MatrixRules): DecisionMatrix =>
  decisionMatrix({ scale, criteria: criteria.map(({ id }) => id), alternatives });

/** How many items of a comparison have this value of the attribute. */
export const countItems = ({ items }: ComparisonRules, attribute: string, value: string): number =>
  items.filter(({ facts }) => facts[attribute] === value).length;

type Fault = readonly [path: readonly (string | number)[], message: string];

/** What a schema of shapes cannot see: ids that are double or unknown, cells that are missing, symbols that are not on the scale. */
function faults(rules: PublishedMatrix | ComparisonRules | OptionRules): Fault[] {
  if (rules.kind === 'comparison') return comparisonFaults(rules);
  if (rules.kind === 'options') return optionFaults(rules);
  return matrixFaults(rules);
}

function matrixFaults(rules: PublishedMatrix): Fault[] {
  const criteria = ids(rules.criteria);
  const titles = ids(rules.legalTitles);
  const alternatives = ids(rules.alternatives);
  const symbols = rules.scale.map(({ symbol }) => symbol);
  const lists = ['legalTitles', 'criteria', 'alternatives', 'principles', 'purchaseKinds'] as const;
  return [
    ...duplicates(symbols).map((index): Fault => [['scale', index, 'symbol'], `duplicate symbol ${symbols[index]}`]),
    ...rules.scale.flatMap(({ value }, index): Fault[] =>
      index > 0 && Number(value) >= Number(rules.scale[index - 1]!.value)
        ? [[['scale', index, 'value'], 'values must decrease, best first']]
        : [],
    ),
    ...lists.flatMap((list) => duplicateIds(list, ids(rules[list]))),
    ...rules.alternatives.flatMap(({ legalTitle, scores, leadTime, procedure }, index): Fault[] => [
      ...unknown(['alternatives', index, 'legalTitle'], [legalTitle], titles),
      ...cells(['alternatives', index, 'scores'], scores, criteria, () => symbols, 'symbol'),
      ...(leadTime && leadTime.months.minimum > leadTime.months.maximum
        ? [[['alternatives', index, 'leadTime', 'months', 'maximum'], 'less than the minimum'] as Fault]
        : []),
      ...(leadTime
        ? untilFaults(['alternatives', index, 'leadTime', 'until'], [leadTime.until].flat(), ids(procedure ?? []))
        : []),
      ...duplicateIds('procedure', ids(procedure ?? [])).map(
        ([path, message]): Fault => [['alternatives', index, ...path], message],
      ),
    ]),
    ...rules.purchaseKinds.flatMap((kind, index) =>
      unknown(['purchaseKinds', index, 'alternatives'], kind.alternatives, alternatives),
    ),
    ...unknown(['conclusion', 'recommended'], rules.conclusion?.recommended ?? [], alternatives),
  ];
}

function comparisonFaults({ attributes, items, counts }: ComparisonRules): Fault[] {
  const valuesOf = (id: string): string[] => ids(attributes.find((attribute) => attribute.id === id)?.values ?? []);
  return [
    ...duplicateIds('attributes', ids(attributes)),
    ...attributes.flatMap(({ values }, index) =>
      duplicateIds('values', ids(values)).map(([path, message]): Fault => [['attributes', index, ...path], message]),
    ),
    ...duplicateIds('items', ids(items)),
    ...items.flatMap(({ facts }, index) => cells(['items', index, 'facts'], facts, ids(attributes), valuesOf, 'value')),
    ...counts.flatMap(({ attribute, value }, index): Fault[] => [
      ...unknown(['counts', index, 'attribute'], [attribute], ids(attributes)),
      ...unknown(['counts', index, 'value'], [value], valuesOf(attribute)),
    ]),
  ];
}

const optionFaults = ({ options: list }: OptionRules): Fault[] => [
  ...duplicateIds('options', ids(list)),
  ...list.flatMap(({ id, variantOf }, index) =>
    variantOf === undefined
      ? []
      : unknown(
          ['options', index, 'variantOf'],
          [variantOf],
          ids(list).filter((other) => other !== id),
        ),
  ),
];

/** Every column must be filled with a known entry, and nothing else may be there. */
function cells(
  path: Fault[0],
  row: Readonly<Record<string, string>>,
  columns: readonly string[],
  known: (column: string) => readonly string[],
  name: string,
): Fault[] {
  return [
    ...columns.flatMap((column): Fault[] => {
      if (!Object.hasOwn(row, column)) return [[[...path, column], 'missing']];
      return known(column).includes(row[column]!) ? [] : [[[...path, column], `unknown ${name} ${row[column]}`]];
    }),
    ...Object.keys(row).flatMap((key): Fault[] => (columns.includes(key) ? [] : [[[...path, key], 'unknown column']])),
  ];
}

const untilFaults = (path: Fault[0], until: readonly string[], steps: readonly string[]): Fault[] => [
  ...unknown(path, until, steps),
  ...duplicates(until).map((index): Fault => [[...path, index], `duplicate id ${until[index]}`]),
];

const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

const duplicates = (list: readonly string[]): number[] =>
  list.flatMap((id, index) => (list.indexOf(id) === index ? [] : [index]));

const duplicateIds = (list: string, found: readonly string[]): Fault[] =>
  duplicates(found).map((index): Fault => [[list, index, 'id'], `duplicate id ${found[index]}`]);

const unknown = (path: Fault[0], found: readonly string[], known: readonly string[]): Fault[] =>
  found.flatMap((id): Fault[] => (known.includes(id) ? [] : [[path, `unknown id ${id}`]]));
