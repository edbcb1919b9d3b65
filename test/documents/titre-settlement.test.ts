import type { SheetModel } from "../../src/documents";
import type { Anomaly } from "../../src/messages";
import type { Options } from "../../src/options";
import { layOut } from "../../src/pdf/geometry";
import type { TariffRow } from "../../src/tariff";
import { makeSheets } from "../at-once";
import { testInDepth } from "../depth";
import * as given from "../statement/fixtures";
import { acceptedError, full, inputOf, sheet } from "./fixtures";
import { overflowing } from "./overflow";
import { at, boxStarts, particulars, plain, printedTexts, titreOf } from "./titre-fixtures";

const titre = titreOf(full);

describe("who signs", () => {
  const signatory = { name: "Danielle Martin", title: "Adjointe déléguée", delegation: "Arrêté n° 3 du 4 avril 2014" };
  /** What each box says, from the left. */
  const boxes = (model: SheetModel) => {
    const row = model.rows.findIndex(({ cells }) => cells[boxStarts.ordonnateur]?.value === "L’ordonnateur");
    const end = model.rows.findIndex(({ cells }, at) => at > row && cells.length === 0);
    const said = (column: number) =>
      model.rows.slice(row, end).flatMap(({ cells }) => {
        const value = cells[column]?.value;
        return typeof value === "string" ? [value.replace(/\s/g, " ")] : [];
      });
    return [said(boxStarts.counted), said(boxStarts.visa), said(boxStarts.ordonnateur)];
  };

  test("three boxes under the sum in words: who counted, the finance department, the ordonnateur", () => {
    expect(plain(titreOf(given.golden))).toContain(
      "Arrêté le présent état liquidatif à la somme de SIX MILLE CENT QUATRE-VINGT-HUIT EUROS ET TREIZE CENTIMES (6 188,13 €).",
    );
    expect(boxes(titre)).toEqual([
      ["Certifié exact, quantités constatées", "Département TIC", "Qualité : ………", "Prénom, nom : ………", "le ………"],
      ["Visa du service des finances", "Qualité : ………", "Prénom, nom : ………", "le ………"],
      [
        ...["L’ordonnateur", "Pour le Maire et par délégation,", "arrêté de délégation n° ……… du ………"],
        ...["Qualité : ………", "Prénom, nom : ………", "le ………"],
      ],
    ]);
  });

  test("the signatory of the options is in the ordonnateur's box, and the service of the options in that of who counted", () => {
    const [counted, , ordonnateur] = boxes(titreOf(full, { signatory, particulars }));
    expect(counted).toContain("Direction des systèmes d’information");
    expect(ordonnateur).toEqual([
      ...["L’ordonnateur", "Pour le Maire et par délégation,"],
      ...["Arrêté n° 3 du 4 avril 2014", "Adjointe déléguée", "Danielle Martin", "le ………"],
    ]);
  });

  test.each(["Pour le Maire, l’Adjointe déléguée", "Par délégation du Maire", "La Maire, par délégation"])(
    "« %s », a whole formula, takes the place of the usual one",
    (delegation) => {
      expect(boxes(titreOf(full, { signatory: { ...signatory, delegation } }))[2]).toEqual([
        ...["L’ordonnateur", delegation, "Adjointe déléguée", "Danielle Martin", "le ………"],
      ]);
    },
  );

  test("first name, and number and day of the arrêté, have their own places; the arrêté is then among what is joined", () => {
    const decree = { signatoryFirstName: "Danielle", delegationNumber: "2014-12", delegationOn: "2014-04-05" };
    const said = ["arrêté de délégation n° 2014-12 du 5 avril 2014", "Adjointe déléguée", "Danielle Martin", "le ………"];
    const signed = { ...signatory, name: "Martin", delegation: "" };
    const model = titreOf(full, { signatory: signed, particulars: decree });
    expect(boxes(model)[2]).toEqual(["L’ordonnateur", "Pour le Maire et par délégation,", ...said]);
    expect(plain(model)).toMatch(/Pièces jointes : .*arrêté de délégation\./);
    const whole = { ...signed, delegation: "Pour le Maire, l’Adjointe déléguée" };
    expect(boxes(titreOf(full, { signatory: whole, particulars: decree }))[2]).toEqual([
      ...["L’ordonnateur", whole.delegation, ...said],
    ]);
    const { delegationNumber } = decree;
    expect(boxes(titreOf(full, { signatory, particulars: { delegationNumber } }))[2]).toContain(
      "arrêté de délégation n° 2014-12 du ………",
    );
  });

  test.each(["Maire", "Le Maire", "Maire de Besançon", "Madame la Maire"])("%s signs in their own name", (title) => {
    const model = titreOf(full, { signatory: { name: "Danielle Martin", title, delegation: "" } });
    expect(boxes(model)[2]).toEqual(["L’ordonnateur", title, "Danielle Martin", "le ………"]);
    expect(plain(model)).not.toMatch(/délégation/);
  });

  test("who is near the Maire does not sign in their own name, nor a Maire who gives a delegation", () => {
    for (const title of ["Adjointe au Maire", "Maire-adjointe", "Maire délégué de Velotte", "Présidente"])
      expect(boxes(titreOf(full, { signatory: { ...signatory, title, delegation: "" } }))[2]).toContain(
        "Pour le Maire et par délégation,",
      );
    expect(boxes(titreOf(full, { signatory: { ...signatory, title: "Maire" } }))[2]).toContain(signatory.delegation);
  });

  test("a signatory whose quality or delegation is not known is asked for them", () => {
    expect(boxes(titreOf(full, { signatory: { ...signatory, title: "", delegation: "" } }))[2]).toEqual([
      ...["L’ordonnateur", "Pour le Maire et par délégation,", "arrêté de délégation n° ……… du ………"],
      ...["Qualité : ………", "Danielle Martin", "le ………"],
    ]);
  });

  test("a long name or title takes as many lines as it needs within its box, and leaves room to sign", () => {
    const title = "Conseillère municipale déléguée aux finances, à la commande publique et au contrôle de gestion";
    const name = `Mme ${"Dupont-Bellefontaine ".repeat(4).trim()}`;
    const model = titreOf(full, { signatory: { name, title, delegation: signatory.delegation } });
    expect(boxes(model)[2]).toEqual(expect.arrayContaining([title, name]));
    expect(overflowing(model)).toEqual([]);
    const last = model.rows.findIndex(({ cells }) => cells[boxStarts.ordonnateur]?.value === name);
    expect(model.rows.slice(last + 1).findIndex(({ cells }) => cells.length === 0)).toBeGreaterThanOrEqual(2);
    expect(layOut(model).pages).toHaveLength(2);
  });

  test("a provisional état says why it is not arrêté, and has no place to sign", () => {
    const made = (count: number) => titreOf({ ...full, anomalies: Array<Anomaly>(count).fill(acceptedError) });
    expect(plain(made(1))).toContain("État provisoire, non arrêté : un point reste à corriger");
    expect(plain(made(2))).toContain("État provisoire, non arrêté : 2 points restent à corriger");
    for (const absent of ["Arrêté le présent", "Certifié exact", "Visa du service", "L’ordonnateur", "Pour le Maire"])
      expect(plain(made(1))).not.toContain(absent);
    expect(made(1).print.header[1]).toBe("PROVISOIRE");
    expect(titre.print.header[1]).toBe("");
  });
});

