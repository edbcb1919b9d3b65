/**
 * @jest-environment jsdom
 */
import "../screens/node-in-jsdom";
import { setImmediate } from "node:timers";
import { MessageChannel } from "node:worker_threads";
import { render } from "preact";
import { act } from "preact/test-utils";
import { browserMessage, message, pageWords, unexpected, type BrowserCode } from "../../../src/messages";
import type { AnotherFile } from "../../../src/taskpane/browser/opening";
import { Bar } from "../../../src/taskpane/browser/bar";
import { ChosenCell, onSomethingElse } from "../../../src/taskpane/browser/view";
import type { Environment } from "../../../src/taskpane/operations/environment";
import { createWords } from "../../../src/taskpane/texts/words";
import { amagney, smallWorkbook } from "../../cli/small-workbook";
import { generateIt, heldInWorker, join, readIt, sessionOn, type Joined } from "../../workbook/in-page/held-session";

// What Node has and jsdom has not.
Object.assign(globalThis, { MessageChannel, setImmediate });

const say = (code: BrowserCode, params = {}) => browserMessage(code, params, "fr");
const words = createWords("fr", "fr-FR", pageWords);

const audeux = ["Audeux", "École primaire", 50, 5, 0];

let joined: Joined;
let page: Awaited<ReturnType<typeof sessionOn>>;
let told: (string | boolean)[];
/** The last text shown under the sheet. */
let noted: string;
/** Whether a refusal is shown under the sheet, which stays. */
let isRefused: boolean;
beforeEach(() => {
  joined = join();
  told = [];
  noted = "";
  isRefused = false;
  document.body.innerHTML = '<div id="bar"></div>';
});
afterEach(() => {
  act(() => render(null, document.querySelector("#bar")!));
  joined.close();
});

async function opens(more: Partial<Environment> = {}, others = [audeux]): Promise<void> {
  const bytes = await smallWorkbook([amagney, ...others]);
  page = await sessionOn(bytes, "parc.xlsx", (given, file) => heldInWorker(given, file, joined), more);
}

const nothingKept = {
  ...{ keptAt: null, before: null, isPartial: false },
  ...{ onResume: () => undefined, onForget: () => undefined },
};

function shows(another: Partial<AnotherFile> = {}): void {
  const { held, session } = page;
  const nothing = { opening: null, refused: [], waiting: null, onOpen: () => undefined };
  const heard = { onAnswer: (yes: boolean) => told.push(yes), onRefusedRead: () => told.push("read") };
  const files = { ...nothing, ...heard, ...another } as AnotherFile;
  const note = (text: string) => {
    if (!isRefused) noted = text;
    return !isRefused;
  };
  const given = { held, session, words, refusals: [], another: files, work: nothingKept, note };
  act(() => render(<Bar {...given} />, document.querySelector("#bar")!));
}

const button = (name: string) =>
  [...document.querySelectorAll("button")].find(({ textContent }) => textContent === name);
const press = (name: string) => act(() => button(name)!.click());
const alerts = () => [...document.querySelectorAll('[role="alert"]')].map(({ textContent }) => textContent);
const correct = (value: number) => page.held.edit([{ sheet: "Parc", row: 1, column: 3, value }]);

test("why a file was not opened can be closed, and goes by itself once somebody goes on: a correction, a tab", async () => {
  await opens();
  shows({ refused: ["Le fichier « photo.jpg » n’est pas un classeur."] });
  expect(alerts()).toEqual([expect.stringContaining("photo.jpg")]);
  press(say("browser-refusals-read"));
  expect(told).toEqual(["read"]);

  const chosen = new ChosenCell(page.held);
  let past = 0;
  const stop = onSomethingElse(page.held, chosen, () => past++);
  page.held.looks.sheet("Parc");
  // That the look of the sheet comes is nothing that somebody did.
  await new Promise<void>((resolve) => page.held.subscribe(resolve));
  expect(past).toBe(0);
  chosen.show("Parc", null);
  expect(past).toBe(1);
  await correct(12);
  expect(past).toBe(2);
  stop();
  chosen.show("Parc", null);
  expect(past).toBe(2);
});

