import { fold } from "../../cells";
import { countingOf } from "../../tariff";
import { itemsAt, valueAt, withValue, type Draft, type FieldPlace } from "./draft";
import { fieldName } from "./field-kinds";

/** The fields of a tariff that repeat fields of its convention. */
const ofTariff: Readonly<Record<string, string>> = { "act.name": "act", from: "from", to: "to" };

/**
 * Returns a draft with a value typed in a field, and in the fields that follow it until they are typed themselves: the
 * act and the dates of the only tariff follow those of the convention, the code of a prestation its wording, and its
 * way of counting its unit.
 */
export function typedIn(draft: Draft, place: FieldPlace, value: unknown): Draft {
  const after = withValue(draft, place, value);
  const { file, field } = place;
  if (fieldName(field) === "rows.unit") return countedBy(draft, after, place);
  if (fieldName(field) === "rows.prestation") return codedBy(draft, after, place);
  const known = file === "convention" ? ofTariff[field] : undefined;
  if (known === undefined) return after;
  const ofGrid: FieldPlace = { file: "grid", field: `[0].${known}` };
  const isAlone = itemsAt(draft, { file: "grid", field: "" }).length === 1;
  return isAlone && valueAt(draft, ofGrid) === valueAt(draft, place) ? withValue(after, ofGrid, value) : after;
}

/** Returns the nouns of a draft for payers, « la CCVX », « commune », and for sites, « école »; blank when missing. */
export function nounsOf(draft: Draft): Readonly<Record<"debtor" | "member" | "site", string>> {
  const textOf = (field: string) => String(valueAt(draft, { file: "convention", field }) ?? "").trim();
  const singular = (field: string) => textOf(field).replace(/^une? |\s*[,;/].*$/g, "");
  return { debtor: textOf("debtor.short"), member: singular("member.french"), site: singular("site.french") };
}

/** Returns a code for a prestation: `TERMINAL_DE_RESTAURATION` for « Terminal de restauration ». */
export function codeOf(prestation: string): string {
  return fold(prestation)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "_")
    .replace(/^[^A-Z]+|_+$/g, "");
}

/**
 * Returns the draft after a wording was typed, with the code of its prestation derived from it if it was derived from
 * the previous wording.
 */
function codedBy(before: Draft, after: Draft, place: FieldPlace): Draft {
  const code: FieldPlace = { ...place, field: place.field.replace(/prestation$/, "code") };
  const codeIn = (draft: Draft) => codeOf(String(valueAt(draft, place) ?? ""));
  const isOwn = ![codeIn(before), ""].includes(String(valueAt(before, code) ?? ""));
  return isOwn ? after : withValue(after, code, codeIn(after));
}

/** Sets the way of counting a prestation from its unit, when it followed the former unit. */
function countedBy(before: Draft, after: Draft, { file, field }: FieldPlace): Draft {
  const place = (key: string): FieldPlace => ({ file, field: field.replace(/unit$/, key) });
  const countingIn = (draft: Draft) => {
    const text = (key: string) => String(valueAt(draft, place(key)) ?? "");
    return countingOf(text("code"), text("unit"), { singular: nounsOf(draft).site || "…" });
  };
  const [was, is] = [countingIn(before), countingIn(after)];
  return (["counts", "perSite"] as const)
    .filter((key) => valueAt(before, place(key)) === was[key])
    .reduce((draft, key) => withValue(draft, place(key), is[key]), after);
}
