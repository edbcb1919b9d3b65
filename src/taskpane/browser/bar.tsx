import type { ComponentChildren } from "preact";
import { useEffect, useReducer, useState } from "preact/hooks";
import { browserMessage, keptMessage, type BrowserCode } from "../../messages";
import type { PageWorkbook } from "../../workbook/in-page";
import type { Session } from "../operations/session";
import { Context, useLazyTexts, useWordsOf } from "../parts/context";
import { Button } from "../parts/elements";
import type { Words } from "../texts/words";
import { AskedFile } from "./asked-file";
import { keptText, keptTitle, timeText } from "./kept/kept-work";
import type { WorkAtHand } from "./kept/use-kept-work";
import { FilePicker, OpeningProgress, onDroppedAnywhere, type AnotherFile } from "./opening";
import { OutputsButton, OutputsPanel, useOutputs } from "./outputs";
import { useSaving } from "./saving";

interface BarProps {
  readonly held: PageWorkbook;
  readonly session: Session;
  readonly words: Words;
  /** Which of the files chosen together could not be opened, in words. */
  readonly refusals: readonly string[];
  readonly another: AnotherFile;
  /** The kept work on it. */
  readonly work: WorkAtHand;
  /** Shows a text under the sheet; returns false when it cannot be shown there. */
  readonly note: (text: string) => boolean;
}

/** Draws the open files, which of them receives the documents, its unsaved state, and the actions on it. */
export function Bar({ held, session, words: given, refusals, another, work, note }: BarProps) {
  const words = useWordsOf(session.state, given);
  const [, draw] = useReducer<number, void>((count) => count + 1, 0);
  const t = (code: BrowserCode, params = {}) => browserMessage(code, params, words.speech);
  const { trouble, save } = useSaving({ held, session, words, note });
  const outputs = useOutputs();
  const { file } = held.open.cells;
  const { state } = session;
  const unsaved =
    work.keptAt === null
      ? t("browser-unsaved")
      : keptMessage("kept-unsaved", { time: timeText(work.keptAt, words.language) }, words.speech);
  useEffect(() => session.store.subscribe(() => draw()), [session]);
  useEffect(() => onDroppedAnywhere(another.onDrop), [held]);
  return (
    <Context.Provider value={{ session, state, words }}>
      <div class="bar">
        <p class="file">
          <strong>{file}</strong> {held.hasUnsaved && <span class="secondary">({unsaved})</span>}
        </p>
        <p class="bar-actions">
          <button type="button" class="button" aria-keyshortcuts="Control+S" onClick={save}>
            {t("browser-save")}
          </button>
          <OutputsButton outputs={outputs} />
          <FilePicker label={t("browser-other")} onFiles={another.onOpen} />
        </p>
        {state.files.length > 0 && (
          <p class="bar-note secondary">{t("browser-beside", { file, others: state.files.join(", ") })}</p>
        )}
        <OutputsPanel outputs={outputs} held={held} />
        <p class="bar-note" role="status">
          {trouble}
        </p>
        <BarNotices held={held} refusals={refusals} another={another} />
        <WorkNotices work={work} />
      </div>
    </Context.Provider>
  );
}

/**
 * Shows notices about files: the file being opened, files refused, the file that waits for an answer, a workbook that
 * can no longer be saved.
 */
function BarNotices({ held, refusals, another }: Pick<BarProps, "held" | "refusals" | "another">) {
  const { opening, refused, waiting, onAnswer, onRefusedRead } = another;
  const [areRefusalsRead, readRefusals] = useState(false);
  const { words, t } = useLazyTexts(browserMessage);
  return (
    <>
      {held.stopped !== null && <Stopped held={held} />}
      {opening !== null && (
        <div class="bar-note">
          <OpeningProgress opening={opening} language={words.language} />
        </div>
      )}
      {refused.length > 0 && <Refused reasons={refused} onRead={onRefusedRead} />}
      {refusals.length > 0 && !areRefusalsRead && (
        <Refused reasons={refusals} onRead={() => readRefusals(true)}>
          {t("browser-others-kept")}{" "}
        </Refused>
      )}
      {waiting !== null && <AskedFile key={waiting} waiting={waiting} held={held} onAnswer={onAnswer} />}
    </>
  );
}

/** Offers to restore the work that the browser kept on the same file, and reports what could not be restored. */
function WorkNotices({ work: { before, isPartial, onResume, onForget } }: { readonly work: WorkAtHand }) {
  const { words, t } = useLazyTexts(keptMessage);
  const { language } = words;
  return (
    <>
      <div class="bar-note" role="status">
        {before !== null && (
          <>
            <p>
              <strong>{keptTitle(before, language)}</strong> {keptText(before, language)}
            </p>
            <p>
              <Button onClick={onResume}>{t("kept-resume")}</Button>{" "}
              <Button link onClick={onForget}>
                {t("kept-forget")}
              </Button>
            </p>
          </>
        )}
      </div>
      {isPartial && (
        <p class="bar-note trouble" role="alert">
          {t("kept-partial")}
        </p>
      )}
    </>
  );
}

interface RefusedProps {
  readonly reasons: readonly string[];
  readonly onRead: () => void;
  readonly children?: ComponentChildren;
}

/** Shows why files were not opened, until the user dismisses it. */
function Refused({ reasons, onRead, children }: RefusedProps) {
  const { t } = useLazyTexts(browserMessage);
  return (
    <div class="bar-note" role="alert">
      {reasons.map((text) => (
        <p key={text} class="trouble">
          {text}
        </p>
      ))}
      <p>
        {children}
        <Button link onClick={onRead}>
          {t("browser-refusals-read")}
        </Button>
      </p>
    </div>
  );
}

/** Reports that the worker that holds the workbook stopped, what is lost and what can still be done. */
function Stopped({ held }: { readonly held: PageWorkbook }) {
  const { t } = useLazyTexts(browserMessage);
  const { file } = held.open.cells;
  const { detail = "" } = held.stopped?.params ?? {};
  return (
    <div class="bar-note trouble" role="alert">
      <p>{t("browser-stopped", { file })}</p>
      <p>{t(held.hasUnsaved ? "browser-stopped-lost" : "browser-stopped-saved", { file })}</p>
      <p class="code">{detail}</p>
    </div>
  );
}
