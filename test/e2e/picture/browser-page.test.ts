import { copyFile, mkdir, readFile, stat } from "node:fs/promises";
import { message } from "../../../src/messages";
import { pngSize } from "../../manifest/png-size";
import { useBrowser } from "../open-excel";
import { BrowserPage } from "../without-excel/browser-page";

useBrowser();

const [width, height, sharpness] = [1160, 720, 1.5];
const published = "docs/images/navigateur.png";
const [sheet, cell] = ["Parc 01.11.2014", "E8"] as const;

test("the picture of the page without Excel: an amount of the example, and its cell chosen in the sheet", async () => {
  const browser = await BrowserPage.open("?exemple", { width, height, sharpness });
  const { page } = browser;
  await page.getByRole("button", { name: message("pane-step-repartition") }).click();
  await page.getByRole("button", { name: "Audeux" }).click();
  await page.getByRole("button", { name: `${sheet}!${cell}` }).click();
  await page.getByText(`Cellule ${cell} de la feuille ${sheet} sélectionnée.`).waitFor();
  expect(await browser.selection()).toBe(`${sheet}!${cell}`);
  // 8 workstations in service, at the voted 36,86 €.
  expect(await page.locator("#cell").inputValue()).toBe("8");
  await page.locator("#pane").evaluate((pane) => pane.scrollTo(0, 0));
  await mkdir("out/screenshots", { recursive: true });
  const taken = "out/screenshots/navigateur.png";
  await page.screenshot({ path: taken });
  expect(pngSize(await readFile(taken))).toEqual([width * sharpness, height * sharpness]);
  // Each system draws its fonts its own way: the one published changes only where that is asked for.
  if (process.env["PICTURE"] === "1") await copyFile(taken, published);
});

test("the README and the guide show such a picture", async () => {
  expect(await readFile("README.md", "utf8")).toContain(`](${published})`);
  expect(await readFile("docs/guide.md", "utf8")).toContain("](images/navigateur.png)");
  expect(pngSize(await readFile(published))).toEqual([width * sharpness, height * sharpness]);
  expect((await stat(published)).size).toBeLessThan(300_000);
});
