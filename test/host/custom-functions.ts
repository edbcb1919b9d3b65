import type { EventRow } from "./events";
import { argumentsOf, findFunction, type FunctionMetadata, type FunctionsFile } from "./function-metadata";
import { errorIn, refused, valueOf, type FunctionValue } from "./function-values";
import type { Wire } from "./host-object";

/** A cell that calls a function. */
export interface FunctionCall {
  /** Id or name, without the namespace. */
  readonly id: string;
  /** Values, rows of values for a range, null for what is left out; an error is `{ type: "CustomFunctionError", code }`. */
  readonly args: readonly Wire[];
  /** `[Book1]Feuil1!A1` */
  readonly address?: string;
}

/** A call under way. */
export interface Invocation {
  readonly result: Promise<FunctionValue>;
  /** The user edited the cell, or deleted it: the function is told, and its result is no longer awaited. */
  cancel(): void;
}

const category = 1;
const invoke = 1000;
const cancel = 1001;

const flag = { cancelable: 1, streaming: 2, errorsAllowed: 4 } as const;

/** Calls of the add-in's functions, all those of a recalculation in one event, and their results as they come back. */
export class CustomFunctions {
  private readonly pending = new Map<number, (value: FunctionValue) => void>();
  private invocations = 0;

  constructor(
    private readonly file: FunctionsFile,
    private readonly send: (rows: readonly EventRow[]) => void,
  ) {}

  /** Starts a recalculation: the results come in the order of the calls. */
  start(calls: readonly FunctionCall[]): Invocation[] {
    const rows: EventRow[] = [];
    const started = calls.map((call) => this.prepare(call, rows));
    if (rows.length > 0) this.send(rows);
    return started;
  }

  private prepare({ id, args, address }: FunctionCall, rows: EventRow[]): Invocation {
    const known = findFunction(this.file, id);
    const values = argumentsOf(known, args);
    const flags = this.flagsOf(known);
    const error = (flags & flag.errorsAllowed) === 0 ? errorIn(values) : null;
    if (error !== null) return { result: Promise.resolve(error), cancel: () => {} };
    this.invocations += 1;
    const invocation = this.invocations;
    const asked = known.options?.requiresAddress === true ? (address ?? null) : null;
    rows.push(rowOf(invoke, [invocation, known.id, values, asked, flags, null]));
    return {
      result: new Promise((resolve) => this.pending.set(invocation, resolve)),
      cancel: () => {
        this.pending.delete(invocation);
        this.send([rowOf(cancel, { invocationId: invocation })]);
      },
    };
  }

  private flagsOf({ options }: FunctionMetadata): number {
    return (
      (options?.cancelable === true ? flag.cancelable : 0) +
      (options?.stream === true ? flag.streaming : 0) +
      (this.file.allowErrorForDataTypeAny === true ? flag.errorsAllowed : 0)
    );
  }

  /** Takes rows `[id, ok, value, code if not ok, times]`. */
  onResults(rows: Wire): void {
    for (const row of rows as readonly (readonly [number, boolean, Wire, Wire?])[]) {
      const [invocation, ok, value, code] = row;
      const settle = this.pending.get(invocation);
      this.pending.delete(invocation);
      settle?.(ok ? valueOf(value) : refused(Number(code), value));
    }
  }
}

const rowOf = (type: number, message: unknown): EventRow => [category, type, "", JSON.stringify(message), 1, false];
