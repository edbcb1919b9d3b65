import { blockName, type Cell } from "../../../src/cells";
import { read, readWith, sheet, type SheetSpec } from "../workbook-of";

const parc = sheet("Parc", [
  ["Commune", "École", "Élèves", "Pack logiciel", "Postes clients standard"],
  ["Beure", "A", 20, 1, 5],
  ["Pirey", "Les Vergers", 30, 1, 6],
]);
const notes = (...rows: readonly (readonly Cell[])[]): SheetSpec => sheet("Notes", rows);
const kindsOf = (result: ReturnType<typeof read>) =>
  result.reading.mappings.map(
    ({ sheet: { name }, kind, layout, block }) => `${name} ${kind} ${layout} ${blockName(block)}`,
  );

describe("numbers in no table are accounted for", () => {
  it("a block of numbers without a school beside them is an information", () => {
    const result = read(parc, notes(["Ligne", "Crédits"], ["Câbles", 1200], ["Encre", 300]));
    expect(result.anomalies()).toEqual(["info unread-numbers A1"]);
    expect(kindsOf(result)).toEqual(["Parc inventory school-rows A1:E3", "Notes unread unknown A1:B3"]);
  });
  it("a block that names two schools or communes beside numbers is an error, settled by leaving it out", () => {
    const list = notes(["Beure", 12], ["Pirey", 14], ["Thise", 9]);
    const result = read(parc, list);
    expect(result.anomalies()).toEqual(["error unread-table A1"]);
    expect(kindsOf(result)[1]).toBe("Notes unread unknown A1:B3");
    const chosen = readWith(
      { tables: [{ file: null, sheet: "Notes", cell: "A1", was: "Beure", as: "ignored" }] },
      parc,
      list,
    );
    expect(chosen.anomalies()).toEqual(["info table-chosen A1"]);
    expect(kindsOf(chosen)[1]).toBe("Notes ignored unknown A1:B3");
    const corrected = read(
      parc,
      notes(["Commune", "École", "Imprimante jet d'encre"], ["Beure", "A", 2], ["Pirey", "Les Vergers", 1]),
    );
    expect(corrected.anomalies()).toEqual([]);
    expect(corrected.quantity("A", "IMPRIMANTE")).toBe(2);
  });
  it("a block that names schools of the workbook's other tables is an error", () => {
    expect(read(parc, notes(["A", "x", 12], ["Les Vergers", "y", 14])).anomalies()).toEqual(["error unread-table A1"]);
  });
  it("a block with the schools above the numbers is an error", () => {
    expect(read(parc, notes([null, "Beure", "Pirey"], ["Lot 1", 4, 5], ["Lot 2", 6, 7])).anomalies()).toEqual([
      "error unread-table B1",
    ]);
  });
  it("a block that names prestations of a commune or a school is an error", () => {
    const form = sheet("Thise", [["Fiche"], ["Postes clients standard :", null, 12], ["Serveur standard :", null, 1]]);
    const result = read(parc, form);
    const isRead = result.reading.schools.some(({ commune }) => commune.name === "Thise");
    expect(isRead || result.anomalies().some((line) => line.startsWith("error"))).toBe(true);
  });
  it("blocks beside and below the tables of a sheet are accounted for one by one", () => {
    const result = read(
      sheet("Parc", [
        ["Commune", "École", "Élèves", "Pack logiciel", "Postes clients standard", null, null, null, null],
        ["Beure", "A", 20, 1, 5, null, null, "Crédits", 1200],
        ["Pirey", "B", 30, 1, 6, null, null, "Dépenses", 800],
        [],
        [],
        [],
        ["Budget", 4000],
        ["Reste", 2000],
      ]),
    );
    const unread = result.reading.mappings.filter(({ kind }) => kind === "unread").map(({ block }) => blockName(block));
    expect(unread).toEqual(["H2:I3", "A7:B8"]);
    expect(result.anomalies()).toEqual(["info unread-numbers H2", "info unread-numbers A7"]);
    expect(result.reading.quantities).toHaveLength(2 * 3);
  });
  it("a list of communes with their codes, telephones, populations or prices is an information", () => {
    for (const heading of ["Code INSEE", "Téléphone", "Population", "Montant (€)", "Code postal"]) {
      const result = read(parc, notes(["Commune", heading], ["Beure", 250], ["Pirey", 251], ["Thise", 252]));
      expect(result.anomalies().filter((line) => line.startsWith("error"))).toEqual([]);
    }
  });
  it("a title's year or date is no number to account for", () => {
    const result = read(
      sheet("Parc", [["Inventaire", 2014], [], ["Commune", "École", "Élèves", "Pack logiciel"], ["Beure", "A", 20, 1]]),
    );
    expect(result.anomalies()).toEqual(["warning headcount-without-equipment B4"].slice(1));
  });
  it("the options, the tariff and generated sheets are not blocks to account for", () => {
    const rows = [
      ["Beure", 12],
      ["Pirey", 14],
    ];
    const result = read(
      parc,
      sheet("Options Ordiclasse", rows),
      sheet("Tarifs", rows),
      sheet("Récapitulatif", rows, { generatedKey: "recapitulatif" }),
    );
    expect(result.anomalies()).toEqual([]);
    expect(result.reading.mappings).toHaveLength(1);
  });
  it("the table of a hidden sheet is accounted for too, and a warning names the sheet", () => {
    const hidden = sheet(
      "Ancien",
      [
        ["Commune", "École", "Postes clients standard"],
        ["Beure", "A", 9],
      ],
      { visibility: "hidden" },
    );
    const result = read(parc, hidden);
    expect(kindsOf(result)[1]).toBe("Ancien hidden school-rows A1:C2");
    expect(result.anomalies()).toEqual(["warning hidden-sheet –"]);
  });
});

