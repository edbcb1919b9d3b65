import type { EventRow } from "../pane/events";
import { callsOf } from "./function-arguments";
import { findFunction, type FunctionMetadata, type FunctionsFile } from "./function-metadata";
import { errorIn, refused, valueOf, wireOf, type FunctionValue } from "./function-values";
import type { Wire } from "../host-object";

/** A cell that calls a function. */
export interface FunctionCall {
  /** Id or name, without the namespace. */
  readonly id: string;
  /** Cells, rows of cells for a range, null for what is blank or left out. */
  readonly args: readonly FunctionValue[];
  /** `[Parc.xlsx]Feuil1!A1`, told to the functions that ask for it. */
  readonly address?: string;
}

/** A call under way. */
export interface Invocation {
  readonly result: Promise<FunctionValue>;
  /** The user edited the cell, or deleted it: a cancelable function is told, and its result is no longer awaited. */
  cancel(): void;
}

const category = 1;
const messageType = { invoke: 1000, cancel: 1001 } as const;
const flag = { cancelable: 1, streaming: 2, errorsAllowed: 4 } as const;

/** Calls of the add-in's functions, all those of a recalculation in one event, and their results as they come back. */
export class CustomFunctions {
  private readonly pending = new Map<number, (value: FunctionValue) => void>();
  private invocations = 0;

  constructor(
    private readonly file: FunctionsFile,
    private readonly send: (rows: readonly EventRow[]) => void,
  ) {}

  /** Starts a recalculation. Throws for a formula that Excel would not let a user enter. */
  start(calls: readonly FunctionCall[]): Invocation[] {
    const rows: EventRow[] = [];
    const started = calls.map((call) => this.startCell(call, rows));
    if (rows.length > 0) this.send(rows);
    return started;
  }

  private startCell({ id, args, address }: FunctionCall, rows: EventRow[]): Invocation {
    const known = findFunction(this.file, id);
    const { argumentLists, join } = callsOf(known, args);
    const started = argumentLists.map((values) => this.startCall(known, values, address, rows));
    return {
      result: Promise.all(started.map(({ result }) => result)).then(join),
      cancel: () => started.forEach(({ cancel }) => cancel()),
    };
  }

  private startCall(
    known: FunctionMetadata,
    values: readonly FunctionValue[],
    address: string | undefined,
    rows: EventRow[],
  ): Invocation {
    const flags = this.flagsOf(known);
    const error = (flags & flag.errorsAllowed) === 0 ? errorIn(values) : null;
    if (error !== null) return { result: Promise.resolve(error), cancel: () => {} };
    this.invocations += 1;
    const invocation = this.invocations;
    const asked = known.options?.requiresAddress === true ? (address ?? null) : null;
    rows.push(rowOf(messageType.invoke, [invocation, known.id, values.map(wireOf), asked, flags, null]));
    return {
      result: new Promise((resolve) => this.pending.set(invocation, resolve)),
      cancel: () => {
        this.pending.delete(invocation);
        this.send([rowOf(messageType.cancel, { invocationId: invocation })]);
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
    for (const [invocation, ok, value, code] of rows as readonly (readonly [number, boolean, Wire, Wire?])[]) {
      const settle = this.pending.get(invocation);
      this.pending.delete(invocation);
      settle?.(ok ? valueOf(value) : refused(Number(code), value));
    }
  }
}

const rowOf = (type: number, message: unknown): EventRow => [category, type, "", JSON.stringify(message), 1, false];
