import { CellError, type Cell } from "../../../../src/cells";
import type { HostBook } from "../state/book";
import type { Formula } from "../state/cell";
import type { Located } from "./located";

/** What a custom function is given: a value, or the values of a range by rows. */
export type CustomArgument = Cell | readonly (readonly Cell[])[];
type CustomResult = Cell | readonly (readonly Cell[])[];

/** The functions that an add-in brought, and how to call them. */
export interface CustomFunctions {
  /** Full names in capitals: `ORDICLASSE.TARIF`. */
  readonly names: ReadonlySet<string>;
  /** `caller`: the cell, `Parc!B4`. Calls of one recalculation are all made before the first is answered. */
  invoke(name: string, args: readonly CustomArgument[], caller: string): Promise<CustomResult>;
}

interface Call {
  readonly caller: Located;
  readonly key: string;
  readonly name: string;
  readonly args: readonly CustomArgument[];
}

/** The calls to custom functions: asked while a formula is computed, answered later, then found by the next try. */
export class CustomCalls {
  private waiting: Call[] = [];
  private readonly answers = new WeakMap<Formula, Map<string, CustomResult>>();

  constructor(private readonly book: HostBook) {}

  get isWaiting(): boolean {
    return this.waiting.length > 0;
  }

  /** The answer to a call, or `undefined` where it has to be waited for. */
  ask(caller: Located, name: string, args: readonly CustomArgument[]): CustomResult | undefined {
    const key = `${name}${JSON.stringify(args, (_, value) => (value instanceof CellError ? { error: value.code } : (value as unknown)))}`;
    const answer = this.answers.get(caller.formula)?.get(key);
    if (
      answer === undefined &&
      !this.waiting.some((call) => call.caller.formula === caller.formula && call.key === key)
    )
      this.waiting.push({ caller, key, name, args });
    return answer;
  }

  /** Calls everything that is waited for; gives the formulas to compute again. */
  async answer(): Promise<Located[]> {
    const calls = this.waiting;
    this.waiting = [];
    const functions = this.book.customFunctions!;
    const results = await Promise.all(
      calls.map(({ name, args, caller }) => functions.invoke(name, args, this.book.addressOf(caller))),
    );
    calls.forEach(({ caller, key }, index) => {
      const known = this.answers.get(caller.formula) ?? new Map<string, CustomResult>();
      // A formula whose arguments changed needs only its last answers: a nested call has one key for each.
      if (known.size > 50) known.clear();
      this.answers.set(caller.formula, known.set(key, results[index]!));
    });
    return calls.map(({ caller }) => caller);
  }
}
