/** The part of fast-formula-parser that the host uses; the library has no types of its own. */
declare module "fast-formula-parser" {
  interface CellReference {
    readonly sheet: string;
    readonly row: number;
    readonly col: number;
  }
  interface RangeReference {
    readonly sheet: string;
    readonly from: { readonly row: number; readonly col: number };
    readonly to: { readonly row: number; readonly col: number };
  }
  interface Argument {
    readonly value: unknown;
    readonly isArray: boolean;
    readonly omitted?: boolean;
    readonly isRangeRef?: boolean;
    readonly isCellRef?: boolean;
  }
  interface Configuration {
    readonly onCell: (reference: CellReference) => unknown;
    readonly onRange: (reference: RangeReference) => unknown[][];
    readonly onVariable: (name: string) => null;
    readonly functions: Readonly<Record<string, (...args: Argument[]) => unknown>>;
  }
  class FormulaError extends Error {
    constructor(code: string, message?: string, details?: unknown);
    readonly details: unknown;
  }
  class FormulaParser {
    static readonly FormulaError: typeof FormulaError;
    static readonly SSF: { format(format: string, value: unknown): string };
    constructor(configuration: Configuration);
    parse(formula: string, position: CellReference, allowReturnArray: boolean): unknown;
  }
  namespace FormulaParser {
    export { Argument, FormulaError };
  }
  export = FormulaParser;
}
