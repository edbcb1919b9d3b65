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

/** What a person reads and presses on the page, in each language. */
const pages = [
  {
    name: "installer.html",
    answers: /^Les \d{3} fichiers répondent/,
    label: "Adresse du dossier",
    save: "Enregistrer",
    noAddress: "Ce n’est pas l’adresse d’un dossier en https.",
    saved: "manifest.xml est enregistré, pour",
    other: "English",
  },
  {
    name: "installer-en.html",
    answers: /^The \d{3} files answer/,
    label: "Address of the folder",
    save: "Save",
    noAddress: "This is not the address of a folder over https.",
    saved: "manifest.xml is saved, for",
    other: "Français",
  },
] as const;

/** Presses a button that saves a file, and returns the file. */
async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return readFileSync(await download.path(), "utf8");
}

describe.each([...pages].slice(0, atDepth(1, pages.length)))(
  "$name",
  ({ name, answers, label, save, noAddress, saved: isSaved, other }) => {
    test("served at its address, it knows it, checks every file there, and gives the manifest that the build made", async () => {
      const { page } = await openPage(`${addInBase}${name}`, { ...wide, isAlone: true });
      await page.getByText(answers).waitFor();
      expect(await page.locator("#faults li").allInnerTexts()).toEqual([]);
      expect(await page.getByLabel(label).inputValue()).toBe(addInBase);
      const { dist } = await buildOnce();
      for (const file of ["manifest.xml", "functions.json"])
        expect(await saved(page, `${save} ${file}`)).toBe(readFileSync(join(dist, file), "utf8"));
      await page.getByRole("link", { name: other }).click();
      await page.getByText(pages.find((one) => one.name !== name)!.answers).waitFor();
    });

    test("opened from a disk, it asks for the address, says what is wrong in it, and leads to itself there", async () => {
      const { dist } = await buildOnce();
      const { page } = await openPage(pathToFileURL(join(dist, name)).href, wide);
      await page.getByRole("button", { name: `${save} manifest.xml` }).click();
      expect(await page.getByRole("alert").innerText()).toContain(noAddress);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("address");
      await page.keyboard.type("intranet.mairie.example/outils");
      expect(await page.getByRole("alert").count()).toBe(0);
      const there = "https://intranet.mairie.example/outils/";
      expect(await page.getByRole("link", { name: there }).getAttribute("href")).toBe(`${there}${name}`);
      const manifest = await saved(page, `${save} manifest.xml`);
      expect(manifest).toBe(readFileSync("manifest.xml", "utf8").replaceAll("https://localhost:3000/", there));
      await page.getByText(`${isSaved} ${there}.`).waitFor();
    });
  },
);

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
