import { DomainError, type Fault } from '../errors.ts';
import { fault, mustDiffer, type Path } from '../faults.ts';
import { idOf, idsFor, plainName } from '../ids.ts';
import { compare, exact } from '../number.ts';
import type { Remedy } from '../remedy.ts';
import { type BilingualText, decimalText } from '../text.ts';
import { MATRIX_BOUNDS, type MatrixFile, type Written } from './matrix-file.ts';
import type { OwnMatrix } from './rules.ts';

/** The scale of a matrix of one's own that names none: that of the contract models. */
export const OWN_SCALE: OwnMatrix['scale'] = [
  { symbol: '+', value: '1', meaning: { nl: 'Voldoet grotendeels', en: 'Largely meets it' } },
  { symbol: '+/-', value: '0.5', meaning: { nl: 'Voldoet deels', en: 'Partly meets it' } },
  { symbol: '-', value: '0', meaning: { nl: 'Voldoet grotendeels niet', en: 'Largely does not meet it' } },
];

/** What a matrix of one's own was given as its source before it could have none. */
export const OWN_WEIGHING = 'Eigen afweging (own weighing)';

/**
 * Makes the matrix that a dossier keeps of one that was written in a file or a form: an id for everything, every text in both languages,
 * the scale best first. Made of such a matrix it is the same, and the order of the alternatives changes nothing but their order.
 * @throws DomainError with everything that is wrong: see {@link matrixFaults}
 */
export function expandMatrix(file: MatrixFile): OwnMatrix {
  const [first, ...others] = matrixFaults(file);
  if (first) throw new DomainError(first.code, first.details, [first, ...others]);
  return expanded(file).matrix;
}

/**
 * Everything that is wrong with a matrix as it was written: `matrix-size`, `duplicate-symbol`, `scale-value-missing`, `scale-value-twice`,
 * `duplicate-criterion`, `duplicate-alternative`, `duplicate-id`, `ambiguous-name`, `score-missing`, `scores-too-many`, `unknown-symbol`,
 * `unknown-criterion`, `duplicate-score`, `unknown-legal-title`, `unknown-alternative`. Of one that is too large only that.
 */
export function matrixFaults(file: MatrixFile): readonly Fault[] {
  const sizes = sizeFaults(file);
  if (sizes.some(({ details: { found, most } }) => Number(found) > Number(most))) return sizes;
  return [...sizes, ...expanded(file).faults];
}

function expanded(file: MatrixFile): { readonly matrix: OwnMatrix; readonly faults: readonly Fault[] } {
  const { sources = [], legalTitles = [], principles = [], purchaseKinds = [] } = file;
  const criteria = namesIn('criteria', file.criteria, 'criterion');
  const alternatives = namesIn('alternatives', file.alternatives, 'alternative');
  const titles = namesIn('legalTitles', legalTitles, 'legal-title');
  const basics = namesIn('principles', principles, 'principle');
  const kinds = namesIn('purchaseKinds', purchaseKinds, 'purchase-kind');
  const scale = readScale(file.scale);
  const symbols = scale.levels.map(({ symbol }) => symbol);
  const rows = file.alternatives.map((one, row) => readScores(one.scores, alternatives[row]!, criteria, symbols));
  const titleOf = file.alternatives.map(({ legalTitle }, row) =>
    lookUp(legalTitle === undefined ? [] : [legalTitle], titles, (wrong, mends) =>
      fault('unknown-legal-title', ['alternatives', row, 'legalTitle'], { legalTitle: wrong }, mends),
    ),
  );
  const advised = purchaseKinds.map((kind, index) =>
    lookUp(kind.alternatives, alternatives, (alternative, mends) =>
      fault('unknown-alternative', ['purchaseKinds', index, 'alternatives'], { alternative }, mends),
    ),
  );
  const title = inBoth(file.title);
  const matrix: OwnMatrix = {
    kind: 'own-matrix',
    id: file.id ?? idOf('own-', title.nl, 'matrix'),
    version: file.version ?? 1,
    title,
    ...optional('description', file.description),
    sources,
    scale: scale.levels,
    legalTitles: legalTitles.map((one, index) => described(titles[index]!, partsOf(one))),
    criteria: file.criteria.map((one, index) => {
      const { question, sources: own = [] } = partsOf(one);
      const { id, name } = criteria[index]!;
      return { id, name, ...optional('question', question), sources: own };
    }),
    alternatives: file.alternatives.map((one, row) => {
      const [legalTitle] = titleOf[row]!.ids;
      return {
        ...described(alternatives[row]!, one),
        ...(legalTitle === undefined ? {} : { legalTitle }),
        scores: rows[row]!.scores,
        pros: statements(one.pros),
        cons: statements(one.cons),
        notes: statements(one.notes),
        fits: statements(one.fits),
      };
    }),
    principles: principles.map((one, index) => described(basics[index]!, partsOf(one))),
    purchaseKinds: purchaseKinds.map(({ advice, sources: own = [] }, index) => {
      const { id, name } = kinds[index]!;
      return { id, name, advice: inBoth(advice), alternatives: advised[index]!.ids, sources: own };
    }),
  };
  const faults = [
    ...scale.faults,
    ...nameFaults(criteria, (name, path) => fault('duplicate-criterion', path, { criterion: name }, RENAME)),
    ...nameFaults(alternatives, (name, path) => fault('duplicate-alternative', path, { alternative: name }, RENAME)),
    ...nameFaults(titles, () => undefined),
    ...[criteria, alternatives, titles, basics, kinds].flatMap((named) =>
      mustDiffer(
        String(named[0]?.path[0]),
        named.flatMap(({ given, path }) =>
          given === undefined ? [] : [{ id: given, path: [...path.slice(0, 2), 'id'] }],
        ),
      ),
    ),
    ...[...rows, ...titleOf, ...advised].flatMap((one) => one.faults),
  ];
  return { matrix, faults };
}

