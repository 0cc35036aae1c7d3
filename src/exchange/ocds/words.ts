/** What is said in words, in Dutch: the explanation says it, and not this room. */
export interface OcdsWords {
  /** The procedure by name; null where the rules name none. */
  readonly procedure: string | null;
  /** How price and quality decide, and how the lots are divided, sentence by sentence. */
  readonly method: readonly string[];
  readonly division: readonly string[];
}
