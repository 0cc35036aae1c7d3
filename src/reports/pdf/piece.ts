/** A block that is laid out but not drawn: it knows how much of it must stand together on a page. */
export interface Piece {
  /** Height that its start needs on the page, in points. */
  readonly start: number;
  /** Draws it from the cursor down, over as many pages as it needs, and leaves the cursor under it. */
  draw(): void;
}