const RENAME: Remedy = { kind: 'rename' };

/** Something that has a name in the file. */
interface Named {
  readonly id: string;
  /** Its id, where the file says it. */
  readonly given: string | undefined;
  readonly name: BilingualText;
  /** What it can be called by, as it is compared. */
  readonly labels: readonly string[];
  /** Where its name stands. */
  readonly path: Path;
}

type Item = { readonly id?: string | undefined; readonly name: Written };

const isItem = <T extends Item>(item: T | Written): item is T => typeof item === 'object' && 'name' in item;
/** What is said of an item besides its name; nothing of a bare name. */
const partsOf = <T extends Item>(item: T | Written): Partial<T> => (isItem(item) ? item : {});

function namesIn(list: string, items: readonly (Item | Written)[], fallback: string): Named[] {
  const read = items.map((item, index) => {
    const name = inBoth(isItem(item) ? item.name : item);
    const names: [string, string] = [plainName(name.nl), plainName(name.en)];
    const path: Path = isItem(item) ? [list, index, 'name'] : [list, index];
    return { id: partsOf(item).id, name, names, path };
  });
  const ids = idsFor(read, fallback);
  return read.map(({ id: given, name, names, path }, index) => {
    const id = ids[index]!;
    return { id, given, name, labels: [...new Set([id, ...names])], path };
  });
}

const inBoth = (written: Written): BilingualText =>
  typeof written === 'string' ? { nl: written, en: written } : { nl: written.nl, en: written.en ?? written.nl };

const optional = <K extends string>(key: K, written: Written | undefined): { [key in K]?: BilingualText } =>
  written === undefined ? {} : ({ [key]: inBoth(written) } as { [key in K]: BilingualText });

function described(
  { id, name }: Named,
  { description, sources = [] }: { description?: Written | undefined; sources?: OwnMatrix['sources'] | undefined },
) {
  return { id, name, ...optional('description', description), sources };
}

const statements = (
  given: MatrixFile['alternatives'][number]['pros'] = [],
): OwnMatrix['alternatives'][number]['pros'] =>
  given.map((one) => {
    if (typeof one === 'string' || !('text' in one)) return { text: inBoth(one), sources: [] };
    return { text: inBoth(one.text), sources: one.sources ?? [] };
  });

const sizeFaults = (file: MatrixFile): Fault[] =>
  (['criteria', 'alternatives', 'scale'] as const).flatMap((what) => {
    const { least, most } = MATRIX_BOUNDS[what];
    const found = (file[what] ?? OWN_SCALE).length;
    return found >= least && found <= most ? [] : [fault('matrix-size', [what], { what, found, least, most }, null)];
  });

/** A name that is there before, and one that can be taken for another thing. */
function nameFaults(named: readonly Named[], twice: (name: string, path: Path) => Fault | undefined): Fault[] {
  return named.flatMap((one, index): Fault[] => {
    const before = named.slice(0, index).find((other) => other.labels.some((label) => one.labels.includes(label)));
    if (!before || (one.given !== undefined && one.given === before.given)) return [];
    const isTwin = plainName(one.name.nl) === plainName(before.name.nl);
    const found = isTwin ? twice(one.name.nl, one.path) : undefined;
    const shared = one.labels.find((label) => before.labels.includes(label));
    return [found ?? fault('ambiguous-name', one.path, { name: shared }, RENAME)];
  });
}

