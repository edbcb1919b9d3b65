import { addAnalyses, statusWordOf, type RunStatus, type SheetModel } from "../../src/documents";
import { unedited } from "../../src/documents/kit/hand-edits";
import type { Anomaly } from "../../src/messages";
import { rectify, type Edition } from "../../src/statement";
import { makeSheets } from "../at-once";
import * as given from "../statement/fixtures";
import { acceptedError, full, inputOf, sheet, sheetsOf, textsOf } from "./fixtures";
import { plain } from "./titre-fixtures";

const { stateOf } = given;

/** Zero-based row where a document says its status, or would. */
function statusRow({ outline }: SheetModel): number {
  return [...outline!].find(([, role]) => role === "status")![0];
}

/** Zero-based rows of which a cell says a text, and nothing else. */
function textRows({ rows }: SheetModel, said: string): number[] {
  return rows.flatMap(({ cells }, row) => (cells.some((cell) => cell?.value === said) ? [row] : []));
}

describe("documents made in spite of errors", () => {
  const made = (anomalies: readonly object[]) =>
    sheetsOf({ ...full, anomalies: anomalies as Anomaly[] }, { printableFiches: true });
  const saying = (all: readonly SheetModel[]) =>
    all.filter((model) => textsOf(model).some((one) => one.startsWith("Provisoire"))).map(({ key }) => key);

  test("those that are sent say how many points are not billed, and « Contrôles » too; without errors, none does", () => {
    const sent = (all: readonly SheetModel[]) =>
      all.map(({ key }) => key).filter((key) => /^(titre|recapitulatif|controles|fiche)/.test(key));
    const forced = made([acceptedError, acceptedError]);
    expect(saying(forced)).toEqual(sent(forced));
    expect(textsOf(sheet(forced, "titre")).join()).toContain("2 points restent à corriger");
    expect(saying(made([{ ...acceptedError, severity: "warning" }]))).toEqual([]);
  });

  test("a status changes nothing else in documents: its row is a blank one otherwise, and no row moves", () => {
    const [with_, without] = [made([acceptedError]), made([])].map((all) => sheet(all, "recapitulatif"));
    const at = statusRow(with_!);
    expect(with_!.rows.map((row, index) => (index === at ? without!.rows[at] : row))).toEqual(without!.rows);
    for (const key of saying(made([acceptedError]))) {
      const clean = sheet(made([]), key);
      expect([key, statusRow(clean)]).toEqual([key, statusRow(sheet(made([acceptedError]), key))]);
      expect([key, clean.rows[statusRow(clean)]!.cells]).toEqual([key, []]);
    }
  });

  test("a provisional état is not arrêté and nobody signs it, but is otherwise the same above", () => {
    const [with_, without] = [made([acceptedError]), made([])].map((all) => sheet(all, "titre"));
    const at = statusRow(with_!);
    const total = without!.rows.findIndex(({ cells }) => cells[0]?.value === "Total du titre");
    // Its mark points at the annex, which comes under what changes.
    const above = ({ rows }: SheetModel) =>
      rows
        .slice(0, total + 1)
        .map(({ cells }, row) => (row === at ? [] : cells.filter((cell) => cell?.value !== unedited)));
    expect(above(with_!)).toEqual(above(without!));
    expect(plain(with_!)).toContain("État provisoire, non arrêté : un point reste à corriger");
    expect(textsOf(with_!).join()).not.toContain("L’ordonnateur");
  });

  test.each(["titre", "recapitulatif", "controles", "repartition"])(
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
      "Provisoire (un point à corriger, voir « Contrôles ») et à ne pas émettre : autre que l’état",
    );
    expect(textsOf(sheet(provisional, "controles")).join(" ").replace(/\s/g, " ")).toContain(
      "À ne pas émettre : autre que l’état n° 2014-01, version 1, émis le 28/11/2014 ; à rectifier. À NE PAS ÉMETTRE",
    );
    const fiche = provisional.find(({ key }) => key.startsWith("fiche-"))!;
    expect(textsOf(fiche).join(" ").replace(/\s/g, " ")).toMatch(
      /Provisoire : aucun point à corriger n’est situé dans cette commune\. .* À ne pas émettre : autre que l’état/,
    );
    for (const { print } of [sheet(provisional, "titre"), fiche])
      expect(print.header[1]).toBe("PROVISOIRE · À NE PAS ÉMETTRE");
    expect(said(made({ differs: "number" }))).toContain("sous un autre numéro ; reprendre son numéro.");
  });

  test("the one issued bears the numbers that finance gave it", () => {
    const same = made({});
    expect(said(same)).toContain("État n° 2014-01, version 2");
    expect(said(same)).toContain("Bordereau n° 12 · titre n° 345");
    expect(said(same)).toContain("L’ordonnateur");
  });
});

