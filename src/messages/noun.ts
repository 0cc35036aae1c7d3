/** A thing by name: one of it, and more. */
export interface Noun {
  readonly one: string;
  readonly more: string;
}

/** The same text as the start of a sentence or the head of a column. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
