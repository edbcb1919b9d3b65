import "./node-in-jsdom";
import { readFileSync } from "node:fs";
import { render } from "preact";
import { act } from "preact/test-utils";
import type { Language } from "../../../src/messages";
import type { Environment, Session } from "../../../src/taskpane/operations/session";
import { Pane } from "../../../src/taskpane/screens/pane";
import type { PaneEvent } from "../../../src/taskpane/state/reduce";
import { createWords } from "../../../src/taskpane/texts/words";
import { sessionWithoutWorkbook } from "../pane-of";
import { plain } from "../plain";
import { loadAnalysed, type AnalysedName } from "./analysed-states";
import { loadApart, loadSamples } from "./states";

/** Enough of the style sheets for jsdom to know what is shown. */
const sheet = readFileSync("src/taskpane/styles/layout.css", "utf8");

export function root(): HTMLElement {
  return document.querySelector<HTMLElement>("#pane")!;
}

/** The states that the tests of a file come to, besides those that need nothing more. */
interface StatesAsked {
  /** Those of the analyses of these names, or of all. */
  readonly analysed?: readonly AnalysedName[] | "all";
  /** Those of a workbook read beside the one that is open. */
  readonly apart?: boolean;
}

/** A page of its own for each test of the file. */
export function usePage({ analysed = [], apart = false }: StatesAsked = {}): void {
  beforeAll(loadSamples);
  if (apart) beforeAll(loadApart);
  if (analysed.length > 0) beforeAll(() => loadAnalysed(analysed));
  beforeEach(() => {
    document.head.innerHTML = `<title>Ordiclasse</title><style>${sheet}</style>`;
    document.body.innerHTML = '<div id="pane"></div>';
  });
  afterEach(leave);
}

export function leave(): void {
  act(() => render(null, root()));
}

/** Draws the pane, then brings these events one by one, as a session does. */
export function draw(
  events: readonly PaneEvent[],
  language: Language = "fr",
  environment: Partial<Environment> = {},
): Session {
  const session = sessionWithoutWorkbook(environment);
  document.documentElement.lang = language;
  session.store.dispatch({ type: "campaigns-known", campaigns: [2014, 2015] });
  act(() => render(<Pane session={session} words={createWords(language, "fr-FR")} />, root()));
  for (const event of events) act(() => session.store.dispatch(event));
  return session;
}

export function title(): string {
  return plain(root().querySelector("h1")?.textContent);
}

export function nameOf(element: Element): string {
  return plain(element.getAttribute("aria-label") ?? element.textContent).trim();
}

/** The button of that name, pressed. */
export function press(name: string): void {
  const found = [...root().querySelectorAll("button")].find((one) => nameOf(one) === name);
  if (found === undefined) throw new Error(`No button is named « ${name} ».`);
  act(() => found.click());
}
