import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { browserMessage, type BrowserCode, type Language } from "../../messages";
import type { PageWorkbook } from "../../workbook/in-page";
import type { AnotherFile } from "./another-file";
import { OpeningProgress } from "./opening";
import { useWayBack } from "./way-back";

interface BarNoticesProps {
  readonly held: PageWorkbook;
  readonly language: Language;
  /** Which of the files chosen together could not be opened, in words. */
  readonly refusals: readonly string[];
  readonly another: AnotherFile;
}

type Say = (code: BrowserCode, params?: Readonly<Record<string, string | number>>) => string;

/** What happens to the files: the one being opened, those that were not, the one that waits, a workbook that can no longer be saved. */
export function BarNotices({ held, language, refusals, another }: BarNoticesProps) {
  const { opening, refused, waiting, onAnswer, onRefusedRead } = another;
  const [areRefusalsRead, readRefusals] = useState(false);
  const say: Say = (code, params = {}) => browserMessage(code, params, language);
  return (
    <>
      {held.stopped !== null && <Stopped held={held} say={say} />}
      {opening !== null && (
        <div class="bar-told">
          <OpeningProgress opening={opening} language={language} />
        </div>
      )}
      {refused.length > 0 && <Refused reasons={refused} say={say} onRead={onRefusedRead} />}
      {refusals.length > 0 && !areRefusalsRead && (
        <Refused reasons={refusals} say={say} onRead={() => readRefusals(true)}>
          {say("browser-others-kept")}{" "}
        </Refused>
      )}
      {waiting !== null && <Waiting file={waiting} isSaved={!held.hasUnsaved} say={say} onAnswer={onAnswer} />}
    </>
  );
}

interface RefusedProps {
  readonly reasons: readonly string[];
  readonly say: Say;
  readonly onRead: () => void;
  readonly children?: ComponentChildren;
}

/** Why files were not opened, till it is read. */
function Refused({ reasons, say, onRead, children }: RefusedProps) {
  return (
    <div class="bar-told" role="alert">
      {reasons.map((text) => (
        <p key={text} class="trouble">
          {text}
        </p>
      ))}
      <p>
        {children}
        <button type="button" class="link" onClick={onRead}>
          {say("browser-refusals-read")}
        </button>
      </p>
    </div>
  );
}

interface WaitingProps {
  readonly file: string;
  /** The workbook was saved meanwhile: nothing is lost any more. */
  readonly isSaved: boolean;
  readonly say: Say;
  readonly onAnswer: AnotherFile["onAnswer"];
}

/** Asks whether another file takes the place of work that is not saved. */
function Waiting({ file, isSaved, say, onAnswer }: WaitingProps) {
  const { onFocusIn, goBack } = useWayBack();
  const stay = () => {
    goBack();
    onAnswer(false);
  };
  return (
    <div class="bar-told" role="alert" onFocusIn={onFocusIn}>
      <p>{say(isSaved ? "browser-leave-saved" : "browser-leave", { file })}</p>
      <p>
        <button type="button" class="button" onClick={() => onAnswer(true)}>
          {say(isSaved ? "browser-leave-now" : "browser-leave-anyway")}
        </button>{" "}
        <button type="button" class="button" onClick={stay}>
          {say("browser-leave-stay")}
        </button>
      </p>
    </div>
  );
}

/** Says that the worker that holds the workbook stopped, what is lost by that and what can still be done. */
function Stopped({ held, say }: { readonly held: PageWorkbook; readonly say: Say }) {
  const { file } = held.open.cells;
  const { detail = "" } = held.stopped?.params ?? {};
  return (
    <div class="bar-told trouble" role="alert">
      <p>{say("browser-stopped", { file })}</p>
      <p>{say(held.hasUnsaved ? "browser-stopped-lost" : "browser-stopped-saved", { file })}</p>
      <p class="code">{detail}</p>
    </div>
  );
}
