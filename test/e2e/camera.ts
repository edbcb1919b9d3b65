import { atDepth, depth } from "../depth";
import type { ExcelPage } from "./excel-page";
import { accessibilityFaults, overflows } from "./pane-checks";
import { focusFaults } from "./tab-stops";
import type { Look } from "./watched-page";

/** Widths as Excel opens the pane on a Mac, on Windows, and as an accountant widens it. */
const widths = [270, 320, 450] as const;

/** What one sees, by the name of its picture, and what axe looks at. */
interface Sight extends Look {
  readonly called: string;
  readonly axe: "all" | "colours" | null;
}

const sights: readonly Sight[] = [
  ...widths.flatMap((width) =>
    (["light", "dark"] as const).map((colours) => ({
      width,
      colours,
      called: `${width}-${colours}`,
      axe: "all" as const,
    })),
  ),
  { width: 320, colours: "forced", called: "320-forced", axe: "all" },
];

/** Of every state, whatever it looks like; else only of those where a fault is found. */
const isPictured = depth === "full" || process.env["PICTURES"] === "1";

/** Other widths, and what a reader may ask of any page: spacing of texts (WCAG 1.4.12), letters twice as large as the pane's 87.5 % (1.4.4). */
const readings = [
  {
    called: "320-spaced",
    width: 320,
    style: "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }",
  },
  { called: "450-doubled", width: 450, style: "html { font-size: 175% !important }" },
  // As Excel on the web opens the pane.
  { called: "350", width: 350, style: "" },
] as const;

/** What is done of a state. */
interface Round {
  readonly sights: readonly Sight[];
  readonly readings: readonly (typeof readings)[number][];
  /** Whether Tab goes through it. */
  readonly tab: boolean;
}

const whole: Round = { sights, readings, tab: true };

/**
 * In a quick run, each screen once: every width, every colour, axe at one width; its other states, whose colours and parts are
 * the same, at the two narrowest. The second language has the same controls: whether its texts hold in the narrowest pane.
 */
const quick: Readonly<Record<"first" | "again" | "translated", Round>> = {
  first: {
    ...whole,
    sights: sights
      .filter(({ width, colours }) => width === 320 || colours === "light")
      .map((sight) => ({ ...sight, axe: sight.width !== 320 ? null : sight.colours === "light" ? "all" : "colours" })),
  },
  again: {
    sights: sights
      .filter(({ width, colours }) => width <= 320 && colours === "light")
      .map((sight) => ({ ...sight, axe: sight.width === 320 ? "all" : null })),
    readings: [],
    tab: true,
  },
  translated: {
    sights: sights.filter(({ called }) => called === "270-light").map((sight) => ({ ...sight, axe: null })),
    readings: [],
    tab: false,
  },
};

/** Takes a state of the pane, from its top to its foot, in every width and colour, and notes what is wrong with each. */
export class Camera {
  /** States taken, in order. */
  readonly taken: string[] = [];
  /** What Tab goes through in each state, by its name. */
  readonly order: Record<string, readonly string[]> = {};
  /** What overflows, what axe finds, what Tab passes over: the picture, then the fault. */
  readonly faults: string[] = [];

  /** `screens`: those that were taken already, by this camera or by another. */
  constructor(
    private readonly language: "fr" | "en",
    private readonly screens = new Set<string>(),
  ) {}

  /** A picture, where one is taken, is `out/screenshots/<state>-<language>-<width>-<colours>.png`. */
  async take(state: string, { page }: { readonly page: ExcelPage }): Promise<void> {
    const round = atDepth(this.quickRound(screenOf(state)), whole);
    this.taken.push(state);
    for (const { called, axe, ...look } of round.sights) {
      await page.unrolled(look);
      const picture = `${state}-${this.language}-${called}`;
      const wrong = [
        ...(await overflows(page.pane)),
        ...(axe === null ? [] : await accessibilityFaults(page.pane, axe)),
      ];
      this.faults.push(...wrong.map((fault) => `${picture}: ${fault}`));
      if (isPictured || wrong.length > 0) await page.screenshot(picture);
    }
    for (const { called, width, style } of round.readings) {
      await page.unrolled({ width, colours: "light" }, style);
      const wrong = await overflows(page.pane);
      const picture = `${state}-${this.language}-${called}`;
      this.faults.push(...wrong.map((fault) => `${picture}: ${fault}`));
      if (wrong.length > 0) await page.screenshot(picture);
    }
    await page.look({ width: 320, colours: "light" });
    if (!round.tab) return;
    const { order, faults } = await focusFaults(page.pane);
    this.order[state] = order;
    this.faults.push(...faults.map((fault) => `${state}-${this.language}: ${fault}`));
  }

  private quickRound(screen: string): Round {
    if (this.language === "en") return quick.translated;
    const isFirst = !this.screens.has(screen);
    this.screens.add(screen);
    return isFirst ? quick.first : quick.again;
  }
}

/** The screen that a state is one of: `stopped` of `stopped-cancelled`. */
export const screenOf = (state: string): string => state.split("-")[0]!;
