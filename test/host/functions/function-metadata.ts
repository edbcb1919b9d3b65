/** What `functions.json` says of a function: all that Excel knows of it. */
export interface FunctionMetadata {
  /** What Excel calls it by, on the wire. */
  readonly id: string;
  /** What a user types, after the namespace. */
  readonly name: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly options?: {
    readonly cancelable?: boolean;
    readonly stream?: boolean;
    readonly requiresAddress?: boolean;
  };
}

interface ParameterMetadata {
  readonly name: string;
  readonly dimensionality?: "scalar" | "matrix";
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

export interface FunctionsFile {
  readonly functions: readonly FunctionMetadata[];
  readonly allowErrorForDataTypeAny?: boolean;
}

/** The function of an id or of a name, in any case, as a cell may write it. */
export function findFunction({ functions }: FunctionsFile, name: string): FunctionMetadata {
  const wanted = name.toUpperCase();
  const found = functions.find((each) => each.id.toUpperCase() === wanted || each.name.toUpperCase() === wanted);
  if (found === undefined) throw new Error(`functions.json has no ${name}.`);
  return found;
}

export const isMatrix = (known: FunctionMetadata, index: number): boolean =>
  (known.parameters[index] ?? known.parameters.at(-1))?.dimensionality === "matrix";

/** Throws where Excel would not let a user enter the formula: too few arguments, or too many. */
export function checkCount({ id, parameters }: FunctionMetadata, count: number): void {
  const most = parameters.at(-1)?.repeating === true ? Infinity : parameters.length;
  const least = parameters.filter(({ optional, repeating }) => optional !== true && repeating !== true).length;
  if (count < least || count > most)
    throw new Error(`Excel refuses ${id} with ${count} arguments: it takes ${least} to ${most}.`);
}
