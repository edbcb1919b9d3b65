import { titreObject, titreShortObject } from "../../src/documents/finance-names";
import type { SheetModel } from "../../src/documents";
import { defaultOptions, type Options } from "../../src/options";
import { campaignOf, type Grid } from "../../src/tariff";
import { makeSheets, makeStatement } from "../at-once";
import * as given from "../statement/fixtures";
import { full, inputOf, rowOf, sheet } from "./fixtures";
import { overflowing } from "./overflow";
import { at, basis, boxStarts, entry, particulars, plain, titreOf, values, plainTexts } from "./titre-fixtures";

const titre = titreOf(full);

/** The état of the campaign that the convention is renewed for. */
function of2015(options: Partial<Options>): SheetModel {
  const all = { ...defaultOptions, ...options };
  const statement = makeStatement(full, given.grid, campaignOf(2015), all);
  return sheet(makeSheets({ ...inputOf(full), statement }), "titre");
}

describe("the titre says whose it is", () => {
  test("creditor and debtor side by side, each in a box that frames what it says", () => {
    const row = titre.rows.findIndex(({ cells }) => cells[0]?.value === "Créancier");
    const box = (column: number) => [0, 1, 2, 3].map((line) => titre.rows[row + line]!.cells[column] ?? null);
    expect(values(box(0))).toEqual([
      ...["Créancier", "Ville de Besançon", "Adresse : ………"],
      "SIREN 212 500 565 · SIRET ………",
    ]);
    expect(values(box(boxStarts.debtor))).toEqual([
      ...["Débiteur", "Communauté d’agglomération du Grand Besançon (CAGB)", "Adresse : ………"],
      "SIREN 242 500 361 · SIRET ………",
    ]);
    for (const column of [boxStarts.creditor, boxStarts.debtor]) {
      expect(box(column).map((cell) => cell?.span)).toEqual([5, 5, 5, 5]);
      expect(box(column).map((cell) => cell?.style?.borders?.left)).toEqual(Array(4).fill("thin"));
      expect(box(column + 4).map((cell) => cell?.style?.borders?.right)).toEqual(Array(4).fill("thin"));
      expect(box(column)[0]?.style?.borders?.top).toBe("thin");
      expect(box(column)[3]?.style?.borders?.bottom).toBe("thin");
    }
    const wide = (from: number) => titre.widths.slice(from, from + 5).reduce((sum, width) => sum + width, 0);
    expect(wide(boxStarts.creditor)).toBe(wide(boxStarts.debtor));
    expect(box(boxStarts.debtor - 1)).toEqual([null, null, null, null]);
  });

  test("what neither the act nor the options give is dots on the page, never invented, nor « à confirmer »", () => {
    expect(plainTexts(titre)).toEqual(
      expect.arrayContaining([
        "Affaire suivie par ………",
        "État n° 2014-01, version 1 · établi le ………",
        "Bordereau n° ……… · titre n° ………",
        "Délibération n° 58 du conseil municipal, séance du ………, reçue en préfecture le 14 novembre 2014",
        "Ville – CAGB, signée le ……… (un an, reconductible une fois)",
      ]),
    );
    expect(plain(titre)).not.toMatch(/à confirmer|Mégevand|Budget|hors champ|Chorus|article [^d]/i);
  });

  test("the particulars of the options are printed in their place", () => {
    const model = titreOf(full, { particulars });
    expect(plainTexts(model)).toEqual(
      expect.arrayContaining([
        "Exercice 2014 · Budget principal",
        "Direction des systèmes d’information",
        "Affaire suivie par Mme Michel, 03 81 00 00 00",
        "État n° 2014-07, version 1 · établi le 25 novembre 2014",
        "2 rue Mégevand, 25034 Besançon Cedex",
        "SIRET 212 500 565 00016",
        "4 rue Gabriel-Plançon, 25043 Besançon Cedex",
        "SIRET 242 500 361 00017 · service Chorus FACTURES_PUBLIQUES",
        "Délibération n° 58 du conseil municipal, séance du 6 novembre 2014, reçue en préfecture le 14 novembre 2014",
        "Ville – CAGB, signée le 1ᵉʳ décembre 2014 (un an, reconductible une fois), article 4",
      ]),
    );
    expect(overflowing(model)).toEqual([]);
  });

  test("the account, with what the chart of accounts calls it; no VAT; article 24", () => {
    expect(entry(titre, "Imputation")).toBe(
      "70.020.70876.004839.10100 : produits des services, du domaine et ventes diverses, remboursement de frais par le GFP de rattachement",
    );
    const unnamed = (headings: readonly string[]) => {
      const { convention } = campaignOf(2014);
      const creditLine = convention.creditLine.map((part) =>
        headings.includes(part.heading) ? { ...part, label: "" } : part,
      );
      const campaign = campaignOf(2014, { ...convention, creditLine });
      const statement = makeStatement(full, given.grid, campaign, defaultOptions);
      return entry(sheet(makeSheets({ ...inputOf(full), statement }), "titre"), "Imputation");
    };
    expect(unnamed(["Nature"])).toBe(
      "70.020.70876.004839.10100 : produits des services, du domaine et ventes diverses",
    );
    expect(unnamed(["Chapitre", "Nature"])).toBe("70.020.70876.004839.10100");
    expect(entry(titre, "TVA")).toBe("Le tarif voté ne comporte pas de TVA, montants nets");
    expect(plain(titre)).toContain("Bases de la liquidation (décret n° 2012-1246, art. 24)");
  });

  test("the year that the convention is renewed for says by which decision; its first year does not", () => {
    expect(entry(of2015({}), "Reconduction")).toBe("Décision du ………");
    expect(entry(of2015({ particulars }), "Reconduction")).toBe("Décision du 15 octobre 2015");
    expect(plainTexts(of2015({}))).toContain("État n° 2015-01, version 1 · établi le ………");
    expect(plainTexts(titre)).not.toContain("Reconduction");
  });

  test("a tariff of the user's own workbook is by the act that it names, there and among what is joined", () => {
    const own: Grid = { ...given.grid, act: "Délibération n° 12 du 3 juin 2016", origin: "workbook" };
    const model = sheet(makeSheets(inputOf(full, {}, {}, own)), "titre");
    expect(entry(model, "Acte")).toBe("Délibération n° 12 du 3 juin 2016 (tarif saisi par le service)");
    expect(plain(model)).toContain("3. délibération n° 12 du 3 juin 2016");
    expect(plain(model)).not.toContain("n° 58");
  });

  test("the labels of the titre, the short one and the long one, stand on the page, each in a cell to copy", () => {
    expect(entry(titre, "Libellé")).toBe(titreShortObject(given.stateOf(full)));
    expect(entry(titre, "Libellé long")).toBe(titreObject(given.stateOf(full)));
  });

  test("the documents joined to the titre are numbered: the annex, the fiches, the act, the convention", () => {
    expect(plainTexts(titre)).toContain(
      "Pièces jointes : 1. récapitulation par commune (annexe 1) ; 2. quatre fiches communales ; 3. délibération n° 58 ; 4. convention.",
    );
    const one = titreOf(given.reading([given.schoolA], given.quantities(given.schoolA, { "POSTE_STD m": 1 })));
    expect(plain(one)).toContain("2. une fiche communale");
  });

  test("the decision that renews the convention is joined where it covers the campaign, and the arrêté that the signatory names", () => {
    const signatory = { name: "Danielle Martin", title: "Adjointe déléguée", delegation: "n° 3 du 4 avril 2014" };
    const joined = (model: SheetModel) => /4\. convention.*$/.exec(plain(model).split("Annexe 1 :")[0]!)![0].trim();
    expect(joined(of2015({}))).toBe("4. convention ; 5. décision de reconduction.");
    expect(joined(of2015({ signatory }))).toBe(
      "4. convention ; 5. décision de reconduction ; 6. arrêté de délégation.",
    );
    expect(joined(titreOf(full, { signatory }))).toBe("4. convention ; 5. arrêté de délégation.");
    // A whole formula that names none.
    const formula = { ...signatory, delegation: "Pour le Maire, l’Adjointe déléguée" };
    expect(joined(titreOf(full, { signatory: formula }))).toBe("4. convention.");
    const named = { ...signatory, delegation: "Pour le Maire, par arrêté n° 3" };
    expect(joined(titreOf(full, { signatory: named }))).toBe("4. convention ; 5. arrêté de délégation.");
  });

  test("each page, the annex alone too, says at its foot which état it is of, an & of its number being doubled", () => {
    const foot = (model: SheetModel) => model.print.footer.map((part) => part.replace(/\s/g, " "));
    expect(foot(of2015({}))).toEqual([
      ...["Campagne 2015 · état n° 2015-01, version 1", "", "État liquidatif · page &P / &N"],
    ]);
    expect(foot(titreOf(full, { particulars: { stateNumber: "A&B" } }))[0]).toBe(
      "Campagne 2014 · état n° A&&B, version 1",
    );
  });

  test("its number, version and day are black, as the numbers that finance gives are", () => {
    const heads = titre.rows.slice(1, 3).map(({ cells }) => cells[at.last]);
    expect(heads.map((cell) => String(cell?.value).split("\u00a0")[0])).toEqual(["État n°", "Bordereau n°"]);
    expect(heads.map((cell) => cell?.style?.color)).toEqual([undefined, undefined]);
  });

  test("the way back is on the screen, on the right of what is printed", () => {
    const { column, cell } = titre.rows
      .flatMap(({ cells }) => cells.map((one, at) => ({ column: at, cell: one })))
      .find((one) => one.cell?.link !== undefined)!;
    expect(cell).toMatchObject({ value: "← Récapitulatif", link: { sheet: "Récapitulatif", cell: "A1" } });
    expect(titre.print.area.lastColumn).toBe(column - 1);
  });
});

