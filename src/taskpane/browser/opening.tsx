import { browserMessage, message, type Language } from "../../messages";
import { ProgressBar } from "../parts/progress-bar";

/** A file that is being opened. */
export interface Opening {
  readonly file: string;
  /** How many of its rows came of how many; null before there are any. */
  readonly rows: { readonly done: number; readonly total: number } | null;
  readonly giveUp: () => void;
}

/** How far the opening is, and the way out of it. */
export function OpeningProgress({
  opening: { file, rows, giveUp },
  language,
}: {
  opening: Opening;
  language: Language;
}) {
  const label = browserMessage("browser-opening", { file }, language);
  const digits = new Intl.NumberFormat(language === "fr" ? "fr-FR" : "en-GB");
  const text =
    rows === null
      ? label
      : browserMessage(
          "browser-opening-rows",
          { file, done: digits.format(rows.done), total: digits.format(rows.total) },
          language,
        );
  // In hundredths: each of them, rather than each row, counts towards what is said aloud.
  const share = rows === null ? {} : { done: Math.floor((100 * rows.done) / rows.total), total: 100 };
  return (
    <>
      <ProgressBar label={label} text={text} {...share} />
      <p>
        <button type="button" class="button" onClick={giveUp}>
          {message("pane-act-cancel", {}, language)}
        </button>
      </p>
    </>
  );
}
