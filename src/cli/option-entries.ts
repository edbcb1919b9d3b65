import type { WayOut } from "../inventory";

/** An entry of a list of options, as a file has it. */
export type Entry = Readonly<Record<string, unknown>>;

/** What is left to say in an entry. */
const blank = "…";

/** Returns an entry as a file of options has it, with « … » for what is left to say. */
export function entryOf({ entry, says }: WayOut): Entry {
  return { ...entry, ...(says !== null && { [says.field]: blank }) };
}

/** Writes an entry on one line. What is not said, in any file or in a whole sheet, is left out. */
export function entryText(entry: Entry): string {
  const fields = Object.entries(entry).filter(([, value]) => value !== null && value !== undefined);
  return `{ ${fields.map(([key, value]) => `"${key}": ${JSON.stringify(value)}`).join(", ")} }`;
}
