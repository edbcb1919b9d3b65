import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { addInBase, buildOnce } from "../build/built";
import { atDepth } from "../depth";
import { openPage, useBrowser } from "./open-excel";
import { accessibilityFaults, overflows } from "./pane-checks";

useBrowser();

const wide = { width: 900 } as const;

/** Presses a button that saves a file, and returns the file. */
async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return readFileSync(await download.path(), "utf8");
}

test("served at its address, the installer knows it, checks every file there, and gives the manifest that the build made", async () => {
  const { page } = await openPage(`${addInBase}installer.html`, { ...wide, isAlone: true });
  await page.getByText(/^Les \d{3} fichiers répondent/).waitFor();
  expect(await page.locator("#faults li").allInnerTexts()).toEqual([]);
  expect(await page.getByLabel("Adresse du dossier").inputValue()).toBe(addInBase);
  const { dist } = await buildOnce();
  expect(await saved(page, "Enregistrer manifest.xml")).toBe(readFileSync(join(dist, "manifest.xml"), "utf8"));
  expect(await saved(page, "Enregistrer functions.json")).toBe(readFileSync(join(dist, "functions.json"), "utf8"));
});

test("opened from a disk, the installer asks for the address, says what is wrong in it, and leads to itself there", async () => {
  const { dist } = await buildOnce();
  const { page } = await openPage(pathToFileURL(join(dist, "installer.html")).href, wide);
  await page.getByRole("button", { name: "Enregistrer manifest.xml" }).click();
  expect(await page.getByRole("alert").innerText()).toContain("Ce n’est pas l’adresse d’un dossier en https.");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("address");
  await page.keyboard.type("intranet.mairie.example/outils");
  expect(await page.getByRole("alert").count()).toBe(0);
  const there = "https://intranet.mairie.example/outils/";
  expect(await page.getByRole("link", { name: there }).getAttribute("href")).toBe(`${there}installer.html`);
  const manifest = await saved(page, "Enregistrer manifest.xml");
  expect(manifest).toBe(readFileSync("manifest.xml", "utf8").replaceAll("https://localhost:3000/", there));
  await page.getByText(`manifest.xml est enregistré, pour ${there}.`).waitFor();
});

test.each([["installer.html"], ...atDepth<string[][]>([], [["installer-en.html"]])])(
  "%s fits at 320 pixels, and axe finds nothing, light, dark and in forced colours",
  async (name) => {
    const installer = await openPage(`${addInBase}${name}`);
    await installer.page.locator("#verdict .count").first().waitFor();
    const document = installer.page.mainFrame();
    for (const colours of ["light", "dark", "forced"] as const) {
      await installer.look({ width: 320, colours });
      expect([colours, await overflows(document)]).toEqual([colours, []]);
      expect([colours, await accessibilityFaults(document)]).toEqual([colours, []]);
    }
  },
);
