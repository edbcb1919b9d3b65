import type { Frame } from "playwright-core";
import { openSample, useBrowser } from "./open-excel";
import { accessibilityFaults, overflows } from "./pane-checks";
import { Camera } from "./camera";
import { focusFaults } from "./tab-stops";

useBrowser();

async function openPane() {
  const excel = await openSample("anomalies-2014");
  await excel.person.reads(2014);
  return excel;
}

/** The pane has one more element in it, which is wrong, in place of the one planted before. */
function plant(pane: Frame, html: string): Promise<void> {
  return pane.evaluate((planted) => {
    const content = document.querySelector(".content")!;
    content.querySelector("[data-planted]")?.remove();
    content.insertAdjacentHTML("beforeend", planted);
    const element = content.lastElementChild as HTMLElement;
    element.dataset["planted"] = "";
    // The pane's policy refuses styles written in HTML, not those that a script sets.
    for (const styled of document.querySelectorAll<HTMLElement>("[data-style]"))
      styled.style.cssText = styled.dataset["style"]!;
  }, html);
}

test("the pane with the points of a workbook has no fault", async () => {
  const { page } = await openPane();
  expect([await overflows(page.pane), await accessibilityFaults(page.pane)]).toEqual([[], []]);
  expect((await focusFaults(page.pane)).faults).toEqual([]);
});

test("faults planted in the pane are found: too wide", async () => {
  const { pane } = (await openPane()).page;
  for (const html of [
    // A box wider than the pane.
    `<p data-style="width: 400px">planted</p>`,
    // A word that cannot break.
    `<p data-style="overflow-wrap: normal">${"planted".repeat(20)}</p>`,
    // Text cut off by its box.
    `<p data-style="overflow: hidden; white-space: nowrap">${"planted ".repeat(20)}</p>`,
    // What stands out on the left.
    `<p data-style="position: relative; left: -60px">planted</p>`,
  ]) {
    await plant(pane, html);
    expect([html, await overflows(pane)]).toEqual([html, expect.arrayContaining([expect.stringContaining("planted")])]);
  }
  // But not what scrolls in a box of its own.
  await plant(pane, `<div tabindex="0" data-style="overflow-x: auto"><p data-style="width: 400px">planted</p></div>`);
  expect(await overflows(pane)).toEqual([]);
});

test("faults planted in the pane are found: accessibility", async () => {
  const { pane } = (await openPane()).page;
  for (const [html, rule] of [
    [`<img data-style="width: 20px; height: 20px">`, "image-alt"],
    [`<p data-style="color: #bbb">planted</p>`, "color-contrast"],
    [`<input type="text">`, "label"],
    [`<button type="button"></button>`, "button-name"],
    [`<main></main>`, "landmark-no-duplicate-main"],
  ] as const) {
    await plant(pane, html);
    const found = (await accessibilityFaults(pane)).map((fault) => fault.split(":")[0]);
    expect([html, found]).toEqual([html, expect.arrayContaining([rule])]);
  }
});

test("faults planted in the pane are found: the keyboard", async () => {
  const { pane } = (await openPane()).page;
  for (const [html, fault] of [
    [`<button type="button" data-style="outline: none">planted</button>`, /^no ring on planted/],
    [`<button type="button" tabindex="1">planted</button>`, /^Tab goes to /],
    [`<button type="button" tabindex="-1">planted</button>`, /instead of planted/],
  ] as const) {
    await plant(pane, html);
    const { faults } = await focusFaults(pane);
    expect([html, faults]).toEqual([html, expect.arrayContaining([expect.stringMatching(fault)])]);
  }
});

test("a camera notes the pictures where a fault shows, and no other", async () => {
  const excel = await openPane();
  await plant(excel.page.pane, `<p data-style="width: 310px; background: #fff; color: #242424">planted</p>`);
  const camera = new Camera("fr");
  await camera.take("planted", excel);
  const pictures = camera.faults.map((fault) => fault.split(":")[0]);
  // 310 pixels, after a margin of 12 or 20, are too many for 270 and 320, and not for 450.
  expect([...new Set(pictures)]).toEqual(
    ["320-spaced", "270-light", "320-light", "270-dark", "320-dark", "320-forced"].map((look) => `planted-fr-${look}`),
  );
});
