import { fold, frenchDate, fromSerial, monthNames, toSerial } from "../../../src/cells";
import { nameDates, takeYears, type DayOfCount } from "../../../src/tariff";
import fc from "../../properties";

const september: DayOfCount = { day: 15, month: 9 };

describe("a text names the day of the count, with its year or without", () => {
  it.each([
    "Effectif au 1/11",
    "Effectif au 01/11",
    "Effectif au 01 / 11",
    "Effectif au 1er/11",
    "Effectif au 1er novembre",
    "Effectif au 1 novembre",
    "Effectif au 1er nov.",
    "Effectif au 1er novem",
    "Parc au 01/11/2014",
    "Parc au 01.11.14",
    "Parc au 1er novembre 2014",
    "Parc nov. 2014",
  ])("« %s »", (text) => {
    const { countDay, rest } = takeYears(fold(text));
    expect(countDay).toBe("day");
    expect(rest.trim()).toMatch(/^(effectif au|parc( au)?)$/);
  });

  it.each([
    "Effectif",
    "Rentrée 2014",
    "Parc au 01/10/2014",
    "Parc au 02/11/2014",
    "oct. 2014",
    "Salle 111",
    "1er étage, 11 postes",
  ])("« %s » names another, or none", (text) => {
    expect(takeYears(fold(text)).countDay).toBeNull();
  });

  it.each([
    ["au 15/09", "day"],
    ["au 15/9", "day"],
    ["15 septembre", "day"],
    ["15 sept.", "day"],
    ["au 15/09/2026", "day"],
    ["15 septembre 2026", "day"],
    ["sept. 2026", "day"],
    ["du 16/09/2025 au 15/09/2026", "period"],
    ["au 01/11", null],
    ["1er novembre", null],
    ["au 16/09", null],
  ])("counted on 15 September, « %s » names: %p", (folded, named) => {
    expect(takeYears(folded, september).countDay).toBe(named);
  });

  it("however it is written, and no other day", () => {
    const first = toSerial({ year: 2000, month: 1, day: 1 });
    fc.assert(
      fc.property(
        fc.integer({ min: first, max: first + 10_000 }),
        fc.integer({ min: 1, max: 364 }),
        (serial, later) => {
          const date = fromSerial(serial);
          const other = fromSerial(serial + later);
          const name = monthNames[date.month - 1]!;
          for (const written of [
            frenchDate(date),
            frenchDate(date).slice(0, 5),
            `${date.day} ${name}`,
            `${date.day} ${name} ${date.year}`,
          ])
            expect([
              written,
              takeYears(fold(written), date).countDay,
              takeYears(fold(written), other).countDay,
            ]).toEqual([written, "day", null]);
        },
      ),
    );
  });
});

describe("a period that ends on the day of the count is told from that day", () => {
  it.each([
    ["Du 02/11/2013 au 01/11/2014", "period"],
    ["Entre le 2 nov. 2013 et le 1er nov. 2014", "period"],
    ["Du 02/11/2013 à nov. 2014", "period"],
    ["Du 02/11/2013 au 31/10/2014", null],
    ["Au 01/11/2014 (01/11/2013)", "day"],
    ["Au 01/11/2013, au 01/11/2014, au 01/11/2015", "day"],
  ])("« %s »: %p", (text, named) => {
    expect(takeYears(fold(text)).countDay).toBe(named);
  });
});

describe("dates that mean something leave a word where they stood", () => {
  const left = (text: string): string[] => nameDates(fold(text)).rest.trim().split(/\s+/);

  it.each([
    ["Effectif au 01/11/2014", ["effectif", "au", "jourducompte"]],
    ["Effectif au 1er nov.", ["effectif", "au", "jourducompte"]],
    ["Parc de nov. 2014", ["parc", "de", "jourducompte"]],
    ["Effectif au 1/11, parc au 1/11", ["effectif", "au", "jourducompte", ",", "parc", "au", "jourducompte"]],
    ["Effectif au 15/09/2014", ["effectif", "au"]],
    ["Du 02/11/2013 au 01/11/2014", ["du", "au", "entredeuxdate"]],
    ["Parc N-1", ["parc", "anprecedent"]],
    ["Parc N − 1", ["parc", "anprecedent"]],
    ["Parc N−1", ["parc", "anprecedent"]],
    ["Parc N+1", ["parc", "ansuivant"]],
    ["Parc N + 1", ["parc", "ansuivant"]],
    ["Parc n 12", ["parc", "n", "12"]],
  ])("« %s »: %j", (text, words) => {
    expect(left(text)).toEqual(words);
  });

  it("no word is left in place of dates that are taken out", () => {
    const texts = ["Parc au 01/11/2014", "Parc au N-1", "Parc au N+1"];
    expect(texts.map((text) => takeYears(fold(text)).rest.trim())).toEqual(["parc au", "parc au", "parc au"]);
    expect(takeYears(fold("Du 02/11/2013 au 01/11/2014")).rest.split(/\s+/)).toEqual(["du", "au", ""]);
  });
});
