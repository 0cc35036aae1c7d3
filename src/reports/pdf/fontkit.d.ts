/** The part of fontkit that the reports use; the package brings no types of its own. */
declare module 'fontkit' {
  export interface Glyph {
    readonly id: number;
    /** The characters that it was made for. */
    readonly codePoints: readonly number[];
    readonly advanceWidth: number;
  }

  export interface GlyphPosition {
    readonly xAdvance: number;
    readonly yAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
  }

  export interface GlyphRun {
    readonly glyphs: readonly Glyph[];
    readonly positions: readonly GlyphPosition[];
    /** In font units. */
    readonly advanceWidth: number;
  }

  /** The letters of a font that a document shows, by their numbers in it. */
  export interface Subset {
    /** Their numbers in the font. */
    readonly glyphs: readonly number[];
    includeGlyph(id: number): number;
    /** The font file of the document. Adds the letters that others are made of. */
    encode(): Uint8Array;
  }

  /** A letter with what stands of it in the font. */
  interface GlyphInFont extends Glyph {
    /** Null for one that shows nothing; components only of one that is made of others, each with the place where its number stands. */
    _decode(): { readonly components?: readonly { readonly glyphID: number; readonly pos: number }[] } | null;
    _getMetrics(): { readonly leftBearing: number };
  }

  export interface Font {
    readonly unitsPerEm: number;
    /** Glyphs that were made before, each with the characters that it was first made for. */
    _glyphs: Record<number, unknown>;
    /** Where letters stand in the table `glyf`. */
    readonly loca: { readonly version: number; readonly offsets: readonly number[] };
    _getTableStream(table: 'glyf'): { pos: number; readBuffer(length: number): Uint8Array };
    getGlyph(id: number): GlyphInFont;
    createSubset(): Subset;
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string, features?: readonly string[]): GlyphRun;
  }

  export function create(bytes: Uint8Array): Font;
}
