import { readdir, readFile, writeFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import { Folder, run } from "../cli/run-rebill";
import { readPdf } from "../pdf/read-pdf";
import { townBytes, townFile } from "../workbook/office/town";
import { openExcel, useBrowser } from "./open-excel";

useBrowser();
const folder = new Folder();

/** How far the bar was, each time that somebody looked. */
interface Watched {
  seen?: (string | null)[];
}

test("the built pane saves, under its own policy, the PDFs that the command writes, and goes on answering meanwhile", async () => {
  const inventory = await townBytes({ Beure: 2, Saône: 3, Pirey: 4 });
  await writeFile(folder.file(townFile), inventory);
  const pdf = folder.file("pdf");
  expect((await run(folder.file(townFile), "--campaign", "2014", "--pdf", pdf)).code).toBe(0);

  const { page, person } = await openExcel(inventory, townFile);
  await person.reads(2014);
  await person.generates();
  await page.pane.evaluate(() => {
    const seen: (string | null)[] = [];
    (window as Watched).seen = seen;
    setInterval(() => seen.push(document.querySelector("progress")?.getAttribute("aria-valuetext") ?? null));
  });
  const { name, bytes } = await page.fileSavedBy(() => person.press("pane-pdfs-save"));
  expect(name).toBe("2014_ORDICLASSE_PDF.zip");
  const files = unzipSync(bytes);
  expect(Object.keys(files).sort()).toEqual((await readdir(pdf)).sort());
  for (const [file, drawn] of Object.entries(files))
    expect([file, await readPdf(drawn)]).toEqual([file, await readPdf(await readFile(folder.file("pdf", file)))]);
  // Whoever looks has a turn while the first document is drawn, with the fonts read; the others take less than a frame.
  const seen = await page.pane.evaluate(() => (window as Watched).seen!);
  expect(seen).toContain("PDF 1 sur 4");
  const again = await page.fileSavedBy(() =>
    person.pane.getByRole("link", { name: /2014_ORDICLASSE_PDF\.zip/ }).click(),
  );
  expect(again.bytes).toEqual(bytes);
});
