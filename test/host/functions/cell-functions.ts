import type { FunctionCall } from "./custom-functions";
import type { FunctionsFile } from "./function-metadata";
import type { FunctionValue } from "./function-values";

interface Waiting extends FunctionCall {
  readonly settle: (value: Promise<FunctionValue>) => void;
}

/**
 * The add-in's functions as the formulas of a workbook call them, by their full names: what is called in one turn goes in
 * one event, as Excel sends a recalculation.
 */
export class CellFunctions {
  /** In capitals: `ORDICLASSE.TARIF`. */
  readonly names: ReadonlySet<string>;
  private waiting: Waiting[] = [];

  constructor(
    { functions }: FunctionsFile,
    private readonly namespace: string,
    private readonly invokeAll: (calls: readonly FunctionCall[]) => Promise<readonly FunctionValue[]>,
  ) {
    this.names = new Set(functions.map(({ name }) => `${namespace}.${name}`.toUpperCase()));
  }

  /** `caller`: the address of the cell. */
  invoke(name: string, args: readonly FunctionValue[], caller: string): Promise<FunctionValue> {
    if (this.waiting.length === 0) queueMicrotask(() => this.flush());
    const id = name.slice(this.namespace.length + 1);
    return new Promise((settle) => this.waiting.push({ id, args, address: caller, settle }));
  }

  private flush(): void {
    const calls = this.waiting;
    this.waiting = [];
    const results = this.invokeAll(calls);
    calls.forEach(({ settle }, index) => settle(results.then((all) => all[index]!)));
  }
}
