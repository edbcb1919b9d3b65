import { fold } from "../cells";
import {
  anomaly,
  failure,
  success,
  type Anomaly,
  type CommandCode,
  type JsonObject,
  type MessageCode,
  type Result,
} from "../messages";
import { builtInConventions } from "../tariff";
import { choicesOf, commentKind, contradictionsIn, faultsOfComments, kindOfList, type Conventions } from "./choices";
import { itemOfJson } from "./fields";
import { otherPartyOf, particularOf, particularRows, type ParticularName, type Particulars } from "./particulars";
import { isSetting, settings } from "./settings";
import { isWeight, OptionsJson } from "./sources";
import {
  defaultOptions,
  type Options,
  type PartialOptions,
  type SharingKey,
  type Signatory,
  type VarianceComment,
} from "./types";

/**
 * Returns all options: from the file, else from the workbook, else the default. A list is taken whole: that of the file
 * replaces that of the workbook.
 */
export function mergeOptions(fromWorkbook: PartialOptions, fromFile: PartialOptions): Options {
  return { ...defaultOptions, ...fromWorkbook, ...fromFile };
}

/**
 * Reads the options in a parsed `--options FILE.json`, whose keys are those of `Options`, all optional. Strict: it
 * refuses an unknown key, a missing key inside an item and a value of the wrong type, each with its field. (decisions
 * §5) `file` is the name shown in anomalies.
 */
export function parseOptions(
  raw: unknown,
  file: string,
  among: Conventions = builtInConventions,
): Result<PartialOptions, readonly Anomaly<CommandCode>[]> {
  const json = new OptionsJson();
  const keys = Object.keys(defaultOptions) as (keyof Options)[];
  const data = json.record(raw, "", [], { optional: keys, whole: file });
  const given = keys.filter((key) => data[key] !== undefined);
  const options: PartialOptions = Object.fromEntries(given.map((key) => [key, optionOfJson(json, data, key, among)]));
  if (json.faults.length === 0) refuseContradictions(json, options);
  if (json.faults.length === 0) return success(options);
  return failure(json.faults.map(({ code, params }) => anomaly("error", code, params, { file })));
}

function refuseContradictions(json: OptionsJson, options: PartialOptions): void {
  const choices = choicesOf({ ...defaultOptions, ...options });
  for (const { index, list, params } of contradictionsIn(choices)) {
    const first = choices.findIndex(({ about }) => about === choices[index]!.about);
    json.fail("options-contradiction", `${list}[${index - first}]`, params.other, params);
  }
}

function optionOfJson(
  json: OptionsJson,
  data: JsonObject,
  key: keyof Options,
  among: Conventions,
): Options[keyof Options] {
  if (isSetting(key))
    return json.choice<string | boolean>(
      data,
      key,
      "",
      Object.values<string | boolean>(settings[key].values),
    ) as Options[typeof key];
  switch (key) {
    case "signatory":
      return data[key] === null ? null : signatoryOfJson(json, data[key]);
    case "particulars":
      return particularsOfJson(json, data[key], among);
    case "sharingKeys":
      return json.items(data, key, "", (item, place) => sharingKeyOfJson(json, item, place));
    case "comments":
      return commentsOfJson(json, data, among);
    default:
      return json.items(data, key, "", (item, place) =>
        itemOfJson(kindOfList(key), json, item, place),
      ) as object as Options[typeof key];
  }
}

function signatoryOfJson(json: OptionsJson, raw: unknown): Signatory {
  const data = json.record(raw, "signatory", ["name"], { optional: ["title", "delegation"] });
  const orEmpty = (key: string) => (data[key] === "" ? "" : json.text(data, key, "signatory"));
  return { name: json.text(data, "name", "signatory"), title: orEmpty("title"), delegation: orEmpty("delegation") };
}

function particularsOfJson(json: OptionsJson, raw: unknown, among: Conventions): Particulars {
  const names = Object.keys(particularRows) as ParticularName[];
  const data = json.record(raw, "particulars", [], { optional: names });
  const given = names.flatMap((name) => {
    const text = json.text(data, name, "particulars");
    if (text === "") return [];
    const particular = particularOf(name, text);
    if (particular === null) json.fail("options-bad-particular", `particulars.${name}`, text);
    const party = particular === null ? null : otherPartyOf(name, particular, among);
    if (party !== null) json.fail("options-siret-of-another", `particulars.${name}`, text, party);
    return [[name, particular ?? ""] as const];
  });
  return Object.fromEntries(given);
}

function sharingKeyOfJson(json: OptionsJson, raw: unknown, place: string): SharingKey {
  const data = json.record(raw, place, ["commune", "school", "shares"]);
  const commune = json.text(data, "commune", place);
  const school = json.text(data, "school", place);
  const before = json.faults.length;
  const shares = json.items(data, "shares", place, (item, at) => {
    const share = json.record(item, at, ["commune", "weight"]);
    const weight = json.number(share, "weight", at, isWeight, "options-bad-weight");
    return { commune: json.text(share, "commune", at), weight };
  });
  const fault = json.faults.length > before || data["shares"] === undefined ? null : faultOfShares(shares);
  if (fault !== null) json.fail(fault.code, `${place}.shares`, shares[fault.index]?.commune ?? "", { school, commune });
  return { commune, school, shares };
}

function commentsOfJson(json: OptionsJson, data: JsonObject, among: Conventions): VarianceComment[] {
  const before = json.faults.length;
  const comments = json.items(data, "comments", "", (item, place) => itemOfJson(commentKind, json, item, place));
  if (json.faults.length > before) return comments;
  for (const { index, about, code, params } of faultsOfComments(comments, among))
    json.fail(code, `comments[${index}].${about}`, comments[index]![about], params);
  return comments;
}

/** Returns the fault of the shares of a sharing key, and the share's index; null when there is none. (decisions §2) */
export function faultOfShares(
  shares: SharingKey["shares"],
): { readonly code: MessageCode; readonly index: number } | null {
  const communes = shares.map(({ commune }) => fold(commune));
  const repeated = communes.findIndex((commune, index) => communes.indexOf(commune) < index);
  if (repeated >= 0) return { code: "options-key-commune-twice", index: repeated };
  return shares.every(({ weight }) => weight === 0) ? { code: "options-key-no-weight", index: 0 } : null;
}
