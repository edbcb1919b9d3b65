import type { Preview, SheetCount, Table } from "../../session/preview-types";
import { Button } from "../button";
import { CampaignField } from "../campaign-field";
import { CellLink } from "../cell-link";
import { ColumnChoice } from "../column-choice";
import { FilePicker } from "../file-picker";
import { OtherFiles } from "../other-files";
import { PupilLists } from "../pupil-lists";
import { usePane } from "../pane-context";
import { Screen } from "../screen";
import { TableCard } from "../table-card";
import { previewOf } from "../../session/state";

/** What was recognised: each table, and what its columns were taken for. */
export function LectureScreen() {
  const { session, state, words } = usePane();
  const preview = previewOf(state);
  if (preview === null) return null;
  return (
    <Screen
      title={
        preview.unclear > 0
          ? words.counted("pane-confirm-columns", preview.unclear)
          : words.counted("pane-lecture-title", preview.tables.length)
      }
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
  const { words } = usePane();
  const { tables, rows, schools, communes, pupils, act } = preview;
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
      <ToConfirm tables={tables} />
      {tables.map((table, index) => (
        <TableCard key={index} table={table} rows={rows.find((count) => sameSheet(count, table))} />
      ))}
      <p class="secondary">{words.say("pane-tariff", { act })}</p>
    </>
  );
}

/** Columns that their heading leaves open: each with what it may hold, and the way to it. */
function ToConfirm({ tables }: Pick<Preview, "tables">) {
  const { words } = usePane();
  const open = tables.flatMap((table) =>
    [...table.columns, ...table.unused].filter(({ toConfirm }) => toConfirm).map((column) => ({ table, column })),
  );
  if (open.length === 0) return null;
  return (
    <section class="card" aria-label={words.counted("pane-confirm-columns", open.length)}>
      {open.map(({ table, column }) => (
        <div key={JSON.stringify([table.sheet, table.otherFile, column.cell])}>
          <p>
            <CellLink sheet={table.sheet} otherFile={table.otherFile} cell={column.cell} />
          </p>
          <ColumnChoice table={table} column={column} />
        </div>
      ))}
    </section>
  );
}

function sameSheet(one: SheetCount, other: Table): boolean {
  return one.sheet === other.sheet && one.otherFile === other.otherFile;
}
