import { freshnessOf, type ComparedStatus, type DocumentStatus } from "../state/state";
import { sheetText } from "../texts/words";
import type { Words } from "../texts/words";
import { usePane } from "./context";
import { Warning, type Action, CellLink, Fold } from "./elements";
import { ChangeLine, ChangeTable, PartLines } from "./tables";

/** Returns « Relire » when the reading is out of date; null when no change is known. */
export function useRereading(): Action | null {
  const { session, state, words } = usePane();
  if (freshnessOf(state) !== "stale") return null;
  return { label: words.say("pane-act-reread"), onPress: () => void session.run.read() };
}

/** Returns « 4 cellules modifiées depuis le 12 novembre 2014 ». */
export function changesTitle({ since, sheets, differences: { cells } }: ComparedStatus, words: Words): string {
  const day = { day: since === null ? "" : words.day(since), undated: since === null ? "1" : "" };
  if (cells !== null && cells.count > 0) return words.counted("pane-changes-cells", cells.count, day);
  return sheets.length > 0
    ? words.counted("pane-changes-sheets", sheets.length, day)
    : words.say("pane-changes-amounts", day);
}

/** Draws what a next generation would change in the documents in place: which amounts, and why. */
export function DocumentChanges({ status: { sheets, differences } }: { readonly status: ComparedStatus }) {
  const { words } = usePane();
  const { communes, cells } = differences;
  return (
    <>
      <p role="status">
        {communes.length === 0
          ? words.say("pane-changes-no-commune")
          : words.counted("pane-changes-communes", communes.length)}
      </p>
      <ChangeTable
        caption={words.say("pane-changes-caption")}
        first={words.say("pane-commune")}
        before={words.say("pane-changes-before")}
        after={words.say("pane-changes-after")}
        narrow={words.say("pane-changes-parts-heading")}
      >
        {communes.map(({ insee, name, change }) => (
          <ChangeLine key={insee} name={name} change={change} />
        ))}
        <PartLines changes={differences} />
      </ChangeTable>
      {cells !== null && cells.count > 0 ? (
        <ChangedCells cells={cells} />
      ) : (
        sheets.length > 0 && <p>{words.say("pane-changes-in", { sheets: sheetList(sheets, words) })}</p>
      )}
    </>
  );
}

interface ChangedCellsProps {
  readonly cells: NonNullable<ComparedStatus["differences"]["cells"]>;
}

function ChangedCells({ cells: { first, count } }: ChangedCellsProps) {
  const { words } = usePane();
  return (
    <Fold title={words.say("pane-changes-see")}>
      <ul class="cells">
        {first.map((place) => (
          <li key={JSON.stringify(place)}>
            <CellLink {...place} />
          </li>
        ))}
        {count > first.length && <li>{words.counted("pane-edited-more", count - first.length)}</li>}
      </ul>
    </Fold>
  );
}

/** Shows that the documents no longer match their sheets, as soon as the pane opens and before anything is read. */
export function Outdated() {
  const { state, words } = usePane();
  const { status } = state.documents;
  if (status === null || status.sheets.length === 0) return null;
  const { since, sheets } = status;
  const day = since === null ? "" : words.day(since);
  return (
    <Warning role="status">
      {words.counted("pane-outdated", sheets.length, { sheets: sheetList(sheets, words), day })}
    </Warning>
  );
}

function sheetList(sheets: DocumentStatus["sheets"], words: Words): string {
  return sheets.map(({ sheet, otherFile }) => sheetText(sheet, otherFile, words)).join(", ");
}
