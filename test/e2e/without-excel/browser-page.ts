import { readFile } from "node:fs/promises";
import { browserMessage, message, type BrowserCode } from "../../../src/messages";
import { addInBase } from "../../build/built";
import { openPage } from "../open-excel";
import { Person } from "../person";
import type { PageOptions, WatchedPage } from "../watched-page";

/** The minute at which the command is run in tests, on the clock of the page. */
const now = new Date(2014, 10, 25, 14, 3, 0);

/** The page without Excel, as somebody has it in front of them. */
export class BrowserPage {
  /** What is open is already the page. */
  constructor(readonly watched: WatchedPage) {}

  static async open(search = "", look: Partial<PageOptions> = {}): Promise<BrowserPage> {
    const watched = await openPage(`${addInBase}navigateur.html${search}`, {
      width: 1280,
      height: 800,
      isAlone: true,
      ...look,
    });
    watched.page.setDefaultTimeout(180_000);
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

  /** Who sits at the pane. */
  get person(): Person {
    return new Person(this.page.mainFrame(), "fr-FR");
  }

  /** Chooses a file, whatever is open; gives why the page does not open it, or null once its sheets are there. */
  async opens(name: string, bytes: Uint8Array): Promise<string | null> {
    const picker = this.page.getByLabel(say("browser-choose")).or(this.page.getByLabel(say("browser-other")));
    await picker.setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
    const workbook = this.page.getByRole("region", { name: say("browser-workbook") });
    const start = this.page
      .getByRole("main")
      .filter({ has: this.page.getByRole("heading", { name: say("browser-title") }) });
    const refusal = start.or(workbook).getByRole("alert");
    const bar = workbook.getByText(name, { exact: true });
    await bar.or(refusal).first().waitFor();
    if ((await refusal.count()) > 0) return refusal.innerText();
    await this.page.getByRole("grid").waitFor();
    return null;
  }

  /** Waits until the workbook is read, or refused, which the pane then says. */
  async hasRead(): Promise<void> {
    const reread = this.page.getByRole("button", { name: message("pane-act-reread") });
    await this.page.locator(".titre").or(reread).first().waitFor();
  }

  async savesWorkbook(): Promise<void> {
    await this.page.getByRole("button", { name: say("browser-save") }).click();
  }

  /** The sheet and the cell that are chosen, once the sheet is drawn: `Parc!B12`. */
  async selection(): Promise<string> {
    await this.drawn();
    const sheet = await this.page.locator('.sheet-tab[aria-current="page"]').innerText();
    return `${sheet}!${await this.page.locator("#chosen-cell").getAttribute("data-cell")}`;
  }

  /** Waits for the frames in which a sheet is placed, drawn and scrolled. */
  async drawn(): Promise<void> {
    for (let frame = 0; frame < 4; frame++) await this.page.evaluate(() => new Promise(requestAnimationFrame));
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

const say = (code: BrowserCode) => browserMessage(code, {}, "fr");
