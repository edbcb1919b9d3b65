import { type SheetModel } from "../../src/documents";
import { creditLine, creditLineCode, creditor, debtor } from "../../src/documents/kit/parties";
import { label, stateFileName, titreObject, titreShortObject } from "../../src/documents/titre-csv";
import { campaignOf } from "../../src/tariff";
import { makeSheets } from "../at-once";
import * as given from "../statement/fixtures";
import { Spreadsheet } from "./evaluate";
import { full, inputOf, rowOf, sheet, sheetsOf, textsOf } from "./fixtures";

const titre = sheet(sheetsOf(full), "titre");
const all = textsOf(titre).join("\n");
const golden = sheetsOf(given.golden);
const plain = (model: SheetModel) => textsOf(model).join(" ").replace(/\s/g, " ");
const values = (row: ReturnType<typeof rowOf>) => row.map((cell) => cell?.value ?? null);

describe("the titre is an état liquidatif", () => {
  test("creditor, debtor, credit line and the sum in words", () => {
    expect(all).toMatch(/Ville de Besançon, SIREN/);
    expect(all).toMatch(/Communauté d’agglomération du Grand Besançon/);
    expect(all).toContain("70.020.70876.004839.10100");
    expect(plain(sheet(golden, "titre"))).toContain(
      "Arrêté le présent état liquidatif à la somme de SIX MILLE CENT QUATRE-VINGT-HUIT EUROS ET TREIZE CENTIMES (6 188,13 €).",
    );
  });

  test("a SIRET has a right key, begins with its SIREN and is never asserted", () => {
    for (const { siren, siretToConfirm } of [creditor, debtor]) {
      expect(siretToConfirm.startsWith(siren)).toBe(true);
      expect([siren, siretToConfirm].map(luhn)).toEqual([0, 0]);
    }
    expect(plain(titre).match(/SIRET [\d ]{17} \(à confirmer\)/g)).toHaveLength(2);
    expect(plain(titre).match(/SIRET/g)).toHaveLength(2);
  });

  test("the parts of the credit line, with what the chart of accounts calls them", () => {
    expect(creditLineCode).toBe("70.020.70876.004839.10100");
    for (const { heading, code, label } of creditLine)
      expect(values(rowOf(titre, heading)).slice(0, 4)).toEqual([heading, code, null, label]);
    expect(values(rowOf(titre, "Nature"))[3]).toBe("Remboursement de frais par le GFP de rattachement");
  });

  test("what the city numbers is left to fill: the état, the bordereau and the titre, the convention's date", () => {
    const filled = /^(2014-)?…+$/;
    expect(values(rowOf(titre, "État n°"))[1]).toMatch(filled);
    expect(values(rowOf(titre, "Bordereau n°"))[1]).toMatch(filled);
    expect(values(rowOf(titre, "Titre n°"))[5]).toMatch(filled);
    expect(values(rowOf(titre, "Convention"))[1]).toMatch(/signée le …+$/);
  });

  test("the act, article 24 and no VAT", () => {
    expect(plain(titre)).toContain(given.grid.act);
    expect(plain(titre)).toMatch(/article 24 du décret n° 2012-1246/);
    expect(values(rowOf(titre, "TVA"))[1]).toMatch(/les montants sont nets/);
  });
});

