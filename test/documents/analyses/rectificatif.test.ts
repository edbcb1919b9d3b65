import { addAnalyses, type SheetModel } from "../../../src/documents";
import type { Options } from "../../../src/options";
import { layOut } from "../../../src/pdf/geometry";
import { rectify, type Statement } from "../../../src/statement";
import * as given from "../../statement/fixtures";
import { Spreadsheet } from "../evaluate";
import { rowOf, sheet } from "../fixtures";
import { overflowing } from "../overflow";
import { particulars, values } from "../titre-fixtures";
import { documents, nowhere, of, read } from "./statements";

const { schoolA, schoolB, countsA, countsB, golden, stateOf } = given;

const issued = stateOf(golden);
const few = { ...countsA, "POSTE_STD m": 13 };
const counts: Record<string, number> = { ...few, "SERVEUR_SPEC m": 1 };
delete counts["IMPRIMANTE m"];

function analysed(corrected: Statement, errors = 0, origin = issued): SheetModel[] {
  const rectification = {
    rectification: rectify(origin, corrected),
    file: "parc-2014.xlsx",
    when: "2014-11-25 14:03",
    errors,
  };
  return addAnalyses(documents, { rectification }, nowhere);
}

/** The papers of a correction, by key. */
function papers(models: readonly SheetModel[]): string[] {
  return models.map(({ key }) => key).filter((key) => /^(rectificatif|certificat|complement)$/.test(key));
}

const withParticulars = (given_: Options["particulars"], of_ = counts) => of(of_, { particulars: given_ });

const signatory = { name: "Danielle Martin", title: "Adjointe déléguée", delegation: "Arrêté n° 3 du 4 avril 2014" };

describe("decreases and increases are two papers, never netted", () => {
  const models = analysed(of(counts));
  const [reduction, complement] = [sheet(models, "rectificatif"), sheet(models, "complement")];

  test.each<[string, Statement, string[]]>([
    ["less: the état of a reduction, and its certificat", of(few), ["rectificatif", "certificat"]],
    ["more: a titre complémentaire alone", of({ ...countsA, "POSTE_STD m": 15 }), ["complement"]],
    ["both", of(counts), ["rectificatif", "certificat", "complement"]],
    ["nothing", stateOf(golden), ["rectificatif"]],
  ])("%s", (_name, corrected, expected) => {
    expect(papers(analysed(corrected))).toEqual(expected);
  });

  test("each of the two papers has its lines, its amounts without a sign and its sum in words", () => {
    const lines = (model: SheetModel) =>
      model.rows.map(({ cells }) => values([...cells])).filter(([, school]) => school === "École élémentaire");
    expect(lines(reduction).map((cells) => cells.slice(2, 10))).toEqual([
      ["Poste client standard, maintenance", 14, 13, 36.86, 36.86, 516.04, 479.18, 36.86],
      ["Imprimante jet encre, maintenance", 1, null, 15.79, null, 15.79, null, 15.79],
    ]);
    expect(lines(complement).map((cells) => cells.slice(2, 10))).toEqual([
      ["Serveur spécifique, maintenance", null, 1, null, 315.18, null, 315.18, 315.18],
    ]);
    // 36.86 + 15.79 = 52.65
    expect(read(reduction)).toContain(
      "Arrêté le présent état rectificatif à la somme de CINQUANTE-DEUX EUROS ET SOIXANTE-CINQ CENTIMES (52,65 €), en réduction du titre d’origine.",
    );
    expect(read(complement)).toContain(
      "Arrêté le présent état complémentaire à la somme de TROIS CENT QUINZE EUROS ET DIX-HUIT CENTIMES (315,18 €), à réclamer par un titre complémentaire.",
    );
    expect(read(reduction)).not.toContain("315,18");
  });

  test("each of the two papers counts from the original titre; the last one mentions the other, and computes the corrected état", () => {
    const amounts = (model: SheetModel, label: string) =>
      [7, 8, 9].map((column) => values([...labelled(model, label)])[column]);
    const labelled = (model: SheetModel, label: string) =>
      model.rows.find(
        ({ cells }) => typeof cells[9]?.value === "number" && String(cells[0]?.value).replace(/\s/g, " ") === label,
      )!.cells;
    // 3 980.50 + 2 207.63 = 6 188.13, less 52.65.
    expect(amounts(reduction, "Titre d’origine")).toEqual([3980.5, 2207.63, 6188.13]);
    expect(amounts(reduction, "Réduction, présent état n° 2014-01 R1")).toEqual([-52.65, 0, -52.65]);
    expect(amounts(reduction, "Montant auquel le titre d’origine est ramené")).toEqual([3927.85, 2207.63, 6135.48]);
    // 6 135.48 + 315.18 = 6 450.66
    expect(amounts(complement, "Réduction, état n° 2014-01 R1, pièce distincte")).toEqual([-52.65, 0, -52.65]);
    expect(amounts(complement, "Complément, présent état n° 2014-01 R2")).toEqual([315.18, 0, 315.18]);
    expect(amounts(complement, "Total des titres de la campagne")).toEqual([4243.03, 2207.63, 6450.66]);
    expect(read(reduction)).not.toContain("Écart avec l’état liquidatif rectifié");
    expect(read(complement)).toContain("Écart avec l’état liquidatif rectifié, « Titre CAGB » (0,00 attendu)");
  });

  test("the last paper is compared to the corrected état, by a formula that gives 0,00, beside what is printed", () => {
    const same = analysed(of(countsA), 0, of(few));
    const model = sheet(same, "complement");
    const isCheck = (cell: SheetModel["rows"][number]["cells"][number]) =>
      String(cell?.value).startsWith("Écart avec l’état liquidatif");
    const row = model.rows.findIndex(({ cells }) => cells.some(isCheck));
    const { cells } = model.rows[row]!;
    expect([model.print.area.lastColumn, cells.findIndex(isCheck)]).toEqual([9, 11]);
    expect(cells[10]!.formula).toContain("'Titre CAGB'!");
    expect(new Spreadsheet(same).value(model.name, row, 10)).toBe(0);
  });
});

