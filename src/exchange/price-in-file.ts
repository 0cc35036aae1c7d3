import { fault, type Path } from '../domain/faults.ts';
import { exact, sum, toFractionText } from '../domain/number.ts';
import type { PriceLine, PricePoints } from '../domain/rules/price-rules.ts';
import { type Found, inBoth, inText, type Named, named, present } from './names-in-file.ts';
import type { FileNumber, FilePoints, FilePrice } from './tender-file-shape.ts';

type FilePart = NonNullable<FilePrice['parts']>[number];
type FileLine = NonNullable<FilePart['lines']>[number];

/** The price of a file in full, with what its names mean. */
export interface PriceInFull {
  readonly price: { readonly method: string } & Readonly<Record<string, unknown>>;
  readonly parts: Named;
  /** Of all forms together. */
  readonly lines: Named;
  /** Points of the price in all. */
  readonly weight: string;
}

const NOBODY: Named = { ids: [], names: [], find: () => undefined, isTwice: () => false };

/** @param path where the price stands in the file */
export function priceOf(file: FilePrice | undefined, found: Found, path: Path): PriceInFull {
  if (!file) return { price: { method: 'fixed-lump-sum' }, parts: NOBODY, lines: NOBODY, weight: '0' };
  const method = file.method ?? (file.parts ? 'price-parts' : 'weighted-factor');
  const about = { method, description: file.description && inBoth(file.description) };
  const lines = linesOf(file);
  switch (method) {
    case 'fixed-lump-sum':
      return { price: present(about), parts: NOBODY, lines: NOBODY, weight: '0' };
    case 'fixed-unit-prices':
      return { price: present({ ...about, lines: fixedLines(file) }), parts: NOBODY, lines, weight: '0' };
    case 'price-parts': {
      const parts = named(file.parts ?? [], 'part');
      const all = file.parts?.flatMap((part) => linesIn(part)) ?? [];
      return {
        price: present({
          ...about,
          parts: file.parts?.map((part, place) =>
            present({
              id: parts.ids[place],
              name: inBoth(part.name),
              weight: inText(part.weight),
              points: pointsOf(part.points, part.bidderPays ? 'higher' : 'lower'),
              constants: part.constants && constantsOf(part.constants),
              ...basisOf(part, found, [...path, 'parts', place]),
            }),
          ),
        }),
        parts,
        lines: named(all, 'line'),
        weight: toFractionText(sum((file.parts ?? []).map(({ weight }) => exact(inText(weight))))),
      };
    }
    default: {
      const better = file.bidderPays ? 'higher' : 'lower';
      const own = {
        weight: textOf(file.weight),
        points: file.points && pointsOf(file.points, better),
        constants: file.constants && constantsOf(file.constants),
        per: textOf(file.per),
        divisor: textOf(file.divisor),
        expression: file.expression,
        best: file.best,
        motivation: file.motivation && inBoth(file.motivation),
      };
      const price = present({ ...about, ...own, ...basisOf(file, found, path) });
      const weight = method === 'weighted-factor' ? (own.weight ?? '0') : '0';
      return { price, parts: NOBODY, lines, weight };
    }
  }
}

const textOf = (number: FileNumber | undefined): string | undefined =>
  number === undefined ? undefined : inText(number);

type WithForm = Pick<FilePart, 'form' | 'lines'> | Pick<FilePrice, 'form' | 'lines'>;

const linesIn = ({ form, lines }: WithForm): readonly FileLine[] => lines ?? (form?.kind === 'sheet' ? form.lines : []);
const linesOf = (file: WithForm): Named => named(linesIn(file), 'line');

function basisOf(
  file: Omit<FilePart, 'name' | 'weight' | 'points' | 'id' | 'constants'> | FilePrice,
  found: Found,
  path: Path,
) {
  const { form, bounds } = file;
  if (form && file.lines) {
    found.faults.push(fault('line-field', [...path, 'lines'], { field: 'lines' }, { kind: 'remove' }));
  }
  return {
    form: formOf(file),
    bidderPays: file.bidderPays || undefined,
    vatPercentage: textOf(file.vatPercentage),
    time: file.time && { unit: inBoth(file.time.unit), costPerUnit: inText(file.time.costPerUnit) },
    rounding: file.rounding,
    bounds:
      bounds &&
      present({
        minimum: textOf(bounds.minimum),
        maximum: textOf(bounds.maximum),
        minimumIs: bounds.minimumIs,
        maximumIs: bounds.maximumIs,
        outside: bounds.outside ?? 'set-aside',
      }),
    abnormallyLow: lowOf(file.abnormallyLow),
  };
}

