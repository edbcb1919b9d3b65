import { civilTime } from "../../../cells";
import { keptMessage, type KeptCode, type Language } from "../../../messages";
import type { PickedFile } from "../../operations/picked-files";
import { createNumbers, dayText } from "../../texts/words";
import { FilePicker } from "../opening";
import { savedFileOf, type KeptWork } from "./work-store";

/** The inventory that comes with the page. */
export const exampleName = "inventaire-exemple.xlsx";

interface KeptWorksProps {
  readonly works: readonly KeptWork[];
  readonly language: Language;
  /** Files were chosen for a work to go on with them. */
  readonly onResume: (work: KeptWork, files: readonly PickedFile[]) => void;
  /** Resumes work on the example, for which the user need not choose a file. */
  readonly onResumeExample: (work: KeptWork) => void;
  readonly onForget: (work: KeptWork) => void;
}

/**
 * Draws the work kept in the browser, one item per file: what it was, a button to resume it with its file, and one to
 * delete it.
 */
export function KeptWorks({ works, language, onResume, onResumeExample, onForget }: KeptWorksProps) {
  const t = (code: KeptCode, params = {}) => keptMessage(code, params, language);
  return (
    <>
      {works.map((work, at) => (
        <section key={work.fingerprint} class="kept-work" aria-labelledby={`kept-${at}`}>
          <h2 id={`kept-${at}`}>{keptTitle(work, language)}</h2>
          <p>{keptText(work, language)}</p>
          {work.file !== exampleName && (
            <p class="secondary">
              {t("kept-how", { file: work.file, saved: savedFileOf(work), others: work.others.join(", ") })}
            </p>
          )}
          <p>
            {work.file === exampleName ? (
              <button type="button" class="button" onClick={() => onResumeExample(work)}>
                {t("kept-resume")}
              </button>
            ) : (
              <FilePicker
                id={`kept-file-${at}`}
                label={t("kept-choose", { file: work.file })}
                onFiles={(files) => onResume(work, files)}
              />
            )}{" "}
            <button type="button" class="button link" onClick={() => onForget(work)}>
              {t("kept-forget")}
            </button>
          </p>
        </section>
      ))}
    </>
  );
}

/** Asks whether to go on with a work, by when it was kept. */
export function keptTitle({ at }: KeptWork, language: Language): string {
  const [day, today] = [at, civilTime(new Date())].map((time) => time.slice(0, 10));
  const time = timeText(at, language);
  return day === today
    ? keptMessage("kept-title", { time }, language)
    : keptMessage("kept-title-day", { time, day: dayText(day!, language) }, language);
}

/** Returns the time of day of a civil time, « 14 h 03 ». */
export function timeText(at: string, language: Language): string {
  return keptMessage("kept-time", { hours: Number(at.slice(11, 13)), minutes: at.slice(14, 16) }, language);
}

/** Returns a description of a kept work: its edits, its total, the états issued, and what is not kept. */
export function keptText(work: KeptWork, language: Language): string {
  const t = (code: KeptCode, params = {}) => keptMessage(code, params, language);
  const counted = (code: "cells" | "choices" | "points", count: number) =>
    count === 0 ? [] : [t(`kept-${code}-${count === 1 ? "one" : "other"}`, { count })];
  const { euros } = createNumbers(language === "fr" ? "fr-FR" : "en-GB");
  const total = euros(work.total);
  const done = [
    work.file,
    ...counted("cells", work.cells),
    ...counted("choices", work.choices),
    t(work.errors > 0 ? "kept-provisional" : "kept-total", { total }),
    ...counted("points", work.errors),
    ...(work.hasDocuments ? [t("kept-documents")] : []),
  ].join(" · ");
  const issued = (work.issued ?? []).map(({ total, date, ...one }) =>
    t("kept-issued", { ...one, date: dayText(date, language), total: total && euros(total) }),
  );
  const without = work.without.join(", ");
  return [`${done}.`, ...issued, ...(without === "" ? [] : [t("kept-without", { sheets: without })])].join(" ");
}
