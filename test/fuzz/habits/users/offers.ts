import { waysOut, type Point, type WayOut } from "../../../../src/inventory";
import type { ChoiceList } from "../../../../src/options";
import { membersOf } from "../communes";
import { equipment } from "../truth";

/** A choice that the program offers: an entry that goes as it is into one of the lists of the options. */
export interface Offer {
  readonly list: ChoiceList;
  readonly entry: Readonly<Partial<Record<string, string | number>>>;
}

/** Stands, in the values of a way out, for all the others. */
const others = "…";

const natures = ["maintenance", "installation"] as const;
const columnRoles = [
  "ignored",
  "headcount",
  ...equipment.flatMap((code) => natures.map((nature) => `${code} ${nature}`)),
  "quantity",
  ...natures.map((nature) => `quantity ${nature}`),
  ...["commune", "insee", "school", "label", "nature", "state", "entry", "exit", "level"],
];
/** Of any campaign. */
const communes = [...new Set([2014, 2015].flatMap((year) => membersOf(year).map(([, name]) => name)))];

/** Returns every choice that a point offers at its first place. */
export function offersOf(point: Point, severalFiles: boolean): readonly Offer[] {
  return waysOut(point, severalFiles).flatMap(offersBy);
}

function offersBy({ list, entry: given, toFill: says }: WayOut): Offer[] {
  const entry: Offer["entry"] = { ...given };
  if (says === null) return [{ list, entry }];
  const values = says.values.length === 0 ? [others] : says.values;
  return [...new Set(values.flatMap((value) => (value === others ? meaningsOf(list, entry) : [value])))].map(
    (value) => ({ list, entry: { ...entry, [says.field]: value } }),
  );
}

/** Everything that « … » may stand for. */
function meaningsOf(list: ChoiceList, { kind }: Offer["entry"]): readonly string[] {
  if (list === "communes" || kind === "commune") return communes;
  return list === "words" && kind === "prestation" ? equipment : columnRoles;
}
