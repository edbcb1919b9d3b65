/** A scalar or JSON value that travels on the wire. */
export type Wire = null | number | string | boolean | readonly Wire[] | { readonly [name: string]: Wire };

/** A refusal of Excel: the batch stops at this action, what came before stays applied. */
export class HostError extends Error {
  constructor(
    /** One of Office's codes: `ItemNotFound`, `InvalidArgument`, `AccessDenied`… */
    readonly code: string,
    message = code,
  ) {
    super(message);
  }
}

/**
 * An object of Excel's model behind the wire. The interpreter checks names, writability and API sets against the schema of
 * the library before it calls; an object answers for what it models and throws `HostError("NotImplemented")` for the rest.
 */
export interface HostObject {
  /** Excel class: `Worksheet`, `Range`… */
  readonly className: string;
  /** Scalar that addresses it in its collection (`Id`), where its class has one. */
  readonly id?: string;
  /** Scalar by its public name: `values`, `name`, `isNullObject`. */
  get(property: string): Wire;
  set(property: string, value: Wire): void;
  /** Navigation property by its public name: `worksheets`, `format`, `font`; null: a null object. */
  navigate(property: string): HostObject | null;
  /** A method by its public name. Arguments are wire values or objects. Gives an object, a null object, or a value for ClientResult. */
  call(method: string, args: readonly (Wire | HostObject)[]): HostObject | null | { readonly value: Wire } | void;
  /** Of a collection: its items, in order. */
  items?(): readonly HostObject[];
  /** Of a collection: the item of an id or a name. Throws `ItemNotFound`. */
  item?(key: Wire): HostObject;
}