describe("« Rectificatif » is the état of a correction", () => {
  const model = sheet(analysed(of(counts)), "rectificatif");

  test("it has its own number, and names that of origin, its date and its amounts, which stay as they are", () => {
    const all = read(model);
    expect(all).toContain("État rectificatif n° 2014-01 R1 · établi le ………");
    expect(all).toContain(
      "État liquidatif n° 2014-01, version 1, établi le ………, édité le 25/11/2014 à 14:03 : 6 188,13 € (part de la CAGB 2 207,63 €, quotes-parts 3 980,50 €)",
    );
    expect(all).toContain("Titre n° ………, bordereau n° ………, exercice 2014, émis le ………");
    expect(all).toContain("L’état d’origine n’est pas modifié");
    expect(all).toContain("Exercice d’émission ………");
  });

  test("its number follows the user's, and the rank that they give", () => {
    const numbered = withParticulars({ rectificationRank: "3" });
    const origin = of(countsA, { particulars });
    expect(read(sheet(analysed(numbered, 0, origin), "rectificatif"))).toContain("État rectificatif n° 2014-07 R3");
    expect(read(sheet(analysed(numbered, 0, origin), "complement"))).toContain("État complémentaire n° 2014-07 R4");
    expect(read(sheet(analysed(numbered, 0, origin), "rectificatif"))).toContain(
      "État liquidatif n° 2014-07, version 1, établi le 25 novembre 2014 : ",
    );
  });

  test("an origin that was marked as issued is known by its version and the numbers that finance gave, on each paper", () => {
    const state = { number: "2014-01", version: 2, date: "2014-11-28", bordereau: "12", titre: "345" };
    const origin: Statement = { ...issued, edition: { version: 2, issued: state, differs: null } };
    const said = "Titre n° 345, bordereau n° 12, exercice 2014, émis le 28 novembre 2014";
    const models = analysed(of(few), 0, origin);
    for (const key of ["rectificatif", "certificat"]) {
      expect(read(sheet(models, key))).toContain("État liquidatif n° 2014-01, version 2, établi le ………");
      expect(read(sheet(models, key))).toContain(said);
    }
  });

  test("the file of the origin is on the screen alone, beside it", () => {
    const { rows, print } = model;
    const origin = rows.find(({ cells }) => cells[0]?.value === "Origine")!.cells;
    expect(origin[print.area.lastColumn + 1]?.value).toBe("parc-2014.xlsx, 25/11/2014 à 14:03");
    expect(
      rows.flatMap(({ cells }) => cells.slice(0, print.area.lastColumn + 1)).map((cell) => cell?.value),
    ).not.toContain(expect.stringContaining(".xlsx"));
  });

  /** What both cases of a paper are ticked with. */
  const ticks = (paper: SheetModel) =>
    paper.rows.flatMap(({ cells }) =>
      /^Exercice 2014 (ouvert|clos)/.test(String(cells[1]?.value)) ? [cells[0]!.value] : [],
    );

  test.each([
    [undefined, [null, null], "Bordereau n° ……… · titre ou mandat n° ………"],
    ["2014", ["X", null], "Bordereau n° ……… · titre n° ………"],
    ["2015", [null, "X"], "Bordereau n° ……… · mandat n° ………"],
    // A titre is not corrected before its exercice.
    ["2013", [null, null], "Bordereau n° ……… · titre ou mandat n° ………"],
  ])(
    "« Rectificatif » has both boxes of the exercice, and the exercice of issue (%s) ticks the one that applies",
    (year, expected, papers_) => {
      const models = analysed(withParticulars(year === undefined ? {} : { rectificationYear: year }));
      for (const key of ["rectificatif", "certificat"])
        expect([key, ticks(sheet(models, key))]).toEqual([key, expected]);
      const all = read(sheet(models, "rectificatif"));
      expect(all).toContain("Exercice 2014 ouvert : réduction du titre d’origine à la nature 70876");
      // Where the exercice is open, nothing says in which one a mandat would be.
      const closedIn = year === undefined || year === "2014" ? "………" : year;
      expect(all).toContain(`Exercice 2014 clos : mandat sur l’exercice ${closedIn}, chapitre 67, article 673.`);
      expect(all).toContain(papers_);
      expect(ticks(sheet(models, "complement"))).toEqual([]);
    },
  );

  test("a titre complémentaire is of the exercice of issue, on the account of origin", () => {
    const all = read(sheet(analysed(withParticulars({ rectificationYear: "2015" })), "complement"));
    expect(all).toMatch(/70\.020\.70876\.004839\.10100 : .*, exercice d’émission 2015/);
    expect(all).not.toContain("673");
  });

  test("a cancellation is said as such, in words", () => {
    const models = analysed(stateOf(given.reading([schoolA], []), { particulars: { rectificationYear: "2014" } }));
    const all = read(sheet(models, "rectificatif"));
    expect(all).toContain("État rectificatif à l’appui d’une annulation de titre");
    expect(all).toMatch(/SIX MILLE CENT .* \(6 188,13 €\), montant du titre d’origine, annulé en totalité/);
    expect(read(sheet(models, "certificat"))).toMatch(/Le titre est à annuler en totalité, pour SIX MILLE CENT/);
  });

  test("a school that was in the wrong commune: all of it falls in one, and rises in the other", () => {
    const moved = given.school(given.mamirolle, schoolA.name);
    const quantities = [...given.quantities(moved, countsA), ...given.quantities(schoolB, countsB)];
    const models = analysed(stateOf(given.reading([schoolB, moved], quantities)));
    // 801.24 + 1 011.05 = 1 812.29, both times.
    expect(values([...rowWith(sheet(models, "rectificatif"), "Chalezeule")]).slice(7, 10)).toEqual([
      1011.05, 801.24, 1812.29,
    ]);
    expect(values([...rowWith(sheet(models, "complement"), "Mamirolle")]).slice(7, 10)).toEqual([
      1011.05, 801.24, 1812.29,
    ]);
  });

  const rowWith = (paper: SheetModel, name: string) => paper.rows.find(({ cells }) => cells[1]?.value === name)!.cells;

  test("« Rectificatif » says that no amount changes, and nobody signs it", () => {
    const all = read(sheet(analysed(stateOf(golden)), "rectificatif"));
    expect(all).toContain("Aucun montant ne change : il n’y a ni réduction ni titre complémentaire à émettre.");
    expect(all).not.toContain("Arrêté le présent");
    expect(all).not.toContain("L’ordonnateur");
  });

  test("it is signed in the three boxes of the état; with errors accepted, it is provisional and in none", () => {
    for (const said of ["Certifié exact, quantités constatées", "Visa du service des finances", "L’ordonnateur"])
      expect(read(model)).toContain(said);
    for (const paper of papers(analysed(of(counts), 2))) {
      const provisional = sheet(analysed(of(counts), 2), paper);
      expect([paper, provisional.print.header[1]]).toEqual([paper, "PROVISOIRE"]);
      expect(read(provisional)).not.toContain("L’ordonnateur");
      expect(read(provisional)).toContain("2 points restent à corriger");
    }
  });

  test("each line leads to its cell, out of what is printed", () => {
    const [line] = model.rows.filter(({ cells }) => cells[2]?.value === "Poste client standard, maintenance");
    expect(line!.cells[10]?.link).toEqual({ sheet: "Parc 01.11.2014", cell: "E12" });
    expect(model.print.area.lastColumn).toBe(9);
  });

  test("few lines are on the signed page; many come after it, on pages that repeat their titles", () => {
    expect(layOut(model).pages).toHaveLength(1);
    const schools = Array.from({ length: 60 }, (_one, index) =>
      given.school(given.chalezeule, `École ${index}`, index),
    );
    const many = stateOf(
      given.reading(
        schools,
        schools.map((one) => given.quantity(one, "PORTAIL", "maintenance", 9)),
      ),
    );
    const long = sheet(analysed(many), "complement");
    const annex = long.rows.findIndex(({ cells }) => String(cells[0]?.value).startsWith("Annexe 1"));
    expect(long.print.breaksBefore[0]).toBe(annex);
    expect(long.print.titleRows).toEqual({ first: annex + 1, last: annex + 1 });
    const signed = long.rows.slice(0, annex).flatMap(({ cells }) => cells.map((cell) => cell?.value));
    expect(signed).toContain("L’ordonnateur");
  });

  test("its smallest text is 7,5 points high or more once printed, as is that of a titre complémentaire", () => {
    const small = 9;
    for (const paper of [model, sheet(analysed(of(counts)), "complement")])
      expect(layOut(paper).scale * small).toBeGreaterThanOrEqual(7.5);
  });

  test("no text is wider than its place, whatever the user says", () => {
    const rectificationReason = "Deux postes comptés deux fois dans l’inventaire d’Amagney. ".repeat(4).trim();
    const models = analysed(of(counts, { signatory, particulars: { ...particulars, rectificationReason } }));
    for (const key of papers(models)) expect([key, overflowing(sheet(models, key))]).toEqual([key, []]);
  });
});