describe("headcounts without equipment are no bill", () => {
  const pupils = sheet("Effectifs", [
    ["Commune", "École", "Élèves"],
    ["Beure", "A", 20],
    ["Pirey", "B", 30],
  ]);
  it("headcounts without any equipment read are one error", () => {
    const result = read(pupils);
    expect(result.anomalies()).toEqual(["error no-equipment –"]);
    expect(result.quantity("A", "PORTAIL")).toBe(20);
  });
  it("headcounts with a table of equipment that shows nothing are one error", () => {
    const empty = sheet("Parc", [
      ["Commune", "École", "Postes clients standard"],
      ["Beure", "A", 0],
      ["Pirey", "B", null],
    ]);
    expect(read(empty, pupils).anomalies()).toEqual(["error no-equipment –"]);
  });
  it("headcounts with equipment that is not understood only have that error", () => {
    const strange = sheet("Parc", [
      ["Zut", "Zig", "Zag"],
      ["Beure", "A", 12],
      ["Pirey", "B", 14],
    ]);
    const result = read(strange, pupils);
    expect(result.anomalies().filter((line) => line.startsWith("error"))).toEqual(["error unread-table A1"]);
    expect(result.anomalies().filter((line) => line.includes("headcount-without-equipment"))).toEqual([]);
  });
});

it("a header over schools below the names of their communes is an inventory, even where no table is read", () => {
  const result = read(
    sheet("Parc", [
      [
        "Communes et établissements",
        "Total élèves",
        "Pack logiciel :",
        "Postes clients standard :",
        "Serveur standard :",
      ],
      ["BEURE", null, null, null, null],
      ["Centre", 144, 1, 19, 1],
      ["Les Vergers", 115, 1, 2, 1],
    ]),
  );
  const isRead = result.quantity("Centre", "POSTE_STD") === 19 && result.quantity("Les Vergers", "POSTE_STD") === 2;
  expect(isRead || result.anomalies().some((line) => line.startsWith("error"))).toBe(true);
});

describe("prestations with numbers, on the sheet of a table that is read", () => {
  const withBlock = (...rows: readonly (readonly Cell[])[]): SheetSpec =>
    sheet("Beure", [
      ["Commune", "École", "Élèves", "Pack logiciel", "Postes clients standard"],
      ["Beure", "A", 20, 1, 5],
      ["Beure", "B", 30, 1, 6],
      [],
      [],
      ["Divers", "Nombre"],
      ...rows,
    ]);
  const told = (result: ReturnType<typeof read>) => result.anomalies().filter((line) => line.includes("unread"));
  it("are an error where no table sums them", () => {
    const result = read(withBlock(["Imprimante jet d'encre", 4], ["Logiciel spécifique", 2]));
    const isRead = result.reading.quantities.some(({ prestation }) => prestation === "IMPRIMANTE");
    expect(isRead || result.anomalies().some((line) => line.startsWith("error"))).toBe(true);
  });
  it("are to know where they are the sums of the tables: a recap", () => {
    // 1 + 1 packs, 5 + 6 postes.
    const result = read(withBlock(["Pack logiciel", 2], ["Postes clients standard", 11]));
    expect(told(result)).toEqual(["info unread-numbers A6"]);
    expect(result.anomalies().filter((line) => line.startsWith("error"))).toEqual([]);
  });
  it("are to know under the title of a tariff", () => {
    const rows = [["Tarif"], ["Postes clients standard", 36], ["Pack logiciel", 211]];
    expect(read(parc, sheet("Beure", rows)).anomalies()).toEqual(["info unread-numbers A1"]);
  });
  it("are to know where they are prices", () => {
    const result = read(
      withBlock(["Postes clients standard", 36.86], ["Serveur standard", 263.33], ["Pack logiciel", 211]),
    );
    expect(result.anomalies().filter((line) => line.startsWith("error"))).toEqual([]);
  });
});
