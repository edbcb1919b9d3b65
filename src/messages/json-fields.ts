import type { Anomaly } from "./anomaly";

/** A JSON object whose values are not yet checked. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A fault at a field of a JSON file, such as `setAside[0].row`, with the value written there. */
export interface JsonFault<Code extends string> {
  readonly code: Code;
  readonly params: Anomaly["params"] & { readonly field: string; readonly value: string };
}

/** The codes, for one kind of file, of the faults that any file may have. */
interface JsonCodes<Code extends string> {
  readonly notRecord: Code;
  readonly unknownKey: Code;
  readonly missingKey: Code;
  readonly notText: Code;
}

/**
 * Reads the fields of a parsed JSON file. After a fault it continues with a placeholder value, so that one pass
 * collects all `faults`: the result is valid only when there is none.
 */
export class JsonFields<Code extends string> {
  readonly faults: JsonFault<Code>[] = [];

  constructor(private readonly codes: JsonCodes<Code>) {}

  /** Returns the object at a place, and reports its unknown and missing keys; `whole` names the file itself. */
  record(
    raw: unknown,
    place: string,
    required: readonly string[],
    { optional = [], whole = "" }: { readonly optional?: readonly string[]; readonly whole?: string } = {},
  ): JsonObject {
    if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
      this.fail(this.codes.notRecord, place === "" ? whole : place, raw);
      return {};
    }
    const data = raw as JsonObject;
    const keys = [...required, ...optional];
    for (const key of Object.keys(data))
      if (!keys.includes(key))
        this.fail(this.codes.unknownKey, inside(place, key), data[key], { keys: keys.join(", ") });
    for (const key of required)
      if (data[key] === undefined) this.fail(this.codes.missingKey, inside(place, key), undefined);
    return data;
  }

  /** Returns a text that is not blank, as written; empty when it is invalid, or missing, as reported by `record`. */
  text(data: JsonObject, key: string, place: string): string {
    const raw = data[key];
    if (raw === undefined) return "";
    if (typeof raw === "string" && raw.trim() !== "") return raw;
    this.fail(this.codes.notText, inside(place, key), raw);
    return "";
  }

  /** Reads each item of a list; empty when the key is absent, or is not a list, which it reports as `notList`. */
  list<T>(data: JsonObject, key: string, place: string, notList: Code, read: (item: unknown, place: string) => T): T[] {
    const raw = data[key];
    if (raw === undefined) return [];
    if (Array.isArray(raw)) return raw.map((item: unknown, index) => read(item, `${inside(place, key)}[${index}]`));
    this.fail(notList, inside(place, key), raw);
    return [];
  }

  fail(code: Code, field: string, value: unknown, more: Anomaly["params"] = {}): void {
    const shown = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
    this.faults.push({ code, params: { field, value: shown, ...more } });
  }
}

/** Returns the full name of a key in the object at a place, `place.key`. */
export function inside(place: string, key: string): string {
  return place === "" ? key : `${place}.${key}`;
}
