import { atDepth } from "../../depth";
import { billOf } from "./bill";
import { membersOf } from "./communes";
import { compose, composeSeed } from "./compose";
import { layouts } from "./draw";
import { habits } from "./list";
import { everyHabitAlone, isAllowed, judgeComposed, type Result } from "./sweep";
import type { School } from "./truth";
import { campaignOf, createDirectory } from "../../../src/tariff";

const workbooks = atDepth(6, 300);
const onLayouts = 1;
/** Alone, in a quick run, one habit in so many: all of them come together in the workbooks drawn at random. */
const oneIn = atDepth(24, 1);
/** Of the workbooks that must be read, how many are read exactly: what is left is refused, never wrong in silence. */
const readAtLeast = 0.95;

/** One line for each workbook that is not as it must be, enough to draw it again. */
function failures(results: readonly Result[]): string[] {
  return results
    .filter((result) => !isAllowed(result))
    .map(
      ({ composed: { composition, must }, judged: { verdict, why } }) =>
        `${verdict} (${must}): ${JSON.stringify(composition)} ${why.slice(0, 200)}`,
    );
}

const isGrave = ({ judged: { verdict } }: Result): boolean => verdict === "silent" || verdict === "crash";

describe("habits of offices", () => {
  it("bills an inventory apart from the product, from the voted table", () => {
    // 112 × 5,27 = 590,24 and a pack 211,00; 263,33 + 14 × 36,86 + 47,39 + 2 × 10,53 + 15,79 in service, 2 × 31,60 + 21,06 + 3 × 21,06 installed.
    const none = {
      PACK: 0,
      SERVEUR_STD: 0,
      POSTE_STD: 0,
      SERVEUR_SPEC: 0,
      POSTE_SPEC: 0,
      LOGICIEL_SPEC: 0,
      IMPRIMANTE: 0,
      PIECES: 0,
    };
    const school: School = {
      commune: ["25112", "Chalezeule"],
      name: "École primaire",
      uai: "0250112A",
      levels: { CP: 112 },
      pupils: 112,
      service: { ...none, PACK: 1, SERVEUR_STD: 1, POSTE_STD: 14, POSTE_SPEC: 1, LOGICIEL_SPEC: 2, IMPRIMANTE: 1 },
      installed: { ...none, POSTE_STD: 2, LOGICIEL_SPEC: 1, PIECES: 3 },
      comeAndGone: 0,
      gone: 0,
    };
    const bill = billOf({ campaign: 2014, schools: [school], packsShown: true });
    expect(bill).toMatchObject({
      cagb: "801.24",
      communes: "1011.05",
      total: "1812.29",
      due: { "25112": "1011.05" },
      pupils: 112,
    });
  });

  it("knows the communes that the product knows", () => {
    for (const year of [2014, 2015]) {
      const known = createDirectory(campaignOf(year)).members.map(({ insee, name }) => `${insee} ${name}`);
      expect(
        membersOf(year)
          .map(([insee, name]) => `${insee} ${name}`)
          .sort(),
      ).toEqual([...known].sort());
    }
  });

  it("draws the same workbook from the same seed", () => {
    const drawn = (seed: number) =>
      JSON.stringify(
        composeSeed(seed).drawing.sheets.map(({ name, tables }) => [
          name,
          tables.map(({ rows }) => rows.map(({ cells }) => cells.map(({ value }) => value))),
        ]),
      );
    expect(drawn(17)).toBe(drawn(17));
    expect(drawn(17)).not.toBe(drawn(18));
  });

  it("has habits of different names, each with a layout that it fits", () => {
    expect(new Set(habits.map(({ name }) => name)).size).toBe(habits.length);
  });

  it.each(layouts.map(({ name }) => name))("reads the layout %s exactly, without any habit", async (layout) => {
    const results: Result[] = [];
    for (let seed = 1; seed <= atDepth(1, 6); seed++)
      results.push(await judgeComposed(compose({ seed, layout, habits: [] })));
    expect(failures(results)).toEqual([]);
  });

  it("never bills wrong in silence, whatever the one habit of an office", async () => {
    const results: Result[] = [];
    const met = new Set<string>();
    for await (const result of everyHabitAlone(onLayouts, oneIn)) {
      met.add(result.composed.composition.habits[0]!);
      results.push(result);
    }
    const wanted = habits.filter((_, index) => index % oneIn === 0).map(({ name }) => name);
    expect(wanted.filter((name) => !met.has(name))).toEqual([]);
    expect(failures(results.filter(isGrave))).toEqual([]);
    expect(failures(results).length).toBeLessThanOrEqual(results.length * (1 - readAtLeast));
  }, 600_000);

  it("never bills wrong in silence, whatever habits come together", async () => {
    const results: Result[] = [];
    for (let seed = 1; seed <= workbooks; seed++) results.push(await judgeComposed(composeSeed(seed)));
    expect(failures(results.filter(isGrave))).toEqual([]);
    expect(results.filter(({ judged }) => judged.unbalanced)).toEqual([]);
  }, 600_000);
});
