import { Decimal } from "decimal.js";
import { countDirections, mostChangedCommunes } from "../../../src/statement";
import * as given from "../fixtures";

const moved = (commune: typeof given.chalezeule, difference: string) => ({
  commune,
  byPayer: { commune: { before: new Decimal(0), after: new Decimal(difference), difference: new Decimal(difference) } },
});
const communes = () => [
  moved(given.chalezeule, "10.53"),
  moved(given.avanne, "0"),
  moved(given.mamirolle, "-36.86"),
  moved(given.gratteris, "15.79"),
  moved(given.besancon, "5.27"),
];

describe("communes whose part moves", () => {
  test("come by how much, up or down; those that owe as much are left out", () => {
    expect(mostChangedCommunes(communes()).map(({ commune }) => commune.name)).toEqual([
      "Mamirolle",
      "Le Gratteris",
      "Chalezeule",
      "Besançon",
    ]);
  });

  test("are counted by direction", () => {
    expect(countDirections({ communes: communes() })).toEqual({ more: 3, less: 1, same: 1 });
  });
});
