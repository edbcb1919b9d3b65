import type { Frame } from "playwright-core";

/** Where Tab stops. */
interface Stop {
  readonly name: string;
  /** Nothing, a bar that stays for one, covers its middle. */
  readonly isInView: boolean;
  /** A ring says that it has the focus. */
  readonly isRinged: boolean;
}

/**
 * Where Tab stops, from an element on. It ends where Office.js gives the focus back to Excel, and nothing moves any more; in a
 * page without Office.js, where the focus leaves the page.
 */
export async function stopsOfTab(pane: Frame, from: string): Promise<Stop[]> {
  await pane.locator(from).first().focus();
  const stops: Stop[] = [];
  for (let last = -1; ;) {
    await pane.page().keyboard.press("Tab");
    const { place, isOut, ...stop } = await pane.evaluate(() => {
      const element = document.activeElement!;
      // A file picker is seen by its label alone.
      const seen = (element.matches(".unseen") && (element as HTMLInputElement).labels?.[0]) || element;
      const { left, top, width, height } = seen.getBoundingClientRect();
      const on = document.elementFromPoint(left + width / 2, top + height / 2);
      const { outlineStyle, outlineWidth } = getComputedStyle(seen);
      const label = element.getAttribute("aria-label") ?? (element as HTMLInputElement).labels?.[0]?.textContent;
      return {
        isOut: element === document.body,
        place: [...document.querySelectorAll("*")].indexOf(element),
        name: label ?? element.textContent ?? "",
        isInView: on !== null && seen.contains(on),
        isRinged: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
      };
    });
    if (place === last || isOut) return stops;
    last = place;
    stops.push(stop);
  }
}

/** Everything that can be pressed, filled in, or scrolled by itself, in the order in which it is read. */
export function controls(pane: Frame): Promise<string[]> {
  return pane.evaluate(() =>
    [...document.querySelectorAll('a[href], button, select, input, textarea, summary, [role="group"][tabindex="0"]')]
      .filter((element) => element.checkVisibility() && element.closest("details:not([open]) > :not(summary)") === null)
      .map((element) => {
        const label = element.getAttribute("aria-label") ?? (element as HTMLInputElement).labels?.[0]?.textContent;
        return label ?? element.textContent ?? "";
      }),
  );
}

/** What Tab passes over or takes out of its place, and what does not show that it has the focus. */
export async function focusFaults(pane: Frame): Promise<{ readonly order: string[]; readonly faults: string[] }> {
  const [first, ...wanted] = await controls(pane);
  if (first === undefined) return { order: [], faults: [] };
  const stops = await stopsOfTab(pane, "a[href], button, select, input, textarea, summary");
  const order = stops.map(({ name }) => name);
  const faults = stops.filter(({ isRinged }) => !isRinged).map(({ name }) => `no ring on ${name}`);
  const wrong = wanted.findIndex((name, index) => name !== order[index]);
  if (wrong >= 0) faults.push(`Tab goes to ${order[wrong] ?? "nothing"} instead of ${wanted[wrong]}`);
  return { order: [first, ...order], faults };
}
