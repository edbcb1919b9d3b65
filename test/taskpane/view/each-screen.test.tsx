/**
 * @jest-environment jsdom
 */
import { draw, nameOf, root, usePage } from "./draw";
import { atDepth } from "../../depth";
import { states } from "./states";

usePage({ analysed: true, apart: true });

// In a quick run, e2e/states/drawn draws each of them in the other language.
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
