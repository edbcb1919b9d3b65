import { testInDepth } from "../depth";
import { smallWorkbook } from "../cli/small-workbook";
import { openExcel, openSample, useBrowser, type OpenExcel } from "./open-excel";
import { controls, stopsOfTab } from "./tab-stops";

useBrowser();

/** What Excel on the web leaves to a pane on a screen of 1366 × 768. */
const height = 378;

for (const width of [270, 320])
  testInDepth(`Tab goes through everything, each thing in view, in a low pane of ${width} pixels`, async () => {
    const goesThroughAll = async ({ page, person }: OpenExcel) => {
      const [skip, ...others] = await controls(page.pane);
      expect(skip).toBe(person.words.say("pane-skip"));
      const stops = others.map((name) => ({ name, isInView: true, isRinged: true }));
      expect(await stopsOfTab(page.pane, ".skip")).toEqual(stops);
    };
    // A workbook that says no campaign opens on the first screen.
    const first = await openExcel(await smallWorkbook(), "parc.xlsx", { width, height });
    await first.person.seesCode("pane-welcome-title");
    await goesThroughAll(first);
    const excel = await openSample("anomalies-2014", { width, height });
    const { page, person } = excel;
    await person.reads(2014);
    await goesThroughAll(excel);
    await person.opensStep("lecture");
    await goesThroughAll(excel);
    await person.generates();
    await page.pane.locator("summary").click();
    await goesThroughAll(excel);
  });

test("Tab goes from a screen's title, which has the focus as the screen opens, to its first control", async () => {
  const excel = await openSample("anomalies-2014");
  const { page, person } = excel;
  await person.reads(2014);
  await person.opensStep("lecture");
  await person.opensStep("controle");
  await page.pane.locator("h1:focus").waitFor();
  expect((await stopsOfTab(page.pane, "h1"))[0]?.name).toBe("Tous 15");
});

testInDepth(
  "prices are tried by the keyboard alone: Enter or Tab brings the result, the focus stays, Escape loses nothing",
  async () => {
    const excel = await openSample("parc-ecoles-2014", { width: 270, height });
    const { page, person } = excel;
    const { keyboard } = page.pane.page();
    const fields = page.pane.locator(".prices input");
    const inFocus = page.pane.locator(".prices input:focus");
    await person.reads(2014);
    await person.opensStep("repartition");
    await person.press("pane-act-simulate");
    await fields.first().waitFor();
    const [skip, ...others] = await controls(page.pane);
    expect(skip).toBe(person.words.say("pane-skip"));
    const stops = others.map((name) => ({ name, isInView: true, isRinged: true }));
    expect(await stopsOfTab(page.pane, ".skip")).toEqual(stops);

    const workstation = page.pane.getByRole("textbox", { name: /Poste client standard Maintenance/ });
    const at = await fields.evaluateAll((all, one) => all.indexOf(one!), await workstation.elementHandle());
    await workstation.focus();
    await keyboard.press("ControlOrMeta+A");
    await keyboard.type("38,5");
    await keyboard.press("Enter");
    // 2 497 workstations in service, 38,50 − 36,86 = 1,64 each: 4 095,08.
    await page.pane
      .getByRole("status")
      .filter({ hasText: /\+4\s095,08/ })
      .waitFor();
    expect(await inFocus.inputValue()).toBe("38,50");

    await keyboard.press("Tab");
    expect(
      await inFocus.evaluate((one) => [...document.querySelectorAll(".prices input")].indexOf(one as Element)),
    ).toBe(at + 1);
    await keyboard.press("ControlOrMeta+A");
    await keyboard.type("12");
    await keyboard.press("Escape");
    await person.seesCode("pane-split-title", { year: 2014 });
    await person.press("pane-act-simulate");
    await workstation.waitFor();
    expect(await fields.nth(at + 1).inputValue()).toBe("12,00");
    expect(await workstation.inputValue()).toBe("38,50");
  },
);