describe("a worker that stops is told plainly, though nothing was asked of it", () => {
  const file = "parc.xlsx";
  const crash = () => act(() => void joined.page.onerror!(new ErrorEvent("error", { message: "mémoire" })));

  test("a worker that stops with unsaved work reports what is lost, and what remains", async () => {
    await opens();
    await correct(12);
    let heard = 0;
    page.held.subscribe(() => heard++);
    crash();
    shows();
    expect([heard, page.held.stopped]).toEqual([1, unexpected("mémoire")]);
    const [notice] = alerts();
    for (const text of [say("browser-stopped", { file }), say("browser-stopped-lost", { file }), "mémoire"])
      expect(notice).toContain(text);
    // Nothing is waited for: the sheets are there, and what is asked is answered.
    expect(page.held.open.cells.sheets[0]!.rows[1]![3]).toBe(12);
    expect(await correct(11)).toMatchObject({ ok: false });
  });

  test("a worker that stops with nothing to save loses nothing, and an unreadable message stops it as well", async () => {
    await opens();
    const asked = page.held.bytes();
    act(() => void joined.page.onmessageerror!({} as MessageEvent));
    expect(await asked).toMatchObject({ ok: false, anomaly: { code: "pane-unexpected" } });
    shows();
    expect(alerts()).toEqual([expect.stringContaining(say("browser-stopped-saved", { file }))]);
  });

  test("a generation under way ends as one that failed, and the pane waits for nothing", async () => {
    await opens();
    await readIt(page);
    const generating = generateIt(page);
    const { store } = page.session;
    await new Promise<void>((resolve) =>
      store.subscribe(() => {
        const { work } = store.state;
        if (work.kind === "generating" && work.progress?.stage === "write") resolve();
      }),
    );
    crash();
    await generating;
    expect(page.session.state).toMatchObject({ work: { kind: "none" }, ending: { kind: "failed" } });
  });
});

test("the progress of the PDFs is beside their button, which then stops them", async () => {
  let come = (_: never) => undefined as void;
  await opens({ download: () => "blob:1", loadPdfs: () => new Promise((resolve) => (come = resolve)) });
  await readIt(page);
  await generateIt(page);
  shows();
  press(say("browser-outputs"));
  press(say("browser-output-pdfs"));
  const progress = () => document.querySelector("#other-outputs progress");
  const text = () => document.querySelector("#other-outputs .progress p")?.textContent;
  expect([progress()!.getAttribute("value"), text()]).toEqual([null, message("pane-pdfs-loading")]);
  act(() => page.session.dispatch({ type: "work-went-on", work: { kind: "drawing", done: 1, total: 3 } }));
  expect([progress()!.getAttribute("value"), text()]).toEqual(["1", message("pane-pdfs-drawing", { n: 2, total: 3 })]);
  expect(button(say("browser-output-pdfs"))).toBeUndefined();
  press(message("pane-act-cancel"));
  expect(text()).toBe(message("pane-pdfs-cancelling"));
  await act(async () => {
    come({} as never);
    while (page.session.state.work.kind !== "none") await new Promise((resolve) => setTimeout(resolve, 0));
  });
  expect([progress(), button(say("browser-output-pdfs")) === undefined]).toEqual([null, false]);
  expect(document.querySelector("#other-outputs")!.textContent).toContain(say("browser-pdfs-not-saved"));
});

