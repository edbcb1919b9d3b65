import type { Preview, SheetCount, Table, TableColumn } from "../../session/preview-types";
import { sheetText } from "../../words/places";
import { meaningOf } from "../../words/roles";
import { Button } from "../button";
import { CampaignField } from "../campaign-field";
import { CellLink } from "../cell-link";
import { FilePicker } from "../file-picker";
import { Fold } from "../fold";
import { French } from "../french";
import { OtherFiles } from "../other-files";
import { PupilLists } from "../pupil-lists";
import { usePane } from "../pane-context";
import { Screen } from "../screen";
import { previewOf } from "../../session/state";

/** What was recognised: each table, and what its columns were taken for. */
export function LectureScreen() {
  const { session, state, words } = usePane();
  const preview = previewOf(state);
  if (preview === null) return null;
  return (
    <Screen
      title={words.counted("pane-lecture-title", preview.tables.length)}
      actions={
        <>
          <Button primary onClick={() => session.openStep("controle")}>
            {words.say("pane-act-check")}
          </Button>
          <Button onClick={() => void session.read()}>{words.say("pane-act-reread")}</Button>
        </>
      }
    >
      <Understood preview={preview} />
      <OtherFiles />
      <CampaignField />
    </Screen>
  );
}

/** No headcount anywhere: Excel shows an add-in one workbook only, and they may well be in another. */
export function HeadcountsScreen() {
  const { session, state, words } = usePane();
  const preview = previewOf(state);
  if (preview === null) return null;
  return (
    <Screen
      title={words.say("pane-headcounts-title")}
      actions={
        <>
          <FilePicker primary />
          <Button onClick={() => session.openStep("controle")}>{words.say("pane-act-check")}</Button>
          <Button onClick={() => void session.read()}>{words.say("pane-act-reread")}</Button>
        </>
      }
    >
      <p role="alert">{words.say("pane-headcounts-text")}</p>
      <Understood preview={preview} />
      <CampaignField />
    </Screen>
  );
}

function Understood({ preview }: { readonly preview: Preview }) {
  const { session, words } = usePane();
  const { tables, rows, unclear, schools, communes, pupils, act } = preview;
  return (
    <>
      <PupilLists preview={preview} />
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
        <TableCard key={index} table={table} rows={rows.find((count) => sameSheet(count, table))} />
      ))}
      <p class="secondary">{words.say("pane-tariff", { act })}</p>
    </>
  );
}

function sameSheet(one: SheetCount, other: Table): boolean {
  return one.sheet === other.sheet && one.otherFile === other.otherFile;
}

function TableCard({ table, rows }: { readonly table: Table; readonly rows: SheetCount | undefined }) {
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
            <ColumnRow key={index} sheet={sheet} otherFile={otherFile} column={column} />
          ))}
        </tbody>
      </table>
      {unused.length > 0 && <Unused columns={unused} />}
    </section>
  );
}

function countsOf({ read, billed, excluded, error }: SheetCount) {
  return { read, billed, excluded, error };
}

interface ColumnRowProps extends Pick<Table, "sheet" | "otherFile"> {
  readonly column: TableColumn;
}

function ColumnRow({ sheet, otherFile, column }: ColumnRowProps) {
  const { words } = usePane();
  return (
    <tr>
      <th scope="row">
        {column.header} <CellLink sheet={sheet} otherFile={otherFile} cell={column.cell} short />
      </th>
      <td>{column.prestation === null ? meaningOf(column, words) : <French>{meaningOf(column, words)}</French>}</td>
    </tr>
  );
}

function Unused({ columns }: { readonly columns: readonly TableColumn[] }) {
  const { words } = usePane();
  return (
    <Fold title={words.counted("pane-table-unused", columns.length)}>
      <ul>
        {columns.map(({ header, cell }) => (
          <li key={cell}>
            {header === ""
              ? words.say("pane-table-no-heading", { cell })
              : words.say("pane-table-heading", { header, cell })}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
