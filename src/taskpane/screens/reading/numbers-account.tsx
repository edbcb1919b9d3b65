import type { ReadingCode } from "../../../messages";
import { usePane } from "../../parts/context";
import { Button, Fold } from "../../parts/elements";
import { AmountList, MoneyTable } from "../../parts/tables";
import { countChoices } from "../../state/choices";
import type { Preview } from "../../state/preview";
import { billedMachines } from "../../state/tables";
import { sheetText } from "../../texts/words";
import { useReadingTexts } from "./texts";

const fates = ["billed", "headcounts", "dates", "leftOut", "error"] as const;

function fateName(fate: (typeof fates)[number]): ReadingCode {
  return fate === "leftOut" ? "pane-numbers-left-out" : `pane-numbers-${fate}`;
}

/** Draws the account of every number of the visible sheets: one sum, with no remainder. */
export function NumbersAccount({ preview: { numbers, tables } }: { readonly preview: Preview }) {
  const { session, state } = usePane();
  const { words, t, tCount } = useReadingTexts();
  if (numbers.length === 0) return null;
  const total = (what: (typeof fates)[number] | "numbers") => numbers.reduce((sum, count) => sum + count[what], 0);
  const left = total("numbers") - fates.reduce((sum, fate) => sum + total(fate), 0);
  const choices = countChoices(state.options);
  const see = (filter: "error" | "choices") => {
    session.dispatch({ type: "step-opened", step: "controle" });
    session.dispatch({ type: "filtered", filter });
  };
  return (
    <section class="numbers" aria-label={t("pane-numbers-caption")}>
      <AmountList
        amounts={[
          { name: t("pane-numbers-all"), amount: words.integer(total("numbers")), isTotal: true },
          ...fates
            .filter((fate) => (fate === "billed" && billedMachines(tables) === 0) || total(fate) > 0)
            .map((fate) => ({
              name:
                fate === "error" ? (
                  <Button link onClick={() => see("error")}>
                    {t("pane-numbers-error-see")}
                  </Button>
                ) : (
                  t(fateName(fate))
                ),
              amount: words.integer(total(fate)),
            })),
        ]}
      />
      {left === 0 ? (
        <p class="success" role="status">
          <span aria-hidden="true">✓ </span>
          {t("pane-numbers-placed")}
        </p>
      ) : (
        <p class="fault" role="alert">
          {t("pane-numbers-open", { left: words.integer(left) })}
        </p>
      )}
      <BySheet numbers={numbers} />
      {choices > 0 && (
        <Button link onClick={() => see("choices")}>
          {tCount("pane-choices-applied", choices)}
        </Button>
      )}
    </section>
  );
}

/** Draws the account of the numbers of each sheet, with the places of those left out. */
function BySheet({ numbers }: Pick<Preview, "numbers">) {
  const { words, t } = useReadingTexts();
  return (
    <Fold title={t("pane-numbers-by-sheet")}>
      <MoneyTable
        caption={t("pane-numbers-by-sheet")}
        headings={[t("pane-numbers-sheet"), t("pane-numbers-left-out"), t("pane-numbers-error")]}
      >
        <tbody>
          {numbers.map((count) => (
            <tr key={JSON.stringify([count.sheet.name, count.sheet.otherFile])}>
              <th scope="row">
                <SheetLink sheet={count.sheet.name} otherFile={count.sheet.otherFile} />
                <span class="parts">
                  {fates
                    .filter((fate) => fate !== "leftOut" && fate !== "error" && count[fate] > 0)
                    .map((fate) => `${t(fateName(fate))} ${words.integer(count[fate])}`)
                    .join(", ")}
                </span>
              </th>
              <td>{words.integer(count.leftOut)}</td>
              <td>{words.integer(count.error)}</td>
            </tr>
          ))}
        </tbody>
      </MoneyTable>
    </Fold>
  );
}

/** Draws a notice that a list of pupils was read, and what is kept of it. */
export function PupilLists({ preview: { tables } }: { readonly preview: Preview }) {
  const { words, t } = useReadingTexts();
  const lists = tables.filter(({ layout }) => layout === "pupil-list");
  if (lists.length === 0) return null;
  return (
    <div class="trouble" role="alert">
      <h2>{words.say("pane-pupils-title")}</h2>
      {lists.map(({ sheet: { name, otherFile } }) => {
        const place = { own: otherFile === null ? "1" : "", other: otherFile ?? "" };
        return (
          <p key={`${name}\n${otherFile}`}>
            {t("pane-pupils-text", { sheet: sheetText(name, otherFile, words), ...place })}
          </p>
        );
      })}
    </div>
  );
}

interface SheetLinkProps {
  readonly sheet: string;
  /** The file of the disk that it is in; null for the workbook that is open. */
  readonly otherFile: string | null;
}

/** Draws the name of a sheet, as a button that shows it unless it is in another file. */
export function SheetLink({ sheet, otherFile }: SheetLinkProps) {
  const { session, words } = usePane();
  if (otherFile !== null) return <span class="place">{sheetText(sheet, otherFile, words)}</span>;
  return (
    <Button link onClick={() => void session.run.openSheet(sheet)}>
      {sheet}
    </Button>
  );
}
