/** A block that is laid out but not drawn: it knows how much of it must stand together on a page. */
export interface Piece {
  /** Height that its start needs on the page, in points. */
  readonly start: number;
  /** Height of the whole of it, where that should stay on one page if no other is left mostly empty for it. */
  readonly whole?: number;
  /** Height of the whole of a text that stands before something, with which it should share a page. */
  readonly introducing?: number;
  /**
   * Draws it from the cursor down, over as many pages as it needs, and leaves the cursor under it.
   * @param after height of what must stand under its end, on the same page
   */
  draw(after?: number): void;
}