test("files bear the word that no correction of the inventory takes away; a correction is issued, unless it is provisional", () => {
  const edition = { version: 2, issued: null, differs: null } as const;
  const wordsOf = (run: Partial<RunStatus>) =>
    ["titre", "rectificatif"].map((key) => statusWordOf(key, { edition, errors: 0, isRectified: false, ...run }));
  const differs = { edition: { ...edition, differs: "amounts" } } as const;
  expect(wordsOf({})).toEqual([null, null]);
  expect(wordsOf({ errors: 1 })).toEqual(["PROVISOIRE", "PROVISOIRE"]);
  for (const run of [differs, { isRectified: true }, { ...differs, isRectified: true }]) {
    expect(wordsOf(run)).toEqual(["À NE PAS ÉMETTRE", null]);
    expect(wordsOf({ ...run, errors: 1 })).toEqual(["À NE PAS ÉMETTRE", "PROVISOIRE"]);
  }
});

describe("documents of a statement that is rectified", () => {
  const { schoolA, countsA } = given;
  const only = (counts: Record<string, number>) =>
    stateOf(given.reading([schoolA], given.quantities(schoolA, { ...countsA, ...counts })));
  const issued = only({});
  const fewer = only({ "POSTE_STD m": 13 });
  const marked = (errors: number, documents = sheetsOf(full, { printableFiches: true }), corrected = fewer) =>
    addAnalyses(
      documents,
      {
        rectification: {
          rectification: rectify(issued, corrected),
          file: "parc-2014.xlsx",
          when: "2014-11-25 14:03",
          errors,
        },
      },
      { userSheetNames: [], generatedSheets: [] },
    );
  const headers = (all: readonly SheetModel[]) =>
    all.filter(({ key }) => /^(titre|recapitulatif|fiche)/.test(key)).map(({ print }) => print.header[1]);
  const rectified =
    "À ne pas émettre : ce document montre l’état une fois rectifié. C’est « Rectificatif » qui s’émet.";
  const notes = (all: readonly SheetModel[], wanted = /^(titre|recapitulatif|fiche)/) =>
    all
      .filter(({ key }) => wanted.test(key))
      .map((model) => String(model.rows[statusRow(model)]?.cells[0]?.value).replace(/\s/g, " "));

  test("say, each that is sent, that they are not what is issued; what is issued does not", () => {
    const all = marked(0);
    expect(new Set(notes(all))).toEqual(new Set([rectified]));
    expect(notes(all, /^controles/)).toEqual([rectified]);
    expect(textsOf(sheet(all, "rectificatif")).join()).not.toContain("À ne pas émettre");
    expect(new Set(headers(all))).toEqual(new Set(["À NE PAS ÉMETTRE"]));
    for (const key of ["controles", "repartition"]) expect(sheet(all, key).print.header[1]).toBe("À NE PAS ÉMETTRE");
    expect(sheet(all, "rectificatif").print.header[1]).toBe("");
  });

  test("say so once, with the errors accepted, however often the analyses are made again", () => {
    const all = marked(2);
    const said =
      "Provisoire (2 points à corriger, voir « Contrôles ») et à ne pas émettre : c’est « Rectificatif » qui s’émet.";
    expect(new Set(notes(all))).toEqual(new Set([said]));
    // It has the points itself.
    expect(notes(all, /^controles/)).toEqual([rectified]);
    expect(new Set(headers(all))).toEqual(new Set(["PROVISOIRE · À NE PAS ÉMETTRE"]));
    expect(marked(2, all)).toEqual(all);
  });

  const provisional = sheetsOf({ ...full, anomalies: [acceptedError] as unknown as Anomaly[] });

  test.each([
    ["rectified", "À NE PAS ÉMETTRE", marked(0)],
    ["rectified and provisional", "À NE PAS ÉMETTRE", marked(2)],
    ["provisional", "PROVISOIRE", provisional],
  ])("the état of a %s run says « %s » large in a grey frame, at its top and under its total", (_run, word, all) => {
    const titre = sheet(all, "titre");
    const [total] = textRows(titre, "Total du titre");
    const [status, settlement, ...others] = textRows(titre, word);
    expect([status, others]).toEqual([statusRow(titre), []]);
    expect(settlement! - total!).toBeLessThan(5);
    for (const { cells } of [titre.rows[status!]!, titre.rows[settlement!]!]) {
      expect(cells).toHaveLength(titre.print.area.lastColumn + 1);
      for (const cell of cells)
        expect(cell!.style).toMatchObject({ fill: "DDDDDD", borders: { top: "thin", bottom: "thin" } });
      expect(cells.find((cell) => cell?.value === word)!.style!.size).toBeGreaterThan(16);
    }
  });

  test("a blank stands between what fiches say of themselves and what comes under it", () => {
    for (const all of [marked(0), marked(2), provisional])
      for (const model of all.filter(({ key }) => key.startsWith("fiche-"))) {
        const { cells, height } = model.rows[statusRow(model)]!;
        // One line of Calibri 11 is 15 points high at most.
        expect([cells[0]?.style?.vertical, (height ?? 15) >= 15 + 5]).toEqual(["top", true]);
      }
  });

  test("name the papers that are issued: one, two where something falls and something rises, none where nothing changes", () => {
    const saying = (corrected: ReturnType<typeof only>) => notes(marked(0, sheetsOf(full), corrected))[0];
    expect(saying(only({ "POSTE_STD m": 15 }))).toMatch(/C’est « Titre complémentaire » qui s’émet\.$/);
    expect(saying(only({ "POSTE_STD m": 13, "SERVEUR_SPEC m": 1 }))).toMatch(
      /Ce sont « Rectificatif » et « Titre complémentaire » qui s’émettent\.$/,
    );
    expect(saying(issued)).toMatch(/Rien n’est à émettre, aucun montant ne change\.$/);
  });

  test("the état has no place to sign, and no sum that is arrêtée; no row of it moves", () => {
    const [made, titre] = [sheetsOf(full), marked(0, sheetsOf(full))].map((all) => sheet(all, "titre"));
    expect(plain(titre!)).toContain("État rectifié, à ne pas émettre : il n’est ni à signer ni à joindre à un titre.");
    for (const absent of ["Arrêté le présent", "Certifié exact", "Visa du service", "L’ordonnateur", "Pour le Maire"]) {
      expect(plain(made!)).toContain(absent);
      expect(plain(titre!)).not.toContain(absent);
    }
    expect(titre!.rows).toHaveLength(made!.rows.length);
    expect(plain(titre!)).toContain("Pièces jointes");
    // No hole is left where the boxes were: what is joined comes under the sentence.
    const rowOf = (start: string) => titre!.rows.findIndex(({ cells }) => String(cells[0]?.value).startsWith(start));
    const between = titre!.rows.slice(rowOf("État rectifié") + 1, rowOf("Pièces jointes"));
    expect(between.length).toBeGreaterThan(8);
    expect(between.reduce((points, { height }) => points + (height ?? 15), 0)).toBeLessThan(40);
  });
});
