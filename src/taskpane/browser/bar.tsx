import { useEffect, useReducer } from "preact/hooks";
import { browserMessage, type BrowserCode } from "../../messages";
import type { PageWorkbook } from "../../workbook/in-page";
import type { Session } from "../operations/session";
import { Context } from "../parts/context";
import type { Words } from "../texts/words";
import type { AnotherFile } from "./another-file";
import { BarNotices } from "./bar-notices";
import { FilePicker, onDroppedAnywhere } from "./drop-zone";
import { OutputsButton, OutputsPanel, useOutputs } from "./outputs-panel";
import { useSaving } from "./use-saving";

interface BarProps {
  readonly held: PageWorkbook;
  readonly session: Session;
  readonly words: Words;
  /** Which of the files chosen together could not be opened, in words. */
  readonly refusals: readonly string[];
  readonly another: AnotherFile;
}

/** Which files are open, which of them receives the documents, whether something of it is not saved, and what is done with it. */
export function Bar({ held, session, words, refusals, another }: BarProps) {
  const [, draw] = useReducer<number, void>((count) => count + 1, 0);
  const { language } = words;
  const say = (code: BrowserCode, params = {}) => browserMessage(code, params, language);
  const { told, save } = useSaving(held, session, language);
  const outputs = useOutputs();
  const { file } = held.open.cells;
  const { state } = session;
  useEffect(() => session.store.subscribe(() => draw()), [session]);
  useEffect(() => onDroppedAnywhere(another.onOpen), [held]);
  return (
    <div class="bar">
      <p class="file">
        <strong>{file}</strong> {held.hasUnsaved && <span class="secondary">({say("browser-unsaved")})</span>}
      </p>
      <p class="bar-actions">
        <button type="button" class="button" aria-keyshortcuts="Control+S" onClick={save}>
          {say("browser-save")}
        </button>
        <OutputsButton outputs={outputs} say={say} />
        <FilePicker label={say("browser-other")} onFiles={another.onOpen} />
      </p>
      {state.files.length > 0 && (
        <p class="bar-told secondary">{say("browser-beside", { file, others: state.files.join(", ") })}</p>
      )}
      <Context.Provider value={{ session, state, words }}>
        <OutputsPanel outputs={outputs} held={held} say={say} />
      </Context.Provider>
      <p class="bar-told" role="status">
        {told}
      </p>
      <BarNotices held={held} language={language} refusals={refusals} another={another} />
    </div>
  );
}
