import type { Browser, BrowserContext, Page } from "playwright-core";
import { addInBase } from "../build/built";
import { serveFiles } from "./served-files";

/** How wide a page is and in which colours it is drawn. */
export interface Look {
  /** Pixels. */
  readonly width: number;
  readonly colours: "light" | "dark" | "forced";
}

export interface PageOptions extends Look {
  /** Folder of the add-in, built for `addInBase`. */
  readonly files: string;
  /** What Excel's own address gives. */
  readonly hostPage: string;
  readonly locale: string;
  readonly height: number;
  /** Pixels of the picture for each pixel of the page. */
  readonly sharpness: number;
  /** Time goes on by itself, and jumps where `WatchedPage.passes` says so: no test waits for what a person would. */
  readonly jumps?: boolean;
  /** It asks for nothing beyond the add-in's own folder, Office.js included. */
  readonly isAlone?: boolean;
}

/** A blank page in a browser context of its own: nothing kept by Office.js goes from a test to the next. */
export class WatchedPage {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    /** What goes wrong, as it happens. */
    readonly faults: string[],
    readonly height: number,
  ) {}

  static async open(browser: Browser, options: PageOptions): Promise<WatchedPage> {
    const { files, hostPage, locale, width, height, colours, sharpness, jumps = false, isAlone = false } = options;
    const context = await browser.newContext({
      locale,
      viewport: { width, height },
      deviceScaleFactor: sharpness,
      ...media(colours),
      serviceWorkers: "block",
    });
    context.setDefaultTimeout(180_000);
    if (jumps) await context.clock.install();
    const faults: string[] = [];
    await serveFiles(context, files, hostPage, (what) => faults.push(what));
    if (isAlone)
      context.on("request", (request) => {
        // What the page makes itself, a file to be saved, has an address too.
        if (!/^(?:blob|data):/.test(request.url()) && !request.url().startsWith(addInBase))
          faults.push(`Request beyond its folder: ${request.method()} ${request.url()}`);
      });
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() !== "error" && message.type() !== "warning") return;
      if (message.text() !== blockedWorker) faults.push(`Console: ${message.text()}`);
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
    return new WatchedPage(context, page, faults, height);
  }

  /** Some time passes at once, of a page whose time jumps. */
  async passes(seconds: number): Promise<void> {
    await this.context.clock.fastForward(seconds * 1000);
  }

  /** Widens or narrows the page, and changes its colours; the pointer is on nothing. */
  async look({ width, colours }: Look): Promise<void> {
    await this.page.mouse.move(0, 0);
    await this.page.setViewportSize({ width, height: this.height });
    await this.wears(colours);
  }

  async wears(colours: Look["colours"]): Promise<void> {
    await this.page.emulateMedia(media(colours));
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

/** What Playwright says for a page that would be kept for later: its answers would come from elsewhere than from `serveFiles`. */
const blockedWorker = "Service Worker registration blocked by Playwright";

/** Media features, as Playwright names them. */
const media = (colours: Look["colours"]) =>
  ({
    colorScheme: colours === "dark" ? "dark" : "light",
    forcedColors: colours === "forced" ? "active" : "none",
  }) as const;
