import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/layout.css";
import "./styles/controls.css";
import "./styles/content.css";
import "./styles/points.css";
import "./styles/boot.css";
import { render } from "preact";
import { civilTime } from "../cells";
import {
  copyText,
  createDownloads,
  createScheduler,
  followTheme,
  keepTabInPane,
  bytesAt,
  displayLanguage,
  documentSettings,
  exampleWorkbook,
  isReadOnly,
  lacksFunctions,
  loadFrance,
  loadWithWorkbook,
  numberLocale,
  openHelpPage,
  readingEmptiesUndo,
  savesFiles,
  showPane,
  tooOld,
  versions,
} from "./host";
import { giveUpSession, settleSession } from ".";
import { Pane } from "./screens/pane";
import { UnusableScreen, type Unusable } from "./screens/welcome";
import { createWords } from "./texts/words";

/**
 * Loads the chain and the functions, which, like the commands, must be registered before Excel is told that the page is
 * ready.
 */
async function loadAll() {
  const [chain] = await Promise.all([
    import(/* webpackChunkName: "chain" */ "./operations/session"),
    import(/* webpackChunkName: "functions-in-pane" */ "../functions/functions"),
  ]);
  return chain;
}

async function start(): Promise<void> {
  const { Session, officePort } = await loadAll();
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return giveUp({ kind: "outside" });
  const version = tooOld();
  if (version !== null) return giveUp({ kind: "old", version });

  const language = displayLanguage();
  document.documentElement.lang = language;
  followTheme();
  keepTabInPane();
  const session = new Session({
    port: officePort,
    settings: documentSettings,
    scheduler: createScheduler(),
    readOnly: isReadOnly(),
    readingEmptiesUndo: readingEmptiesUndo(),
    now: () => civilTime(new Date()),
    after: (delay, call) => {
      const timer = setTimeout(call, delay);
      return () => clearTimeout(timer);
    },
    openFile: async (bytes, name) => {
      const { openWorkbookFile } = await import(/* webpackChunkName: "files" */ "../workbook/files");
      return openWorkbookFile(bytes, name);
    },
    communesOfFrance: loadFrance,
    loadPdfs: async () => {
      const pdf = await import(/* webpackChunkName: "pdf" */ "../pdf");
      return { ...pdf, fonts: await pdf.readFonts(bytesAt) };
    },
    download: savesFiles() ? createDownloads() : null,
    example: exampleWorkbook,
    isInView: () => !document.hidden,
    showPane,
    loadWithWorkbook,
    openHelp: () => openHelpPage(language),
    versions,
    lacksFunctions: lacksFunctions(),
    copy: copyText,
  });
  settleSession(session);
  render(<Pane session={session} words={createWords(language, numberLocale())} />, root());
  await session.start();
}

function giveUp(why: Unusable): void {
  giveUpSession(why.kind);
  const language = document.documentElement.lang === "en" || navigator.language.startsWith("en") ? "en" : "fr";
  document.documentElement.lang = language;
  render(<UnusableScreen why={why} words={createWords(language, language)} />, root());
}

function root(): Element {
  const found = document.querySelector("#pane");
  if (found === null) throw new Error("taskpane.html has no #pane.");
  return found;
}

start().catch((fault: unknown) => {
  giveUp({ kind: "start-failed", reason: fault instanceof Error ? fault.message : String(fault) });
});
