import type { NoteTone } from '../../explanation/blocks.ts';
import type { Face } from './fonts.ts';

/** How letters look. Sizes and leadings are in points. */
export interface TextStyle {
  readonly face: Face;
  readonly size: number;
  /** Distance from one line to the next. */
  readonly leading: number;
  readonly color: string;
  /** Extra distance between letters. */
  readonly tracking?: number;
  /** Every letter by itself: no ligatures, for what is read letter by letter. */
  readonly apart?: true;
}

/** A4 in points, with the body between the margins. */
export const page = {
  width: 595.28,
  height: 841.89,
  left: 62,
  right: 62,
  top: 64,
  bottom: 76,
  /** Where the line above the body starts. */
  head: 36,
  /** Where a line of the footer starts. */
  footer: 790,
} as const;

export const bodyWidth = page.width - page.left - page.right;
export const bodyHeight = page.height - page.top - page.bottom;

/** Reading text stays narrower than the body: about 75 characters. */
export const readingWidth = 378;

/** Of these a house style paints the accent, what is derived from it (accentSoft, tint, onAccent) in its own: see house-colors.ts. */
export const color = {
  ink: '#1b2529',
  quiet: '#4d5b60',
  accent: '#0b5563',
  /** Bars that are not the highlighted one; 3:1 against the track. */
  accentSoft: '#4f8893',
  tint: '#eaf2f3',
  track: '#e6ebec',
  line: '#cdd6d8',
  white: '#ffffff',
  onAccent: '#cfe3e6',
} as const;

/** Colours of a note: of its box, and of its edge and title. */
export interface Tone {
  readonly fill: string;
  readonly strong: string;
}

export const tones: Readonly<Record<NoteTone, Tone>> = {
  information: { fill: color.tint, strong: color.accent },
  success: { fill: '#e8f3ea', strong: '#1f6433' },
  warning: { fill: '#fdf1dc', strong: '#8a4b00' },
};

export const text = {
  heading1: { face: 'bold', size: 24, leading: 30, color: color.accent },
  heading2: { face: 'semibold', size: 15, leading: 20, color: color.accent },
  heading3: { face: 'semibold', size: 11.5, leading: 16, color: color.ink },
  normal: { face: 'regular', size: 10.5, leading: 15.5, color: color.ink },
  lead: { face: 'regular', size: 13, leading: 19.5, color: color.ink },
  small: { face: 'regular', size: 9, leading: 13, color: color.quiet },
  code: { face: 'regular', size: 9.5, leading: 14, color: color.ink, tracking: 0.4, apart: true },
  caption: { face: 'semibold', size: 10.5, leading: 15, color: color.ink },
  tableHead: { face: 'semibold', size: 9, leading: 12.5, color: color.accent },
  cell: { face: 'regular', size: 9.5, leading: 13, color: color.ink },
  cellNote: { face: 'regular', size: 8.5, leading: 13, color: color.quiet },
  cellPart: { face: 'regular', size: 9.5, leading: 13, color: color.quiet },
  cellStrong: { face: 'semibold', size: 9.5, leading: 13, color: color.ink },
  footer: { face: 'regular', size: 8.5, leading: 11, color: color.quiet },
} as const satisfies Record<string, TextStyle>;
