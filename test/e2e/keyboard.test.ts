import { openSample, useBrowser } from "./open-excel";
import { controls, stopsOfTab } from "./tab-stops";

jest.setTimeout(120_000);
useBrowser();

/** What Excel on the web leaves to a pane on a screen of 1366 × 768. */
const height = 378;

test.each([270, 320])("Tab goes through everything, each thing in view, in a low pane of %i pixels", async (width) => {
  const excel = await openSample("anomalies-2014", { width, height });
  const { page, person } = excel;
  const goesThroughAll = async () => {
    const [skip, ...others] = await controls(page.pane);
    expect(skip).toBe(person.words.say("pane-skip"));
    const stops = others.map((name) => ({ name, isInView: true, isRinged: true }));
    expect(await stopsOfTab(page.pane, ".skip")).toEqual(stops);
  };
  await goesThroughAll();
  await person.reads(2014);
  await goesThroughAll();
  await person.opensStep("lecture");
  await goesThroughAll();
  await person.generates();
  await page.pane.locator("summary").click();
  await goesThroughAll();
});

test("from a screen's title, which has the focus as the screen opens, Tab goes to its first control", async () => {
  const excel = await openSample("anomalies-2014");
  const { page, person } = excel;
  await person.reads(2014);
  expect(await page.pane.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  expect((await stopsOfTab(page.pane, "h1"))[0]?.name).toBe("Tous 14");
});
