import type { Anomaly, CommandCode, MessageCode } from "../messages";
import { faultOfShares, isRowNumber, isWeight, isYear, plainCellName } from "./checks";
import { faultsOfComments } from "./comments";
import { defaultOptions } from "./types";
import type {
  ChosenCommune,
  MappingCorrection,
  Options,
  SetAsideRow,
  SharingKey,
  Signatory,
  VarianceComment,
} from "./types";

/** Some of the options; what is absent is left to the other place, then to the default. */
export type PartialOptions = Partial<Options>;

/** What was read, or everything that is wrong in it. */
export type OptionsReading<Code extends string = MessageCode> =
  { readonly options: PartialOptions } | { readonly anomalies: readonly Anomaly<Code>[] };

/**
 * The options of a parsed `--options FILE.json`, whose keys are those of `Options`, each one optional. Strict: an unknown
 * key, a missing one inside an item, a value of another kind are refused, and each error names its field. (decisions §5)
 * `file` is the name shown in the anomalies.
 */
export function parseOptions(raw: unknown, file: string): OptionsReading<CommandCode> {
  const reader = new JsonReader(file);
  const options = reader.options(raw);
  return reader.anomalies.length > 0 ? { anomalies: reader.anomalies } : { options };
}

type Json = Record<string, unknown>;

/** Reads on after an error, with a stand-in value, so that all errors are gathered in one pass. */
class JsonReader {
  readonly anomalies: Anomaly<CommandCode>[] = [];

  constructor(private readonly file: string) {}

  options(raw: unknown): PartialOptions {
    const data = this.record(raw, "", [], Object.keys(defaultOptions));
    const has = (key: keyof Options) => data[key] !== undefined;
    return {
      ...(has("besancon") && {
        besancon: this.choice(data, "besancon", ["like-others", "cagb-share-only", "left-out"] as const),
      }),
      ...(has("schoolUnit") && { schoolUnit: this.choice(data, "schoolUnit", ["one", "each"] as const) }),
      ...(has("sharingKeys") && { sharingKeys: this.list(data, "sharingKeys", "", this.sharingKey) }),
      ...(has("mappings") && { mappings: this.list(data, "mappings", "", this.mapping) }),
      ...(has("communes") && { communes: this.list(data, "communes", "", this.chosenCommune) }),
      ...(has("setAside") && { setAside: this.list(data, "setAside", "", this.setAsideRow) }),
      ...(has("comments") && { comments: this.comments(data) }),
      ...(has("signatory") && { signatory: data["signatory"] === null ? null : this.signatory(data["signatory"]) }),
      ...(has("printableFiches") && { printableFiches: this.flag(data, "printableFiches") }),
    };
  }

  private readonly sharingKey = (raw: unknown, field: string): SharingKey => {
    const data = this.record(raw, field, ["commune", "school", "shares"]);
    const commune = this.text(data, "commune", field);
    const school = this.text(data, "school", field);
    const before = this.anomalies.length;
    const shares = this.list(data, "shares", field, (item, place) => {
      const share = this.record(item, place, ["commune", "weight"]);
      if (share["weight"] !== undefined && !isWeight(share["weight"]))
        this.fail("options-bad-weight", `${place}.weight`, share["weight"]);
      const weight = isWeight(share["weight"]) ? share["weight"] : 0;
      return { commune: this.text(share, "commune", place), weight };
    });
    const fault = this.anomalies.length > before || data["shares"] === undefined ? null : faultOfShares(shares);
    if (fault !== null)
      this.fail(fault.code, `${field}.shares`, shares[fault.index]?.commune ?? "", { school, commune });
    return { commune, school, shares };
  };

  private readonly mapping = (raw: unknown, field: string): MappingCorrection => {
    const data = this.record(raw, field, ["sheet", "cell", "as"], ["file", "was"]);
    return {
      ...this.place(data, field),
      cell: this.cellName(data, field, "options-bad-cell"),
      as: this.text(data, "as", field),
    };
  };

  private readonly chosenCommune = (raw: unknown, field: string): ChosenCommune => {
    const data = this.record(raw, field, ["sheet", "cell", "commune"], ["file", "was"]);
    return {
      ...this.place(data, field),
      cell: this.cellName(data, field, "options-bad-commune-cell"),
      commune: this.text(data, "commune", field),
    };
  };

