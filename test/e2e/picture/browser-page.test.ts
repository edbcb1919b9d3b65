import { mkdir, readFile } from "node:fs/promises";
import { message } from "../../../src/messages";
import { useBrowser } from "../open-excel";
import { BrowserPage } from "../without-excel/browser-page";
import { expectPublished } from "./published";

useBrowser();

const [width, height, sharpness] = [1160, 720, 1.5];
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
  await page.screenshot({ path: "out/screenshots/navigateur.png" });
  expectPublished("navigateur", [width * sharpness, height * sharpness], await page.locator("#pane main").innerText());
  expect(await readFile("README.md", "utf8")).toContain("](docs/images/navigateur.png)");
  expect(await readFile("docs/guide.md", "utf8")).toContain("](images/navigateur.png)");
});
