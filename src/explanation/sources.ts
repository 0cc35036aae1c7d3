import { OWN_WEIGHING } from '../domain/decision-matrix/own-matrix.ts';
import type { BilingualText } from '../domain/text.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';

export interface Source {
  readonly document: string;
  readonly section: string;
}

/** How what something rests on is named: written out, or by the numbers of notes. */
export type Citing = (sources: readonly Source[]) => readonly string[];

/** Sources as notes: each is numbered where it is first named, and written out once, in a list. */
export class SourceNotes {
  private readonly numbers = new Map<string, number>();

  readonly cite: Citing = (sources) => {
    const named = [...new Set(sources.map(({ document, section }) => `${document}, ${section}`))];
    for (const one of named) if (!this.numbers.has(one)) this.numbers.set(one, this.numbers.size + 1);
    const numbers = named.map((one) => this.numbers.get(one)!).sort((one, other) => one - other);
    return numbers.length === 0 ? [] : [numbers.map((number) => `[${number}]`).join(' ')];
  };

  /** In the order of their numbers, from 1. */
  get list(): string[] {
    return [...this.numbers.keys()];
  }
}

/** Statements of a source in words, or what is said when it has none. */
export interface StatementsInWords {
  readonly items: readonly string[];
  /** Said in place of the items when there are none. */
  readonly none: string;
  readonly source: string;
}

/** One line that names where something comes from: each document once, with its sections. Empty without sources. */
export function sourceLine(m: Messages, sources: readonly Source[]): string {
  return sources.length === 0 ? '' : m.common.sources(documentsInWords(m, sources));
}

/** Each document once, with its sections. */
export function documentsInWords(m: Messages, sources: readonly Source[]): string[] {
  const sections = new Map<string, Set<string>>();
  for (const source of sources) {
    const { document, section } = inWords(m, source);
    sections.set(document, (sections.get(document) ?? new Set()).add(section));
  }
  return [...sections].map(([document, names]) => `${document}, ${m.format.list([...names])}`);
}

/** One source as it is printed. */
export const inWords = (m: Messages, { document, section }: Source): Source =>
  document === OWN_WEIGHING ? { document: m.common.ownWeighing, section } : { document, section };

/** @param none what is said when the source is silent */
export const statementsInWords = (
  m: Messages,
  statements: readonly { readonly text: BilingualText; readonly sources: readonly Source[] }[],
  none: string,
): StatementsInWords => ({
  items: statements.map(({ text }) => inLanguage(text, m)),
  none,
  source: sourceLine(
    m,
    statements.flatMap(({ sources }) => sources),
  ),
});
