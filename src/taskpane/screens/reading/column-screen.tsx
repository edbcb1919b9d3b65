import type { Choice } from "../../../options";
import { usePane } from "../../parts/context";
import { Back, CellLink, Screen } from "../../parts/elements";
import { columnQuestion, suits, type ColumnPlace } from "../../state/choices";
import type { Question, Table, TableColumn } from "../../state/preview";
import { previewOf, type PaneState } from "../../state/state";
import { TakeBackButton } from "./choice-list";
import { letterOf, SayOnce } from "./say-once";
import { numbersText } from "./table-screen";
import { useReadingTexts } from "./texts";

/** What a column holds: what is read in it, what it may be said to hold, and what that changes. */
export function ColumnScreen({ place }: { readonly place: ColumnPlace }) {
  const { session, state } = usePane();
  const texts = useReadingTexts();
  const { t } = texts;
  const found = columnAt(place, state);
  const letter = letterOf(place.cell);
  const header = found?.column.header ?? "";
  const question = questionAbout(place, state, found);
  const choice = choiceAbout(place, state);
  const samples = session.query.sampleValues(place);
  const counted = found === null ? "" : numbersText(found.column, texts);
  return (
    <Screen
      title={header === "" ? t("pane-ask-bare-column", { letter }) : t("pane-ask-column", { letter, text: header })}
      back={<Back />}
    >
      <p>
        <CellLink sheet={place.sheet} otherFile={place.otherFile} cell={place.cell} />
      </p>
      {counted !== "" && <p class="secondary">{counted}</p>}
      {samples.length > 0 && <p class="secondary">{t("pane-column-samples", { list: samples.join(", ") })}</p>}
      {question !== null && <SayOnce question={question.question} count={0} place={question.place} />}
      {choice !== null && <TakeBackButton choices={[choice]} />}
    </Screen>
  );
}

interface Found {
  readonly table: Table;
  readonly column: TableColumn;
}

function columnAt({ sheet, otherFile, cell }: ColumnPlace, state: PaneState): Found | null {
  for (const table of previewOf(state)?.tables ?? []) {
    if (table.sheet !== sheet || table.otherFile !== otherFile) continue;
    const column = [...table.columns, ...table.unused].find((one) => one.cell === cell);
    if (column !== undefined) return { table, column };
  }
  return null;
}

/** That of the point about it, for all its headings; else one about this column alone. */
function questionAbout(
  { sheet, cell }: ColumnPlace,
  state: PaneState,
  found: Found | null,
): { readonly question: Question; readonly place: number } | null {
  const preview = previewOf(state);
  if (preview === null || found === null) return null;
  const { table, column } = found;
  for (const { question } of preview.points) {
    if (question?.about !== "column") continue;
    const place = question.places.findIndex(
      (one) => one.file === table.file && one.sheet === sheet && one.cell === cell,
    );
    if (place >= 0) return { question, place };
  }
  const answers = preview.meanings.filter((meaning) => suits(meaning, table.layout)).map(({ as }) => as);
  return { question: columnQuestion(table, column, answers), place: 0 };
}

function choiceAbout({ sheet, otherFile, cell }: ColumnPlace, { options }: PaneState): Choice | null {
  if (options.kind !== "seen") return null;
  const group = options.groups.find(
    (one) =>
      one.choices[0]?.about === "column" && one.sheet === sheet && one.otherFile === otherFile && one.cells[0] === cell,
  );
  return group?.choices[0] ?? null;
}
