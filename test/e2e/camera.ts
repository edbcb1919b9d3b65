import { atDepth, depth } from "../depth";
import type { ExcelPage } from "./excel-page";
import { accessibilityFaults, overflowsIn } from "./pane-checks";
import { focusFaults } from "./tab-stops";
import type { Look } from "./watched-page";

/** What one sees, by the name of its picture, and what axe looks at. */
interface Sight extends Look {
  readonly called: string;
  readonly axe: "all" | "colours" | null;
  /** A reader's own. */
  readonly style?: string;
}

const colourings = ["light", "dark", "forced"] as const;

/**
 * Widths as Excel opens the pane on a Mac, as an accountant widens it, and as Excel opens it on Windows: last, where axe looks
 * in a quick run, since the pane is as wide already.
 */
const sights: readonly Sight[] = [
  ...([270, 450, 320] as const).flatMap((width) =>
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
const readings: readonly Sight[] = [
  // As Excel on the web opens the pane.
  { called: "350", width: 350, colours: "light", axe: null },
  {
    ...{ called: "320-spaced", width: 320, colours: "light", axe: null },
    style: "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }",
  },
  {
    ...{ called: "450-doubled", width: 450, colours: "light", axe: null },
    style: "html { font-size: 175% !important }",
  },
];

/** What is done of a state. */
interface Round {
  readonly sights: readonly Sight[];
  /** Whether Tab goes through it. */
  readonly tab: boolean;
}

const whole: Round = { sights: [...readings, ...sights], tab: true };

/**
 * In a quick run, each screen once: every width, every colour, axe at one width; its other states, whose colours and parts are
 * the same, at the two narrowest, without axe, which looks at some of them in `taskpane/view/each-screen`. The second language
 * has the same controls: whether its texts hold in the narrowest pane, of the states that it comes to; those of every screen
 * are measured by `states/english.test.ts`.
 */
const quick: Readonly<Record<"first" | "again" | "translated", Round>> = {
  first: {
    sights: whole.sights
      .filter(({ width, colours }) => width === 320 || colours === "light")
      .map((sight) => ({
        ...sight,
        axe: sight.axe === null || sight.width !== 320 ? null : sight.colours === "light" ? "all" : "colours",
      })),
    tab: true,
  },
  again: {
    sights: sights
      .filter(({ width, colours }) => width <= 320 && colours === "light")
      .map((sight) => ({ ...sight, axe: null })),
    tab: true,
  },
  translated: {
    sights: sights.filter(({ called }) => called === "270-light").map((sight) => ({ ...sight, axe: null })),
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
    for (const colours of colourings) {
      const seen = round.sights.filter((sight) => sight.colours === colours);
      if (seen.length === 0) continue;
      await page.wears(colours);
      const wide = await overflowsIn(page.pane, seen);
      for (const [at, sight] of seen.entries()) {
        const picture = `${state}-${this.language}-${sight.called}`;
        if (sight.axe !== null) await page.unrolled(sight);
        const wrong = [...wide[at]!, ...(sight.axe === null ? [] : await accessibilityFaults(page.pane, sight.axe))];
        this.faults.push(...wrong.map((fault) => `${picture}: ${fault}`));
        if ((isPictured && sight.style === undefined) || wrong.length > 0) await page.picture(picture, sight);
      }
    }
    await page.rests();
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
