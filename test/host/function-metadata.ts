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

export interface ParameterMetadata {
  readonly name: string;
  readonly dimensionality?: "scalar" | "matrix";
  readonly type?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

export interface FunctionsFile {
  readonly functions: readonly FunctionMetadata[];
  readonly allowErrorForDataTypeAny?: boolean;
}

/** The function of an id or of a name, as a cell may write it. */
export function findFunction({ functions }: FunctionsFile, name: string): FunctionMetadata {
  const wanted = name.toUpperCase();
  const found = functions.find((each) => each.id.toUpperCase() === wanted || each.name.toUpperCase() === wanted);
  if (found === undefined) throw new Error(`functions.json has no ${name}.`);
  return found;
}

/** Arguments as Excel sends them: null for what is left out, rows and columns where a range is asked. */
export function argumentsOf<T>(known: FunctionMetadata, given: readonly T[]): (T | null | readonly (readonly T[])[])[] {
  const { parameters } = known;
  const most = parameters.at(-1)?.repeating === true ? Infinity : parameters.length;
  const least = parameters.filter(({ optional, repeating }) => optional !== true && repeating !== true).length;
  if (given.length < least || given.length > most)
    throw new Error(`Excel refuses ${known.id} with ${given.length} arguments: it takes ${least} to ${most}.`);
  const positions = Math.max(given.length, parameters.length);
  return Array.from({ length: positions }, (_, index) => {
    const value = given[index];
    if (value === undefined || value === null) return null;
    const matrix = (parameters[index] ?? parameters.at(-1))?.dimensionality === "matrix";
    if (!matrix && Array.isArray(value))
      throw new Error(`${known.id} takes one cell, not a range, as argument ${index + 1}.`);
    return matrix && !Array.isArray(value) ? [[value]] : value;
  });
}
