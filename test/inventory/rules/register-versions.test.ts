import type { Cell, SheetCells } from "../../../src/cells";
import type { InventoryReading } from "../../../src/inventory";
import { message } from "../../../src/messages";
import type { Options } from "../../../src/options";
import { read, sheet, told as allTold } from "../tables/read-sheets";

const pupils = sheet("Effectifs", [
  ["Commune", "École", "Élèves"],
  ["Beure", "A", 20],
]);

/** A register of workstations of one school, in service since 2009, told apart by what a column holds. */
function register(
  name: string,
  numbers: readonly Cell[],
  heading = "N° inventaire",
  entered = "15/09/2009",
): SheetCells {
  return sheet(name, [
    ["Commune", "École", "Matériel", heading, "Mise en service le"],
    ...numbers.map((number) => ["Beure", "A", "Poste client standard", number, entered]),
  ]);
}

function readRegisters(registers: readonly SheetCells[], options: Partial<Options> = {}): InventoryReading {
  return read([...registers, pupils], 2014, options);
}

/** What is told of the registers: packs are never in one. */
const told = (reading: InventoryReading, ...severities: string[]): string[] =>
  allTold(reading, ...severities).filter((line) => !line.includes("packs-inferred"));

const posts = (reading: InventoryReading): number =>
  reading.quantities
    .filter(({ prestation }) => prestation === "POSTE_STD")
    .reduce((sum, { quantity }) => sum + quantity, 0);

const messages = ({ anomalies }: InventoryReading): string[] =>
  anomalies.filter(({ code }) => code !== "packs-inferred").map(({ code, params }) => message(code, params, "fr"));

describe("the campaign's version of a register is read among several years", () => {
  const ofYears = (...years: readonly string[]) =>
    years.map((year, more) => register(year, ["P1", "P2", "P3", "P4"].slice(0, 3 + (more % 2))));

  it.each([[["2013", "2014"]], [["2014", "2013"]], [["2012", "2014", "2013"]]])(
    "the campaign's version is read among %j, whatever their order",
    (years) => {
      const reading = readRegisters(ofYears(...years));
      expect(posts(reading)).toBe(years[1] === "2014" ? 4 : 3);
      const others = years.filter((year) => year !== "2014");
      expect(told(reading)).toEqual(others.map((year) => `info other-year-source ${year}!A1`));
      expect(messages(reading)).toEqual(
        others.map((year) => expect.stringContaining(`(${year}) : celui de 2014!A1 est retenu`) as string),
      );
      expect(reading.mappings.filter(({ kind }) => kind === "other-year")).toHaveLength(others.length);
    },
  );

  it("a version without a year is read rather than another year's", () => {
    const reading = readRegisters([register("2013", ["P1", "P2", "P3"]), register("Parc", ["P1", "P2", "P3", "P4"])]);
    expect(posts(reading)).toBe(4);
    expect(told(reading)).toEqual(["info other-year-source 2013!A1"]);
  });

  it("a version without a year is set apart, with a warning, when the campaign's lists all its machines", () => {
    const reading = readRegisters([register("Parc", ["P1", "P2", "P3"]), register("2014", ["P3", "P2", "P1", "P4"])]);
    expect(posts(reading)).toBe(4);
    expect(told(reading)).toEqual(["warning undated-source Parc!A1"]);
    expect(reading.mappings[0]).toMatchObject({ kind: "repeats" });
  });

  it("a version without a year is asked about when it lists other machines too", () => {
    const reading = readRegisters([register("Parc", ["P1", "P2", "P3"]), register("2014", ["P1", "P2", "P4"])]);
    expect(posts(reading)).toBe(0);
    expect(told(reading)).toEqual(["error ambiguous-source Parc!A1", "error ambiguous-source 2014!A1"]);
    for (const text of messages(reading)) expect(text).toContain("Parc!A1 et 2014!A1");
  });
});

