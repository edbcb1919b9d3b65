import { readFile } from "node:fs/promises";
import { addInBase } from "../../build/built";
import { openPage } from "../open-excel";
import type { PageOptions, WatchedPage } from "../watched-page";

/** The minute at which the command is run in tests, on the clock of the page. */
const now = new Date(2014, 10, 25, 14, 3, 0);

/** The page without Excel, as somebody has it in front of them. */
export class BrowserPage {
  private constructor(readonly watched: WatchedPage) {}

  static async open(search = "", look: Partial<PageOptions> = {}): Promise<BrowserPage> {
    const watched = await openPage(`${addInBase}navigateur.html${search}`, { width: 1280, height: 800, ...look });
    watched.page.setDefaultTimeout(60_000);
    await watched.context.clock.setFixedTime(now);
    return new BrowserPage(watched);
  }

  get page() {
    return this.watched.page;
  }

  /** Chooses files, as the window of the system gives them, and waits for the sheets. */
  async chooses(...files: readonly (string | { name: string; mimeType: string; buffer: Buffer })[]): Promise<void> {
    await this.page.locator("#files").setInputFiles(files as string[]);
    await this.page.locator(".sheet-view td[data-cell]").first().waitFor();
  }

  /** The sheet and the cell that are chosen: `Parc!B12`. */
  async selection(): Promise<string> {
    const sheet = await this.page.locator('.sheet-tab[aria-current="page"]').innerText();
    return `${sheet}!${await this.page.locator("#chosen-cell").getAttribute("data-cell")}`;
  }

  /** The names of the tabs. */
  tabs(): Promise<string[]> {
    return this.page.locator(".sheet-tab").allInnerTexts();
  }

  /** Saves, and gives the file that the browser was given. */
  async saves(press: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const [download] = await Promise.all([this.page.waitForEvent("download"), press()]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }
}
