import type { SheetCount, Table, TableColumn } from "../../session/preview-types";
import { meaningOf } from "../../words/roles";
import { Button } from "../button";
import { CampaignField } from "../campaign-field";
import { CellLink } from "../cell-link";
import { French } from "../french";
import { usePane } from "../pane-context";
import { Screen } from "../screen";
import { previewOf } from "../../session/state";

/** What was recognised: each table, and what its columns were taken for. */
export function LectureScreen() {
  const { session, state, words } = usePane();
  const preview = previewOf(state);
  if (preview === null) return null;
  const { tables, unclear, schools, communes, pupils, act } = preview;
  return (
    <Screen
      title={words.counted("pane-lecture-title", tables.length)}
      actions={
        <>
          <Button primary onClick={() => session.openStep("controle")}>
            {words.say("pane-act-check")}
          </Button>
          <Button onClick={() => void session.read()}>{words.say("pane-act-reread")}</Button>
        </>
      }
    >
      <p>
        {[
          words.counted("pane-count-schools", schools),
          words.counted("pane-count-communes", communes.length),
          words.counted("pane-count-pupils", pupils),
        ].join(", ")}
      </p>
      {unclear > 0 && (
        <p class="warning">
          <span aria-hidden="true">▲ </span>
          <Button link onClick={() => session.openStep("controle")}>
            {words.counted("pane-unclear", unclear)}
          </Button>
        </p>
      )}
      {tables.map((table, index) => (
        <TableCard key={index} table={table} rows={preview.rows.find(({ sheet }) => sheet === table.sheet)} />
      ))}
      <p class="secondary">{words.say("pane-tariff", { act })}</p>
      <CampaignField />
    </Screen>
  );
}

function TableCard({ table, rows }: { readonly table: Table; readonly rows: SheetCount | undefined }) {
  const { words } = usePane();
  const { sheet, layout, range, commune, columns, unused } = table;
  return (
    <section class="card">
      <h2>{sheet}</h2>
      <p>{words.say(`pane-layout-${layout}`)}</p>
      <p class="secondary">
        {words.say("pane-table-place", { sheet, range })}
        {". "}
        {commune.from === "column"
          ? words.say("pane-commune-column", { letter: commune.letter })
          : words.say(`pane-commune-${commune.from}`)}
      </p>
      {rows !== undefined && <p class="secondary">{words.say("pane-table-rows", { ...rows })}</p>}
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
            <ColumnRow key={index} sheet={sheet} column={column} />
          ))}
        </tbody>
      </table>
      {unused.length > 0 && <Unused columns={unused} />}
    </section>
  );
}

function ColumnRow({ sheet, column }: { readonly sheet: string; readonly column: TableColumn }) {
  const { words } = usePane();
  return (
    <tr>
      <th scope="row">
        {column.header} <CellLink sheet={sheet} cell={column.cell} short />
      </th>
      <td>{column.prestation === null ? meaningOf(column, words) : <French>{meaningOf(column, words)}</French>}</td>
    </tr>
  );
}

function Unused({ columns }: { readonly columns: readonly TableColumn[] }) {
  const { words } = usePane();
  return (
    <details>
      <summary>{words.counted("pane-table-unused", columns.length)}</summary>
      <ul>
        {columns.map(({ header, cell }) => (
          <li key={cell}>
            {header === ""
              ? words.say("pane-table-no-heading", { cell })
              : words.say("pane-table-heading", { header, cell })}
          </li>
        ))}
      </ul>
    </details>
  );
}
