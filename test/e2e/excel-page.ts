import { resolve } from "node:path";
import type { Browser, Frame } from "playwright-core";
import { hostOrigin } from "../host";
import { hostPage } from "./host-page";
import { WatchedPage, type Look } from "./watched-page";

/** Excel's end of the wire: takes one message of the add-in and posts its answers, now or later. */
export interface Wire {
  receive(message: string, post: (message: string) => void): void;
}

/** The pane's own width: 320 as Excel for Windows opens it, 270 on a Mac, 450 as an accountant widens it. */
export interface PaneOptions extends Partial<Look> {
  /** Folder of the add-in, built for `addInBase`. */
  readonly files: string;
  readonly locale?: "fr-FR" | "en-US";
  readonly height?: number;
  /** Pixels of a picture for each pixel of the page: 1 unless said. */
  readonly sharpness?: number;
  /** Time jumps where `passes` says so. */
  readonly jumps?: boolean;
}

let conversations = 0;

/** The pane in Excel's page, which it fills. */
export class ExcelPage {
  private constructor(
    private readonly watched: WatchedPage,
    /** The pane's own document. */
    readonly pane: Frame,
  ) {}

  static async open(browser: Browser, excel: Wire, options: PaneOptions): Promise<ExcelPage> {
    const {
      files,
      locale = "fr-FR",
      width = 320,
      height = 720,
      colours = "light",
      sharpness = 1,
      jumps = false,
    } = options;
    conversations += 1;
    const conversation = `conv_${process.pid}_${conversations}`;
    const frame = hostPage({ conversation, locale, width });
    const watched = await WatchedPage.open(browser, {
      ...{ files, hostPage: frame, locale, width, height, colours, sharpness, jumps },
    });
    const { page, faults } = watched;
    const post = (message: string) =>
      void page
        .evaluate((text) => (window as unknown as { toAddIn(text: string): void }).toAddIn(text), message)
        .catch((error: unknown) => {
          if (!page.isClosed()) faults.push(`Answer not posted: ${String(error)}`);
        });
    await page.exposeFunction("toExcel", (message: string) => excel.receive(message, post));
    await page.goto(`${hostOrigin}/`);
    const pane = await (await page.waitForSelector("iframe")).contentFrame();
    return new ExcelPage(watched, pane!);
  }

  /** Widens or narrows the pane and changes its colours, as somebody may at any time. */
  async look(look: Look, { height, style = "" }: { height?: number; style?: string } = {}): Promise<void> {
    await this.pane.evaluate(dress, style);
    await this.watched.look(look, height);
    const frame = this.watched.page.locator("iframe");
    await frame.evaluate((element, pixels) => (element.style.width = `${pixels}px`), look.width);
    await this.drawn();
  }

  /** A look of the pane as high as what it holds: nothing is under a bar that stays. `style` is a reader's own. */
  async unrolled(look: Look, style = ""): Promise<void> {
    await this.look(look, { height: this.watched.heightNow, style });
    const height = await this.pane.evaluate(() => document.documentElement.scrollHeight);
    if (height <= this.watched.heightNow) return;
    await this.watched.heighten(height);
    await this.drawn();
  }

  /** The pane hears of new colours and of a new size as it is drawn. */
  private async drawn(): Promise<void> {
    await this.pane.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** Puts the pane back in a window of that size, whose HTML and style are given. */
  async dress(size: { readonly width: number; readonly height: number }, html: string, style: string): Promise<void> {
    const { page } = this.watched;
    await page.mouse.move(0, 0);
    await page.setViewportSize(size);
    await page.addStyleTag({ content: style });
    await page.locator("main").evaluate((element, content) => (element.innerHTML = content), html);
    await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  }

  /** A picture of the pane as it is seen, in `out/screenshots`. */
  async screenshot(name: string): Promise<void> {
    await this.watched.page.screenshot({ path: resolve("out/screenshots", `${name}.png`), animations: "disabled" });
  }

  /** Some time passes at once. */
  passes(seconds: number): Promise<void> {
    return this.watched.passes(seconds);
  }

  /** The address of the window that opens meanwhile. */
  async windowOpenedBy(act: () => Promise<void>): Promise<string> {
    const [opened] = await Promise.all([this.watched.context.waitForEvent("page"), act()]);
    await opened.waitForLoadState();
    return opened.url();
  }

  /** Closes, and gives what is held against the pane: `WatchedPage.close`. */
  close(): Promise<readonly string[]> {
    return this.watched.close();
  }
}

/** Adds a style of the reader's own, as a browser's extension does; an empty one takes it away. */
function dress(style: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}