function formOf(file: WithForm): unknown {
  const lines = linesIn(file);
  if (lines.length > 0) {
    const { ids } = linesOf(file);
    return { kind: 'sheet', lines: lines.map((line, place) => lineOf(line, ids[place]!)) };
  }
  if (file.form?.kind === 'percentage') return { kind: 'percentage', reference: inText(file.form.reference) };
  return { kind: 'amount' };
}

/** What is filled in at a line follows from what it says, where it is not said. */
function lineOf(line: FileLine, id: string): PriceLine {
  const kind =
    line.kind ?? (line.of !== undefined ? 'percentage' : line.quantity === undefined ? 'amount' : 'unit-price');
  return present({
    id,
    name: inBoth(line.name),
    kind: kind === 'unit-price' ? undefined : kind,
    unit: line.unit && inBoth(line.unit),
    quantity: textOf(line.quantity),
    of: line.of === undefined ? undefined : inText(line.of),
    subtracts: line.subtracts ? (true as const) : undefined,
    vatPercentage: textOf(line.vatPercentage),
  }) as PriceLine;
}

const fixedLines = (file: FilePrice): unknown => {
  const { ids } = linesOf(file);
  return file.lines?.map((line, place) =>
    present({
      id: ids[place],
      name: inBoth(line.name),
      unit: line.unit && inBoth(line.unit),
      price: 'price' in line ? inText(line.price) : undefined,
      quantity: textOf(line.quantity),
      vatPercentage: textOf(line.vatPercentage),
    }),
  );
};

type FileLow = NonNullable<FilePart['abnormallyLow']>;
type OneLow = Exclude<FileLow, readonly unknown[]>;
const oneLow = (test: OneLow) =>
  present({ ...test, percentageBelow: inText(test.percentageBelow), estimate: textOf(test.estimate) });
const lowOf = (test: FileLow | undefined): unknown => {
  if (test === undefined) return undefined;
  return Array.isArray(test) ? test.map(oneLow) : oneLow(test);
};

export const constantsOf = (constants: Readonly<Record<string, FileNumber>>): Record<string, string> =>
  Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, inText(value)]));

/** A formula of points in full: measured from the best bid, and cut off at both ends, unless it says otherwise. */
export function pointsOf(points: FilePoints, better: 'lower' | 'higher'): PricePoints {
  const best = better === 'lower' ? 'lowest' : 'highest';
  const from = (reference: FileNumber | undefined): string => (reference === undefined ? best : inText(reference));
  const ends = {
    belowZero: ('belowZero' in points && points.belowZero) || ('clip' as const),
    aboveMaximum: ('aboveMaximum' in points && points.aboveMaximum) || ('clip' as const),
  };
  const power =
    'power' in points && points.power
      ? { power: { exponent: String(points.power.exponent), decimals: points.power.decimals } }
      : {};
  switch (points.kind) {
    case 'proportional':
      return { kind: points.kind, reference: from(points.reference), ...power, ...ends };
    case 'linear':
      return { kind: points.kind, reference: from(points.reference), zeroAt: inText(points.zeroAt), ...ends };
    case 'bounds':
      return {
        kind: points.kind,
        floor: points.floor === undefined ? 'lowest' : inText(points.floor),
        ceiling: points.ceiling === undefined ? 'highest' : inText(points.ceiling),
        ...power,
        ...ends,
      };
    case 'saving':
      return { kind: points.kind, reference: inText(points.reference), ...power, ...ends };
    case 'steps':
      return {
        kind: points.kind,
        reference: from(points.reference),
        step: inText(points.step),
        points: inText(points.points),
        perFullStep: points.perFullStep ?? false,
        ...ends,
      };
    case 'brackets':
      return {
        kind: points.kind,
        brackets: points.brackets.map((row) =>
          'upTo' in row
            ? { upTo: inText(row.upTo), points: inText(row.points) }
            : { from: inText(row.from), points: inText(row.points) },
        ),
        beyond: textOf(points.beyond) ?? '0',
      };
    case 'logarithmic':
      return {
        kind: points.kind,
        reference: from(points.reference),
        zeroAt: inText(points.zeroAt),
        decimals: points.decimals,
        ...ends,
      };
    case 'formula':
      return { kind: points.kind, expression: points.expression, ...ends };
    case 'closest-to-mean':
      return { kind: points.kind };
    default:
      return points satisfies never;
  }
}
