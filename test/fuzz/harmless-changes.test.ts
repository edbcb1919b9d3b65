import { atDepth, depth } from "../depth";
import fc from "../properties";
import type { WorkbookCells } from "../../src/cells";
import { Random } from "../bench/random";
import { bill } from "./bill";
import { editable, toCells } from "./editable";
import { applyHarmless, harmlessChanges } from "./harmless";
import { campaignYearOf, expectedOf, loadSample, placeOf, sampleNames } from "./samples";

/** Figures that no harmless change may move. */
const figures = ["total", "cagb", "communes", "split", "byPrestation", "byCommune"] as const;

describe.each(sampleNames)("whatever shape it is given, %s comes to the same cent", (name) => {
  /** Alone, in a quick run, each change on one of the samples; together, on all. */
  const alone = harmlessChanges.filter(
    (_, at) => depth === "full" || at % sampleNames.length === sampleNames.indexOf(name),
  );
  let sample: WorkbookCells;
  const expected = expectedOf(name);
  const year = campaignYearOf(name);

  beforeAll(async () => {
    sample = await loadSample(name);
  });

  function check(changes: readonly (typeof harmlessChanges)[number][], seed: number): void {
    const workbook = editable(sample, (sheet) => placeOf(name, sheet));
    applyHarmless(workbook, changes, new Random(seed), name);
    const { json } = bill(toCells(workbook), year);
    expect(json.anomalies.filter(({ severity }) => severity === "error")).toEqual([]);
    for (const figure of figures) expect(json[figure]).toEqual(expected[figure]);
  }

  it("the inventory comes to its amount as it is", () => check([], 1));

  it.each(alone)("the inventory comes to the same cent with its %s", (change) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => check([change], seed)),
      { numRuns: atDepth(1, 10) },
    );
  });

  it("the inventory comes to the same cent with several of these changes at once", () => {
    fc.assert(fc.property(fc.subarray([...harmlessChanges], { minLength: 2 }), fc.nat(), check), {
      numRuns: atDepth(1, 75),
    });
  });
});
