import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { hostOrigin } from "../host";
import { hostPage } from "./host-page";
import { serveFiles } from "./served-files";

/** Excel's end of the wire: takes one message of the add-in and posts its answers, now or later. */
export interface Wire {
  receive(message: string, post: (message: string) => void): void;
}

export interface PaneOptions {
  /** Folder of the add-in, built for `addInOrigin`. */
  readonly files: string;
  readonly locale?: "fr-FR" | "en-US";
  /** Pixels: 320 as Excel for Windows opens it, 270 on a Mac, 450 as an accountant widens it. */
  readonly width?: number;
  readonly height?: number;
  readonly colours?: "light" | "dark" | "forced";
}

let conversations = 0;

/** The pane in Excel's page, in a browser context of its own: nothing kept by Office.js goes from a test to the next. */
export class ExcelPage {
  private constructor(
    private readonly context: BrowserContext,
    private readonly page: Page,
    /** The pane's own document. */
    readonly pane: Frame,
    private readonly faults: readonly string[],
  ) {}

  static async open(browser: Browser, excel: Wire, options: PaneOptions): Promise<ExcelPage> {
    const { files, locale = "fr-FR", width = 320, height = 720, colours = "light" } = options;
    const context = await browser.newContext({
      locale,
      viewport: { width, height },
      colorScheme: colours === "dark" ? "dark" : "light",
      forcedColors: colours === "forced" ? "active" : "none",
      serviceWorkers: "block",
    });
    const faults: string[] = [];
    conversations += 1;
    const conversation = `conv_${process.pid}_${conversations}`;
    await serveFiles(context, files, hostPage({ conversation, locale, width }), (what) => faults.push(what));
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") faults.push(`Console: ${message.text()}`);
    });
    page.on("pageerror", (error) => faults.push(`Exception: ${error.stack ?? error.message}`));
    await page.exposeFunction("toldOfPolicy", (what: string) => faults.push(what));
    await page.addInitScript(() =>
      addEventListener("securitypolicyviolation", (event) =>
        (window as unknown as { toldOfPolicy(what: string): void }).toldOfPolicy(
          `Content policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
        ),
      ),
    );
    const post = (message: string) =>
      void page
        .evaluate((text) => (window as unknown as { toAddIn(text: string): void }).toAddIn(text), message)
        .catch((error: unknown) => {
          if (!page.isClosed()) faults.push(`Answer not posted: ${String(error)}`);
        });
    await page.exposeFunction("toExcel", (message: string) => excel.receive(message, post));
    await page.goto(`${hostOrigin}/`);
    const frame = await (await page.waitForSelector("iframe")).contentFrame();
    return new ExcelPage(context, page, frame!, faults);
  }

  /** A picture of the pane as it is seen, in `out/screenshots`. */
  async screenshot(name: string): Promise<void> {
    const folder = resolve("out/screenshots");
    await mkdir(folder, { recursive: true });
    await this.page.locator("iframe").screenshot({ path: `${folder}/${name}.png`, animations: "disabled" });
  }

  /** The address of the window that opens meanwhile. */
  async windowOpenedBy(act: () => Promise<void>): Promise<string> {
    const [opened] = await Promise.all([this.context.waitForEvent("page"), act()]);
    await opened.waitForLoadState();
    return opened.url();
  }

  /**
   * Closes, and gives what went wrong meanwhile: requests off the add-in, Office.js and Excel, errors and warnings in the
   * console, exceptions, and breaches of the content policy. A test expects none.
   */
  async close(): Promise<readonly string[]> {
    await this.context.close();
    return this.faults;
  }
}
