import { readFile, writeFile } from "node:fs/promises";
import { Folder, run, type Run } from "../../cli/run-rebill";
import { atDepth, testInDepth } from "../../depth";
import { useBrowser } from "../open-excel";
import { differences, linesOf, timeless } from "../workbook-lines";
import { BrowserPage } from "./browser-page";
import { sound, unsound, type OpenedFile } from "./each-file";

useBrowser();
const folder = new Folder();

/** What the command makes of a file, everything accepted: the workbook, or its refusal. */
async function command({ name, campaign, bytes }: OpenedFile): Promise<{ done: Run; out: Buffer | null }> {
  await writeFile(folder.file(name), await bytes());
  // Over documents of another file, the command would go on with their Journal.
  const out = folder.file(`billed-${name.replaceAll(".", "-")}.${/\.xlsm$/.test(name) ? "xlsm" : "xlsx"}`);
  const done = await run(folder.file(name), "--campaign", String(campaign), "--out", out, "--force", "--overwrite");
  return { done, out: done.code === 0 ? await readFile(out) : null };
}

/** What is not the same between the page and the command on this file; nothing where all is. */
async function faultsOn(browser: BrowserPage, file: OpenedFile): Promise<string[]> {
  const { done, out } = await command(file);
  const refused = await browser.opens(file.name, await file.bytes());
  if (refused === null) {
    await browser.person.asksReading(file.campaign);
    await browser.hasRead();
  }
  if (out === null) {
    // The command says where before what, the page shows the cell beside; what to do then is in the words of each.
    const said = plain(done.err.join(" "))
      .replace(/^[^«»:]*![A-Z]+\d+ : /, "")
      .split(/ : |\. /)[0]!;
    const shown = plain(refused ?? (await browser.person.text()));
    return shown.includes(said) ? [] : [`the command says « ${said} », the page « ${shown} »`];
  }
  if (refused !== null) return [`the page refuses what the command bills: ${refused}`];
  await browser.person.generates();
  const saved = await browser.saves(() => browser.savesWorkbook());
  if (saved.bytes.equals(out)) return [];
  const [ours, theirs] = await Promise.all([linesOf(saved.bytes), linesOf(out)]);
  return ["the files are not the same", ...differences(timeless(ours), timeless(theirs)).slice(0, 6)];
}

const plain = (text: string) => text.replace(/\s+/g, " ").trim();

async function faultsOf(files: readonly OpenedFile[]): Promise<[string, string[]][]> {
  const browser = await BrowserPage.open();
  const faults: [string, string[]][] = [];
  for (const file of files) {
    const found = await faultsOn(browser, file);
    if (found.length > 0) faults.push([file.name, found]);
  }
  return faults;
}

const named = (files: readonly OpenedFile[], ...names: readonly string[]) =>
  files.filter(({ name }) => names.includes(name));

test("each file in its turn, opened, read, generated, saved: what is saved is what the command writes, to the byte", async () => {
  const few = named(sound, "a31-commune-en-titre-2014.xlsx", "a22-installations-a-part-2014.ods");
  expect(await faultsOf(atDepth(few, sound))).toEqual([]);
});

testInDepth(
  "a file that cannot be used gets the command’s refusal, and the next one is opened all the same",
  async () => {
    const few = named(unsound, "sheet-xml-cut.xlsx", "qty-formula-no-value.xlsx");
    expect(await faultsOf(atDepth(few, unsound))).toEqual([]);
  },
);
