import type { Cell } from "../../../src/cells";
import type { Options } from "../../../src/options";
import { readWorkbooks, sheet, workbook, type Read, type SheetSpec } from "../workbook-of";

const parcOf = (...rows: readonly Cell[][]): SheetSpec =>
  sheet("Parc", [["Commune", "École", "Postes clients standard"], ...rows]);
const bourg = ["Beure", "École du Bourg", 12];
const parc = parcOf(bourg, ["Beure", "École du Haut", 8], ["Total", null, 20]);
const pupils = sheet("Effectifs", [
  ["Commune", "École", "Effectif"],
  ["Beure", "École du Bourg", 20],
  ["Beure", "École du Haut", 30],
  ["Pirey", "École du Pont", 40],
] satisfies Cell[][]);

const aside = (of: string, row: number) => ({ file: null, sheet: of, row, reason: "école fermée" });
const read = (options: Partial<Options>, ...sheets: SheetSpec[]): Read =>
  readWorkbooks([workbook(sheets.length === 0 ? [parc, pupils] : sheets)], 2014, options);
const errorsOf = ({ reading }: Read): string[] =>
  reading.anomalies
    .filter(({ severity }) => severity === "error")
    .map(({ code, sheet: of, cell }) => `${code} ${of}!${cell}`);
const pupilsOf = ({ reading }: Read): string[] =>
  reading.quantities
    .filter(({ prestation }) => prestation === "PORTAIL")
    .map(({ school, quantity }) => `${school.name} ${quantity}`);

describe("the pupils of a school whose equipment was set aside", () => {
  test("are asked of, and those of a school that never had any are not", () => {
    const asked = read({ setAside: [aside("Parc", 3)] });
    expect(errorsOf(asked)).toEqual(["pupils-of-set-aside Effectifs!B3"]);
    expect(pupilsOf(asked)).toEqual(["École du Bourg 20", "École du Pont 40"]);
  });

  test("are asked of each school, once, in its own words", () => {
    const parts = sheet("Effectifs", [
      ["Commune", "École", "Maternelle", "Élémentaire"],
      ["Beure", "École du Bourg", 20, 10],
      ["Beure", "École du Haut", 30, 15],
      ["Pirey", "École du Pont", 40, 5],
    ] satisfies Cell[][]);
    const asked = read({ setAside: [aside("Parc", 2), aside("Parc", 3)] }, parc, parts);
    expect(errorsOf(asked).filter((each) => each.startsWith("pupils"))).toEqual([
      "pupils-of-set-aside Effectifs!B2",
      "pupils-of-set-aside Effectifs!B3",
    ]);
    expect(asked.reading.anomalies.find(({ code }) => code === "pupils-of-set-aside")!.params).toMatchObject({
      school: "École du Bourg",
      commune: "Beure",
      was: "École du Bourg",
    });
    expect(pupilsOf(asked)).toEqual(["École du Pont 45"]);
  });

  test("are asked of every school without equipment where the row names none, and of none where it is blank", () => {
    const unnamed = parcOf(bourg, [null, null, null], ["Beure", null, 3]);
    const without = (row: number) =>
      errorsOf(read({ setAside: [aside("Parc", row)] }, unnamed, pupils)).filter((each) => each.startsWith("pupils"));
    expect([without(4), without(3)]).toEqual([
      ["pupils-of-set-aside Effectifs!B3", "pupils-of-set-aside Effectifs!B4"],
      [],
    ]);
  });

  test("are billed where the school has other equipment, or has none that was set aside", () => {
    const server = sheet("Serveurs", [
      ["Commune", "École", "Serveur standard"],
      ["Beure", "École du Haut", 1],
    ] satisfies Cell[][]);
    const none = parcOf(bourg, ["Beure", "École du Haut", 0]);
    for (const said of [read({ setAside: [aside("Parc", 3)] }, parc, pupils, server), read({}, none, pupils)])
      expect(pupilsOf(said)).toContain("École du Haut 30");
  });

  test("are not billed where their own row is set aside too", () => {
    const said = read({ setAside: [aside("Parc", 3), aside("Effectifs", 3)] });
    expect(errorsOf(said)).toEqual([]);
    expect(pupilsOf(said)).toEqual(["École du Bourg 20", "École du Pont 40"]);
  });

  test("are billed where the user says that they are due", () => {
    const accepted = [
      { file: null, sheet: "Effectifs", cell: "B3", code: "pupils-of-set-aside", was: "École du Haut" },
    ];
    const said = read({ setAside: [aside("Parc", 3)], accepted });
    expect(errorsOf(said)).toEqual([]);
    expect(pupilsOf(said)).toEqual(["École du Bourg 20", "École du Haut 30", "École du Pont 40"]);
  });
});

describe("the pupils of a form whose equipment was set aside", () => {
  const form = sheet("Fiche", [
    ["Commune", "Beure"],
    ["École", "École du Bourg"],
    ["Nombre d'élèves", 20],
    ["Postes clients standard", 12],
  ] satisfies Cell[][]);
  const readForm = (...rows: readonly number[]): Read =>
    readWorkbooks([workbook([form])], 2014, { setAside: rows.map((row) => aside("Fiche", row)) });

  test("are asked of in their own row, which can be set aside", () => {
    expect(errorsOf(readForm(4))).toContain("pupils-of-set-aside Fiche!B3");
    expect(errorsOf(readForm(4, 3)).filter((each) => !each.startsWith("nothing-billed"))).toEqual([]);
  });
});
