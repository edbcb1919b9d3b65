import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { openWorkbookFile } from "../../src/workbook";
import { atDepth } from "../depth";
import { Folder, run } from "./run-rebill";
import { smallWorkbook } from "./small-workbook";

const folder = new Folder();

const communes = [
  ["25014", "Amagney"],
  ["25027", "Arguel"],
  ["25058", "Beure"],
  ["25112", "Chalezeule"],
  ["25454", "Pirey"],
] as const;
/** The PDFs that a run of the first communes writes. */
const pdfsOf = (count: number) =>
  [
    ...communes.slice(0, count).map(([insee, name]) => `2014_ORDICLASSE_${insee}_${name.toUpperCase()}.pdf`),
    "2014_ORDICLASSE_ETAT-LIQUIDATIF_CAGB.pdf",
  ].sort();

async function put(count: number): Promise<void> {
  const rows = communes.slice(0, count).map(([, name]) => [name, "École primaire", 100, 10, 2]);
  await writeFile(folder.file("parc.xlsx"), await smallWorkbook(rows));
}

const argv = () => [
  folder.file("parc.xlsx"),
  ...["--campaign", "2014", "--overwrite", "--out", folder.file("o.xlsx"), "--json", folder.file("o.json")],
  ...["--csv", folder.file("o.csv"), "--pdf", folder.file("pdf")],
];

/** Runs the command and kills it, at that part of a second after its first file is begun, or of its whole time. */
async function kill(isWriting: boolean, seconds: number): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", "src/cli/main.ts", ...argv()], { stdio: "ignore" });
  const over = new Promise((done) => child.once("exit", done));
  const stop = () => setTimeout(() => child.kill("SIGKILL"), seconds * 1000);
  const watcher = watch(folder.file(), (_event, name) => {
    if (name?.endsWith(".tmp") !== true) return;
    watcher.close();
    stop();
  });
  if (!isWriting) stop();
  await over;
  watcher.close();
}

/** Names what is there, and fails where something of it is not whole. */
async function whole(): Promise<string[]> {
  const bytes = (...names: string[]) => readFile(folder.file(...names));
  expect(await openWorkbookFile(new Uint8Array(await bytes("o.xlsx")), "o.xlsx")).toHaveProperty("ok", true);
  expect(JSON.parse((await bytes("o.json")).toString("utf8"))).toHaveProperty("campaign", 2014);
  expect((await bytes("o.csv")).toString("utf8")).toMatch(/\n$/);
  const pdfs = (await readdir(folder.file("pdf"))).filter((name) => !name.endsWith(".tmp"));
  for (const name of pdfs) {
    const text = (await bytes("pdf", name)).toString("latin1");
    expect([name, text.slice(0, 5), text.trimEnd().slice(-5)]).toEqual([name, "%PDF-", "%%EOF"]);
  }
  return pdfs.sort();
}

test("a run that is killed at any moment loses nothing, leaves nothing by halves, and the next one leaves nothing of it", async () => {
  await put(4);
  expect((await run(...argv())).code).toBe(0);
  for (let time = 0; time < atDepth(1, 15); time++) {
    await put(5);
    // Two thirds of the kills are among the moves, a few hundredths of a second after the first file is begun.
    await (time % 3 === 2 ? kill(false, Math.random() * 4) : kill(true, Math.random() * 0.08));
    const found = await whole();
    expect(found).toEqual(expect.arrayContaining(pdfsOf(4)));
    expect(pdfsOf(5)).toEqual(expect.arrayContaining(found));
    // The next run lacks a commune: what the killed one made of it, or began, goes too.
    await put(4);
    expect((await run(...argv())).code).toBe(0);
    expect(await readdir(folder.file("pdf"))).toEqual(pdfsOf(4));
    expect(await folder.files()).toEqual(["o.csv", "o.json", "o.xlsx", "parc.xlsx", "pdf"]);
  }
});
