import "../styles/layout.css";
import "../styles/content.css";
import "../styles/points.css";
import "./beside.css";
import "./pages/pages.css";
import { useEffect, useMemo, useReducer, useRef } from "preact/hooks";
import project from "../../../package.json";
import { civilTime } from "../../cells";
import { browserMessage, pageWords, type Language } from "../../messages";
import { portOf, type PageWorkbook } from "../../workbook/in-page";
import { bytesAt, copyText, createDownloads, createScheduler, loadFrance } from "../host";
import { saveView, type SavedView, type Settings } from "../operations/environment";
import { Session } from "../operations/session";
import { Pane } from "../screens/pane";
import { createWords, helpPages } from "../texts/words";
import { Bar } from "./bar";
import { goToPane, onMainAction, onPointKeys } from "./keys";
import { useKeptWork } from "./kept/use-kept-work";
import { openBeside, refusalText } from "./open-files";
import type { BesideProps } from "./opening";
import { keepBetweenBars } from "./pane-bars";
import { PaneDivider } from "./pane-divider";
import { Sheets } from "./sheets";
import { ChosenCell, onSomethingElse } from "./view";

export { openFiles, refusalText } from "./open-files";

/** Draws the sheets of a workbook, and the pane beside them. */
export function Beside({ opened, resumed, language, another }: BesideProps) {
  const held = opened.workbook;
  const [, draw] = useReducer<number, void>((count) => count + 1, 0);
  const { session, chosen } = useMemo(() => {
    const chosen = new ChosenCell(held);
    return { chosen, session: sessionOn(held, chosen, language, resumed?.view ?? null) };
  }, [held]);
  const words = useMemo(() => createWords(language, language === "fr" ? "fr-FR" : "en-GB", pageWords), [language]);

  useEffect(() => held.subscribe(() => draw()), [held]);
  useEffect(() => opened.close, [opened]);
  useEffect(() => session.run.keepBeside(opened.others), [session]);
  const work = useKeptWork(held, session, resumed);
  useEffect(() => warnBeforeLeaving(held), [held]);
  useEffect(onMainAction, []);
  useEffect(() => onPointKeys((by) => void moveToPoint(session, by)), [session]);
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => keepBetweenBars(pane.current!), []);
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
          work={work}
          note={(text) => chosen.note(text)}
        />
        <Sheets key={held.open.cells.file} held={held} session={session} chosen={chosen} words={words} />
        <PaneDivider name={browserMessage("browser-divider", {}, language)} />
      </section>
      <div id="pane" class="pane-width" ref={pane}>
        <Pane session={session} words={words} />
      </div>
    </div>
  );
}

/** Goes to the next point or to the one before, with the focus in the pane: its digits choose an answer. */
async function moveToPoint(session: Session, by: 1 | -1): Promise<void> {
  if (!(await session.run.moveToPoint(by))) return;
  const { point, place } = session.state.list;
  session.dispatch({ type: "point-opened", point, place, takesFocus: true });
}

/** Has the browser ask before the page is left with something that is not saved; returns the function that stops it. */
function warnBeforeLeaving(held: PageWorkbook): () => void {
  const warn = (event: BeforeUnloadEvent) => {
    if (held.hasUnsaved) event.preventDefault();
  };
  addEventListener("beforeunload", warn);
  return () => removeEventListener("beforeunload", warn);
}

/** Goes to the pane by hand: following the link would have the browser show its place, and put the focus on nothing. */
function toPane(event: MouseEvent): void {
  event.preventDefault();
  goToPane();
}

/**
 * Returns the pane's session on a workbook that the page holds. `view`: the step and campaign saved for it.
 */
function sessionOn(held: PageWorkbook, chosen: ChosenCell, language: Language, view: SavedView | null): Session {
  const kept = new Map<string, string | boolean>();
  const settings: Settings = {
    get: (key) => kept.get(key),
    save: (key, value) => Promise.resolve(kept.set(key, value).has(key)),
  };
  if (view !== null) saveView(settings, view);
  return new Session({
    port: portOf(held, chosen.asView()),
    settings,
    scheduler: createScheduler(),
    readOnly: false,
    holdsWorkbook: true,
    now: () => civilTime(new Date()),
    after: (delay, call) => {
      const timer = setTimeout(call, delay);
      return () => clearTimeout(timer);
    },
    openFile: openBeside,
    communesOfFrance: loadFrance,
    loadPdfs: async () => {
      const pdf = await import(/* webpackChunkName: "pdf" */ "../../pdf");
      return { ...pdf, fonts: await pdf.readFonts(bytesAt) };
    },
    download: createDownloads(),
    // The first screen offers it to users without a file.
    example: null,
    isInView: () => !document.hidden,
    showPane: () => Promise.resolve(),
    loadWithWorkbook: null,
    lacksFunctions: false,
    undoEdit: () => (held.last?.kind === "cells" && held.undone === null ? () => chosen.undo() : null),
    focusSheet: () => chosen.focus(),
    openHelp: () => void window.open(helpPages[language].page, "_blank"),
    versions: () => [`Ordiclasse ${project.version}`, navigator.userAgent],
    copy: copyText,
  });
}
