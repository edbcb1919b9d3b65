import type { BrowserCode } from "../../messages";
import type { LazyTexts } from "../parts/context";
import type { SelectionSum } from "./selection-sum";

const scales = [50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200];

interface StatusBarProps {
  /** The message about the selected cell or the last action; when empty, a hint. */
  readonly message: string;
  /** Whether screen readers announce the message: not when the pane already announces it. */
  readonly isAnnounced: boolean;
  /** The sum of the selected cells; null for a single cell, or before it is computed. */
  readonly sum: SelectionSum | null;
  /** The zoom in percent; null when it is shown elsewhere. */
  readonly scale: number | null;
  readonly words: LazyTexts<BrowserCode>["words"];
  readonly t: LazyTexts<BrowserCode>["t"];
  readonly onScale: (scale: number) => void;
}

/** Draws the message under the sheet, the sum of the selected cells and the zoom. */
export function StatusBar({ message, isAnnounced, sum, scale, words, t, onScale }: StatusBarProps) {
  const zoom = (from: number, by: -1 | 1) => onScale(scales[scales.indexOf(from) + by] ?? from);
  return (
    <div class="status-bar">
      <p id="cell-status" role="status" aria-live={isAnnounced ? "polite" : "off"}>
        {message}
      </p>
      {message === "" && <p class="status-hint">{t("browser-cell-keys")}</p>}
      {sum !== null && (
        <p class="status-sum">
          {t("browser-sum", { count: words.integer(sum.count), sum: sum.sum === null ? "" : words.sum(sum.sum) })}
        </p>
      )}
      {scale !== null && (
        <p class="zoom">
          <button type="button" aria-label={t("browser-zoom-out")} onClick={() => zoom(scale, -1)}>
            −
          </button>
          <output aria-label={t("browser-zoom")}>{t("browser-percent", { percent: scale })}</output>
          <button type="button" aria-label={t("browser-zoom-in")} onClick={() => zoom(scale, 1)}>
            +
          </button>
        </p>
      )}
    </div>
  );
}