describe("« Certificat » goes with a reduction", () => {
  const models = analysed(
    of(counts, {
      signatory,
      particulars: { rectificationReason: "Un poste compté deux fois.", rectificationYear: "2014" },
    }),
  );
  const model = sheet(models, "certificat");

  test("the ordonnateur certifies which titre, to whom, by how much it is reduced, and why", () => {
    const all = read(model);
    for (const said of [
      "Je, soussigné(e), Danielle Martin, adjointe déléguée, agissant pour le Maire, ordonnateur de la Ville de Besançon, et par délégation, certifie que",
      "Titre n° ………, bordereau n° ………, exercice 2014, émis le ………",
      "est à rectifier à la baisse",
      "Communauté d’agglomération du Grand Besançon (CAGB), SIREN 242 500 361",
      "Un poste compté deux fois.",
      "Le titre est à réduire de CINQUANTE-DEUX EUROS ET SOIXANTE-CINQ CENTIMES (52,65 €).",
      "Joint à l’état rectificatif n° 2014-01 R1",
      "Fait à Besançon, le ………",
    ])
      expect(all).toContain(said);
  });

  test("the Maire certifies in their own name", () => {
    const mayor = { name: "Anne Vial", title: "Maire", delegation: "" };
    const certified = read(sheet(analysed(of(counts, { signatory: mayor })), "certificat"));
    expect(certified).toContain(
      "Je, soussigné(e), Anne Vial, maire, ordonnateur de la Ville de Besançon, certifie que",
    );
    expect(certified).not.toContain("délégation");
  });

  test("its amounts are those of « Rectificatif », by formulas", () => {
    const amount = (label: string) => rowOf(model, label)[4];
    // 6 188.13 − 52.65 = 6 135.48
    expect(amount("Montant du titre émis")).toMatchObject({ value: 6188.13 });
    expect(amount("Montant auquel le titre d’origine est ramené")).toMatchObject({ value: 6135.48 });
    for (const label of ["Montant du titre émis", "Montant auquel le titre d’origine est ramené"])
      expect(amount(label)?.formula).toMatch(/^'Rectificatif'!J\d+$/);
  });

  test("« Certificat » is one page, signed by the ordonnateur alone, in the box of the état", () => {
    expect(layOut(model).pages).toHaveLength(1);
    expect(model.print.onePage).toBe(true);
    const all = read(model);
    for (const said of ["L’ordonnateur", "Pour le Maire et par délégation,", "Arrêté n° 3 du 4 avril 2014"])
      expect(all).toContain(said);
    expect(all).not.toContain("Visa du service");
  });
});
