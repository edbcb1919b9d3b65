import { browserMessage, type BrowserCode } from "../../../src/messages";
import { Altered } from "../../workbook/verify/alterations";
import { issuedWorkbook } from "../../workbook/verify/received";
import { useBrowser } from "../open-excel";
import { accessibilityFaults } from "../pane-checks";
import { BrowserPage } from "./browser-page";

useBrowser();
const say = (code: BrowserCode, params = {}) => browserMessage(code, params, "fr");
const file = (bytes: Uint8Array) => {
  return { name: "recu.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
};

test("a workbook received is verified where nothing is written: it conforms, then a cell of it does not", async () => {
  const sent = await issuedWorkbook();
  const { page } = await BrowserPage.open();
  await page.getByLabel(say("browser-verify")).setInputFiles(file(sent));
  await page.getByRole("heading", { name: say("browser-verified", { file: "recu.xlsx" }) }).waitFor();
  const verdict = page.locator(".verdict");
  expect(await verdict.innerText()).toMatch(/Conforme\s: 2 fiches, état 2014-01 version 2, 1\s865,46\s€/);
  expect(await accessibilityFaults(page.mainFrame())).toEqual([]);

  const altered = new Altered(sent);
  const amount = altered.all().find(({ place, what }) => place.startsWith("Titre CAGB!") && what === "v")!;
  await page.getByLabel(say("browser-verify-another")).setInputFiles(file(altered.with([amount])));
  await verdict.getByText(/^Non conforme\s: 1 différence/).waitFor();
  expect(await verdict.getByRole("listitem").allInnerTexts()).toEqual([expect.stringContaining(amount.place)]);
  expect(await accessibilityFaults(page.mainFrame())).toEqual([]);
  await page.getByRole("button", { name: say("browser-verify-leave") }).click();
  await page.getByText(say("browser-drop")).waitFor();
});