describe("the bases of the liquidation are all there", () => {
  const model = sheet(golden, "titre");
  const bases = (group: RegExp, end: string): unknown[][] => {
    const rows = model.rows.map(({ cells }) => values(cells));
    const [top, bottom] = [
      rows.findIndex(([first]) => group.test(String(first))),
      rows.findIndex(([first]) => first === end),
    ];
    return rows.slice(top + 1, bottom);
  };

  test("installations: unit, quantity, price, then the amount under who bears it", () => {
    // School A: 2 machines, 1 software, 3 parts; school B: everything new.
    expect(bases(/^Installation : .*2 novembre 2013.*1er novembre 2014/, "Sous-total de l’installation")).toEqual([
      ["Pack logiciel / école", "école", 1, 895, 895, null, 895],
      ["Serveur standard / école", "école", 1, 632, null, 632, 632],
      ["Poste client standard", "poste", 10, 31.6, null, 316, 316],
      ["Serveur spécifique", "serveur", 1, 947.96, null, 947.96, 947.96],
      ["Poste spécifique", "poste", 2, 84.26, null, 168.52, 168.52],
      ["Logiciel spécifique", "logiciel", 1, 21.06, null, 21.06, 21.06],
      ["Pièces détachées", "pièce", 3, 21.06, null, 63.18, 63.18],
    ]);
  });

  test("maintenance, then both sub-totals and the total", () => {
    expect(bases(/^Maintenance annuelle : .*1er novembre 2014/, "Sous-total de la maintenance")).toEqual([
      ["Accès Portail éducatif/enfant", "enfant", 169, 5.27, 890.63, null, 890.63],
      ["Pack logiciel / école", "école", 2, 211, 422, null, 422],
      ["Serveur standard / école", "école", 2, 263.33, null, 526.66, 526.66],
      ["Poste client standard", "poste", 22, 36.86, null, 810.92, 810.92],
      ["Serveur spécifique", "serveur", 1, 315.18, null, 315.18, 315.18],
      ["Poste spécifique", "poste", 3, 47.39, null, 142.17, 142.17],
      ["Logiciel spécifique", "logiciel", 2, 10.53, null, 21.06, 21.06],
      ["Imprimante jet encre", "imprimante", 1, 15.79, null, 15.79, 15.79],
    ]);
    const amounts = (label: string) => values(rowOf(model, label)).slice(4);
    expect(amounts("Sous-total de l’installation")).toEqual([895, 2148.72, 3043.72]);
    expect(amounts("Sous-total de la maintenance")).toEqual([1312.63, 1831.78, 3144.41]);
    expect(amounts("Total de la liquidation")).toEqual([2207.63, 3980.5, 6188.13]);
  });

  test("a prestation borne by both payers has a base for each", () => {
    const both = given.reading([given.schoolA], [given.quantity(given.schoolA, "TABLETTE", "installation", 3)]);
    const { rows } = sheet(makeSheets(inputOf(both, {}, {}, given.splitGrid)), "titre");
    expect(rows.map(({ cells }) => values(cells)).filter(([first]) => first === "Tablette")).toEqual([
      ["Tablette", "tablette", 3, 10, 30, null, 30],
      ["Tablette", "tablette", 3, 20, null, 60, 60],
    ]);
  });

  test("where a share leaves the titre, the amount is taken from the répartition, not multiplied", () => {
    const shares = [
      { commune: "Chalezeule", weight: 3 },
      { commune: "Besançon", weight: 2 },
    ];
    const sharingKeys = [{ commune: "Chalezeule", school: "École élémentaire", shares }];
    const models = sheetsOf(given.golden, { sharingKeys, besancon: "cagb-share-only" });
    const printer = rowOf(sheet(models, "titre"), "Imprimante jet encre");
    expect(printer[5]).toMatchObject({ value: 9.47, formula: expect.stringMatching(/^'Répartition'!/) }); // 15.79 × 3/5
  });
});

describe("the communes' parts and the CAGB's make the titre", () => {
  const model = sheet(golden, "titre");

  test("each billed commune with its codes, its schools and both parts", () => {
    expect(values(rowOf(model, "Chalezeule"))).toEqual([
      "Chalezeule",
      "25112",
      "212511200",
      1,
      801.24,
      1011.05,
      1812.29,
    ]);
    expect(values(rowOf(model, "Avanne-Aveney"))).toEqual([
      ...["Avanne-Aveney", "25036", "212503600"],
      ...[1, 1406.39, 2969.45, 4375.84],
    ]);
    expect(values(rowOf(model, "Total des communes"))).toEqual([
      "Total des communes",
      null,
      null,
      2,
      2207.63,
      3980.5,
      6188.13,
    ]);
  });

  test("both identities are live: one more machine on a fiche, and the one with the liquidation is off by its price", () => {
    const fiche = sheet(golden, "fiche-25112-212511200");
    const row = fiche.rows.findIndex(({ cells }) => cells[1]?.value === "POSTE_STD" && cells[5]?.value === 516.04);
    const gaps = (book: Spreadsheet) =>
      model.rows.flatMap(({ cells }, at) =>
        String(cells[0]?.value).startsWith("Écart avec") ? [[cells[6]?.value, book.value(model.name, at, 6)]] : [],
      );
    expect(gaps(new Spreadsheet(golden))).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(gaps(new Spreadsheet(golden, new Map([[`${fiche.name}!${row},2`, 15]])))).toEqual([
      [0, 36.86],
      [0, 0],
    ]);
  });

  test("a school that two communes share is counted once in the total, and a note says so", () => {
    const shares = [
      { commune: "Chalezeule", weight: 3 },
      { commune: "Mamirolle", weight: 2 },
    ];
    const sharingKeys = [{ commune: "Chalezeule", school: "École élémentaire", shares }];
    const shared = sheet(sheetsOf(given.golden, { sharingKeys }), "titre");
    expect(values(rowOf(shared, "Total des communes"))[3]).toBe(2);
    expect(plain(shared)).toContain("une école partagée est comptée dans chacune des communes");
    expect(plain(model)).not.toContain("école partagée");
  });

  test("with nothing billed, the état says so and is arrêté at zero", () => {
    const empty = sheet(sheetsOf(given.reading([], [])), "titre");
    expect(plain(empty)).toContain("Aucune prestation facturée.");
    expect(plain(empty)).toContain("Aucune commune facturée.");
    expect(plain(empty)).toContain("à la somme de ZÉRO EURO (0,00 €).");
  });
});

