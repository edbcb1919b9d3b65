import { blockName, columnName } from "../../../cells";
import type { ColumnMapping, Mapping } from "../../../inventory";
import type { Choice } from "../../../options";
import { usePane } from "../../parts/context";
import { Back, CellLink, French, Screen } from "../../parts/elements";
import { onEscape, useUnfolding } from "../../parts/fields";
import type { CellPlace } from "../../../explain";
import { placeKey, type Preview, type Question } from "../../state/preview";
import {
  columnAt,
  columnsOf,
  countRows,
  headingOf,
  isOnSheet,
  isUsed,
  placeIn,
  prestationOf,
  type RowCounts,
} from "../../state/tables";
import { suits } from "../../state/offers";
import { kindQuestion, columnQuestion } from "../../state/choices";
import { placeText } from "../../texts/words";
import { meaningOf } from "../../texts/roles";
import { previewOf, type PaneState } from "../../state/state";
import { SettledLines, TakeBackButton } from "./choice-list";
import { KeptFold } from "./kept-fold";
import { letterOf, QuestionForm } from "./question-form";
import { useReadingTexts, type ReadingTexts } from "./texts";

/** Above, the columns of a table fold. */
const seenAtOnce = 8;

interface TableScreenProps {
  readonly table: Mapping;
  readonly preview: Preview;
  /** Among the preview's. */
  readonly index: number;
  /** The address of the heading of the column opened last, whose button takes the focus. */
  readonly lastColumn: string | null;
}

/** Draws a table: its kind, its rows, its columns with their counts and sums, and the way to change them. */
export function TableScreen({ table, preview, index, lastColumn }: TableScreenProps) {
  const { words } = usePane();
  const texts = useReadingTexts();
  const { t } = texts;
  const { sheet, layout, kind, kindWords, block, communeFrom } = table;
  const rows = countRows(table);
  const { asked, used, left } = columnsShown(table, preview);
  const folds = [
    ["used", used],
    ["left", left],
  ] as const;
  const item = { table, preview, index, lastColumn };
  const range = blockName(block);
  return (
    <Screen title={placeText(sheet.name, range, sheet.otherFile, words)} back={<Back />}>
      <SettledLines />
      <KindLine table={table} />
      {kindWords !== "" && <p class="secondary">{t("pane-kind-because", { text: kindWords })}</p>}
      {kind !== "unread" && (
        <p class="secondary">
          {words.say(`pane-layout-${layout}`)}.{" "}
          {communeFrom.from === "column"
            ? t("pane-commune-column", { letter: columnName(communeFrom.column) })
            : t(`pane-commune-${communeFrom.from}`)}
        </p>
      )}
      {rows !== null && <p>{rowsSum(rows, texts)}</p>}
      {asked.length > 0 && (
        <section class="card">
          <h2>
            <span class="error">
              <span class="severity" aria-hidden="true">
                ■{" "}
              </span>
            </span>
            {t("pane-table-asked", { count: asked.length })}
          </h2>
          <ul class="columns">
            {asked.map((column, at) => (
              <ColumnItem key={at} column={column} isAsked {...item} />
            ))}
          </ul>
        </section>
      )}
      {folds.map(
        ([name, columns]) =>
          columns.length > 0 && (
            <KeptFold
              key={name}
              name={`${name}|${sheet.name}|${range}`}
              title={t(`pane-table-${name}`, { count: columns.length })}
              open={columns.length <= seenAtOnce}
            >
              <ul class="columns">
                {columns.map((column, at) => (
                  <ColumnItem key={at} column={column} {...item} />
                ))}
              </ul>
            </KeptFold>
          ),
      )}
    </Screen>
  );
}

/** Draws the kind of the table; « Changer » unfolds the other kinds, each with its effect. */
function KindLine({ table }: { readonly table: Mapping }) {
  const { t } = useReadingTexts();
  const { isOpen, leave, opener } = useUnfolding();
  return (
    <div onKeyDown={isOpen ? onEscape(leave) : undefined}>
      <p class="kind">
        <strong>{t(`pane-kind-${table.kind}`)}</strong>{" "}
        <button type="button" class="link" {...opener} aria-label={t("pane-table-kind-change-name")}>
          {t("pane-table-kind-change")}
        </button>
      </p>
      {isOpen && <QuestionForm question={kindQuestion(table)} count={0} place={0} />}
    </div>
  );
}

interface ColumnItemProps extends TableScreenProps {
  readonly column: ColumnMapping;
  readonly isAsked?: boolean;
}

