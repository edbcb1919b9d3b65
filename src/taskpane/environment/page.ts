import type { Scheduler } from "../operations/environment";

/** Copies a text; false where the page may not, as in the frame of some Excels on the web. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyFromField(text);
  }
}

/** The way of old: frames that may not write to the clipboard by themselves often let the user copy a selection. */
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

/** Returns what saves a file among the downloads, and gives its address: the last file stays there to be saved again. */
export function createDownloads(): (name: string, bytes: Uint8Array) => string {
  let last: string | null = null;
  return (name, bytes) => {
    if (last !== null) URL.revokeObjectURL(last);
    last = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "application/zip" }));
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
 * Follows Excel's own theme where it tells it (it does not on the web), else the system's. There is no event of a change
 * in Excel: it is looked at again each time that the pane comes back into view.
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
 * In Excel on the web, Office.js moves the focus itself when Tab is pressed, along a list of its own; from what is not in that
 * list, it leaves the pane. Where the focus is on a title, or on nothing, Tab is the browser's: it goes to what follows.
 */
export function keepTabInPane(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Tab" && event.target instanceof HTMLElement && event.target.tabIndex < 0)
      event.stopPropagation();
  });
}

/** A message takes its turn behind paints and clicks, without the delay of timers, which a hidden pane would stretch. */
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