describe("the bases of the liquidation are all there", () => {
  const model = titreOf(given.golden);
  const bases = (group: string, end: string): unknown[][] => {
    const rows = model.rows.map(({ cells }) => basis(cells));
    const [top, bottom] = [rows.findIndex(([first]) => first === group), rows.findIndex(([first]) => first === end)];
    return rows.slice(top + 1, bottom);
  };
  const [installed, maintained] = ["Sous-total des installations", "Sous-total de la maintenance"];

  test("installations: quantity × price, the amount under who bears it", () => {
    // School A: 2 machines, 1 software, 3 parts; school B: everything new.
    expect(bases("Installations du 2 novembre 2013 au 1ᵉʳ novembre 2014", installed)).toEqual([
      ["Pack logiciel / école", 1, 895, 895, null, 895],
      ["Serveur standard / école", 1, 632, null, 632, 632],
      ["Poste client standard", 10, 31.6, null, 316, 316], // (2 + 8) × 31.60
      ["Serveur spécifique", 1, 947.96, null, 947.96, 947.96],
      ["Poste spécifique", 2, 84.26, null, 168.52, 168.52], // 2 × 84.26
      ["Logiciel spécifique", 1, 21.06, null, 21.06, 21.06],
      ["Pièces détachées", 3, 21.06, null, 63.18, 63.18], // 3 × 21.06
    ]);
  });

  test("maintenance, then both sub-totals and the total, each the sum of what is above it", () => {
    expect(bases("Maintenance annuelle, matériel et effectifs au 1ᵉʳ novembre 2014", maintained)).toEqual([
      ["Accès Portail éducatif/enfant", 169, 5.27, 890.63, null, 890.63], // (112 + 57) × 5.27
      ["Pack logiciel / école", 2, 211, 422, null, 422],
      ["Serveur standard / école", 2, 263.33, null, 526.66, 526.66],
      ["Poste client standard", 22, 36.86, null, 810.92, 810.92], // (14 + 8) × 36.86
      ["Serveur spécifique", 1, 315.18, null, 315.18, 315.18],
      ["Poste spécifique", 3, 47.39, null, 142.17, 142.17], // (1 + 2) × 47.39
      ["Logiciel spécifique", 2, 10.53, null, 21.06, 21.06],
      ["Imprimante jet encre", 1, 15.79, null, 15.79, 15.79],
    ]);
    const amounts = (of: string) => basis(rowOf(model, of)).slice(3);
    const installation = 632 + 316 + 947.96 + 168.52 + 21.06 + 63.18;
    const maintenance = 526.66 + 810.92 + 315.18 + 142.17 + 21.06 + 15.79;
    const sums = (...parts: number[]) => parts.map((part) => Number(part.toFixed(2)));
    expect(amounts(installed)).toEqual(sums(895, installation, 895 + installation));
    expect(amounts(maintained)).toEqual(sums(890.63 + 422, maintenance, 890.63 + 422 + maintenance));
    expect(amounts("Total du titre")).toEqual([2207.63, 3980.5, 6188.13]); // 895 + 1 312.63, 2 148.72 + 1 831.78
    const { cells } = model.rows[model.rows.findIndex((row) => row.cells[0]?.value === "Total du titre")]!;
    for (const cell of cells.slice(at.cagb, at.total + 1)) expect(cell?.formula).toMatch(/^[I-K]\d+\+[I-K]\d+$/);
    const bold = model.rows.flatMap(({ cells: row }) =>
      row.filter((cell) => cell?.style?.bold === true && typeof cell.value === "number"),
    );
    expect(bold.slice(0, 3)).toEqual(cells.slice(at.cagb, at.total + 1));
  });

  test("a prestation borne by both payers has a base for each, which says who", () => {
    const both = given.reading([given.schoolA], [given.quantity(given.schoolA, "TABLETTE", "installation", 3)]);
    const { rows } = sheet(makeSheets(inputOf(both, {}, {}, given.splitGrid)), "titre");
    expect(rows.map(({ cells }) => basis(cells)).filter(([first]) => /^Tablette/.test(String(first)))).toEqual([
      ["Tablette (CAGB)", 3, 10, 30, null, 30],
      ["Tablette (Commune)", 3, 20, null, 60, 60],
    ]);
  });

  test("a base whose share leaves the titre takes its amount from « Répartition », without a product", () => {
    const shares = [
      { commune: "Chalezeule", weight: 3 },
      { commune: "Besançon", weight: 2 },
    ];
    const sharingKeys = [{ commune: "Chalezeule", school: "École élémentaire", shares }];
    const printer = rowOf(titreOf(given.golden, { sharingKeys, besancon: "cagb-share-only" }), "Imprimante jet encre");
    expect(printer[at.commune]).toMatchObject({ value: 9.47, formula: expect.stringMatching(/^'Répartition'!/) }); // 15.79 × 3/5
  });

  test("the note, black, says that the CAGB owes the whole, to how many communes it claims, and what Besançon's own part is", () => {
    // Besançon, in `full`: 2 machines installed at 31.60 and no more; three other communes owe something.
    expect(plainTexts(titre).map((text) => text.replace(/\s/g, " "))).toContain(
      "La CAGB doit la totalité du titre ; elle refacture les quotes-parts à 4 communes (annexe 1), dont Besançon pour 63,20 €.",
    );
    const note = titre.rows
      .flatMap(({ cells }) => cells)
      .find((cell) => String(cell?.value).startsWith("La CAGB doit"));
    expect(note?.style?.color).toBeUndefined();
    expect(plain(model)).toContain("elle refacture les quotes-parts à 2 communes (annexe 1).");
    expect(plain(titreOf(full, { besancon: "left-out" }))).toContain(
      "(annexe 1). Besançon : 158,10 € à la charge de la CAGB et 63,20 € de quote-part, laissés hors du titre.",
    );
    const packs = given.reading([given.schoolA], given.quantities(given.schoolA, { "PACK m": 1 }));
    expect(plain(titreOf(packs))).toContain("Aucune quote-part n’est à refacturer : la CAGB prend tout en charge.");
  });
});
