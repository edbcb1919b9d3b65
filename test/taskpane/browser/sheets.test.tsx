/**
 * @jest-environment jsdom
 */
import "../screens/node-in-jsdom";
import { setImmediate } from "node:timers";
import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import { render } from "preact";
import { act } from "preact/test-utils";
import { parseCellName } from "../../../src/cells";
import { pageWords } from "../../../src/messages";
import { Sheets } from "../../../src/taskpane/browser/sheets";
import { ChosenCell } from "../../../src/taskpane/browser/view";
import { createWords } from "../../../src/taskpane/texts/words";
import { canteens, sheetsOfConvention } from "../../conventions/canteens";
import { readIt, sessionOn } from "../../workbook/in-page/held-session";
import { plain } from "../plain";

// What Node has and jsdom has not.
Object.assign(globalThis, { setImmediate });
Object.assign(document, { adoptedStyleSheets: [] });
Object.assign(Element.prototype, { scrollIntoView: () => undefined });

// jsdom lays nothing out: what is around a sheet is drawn without it.
jest.mock("../../../src/taskpane/browser/sheet-views", () => ({
  isDocument: () => false,
  useSheetView: () => ({ frame: { current: null } }),
}));

test("the texts under a sheet are in the nouns of the convention billed, at its day of count", async () => {
  const rows = [
    ["Adhérent", "Restaurant", "Élèves", "Bornes"],
    ["Nulle-Part", "Restaurant du Bois", 10, 1],
  ];
  const sheets = [{ name: "Parc", rows }, ...sheetsOfConvention(canteens)] as WriteSheet[];
  const page = await sessionOn(await writeXlsx({ sheets }), "parc.xlsx");
  await readIt(page, 2026);
  const chosen = new ChosenCell(page.held);
  chosen.show("Parc", parseCellName("A2"));
  const words = createWords("fr", "fr-FR", pageWords);
  act(() => render(<Sheets held={page.held} session={page.session} chosen={chosen} words={words} />, document.body));
  expect(plain(document.body.textContent)).toContain(
    "« Nulle-Part » ne figure pas parmi les adhérents du Sivom au 15 septembre 2026",
  );
});
