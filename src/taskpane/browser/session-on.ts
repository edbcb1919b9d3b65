import project from "../../../package.json";
import type { Language } from "../../messages";
import { portOf, type PageWorkbook } from "../../workbook/in-page";
import { bytesAt, civilNow, copyText, createDownloads, createScheduler } from "../host";
import { Session } from "../operations/session";
import { helpPages } from "../texts/words";
import { openBeside } from "./open-files";
import type { ChosenCell } from "./view";

/** Returns the pane's session on a workbook that the page holds. */
export function sessionOn(held: PageWorkbook, chosen: ChosenCell, language: Language): Session {
  const kept = new Map<string, string | boolean>();
  const inAnotherTab = (address: string) => window.open(address, "_blank") !== null;
  return new Session({
    port: portOf(held, chosen.asView()),
    settings: {
      opensNoPane: true,
      get: (key) => kept.get(key),
      save: (key, value) => Promise.resolve(kept.set(key, value).has(key)),
    },
    scheduler: createScheduler(),
    readOnly: false,
    now: civilNow,
    after: (delay, call) => {
      const timer = setTimeout(call, delay);
      return () => clearTimeout(timer);
    },
    openFile: openBeside,
    loadPdfs: async () => {
      const pdf = await import(/* webpackChunkName: "pdf" */ "../../pdf");
      return { ...pdf, fonts: await pdf.readFonts(bytesAt) };
    },
    download: createDownloads(),
    // It is for whoever has no file: on the first screen.
    example: null,
    showPane: () => Promise.resolve(),
    focusSheet: () => chosen.focus(),
    openHelp: () => void inAnotherTab(helpPages[language].page),
    versions: () => [`Ordiclasse ${project.version}`, navigator.userAgent],
    copy: copyText,
  });
}
