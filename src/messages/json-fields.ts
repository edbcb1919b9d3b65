import type { Anomaly } from "./anomaly";

/** A JSON object whose values are not checked yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Something wrong at a field of a JSON file, `setAside[0].row`, with what was written there. */
export interface JsonFault<Code extends string> {
  readonly code: Code;
  readonly params: Anomaly["params"] & { readonly field: string; readonly value: string };
}

/** What a kind of file says of the faults that any file may have. */
interface JsonCodes<Code extends string> {
  readonly notRecord: Code;
  readonly unknownKey: Code;
  readonly missingKey: Code;
  readonly notText: Code;
}

/**
 * Reads the fields of a parsed JSON file. It goes on after a fault, with a stand-in value, so that one pass gathers them all,
 * in `faults`: the result counts only where there is none.
 */
export class JsonFields<Code extends string> {
  readonly faults: JsonFault<Code>[] = [];

  constructor(private readonly codes: JsonCodes<Code>) {}

  /** Returns the object at a place, with its unknown and missing keys told; `whole` names the file itself. */
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
      if (!keys.includes(key)) this.fail(this.codes.unknownKey, inside(place, key), data[key], this.knownKeys(keys));
    for (const key of required)
      if (data[key] === undefined) this.fail(this.codes.missingKey, inside(place, key), undefined);
    return data;
  }

  /** Returns a text that is not blank, as written; empty where it is none, or is missing, which `record` has told. */
  text(data: JsonObject, key: string, place: string): string {
    const raw = data[key];
    if (raw === undefined) return "";
    if (typeof raw === "string" && raw.trim() !== "") return raw;
    this.fail(this.codes.notText, inside(place, key), raw);
    return "";
  }

  /** Reads each item of a list, or tells `notList` and returns none; none too where the key is absent. */
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

  /** Returns what is told of an unknown key, beside its field and its value. */
  protected knownKeys(_keys: readonly string[]): Anomaly["params"] {
    return {};
  }
}

/** Names a key of the object at a place. */
export function inside(place: string, key: string): string {
  return place === "" ? key : `${place}.${key}`;
}
