import "../styles/layout.css";
import "../styles/content.css";
import "../styles/points.css";
import "./beside.css";
import { useEffect, useMemo, useReducer, useState } from "preact/hooks";
import { browserMessage, message, type BrowserCode, type Language } from "../../messages";
import type { PickedFile } from "../operations/files";
import { Pane } from "../screens/pane";
import { createWords } from "../texts/words";
import { FilePicker } from "./drop-zone";
import type { OpenedFiles } from "./open-files";
import { OpeningProgress, type Opening } from "./opening";
import { giveFile, savedName } from "./save";
import { sessionOn } from "./session-on";
import { Sheets } from "./sheets";
import { ChosenCell } from "./view";

export { openFiles } from "./open-files";

interface BesideProps {
  readonly opened: OpenedFiles;
  readonly language: Language;
  /** Another file that is being opened, and why the last one was not. */
  readonly opening: Opening | null;
  readonly refused: string | null;
  readonly onOpen: (files: readonly PickedFile[]) => void;
}

/** The sheets of a workbook, and the pane beside them. */
export function Beside(props: BesideProps) {
  const { opened, language } = props;
  const held = opened.workbook;
  const [, draw] = useReducer<number, void>((count) => count + 1, 0);
  const { session, chosen } = useMemo(() => {
    const chosen = new ChosenCell(held);
    return { chosen, session: sessionOn(held, chosen, language) };
  }, [held]);
  const words = useMemo(() => createWords(language, language === "fr" ? "fr-FR" : "en-GB"), [language]);
  const say = (code: BrowserCode, params = {}) => browserMessage(code, params, language);

  useEffect(() => held.subscribe(() => draw()), [held]);
  useEffect(() => opened.close, [opened]);
  useEffect(() => {
    void session.start().then(async () => {
      for (const file of opened.others) await session.run.addWorkbook(file);
    });
  }, [session]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (held.hasUnsaved) event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [held]);

  return (
    <div class="beside">
      <section class="workbook" aria-label={say("browser-workbook")}>
        <Bar {...props} say={say} />
        <Sheets key={held.open.cells.file} held={held} session={session} chosen={chosen} language={language} />
      </section>
      <div id="pane">
        <Pane session={session} words={words} />
      </div>
    </div>
  );
}

interface BarProps extends BesideProps {
  readonly say: (code: BrowserCode, params?: Readonly<Record<string, string>>) => string;
}

/** Which file it is, whether something of it is not saved, and what is done with it. */
function Bar({ opened: { workbook: held }, opening, refused, say, language, onOpen }: BarProps) {
  const [told, tell] = useState("");
  const [waiting, wait] = useState<readonly PickedFile[]>([]);
  const { file } = held.open.cells;
  const save = async () => {
    const saved = await held.bytes();
    if (!saved.ok) return tell(message(saved.anomaly.code, saved.anomaly.params, language));
    const name = savedName(held.open);
    giveFile(name, saved.bytes);
    held.saved();
    tell(say("browser-saved", { file: name }));
  };
  const open = (files: readonly PickedFile[]) => (held.hasUnsaved && files.length > 0 ? wait(files) : onOpen(files));
  return (
    <div class="bar">
      <p class="file">
        <strong>{file}</strong> {held.hasUnsaved && <span class="secondary">({say("browser-unsaved")})</span>}
      </p>
      <p class="bar-actions">
        <button type="button" class="button primary" onClick={() => void save()}>
          {say("browser-save")}
        </button>{" "}
        <FilePicker label={say("browser-other")} onFiles={open} />
      </p>
      <p class="bar-told" role="status">
        {told}
      </p>
      {opening !== null && (
        <div class="bar-told">
          <OpeningProgress opening={opening} language={language} />
        </div>
      )}
      {refused !== null && (
        <p class="bar-told trouble" role="alert">
          {refused}
        </p>
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
