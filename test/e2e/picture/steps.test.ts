import { copyFile, readFile, stat } from "node:fs/promises";
import { pngSize } from "../../manifest/png-size";
import { openExcel, useBrowser } from "../open-excel";

useBrowser();

const [width, height, sharpness] = [350, 640, 1.5];
const sample = "test/acceptance/samples/anomalies-2014.xlsx";
const example = "assets/inventaire-exemple.xlsx";
const steps = ["controle", "repartition", "documents"] as const;
const published = (step: (typeof steps)[number]) => `docs/images/${step}.png`;

/** Each system draws its fonts its own way: those published change only where that is asked for. */
async function publish(step: (typeof steps)[number]): Promise<void> {
  const taken = `out/screenshots/${step}.png`;
  expect(pngSize(await readFile(taken))).toEqual([width * sharpness, height * sharpness]);
  if (process.env["PICTURE"] === "1") await copyFile(taken, published(step));
}

test("the guide's picture of « Contrôle »: the first point of an inventory with faults, opened", async () => {
  const { page, person } = await openExcel(new Uint8Array(await readFile(sample)), "anomalies-2014.xlsx", {
    ...{ width, height, sharpness },
  });
  await person.reads(2014);
  await person.opensStep("controle");
  await person.pane.getByRole("button", { name: "Chalezeulle" }).first().click();
  await person.pane.getByRole("button", { name: "Aller à la cellule A5" }).waitFor();
  await page.pane.evaluate(() => scrollTo(0, 0));
  await page.screenshot("controle");
  await publish("controle");
});

test("the guide's pictures of « Répartition » and « Documents », on the example", async () => {
  const bytes = new Uint8Array(await readFile(example));
  const { page, person } = await openExcel(bytes, "inventaire-exemple.xlsx", { width, height, sharpness });
  await person.reads(2014);
  for (const step of ["repartition", "documents"] as const) {
    await person.opensStep(step);
    await page.pane.evaluate(() => scrollTo(0, 0));
    await page.screenshot(step);
    await publish(step);
  }
});

test("the guide shows them, each light enough to be waited for", async () => {
  const guide = await readFile("docs/guide.md", "utf8");
  for (const step of steps) {
    expect(guide).toContain(`](images/${step}.png)`);
    expect(pngSize(await readFile(published(step)))).toEqual([width * sharpness, height * sharpness]);
    expect((await stat(published(step))).size).toBeLessThan(120_000);
  }
});
