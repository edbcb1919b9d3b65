import { isReadTable } from "../inventory";
import type { ColumnMapping, Mapping, Reading } from "../inventory";
import type { Grid } from "../tariff";
import { imported, text } from "./cells";
import type { Draft } from "./draft";
import { layoutNames, meaningOf } from "./meanings";
import { breakWords, lettersAcross } from "./measure";
import { styles } from "./styles";

/** How the tables were understood; tables that were understood alike (a tab a commune) are told once. */
export function writeMappings(draft: Draft, reading: Reading, grid: Grid): void {
  draft.section("Comment les feuilles ont été comprises");
  const alike = new Map<string, Mapping[]>();
  for (const mapping of reading.mappings.filter(isReadTable)) {
    const likeness = JSON.stringify([mapping.layout, meanings(mapping, grid).map(({ meaning }) => meaning)]);
    alike.set(likeness, [...(alike.get(likeness) ?? []), mapping]);
  }
  for (const group of alike.values()) writeGroup(draft, group, grid);
  if (alike.size === 0) draft.add([text("Aucun tableau reconnu.", styles.line)]);
}

const namedSheets = 4;

function writeGroup(draft: Draft, group: readonly Mapping[], grid: Grid): void {
  const [first] = group;
  if (first === undefined) return;
  const named = group.slice(0, namedSheets).map(({ sheet, range }) => `${sheet.name}!${range}`);
  const others = group.length - named.length;
  const sheets = named.join(", ") + (others > 0 ? ` et ${others} autres feuilles semblables` : "");
  const heading = `${sheets} : ${layoutNames[first.layout]}`;
  for (const line of breakWords(heading, lettersAcross(draft.widths, styles.group)))
    draft.band([imported(line, styles.group)], styles.group, true);
  const all = meanings(first, grid);
  for (const [index, { meaning, columns }] of all.entries()) {
    const headers = columns.map(({ header }) => `« ${header.replace(/\s+/g, " ").trim()} »`);
    const shown = headers.length > 3 ? `${headers[0]!} et ${headers.length - 1} autres colonnes` : headers.join(", ");
    // The last line never stands alone at the top of a page.
    const keep = index === all.length - 2;
    draft.band([imported(shown, styles.indented), text(meaning, styles.line)], styles.line, keep);
  }
}

/** Columns by meaning, in order of first appearance. */
function meanings(mapping: Mapping, grid: Grid): { meaning: string; columns: ColumnMapping[] }[] {
  const found = new Map<string, ColumnMapping[]>();
  for (const column of mapping.columns) {
    const meaning = meaningOf(column, grid);
    found.set(meaning, [...(found.get(meaning) ?? []), column]);
  }
  return [...found].map(([meaning, columns]) => ({ meaning, columns }));
}
