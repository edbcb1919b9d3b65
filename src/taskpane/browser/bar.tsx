import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import { browserMessage, message, pageWords, type BrowserCode, type Language } from "../../messages";
import type { PageWorkbook } from "../../workbook/in-page";
import type { PickedFile } from "../operations/files";
import type { Session } from "../operations/session";
import { FilePicker } from "./drop-zone";
import { onSaving } from "./keys";
import { OpeningProgress, type Opening } from "./opening";
import { OtherOutputs } from "./other-outputs";
import { saveWorkbook } from "./save";
import { useTold } from "./told";

interface BarProps {
  readonly held: PageWorkbook;
  readonly session: Session;
  readonly language: Language;
  /** What could not be opened, in words. */
  readonly refusals: readonly string[];
  /** Another file that is being opened, and why the last one was not: this workbook stays. */
  readonly opening: Opening | null;
  readonly refused: readonly string[];
  readonly onOpen: (files: readonly PickedFile[]) => void;
}

/** Which files are open, which of them receives the documents, whether something of it is not saved, and what is done with it. */
export function Bar({ held, session, language, refusals, opening, refused, onOpen }: BarProps) {
  const [, draw] = useReducer<number, void>((count) => count + 1, 0);
  const [told, tell] = useTold(held);
  const [waiting, wait] = useState<readonly PickedFile[]>([]);
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const [areRefusalsRead, readRefusals] = useState(false);
  const say = (code: BrowserCode, params = {}) => browserMessage(code, params, language);
  const { file } = held.open.cells;
  const beside = session.state.files;
  useEffect(() => session.store.subscribe(() => draw()), [session]);

  const save = async () => {
    tell("");
    const saving = await saveWorkbook(held);
    if ("anomaly" in saving) return tell(message(saving.anomaly.code, saving.anomaly.params, language, pageWords));
    const { file: name } = saving;
    tell(
      "failed" in saving
        ? say("browser-not-saved", { file: name, reason: saving.failed })
        : say("browser-saved", { file: name }),
    );
  };
  const open = (files: readonly PickedFile[]) => {
    if (files.length > 0) (held.hasUnsaved ? wait : onOpen)(files);
  };
  useEffect(() => onDroppedAnywhere(open), [held]);
  useEffect(() => onSaving(() => void save()), [held]);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };

  return (
    <div class="bar">
      <p class="file">
        <strong>{file}</strong> {held.hasUnsaved && <span class="secondary">({say("browser-unsaved")})</span>}
      </p>
      <p class="bar-actions">
        <button type="button" class="button" aria-keyshortcuts="Control+S" onClick={() => void save()}>
          {say("browser-save")}
        </button>
        <button
          type="button"
          class="button unfolds"
          ref={opener}
          aria-expanded={isOpen}
          aria-controls="other-outputs"
          onClick={() => setOpen(!isOpen)}
          onKeyDown={({ key }) => key === "Escape" && setOpen(false)}
        >
          {say("browser-outputs")}
        </button>
        <FilePicker label={say("browser-other")} onFiles={open} />
      </p>
      {beside.length > 0 && (
        <p class="bar-told secondary">{say("browser-beside", { file, others: beside.join(", ") })}</p>
      )}
      <section
        id="other-outputs"
        class="bar-told outputs"
        aria-label={say("browser-outputs")}
        hidden={!isOpen}
        onKeyDown={({ key }) => key === "Escape" && close()}
      >
        {isOpen && <OtherOutputs held={held} session={session} say={say} />}
      </section>
      <p class="bar-told" role="status">
        {told}
      </p>
      {opening !== null && (
        <div class="bar-told">
          <OpeningProgress opening={opening} language={language} />
        </div>
      )}
      {refused.map((text) => (
        <p key={text} class="bar-told trouble" role="alert">
          {text}
        </p>
      ))}
      {refusals.length > 0 && !areRefusalsRead && (
        <div class="bar-told" role="alert">
          {refusals.map((text) => (
            <p key={text} class="trouble">
              {text}
            </p>
          ))}
          <p>
            {say("browser-others-kept")}{" "}
            <button type="button" class="link" onClick={() => readRefusals(true)}>
              {say("browser-refusals-read")}
            </button>
          </p>
        </div>
      )}
      {waiting.length > 0 && (
        <div class="bar-told" role="alert">
          <p>{say("browser-leave")}</p>
          <p>
            <button
              type="button"
              class="button"
              onClick={() => {
                wait([]);
                onOpen(waiting);
              }}
            >
              {say("browser-leave-anyway")}
            </button>{" "}
            <button type="button" class="button" onClick={() => wait([])}>
              {say("browser-leave-stay")}
            </button>
          </p>
        </div>
      )}
    </div>
  );
}

/** A file dropped beside the place for it would take the page's own. Returns the function that stops it. */
function onDroppedAnywhere(open: (files: readonly File[]) => void): () => void {
  const over = (event: DragEvent) => event.preventDefault();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    open([...(event.dataTransfer?.files ?? [])]);
  };
  addEventListener("dragover", over);
  addEventListener("drop", drop);
  return () => {
    removeEventListener("dragover", over);
    removeEventListener("drop", drop);
  };
}
