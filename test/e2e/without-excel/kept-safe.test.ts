import { readFile, writeFile } from "node:fs/promises";
import { browserMessage, type BrowserCode } from "../../../src/messages";
import { Folder, run } from "../../cli/run-rebill";
import { amagney, smallWorkbook } from "../../cli/small-workbook";
import { useBrowser } from "../open-excel";
import { BrowserPage } from "./browser-page";

useBrowser();
const folder = new Folder();
const say = (code: BrowserCode, params = {}) => browserMessage(code, params, "fr");

test("whatever happens to the file, to the download or to the page, nothing that was done is lost without a question", async () => {
  const path = folder.file("parc.xlsx");
  const leave = say("browser-asked", { file: "parc.xlsx", unsaved: 1 });
  const bytes = await smallWorkbook();
  await writeFile(path, bytes);
  expect((await run(path, "--campaign", "2014", "--out", folder.file("out.xlsx"))).code).toBe(0);
  const expected = await readFile(folder.file("out.xlsx"));

  const browser = await BrowserPage.open();
  const { page, person } = browser;
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  const devices = await page.context().newCDPSession(page);
  /** Drops a file of the disk, as the mouse does: the browser would open it in the place of the page. */
  const dropsOn = async (place: string, file: string) => {
    const box = (await page.locator(place).boundingBox())!;
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const)
      await devices.send("Input.dispatchDragEvent", { type, ...at, data });
  };
  const picker = () => page.getByLabel(say("browser-choose")).or(page.getByLabel(say("browser-other")));
  await picker().setInputFiles(path);
  await page.getByRole("grid").waitFor();

  // Somebody saves another inventory over the file: what was opened is what is billed, and that file is not written to.
  const other = await smallWorkbook([["Audeux", "École primaire", 50, 5, 0], amagney]);
  await writeFile(path, other);
  await person.reads(2014);
  await person.generates();

  // A download given up, a disk that is full: the page cannot know. The work is there, and is saved again.
  const save = page.getByRole("button", { name: say("browser-save") });
  const [refused] = await Promise.all([page.waitForEvent("download"), save.click()]);
  await refused.cancel();
  const saved = await browser.saves(() => save.click());
  await page.getByText(say("browser-saved", { file: "parc-ordiclasse.xlsx" })).waitFor();
  expect(saved.bytes.equals(expected)).toBe(true);
  expect((await readFile(path)).equals(Buffer.from(other))).toBe(true);

  // With nothing to save, another file is opened at once; once something is, that is asked.
  await picker().setInputFiles(path);
  await page.getByRole("button", { name: "Titre CAGB", exact: true }).waitFor({ state: "detached" });
  await person.reads(2014);
  await person.generates();
  await picker().setInputFiles(path);
  await page.getByRole("alert").getByText(leave).waitFor();
  await page.getByRole("button", { name: say("browser-asked-nothing") }).click();
  await page.getByRole("button", { name: "Titre CAGB", exact: true }).waitFor();
  // One that is no workbook is refused without that question, and what refuses it goes with the next tab.
  const refusal = page.getByRole("alert").getByText("« photo.jpg »".replace(/ /g, "\u00a0"));
  await picker().setInputFiles({
    name: "photo.jpg",
    mimeType: "image/jpeg",
    buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  });
  await refusal.waitFor();
  expect(await page.getByRole("alert").getByText(leave).count()).toBe(0);
  await page.getByRole("button", { name: "Titre CAGB", exact: true }).click();
  await refusal.waitFor({ state: "detached" });
  // Dropped on the sheet or on the pane, a file asks the same.
  for (const place of [".pages-view", "#pane"] as const) {
    await dropsOn(place, path);
    await page.getByRole("alert").getByText(leave).waitFor();
    await page.getByRole("button", { name: say("browser-asked-nothing") }).click();
    await page.getByRole("button", { name: "Titre CAGB", exact: true }).waitFor();
  }
  await page.close({ runBeforeUnload: true });
  while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked).toEqual(["beforeunload"]);
  await browser.saves(() => save.click());
  const closed = page.waitForEvent("close");
  await page.close({ runBeforeUnload: true });
  await closed;
  expect(asked).toEqual(["beforeunload"]);
});
