/**
 * Things that are laid out when they are asked for and let go when they are drawn: of a long report no more is in memory than what must stand
 * together.
 */
export class LaidOut<T> {
  readonly length: number;
  private readonly layOut: (index: number) => T;
  private readonly known = new Map<number, T>();

  constructor(length: number, layOut: (index: number) => T) {
    this.length = length;
    this.layOut = layOut;
  }

  get(index: number): T {
    const known = this.known.get(index);
    if (known !== undefined) return known;
    const made = this.layOut(index);
    this.known.set(index, made);
    return made;
  }

  /** The same, for the last time. */
  take(index: number): T {
    const made = this.get(index);
    this.known.delete(index);
    return made;
  }
}
