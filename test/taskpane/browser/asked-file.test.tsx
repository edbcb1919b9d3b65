/**
 * @jest-environment jsdom
 */
import "../screens/node-in-jsdom";
import { setImmediate } from "node:timers";
import { render } from "preact";
import { act } from "preact/test-utils";
import { browserMessage, pageWords, type BrowserCode } from "../../../src/messages";
import { AskedFile } from "../../../src/taskpane/browser/asked-file";
import { Context } from "../../../src/taskpane/parts/context";
import { createWords } from "../../../src/taskpane/texts/words";
import { amagney, smallWorkbook } from "../../cli/small-workbook";
import { heldIn, readIt, sessionOn } from "../../workbook/in-page/held-session";

// What Node has and jsdom has not.
Object.assign(globalThis, { setImmediate });

const say = (code: BrowserCode, params = {}) => browserMessage(code, params, "fr");
const words = createWords("fr", "fr-FR", pageWords);

let page: Awaited<ReturnType<typeof sessionOn>>;
let answers: boolean[];
beforeEach(async () => {
  page = await sessionOn(await smallWorkbook(), "parc.xlsx");
  answers = [];
  document.body.innerHTML =
    '<button id="before"></button><div id="asked"></div><button id="after"></button><input id="files" />';
});
const place = () => document.querySelector("#asked")!;
afterEach(() => act(() => render(null, place())));

/** Asks about another workbook, which has these sheets beside its inventory. */
async function asks(...sheets: Parameters<typeof smallWorkbook>[1] & {}): Promise<void> {
  const waiting = { workbook: await heldIn(await smallWorkbook([amagney], sheets), "autre.xlsx"), others: [] };
  const { held, session } = page;
  const asked = <AskedFile key={waiting} waiting={waiting} held={held} onAnswer={(yes) => answers.push(yes)} />;
  act(() =>
    render(<Context.Provider value={{ session, state: session.state, words }}>{asked}</Context.Provider>, place()),
  );
}

const names = () => [...place().querySelectorAll("button")].map(({ textContent }) => textContent);
const button = (name: string) =>
  [...place().querySelectorAll("button")].find(({ textContent }) => textContent === name)!;
const press = (name: string) => act(() => button(name).click());
async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500 && !holds(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
}
const [compare, beside, nothing] = [
  say("browser-asked-compare"),
  say("browser-asked-beside"),
  say("browser-asked-nothing"),
];

test("opening another file says what would be lost while something is not saved, and nothing once it is", async () => {
  await page.held.edit([{ sheet: "Parc", row: 1, column: 3, value: 12 }]);
  await asks();
  expect(place().textContent).toContain(say("browser-asked", { file: "autre.xlsx", unsaved: 1 }));
  press(say("browser-asked-open", { unsaved: 1 }));
  press(nothing);
  expect(answers).toEqual([true, false]);
  await page.held.bytes();
  page.held.saved();
  await asks();
  expect(place().textContent).toContain(say("browser-asked", { file: "autre.xlsx", unsaved: "" }));
  expect(names()).toContain(say("browser-asked-open", { unsaved: "" }));
});

test("its choices are proposed where it says some, and shown with what is written of each", async () => {
  await asks({
    name: "Options Ordiclasse",
    rows: [
      ["Option", "Valeur", "Précision"],
      ["État n°", "2013-01"],
    ],
  });
  press(say("browser-asked-choices", { count: 1 }));
  await until(() => page.session.state.earlier !== null);
  expect(page.session.state).toMatchObject({
    open: { screen: "settings" },
    earlier: { file: "autre.xlsx", options: { particulars: { stateNumber: "2013-01" } } },
  });
});

test("it is compared once the workbook that is open is read, or read with it", async () => {
  await asks();
  expect(names()).toEqual([say("browser-asked-open", { unsaved: "" }), beside, nothing]);
  await readIt(page, 2015);
  await asks();
  press(compare);
  await until(() => page.session.state.analyses.comparison !== null);
  expect(page.session.state.open).toEqual({ screen: "analysis", name: "compare" });
  press(beside);
  await until(() => page.session.state.work.kind === "none");
  expect([page.session.state.files, answers]).toEqual([["autre.xlsx"], [false, false]]);
});

describe("once it is left, the keyboard is where it was", () => {
  const leaves = () => {
    press(nothing);
    return document.activeElement;
  };
  const focus = (selector: string) => document.querySelector<HTMLElement>(selector)!.focus();

  test("the focus goes back to what was chosen before the question was entered", async () => {
    focus("#before");
    await asks();
    focus("#after");
    act(() => button(nothing).focus());
    expect(leaves()).toBe(document.querySelector("#after"));
  });

  test("the focus goes back to where it was when the question came, if its button was pressed without a focus", async () => {
    focus("#before");
    await asks();
    expect(leaves()).toBe(document.querySelector("#before"));
  });

  test("the focus goes to the button that opens files when it was nowhere", async () => {
    await asks();
    act(() => button(nothing).focus());
    expect(leaves()).toBe(document.querySelector("#files"));
  });
});