describe("the messages about a saved workbook", () => {
  beforeEach(() => {
    URL.createObjectURL = () => "blob:1";
    URL.revokeObjectURL = () => undefined;
    HTMLAnchorElement.prototype.click = () => undefined;
  });
  // Its own click hides the one of every element.
  afterEach(() => void Reflect.deleteProperty(HTMLAnchorElement.prototype, "click"));

  const upToDate = say("browser-saved", { file: "parc-ordiclasse.xlsx" });
  const notUpToDate = "Les documents n’y sont pas à jour : relisez, puis générez de nouveau.";
  const corrects = async (value: number) => {
    await correct(value);
    page.corrected();
  };
  const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
  /** Saves, and returns the text in the bar and the one under the sheet. */
  const saves = async () => {
    shows();
    const inBar = () => document.querySelector('[role="status"]')!.textContent;
    button(say("browser-save"))!.click();
    // The texts about the last saving are cleared at once.
    await turn();
    for (let turns = 0; inBar() === "" && noted === "" && turns < 200; turns++) await turn();
    return { inBar: inBar(), noted };
  };
  const underSheet = { inBar: "", noted: upToDate };
  const inTheBar = (missing: string) => ({ inBar: `${upToDate} ${missing}`, noted: "" });

  test("documents that the sheets no longer give are told to be out of date, until they are generated again", async () => {
    await opens();
    await corrects(11);
    // Without documents, nothing is out of date.
    expect(await saves()).toEqual(underSheet);
    await readIt(page);
    await generateIt(page);
    expect(await saves()).toEqual(underSheet);
    await corrects(12);
    expect(await saves()).toEqual(inTheBar(notUpToDate));
    await page.session.run.read();
    expect(await saves()).toEqual(inTheBar(notUpToDate));
    await generateIt(page);
    expect(await saves()).toEqual(underSheet);
  });

  test("a refusal under the sheet stays, and the saving is reported in the bar", async () => {
    await opens();
    isRefused = true;
    expect(await saves()).toEqual({ inBar: upToDate, noted: "" });
    isRefused = false;
    expect(await saves()).toEqual(underSheet);
  });

  test("documents that came with the file are reported out of date too, before any reading", async () => {
    await opens();
    await readIt(page);
    await generateIt(page);
    const saved = await page.held.bytes();
    if (!saved.ok) throw new Error(saved.anomaly.code);
    page = await sessionOn(saved.bytes, "parc.xlsx");
    expect(await saves()).toEqual(underSheet);
    await corrects(12);
    expect(await saves()).toEqual(inTheBar(notUpToDate));
  });

  test("an issue begun in the pane and not yet written in the Journal is reported to be missing from the file", async () => {
    await opens();
    await readIt(page);
    await generateIt(page);
    act(() => page.session.dispatch({ type: "opened", open: { screen: "issue" } }));
    expect(await saves()).toEqual(
      inTheBar(
        "L’émission commencée dans le volet n’y est pas : inscrivez-la au Journal, puis enregistrez de nouveau.",
      ),
    );
    act(() => page.session.dispatch({ type: "closed" }));
    expect(await saves()).toEqual(underSheet);
  });
});

describe("the texts of « PDF et listes » about documents", () => {
  /** A number of workstations below zero; and a commune that does not exist. */
  const faulty = [
    ["Audeux", "École primaire", 50, -5, 0],
    ["Chalezeulle", "École primaire", 50, 5, 0],
  ];
  const warning = () => document.querySelector("#other-outputs .warning")?.textContent ?? null;
  const unfolds = async (others: typeof faulty) => {
    await opens({}, others);
    await readIt(page);
    await generateIt(page);
    shows();
    press(say("browser-outputs"));
    expect(button(say("browser-output-titre"))).toBeDefined();
  };

  test("documents made without what is in error are provisional, and so are the lists", async () => {
    await unfolds(faulty);
    expect(warning()).toBe(
      "▲ Provisoire : 2 points restent à corriger, et ce qui est en cause n’est pas dans ces listes.",
    );
  });

  test("documents and lists are provisional for a single point too", async () => {
    await unfolds(faulty.slice(1));
    expect(warning()).toBe(
      "▲ Provisoire : 1 point reste à corriger, et ce qui est en cause n’est pas dans ces listes.",
    );
  });

  test("« PDF et listes » has no text about documents when nothing is to be corrected", async () => {
    await unfolds([audeux] as typeof faulty);
    expect(warning()).toBeNull();
  });
});
