import { atDepth } from "../depth";
import { openSample, useBrowser } from "./open-excel";
import { accessibilityFaults, overflows } from "./pane-checks";
import { Camera } from "./camera";
import { focusFaults } from "./tab-stops";

useBrowser();

/** The pane as it opens, with one more element in it, which is wrong. */
async function paneWith(html: string) {
  const excel = await openSample("anomalies-2014");
  await excel.person.seesCode("pane-welcome-title");
  await excel.page.pane.evaluate((planted) => {
    document.querySelector(".content")!.insertAdjacentHTML("beforeend", planted);
    // The pane's policy refuses styles written in HTML, not those that a script sets.
    for (const element of document.querySelectorAll<HTMLElement>("[data-style]"))
      element.style.cssText = element.dataset["style"]!;
  }, html);
  return excel;
}

test("the pane as it opens has no fault", async () => {
  const { page } = await paneWith("");
  expect([await overflows(page.pane), await accessibilityFaults(page.pane)]).toEqual([[], []]);
  expect((await focusFaults(page.pane)).faults).toEqual([]);
});

describe("a fault planted in the pane is found: too wide", () => {
  test.each([
    ["a box wider than the pane", `<p data-style="width: 400px">planted</p>`],
    ["a word that cannot break", `<p data-style="overflow-wrap: normal">${"planted".repeat(20)}</p>`],
    ["text cut off by its box", `<p data-style="overflow: hidden; white-space: nowrap">${"planted ".repeat(20)}</p>`],
    ["what stands out on the left", `<p data-style="position: relative; left: -60px">planted</p>`],
  ])("%s", async (_, html) => {
    expect(await overflows((await paneWith(html)).page.pane)).toContainEqual(expect.stringContaining("planted"));
  });

  test("but not what scrolls in a box of its own", async () => {
    const html = `<div tabindex="0" data-style="overflow-x: auto"><p data-style="width: 400px">planted</p></div>`;
    expect(await overflows((await paneWith(html)).page.pane)).toEqual([]);
  });
});

describe("a fault planted in the pane is found: accessibility", () => {
  test.each([
    ["a picture without a text", `<img data-style="width: 20px; height: 20px">`, "image-alt"],
    ["text that hardly shows", `<p data-style="color: #bbb">planted</p>`, "color-contrast"],
    ["a field without a name", `<input type="text">`, "label"],
    ["a button without a name", `<button type="button"></button>`, "button-name"],
    ["a second main part", `<main></main>`, "landmark-no-duplicate-main"],
  ])("%s", async (_, html, rule) => {
    const faults = await accessibilityFaults((await paneWith(html)).page.pane);
    expect(faults).toContainEqual(expect.stringMatching(`^${rule}: `));
  });
});

describe("a fault planted in the pane is found: the keyboard", () => {
  test.each([
    [
      "a button that hides its ring",
      `<button type="button" data-style="outline: none">planted</button>`,
      /^no ring on planted/,
    ],
    ["a button out of its place", `<button type="button" tabindex="1">planted</button>`, /^Tab goes to /],
    ["a button that Tab passes over", `<button type="button" tabindex="-1">planted</button>`, /instead of planted/],
  ])("%s", async (_, html, fault) => {
    const { faults } = await focusFaults((await paneWith(html)).page.pane);
    expect(faults).toContainEqual(expect.stringMatching(fault));
  });
});

test("a camera notes the pictures where a fault shows, and no other", async () => {
  const excel = await paneWith(`<p data-style="width: 310px; background: #fff; color: #242424">planted</p>`);
  const camera = new Camera("fr");
  await camera.take("planted", excel);
  const pictures = camera.faults.map((fault) => fault.split(":")[0]);
  // 310 pixels, after a margin of 12 or 20, are too many for 270 and 320, and not for 450.
  expect([...new Set(pictures)]).toEqual(
    ["320-spaced", "270-light", "320-light", ...atDepth([], ["270-dark"]), "320-dark", "320-forced"].map(
      (look) => `planted-fr-${look}`,
    ),
  );
});
