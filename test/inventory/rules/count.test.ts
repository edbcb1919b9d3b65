import { Decimal } from "decimal.js";
import type { Cell } from "../../../src/cells";
import type { Options } from "../../../src/options";
import { builtInGrids, type Grid, type TariffRow } from "../../../src/tariff";
import { read, readWith, readWorkbooks, sheet, workbook, type Read, type SheetSpec } from "../workbook-of";

const none = { cagb: null, commune: null };
const prices = { installation: none, maintenance: { ...none, commune: new Decimal("45.00") } };

/** A terminal of which so many are billed at a site, and a subscription. */
function gridCapped(perSite: number | null, counts: TariffRow["counts"] = "units"): Grid {
  const terminal = {
    code: "BORNE",
    prestation: "Borne de pointage",
    unit: "borne",
    counts,
    perSite,
    words: [],
    prices,
  };
  const other = {
    ...terminal,
    code: "FORFAIT",
    prestation: "Forfait",
    unit: "forfait",
    counts: "units",
    perSite: null,
  };
  return { ...builtInGrids[0]!, rows: [terminal, other as TariffRow] };
}

function readCapped(grid: Grid, options: object, ...cells: readonly Cell[]): Read {
  const rows: Cell[][] = [
    ["Commune", "École", "Forfait", "Bornes de pointage"],
    ...cells.map((cell, at) => ["Beure", `École ${at + 1}`, 1, cell]),
  ];
  return readWorkbooks([workbook([sheet("Parc", rows)])], 2014, options, grid);
}

const counts = (result: Read) => ["École 1", "École 2", "École 3"].map((school) => result.quantity(school, "BORNE"));
const told = (result: Read) =>
  result.anomalies().filter((each) => !each.startsWith("info") || each.includes("beyond-cap"));

describe("a prestation that the grid caps by site", () => {
  test("is billed up to its cap, and what goes beyond is told", () => {
    const result = readCapped(gridCapped(3), {}, 2, 3, 5);
    expect([counts(result), told(result)]).toEqual([[2, 3, 3], ["info beyond-cap D4"]]);
    const { counted, leftOut } = result.reading.mappings[0]!.columns[3]!;
    expect([counted, leftOut.toString()]).toEqual([2 + 3 + 3, "2"]);
    expect(result.messages.find((message) => message.includes("Borne de pointage"))).toContain(
      "«\u00a0École 3\u00a0» a 5 «\u00a0Borne de pointage\u00a0»\u00a0: le plafond de la convention est de 3 par école",
    );
  });

  test("is told with all that its school has, over several rows", () => {
    const rows = [
      ["Commune", "École", "Prestation", "Nature", "Quantité"],
      ["Beure", "École 1", "Forfait", "Maintenance", 1],
      ["Beure", "École 1", "Borne de pointage", "Maintenance", 2],
      ["Beure", "École 1", "Borne de pointage", "Maintenance", 2],
      ["Beure", "École 1", "Borne de pointage", "Maintenance", 1],
    ];
    const result = readWorkbooks([workbook([sheet("Parc", rows)])], 2014, {}, gridCapped(3));
    expect([result.quantity("École 1", "BORNE"), told(result)]).toEqual([
      3,
      ["warning item-twice E4", "info beyond-cap E4", "warning item-twice E5"],
    ]);
    expect(result.messages.find((message) => message.includes("le plafond"))).toContain("a 4 «");
    expect(result.rows().reasons).toEqual({ capped: 1 });
  });

  test("is billed whole where the option says by unit, or where it has no cap", () => {
    for (const result of [
      readCapped(gridCapped(3), { schoolUnit: "each" }, 2, 3, 5),
      readCapped(gridCapped(null), {}, 2, 3, 5),
    ])
      expect([counts(result), told(result)]).toEqual([[2, 3, 5], []]);
  });

  test("is one where the cap is one and the cell says yes; another cap does not say how many", () => {
    expect([
      counts(readCapped(gridCapped(1), {}, "oui", "x", "non")),
      told(readCapped(gridCapped(1), {}, "oui")),
    ]).toEqual([[1, 1, 0], []]);
    expect(told(readCapped(gridCapped(3), {}, "oui", 2))).toEqual(["error quantity-mark D2"]);
  });

  test("is capped of pupils too", () => {
    const rows = [
      ["Commune", "École", "Élèves", "Forfait"],
      ["Beure", "École 1", 160, 1],
      ["Beure", "École 2", 90, 1],
    ];
    const result = readWorkbooks([workbook([sheet("Parc", rows)])], 2014, {}, gridCapped(100, "pupils"));
    expect([counts(result), told(result)]).toEqual([[100, 90, 0], ["info beyond-cap C2"]]);
  });
});