describe("versions list the same machines, half of them at least", () => {
  it.each([
    ["numbers, in whatever case", ["a1 ", "A2", "a3"], ["A1", " a2", "A3", "A4"]],
    ["numbers, written as texts or not", [101, 102, "103"], ["101", 102, 103, 104]],
    ["half of the numbers", ["A1", "A2", "A3", "A4"], ["A1", "A2", "B1", "B2"]],
    ["numbers, blank ones apart", ["A1", "A2", "A3", null, ""], ["A1", "A2", "A4", null, ""]],
  ])("%s", (_what, first, second) => {
    const reading = readRegisters([register("2013", first), register("2014", second)]);
    expect(told(reading, "info")).toContain("info other-year-source 2013!A1");
  });

  it.each(["N° inventaire", "N° de série"])("%s, whatever else their rows say by now", (heading) => {
    const reading = readRegisters([
      register("2013", ["A1", "A2", "A3"], heading, "15/09/2009"),
      register("2014", ["A1", "A2", "A3", "A4"], heading, "16/09/2009"),
    ]);
    expect([posts(reading), told(reading)]).toEqual([4, ["info other-year-source 2013!A1"]]);
  });

  it.each([
    ["less than half", ["A1", "A2", "A3", "A4", "A5"], ["A1", "A2", "B3", "B4", "B5"]],
    ["less than half, blank numbers apart", ["A1", "A2", "A3", null], ["A1", "B2", "B3", null]],
    ["two machines", ["A1", "A2"], ["A3", "A4"]],
  ])("two registers %s are both read", (_what, first, second) => {
    const reading = readRegisters([register("Parc", first), register("Parc (2)", second)]);
    expect(told(reading).filter((line) => line.includes("source"))).toEqual([]);
    expect(reading.mappings.map(({ kind }) => kind)).toEqual(["inventory", "inventory", "headcounts"]);
  });

  it("two registers of different kinds are both read: installations are beside what is in service", () => {
    const reading = readRegisters([
      register("Parc", ["A1", "A2", "A3"]),
      register("Installations 2014", ["A1", "A2", "A3"]),
    ]);
    expect(told(reading).filter((line) => line.includes("source"))).toEqual([]);
  });

  it("versions of a register of installations are recognised as well", () => {
    const reading = readRegisters([
      register("Parc", ["A1", "A2", "A3"]),
      register("Installations 2014", ["A1", "A2", "A3"]),
      register("Livraisons 2014", ["A1", "A2", "A3"]),
    ]);
    expect(told(reading)).toContain("info same-source-twice Livraisons 2014!A1");
  });
});

describe("a register that repeats another", () => {
  it("is read once, in whatever order its rows, and each copy names the first", () => {
    const copies = ["Un", "Deux", "Trois"].map((name, at) =>
      register(name, at === 1 ? ["P3", "P1", "P2"] : ["P1", "P2", "P3"]),
    );
    const reading = readRegisters(copies);
    expect(posts(reading)).toBe(3);
    expect(told(reading)).toEqual(["info same-source-twice Deux!A1", "info same-source-twice Trois!A1"]);
    for (const text of messages(reading)) expect(text).toContain("que Un!A1");
    expect(reading.mappings.map(({ kind }) => kind)).toEqual(["inventory", "repeats", "repeats", "headcounts"]);
  });

  const rivals = [register("Un", ["P1", "P2", "P3"]), register("Deux", ["P1", "P2", "P4", "P5"])];
  const repeats = (name: string, as: "added" | "first" | "last"): Options["repeats"] => [
    { file: null, sheet: name, cell: null, as },
  ];

  it("a register that repeats a part of another is asked about", () => {
    const reading = readRegisters(rivals);
    expect([posts(reading), told(reading)]).toEqual([
      0,
      ["error ambiguous-source Un!A1", "error ambiguous-source Deux!A1"],
    ]);
  });

  it.each([
    ["Un", "first", 3, "Deux"],
    ["Deux", "first", 3, "Deux"],
    ["Deux", "last", 4, "Un"],
    ["Un", "last", 4, "Un"],
  ] as const)("said of « %s » to be settled by « %s »: %i are billed, « %s » is left out", (name, as, billed, left) => {
    const reading = readRegisters(rivals, { repeats: repeats(name, as) });
    expect(posts(reading)).toBe(billed);
    expect(told(reading, "error")).toEqual([]);
    expect(told(reading)).toContain(`info same-source-twice ${left}!A1`);
  });

  it.each(["Un", "Deux"])("said of « %s » to be added, both are read", (name) => {
    const reading = readRegisters(rivals, { repeats: repeats(name, "added") });
    expect(told(reading).filter((line) => line.includes("source"))).toEqual([]);
    expect(reading.mappings.map(({ kind }) => kind)).toEqual(["inventory", "inventory", "headcounts"]);
  });
});
