/**
 * Passages of a text about a bid that are confidential: what a bidder told in confidence, such as a price of a supplier, and that no other
 * bidder is told. They are marked where they are typed, between double brackets: "Sterk plan [[met Zorg B.V. als onderaannemer]]."
 */
export interface MarkedPassage {
  readonly text: string;
  readonly confidential: boolean;
}

const MARKS = { opens: '[[', closes: ']]' } as const;

/** What is wrong with the marks in a text; undefined when nothing is. */
export function faultOfMarks(text: string): 'not-closed' | 'not-opened' | 'nothing-marked' | undefined {
  let open = false;
  for (const { 0: mark, index } of text.matchAll(/\[\[|\]\]/g)) {
    if (mark === MARKS.opens) {
      if (open) return 'not-closed';
      if (
        text
          .slice(index + 2)
          .trimStart()
          .startsWith(MARKS.closes)
      )
        return 'nothing-marked';
    } else if (!open) return 'not-opened';
    open = mark === MARKS.opens;
  }
  return open ? 'not-closed' : undefined;
}

/** The passages of a text in order, without their marks. A text with a fault in its marks is one passage, as it is. */
export function markedPassages(text: string): MarkedPassage[] {
  if (!text.includes(MARKS.opens) || faultOfMarks(text) !== undefined) return [{ text, confidential: false }];
  return text.split(/\[\[|\]\]/).flatMap((part, place) => {
    const confidential = place % 2 === 1;
    return part === '' ? [] : [{ text: confidential ? part.trim() : part, confidential }];
  });
}
