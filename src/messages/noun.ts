/** A thing by name: one of it, and more. */
export interface Noun {
  readonly one: string;
  readonly more: string;
  /** Of the Dutch word. */
  readonly article: 'de' | 'het';
}

/** What a tender calls its things; the texts are a function of them. */
export interface Nouns {
  /** Who gets a lot. */
  readonly winner: Noun;
  /** What is awarded. */
  readonly lot: Noun;
  /** What a decision chooses from. */
  readonly option: Option;
}

/** What a decision chooses from, and where it is named in full. */
export interface Option {
  readonly one: string;
  readonly more: string;
  readonly full: string;
}

/** The same text as the start of a sentence or the head of a column. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The same text within a sentence. */
export const uncapital = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
