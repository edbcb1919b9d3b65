import { defaultOptions } from "../../../src/options";
import { rectify, type Rectification, type Statement } from "../../../src/statement";
import * as given from "../fixtures";

const { stateOf, golden, schoolA, schoolB, countsA, countsB } = given;

const issued = () => stateOf(golden);
/** Both golden schools, school A counted otherwise. */
const corrected = (counts: Record<string, number>) =>
  stateOf(
    given.reading([schoolB, schoolA], [...given.quantities(schoolA, counts), ...given.quantities(schoolB, countsB)]),
  );

describe("papers are ranked from one correction of a statement to the next", () => {
  const less = () => corrected({ ...countsA, "POSTE_STD m": 13 });
  const both = () => corrected({ ...countsA, "POSTE_STD m": 13, "SERVEUR_SPEC m": 1 });
  const ranked = (statement: Statement, rectificationRank: string): Statement => ({
    ...statement,
    options: { ...defaultOptions, particulars: { rectificationRank } },
  });
  const ranksOf = ({ ranks, corrected: { edition } }: Rectification) => [
    ranks.reduction,
    ranks.complement,
    edition.lastRank,
  ];

  test("R1 first, and R2 for a complement that goes with a reduction", () => {
    expect(ranksOf(rectify(issued(), both()))).toEqual([1, 2, 2]);
    expect(ranksOf(rectify(issued(), less()))).toEqual([1, 2, 1]);
  });

  test("the ranks of papers continue after the last one that the corrected statement has, unless the user gives one", () => {
    const once = rectify(issued(), both()).corrected;
    expect(ranksOf(rectify(once, less()))).toEqual([3, 4, 3]);
    expect(ranksOf(rectify(once, ranked(issued(), "7")))).toEqual([7, 8, 8]);
  });

  test("a correction without a changed amount takes no rank", () => {
    const once = rectify(issued(), both()).corrected;
    expect(ranksOf(rectify(issued(), issued()))[2]).toBeUndefined();
    expect(ranksOf(rectify(once, both()))[2]).toBe(2);
  });
});
