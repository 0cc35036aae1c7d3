import type { Contents } from './contents.ts';
import type { PlacedHeading } from './heading.ts';
import { page } from './theme.ts';

/**
 * Where a reader is at the top of each page: the chapter, the section and what is told of there, such as a lot and a bidder. A heading that
 * stands at the top of a page says it itself, and the contents are of everything.
 */
export function runningHeads(
  placed: readonly PlacedHeading[],
  pages: number,
  contents: Pick<Contents, 'firstPage' | 'pages'> | undefined,
): string[] {
  let next = 0;
  let under: PlacedHeading[] = [];
  return Array.from({ length: pages }, (_, index) => {
    while (next < placed.length && placed[next]!.pageIndex < index) under = put(under, placed[next++]!);
    const first = placed[next];
    const above = first && first.pageIndex === index && isAtTop(first) ? outside(under, first) : under;
    const isContents = contents && index >= contents.firstPage && index < contents.firstPage + contents.pages.length;
    return isContents ? '' : above.map(({ heading }) => heading.text).join(SEPARATOR);
  });
}

const SEPARATOR = ' › ';

const outside = (under: readonly PlacedHeading[], { heading }: PlacedHeading): PlacedHeading[] =>
  under.filter((one) => one.heading.level < heading.level);

const put = (under: readonly PlacedHeading[], one: PlacedHeading): PlacedHeading[] => [...outside(under, one), one];

const isAtTop = ({ top }: PlacedHeading): boolean => top <= page.top;
