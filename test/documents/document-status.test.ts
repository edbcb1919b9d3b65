import { addAnalyses, type SheetModel } from "../../src/documents";
import type { Anomaly } from "../../src/messages";
import { rectify, type Edition } from "../../src/statement";
import { makeSheets } from "../at-once";
import { golden, stateOf } from "../statement/fixtures";
import { acceptedError, full, inputOf, sheet, sheetsOf, textsOf } from "./fixtures";

/** Zero-based row where a document says its status, or would. */
function statusRow({ outline }: SheetModel): number {
  return [...outline!].find(([, role]) => role === "status")![0];
}

describe("documents made in spite of errors", () => {
  const made = (anomalies: readonly object[]) =>
    sheetsOf({ ...full, anomalies: anomalies as Anomaly[] }, { printableFiches: true });
  const saying = (all: readonly SheetModel[]) =>
    all.filter((model) => textsOf(model).some((one) => one.startsWith("Provisoire"))).map(({ key }) => key);

  test("those that are sent say how many points are not billed; without errors, none does", () => {
    const sent = (all: readonly SheetModel[]) =>
      all.map(({ key }) => key).filter((key) => /^(titre|recapitulatif|fiche)/.test(key));
    const forced = made([acceptedError, acceptedError]);
    expect(saying(forced)).toEqual(sent(forced));
    expect(textsOf(sheet(forced, "titre")).join()).toContain("2 points restent à corriger");
    expect(saying(made([{ ...acceptedError, severity: "warning" }]))).toEqual([]);
  });

  test("and nothing else in them changes: the row is one that is blank without, and no row moves", () => {
    const [with_, without] = [made([acceptedError]), made([])].map((all) => sheet(all, "recapitulatif"));
    const at = statusRow(with_!);
    expect(with_!.rows.map((row, index) => (index === at ? without!.rows[at] : row))).toEqual(without!.rows);
    for (const key of saying(made([acceptedError]))) {
      const clean = sheet(made([]), key);
      expect([key, statusRow(clean)]).toEqual([key, statusRow(sheet(made([acceptedError]), key))]);
      expect([key, clean.rows[statusRow(clean)]!.cells]).toEqual([key, []]);
    }
  });

  test("but that the état is not arrêté, and that nobody signs it: above, it is the same", () => {
    const [with_, without] = [made([acceptedError]), made([])].map((all) => sheet(all, "titre"));
    const at = statusRow(with_!);
    const total = without!.rows.findIndex(({ cells }) => cells[0]?.value === "Total du titre");
    const above = ({ rows }: SheetModel) => rows.slice(0, total + 1).map(({ cells }, row) => (row === at ? [] : cells));
    expect(above(with_!)).toEqual(above(without!));
    expect(textsOf(with_!).join()).toContain("État provisoire, non arrêté : un point reste à corriger");
    expect(textsOf(with_!).join()).not.toContain("L’ordonnateur");
  });

  test.each(["titre", "recapitulatif"])(
    "every page of « %s » says it in its header; without errors, none does",
    (key) => {
      expect(sheet(made([acceptedError]), key).print.header[1]).toBe("PROVISOIRE");
      expect(sheet(made([]), key).print.header[1]).toBe("");
    },
  );
});

describe("documents of another état than the one issued", () => {
  const issued = { number: "2014-01", version: 1, date: "2014-11-28", bordereau: "12", titre: "345" };
  const made = (edition: Partial<Edition>, anomalies: readonly Anomaly[] = []) => {
    const input = inputOf({ ...full, anomalies });
    const statement = { ...input.statement, edition: { version: 2, issued, differs: null, ...edition } };
    return makeSheets({ ...input, statement });
  };
  const said = (all: readonly SheetModel[]) => textsOf(sheet(all, "titre")).join(" ").replace(/\s/g, " ");

  test("say, each that is sent and on each page, that they are not to be issued; nobody signs the état", () => {
    const all = made({ differs: "amounts" });
    const sent = all.filter(({ key }) => /^(titre|recapitulatif|fiche)/.test(key));
    for (const model of sent) {
      expect(textsOf(model).join(" ").replace(/\s/g, " ")).toContain(
        "À ne pas émettre : autre que l’état n° 2014-01, version 1, émis le 28/11/2014 ; à rectifier.",
      );
      expect(model.print.header[1]).toBe("À NE PAS ÉMETTRE");
    }
    expect(said(all)).toContain("État non arrêté : il est autre que l’état n° 2014-01, version 1, émis le 28/11/2014.");
    expect(said(all)).not.toContain("L’ordonnateur");
    expect(said(all)).toContain("Bordereau n° ……… · titre n° ………");
  });

  test("are provisional too where errors are accepted, and say which number to take where that alone differs", () => {
    const provisional = made({ differs: "amounts" }, [acceptedError]);
    expect(said(provisional)).toContain(
      "Provisoire (un point à corriger, voir Contrôles) et à ne pas émettre : autre que l’état",
    );
    expect(sheet(provisional, "titre").print.header[1]).toBe("PROVISOIRE · À NE PAS ÉMETTRE");
    expect(said(made({ differs: "number" }))).toContain("sous un autre numéro ; reprendre son numéro.");
  });

  test("the one issued bears the numbers that finance gave it", () => {
    const same = made({});
    expect(said(same)).toContain("État n° 2014-01, version 2");
    expect(said(same)).toContain("Bordereau n° 12 · titre n° 345");
    expect(said(same)).toContain("L’ordonnateur");
  });
});

describe("documents of a statement that is rectified", () => {
  const rectification = rectify(stateOf(golden), stateOf(golden));
  const marked = (errors: number, documents = sheetsOf(full, { printableFiches: true })) =>
    addAnalyses(
      documents,
      { rectification: { rectification, file: "parc-2014.xlsx", when: "2014-11-25 14:03", errors } },
      { userSheetNames: [], ownSheets: [] },
    );
  const headers = (all: readonly SheetModel[]) =>
    all.filter(({ key }) => /^(titre|recapitulatif|fiche)/.test(key)).map(({ print }) => print.header[1]);
  const notes = (all: readonly SheetModel[]) =>
    all
      .filter(({ key }) => /^(titre|recapitulatif|fiche)/.test(key))
      .map((model) => String(model.rows[statusRow(model)]?.cells[0]?.value).replace(/\s/g, " "));

  test("say, each that is sent, that they are not what is issued; what is issued does not", () => {
    const all = marked(0);
    const said = "À ne pas émettre : ce document montre l’état une fois rectifié. C’est « Rectificatif » qui s’émet.";
    expect(new Set(notes(all))).toEqual(new Set([said]));
    expect(textsOf(sheet(all, "rectificatif")).join()).not.toContain("À ne pas émettre");
    expect(new Set(headers(all))).toEqual(new Set(["À NE PAS ÉMETTRE"]));
    expect(sheet(all, "rectificatif").print.header[1]).toBe("");
  });

  test("say so once, with the errors accepted, however often the analyses are made again", () => {
    const all = marked(2);
    const said =
      "Provisoire (2 points à corriger, voir Contrôles) et à ne pas émettre : c’est « Rectificatif » qui s’émet.";
    expect(new Set(notes(all))).toEqual(new Set([said]));
    expect(new Set(headers(all))).toEqual(new Set(["PROVISOIRE · À NE PAS ÉMETTRE"]));
    expect(marked(2, all)).toEqual(all);
  });
});
