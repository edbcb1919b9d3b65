import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Browser, Frame } from "playwright-core";
import { hostOrigin } from "../host";
import { hostPage } from "./host-page";
import { defineShaping, type Shape, type Shaping } from "./pane-shape";
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
  /** False: an Excel where the add-in's functions are not. */
  readonly runsFunctions?: boolean;
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
      runsFunctions = true,
    } = options;
    conversations += 1;
    const conversation = `conv_${process.pid}_${conversations}`;
    const frame = hostPage({ conversation, locale, width, runsFunctions });
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
    await page.addInitScript(defineShaping);
    await page.goto(`${hostOrigin}/`);
    const pane = await (await page.waitForSelector("iframe")).contentFrame();
    return new ExcelPage(watched, pane!);
  }

  /** Changes the colours of the pane, as somebody may at any time; the pointer is on nothing. */
  async wears(colours: Look["colours"]): Promise<void> {
    await this.watched.page.mouse.move(0, 0);
    await this.watched.wears(colours);
  }

  /** As wide as Excel for Windows opens it, as high as it was opened, in light colours. */
  async rests(): Promise<void> {
    await this.watched.wears("light");
    await this.pane.evaluate(takeShape, { width: 320, height: this.watched.height });
  }

  /** The pane as high as what it holds: nothing is under a bar that stays. */
  unrolled({ width, style = "" }: Shape): Promise<void> {
    return this.pane.evaluate(unroll, { width, style, height: this.watched.height });
  }

  /** A picture of the pane unrolled. */
  async picture(name: string, shape: Shape): Promise<void> {
    const { page, height } = this.watched;
    const opened = page.viewportSize()!;
    await this.unrolled(shape);
    const unrolled = await this.pane.evaluate(() => innerHeight);
    await page.setViewportSize({ width: shape.width, height: Math.max(unrolled, height) });
    await this.screenshot(name);
    await page.setViewportSize(opened);
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

  /** The file that is saved among the downloads meanwhile. */
  async fileSavedBy(act: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
    const [download] = await Promise.all([this.watched.page.waitForEvent("download"), act()]);
    const bytes = new Uint8Array(await readFile(await download.path()));
    return { name: download.suggestedFilename(), bytes };
  }

  /** Closes, and gives what is held against the pane: `WatchedPage.close`. */
  close(): Promise<readonly string[]> {
    return this.watched.close();
  }
}

type Shaped = Window & { readonly shaping: Shaping };

const takeShape = (shape: Shape) => (window as unknown as Shaped).shaping.takesShape(shape);

/** At least as high as it was opened; as it is where all of it shows already, whatever its colours. */
async function unroll({ width, height, style }: Required<Shape>): Promise<void> {
  const { takesShape } = (window as unknown as Shaped).shaping;
  const added = [...document.adoptedStyleSheets].flatMap(({ cssRules }) => [...cssRules]).length > 0;
  const content = () => document.documentElement.scrollHeight;
  if (innerWidth === width && style === "" && !added && innerHeight > height && content() <= innerHeight) return;
  await takesShape({ width, height, style });
  if (content() > height) await takesShape({ width, height: content(), style });
}