function ColumnItem({ table, preview, index, lastColumn, column, isAsked = false }: ColumnItemProps) {
  const { session, words } = usePane();
  const texts = useReadingTexts();
  const { t } = texts;
  const { cell } = column;
  const header = headingOf(column);
  const { name: sheet, otherFile } = table.sheet;
  const params = { letter: letterOf(cell), text: header };
  const counted = numbersText(column, texts);
  return (
    <li>
      <p>
        {header === "" ? t("pane-column-bare") : header}{" "}
        <CellLink sheet={sheet} otherFile={otherFile} cell={cell} short />{" "}
        <button
          type="button"
          class={cell === lastColumn ? "link last-column" : "link"}
          aria-label={
            isAsked
              ? t("pane-table-say-name", params)
              : words.say("pane-meaning-change-name", { column: params.letter, header })
          }
          onClick={() =>
            session.dispatch({
              type: "opened",
              open: { screen: "column", column: { sheet, otherFile, cell }, from: index },
            })
          }
        >
          {isAsked ? t("pane-table-say") : words.say("pane-meaning-change")}
        </button>
      </p>
      <p class="secondary">
        <Meaning column={column} preview={preview} />
        {counted !== "" && ` · ${counted}`}
      </p>
    </li>
  );
}

function Meaning({ column, preview }: { readonly column: ColumnMapping; readonly preview: Preview }) {
  const { words, t } = useReadingTexts();
  const { why, role, nature } = column;
  if (why !== null) return <>{t(`pane-why-${why}`)}</>;
  const prestation = prestationOf(role, preview.statement.grid);
  const text = meaningOf({ role, nature, prestation }, words);
  return prestation === null ? <>{text}</> : <French>{text}</French>;
}

/** Returns « 118 nombres, somme 118 »; empty without numbers. */
function numbersText({ numbers, sum }: ColumnMapping, { words, t, tCount }: ReadingTexts): string {
  if (numbers === 0) return "";
  return t("pane-column-sum", {
    numbers: tCount("pane-column-numbers", numbers),
    sum: words.sum(sum),
  });
}

/** Returns « Lignes : 123 = 122 facturées, 1 laissée de côté ». */
function rowsSum(rows: RowCounts, { words, t, tCount }: ReadingTexts) {
  const parts = [tCount("pane-rows-part-billed", rows.billed), ...rowsLeft(rows, tCount)];
  return t("pane-rows-sum", { read: words.integer(rows.read), parts: parts.join(", ") });
}

/** Returns « 1 laissée de côté », « 2 en erreur »: the rows of a table that are not billed. */
export function rowsLeft({ excluded, error }: RowCounts, tCount: ReadingTexts["tCount"]): string[] {
  return [
    ...(excluded > 0 ? [tCount("pane-rows-excluded", excluded)] : []),
    ...(error > 0 ? [tCount("pane-rows-error", error)] : []),
  ];
}

/** Returns the columns of a table: those that a point leaves open, the others that have a role, those left out. */
export function columnsShown(table: Mapping, { unclear }: Pick<Preview, "unclear">) {
  const isAsked = ({ cell, role }: ColumnMapping) => role === "refused" || unclear.has(placeKey(placeIn(table, cell)));
  const columns = columnsOf(table);
  const others = columns.filter((column) => !isAsked(column));
  return {
    asked: columns.filter(isAsked),
    used: others.filter(isUsed),
    left: others.filter((column) => !isUsed(column)),
  };
}

/** Draws a column: its content, the roles that it may be given, and their effects. */
export function ColumnScreen({ place }: { readonly place: CellPlace }) {
  const { session, state } = usePane();
  const texts = useReadingTexts();
  const { t } = texts;
  const found = foundAt(place, state);
  const letter = letterOf(place.cell);
  const header = found === null ? "" : headingOf(found.column);
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
      {question !== null && <QuestionForm question={question.question} count={0} place={question.place} />}
      {choice !== null && <TakeBackButton choices={[choice]} />}
    </Screen>
  );
}

function foundAt({ sheet, otherFile, cell }: CellPlace, state: PaneState) {
  const tables = previewOf(state)?.tables.filter((table) => isOnSheet(table, { sheet, otherFile })) ?? [];
  const [first] = tables;
  return first === undefined ? null : columnAt(tables, placeIn(first, cell));
}

/** Returns the question of the point about a column, else a question about this column alone; null without a column. */
function questionAbout(
  { cell }: CellPlace,
  state: PaneState,
  found: ReturnType<typeof columnAt>,
): { readonly question: Question; readonly place: number } | null {
  const preview = previewOf(state);
  if (preview === null || found === null) return null;
  const { table, column } = found;
  for (const { question } of preview.points) {
    if (question?.about !== "column") continue;
    const key = placeKey(placeIn(table, cell));
    const place = question.places.findIndex((one) => placeKey(one) === key);
    if (place >= 0) return { question, place };
  }
  const answers = preview.meanings.filter((meaning) => suits(meaning, table.layout)).map(({ as }) => as);
  return { question: columnQuestion(table, column, answers), place: 0 };
}

function choiceAbout({ sheet, otherFile, cell }: CellPlace, { options }: PaneState): Choice | null {
  if (options.kind !== "seen") return null;
  const group = options.groups.find(
    (one) =>
      one.choices[0]?.about === "column" && one.sheet === sheet && one.otherFile === otherFile && one.cells[0] === cell,
  );
  return group?.choices[0] ?? null;
}
