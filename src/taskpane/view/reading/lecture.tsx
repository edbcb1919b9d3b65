import { useRef } from "preact/hooks";
import type { Preview } from "../../session/preview-types";
import { previewOf } from "../../session/state";
import { Button } from "../button";
import { CampaignField } from "../campaign-field";
import { FilePicker } from "../file-picker";
import { OtherFiles } from "../other-files";
import { usePane } from "../pane-context";
import { Screen } from "../screen";
import { AskedList } from "./asked-list";
import { ColumnScreen } from "./column-screen";
import { NumbersAccount } from "./numbers-account";
import { PupilLists } from "./pupil-lists";
import { isAskedOnce } from "./questions";
import { SettledLines } from "./settled-lines";
import { TableList } from "./table-list";
import { TableScreen } from "./table-screen";
import { isRead } from "./tables";
import { useReadingTexts } from "./words";
import type { ReadingTexts } from "./words";

/** What was understood: where each number went, what is asked once, the tables; over it, one table, or one column. */
export function LectureScreen() {
  const { session, state } = usePane();
  const texts = useReadingTexts();
  const { words } = texts;
  const preview = previewOf(state);
  const { over, lastTable } = useOver();
  if (preview === null) return null;
  if (over !== null) return over;
  return (
    <Screen
      key="all"
      title={lectureTitle(preview, texts)}
      actions={
        <>
          <Button primary onClick={() => session.openStep("controle")}>
            {words.say("pane-act-check")}
          </Button>
          <Button onClick={() => void session.read()}>{words.say("pane-act-reread")}</Button>
        </>
      }
    >
      <Understood preview={preview} lastTable={lastTable} />
      <OtherFiles />
      <CampaignField />
    </Screen>
  );
}

/** No headcount anywhere: Excel shows an add-in one workbook only, and they may well be in another. */
export function HeadcountsScreen() {
  const { session, state, words } = usePane();
  const preview = previewOf(state);
  const { over, lastTable } = useOver();
  if (preview === null) return null;
  if (over !== null) return over;
  return (
    <Screen
      key="all"
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
      <Understood preview={preview} lastTable={lastTable} />
      <CampaignField />
    </Screen>
  );
}

/** What is open over the step: a column, or a table; and what was open last, which has the focus again once left. */
function useOver() {
  const { state } = usePane();
  const lastTable = useRef<number | null>(null);
  const lastColumn = useRef<string | null>(null);
  const { column } = state;
  const table = state.table === null ? undefined : previewOf(state)?.tables[state.table];
  if (table !== undefined) lastTable.current = state.table;
  if (column !== null) lastColumn.current = column.cell;
  const over =
    column !== null ? (
      <ColumnScreen key={JSON.stringify(column)} place={column} />
    ) : table !== undefined ? (
      <TableScreen key={state.table} table={table} lastColumn={lastColumn.current} />
    ) : null;
  return { over, lastTable: lastTable.current };
}

interface UnderstoodProps {
  readonly preview: Preview;
  /** The table that was open last. */
  readonly lastTable: number | null;
}

function Understood({ preview, lastTable }: UnderstoodProps) {
  const { words } = usePane();
  const { schools, communes, pupils, act } = preview;
  return (
    <>
      <SettledLines />
      <PupilLists preview={preview} />
      <p>
        {[
          words.counted("pane-count-schools", schools),
          words.counted("pane-count-communes", communes.length),
          words.counted("pane-count-pupils", pupils),
        ].join(", ")}
      </p>
      <NumbersAccount preview={preview} />
      <AskedList preview={preview} />
      <TableList preview={preview} lastTable={lastTable} />
      <p class="secondary">{words.say("pane-tariff", { act })}</p>
    </>
  );
}

/** « 1 question, 2 tableaux lus », or that there is nothing to ask. */
function lectureTitle({ points, tables }: Preview, { t, tCount }: ReadingTexts): string {
  const questions = points.filter(isAskedOnce).length;
  if (questions === 0) return t("pane-read-nothing-to-ask");
  return t("pane-read-title", {
    questions: tCount("pane-read-questions", questions),
    tables: tCount("pane-read-tables", tables.filter(isRead).length),
  });
}
