import type { Preview } from "../state/preview";
import type { AmountChange, ComparedDocuments, Documents } from "../state/state";
import { sheetText } from "../texts/progress";
import type { Words } from "../texts/words";
import { usePane } from "./context";
import { CellLink, Fold, Warning } from "./elements";

/** The three amounts of a titre: the CAGB's part, the communes', and both. */
export function Amounts({ preview: { statement } }: { readonly preview: Preview }) {
  const { words } = usePane();
  return (
    <dl class="amounts">
      <div>
        <dt>{words.say("pane-money-cagb")}</dt>
        <dd>{words.euros(statement.cagb)}</dd>
      </div>
      <div>
        <dt>{words.say("pane-money-communes")}</dt>
        <dd>{words.euros(statement.communes)}</dd>
      </div>
      <div class="total">
        <dt>{words.say("pane-money-total")}</dt>
        <dd>{words.euros(statement.total)}</dd>
      </div>
    </dl>
  );
}

/** « 4 cellules modifiées depuis le 12 novembre 2014 ». */
export function changesTitle({ since, sheets, differences: { cells } }: ComparedDocuments, words: Words): string {
  const day = { day: since === null ? "" : words.day(since), undated: since === null ? "1" : "" };
  if (cells !== null && cells.count > 0) return words.counted("pane-changes-cells", cells.count, day);
  return sheets.length > 0
    ? words.counted("pane-changes-sheets", sheets.length, day)
    : words.say("pane-changes-amounts", day);
}

/** What a next generation would change in the documents in place: which amounts, and why. */
export function Changes({ documents }: { readonly documents: ComparedDocuments }) {
  const { words } = usePane();
  const { sheets, differences } = documents;
  const { communes, cagb, due, total } = differences;
  return (
    <>
      <p role="status">
        {communes.length === 0
          ? words.say("pane-changes-no-commune")
          : words.counted("pane-changes-communes", communes.length)}
      </p>
      <table class="money">
        <caption class="unseen">{words.say("pane-changes-caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{words.say("pane-commune")}</th>
            <th scope="col" class="wide">
              {words.say("pane-changes-before")}
            </th>
            <th scope="col" class="wide">
              {words.say("pane-changes-after")}
            </th>
            <th scope="col">
              {words.say("pane-changes-difference")}
              <span class="parts narrow">{words.say("pane-changes-parts-heading")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {communes.map((change) => (
            <ChangeLine key={change.insee} name={change.name} change={change} />
          ))}
          <ChangeLine name={words.say("pane-money-cagb")} change={cagb} />
          <ChangeLine name={words.say("pane-money-communes")} change={due} />
          <ChangeLine name={words.say("pane-money-total")} change={total} isTotal />
        </tbody>
      </table>
      {differences.cells !== null && differences.cells.count > 0 ? (
        <ChangedCells cells={differences.cells} />
      ) : (
        sheets.length > 0 && <p>{words.say("pane-changes-in", { sheets: sheetList(sheets, words) })}</p>
      )}
    </>
  );
}

interface ChangeLineProps {
  readonly name: string;
  readonly change: AmountChange;
  readonly isTotal?: boolean;
  /** Said under the name. */
  readonly remark?: string | null;
}

/** An amount before and after, side by side or, in a narrow pane, under the difference. */
export function ChangeLine({ name, change, isTotal = false, remark = null }: ChangeLineProps) {
  const { words } = usePane();
  const [before, after] = [words.euros(change.before), words.euros(change.after)];
  return (
    <tr class={isTotal ? "total" : undefined}>
      <th scope="row">
        {name}
        {remark !== null && <span class="parts">{remark}</span>}
      </th>
      <td class="wide">{before}</td>
      <td class="wide">{after}</td>
      <td>
        {words.difference(change.difference)}
        <span class="parts narrow">{words.say("pane-changes-parts", { before, after })}</span>
      </td>
    </tr>
  );
}

function ChangedCells({
  cells: { first, count },
}: {
  readonly cells: NonNullable<ComparedDocuments["differences"]["cells"]>;
}) {
  const { words } = usePane();
  return (
    <Fold title={words.say("pane-changes-see")}>
      <ul class="cells">
        {first.map(({ sheet, otherFile, cell }) => (
          <li key={JSON.stringify([sheet, otherFile, cell])}>
            <CellLink sheet={sheet} otherFile={otherFile} cell={cell} />
          </li>
        ))}
        {count > first.length && <li>{words.counted("pane-edited-more", count - first.length)}</li>}
      </ul>
    </Fold>
  );
}

/** The documents are no longer those of their sheets: known as soon as the pane opens, before anything is read. */
export function Outdated() {
  const { state, words } = usePane();
  const { documents } = state;
  if (documents === null || documents.sheets.length === 0) return null;
  const { since, sheets } = documents;
  const day = since === null ? "" : words.day(since);
  return (
    <Warning role="status">
      {words.counted("pane-outdated", sheets.length, { sheets: sheetList(sheets, words), day })}
    </Warning>
  );
}

function sheetList(sheets: Documents["sheets"], words: Words): string {
  return sheets.map(({ sheet, otherFile }) => sheetText(sheet, otherFile, words)).join(", ");
}
