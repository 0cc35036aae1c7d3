import type { TableNumber } from './table.ts';

/** How a cell looks, and whether it can be typed in where its sheet is locked. */
interface Style {
  readonly isHead?: boolean;
  readonly isOpen?: boolean;
  /** Kept as it is typed. */
  readonly isText?: boolean;
  /** Of a number; null for as many as it has. */
  readonly decimals?: number | null;
  readonly as?: TableNumber['as'];
}

export interface Styles {
  /** The number of a style, by which a cell refers to it. */
  of(style: Style): number;
  /** All that were asked for, as the part of a workbook. */
  part(): string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** The format of text, which every program knows by this number (ECMA-376, part 1, 18.8.30). */
const TEXT_FORMAT = 49;
const FIRST_OWN_FORMAT = 164;
const FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>';

/** The styles of one workbook (ECMA-376, part 1, 18.8): the first is that of a cell without any. */
export function createStyles(): Styles {
  const known = new Map<string, { readonly number: number; readonly style: Style }>();
  const of = (style: Style): number => {
    const { isHead = false, isOpen = false, isText = false, decimals = null, as = null } = style;
    const key = JSON.stringify([isHead, isOpen, isText, decimals, as]);
    const found = known.get(key) ?? { number: known.size, style };
    known.set(key, found);
    return found.number;
  };
  of({});
  return {
    of,
    part: () => {
      const all = [...known.values()].map(({ style }) => style);
      const codes = [...new Set(all.flatMap((one) => codeOf(one) ?? []))];
      const formats = codes.map(
        (code, index) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + index}" formatCode="${code}"/>`,
      );
      return [
        `<styleSheet xmlns="${MAIN}">`,
        ...(formats.length === 0 ? [] : [`<numFmts count="${formats.length}">${formats.join('')}</numFmts>`]),
        `<fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts>`,
        // The first two are fixed; the third is that of cells to fill in, the fourth that of the head.
        `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFFFF8DC')}${fill('FFE8EDF3')}</fills>`,
        '<borders count="2"><border/><border><bottom style="thin"/></border></borders>',
        '<cellStyleXfs count="1"><xf/></cellStyleXfs>',
        `<cellXfs count="${all.length}">${all.map((style) => formatted(style, codes)).join('')}</cellXfs>`,
        '</styleSheet>',
      ].join('');
    },
  };
}

const fill = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/></patternFill></fill>`;

/** The code of the format of a number; undefined for one that is shown as it is. */
function codeOf({ decimals, as }: Style): string | undefined {
  if (typeof decimals !== 'number') return undefined;
  const part = decimals === 0 ? '' : `.${'0'.repeat(decimals)}`;
  switch (as) {
    case undefined:
      return `0${part}`;
    case 'percentage':
      return `0${part}%`;
    case 'euro':
      return `&quot;€ &quot;#,##0${part}`;
    default:
      return as satisfies never;
  }
}

function formatted(style: Style, codes: readonly string[]): string {
  const { isHead, isOpen, isText } = style;
  const code = codeOf(style);
  const format = isText ? TEXT_FORMAT : code === undefined ? 0 : FIRST_OWN_FORMAT + codes.indexOf(code);
  const looks = isHead ? 'fontId="1" fillId="3" borderId="1"' : `fontId="0" fillId="${isOpen ? 2 : 0}" borderId="0"`;
  return [
    `<xf numFmtId="${format}" xfId="0" ${looks} applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1" applyProtection="1"${isText ? ' quotePrefix="1"' : ''}>`,
    '<alignment vertical="top" wrapText="1"/>',
    `<protection locked="${isOpen ? 0 : 1}"/></xf>`,
  ].join('');
}
