import type { Frame } from "playwright-core";
import { analysisMessage } from "../../src/messages";
import { atDepth } from "../depth";
import { openSample, useBrowser } from "./open-excel";

useBrowser();

/** Waits until all of an element shows: within the pane, with nothing over its middle. */
async function comesIntoView(pane: Frame, selector: string): Promise<void> {
  await pane.waitForFunction((wanted) => {
    const element = document.querySelector(wanted);
    if (element === null) return false;
    const { left, top, bottom, width, height } = element.getBoundingClientRect();
    const on = document.elementFromPoint(left + width / 2, top + height / 2);
    return top >= 0 && bottom <= innerHeight && element.contains(on);
  }, selector);
}

test.each(atDepth([378], [378, 720]))(
  "the message of an action is in view in a pane of %i pixels, though it was asked for far below",
  async (height) => {
    const { host, person } = await openSample("anomalies-2014", { height });
    const { pane } = person;
    await person.reads(2014);
    await pane.getByRole("button", { name: /Inventaire 2014!F8/s }).click();
    await person.press("pane-act-goto", { cell: "F8" });
    await pane.getByText("Cellule F8 de la feuille Inventaire 2014 sélectionnée.").waitFor();
    expect(await pane.evaluate(() => scrollY)).toBeGreaterThan(100);
    await comesIntoView(pane, ".notice");
    host.cellEditing = true;
    await person.press("pane-act-goto", { cell: "F8" });
    await pane.locator(".trouble").waitFor();
    await comesIntoView(pane, ".trouble");
    host.mend();
  },
);

test("the simulated titre is in view while the last of the prices is typed", async () => {
  const { person } = await openSample("parc-ecoles-2014", { height: 768 });
  const { pane } = person;
  await person.reads(2014);
  await person.opensStep("repartition");
  await person.press("pane-act-simulate");
  const last = pane.locator(".prices input").last();
  await last.fill("20");
  await last.press("Enter");
  await pane.getByText(analysisMessage("pane-simulate-leave", {}, "fr")).waitFor();
  expect(await pane.evaluate(() => scrollY)).toBeGreaterThan(100);
  await comesIntoView(pane, ".simulated");
  await comesIntoView(pane, ".prices input:focus");
});

test("a file that cannot be read is told in view", async () => {
  const { person } = await openSample("anomalies-2014");
  await person.reads(2014);
  await person.opensStep("lecture");
  await person.pane.locator("input[type=file]").scrollIntoViewIfNeeded();
  await person.picksFile("effectifs.xlsx", new TextEncoder().encode("no workbook"));
  await person.pane.locator(".trouble").waitFor();
  await comesIntoView(person.pane, ".trouble");
});
