import "../styles/layout.css";
import "../styles/content.css";
import "../styles/points.css";
import "./beside.css";
import { useEffect, useMemo, useReducer } from "preact/hooks";
import { browserMessage, pageWords, type Language } from "../../messages";
import type { PageWorkbook } from "../../workbook/in-page";
import { Pane } from "../screens/pane";
import { createWords } from "../texts/words";
import type { AnotherFile } from "./another-file";
import { Bar } from "./bar";
import { goToPane } from "./keys";
import { refusalText, type OpenedFiles } from "./open-files";
import { sessionOn } from "./session-on";
import { Sheets } from "./sheets";
import { ChosenCell, onSomethingElse } from "./view";

export { openFiles, refusalText } from "./open-files";

interface BesideProps {
  readonly opened: OpenedFiles;
  readonly language: Language;
  readonly another: AnotherFile;
}

/** The sheets of a workbook, and the pane beside them. */
export function Beside({ opened, language, another }: BesideProps) {
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
  useEffect(() => warnBeforeLeaving(held), [held]);
  useEffect(() => onSomethingElse(held, chosen, another.onRefusedRead), [another.refused]);

  return (
    <div class="beside">
      <a class="skip to-pane" href="#pane" onClick={toPane}>
        {browserMessage("browser-to-pane", {}, language)}
      </a>
      <section class="workbook" aria-label={browserMessage("browser-workbook", {}, language)}>
        <Bar
          held={held}
          session={session}
          words={words}
          refusals={opened.refused.map((one) => refusalText(one, language))}
          another={another}
        />
        <Sheets key={held.open.cells.file} held={held} session={session} chosen={chosen} language={language} />
      </section>
      <div id="pane">
        <Pane session={session} words={words} />
      </div>
    </div>
  );
}

/** Has the browser ask before the page is left with something that is not saved; returns the function that stops it. */
function warnBeforeLeaving(held: PageWorkbook): () => void {
  const warn = (event: BeforeUnloadEvent) => {
    if (held.hasUnsaved) event.preventDefault();
  };
  addEventListener("beforeunload", warn);
  return () => removeEventListener("beforeunload", warn);
}

/** By hand: following the link would have the browser show its place, and put the focus on nothing. */
function toPane(event: MouseEvent): void {
  event.preventDefault();
  goToPane();
}
