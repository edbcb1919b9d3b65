import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { AxeResults } from "axe-core";
import type { Frame } from "playwright-core";
import type { Shape, Shaping } from "./pane-shape";

const axe = readFileSync(resolve("node_modules/axe-core/axe.min.js"), "utf8");

/** RGAA is the law; the rest is what it does not hold and a person still needs. */
const tags = ["RGAAv4", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What a change of colours alone may break. */
const ofColours = ["color-contrast", "link-in-text-block"];

/** Each fault of accessibility that axe finds in the document, or of its colours alone: the rule, the element, and what is wrong with it. */
export async function accessibilityFaults(pane: Frame, only: "all" | "colours" = "all"): Promise<string[]> {
  if (!(await pane.evaluate(() => "axe" in window))) await pane.evaluate(axe);
  const runOnly = only === "all" ? { type: "tag", values: tags } : { type: "rule", values: ofColours };
  return pane.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const { violations } = await axe.run({ runOnly, resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, any }) => [`${id}: ${help}: ${html}`, ...any.map(({ message }) => message)].join(": ")),
    );
  }, runOnly);
}

/** Elements whose contents are wider than they are without a way to scroll them, or that stand out of the pane. */
export async function overflows(pane: Frame): Promise<string[]> {
  return (await overflowsIn(pane, [null]))[0]!;
}

/**
 * The same in each of these shapes of the pane, one after the other, in one message to the browser; the pane stays in the
 * last. Null is the shape that it has.
 */
export async function overflowsIn(pane: Frame, shapes: readonly (Shape | null)[]): Promise<string[][]> {
  await defineOverflowing(pane);
  return pane.evaluate(async (shapes) => {
    const { overflowing, shaping } = window as unknown as Overflowing & { readonly shaping: Shaping };
    const found: string[][] = [];
    for (const shape of shapes) {
      if (shape !== null) await shaping.takesShape(shape);
      found.push(overflowing());
    }
    return found;
  }, shapes);
}

/** What a document has once `defineOverflowing` has been there: what overflows in it, as it is now. */
export interface Overflowing {
  overflowing(): string[];
}

export async function defineOverflowing(document_: Frame): Promise<void> {
  await document_.evaluate(() => {
    // A field scrolls what is typed in it.
    const scrolls = (element: Element) =>
      element.matches("input") || ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
    const inScroller = (element: Element): boolean =>
      element.parentElement !== null && (scrolls(element.parentElement) || inScroller(element.parentElement));
    const overflows = (element: Element): boolean => {
      const { left, right, width: own, height } = element.getBoundingClientRect();
      // One pixel: text for screen readers alone, clipped on purpose.
      if (own <= 1 || height <= 1) return false;
      // Aside until it has the focus.
      if (element.matches(".skip:not(:focus)")) return false;
      if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth && !scrolls(element)) return true;
      const { clientWidth } = document.documentElement;
      return (left < -0.5 || right > clientWidth + 0.5) && !inScroller(element);
    };
    const overflowing = () =>
      [...document.querySelectorAll("*")]
        .filter(overflows)
        .map(
          (element) =>
            `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}">` +
            ` ${element.scrollWidth} > ${element.clientWidth}: ${element.textContent?.trim().slice(0, 60)}`,
        );
    Object.assign(window, { overflowing } satisfies Overflowing);
  });
}
