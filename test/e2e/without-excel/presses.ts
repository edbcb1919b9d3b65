import type { BrowserPage } from "./browser-page";

/** How often somebody pressed the mouse and the keys of the keyboard, those of texts included. */
export interface Presses {
  readonly keys: number;
  readonly mouse: number;
}

/** Counts from now on, in the page, as the browser receives them; returns what gives the count so far. */
export async function countPresses({ page }: BrowserPage): Promise<() => Promise<Presses>> {
  await page.evaluate(() => {
    const count = { keys: 0, mouse: 0 };
    Object.assign(window, { pressed: count });
    const modifiers = ["Shift", "Control", "Alt", "Meta"];
    addEventListener("keydown", ({ key }) => void (count.keys += modifiers.includes(key) ? 0 : 1), true);
    addEventListener("pointerdown", () => void count.mouse++, true);
  });
  return () => page.evaluate(() => ({ ...(window as unknown as { pressed: Presses }).pressed }));
}
