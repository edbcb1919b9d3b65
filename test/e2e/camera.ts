import { depth } from "../depth";
import type { ExcelPage } from "./excel-page";
import { accessibilityFaults, overflowsIn } from "./pane-checks";
import { focusFaults } from "./tab-stops";
import type { Look } from "./watched-page";

/** What one sees, by the name of its picture. */
interface Sight extends Look {
  readonly called: string;
  /** Whether axe looks at it. */
  readonly axe: boolean;
  /** A reader's own. */
  readonly style?: string;
}

const colourings = ["light", "dark", "forced"] as const;

/** Widths as Excel opens the pane on a Mac, as an accountant widens it, and as Excel opens it on Windows. */
const sights: readonly Sight[] = [
  ...([270, 450, 320] as const).flatMap((width) =>
    (["light", "dark"] as const).map((colours) => ({
      width,
      colours,
      called: `${width}-${colours}`,
      axe: true,
    })),
  ),
  { width: 320, colours: "forced", called: "320-forced", axe: true },
];

/** Of every state, whatever it looks like; else only of those where a fault is found. */
const isPictured = depth === "full" || process.env["PICTURES"] === "1";

/** Other widths, and what a reader may ask of any page: spacing of texts (WCAG 1.4.12), letters twice as large as the pane's 87.5 % (1.4.4). */
export const readings: readonly Sight[] = [
  // As Excel on the web opens the pane.
  { called: "350", width: 350, colours: "light", axe: false },
  {
    ...{ called: "320-spaced", width: 320, colours: "light", axe: false },
    style: "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }",
  },
  {
    ...{ called: "450-doubled", width: 450, colours: "light", axe: false },
    style: "html { font-size: 175% !important }",
  },
];

/** Takes a state of the pane, from its top to its foot, in every width and colour, and notes what is wrong with each. */
export class Camera {
  /** States taken, in order. */
  readonly taken: string[] = [];
  /** What Tab goes through in each state, by its name. */
  readonly order: Record<string, readonly string[]> = {};
  /** What overflows, what axe finds, what Tab passes over: the picture, then the fault. */
  readonly faults: string[] = [];

  constructor(private readonly language: "fr" | "en") {}

  /** A picture, where one is taken, is `out/screenshots/<state>-<language>-<width>-<colours>.png`. */
  async take(state: string, { page }: { readonly page: ExcelPage }): Promise<void> {
    this.taken.push(state);
    for (const colours of colourings) {
      const seen = [...readings, ...sights].filter((sight) => sight.colours === colours);
      await page.wears(colours);
      const wide = await overflowsIn(page.pane, seen);
      for (const [at, sight] of seen.entries()) {
        const picture = `${state}-${this.language}-${sight.called}`;
        const wrong = [...wide[at]!, ...(sight.axe ? await lastingFaults(page, sight) : [])];
        this.faults.push(...wrong.map((fault) => `${picture}: ${fault}`));
        if ((isPictured && sight.style === undefined) || wrong.length > 0) await page.picture(picture, sight);
      }
    }
    await page.rests();
    const { order, faults } = await focusFaults(page.pane);
    this.order[state] = order;
    this.faults.push(...faults.map((fault) => `${state}-${this.language}: ${fault}`));
  }
}

/**
 * What axe finds, and finds again once the colours have been taken off and put back: Chromium, under load, may leave texts in
 * the colours of before on a page that has changed its own.
 */
async function lastingFaults(page: ExcelPage, sight: Sight): Promise<readonly string[]> {
  await page.unrolled(sight);
  const found = await accessibilityFaults(page.pane);
  if (found.length === 0) return found;
  await page.wears(sight.colours === "light" ? "dark" : "light");
  await page.unrolled(sight);
  await page.wears(sight.colours);
  await page.unrolled(sight);
  const again = await accessibilityFaults(page.pane);
  return found.filter((fault) => again.includes(fault));
}

/** The screen that a state is one of: `stopped` of `stopped-cancelled`. */
export const screenOf = (state: string): string => state.split("-")[0]!;
