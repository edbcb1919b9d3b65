import type { Anomaly, CommandCode } from "../messages";
import { plainCellName } from "./checks";
import { choiceOf } from "./wordings";

export type Json = Record<string, unknown>;

/** Reads the fields of a parsed JSON file: reads on after an error, with a stand-in value, so that all are gathered in one pass. */
export class JsonFields {
  readonly anomalies: Anomaly<CommandCode>[] = [];

  constructor(private readonly file: string) {}

  /** `bad` is the message that says which cell is wanted. */
  protected cellName(data: Json, field: string, bad: CommandCode): string {
    const written = this.text(data, "cell", field);
    const cell = plainCellName(written);
    if (cell === null && written !== "") this.fail(bad, inside(field, "cell"), written);
    return cell ?? "";
  }

  protected choice<T extends string>(data: Json, key: string, choices: readonly [T, ...T[]], field = ""): T {
    const found = choices.find((choice) => choice === data[key]);
    if (found === undefined && !(field !== "" && data[key] === undefined))
      this.fail("options-bad-choice", inside(field, key), data[key], {
        choices: choices.map((choice) => `"${choice}"`).join(", "),
      });
    return found ?? choices[0];
  }

  /** One of several choices, by its word of the file or by the wording that people write in the sheet. */
  protected worded<T extends string>(data: Json, key: string, wordings: Readonly<Record<T, string>>, field: string): T {
    const choices = Object.keys(wordings) as [T, ...T[]];
    const written = data[key];
    const said = typeof written === "string" ? choiceOf(wordings, written) : null;
    return said ?? this.choice(data, key, choices, field);
  }

  protected flag(data: Json, key: string): boolean {
    if (typeof data[key] !== "boolean") this.fail("options-bad-choice", key, data[key], { choices: "true, false" });
    return data[key] === true;
  }

  protected list<T>(data: Json, key: string, field: string, read: (item: unknown, field: string) => T): T[] {
    const raw = data[key];
    if (raw === undefined) return [];
    const place = inside(field, key);
    if (Array.isArray(raw)) return raw.map((item: unknown, index) => read(item, `${place}[${index}]`));
    this.fail("options-not-a-list", place, raw);
    return [];
  }

  /** An absent key was reported by `record` already. */
  protected text(data: Json, key: string, field: string): string {
    const raw = data[key];
    if (raw === undefined) return "";
    if (typeof raw === "string" && raw.trim() !== "") return raw.trim();
    this.fail("options-not-text", inside(field, key), raw);
    return "";
  }

  protected textOrNone(data: Json, key: string, field: string): string | null {
    return data[key] === undefined || data[key] === null ? null : this.text(data, key, field);
  }

  protected record(raw: unknown, field: string, required: readonly string[], optional: readonly string[] = []): Json {
    if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
      this.fail("options-not-a-record", field === "" ? this.file : field, raw);
      return {};
    }
    const data = { ...raw } as Json;
    for (const key of Object.keys(data))
      if (!required.includes(key) && !optional.includes(key))
        this.fail("options-unknown-key", inside(field, key), data[key], {
          keys: [...required, ...optional].join(", "),
        });
    for (const key of required)
      if (data[key] === undefined) this.fail("options-missing-key", inside(field, key), undefined);
    return data;
  }

  protected fail(code: CommandCode, field: string, value: unknown, more: Anomaly["params"] = {}): void {
    const shown = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
    const params = { field, value: shown, ...more };
    this.anomalies.push({ severity: "error", code, file: this.file, sheet: null, cell: null, params });
  }
}

export function inside(field: string, key: string): string {
  return field === "" ? key : `${field}.${key}`;
}
