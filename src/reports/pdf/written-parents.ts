import type { Page, ParentTree } from 'pdfkit';

/**
 * Replaces the elements that the content of a page belongs to by how the file will say them. Else the tree would hold every element of the
 * structure until the file is closed, long after it was written.
 */
export function writtenParents(tree: ParentTree, { dictionary }: Page): void {
  const place = dictionary.data.StructParents;
  if (typeof place !== 'number') return;
  const parents = tree.get(place);
  if (Array.isArray(parents)) tree.add(place, new Written(`[${parents.map(String).join(' ')}]`));
}

/** What pdfkit writes as it stands: it takes a plain object for a dictionary, and a string for a name. */
class Written {
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get [Symbol.toStringTag](): string {
    return 'Written';
  }

  toString(): string {
    return this.text;
  }
}
