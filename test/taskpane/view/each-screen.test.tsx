/**
 * @jest-environment jsdom
 */
import { draw, nameOf, root, usePage } from "./draw";
import { atDepth } from "../../depth";
import { states } from "./states";
import axe from "axe-core";

usePage({ analysed: true, apart: true });

// In a quick run, in one language, some: e2e/states has axe look at every screen once, in a browser.
const looked = Object.keys(states).filter((_, at) => at % atDepth(6, 1) === 0);
describe.each(atDepth(["fr"] as const, ["fr", "en"] as const))("each screen, in %s", (language) => {
  it.each(looked)("« %s » has no fault that axe finds", async (name) => {
    draw(states[name]!(), language);
    const { violations } = await axe.run(document, {
      runOnly: ["RGAAv4", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      // jsdom draws nothing: what has to be seen is measured in a browser.
      rules: {
        "color-contrast": { enabled: false },
        "target-size": { enabled: false },
        "label-content-name-mismatch": { enabled: false },
      },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});

// In a quick run, e2e/states/english draws each of them in the other language.
describe.each(atDepth(["fr"] as const, ["fr", "en"] as const))("each screen, in %s", (language) => {
  it.each(Object.keys(states))(
    "« %s » has one title, one main button at most, no text left to fill, and disables or styles nothing by itself",
    (name) => {
      draw(states[name]!(), language);
      expect(root().querySelectorAll("h1")).toHaveLength(1);
      expect(root().querySelectorAll(".primary").length).toBeLessThanOrEqual(1);
      expect(root().textContent).not.toMatch(/undefined|NaN|\{\w+\}|\[object/);
      // No button is disabled, no dialog opens, nothing is styled inline, and each button has a name.
      expect(root().querySelectorAll("[disabled], [style], dialog, iframe")).toHaveLength(0);
      expect([...root().querySelectorAll("button")].filter((one) => nameOf(one) === "")).toEqual([]);
    },
  );
});

test("axe is heard: a field without its label is found", async () => {
  draw([]);
  root().querySelector("label")!.remove();
  const { violations } = await axe.run(document, { runOnly: ["wcag2a"] });
  expect(violations.map(({ id }) => id)).toContain("select-name");
});
