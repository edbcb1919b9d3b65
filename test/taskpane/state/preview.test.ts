import type { Anomaly, Severity } from "../../../src/messages";
import { neighbour, pointAfter, shownPoints, type PointShown } from "../../../src/taskpane/state/preview";
import fc from "../../properties";
import { asPoint } from "../as-point";

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

describe("the point that comes after one dealt with", () => {
  const at = (cell: string, severity: Severity = "error"): Anomaly => ({ ...points([severity])[0]!, cell });
  const numbered = (cells: readonly string[], severity: Severity = "error"): PointShown[] =>
    cells.map((cell) => asPoint([at(cell, severity)]));
  const before = numbered(["A3", "A4", "A5"]);

  it("is the one that followed it, wherever it stands now", () => {
    expect(pointAfter(before, 0, numbered(["A1", "A4", "A5"]))).toEqual({ point: 1, place: 0 });
    // A4 was dealt with as well.
    expect(pointAfter(before, 0, numbered(["A5"]))).toEqual({ point: 0, place: 0 });
  });

  it("is the first that is left where none followed, and none where what is left is only to know", () => {
    expect(pointAfter(before, 2, numbered(["A3", "A4"]))).toEqual({ point: 0, place: 0 });
    expect(pointAfter(before, 2, numbered(["A3"], "info"))).toBeNull();
  });

  it("is the next cell of the same point, where that point has others", () => {
    const many = [asPoint([at("A3"), at("A4"), at("A5")]), asPoint([at("B9")])];
    expect(pointAfter(many, 0, [asPoint([at("A3"), at("A5")]), many[1]!], 1)).toEqual({ point: 0, place: 1 });
    expect(pointAfter(many, 0, [many[1]!], 2)).toEqual({ point: 0, place: 0 });
  });
});
