import { documentHeadRows, generatedDocumentOf } from "../../src/documents";
import { anomaly } from "../../src/messages";
import { makeSheets } from "../at-once";
import * as given from "../statement/fixtures";
import { cellsOf, columnOf, full, inputOf, rowOf, sheet, sheetsOf, textsOf } from "./fixtures";
import { firstTabs, lastTabs } from "../tabs";

const models = sheetsOf(full, { printableFiches: true });

describe("every document of a run is there", () => {
  test("documents are in the order of their tabs, with a fiche for each commune that has a billed school", () => {
    expect(models.map(({ key, name }) => [key, name])).toEqual([
      ...firstTabs,
      ["fiche-25036-212503600", "Fiche Avanne-Aveney"],
      ["fiche-25056-212505600", "Fiche Besançon"],
      ["fiche-25112-212511200", "Fiche Chalezeule"],
      ["fiche-25364-212536400", "Fiche Mamirolle"],
      ["fiches-impression", "Fiches (impression)"],
      ...lastTabs,
    ]);
  });

  test("documents that leave the office have no gridlines, and a file opens on the points, or else on « Récapitulatif »", () => {
    const plain = models.filter(({ hidesGridlines }) => hidesGridlines === true).map(({ key }) => key);
    expect(plain.filter((key) => !key.startsWith("fiche"))).toEqual(["recapitulatif", "titre"]);
    expect(plain.filter((key) => key.startsWith("fiche"))).toHaveLength(5);
    const fronts = (reading: typeof full) => sheetsOf(reading).flatMap(({ key, isFront }) => (isFront ? [key] : []));
    const inOrder = given.reading([given.schoolA], [given.quantity(given.schoolA, "POSTE_STD", "maintenance", 3)]);
    expect(fronts(inOrder)).toEqual(["recapitulatif"]);
    const doubtful = anomaly("warning", "unknown-column", { header: "Divers" });
    expect(fronts({ ...inOrder, anomalies: [doubtful] })).toEqual(["controles"]);
  });

  test("« Fiches (impression) » only where the options ask for it", () => {
    expect(sheetsOf(full).some(({ key }) => key === "fiches-impression")).toBe(false);
  });

  test("a commune with a school but nothing billed has a row and no fiche", () => {
    const idle = sheetsOf(given.reading([given.schoolA], []));
    expect(idle.map(({ key }) => key)).not.toContain("fiche-25112-212511200");
    expect(rowOf(sheet(idle, "recapitulatif"), "Chalezeule")[2]?.value).toBe(0);
  });

  test("each is known by its first rows alone, where its key is lost", () => {
    const known = models.map(({ key, rows }) => {
      const head = rows.slice(0, documentHeadRows).map(({ cells }) => cells.map((cell) => cell?.value ?? null));
      return [key, generatedDocumentOf(head)];
    });
    expect(known).toEqual(models.map(({ key }) => [key, key === "journal" ? "journal" : "document"]));
  });

  test("the same input gives the same cells", () => {
    expect(makeSheets(inputOf(full))).toEqual(makeSheets(inputOf(full)));
  });
});

describe("the content of a cell is safe", () => {
  test("no cell calls the add-in's functions, no formula is left without a result", () => {
    for (const cell of models.flatMap(cellsOf)) {
      expect(`${cell.formula ?? ""}${String(cell.value)}`).not.toMatch(/ORDICLASSE\./i);
      if (cell.formula !== undefined)
        expect(typeof cell.value).toBe(cell.formula.startsWith("IF(") ? "string" : "number");
    }
  });

  test.each(['=HYPERLINK("x")', "+33", "Mamirolle", "POSTE_STD"])("%s stays text", (value) => {
    const cells = models
      .flatMap(cellsOf)
      .filter((cell) => cell.value === value || String(cell.value).startsWith(`${value} · `));
    expect(cells.length).toBeGreaterThan(0);
    for (const cell of cells) {
      expect(cell.formula).toBeUndefined();
      expect(cell.style?.numberFormat).toBe("@");
    }
  });

  test("every link to a generated sheet leads to one that exists", () => {
    const names = new Set([...models.map(({ name }) => name), given.parc.name]);
    for (const { link } of models.flatMap(cellsOf)) if (link !== undefined) expect(names).toContain(link.sheet);
  });
});

describe("a fiche is a statement prepared for the CAGB", () => {
  const fiche = sheet(models, "fiche-25112-212511200");
  const [amount, source] = ["Montant", "Source"].map((title) => columnOf(fiche, title)) as [number, number];

  test("it says what the CAGB claims, in figures and words, and never that the commune owes the Ville", () => {
    const due = rowOf(fiche, "Quote-part que la CAGB vous demandera de rembourser");
    expect(due.map((cell) => cell?.value)).toContain(1011.05);
    const all = textsOf(fiche).join("\n").replace(/\s/g, " ");
    expect(all).toContain("Mille onze euros et cinq centimes.");
    expect(all).not.toMatch(/doit à la Ville|due? à la Ville/i);
    expect(all).toContain("Convention Ville – CAGB (délibération n° 58)");
  });

  test("each line shows quantity, price, amount, code and the cells it comes from", () => {
    const line = fiche.rows.map(({ cells }) => cells).find((cells) => cells[amount]?.value === 516.04)!; // 14 × 36.86
    expect(
      line.slice(line.findIndex((cell) => cell?.value === "Poste client standard")).map((cell) => cell?.value),
    ).toEqual(["Poste client standard", null, 14, 36.86, 516.04, "Maintenance", "Parc 01.11.2014!E12", "POSTE_STD"]);
    expect(line[source]?.link).toEqual({ sheet: "Parc 01.11.2014", cell: "E12" });
  });

  test("several cells are told by the first and their number, a link names another file", () => {
    const sources = [given.cells(given.effectifs, 4, 7, 8), given.cells(given.effectifs, 5, 9)];
    const input = given.reading(
      [given.schoolA],
      [given.quantity(given.schoolA, "POSTE_STD", "maintenance", 3, sources)],
    );
    const line = rowOf(sheet(sheetsOf(input), "fiche-25112-212511200"), "[effectifs.xlsx]Effectifs!E8 et 2 autres");
    expect(line[source]?.link).toEqual({ sheet: "Effectifs", cell: "E8", file: "effectifs.xlsx" });
  });

  test("a shared line is a constant that names its key", () => {
    const shares = [
      { commune: "Chalezeule", weight: 3 },
      { commune: "Mamirolle", weight: 2 },
    ];
    const shared = sheetsOf(given.golden, {
      sharingKeys: [{ commune: "Chalezeule", school: "École élémentaire", shares }],
    });
    const line = rowOf(sheet(shared, "fiche-25112-212511200"), "Imprimante jet encre (clé 3/5)");
    expect(line[amount]).toMatchObject({ value: 9.47 }); // 15.79 × 3/5 = 9.474
    expect(line[amount]?.formula).toBeUndefined();
  });
});

describe("the récapitulatif says why its numbers of schools do not add up", () => {
  const noted = (options: Parameters<typeof sheetsOf>[1]) =>
    textsOf(sheet(sheetsOf(given.golden, options), "recapitulatif")).some((one) => one.includes("école partagée"));

  test("the récapitulatif explains its numbers of schools where a key shares a school, and there only", () => {
    const shares = [
      { commune: "Chalezeule", weight: 3 },
      { commune: "Mamirolle", weight: 2 },
    ];
    expect(noted({ sharingKeys: [{ commune: "Chalezeule", school: "École élémentaire", shares }] })).toBe(true);
    expect(noted({})).toBe(false);
  });
});