/** The ids of what is named, by name or id; a fault for what is not there. */
function lookUp(
  asked: readonly string[],
  named: readonly Named[],
  unknown: (wrong: string, mends: Remedy | null) => Fault,
): { readonly ids: string[]; readonly faults: Fault[] } {
  const found = asked.map((text) => ({ text, one: calledBy(text, named) }));
  return {
    ids: found.flatMap(({ one }) => one?.id ?? []),
    faults: found.flatMap(({ text, one }) => (one ? [] : [unknown(text, oneOf(named))])),
  };
}

const calledBy = (text: string, named: readonly Named[]): Named | undefined =>
  named.find(({ labels }) => labels.includes(plainName(text)));

const oneOf = (named: readonly Named[]): Remedy | null =>
  named.length === 0 ? null : { kind: 'one-of', values: named.map(({ name }) => name.nl) };

type Level = OwnMatrix['scale'][number];

/** The levels of a scale, best first. */
function readScale(given: MatrixFile['scale']): { readonly levels: Level[]; readonly faults: Fault[] } {
  if (given === undefined) return { levels: OWN_SCALE, faults: [] };
  const faults: Fault[] = [];
  const read = given.map((one, index) => {
    const { symbol: shown, value: worth, meaning } = typeof one === 'object' ? one : { symbol: one };
    const symbol = String(shown);
    const value = String(worth ?? shown);
    const isNumber = decimalText.safeParse(value).success;
    if (!isNumber) faults.push(fault('scale-value-missing', ['scale', index], { symbol }, null));
    return { symbol, value: isNumber ? value : '0', isNumber, index, ...optional('meaning', meaning) };
  });
  read.forEach(({ symbol, value, isNumber, index }, at) => {
    const before = read.slice(0, at);
    if (before.some((one) => one.symbol === symbol)) {
      faults.push(fault('duplicate-symbol', ['scale', index], { symbol }, null));
      return;
    }
    const same = before.find((one) => one.isNumber && isNumber && compare(exact(one.value), exact(value)) === 0);
    const details = { symbol, other: same?.symbol, value };
    if (same) faults.push(fault('scale-value-twice', ['scale', index], details, null));
  });
  const sorted = [...read].sort((a, b) => compare(exact(b.value), exact(a.value)));
  return { levels: sorted.map(({ isNumber, index, ...level }) => level), faults };
}

/** The scores of one alternative by the ids of the criteria, in their order. */
function readScores(
  given: MatrixFile['alternatives'][number]['scores'],
  { name, path: named }: Named,
  criteria: readonly Named[],
  symbols: readonly string[],
): { readonly scores: Record<string, string>; readonly faults: Fault[] } {
  const alternative = name.nl;
  const path: Path = [...named.slice(0, 2), 'scores'];
  const faults: Fault[] = [];
  const found = new Map<Named, string>();
  const add = (criterion: Named, symbol: string, at: Path): void => {
    const details = { alternative, criterion: criterion.name.nl };
    if (found.has(criterion)) faults.push(fault('duplicate-score', at, details, null));
    else if (!symbols.includes(symbol)) {
      faults.push(fault('unknown-symbol', at, { ...details, symbol }, { kind: 'one-of', values: symbols }));
    }
    found.set(criterion, symbol);
  };
  if (Array.isArray(given)) {
    if (given.length > criteria.length) {
      const details = { alternative, found: given.length, criteria: criteria.length };
      faults.push(fault('scores-too-many', path, details, null));
    }
    criteria.slice(0, given.length).forEach((criterion, index) => {
      add(criterion, String(given[index]), [...path, index]);
    });
  } else {
    for (const [key, symbol] of Object.entries(given)) {
      const criterion = calledBy(key, criteria);
      if (criterion) add(criterion, String(symbol), [...path, key]);
      else faults.push(fault('unknown-criterion', [...path, key], { alternative, criterion: key }, oneOf(criteria)));
    }
  }
  for (const criterion of criteria) {
    if (found.has(criterion)) continue;
    faults.push(fault('score-missing', path, { alternative, criterion: criterion.name.nl }, null));
  }
  const scores = Object.fromEntries(criteria.flatMap((one) => (found.has(one) ? [[one.id, found.get(one)!]] : [])));
  return { scores, faults };
}
