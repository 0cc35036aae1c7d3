declare module 'fast-formula-parser' {
  interface Place {
    readonly sheet: string;
    readonly row: number;
    readonly col: number;
  }
  /** Works out formulas of a spreadsheet. */
  export default class FormulaParser {
    constructor(config: {
      readonly onCell: (place: Place) => number | string | null;
      readonly functions: Readonly<Record<string, (...given: readonly { readonly value: unknown }[]) => number>>;
    });
    parse(formula: string, at: Place): unknown;
  }
}
