import type { ExcelPage } from "./excel-page";
import { accessibilityFaults, overflows } from "./pane-checks";
import type { Look } from "./watched-page";

/** Widths as Excel opens the pane on a Mac, on Windows, and as an accountant widens it. */
const widths = [270, 320, 450] as const;

const looks: readonly (Look & { readonly called: string })[] = [
  ...widths.flatMap((width) =>
    (["light", "dark"] as const).map((colours) => ({ width, colours, called: `${width}-${colours}` })),
  ),
  { width: 320, colours: "forced", called: "320-forced" },
];

/** Takes a state of the pane, from its top to its foot, in every width and colour, and notes what is wrong with each picture. */
export class Camera {
  /** States taken, in order. */
  readonly taken: string[] = [];
  /** What overflows, and what axe finds: the picture, then the fault. */
  readonly faults: string[] = [];

  constructor(private readonly language: "fr" | "en") {}

  /** Writes `out/screenshots/<state>-<language>-<width>-<colours>.png`. */
  async take(state: string, { page }: { readonly page: ExcelPage }): Promise<void> {
    this.taken.push(state);
    for (const { called, ...look } of looks) {
      await page.look(look);
      await page.unroll();
      const picture = `${state}-${this.language}-${called}`;
      const wrong = [...(await overflows(page.pane)), ...(await accessibilityFaults(page.pane))];
      this.faults.push(...wrong.map((fault) => `${picture}: ${fault}`));
      await page.screenshot(picture);
    }
    await page.look({ width: 320, colours: "light" });
  }
}
