import { useEffect } from "preact/hooks";
import { usePane } from "../../parts/context";
import { Button } from "../../parts/elements";
import type { EditEffect } from "../../state/edit-effect";
import { campaignYear } from "../../state/preview";
import { freshnessOf, previewOf } from "../../state/state";
import { useReadingTexts, type ReadingTexts } from "./texts";

/** Draws the titre, its campaign, which can be changed there, and the effect of the last change; always in view. */
export function TitreBand() {
  const { session, state, words } = usePane();
  const { t } = useReadingTexts();
  const preview = previewOf(state);
  if (preview === null) return null;
  const { total, cagb, communes, campaign } = preview.statement;
  const parts = {
    debtor: campaign.convention.debtor === null ? "" : words.euros(cagb),
    members: words.euros(communes),
  };
  const year = state.campaign ?? campaignYear(preview);
  return (
    <div class="titre">
      <p class="titre-line">
        <span class="secondary">{words.say("pane-money-total")}</span>
        <strong>{words.euros(total)}</strong>
        <select
          aria-label={words.say("pane-campaign")}
          value={String(year)}
          onChange={({ currentTarget }) => void session.run.changeCampaign(Number(currentTarget.value))}
        >
          {state.campaigns.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </p>
      <p class="secondary">{t("pane-titre-parts", parts)}</p>
      <Change isOther={year !== campaignYear(preview)} />
    </div>
  );
}

/**
 * Draws what changed since the reading, or what the last change to a cell did, announced: the place of the announcement
 * is there beforehand, as screen readers need. `isOther`: another campaign was chosen since the reading.
 */
function Change({ isOther }: { readonly isOther: boolean }) {
  const { session, state } = usePane();
  const texts = useReadingTexts();
  const { t } = texts;
  const isStale = freshnessOf(state) === "stale" && state.work.kind !== "reading";
  const edit = isStale ? null : state.lastEdit;
  const undo = edit === null ? null : session.query.undoEdit();
  const read = () => void session.run.read();
  useEffect(() => (isStale ? onF9(read) : undefined), [isStale, session]);
  return (
    <p class="titre-line">
      <span role="status">
        {isStale && t(isOther ? "pane-titre-campaign" : "pane-titre-stale")}
        {edit !== null && <LastEdit edit={edit} texts={texts} />}
      </span>
      {isStale && (
        <Button link onClick={read}>
          {t("pane-titre-reread")}
        </Button>
      )}
      {undo !== null && (
        <Button link onClick={undo} name={t("pane-titre-undo-name")}>
          {t("pane-titre-undo")}
        </Button>
      )}
    </p>
  );
}

/** Reads the workbook again when F9 is pressed; returns the function that stops it. */
function onF9(read: () => void): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.key !== "F9") return;
    event.preventDefault();
    read();
  };
  addEventListener("keydown", press);
  return () => removeEventListener("keydown", press);
}

function LastEdit({ edit, texts }: { readonly edit: EditEffect; readonly texts: ReadingTexts }) {
  const cells = cellsText(edit, texts);
  return (
    <>
      <strong>{effectText(edit, texts)}</strong>
      {cells !== "" && ` · ${cells}`}
    </>
  );
}

/** Returns « 9 → 8 à corriger, +589,76 € ». */
function effectText({ errors, warnings, difference }: EditEffect, { words, t }: ReadingTexts): string {
  const counts = [
    errors.before !== errors.after && t("pane-edit-errors", { ...errors }),
    warnings.before !== warnings.after && t("pane-edit-warnings", { ...warnings }),
  ];
  const amount = difference.isZero() ? t("pane-edit-same") : words.difference(difference);
  return [...counts, amount].filter((text) => text !== false).join(", ");
}

/** Returns « F7 : −4 → 16 », « 12 cellules »; empty when no cell that was read changed. */
function cellsText({ cell, count }: EditEffect, { words, t }: ReadingTexts): string {
  if (cell === null) return count === 0 ? "" : t("pane-edit-cells", { count: words.integer(count) });
  const shown = (text: string) => {
    if (text === "") return t("pane-edit-blank");
    return /^-?\d+(\.\d+)?$/.test(text) ? words.sum({ toFixed: () => text }) : text;
  };
  return t("pane-edit-cell", { cell: cell.cell, was: shown(cell.was), is: shown(cell.is) });
}
