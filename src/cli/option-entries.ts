import type { WayOut } from "../inventory";

/** An entry of a list of options, as in a JSON file. */
export type Entry = Readonly<Record<string, unknown>>;

/** Stands for a value that the user has to fill in. */
const blank = "…";

/** Returns an entry as in a file of options, with « … » for the value that the user has to fill in. */
export function entryOf({ entry, toFill: says }: WayOut): Entry {
  return { ...entry, ...(says !== null && { [says.field]: blank }) };
}

/** Writes an entry on one line. Null fields, which mean any file or the whole sheet, are left out. */
export function entryText(entry: Entry): string {
  const fields = Object.entries(entry).filter(([, value]) => value !== null && value !== undefined);
  return `{ ${fields.map(([key, value]) => `"${key}": ${JSON.stringify(value)}`).join(", ")} }`;
}
