import { type TextStyle, text } from './theme.ts';

/** How the letters of one table look: all of one size, smaller where many columns stand side by side. */
export interface TableStyles {
  /** Of the size in the theme. */
  readonly scale: number;
  readonly head: TextStyle;
  readonly cell: TextStyle;
  readonly strong: TextStyle;
  /** A figure that is counted in another one. */
  readonly part: TextStyle;
  readonly note: TextStyle;
}

function stylesAt(scale: number): TableStyles {
  const scaled = (style: TextStyle): TextStyle => ({
    ...style,
    size: style.size * scale,
    leading: style.leading * scale,
  });
  return {
    scale,
    head: scaled(text.tableHead),
    cell: scaled(text.cell),
    strong: scaled(text.cellStrong),
    part: scaled(text.cellPart),
    note: scaled(text.cellNote),
  };
}

/** The largest first. */
export const tableStyles: readonly [TableStyles, ...TableStyles[]] = [stylesAt(1), stylesAt(0.9), stylesAt(0.8)];