  private readonly setAsideRow = (raw: unknown, field: string): SetAsideRow => {
    const data = this.record(raw, field, ["sheet", "row", "reason"], ["file", "was"]);
    const row = data["row"];
    if (row !== undefined && !isRowNumber(row)) this.fail("options-bad-row", `${field}.row`, row);
    return {
      ...this.place(data, field),
      row: isRowNumber(row) ? row : 1,
      reason: this.text(data, "reason", field),
    };
  };

  private comments(data: Json): VarianceComment[] {
    const before = this.anomalies.length;
    const comments = this.list(data, "comments", "", this.comment);
    if (this.anomalies.length > before) return comments;
    for (const { index, about, code, params } of faultsOfComments(comments))
      this.fail(code, `comments[${index}].${about}`, comments[index]![about], params);
    return comments;
  }

  private readonly comment = (raw: unknown, field: string): VarianceComment => {
    const data = this.record(raw, field, ["commune", "against", "text"]);
    const { against } = data;
    if (against !== undefined && !isYear(against)) this.fail("options-bad-year", `${field}.against`, against);
    return {
      commune: this.text(data, "commune", field),
      against: isYear(against) ? against : 0,
      text: this.text(data, "text", field),
    };
  };

  private signatory(raw: unknown): Signatory {
    const data = this.record(raw, "signatory", ["name"], ["title", "delegation"]);
    const orEmpty = (key: string) =>
      data[key] === undefined || data[key] === "" ? "" : this.text(data, key, "signatory");
    return {
      name: this.text(data, "name", "signatory"),
      title: orEmpty("title"),
      delegation: orEmpty("delegation"),
    };
  }

  private place(data: Json, field: string): Pick<SetAsideRow, "file" | "sheet" | "was"> {
    const orAbsent = (key: string) =>
      data[key] === undefined || data[key] === null ? null : this.text(data, key, field);
    const was = orAbsent("was");
    return { file: orAbsent("file"), sheet: this.text(data, "sheet", field), ...(was !== null && { was }) };
  }

  /** `bad` is the message that says which cell is wanted. */
  private cellName(data: Json, field: string, bad: CommandCode): string {
    const written = this.text(data, "cell", field);
    const cell = plainCellName(written);
    if (cell === null && written !== "") this.fail(bad, inside(field, "cell"), written);
    return cell ?? "";
  }

  private choice<T extends string>(data: Json, key: string, choices: readonly [T, ...T[]]): T {
    const found = choices.find((choice) => choice === data[key]);
    if (found === undefined)
      this.fail("options-bad-choice", key, data[key], { choices: choices.map((choice) => `"${choice}"`).join(", ") });
    return found ?? choices[0];
  }

  private flag(data: Json, key: string): boolean {
    if (typeof data[key] !== "boolean") this.fail("options-bad-choice", key, data[key], { choices: "true, false" });
    return data[key] === true;
  }

  private list<T>(data: Json, key: string, field: string, read: (item: unknown, field: string) => T): T[] {
    const raw = data[key];
    if (raw === undefined) return [];
    const place = inside(field, key);
    if (Array.isArray(raw)) return raw.map((item: unknown, index) => read(item, `${place}[${index}]`));
    this.fail("options-not-a-list", place, raw);
    return [];
  }

  /** An absent key was reported by `record` already. */
  private text(data: Json, key: string, field: string): string {
    const raw = data[key];
    if (raw === undefined) return "";
    if (typeof raw === "string" && raw.trim() !== "") return raw.trim();
    this.fail("options-not-text", inside(field, key), raw);
    return "";
  }

  private record(raw: unknown, field: string, required: readonly string[], optional: readonly string[] = []): Json {
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

  private fail(code: CommandCode, field: string, value: unknown, more: Anomaly["params"] = {}): void {
    const shown = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
    const params = { field, value: shown, ...more };
    this.anomalies.push({ severity: "error", code, file: this.file, sheet: null, cell: null, params });
  }
}

function inside(field: string, key: string): string {
  return field === "" ? key : `${field}.${key}`;
}