describe("of what the convention has one a school, one is billed, and more is a warning", () => {
  const pupils = sheet("Effectifs", [
    ["Commune", "École", "Élèves", "Pack logiciel"],
    ["Beure", "A", 20, 1],
  ]);
  const servers = (name: string, headers: readonly Cell[], ...rows: readonly (readonly Cell[])[]): SheetSpec =>
    sheet(name, [["Commune", "École", ...headers], ...rows.map((cells) => ["Beure", "A", ...cells])]);
  const counted = (result: Read) => [
    result.quantity("A", "SERVEUR_STD", "installation"),
    result.quantity("A", "SERVEUR_STD"),
  ];
  const warnings = (result: Read) => result.anomalies().filter((each) => each.startsWith("warning"));

  test.each<[string, SheetSpec[], Partial<Options>, number[], string[]]>([
    [
      "on each of the cells that have several, installed and in service",
      [servers("Parc", ["Prestation", "Installés", "En service"], ["Serveur standard", 2, 3])],
      {},
      [1, 1],
      ["warning more-than-one-a-school D2", "warning more-than-one-a-school E2"],
    ],
    [
      "once on a machine that is billed neither installed nor in service",
      [
        servers(
          "Registre",
          ["Matériel", "Mise en service le"],
          ["Serveur standard", "15/03/2014"],
          ["Serveur standard", "16/03/2014"],
          ["Serveur standard", "17/03/2014"],
        ),
      ],
      {},
      [1, 1],
      ["warning more-than-one-a-school C3"],
    ],
    [
      "though the one installed in the year is not the one in service",
      [
        servers(
          "Registre",
          ["Matériel", "Mise en service le"],
          ["Serveur standard", "15/09/2009"],
          ["Serveur standard", "16/03/2014"],
        ),
      ],
      {},
      [1, 1],
      ["warning more-than-one-a-school C3"],
    ],
    [
      "in the second of two tables that the user adds up",
      [servers("Parc", ["Serveur standard"], [1]), servers("Suite", ["Serveur standard"], [1])],
      { repeats: [{ file: null, sheet: "Suite", cell: null, as: "added" }] },
      [0, 1],
      ["warning more-than-one-a-school C2"],
    ],
    [
      "and not of a table of another year",
      [servers("Parc 2013", ["Serveur standard"], [1]), servers("Parc 2014", ["Serveur standard"], [1])],
      {},
      [0, 1],
      [],
    ],
  ])("%s", (_case, sheets, options, expected, told) => {
    const result = readWith(options, ...sheets, pupils);
    expect([counted(result), warnings(result)]).toEqual([expected, told]);
  });
});

describe("items of one school that two tables list, each with its nature", () => {
  const lot = (name: string, quantity: number, ...others: readonly string[]): SheetSpec =>
    sheet(name, [
      ["Commune", "École", "Prestation", "Nature", "Quantité"],
      ["Beure", "A", "Poste client standard", "Maintenance", quantity],
      ["Beure", "A", "Serveur standard", "Maintenance", 1],
      ...others.map((school) => ["Beure", school, "Poste client standard", "Maintenance", 5]),
    ]);
  const lots = [lot("Lot 1", 5, "B", "C", "D"), lot("Lot 2", 2, "E", "F", "G")];
  const repeats: Options["repeats"] = [{ file: null, sheet: "Lot 2", cell: null, as: "added" }];

  test("are added, with a warning but where the user said so, or where there is one a school", () => {
    const [asked, said] = [read(...lots), readWith({ repeats }, ...lots)];
    for (const result of [asked, said]) expect(result.quantity("A", "POSTE_STD")).toBe(5 + 2);
    const twice = (result: Read) => result.reading.anomalies.filter(({ code }) => code === "item-twice");
    expect(twice(asked)).toEqual([
      expect.objectContaining({
        severity: "warning",
        sheet: "Lot 2",
        cell: "E2",
        params: expect.objectContaining({ school: "A", label: "Poste client standard" }) as object,
      }),
    ]);
    expect(twice(said)).toEqual([]);
  });

  test("are added in silence where each is a machine", () => {
    const register = (name: string, ...numbers: readonly string[]): SheetSpec =>
      sheet(name, [
        ["Commune", "École", "Matériel", "N° d'inventaire"],
        ...numbers.map((number) => ["Beure", "A", "Poste client standard", number]),
      ]);
    const result = read(register("Étage", "I1", "I2"), register("Rez-de-chaussée", "I3"));
    expect([result.quantity("A", "POSTE_STD"), result.anomalies().join()]).toEqual([
      3,
      expect.not.stringContaining("warning"),
    ]);
  });
});
