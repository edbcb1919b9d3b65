import { readFileSync, statSync } from "node:fs";
import { samplePath } from "../../acceptance/samples";
import { openExcel, useBrowser } from "../open-excel";
import { expectPublished } from "./published";

useBrowser();

const [width, height, sharpness] = [350, 640, 1.5];
const example = "assets/inventaire-exemple.xlsx";

test.each([
  ["controle", samplePath("anomalies-2014.xlsx")],
  ["repartition", example],
  ["documents", example],
] as const)("the picture of the step « %s » in the guide shows what the pane shows", async (step, path) => {
  const bytes = new Uint8Array(readFileSync(path));
  const { page, person } = await openExcel(bytes, "inventaire.xlsx", { width, height, sharpness });
  await person.reads(2014);
  await person.opensStep(step);
  if (step === "controle") {
    await person.pane.getByRole("button", { name: "Chalezeulle" }).first().click();
    await person.pane.getByRole("button", { name: "Aller à la cellule A5" }).waitFor();
  }
  await page.pane.evaluate(() => scrollTo(0, 0));
  await page.screenshot(step);
  expectPublished(step, [width * sharpness, height * sharpness], await person.pane.locator("main").innerText());
  expect(readFileSync("docs/guide.md", "utf8")).toContain(`](images/${step}.png)`);
  // Light enough to be waited for.
  expect(statSync(`docs/images/${step}.png`).size).toBeLessThan(120_000);
});
