import { isChangeByHand, type Analysed, type Billing } from "../billing";
import { firstOf, pointsOf, waysOut, type Point, type WayOut } from "../inventory";
import { commandMessage, type Anomaly, type Speech } from "../messages";
import type { Options, PartialOptions } from "../options";
import { entryOf, entryText, type Entry } from "./option-entries";
import { filesOf, mostLines } from "./summary";

/** The fields of an entry that are not part of its place: an entry replaces one that differs only by them. */
const valueFields: readonly string[] = ["as", "commune", "was", "reason"];

/**
 * Returns the lines of a file of options to save: the first choice offered by each point shown, with everything that
 * the given file already contains, because the new file replaces it. The entries of a list that only the workbook's
 * sheet has are copied too, because a list of the file replaces the sheet's. Empty when no choice settles a point.
 */
export function optionsToSave(
  billing: Billing,
  analysed: Analysed,
  given: { readonly options: PartialOptions; readonly file: string | null },
  speech: Speech,
): string[] {
  const ways = firstWays(billing, analysed);
  if (ways.length === 0) return [];
  const inForce = billing.statement.options;
  const lists = [...new Set(ways.map(({ list }) => list))];
  const added = lists.map((list) => {
    const entries = ways.filter((way) => way.list === list).map(entryOf);
    const known = (inForce[list] as readonly object[]).map((one) => ({ ...one }) as Entry);
    return [list, [...known.filter((one) => !entries.some((entry) => isOfOnePlace(one, entry))), ...entries]] as const;
  });
  const text = fileText({ ...given.options, ...Object.fromEntries(added) });
  const isOfSheet = lists.some((list) => given.options[list] === undefined && inForce[list].length > 0);
  const intro = commandMessage(
    "cli-options-to-save",
    {
      file: given.file ?? "",
      sheet: isOfSheet ? "1" : "",
      blanks: ways.some(({ toFill: says }) => says !== null) ? "1" : "",
    },
    speech,
  );
  return [intro, ...text];
}

function firstWays(billing: Billing, { comparison, rectification }: Analysed): WayOut[] {
  // The other points of a compared workbook are settled by its own options.
  const compared = (comparison?.billed.anomalies ?? []).filter(
    (one) => one.code === "compared-total-differs" || isChangeByHand(one),
  );
  return [
    ...waysOf(billing.anomalies, filesOf(billing.anomalies).size > 1),
    ...waysOf(compared, true),
    ...waysOf(rectification?.errors ?? [], true),
  ];
}

function waysOf(anomalies: readonly Anomaly[], several: boolean): WayOut[] {
  const errors: Point[] = pointsOf(anomalies).filter(({ severity }) => severity === "error");
  return errors.slice(0, mostLines.error).flatMap((point) => firstOf(waysOut(point, several)));
}

function isOfOnePlace(one: Entry, other: Entry): boolean {
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => !valueFields.includes(key));
  return keys.every((key) => (one[key] ?? null) === (other[key] ?? null));
}

/** Writes options as the lines of a JSON file, with one entry a line. */
function fileText(options: Readonly<Partial<Record<keyof Options, unknown>>>): string[] {
  const keys = Object.entries(options).map(([key, value]) => {
    if (!Array.isArray(value)) return `  "${key}": ${JSON.stringify(value)}`;
    const entries = value.map((entry: Entry) => `    ${entryText(entry)}`);
    return entries.length === 0 ? `  "${key}": []` : `  "${key}": [\n${entries.join(",\n")}\n  ]`;
  });
  return ["{", ...keys.join(",\n").split("\n"), "}"];
}
