import type { SheetCount, Table, TableColumn } from "../session/preview-types";
import { sheetText } from "../words/places";
import { meaningOf } from "../words/roles";
import { CellLink } from "./cell-link";
import { ColumnChange, isOpened } from "./column-choice";
import { Fold } from "./fold";
import { French } from "./french";
import { usePane } from "./pane-context";

interface TableCardProps {
  readonly table: Table;
  /** What became of its rows. */
  readonly rows: SheetCount | undefined;
}

/** A table recognised: where it is, what its columns were taken for, and the way to say otherwise. */
export function TableCard({ table, rows }: TableCardProps) {
  const { words } = usePane();
  const { sheet, otherFile, layout, range, commune, columns, unused } = table;
  return (
    <section class="card">
      <h2>{sheetText(sheet, otherFile, words)}</h2>
      <p>{words.say(`pane-layout-${layout}`)}</p>
      <p class="secondary">
        {words.say("pane-table-place", { sheet, range })}
        {". "}
        {commune.from === "column"
          ? words.say("pane-commune-column", { letter: commune.letter })
          : words.say(`pane-commune-${commune.from}`)}
      </p>
      {rows !== undefined && <p class="secondary">{words.say("pane-table-rows", countsOf(rows))}</p>}
      <table>
        <caption class="unseen">{words.say("pane-table-columns", { sheet })}</caption>
        <thead>
          <tr>
            <th scope="col">{words.say("pane-table-column")}</th>
            <th scope="col">{words.say("pane-table-meaning")}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, index) => (
            <ColumnRow key={index} table={table} column={column} />
          ))}
        </tbody>
      </table>
      {unused.length > 0 && <Unused table={table} />}
    </section>
  );
}

function countsOf({ read, billed, excluded, error }: SheetCount) {
  return { read, billed, excluded, error };
}

interface ColumnRowProps {
  readonly table: Table;
  readonly column: TableColumn;
}

function ColumnRow({ table, column }: ColumnRowProps) {
  const { sheet, otherFile } = table;
  const { words } = usePane();
  return (
    <tr>
      <th scope="row">
        {column.header} <CellLink sheet={sheet} otherFile={otherFile} cell={column.cell} short />
      </th>
      <td>
        {column.prestation === null ? meaningOf(column, words) : <French>{meaningOf(column, words)}</French>}{" "}
        {!column.toConfirm && <ColumnChange table={table} column={column} />}
      </td>
    </tr>
  );
}

function Unused({ table }: { readonly table: Table }) {
  const { state, words } = usePane();
  return (
    <Fold title={words.counted("pane-table-unused", table.unused.length)} open={isOpened(table, table.unused, state)}>
      <ul>
        {table.unused.map((column) => (
          <li key={column.cell}>
            {column.header === ""
              ? words.say("pane-table-no-heading", { cell: column.cell })
              : words.say("pane-table-heading", { header: column.header, cell: column.cell })}{" "}
            {!column.toConfirm && <ColumnChange table={table} column={column} />}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
