import type { Decimal } from "decimal.js";
import { partOf, sum } from "../statement";
import type { Commune, Nature } from "../tariff";
import { billedBefore, type FicheSchool, type FicheTable } from "./fiche-lines";
import { titleLooks, type PartContext, type WrittenSchools } from "./fiche-part";
import { euros, text, type PageCell } from "./kit/cells";
import { block, plus, same, sumOf } from "./kit/formula";
import type { CellStyle } from "./kit/model";
import { bold, greyed, styles } from "./kit/styles";
import { columnHelper, table, type Cells, type Column, type RowSpan } from "./kit/table";
import { continued, uncapitalised } from "./kit/texts";

/** With more schools, a list of their amounts comes before the detail. */
export const fewSchools = 3;

/** A school of the list, and where its lines are once they are written. */
interface ListedSchool extends FicheSchool {
  readonly written: WrittenSchools;
}

type ListColumn = "school" | Nature | "total" | "before";

const column = columnHelper<ListedSchool, ListColumn>();

/** Creates the table of the list of schools, over the columns of details. `compared`: the other campaign, or null. */
function listTable({ at }: FicheTable, compared: string | null) {
  const columns = {
    school: column.imported("[École]", null, ({ school }) => school.school.name),
    installation: column.cell("Installation", { under: at.quantity }, sumOfNature("installation")),
    maintenance: column.cell("Maintenance", { under: at.price }, sumOfNature("maintenance")),
    total: column.cell("Quote-part", { under: at.amount }, ({ school }, own, style) =>
      euros(partOf(school.split, "commune"), bold(style), plus(own.installation, own.maintenance)),
    ),
    ...(compared !== null && { before: column.cell(compared, { under: at.before }, beforeCell) }),
  };
  // Without a campaign compared, nothing points at its column.
  return table({ columns: columns as Readonly<Record<ListColumn, Column<ListedSchool, ListColumn>>> });
}

function sumOfNature(nature: Nature) {
  return ({ school, lines, written }: ListedSchool, _at: Cells<ListColumn>, style: CellStyle): PageCell => {
    const amount = school.split[nature].commune;
    if (!lines.some((line) => line.nature === nature)) return euros(amount, style);
    return euros(amount, style, () => {
      const rows = written.get(school)!.rows[nature];
      return sumOf(block(rows[0]!.amount, rows.at(-1)!.amount));
    });
  };
}

/** Returns the cell of the former amount of a school; null when its counterpart is unknown. */
function beforeCell({ school, lines, written }: ListedSchool, _at: Cells<ListColumn>, style: CellStyle) {
  const before = billedBefore(lines);
  return before === null ? null : euros(before, greyed(style), () => same(written.get(school)!.subtotal!.before));
}

interface ListContext {
  /** The commune of the list, repeated on each page. */
  readonly commune: Commune;
  /** The title of the campaign compared, or null. */
  readonly compared: string | null;
}

/** Number of rows of titles and of the total. */
const rowsBesideSchools = 3;

/** Writes what each school amounts to, before the detail, under titles that are written again on each page. */
export function writeSchools(
  { page, lines, edits, part, formersTitle, before, rowsLeft, written }: PartContext,
  { commune, compared }: ListContext,
): void {
  const list = listTable(lines, compared);
  const { schools, formers } = part;
  const spans: RowSpan[] = [];
  const title = page.say("[Écoles]");
  for (let from = 0; from < schools.length;) {
    if (from > 0) page.startPage();
    const listed = schools.slice(from, from + Math.max(1, (rowsLeft?.() ?? Infinity) - rowsBesideSchools));
    const heading = text(from > 0 ? continued(`${commune.name} · ${uncapitalised(title)}`) : title, styles.section);
    const rows = listed.map((school) => ({ ...school, written }));
    const span = list.write(page, rows, { headed: { heading, looks: titleLooks } });
    if (from > 0) page.mark(span.header, "continued");
    spans.push(span);
    from += listed.length;
  }
  const formersBefore = billedBefore(formers);
  const formersCells =
    formersBefore === null
      ? []
      : [list.total(page, { label: formersTitle, cells: { before: formersBefore }, style: styles.line }).before];
  const over = (key: ListColumn) => spans.map((span) => list.area(page, key, span));
  const of = (nature: Nature) => sum(schools.map(({ school }) => school.split[nature].commune));
  const [installation, maintenance] = [of("installation"), of("maintenance")];
  const total = (key: ListColumn, amount: Decimal) => euros(amount, styles.total, sumOf(...over(key)));
  const all = installation.plus(maintenance);
  const cells = list.total(page, {
    label: page.say("Quote-part [de la commune]"),
    cells: {
      installation: total("installation", installation),
      maintenance: total("maintenance", maintenance),
      total: total("total", all),
      ...(before !== null && {
        before: euros(before, greyed(styles.total), sumOf(...over("before"), ...formersCells)),
      }),
    },
  });
  edits.watch(cells.installation, installation);
  edits.watch(cells.maintenance, maintenance);
  edits.watch(cells.total, all);
  if (before !== null) edits.watch(cells.before, before);
  page.gap();
}
