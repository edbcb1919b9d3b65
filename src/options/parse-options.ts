import type { Anomaly, CommandCode, MessageCode } from "../messages";
import { faultOfShares, isRowNumber, isWeight, isYear } from "./checks";
import { faultsOfComments } from "./comments";
import { JsonFields } from "./json-fields";
import type { Json } from "./json-fields";
import { defaultOptions, wordKinds } from "./types";
import type {
  AcceptedValue,
  ChosenCommune,
  MappingCorrection,
  Options,
  RepeatChoice,
  SetAsideRow,
  SharingKey,
  Signatory,
  TableChoice,
  VarianceComment,
  WordChoice,
} from "./types";
import { natureMeaningWordings, repeatRuleWordings, saidOf, stateMeaningWordings, tableUseWordings } from "./wordings";

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
  const reader = new OptionsReader(file);
  const options = reader.options(raw);
  return reader.anomalies.length > 0 ? { anomalies: reader.anomalies } : { options };
}

/** Reads each option by its own shape. */
class OptionsReader extends JsonFields {
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
      ...(has("words") && { words: this.list(data, "words", "", this.word) }),
      ...(has("tables") && { tables: this.list(data, "tables", "", this.table) }),
      ...(has("repeats") && { repeats: this.list(data, "repeats", "", this.repeat) }),
      ...(has("accepted") && { accepted: this.list(data, "accepted", "", this.acceptedValue) }),
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

  private readonly word = (raw: unknown, field: string): WordChoice => {
    const data = this.record(raw, field, ["word", "kind", "as"]);
    const word = this.text(data, "word", field);
    const kind = this.choice(data, "kind", wordKinds, field);
    if (kind === "nature") return { word, kind, as: this.worded(data, "as", natureMeaningWordings, field) };
    if (kind === "state") return { word, kind, as: this.worded(data, "as", stateMeaningWordings, field) };
    return { word, kind, as: saidOf(this.text(data, "as", field)) };
  };

  private readonly table = (raw: unknown, field: string): TableChoice => {
    const data = this.record(raw, field, ["sheet", "as"], ["file", "cell", "was"]);
    return {
      ...this.place(data, field),
      cell: this.cellOrNone(data, field),
      as: this.worded(data, "as", tableUseWordings, field),
    };
  };

  private readonly repeat = (raw: unknown, field: string): RepeatChoice => {
    const data = this.record(raw, field, ["sheet", "as"], ["file", "cell", "was"]);
    return {
      ...this.place(data, field),
      cell: this.cellOrNone(data, field),
      as: this.worded(data, "as", repeatRuleWordings, field),
    };
  };

  private readonly acceptedValue = (raw: unknown, field: string): AcceptedValue => {
    const data = this.record(raw, field, ["code", "was"], ["file", "sheet", "cell"]);
    return {
      file: this.textOrNone(data, "file", field),
      sheet: this.textOrNone(data, "sheet", field),
      cell: this.cellOrNone(data, field),
      code: this.text(data, "code", field),
      was: typeof data["was"] === "number" ? String(data["was"]) : this.text(data, "was", field),
    };
  };

  private cellOrNone(data: Json, field: string): string | null {
    return data["cell"] === undefined || data["cell"] === null
      ? null
      : this.cellName(data, field, "options-bad-table-cell");
  }

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
    const was = this.textOrNone(data, "was", field);
    return {
      file: this.textOrNone(data, "file", field),
      sheet: this.text(data, "sheet", field),
      ...(was !== null && { was }),
    };
  }
}
