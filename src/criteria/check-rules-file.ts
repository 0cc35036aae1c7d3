import { DomainError, type Fault } from '../domain/errors.ts';
import { fault, type Path } from '../domain/faults.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import { checkNewRules } from '../domain/scoring/check-rules.ts';
import { datesInDisorder } from '../domain/set-up/date-order.ts';
import type { ShapeFault } from '../domain/shape.ts';
import type { RefusedAt } from '../exchange/enter-texts.ts';
import { linesInFile } from '../exchange/lines-in-file.ts';
import { placeInRulesFile } from '../exchange/place-in-file.ts';
import { parseRules } from './read-rules.ts';

export interface CheckedRules {
  /** Undefined where the file cannot be read as rules. */
  readonly rules: TenderRules | undefined;
  /** In the order of the file; none where the rules can be announced. */
  readonly faults: readonly FaultOnLine[];
}

/** A fault with its place in the file as it was written. */
export interface FaultOnLine {
  readonly fault: Fault;
  /** Counted from 1. */
  readonly line: number;
}

/**
 * Reads a file of rules that are to be announced, and says everything that is wrong in it.
 * @throws DomainError where it is no file of rules at all: what `parseRules` finds wrong without a place
 */
export function checkRulesFile(text: string): CheckedRules {
  let rules: TenderRules | undefined;
  let faults: readonly Fault[] = [];
  try {
    rules = parseRules(text);
    checkNewRules(rules);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    faults = faultsOf(error);
    if (faults.length === 0) throw error;
  }
  const all = [...faults, ...(rules ? datesInDisorder(rules) : [])];
  return { rules, faults: all.length === 0 ? [] : onTheirLines(text, all) };
}

/** A text that may not come in is a fault at its place. */
function faultsOf({ code, details, faults }: DomainError): readonly Fault[] {
  if (code !== 'text-refused') return faults;
  return (details.texts as readonly RefusedAt[]).map((one) => {
    const path = one.place.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    return fault(code, path, { texts: [one] }, null);
  });
}

function onTheirLines(text: string, faults: readonly Fault[]): FaultOnLine[] {
  const plain = text.replace(/^\uFEFF/, '');
  const file: unknown = JSON.parse(plain);
  const placed = eachOnce(faults.map((one) => ({ ...one, path: placeInRulesFile(file, one.path) })));
  const lines = linesInFile(plain, placed.map(pointedAt));
  return placed.map((one, place) => ({ fault: one, line: lines[place]! })).sort((one, other) => one.line - other.line);
}

/** What a file says once can be wrong in many places of the rules in full, each of which is named as the rule. */
const eachOnce = (faults: readonly Fault[]): Fault[] => [
  ...new Map(
    faults.map((one) => [JSON.stringify([one.code, one.path, { ...one.details, rule: undefined }]), one]),
  ).values(),
];

/** A field that is not known stands in what does not know it. */
function pointedAt({ code, path, details }: Fault): Path {
  const shape = code === 'file-invalid' ? (details.fault as ShapeFault) : undefined;
  return shape?.kind === 'unknown-field' ? [...path, shape.field] : path;
}
