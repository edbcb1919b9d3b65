/** What quotes a cell, or what someone typed; the rest is said by the program. */
const quoted = new Set([
  "value",
  "text",
  "header",
  "commune",
  "school",
  "label",
  "prestation",
  "state",
  "was",
  "found",
]);
/** Lists and paths that would be of no use cut short. */
const whole = new Set(["path", "usage"]);

/** A text of a cell is quoted whole up to that length, as the longest names of schools are; any other text up to the second. */
const longestQuoted = 80;
const longest = 500;
/** What is left of a longer one. */
const kept = 40;

/** A value as a message shows it: a cell may hold 32,000 characters, of which the first ones tell which it is. */
export function bounded(name: string, value: string | number): string {
  const text = String(value);
  const most = quoted.has(name) ? longestQuoted : longest;
  if (text.length <= most || whole.has(name)) return text;
  // Two halves of one character are not parted.
  return `${text.slice(0, kept).replace(/[\ud800-\udbff]$/, "")}…`;
}
