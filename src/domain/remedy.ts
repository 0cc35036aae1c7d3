/**
 * What mends a fault, as data: the edge puts it into words, a form can offer it. Figures are decimal text, values are as a file writes them.
 */
export type Remedy =
  /** Let these figures sum to `whole`; `difference` is what they are short of it, negative where they are over. */
  | { readonly kind: 'sum-to'; readonly whole: string; readonly now: string; readonly difference: string }
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'at-most'; readonly limit: string }
  | { readonly kind: 'at-least'; readonly limit: string }
  | { readonly kind: 'above'; readonly limit: string }
  | { readonly kind: 'below'; readonly limit: string }
  | { readonly kind: 'later-than'; readonly date: string }
  /** Say which of these values holds. */
  | { readonly kind: 'announce'; readonly values: readonly string[] }
  /** Name each of these exactly once. */
  | { readonly kind: 'each-once'; readonly values: readonly string[] }
  /** Give a name that is not used yet. */
  | { readonly kind: 'rename' }
  /** The value is missing. */
  | { readonly kind: 'add' }
  | { readonly kind: 'remove' }
  /** Two values have changed places. */
  | { readonly kind: 'swap' }
  | { readonly kind: 'move-to-end' }
  /** Nothing mends this choice but another one. */
  | { readonly kind: 'choose-other' }
  /** Write it in another way, from this character on, counted from 1; null for all of it. */
  | { readonly kind: 'rewrite'; readonly from: number | null };