describe("the signed part of the titre is on one page, and the communes on the next one", () => {
  const hosts = Array.from({ length: 75 }, (_one, index) =>
    given.school(given.commune(String(25101 + index), `Commune ${index}`), "École", index),
  );
  const signedParts = [
    "État liquidatif à l’appui",
    "Objet",
    "Total du titre",
    "Arrêté le présent",
    "L’ordonnateur",
    "Pièces jointes",
  ];

  /** An état of so many communes. */
  const ofCommunes = (count: number, options: Partial<Options> = {}) => {
    const some = hosts.slice(0, count);
    return titreOf(
      given.reading(
        some,
        some.map((one) => given.quantity(one, "PORTAIL", "maintenance", 9)),
      ),
      options,
    );
  };

  /** An état where every row of a grid is billed, installed and maintained. */
  const ofGrid = (rows: readonly TariffRow[], options: Partial<Options> = {}) => {
    const all = rows.flatMap(({ code, prices }) =>
      (["installation", "maintenance"] as const).flatMap((nature) =>
        prices[nature].cagb === null && prices[nature].commune === null
          ? []
          : [given.quantity(given.schoolA, code, nature, 1)],
      ),
    );
    const input = inputOf(given.reading([given.schoolA], all), options, {}, { ...given.grid, rows });
    return sheet(makeSheets(input), "titre");
  };

  test.each([1, 45, 59])(
    "the titre of %i communes has two pages: the signed one, and the annex from its title to its total",
    (count) => {
      const pages = printedTexts(ofCommunes(count));
      expect(pages).toHaveLength(2);
      for (const part of signedParts) expect(pages[0]).toContain(part);
      expect(pages[1]).toMatch(/^Annexe 1\u00a0: récapitulation par commune/);
      expect(pages[1]).toContain("Total des communes");
      expect(pages[0]).not.toContain("Commune 0");
    },
  );

  test("the annex of 59 communes has the note on a shared school too", () => {
    const shares = [
      { commune: "Chalezeule", weight: 1 },
      { commune: "Mamirolle", weight: 1 },
    ];
    const sharingKeys = [{ commune: "Chalezeule", school: "École élémentaire", shares }];
    const some = [given.schoolA, ...hosts.filter(({ commune }) => commune.insee !== "25112").slice(0, 57)];
    const all = some.map((one) => given.quantity(one, "POSTE_STD", "maintenance", 2));
    const pages = printedTexts(titreOf(given.reading(some, all), { sharingKeys }));
    expect(pages).toHaveLength(2);
    expect(pages[1]!.match(/^(Commune \d+|Chalezeule|Mamirolle)$/gm)).toHaveLength(59);
    expect(pages[1]).toContain("une école partagée est comptée");
  });

  test("the annex of more communes continues under its titles, and the signed page is the same", () => {
    const model = ofCommunes(75);
    const pages = printedTexts(model);
    expect(pages).toHaveLength(3);
    for (const part of signedParts) expect(pages[0]).toContain(part);
    expect(pages[2]).toMatch(/^Commune\n/);
    expect(pages[2]).toMatch(/Commune \d+[^]*Total des communes/);
  });

  test("the signed page of the état holds every prestation of the act in both natures", () => {
    const pages = printedTexts(ofGrid(given.grid.rows));
    expect(pages).toHaveLength(2);
    for (const part of signedParts) expect(pages[0]).toContain(part);
  });

  test("the signed page of the état holds nine prestations in both natures, every particular and a signatory", () => {
    const { prices } = given.splitGrid.rows.at(-1)!;
    const oneOf = { cagb: null, commune: prices.installation.commune };
    const rows = given.grid.rows.map((row) => ({ ...row, prices: { installation: oneOf, maintenance: oneOf } }));
    const signatory = {
      name: "Danielle Martin",
      title: "Adjointe déléguée",
      delegation: "Arrêté n° 3 du 4 avril 2014",
    };
    const model = ofGrid(rows, { particulars, signatory });
    const pages = printedTexts(model);
    expect(model.rows.filter(({ cells }) => cells[at.price]?.value === 20)).toHaveLength(18);
    expect(pages).toHaveLength(2);
    for (const part of signedParts) expect(pages[0]).toContain(part);
    expect(overflowing(model)).toEqual([]);
  });

  testInDepth("the total of a tariff longer than a page stays with the sum in words and the signature", () => {
    const [row] = given.grid.rows.filter(({ code }) => code === "POSTE_STD");
    for (let count = 15; count <= 40; count += 1) {
      const rows = Array.from({ length: count }, (_one, at) => ({
        ...row!,
        code: `P${at}`,
        prestation: `Poste ${at}`,
      }));
      const pages = printedTexts(ofGrid(rows));
      const page = pages.findIndex((text) => text.includes("Total du titre"));
      for (const part of signedParts.slice(2))
        expect([count, pages[page]]).toEqual([count, expect.stringContaining(part)]);
    }
  });
});