describe("who signs", () => {
  test("the signatory of the options signs by delegation; without one the block is left to fill", () => {
    expect(all).toContain("Certifié exact, à Besançon, le …");
    expect(all).toContain("Pour le Maire et par délégation,");
    for (const asked of ["Qualité : …", "Nom : …", "Prénom : …"]) expect(all).toContain(asked);
    const signatory = { name: "Danielle Martin", title: "Adjointe déléguée", delegation: "Arrêté du 4 avril 2014" };
    const signed = textsOf(sheet(sheetsOf(full, { signatory }), "titre"));
    expect(signed).toEqual(
      expect.arrayContaining([
        "Pour le Maire et par délégation,",
        "Arrêté du 4 avril 2014",
        "Adjointe déléguée",
        "Danielle Martin",
      ]),
    );
    expect(signed.join()).not.toContain("Nom : …");
  });

  test("a signatory whose quality is not known is asked for it", () => {
    const signatory = { name: "Danielle Martin", title: "", delegation: "" };
    const signed = textsOf(sheet(sheetsOf(full, { signatory }), "titre")).join();
    expect(signed).toMatch(/Pour le Maire et par délégation,.*Qualité : ….*Danielle Martin/);
  });

  test("a long name or title takes as many lines as it needs, none beyond the edge of the page", () => {
    const title = "Conseillère municipale déléguée aux finances, à la commande publique et au contrôle de gestion";
    const signatory = { name: "Mme " + "Dupont-Bellefontaine ".repeat(4).trim(), title, delegation: "" };
    const { rows, widths } = sheet(sheetsOf(full, { signatory }), "titre");
    const block = rows.flatMap(({ cells }) => (typeof cells[3]?.value === "string" ? [cells[3].value] : []));
    expect(block.join(" ")).toContain(title);
    expect(block.join(" ")).toContain(signatory.name);
    const room = widths.slice(3).reduce((total, width) => total + width, 0);
    for (const line of block) expect(line.length).toBeLessThanOrEqual(room * 1.29); // letters of a width, in Calibri
  });

  test("the credit line, the sum in words, the certification and the signature are on one page, however many communes", () => {
    const hosts = Array.from({ length: 70 }, (_one, index) =>
      given.school(given.commune(String(25101 + index), `Commune ${index}`), "École", index),
    );
    for (let count = 1; count <= hosts.length; count++) {
      const some = hosts.slice(0, count);
      const counted = some.map((one) => given.quantity(one, "PORTAIL", "maintenance", 9));
      const { print, rows } = sheet(sheetsOf(given.reading(some, counted)), "titre");
      const imputation = rows.findIndex(({ cells }) => cells[0]?.value === "Imputation");
      expect([count, print.breaksBefore.filter((start) => start > imputation)]).toEqual([count, []]);
      // The titles of the communes never stand above it alone.
      if (print.titleRows !== null) expect(print.breaksBefore).not.toContain(imputation);
    }
  });
});

describe("labels go through every finance package", () => {
  const years = Array.from({ length: 90 }, (_one, index) => campaignOf(2010 + index));

  test("ASCII capitals within the 160 characters of a titre, and within 50", () => {
    for (const campaign of years) {
      expect(titreObject(campaign)).toMatch(/^[ -`{-~]{20,160}$/);
      expect(titreShortObject(campaign)).toMatch(/^[ -`{-~]{20,50}$/);
    }
    expect(titreObject(campaignOf(2014))).toBe(
      "ORDICLASSE 2014 - MAINTENANCE ET INSTALLATIONS AU 01/11/2014 - ETAT ORDICLASSE-2014",
    );
    expect(values(rowOf(titre, "Libellé du titre"))[1]).toBe(titreObject(campaignOf(2014)));
    expect(values(rowOf(titre, "Libellé court"))[1]).toBe(titreShortObject(campaignOf(2014)));
  });

  test("the name of the PDF has no accent, no space and a short extension", () => {
    expect(stateFileName(campaignOf(2014))).toMatch(/^[\w-]{1,96}\.\w{3}$/);
  });

  test.each([
    ["Accès Portail éducatif/enfant", "ACCES PORTAIL EDUCATIF/ENFANT"],
    ["Nœud d’école – œuvre", "NOEUD D'ECOLE - OEUVRE"],
    ["12 postes à 36,86 €", "12 POSTES A 36,86"],
  ])("%s becomes %s", (text, expected) => expect(label(text, 160)).toBe(expected));

  test("what is too long is cut", () => expect(label("é".repeat(200), 160)).toBe("E".repeat(160)));
});

/** The remainder of Luhn's sum: 0 where the key is right. */
function luhn(digits: string): number {
  return (
    [...digits].reverse().reduce((sum, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
      return sum + (value > 9 ? value - 9 : value);
    }, 0) % 10
  );
}
