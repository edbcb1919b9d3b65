import fc from "fast-check";
import type { Anomaly, Severity } from "../../../src/messages";
import { neighbour, shownPoints } from "../../../src/taskpane/session/points";

const points = (severities: readonly Severity[]): Anomaly[] =>
  severities.map((severity) => ({ severity, code: "missing-school", file: null, sheet: null, cell: null, params: {} }));
const some = points(["error", "error", "warning", "info", "info"]);
const at = (point: number | null, filter: "all" | Severity = "all") => ({ point, filter });

describe("the next and the previous point", () => {
  it("begin at the first, or at the last", () => {
    expect(neighbour(some, at(null), 1)).toBe(0);
    expect(neighbour(some, at(null), -1)).toBe(2);
  });

  it("go round what has to be dealt with, over what is only to know", () => {
    expect(neighbour(some, at(1), 1)).toBe(2);
    expect(neighbour(some, at(2), 1)).toBe(0);
    expect(neighbour(some, at(0), -1)).toBe(2);
  });

  it("stay inside the filter", () => {
    expect(neighbour(some, at(1, "error"), 1)).toBe(0);
    expect(neighbour(some, at(null, "info"), 1)).toBe(3);
    expect(neighbour(points(["info", "info"]), at(0), 1)).toBe(1);
    expect(shownPoints(some, "info")).toEqual([3, 4]);
  });

  it("are none where there is no point", () => {
    expect(neighbour([], at(null), 1)).toBeNull();
    expect(neighbour(some.slice(0, 2), at(null, "warning"), 1)).toBeNull();
  });

  it("pass by every point to deal with, once a round, in either direction", () => {
    const severity = fc.constantFrom<Severity>("error", "warning");
    fc.assert(
      fc.property(fc.array(severity, { minLength: 1, maxLength: 30 }), fc.constantFrom<1 | -1>(1, -1), (all, way) => {
        const list = points(all);
        const seen: number[] = [];
        let point: number | null = null;
        for (let count = 0; count < list.length; count += 1) {
          point = neighbour(list, at(point), way);
          seen.push(point!);
        }
        expect(new Set(seen).size).toBe(list.length);
      }),
    );
  });
});
