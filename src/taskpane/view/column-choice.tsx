import { useEffect, useRef, useState } from "preact/hooks";
import type { ColumnPlace, Meaning } from "../session/choice-types";
import type { Table, TableColumn } from "../session/preview-types";
import { previewOf } from "../session/state";
import type { PaneState } from "../session/state";
import type { Choice } from "../../options";
import { meaningOf } from "../words/roles";
import { Button } from "./button";
import { SelectField } from "./fields";
import { InlineForm } from "./inline-form";
import { usePane } from "./pane-context";
import { TakeBackButton } from "./take-back-button";

interface ColumnChoiceProps {
  readonly table: Table;
  readonly column: TableColumn;
}

/** What a column holds, without a default: choosing does nothing by itself, the button does. */
export function ColumnChoice({ table, column }: ColumnChoiceProps) {
  const { session, state, words } = usePane();
  const [as, setAs] = useState("");
  const [isWanted, setWanted] = useState(false);
  const meanings = (previewOf(state)?.meanings ?? []).filter((meaning) => suits(meaning, table));
  const place = placeOfColumn(table, column);
  const choice = choiceAbout(place, state);
  const letter = letterOf(column.cell);
  const option = (meaning: Meaning) => (
    <option key={meaning.as} value={meaning.as} lang={meaning.prestation === null ? undefined : "fr"}>
      {meaningOf(meaning, words)}
    </option>
  );
  return (
    <div class={samePlace(place, state.column) ? "column-choice opened" : "column-choice"}>
      <SelectField
        label={words.say("pane-meaning-field", { column: letter, header: column.header })}
        value={as}
        onChange={(chosen) => {
          setAs(chosen);
          setWanted(false);
        }}
        placeholder={words.say("pane-meaning-choose")}
        wanted={isWanted}
      >
        <optgroup label={words.say("pane-meaning-prestations")}>
          {meanings.filter(({ prestation }) => prestation !== null).map(option)}
        </optgroup>
        <optgroup label={words.say("pane-meaning-roles")}>
          {meanings.filter(({ prestation }) => prestation === null).map(option)}
        </optgroup>
      </SelectField>
      <Button onClick={() => (as === "" ? setWanted(true) : void session.chooseMeaning(place, as))}>
        {words.say("pane-meaning-apply", { column: letter })}
      </Button>
      {choice !== null && <TakeBackButton choices={[choice]} />}
    </div>
  );
}

/** « Changer », then the list in its place. */
export function ColumnChange({ table, column }: ColumnChoiceProps) {
  const { session, state, words } = usePane();
  const place = placeOfColumn(table, column);
  const isOpen = samePlace(place, state.column);
  const opener = useFocusBack(isOpen);
  if (!/\d$/.test(column.cell)) return null;
  if (isOpen) {
    const leave = () => session.openColumn(null);
    return (
      <InlineForm onLeave={leave}>
        <ColumnChoice table={table} column={column} />
        <Button onClick={leave}>{words.say("pane-act-leave")}</Button>
      </InlineForm>
    );
  }
  const name = words.say("pane-meaning-change-name", { column: letterOf(column.cell), header: column.header });
  return (
    <>
      {choiceAbout(place, state) !== null && <span class="parts">{words.say("pane-meaning-chosen")}</span>}
      <button type="button" class="link" aria-label={name} ref={opener} onClick={() => session.openColumn(place)}>
        {words.say("pane-meaning-change")}
      </button>
    </>
  );
}

/** What opened something has the focus again once that is left. */
function useFocusBack(isOpen: boolean) {
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return opener;
}

/** Whether the column whose meaning is being changed is one of these. */
export function isOpened(table: Table, columns: readonly TableColumn[], { column }: PaneState): boolean {
  return columns.some((one) => samePlace(placeOfColumn(table, one), column));
}

/** Labels, natures, dates belong to tables that have a row an item. */
const ofItems: ReadonlySet<string> = new Set(["label", "nature", "quantity", "date-in", "date-out", "status"]);

function suits({ role }: Meaning, { layout }: Table): boolean {
  return layout === "item-rows" || layout === "machine-rows" || !ofItems.has(role);
}

function placeOfColumn({ sheet, otherFile }: Table, { cell }: TableColumn): ColumnPlace {
  return { sheet, otherFile, cell };
}

function samePlace(one: ColumnPlace, other: ColumnPlace | null): boolean {
  return other !== null && one.sheet === other.sheet && one.otherFile === other.otherFile && one.cell === other.cell;
}

function choiceAbout({ sheet, otherFile, cell }: ColumnPlace, { options }: PaneState): Choice | null {
  if (options.kind !== "seen") return null;
  const group = options.groups.find(
    (one) =>
      one.choices[0]?.about === "column" && one.sheet === sheet && one.otherFile === otherFile && one.cells[0] === cell,
  );
  return group?.choices[0] ?? null;
}

function letterOf(cell: string): string {
  return cell.replace(/\d+$/, "");
}
