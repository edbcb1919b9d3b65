import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { cellName } from "../../src/cells";
import { samplePath } from "../acceptance/samples";
import { buildOnce } from "../build/built";
import { ExcelHost, connect, type FunctionsFile, type HostOptions } from "../host";
import { HostWorkbook } from "../host/model";
import { launchBrowser } from "./browser";
import { ExcelPage, type PaneOptions } from "./excel-page";
import { HeldAnswers } from "./held-answers";
import { Person } from "./person";
import { WatchedPage, type PageOptions } from "./watched-page";

/** Excel with a workbook open, the shipped pane beside it in Chromium, and somebody who sits there. */
export interface OpenExcel {
  readonly workbook: HostWorkbook;
  readonly host: ExcelHost;
  readonly answers: HeldAnswers;
  readonly page: ExcelPage;
  readonly person: Person;
}

type Options = Omit<PaneOptions, "files"> & Omit<HostOptions, "file" | "customFunctions">;

let browser: Browser;
let files: string;
let opened: { close(): Promise<readonly string[]> }[] = [];

/**
 * Starts a browser for the tests of a file. Nothing may be held against any page that they open. Chromium, on a machine that is
 * busy for long, now and then draws a frame no more: a test is done again once, from a new page, and what failed first is told.
 */
export function useBrowser(): void {
  jest.retryTimes(1, { logErrorsBeforeRetry: true });
  beforeAll(async () => {
    files = (await buildOnce()).dist;
    browser = await launchBrowser();
  });
  afterEach(async () => {
    const faults = await Promise.all(opened.map((page) => page.close()));
    opened = [];
    expect(faults.flat()).toEqual([]);
  });
  afterAll(() => browser?.close());
}

export async function openExcel(bytes: Uint8Array, file: string, options: Options = {}): Promise<OpenExcel> {
  const workbook = await HostWorkbook.open(bytes, file);
  const customFunctions = JSON.parse(await readFile(join(files, "functions.json"), "utf8")) as FunctionsFile;
  const host = new ExcelHost(workbook, { ...options, file, customFunctions });
  connect(workbook, host);
  const answers = new HeldAnswers(host);
  const page = await ExcelPage.open(browser, answers, { ...options, files, runsFunctions: host.runsFunctions });
  opened.push(page);
  await host.ready();
  return { workbook, host, answers, page, person: new Person(page.pane, options.locale ?? "fr-FR") };
}

/** A page of the add-in alone, without Excel: 320 pixels wide unless said. */
export async function openPage(address: string, look: Partial<PageOptions> = {}): Promise<WatchedPage> {
  const blank = { hostPage: "", locale: "fr-FR", width: 320, height: 720, colours: "light", sharpness: 1 } as const;
  const watched = await WatchedPage.open(browser, { files, ...blank, ...look });
  opened.push(watched);
  await watched.page.goto(address);
  return watched;
}

/** Tabs as a person sees them. */
export function tabs({ workbook }: Pick<OpenExcel, "workbook">): string[] {
  return workbook.book.sheets.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name);
}

/** The cell where the person stands: `Parc!B12`. */
export function selection({ workbook }: Pick<OpenExcel, "workbook">): string {
  const { sheet, top, left } = workbook.book.selection;
  return `${sheet.name}!${cellName(top, left)}`;
}

export async function openSample(name: string, options: Options = {}): Promise<OpenExcel> {
  return openExcel(new Uint8Array(await readFile(samplePath(`${name}.xlsx`))), `${name}.xlsx`, options);
}
