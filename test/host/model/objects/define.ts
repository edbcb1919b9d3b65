import { HostError, type HostObject, type Wire } from "../../host-object";

export type Argument = Wire | HostObject | undefined;
type Answer = HostObject | null | { readonly value: Wire } | void;

/** What a class of Excel answers for, by public names; `self` is the state that an object stands for. */
export interface Members<S> {
  readonly get?: Readonly<Record<string, (self: S) => Wire>>;
  readonly set?: Readonly<Record<string, (self: S, value: Wire) => void>>;
  readonly navigate?: Readonly<Record<string, (self: S) => HostObject | null>>;
  readonly call?: Readonly<Record<string, (self: S, ...args: Argument[]) => Answer>>;
  readonly items?: (self: S) => readonly HostObject[];
  readonly item?: (self: S, key: Wire) => HostObject;
  readonly id?: (self: S) => string;
  /** Throws where the object is not there any more. */
  readonly present?: (self: S) => void;
  /** Throws where nothing may be changed: for every `set`, and the calls that `writes` names. */
  readonly writable?: (self: S) => void;
  readonly writes?: readonly string[];
}

/** An object of the model: one class for all, told by its members. */
export class ModelObject<S> implements HostObject {
  readonly items?: () => readonly HostObject[];
  readonly item?: (key: Wire) => HostObject;

  constructor(
    readonly className: string,
    private readonly members: Members<S>,
    readonly state: S,
  ) {
    const { items, item } = members;
    if (items !== undefined) this.items = () => this.checked(items)(state);
    if (item !== undefined) this.item = (key) => this.checked(item)(state, key);
  }

  get id(): string {
    return this.members.id?.(this.state) as string;
  }

  get(property: string): Wire {
    return this.checked(this.members.get?.[property], property)(this.state);
  }

  set(property: string, value: Wire): void {
    const set = this.checked(this.members.set?.[property], property);
    this.members.writable?.(this.state);
    set(this.state, value);
  }

  navigate(property: string): HostObject | null {
    return this.checked(this.members.navigate?.[property], property)(this.state);
  }

  call(method: string, args: readonly (Wire | HostObject)[]): Answer {
    const call = this.checked(this.members.call?.[method], method);
    if (this.members.writes?.includes(method)) this.members.writable?.(this.state);
    return call(this.state, ...args);
  }

  private checked<T>(member: T | undefined, name = "items"): T {
    if (member === undefined) throw new HostError("NotImplemented", `The host has no ${this.className}.${name}.`);
    this.members.present?.(this.state);
    return member;
  }
}

/** Gives the object of a class that stands for a state. */
export type ObjectOf<S> = (state: S) => ModelObject<S>;

/** A class of Excel. */
export function defineClass<S>(className: string, members: Members<S>): ObjectOf<S> {
  return (state) => new ModelObject(className, members, state);
}

/** What was looked for; refused where it is not there. */
export function required<S>(found: ModelObject<S> | null): ModelObject<S> {
  if (found === null) throw new HostError("ItemNotFound");
  return found;
}

/** The state of an argument of a class, or undefined where it is something else. */
export function stateOf<S>(argument: Argument, className: string): S | undefined {
  return argument instanceof ModelObject && argument.className === className ? (argument.state as S) : undefined;
}

export function textOf(value: Argument, what: string): string {
  if (typeof value !== "string") throw new HostError("InvalidArgument", `${what} is a text.`);
  return value;
}

export function numberOf(value: Argument, what: string): number {
  if (typeof value !== "number" || !Number.isFinite(value))
    throw new HostError("InvalidArgument", `${what} is a number.`);
  return value;
}

export function booleanOf(value: Argument, what: string): boolean {
  if (typeof value !== "boolean") throw new HostError("InvalidArgument", `${what} is true or false.`);
  return value;
}

/** One of the texts that Excel knows. */
export function oneOf<T extends string>(value: Argument, known: readonly T[], what: string): T {
  const found = known.find((one) => one === value);
  if (found === undefined)
    throw new HostError("InvalidArgument", `${what}: ${String(value)} is none of ${known.join(", ")}.`);
  return found;
}

/** RRGGBB of `#rrggbb`; null for `""`, which takes a colour away. */
export function colorOf(value: Argument): string | null {
  if (value === "") return null;
  if (typeof value !== "string" || !/^#?[0-9a-f]{6}$/i.test(value))
    throw new HostError("InvalidArgument", `${String(value)} is no colour of the form #RRGGBB.`);
  return value.replace("#", "").toUpperCase();
}

/** Members that are read and written, and do nothing here. */
export function settings<S>(
  of: (self: S) => Record<string, string | number | boolean>,
  names: readonly string[],
): { readonly get: Record<string, (self: S) => Wire>; readonly set: Record<string, (self: S, value: Wire) => void> } {
  return {
    get: Object.fromEntries(names.map((name) => [name, (self: S) => of(self)[name] ?? null])),
    set: Object.fromEntries(
      names.map((name) => [name, (self: S, value: Wire) => void (of(self)[name] = value as string | number | boolean)]),
    ),
  };
}
