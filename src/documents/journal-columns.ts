/** Zero-based row of the first run of a Journal, under its title, its subtitle and the titles of its columns. */
export const journalFirstRow = 3;

/** The columns of the Journal, in order: a new one comes last, so that the rows already written keep their places. */
export const journalFields = [
  "when",
  "campaign",
  "snapshot",
  "grid",
  "options",
  "sources",
  "read",
  "billed",
  "excluded",
  "error",
  "schools",
  "cagb",
  "communes",
  "total",
  "accepted",
  "state",
  "contact",
] as const;

export type JournalField = (typeof journalFields)[number];

/** Zero-based columns of what a run is known by. */
export const journalColumns = Object.fromEntries(journalFields.map((field, index) => [field, index])) as Readonly<
  Record<JournalField, number>
>;
