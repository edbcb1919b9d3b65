import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { pointMessage } from "../../../messages";
import { FilePicker, OtherFiles } from "../../parts/inputs";
import { usePane } from "../../parts/context";
import { severityShapes, Button, Screen } from "../../parts/elements";
import type { PointShown, Preview } from "../../state/preview";
import { billedMachines, columnAt } from "../../state/tables";
import { openAs, previewOf, tableUnder } from "../../state/state";
import { anatomyOf } from "../../texts/anatomy";
import { SettledLines } from "./choice-list";
import { ColumnScreen, TableScreen } from "./table-screen";
import { NumbersAccount, PupilLists } from "./numbers-account";
import { letterOf } from "./question-form";
import { TableList, isRead } from "./table-list";
import { useReadingTexts, type ReadingTexts } from "./texts";

/** Draws what was understood: the account of numbers, the questions, the tables; over it, a table or a column. */
export function LectureScreen() {
  const texts = useReadingTexts();
  return <ReadScreen titleOf={(preview) => lectureTitle(preview, texts)} after={<OtherFiles />} />;
}

/** Shows that no headcount was found: Excel gives an add-in one workbook only, and they may be in another. */
export function HeadcountsScreen() {
  const { words } = usePane();
  return (
    <ReadScreen
      titleOf={() => words.say("pane-headcounts-title")}
      before={<p role="alert">{words.say("pane-headcounts-text")}</p>}
      firstButton={<FilePicker primary />}
    />
  );
}

interface ReadScreenProps {
  readonly titleOf: (preview: Preview) => string;
  /** Around what was understood. */
  readonly before?: ComponentChildren;
  readonly after?: ComponentChildren;
  /** The primary button, when it does not continue to « Contrôle ». */
  readonly firstButton?: ComponentChildren;
}

/** Draws « Lecture », one way or the other. */
function ReadScreen({ titleOf, before, after, firstButton }: ReadScreenProps) {
  const { session, state, words } = usePane();
  const preview = previewOf(state);
  const { over, lastTable } = useOver();
  if (preview === null) return null;
  if (over !== null) return over;
  return (
    <Screen
      key="all"
      title={titleOf(preview)}
      actions={
        <>
          {firstButton}
          <Button
            primary={firstButton === undefined}
            onClick={() => session.dispatch({ type: "step-opened", step: "controle" })}
          >
            {words.say("pane-act-check")}
          </Button>
          <Button onClick={() => void session.run.read()}>{words.say("pane-act-reread")}</Button>
        </>
      }
    >
      {session.query.lacksFunctions() && <p class="secondary">{words.say("pane-without-functions")}</p>}
      {before}
      <Understood preview={preview} lastTable={lastTable} />
      {after}
    </Screen>
  );
}

/**
 * Returns the screen of a column or of a table open over the step, or null, and the last table that was open, to which
 * the focus returns.
 */
function useOver() {
  const { state } = usePane();
  const lastTable = useRef<number | null>(null);
  const lastColumn = useRef<string | null>(null);
  const column = openAs(state, "column")?.column ?? null;
  const index = tableUnder(state.open)?.table ?? null;
  const preview = previewOf(state);
  const table = index === null ? undefined : preview?.tables[index];
  if (table !== undefined) lastTable.current = index;
  if (column !== null) lastColumn.current = column.cell;
  const over =
    column !== null ? (
      <ColumnScreen key={JSON.stringify(column)} place={column} />
    ) : preview !== null && table !== undefined ? (
      <TableScreen key={index} index={index!} table={table} preview={preview} lastColumn={lastColumn.current} />
    ) : null;
  return { over, lastTable: lastTable.current };
}

interface UnderstoodProps {
  readonly preview: Preview;
  /** The table that was open last. */
  readonly lastTable: number | null;
}

function Understood({ preview, lastTable }: UnderstoodProps) {
  const { words, tCount } = useReadingTexts();
  const { schools, byCommune, pupils, grid } = preview.statement;
  const machines = billedMachines(preview.tables);
  return (
    <>
      <SettledLines />
      <PupilLists preview={preview} />
      <p>
        {[
          words.counted("pane-count-schools", schools),
          words.counted("pane-count-communes", byCommune.length),
          words.counted("pane-count-pupils", pupils),
          ...(machines > 0 ? [tCount("pane-machines", machines)] : []),
        ].join(", ")}
      </p>
      <NumbersAccount preview={preview} />
      <AskedList preview={preview} />
      <TableList preview={preview} lastTable={lastTable} />
      <p class="secondary">{words.say("pane-tariff", { act: grid.act })}</p>
    </>
  );
}

/** Returns « 1 question, 2 tableaux lus », or that there is nothing to ask. */
function lectureTitle({ points, tables }: Preview, { t, tCount }: ReadingTexts): string {
  const questions = points.filter(isAskedOnce).length;
  if (questions === 0) return t("pane-read-nothing-to-ask");
  return t("pane-read-title", {
    questions: tCount("pane-read-questions", questions),
    tables: tCount("pane-read-tables", tables.filter(isRead).length),
  });
}

/** Draws « À dire une fois »: the questions whose answer lets something be billed; each leads to its answers. */
function AskedList({ preview }: { readonly preview: Preview }) {
  const { t } = useReadingTexts();
  const asked = preview.points.flatMap((point, index) => (isAskedOnce(point) ? [{ point, index }] : []));
  if (asked.length === 0) return null;
  return (
    <section class="card">
      <h2>{t("pane-ask-title")}</h2>
      <ul class="asked">
        {asked.map(({ point, index }) => (
          <li key={index}>
            <Asked point={point} index={index} preview={preview} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface AskedProps {
  readonly point: PointShown;
  readonly index: number;
  readonly preview: Preview;
}

function Asked({ point, index, preview }: AskedProps) {
  const { session } = usePane();
  const { words } = useReadingTexts();
  const { question, severity, anomalies } = point;
  const isColumn = question?.about === "column";
  return (
    <button type="button" class="point-head" onClick={() => session.dispatch({ type: "point-opened", point: index })}>
      <span class="what">
        <span class={severity}>
          <span class="severity" aria-hidden="true">
            {severityShapes[severity]}{" "}
          </span>
        </span>
        {isColumn ? (
          <ColumnAsked point={point} preview={preview} />
        ) : (
          anatomyOf(pointMessage(anomalies, words.speech, words.own)).what
        )}
        <span aria-hidden="true"> ›</span>
      </span>
      {isColumn && <ColumnLoss point={point} preview={preview} />}
    </button>
  );
}

function ColumnAsked({ point: { question } }: Omit<AskedProps, "index">) {
  const { t } = useReadingTexts();
  const letter = letterOf(question?.places[0]?.cell ?? "");
  const text = question?.word ?? "";
  return <>{text === "" ? t("pane-ask-bare-column", { letter }) : t("pane-ask-column", { letter, text })}</>;
}

/** Shows how many numbers a column keeps from being billed, and in how many tabs. */
function ColumnLoss({ point: { question }, preview: { tables } }: Omit<AskedProps, "index">) {
  const { tCount } = useReadingTexts();
  const places = question?.places ?? [];
  const numbers = places.reduce((sum, place) => sum + (columnAt(tables, place)?.column.numbers ?? 0), 0);
  const tabs = places.length > 1 ? `, ${tCount("pane-ask-in-tabs", places.length)}` : "";
  return <span class="where">{`${tCount("pane-ask-numbers", numbers)}${tabs}`}</span>;
}

/** Returns whether a point is a question that keeps something from being billed. */
function isAskedOnce({ severity, question }: PointShown): boolean {
  return severity === "error" && question !== null;
}
