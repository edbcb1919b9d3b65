import { firstSource, sourceNames } from "../../src/statement";
import * as given from "./fixtures";

const { cells, effectifs, parc } = given;

describe("an amount says where it comes from", () => {
  test("an amount of too many cells gives its first source and their number", () => {
    const none = cells(effectifs, 2);
    const machines = cells(parc, 4, 1, 3);
    expect(firstSource([none, machines, cells(parc, 27, 9)])).toEqual({ first: machines, cell: "E2", count: 3 });
  });

  test("an amount without a source cell has no source", () => {
    expect(firstSource([cells(effectifs, 2)])).toBeNull();
    expect(sourceNames([cells(effectifs, 2)])).toEqual([]);
  });
});
