import type { Cell } from "../../../src/cells";
import { read, readWith, sheet, type Read } from "../workbook-of";

const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const posts = (result: Read): number[] =>
  ["École du Bourg", "École du Pont"].map((school) => result.quantity(school, "POSTE_STD"));

/** Two forms, one below the other, with some lines between the school and what is counted. */
function forms(first: readonly (readonly Cell[])[], second: readonly (readonly Cell[])[]) {
  return sheet("Fiches", [
    ["Commune", "Beure"],
    ["École", "École du Bourg"],
    ...first,
    ["Élèves", 20],
    ["Postes clients standard", 12],
    [],
    ["Commune", "Pirey"],
    ["École", "École du Pont"],
    ...second,
    ["Élèves", 40],
    ["Postes clients standard", 9],
  ]);
}

describe("a line of a form that says that its school is perhaps not due is asked, of that school alone", () => {
  test.each<[string, Cell, string]>([
    ["École conventionnée", "non", "undue-remark"],
    ["Adhère au dispositif :", "non", "undue-remark"],
    ["École ouverte", "non", "undue-remark"],
    ["À facturer", "non", "undue-remark"],
    ["Fiche retournée", "non", "undue-remark"],
    ["Contrat", "hors contrat", "undue-remark"],
    ["Part facturable", "50 %", "undue-remark"],
    ["Date de fermeture", "05/07/2014", "undue-remark"],
    ["Observations", "école fermée depuis juillet", "undue-note"],
    ["Date du recensement", "12/11/2013", "correcting-text"],
  ])("« %s | %s »", (label, value, code) => {
    const first = label.startsWith("Part") ? "100 %" : "oui";
    const result = read(forms([[label, first]], [[label, value]]));
    expect([errors(result), posts(result)]).toEqual([[`error ${code} B9`], [12, 0]]);
  });

  test.each<[string, Cell, Cell]>([
    ["École conventionnée", "oui", "oui"],
    ["Classe unique", "non", "oui"],
    ["Date de fermeture", "05/07/2019", "05/07/2019"],
    ["Date du recensement", "28/10/2014", "30/10/2014"],
    ["Ouverte le", "1er septembre 2005", "1er septembre 1998"],
    ["Ouverte en", 1998, 2005],
    ["Part facturable", "100 %", "100 %"],
  ])("a line of a form without such a meaning is not asked about: « %s | %s »", (label, first, second) => {
    const result = read(forms([[label, first]], [[label, second]]));
    expect([errors(result), posts(result)]).toEqual([[], [12, 9]]);
  });

  test("a line of a form is asked about until the user answers that it has no effect", () => {
    const said = { words: [{ kind: "state" as const, word: "École ouverte : non", as: "in-service" }] };
    const result = readWith(said, forms([["École ouverte", "oui"]], [["École ouverte", "non"]]));
    expect([errors(result), posts(result)]).toEqual([[], [12, 9]]);
  });
});

describe("a form with two columns of values", () => {
  const form = (...headings: readonly string[]) =>
    sheet("Fiche", [
      ["Commune", "Beure"],
      ["École", "École du Bourg"],
      headings,
      ["Élèves", 24, 20],
      ["Postes clients standard", 12, 11],
    ]);

  test("is billed by the one of the campaign, as the headings right above say", () => {
    const result = read(form("Situation au", "01/11/2013", "01/11/2014"));
    expect([errors(result), result.quantity("École du Bourg", "POSTE_STD")]).toEqual([[], 11]);
    expect(result.quantity("École du Bourg", "PORTAIL")).toBe(20);
  });

  test("is not headed by the name of its director", () => {
    const result = read(
      sheet("Fiche", [
        ["Commune", "Beure"],
        ["École", "École du Bourg", "N-1"],
        ["Directeur", "Monsieur Barthod"],
        ["Élèves", 24, 20],
        ["Postes clients standard", 12, 11],
      ]),
    );
    expect([errors(result), result.quantity("École du Bourg", "POSTE_STD")]).toEqual([[], 12]);
  });

  test("is asked by its headings where nobody reads them, and billed by the one that is said", () => {
    const spec = form("", "Déclaré par la direction", "Constaté par le technicien");
    expect(errors(read(spec))).toEqual(["error unclear-header C3"]);
    const said = { words: [{ kind: "header" as const, word: "Constaté par le technicien", as: "quantity" }] };
    const result = readWith(said, spec);
    expect([errors(result), result.quantity("École du Bourg", "POSTE_STD")]).toEqual([[], 11]);
  });

  test("is asked at its first number where nothing heads it, and follows what is said there", () => {
    const spec = form("", "", "");
    expect(errors(read(spec))).toEqual(["error unclear-header C4"]);
    const result = readWith({ mappings: [{ file: null, sheet: "Fiche", cell: "C4", as: "ignored" }] }, spec);
    expect([errors(result), result.quantity("École du Bourg", "POSTE_STD")]).toEqual([[], 12]);
  });
});
