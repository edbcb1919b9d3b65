import project from "../../package.json";
import type { Language } from "../messages";
import type { FranceData } from "./convention/france";
import type { Settings, Scheduler } from "./operations/environment";
import { helpPages } from "./texts/words";

/** Returns the language of Excel's own commands, of the two that the pane speaks. */
export function displayLanguage(): Language {
  return Office.context.displayLanguage.toLowerCase().startsWith("en") ? "en" : "fr";
}

/** Returns the locale that Excel writes numbers in, which is not always that of its commands. */
export function numberLocale(): string {
  const { contentLanguage, displayLanguage } = Office.context;
  return [contentLanguage, displayLanguage].find(isLocale) ?? "fr-FR";
}

function isLocale(tag: string | undefined): tag is string {
  try {
    return tag !== undefined && Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/**
 * Returns the version of this Excel when it lacks something that the pane needs; null when nothing is missing. (design:
 * Office 2021 at least)
 */
export function tooOld(): string | null {
  const { requirements, diagnostics } = Office.context;
  const has = requirements.isSetSupported("ExcelApi", "1.14") && requirements.isSetSupported("SharedRuntime", "1.1");
  return has ? null : diagnostics.version;
}

/** Returns whether this Excel has no custom functions, or too old an API, as some volume-licensed versions of 2021. */
export function lacksFunctions(): boolean {
  return !Office.context.requirements.isSetSupported("CustomFunctionsRuntime", "1.3");
}

/** Returns the names and versions of this Excel and this add-in, for support. */
export function versions(): string[] {
  const { platform, version } = Office.context.diagnostics;
  return [`Ordiclasse ${project.version}`, `Excel ${version}, ${platform}`];
}

export function isReadOnly(): boolean {
  return Office.context.document.mode === Office.DocumentMode.ReadOnly;
}

/** The document's own settings, saved with the workbook. */
export const documentSettings: Settings = {
  get: (key) => Office.context.document.settings.get(key) as unknown,
  save: (key, value) => {
    const { settings } = Office.context.document;
    const before = settings.get(key) as string | boolean | null;
    try {
      settings.set(key, value);
    } catch {
      // Some Excels throw at once for a key of their own.
      return Promise.resolve(false);
    }
    return new Promise((resolve) =>
      settings.saveAsync(({ status }) => {
        const isSaved = status === Office.AsyncResultStatus.Succeeded;
        if (!isSaved) {
          if (before === null) settings.remove(key);
          else settings.set(key, before);
        }
        resolve(isSaved);
      }),
    );
  },
};

/** Shows the pane. Some Excels refuse it for a read-only workbook; the requested operation continues all the same. */
export async function showPane(): Promise<void> {
  await Office.addin.showAsTaskpane().catch(() => undefined);
}

/**
 * Makes Excel load the add-in each time this workbook is opened, or stops that; resolves to false when Excel refuses.
 */
export async function loadWithWorkbook(loads: boolean): Promise<boolean> {
  const { load, none } = Office.StartupBehavior;
  return Office.addin.setStartupBehavior(loads ? load : none).then(
    () => true,
    () => false,
  );
}

/** Opens the help in a window of its own when Excel can open one, else in a tab. */
export function openHelpPage(language: Language): void {
  const page = new URL(helpPages[language].page, document.baseURI).href;
  if (Office.context.requirements.isSetSupported("OpenBrowserWindowApi", "1.1"))
    Office.context.ui.openBrowserWindow(page);
  // Without "noopener", with which no window is returned: Office.js would take that for a refusal and have Excel open a
  // second one.
  else window.open(page, "_blank");
}

/** Returns whether a pane may save a file: Excel for Mac and for iPad do nothing when a page asks for a download. */
export function savesFiles(): boolean {
  const { platform } = Office.context;
  return platform !== Office.PlatformType.Mac && platform !== Office.PlatformType.iOS;
}

/** Returns whether reading empties the undo list: Excel for Windows does it when merged cells are read. */
export function readingEmptiesUndo(): boolean {
  return Office.context.platform === Office.PlatformType.PC;
}

/** Returns the bytes of one of the add-in's files; rejects when it cannot be loaded. */
export async function bytesAt(file: URL): Promise<Uint8Array> {
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${file.href}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** The example inventory, beside the pane's own files. */
const file = new URL("../../assets/inventaire-exemple.xlsx", import.meta.url);

export const exampleWorkbook = {
  address: file.href,
  read: () => bytesAt(file),
};

/** Returns the communes and the EPCI of France, reduced by the build; rejects when they cannot be loaded. */
export async function loadFrance(): Promise<FranceData> {
  const { default: france } = await import(/* webpackChunkName: "communes-of-france" */ "communes-of-france");
  return france;
}

/** Copies a text. Resolves to false when the page may not, as in the frame of some Excels on the web. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyFromField(text);
  }
}

/**
 * Copies a text in the way of old, and returns whether it did: frames that may not write to the clipboard by themselves
 * often let the user copy a selection.
 */
function copyFromField(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.className = "unseen";
  field.value = text;
  document.body.append(field);
  field.focus();
  field.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}

/**
 * Returns a function that saves a file among the downloads and returns its address. The address of the last file
 * remains valid, so that it can be saved again.
 */
export function createDownloads(): (name: string, bytes: Uint8Array) => string {
  let last: string | null = null;
  return (name, bytes) => {
    if (last !== null) URL.revokeObjectURL(last);
    const type = name.endsWith(".pdf") ? "application/pdf" : "application/zip";
    last = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
    const link = document.createElement("a");
    link.href = last;
    link.download = name;
    link.click();
    return last;
  };
}

/** Newer than the library's own types. */
interface ThemeOfExcel {
  readonly isDarkTheme?: boolean;
}

/**
 * Follows Excel's theme when it is known (not on the web), else the system's. Excel has no event for it: it is read
 * again each time the pane comes back into view.
 */
export function followTheme(): void {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const theme = Office.context.officeTheme as ThemeOfExcel | undefined;
    const isDark = theme?.isDarkTheme ?? system.matches;
    document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
  };
  apply();
  system.addEventListener("change", apply);
  document.addEventListener("visibilitychange", apply);
}

/**
 * Leaves Tab to the browser when the focus is on a title, or on nothing: it moves to the next control. In Excel on the
 * web, Office.js handles Tab along its own list of elements; from an element outside that list, the focus would leave
 * the pane.
 */
export function keepTabInPane(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Tab" && event.target instanceof HTMLElement && event.target.tabIndex < 0)
      event.stopPropagation();
  });
}

/**
 * Creates a scheduler whose pauses are messages: a message waits for paints and clicks, without the delay of timers,
 * which is longer in a hidden pane.
 */
export function createScheduler(): Scheduler {
  const waiting: (() => void)[] = [];
  const channel = new MessageChannel();
  channel.port1.onmessage = () => waiting.shift()?.();
  return {
    clock: () => performance.now(),
    pause: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        channel.port2.postMessage(null);
      }),
  };
}
