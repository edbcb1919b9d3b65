import "../styles/layout.css";
import "../styles/content.css";
import "../styles/points.css";
import "./beside.css";
import { useEffect, useMemo, useReducer } from "preact/hooks";
import { browserMessage, pageWords, type Language } from "../../messages";
import type { PickedFile } from "../operations/files";
import { Pane } from "../screens/pane";
import { createWords } from "../texts/words";
import { Bar } from "./bar";
import { goToPane } from "./keys";
import { refusalText, type OpenedFiles } from "./open-files";
import type { Opening } from "./opening";
import { sessionOn } from "./session-on";
import { Sheets } from "./sheets";
import { ChosenCell } from "./view";

export { openFiles, refusalText } from "./open-files";

interface BesideProps {
  readonly opened: OpenedFiles;
  readonly language: Language;
  /** Another file that is being opened, and why the last one was not, in words. */
  readonly opening: Opening | null;
  readonly refused: readonly string[];
  readonly onOpen: (files: readonly PickedFile[]) => void;
}

/** The sheets of a workbook, and the pane beside them. */
export function Beside({ opened, language, opening, refused, onOpen }: BesideProps) {
  const held = opened.workbook;
  const [, draw] = useReducer<number, void>((count) => count + 1, 0);
  const { session, chosen } = useMemo(() => {
    const chosen = new ChosenCell(held);
    return { chosen, session: sessionOn(held, chosen, language) };
  }, [held]);
  const words = useMemo(() => createWords(language, language === "fr" ? "fr-FR" : "en-GB", pageWords), [language]);

  useEffect(() => held.subscribe(() => draw()), [held]);
  useEffect(() => opened.close, [opened]);
  useEffect(() => {
    void session.start().then(() => session.run.keepBeside(opened.others));
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
      <a class="skip to-pane" href="#pane" onClick={toPane}>
        {browserMessage("browser-to-pane", {}, language)}
      </a>
      <section class="workbook" aria-label={browserMessage("browser-workbook", {}, language)}>
        <Bar
          held={held}
          session={session}
          language={language}
          refusals={opened.refused.map((one) => refusalText(one, language))}
          opening={opening}
          refused={refused}
          onOpen={onOpen}
        />
        <Sheets key={held.open.cells.file} held={held} session={session} chosen={chosen} language={language} />
      </section>
      <div id="pane">
        <Pane session={session} words={words} />
      </div>
    </div>
  );
}

/** By hand: following the link would have the browser show its place, and put the focus on nothing. */
function toPane(event: MouseEvent): void {
  event.preventDefault();
  goToPane();
}
