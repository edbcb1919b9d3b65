import { Decimal } from "decimal.js";
import type { Anomaly } from "../../src/messages";
import type { SheetModel } from "../../src/documents";
import type { Options } from "../../src/options";
import type { Nature } from "../../src/tariff";
import { makeSheets } from "../at-once";
import * as given from "../statement/fixtures";
import { full, inputOf, rowOf, sheet, sheetsOf, textsOf } from "./fixtures";
import { particulars } from "./titre-fixtures";

const read = { kind: "inventory", kindWords: "", layout: "school-rows" } as const;
const none = { why: null, numbers: 0, sum: new Decimal(0), counted: 0, leftOut: new Decimal(0), inError: [] } as const;
const counted = { nature: "maintenance", ...none } as const;

describe("a control checks what it announces", () => {
  const expected = (grid = given.grid, options: Partial<Options> = {}) =>
    textsOf(sheet(makeSheets(inputOf(full, options, {}, grid)), "controles"))
      .map((text) => text.replace(/\s/g, " "))
      .filter((text) => / : écoles (?:au-delà|hors)/.test(text));

  test("a control of members expects that each was one on the day of count, of whatever it is a member", () => {
    const texts = textsOf(sheet(sheetsOf(full), "controles")).map((text) => text.replace(/\s/g, " "));
    expect(texts).toContain("Chaque commune est membre à la date de situation : à revoir");
  });

  const bounds = [
    "Au plus 600 élèves par école : écoles au-delà",
    "De 1 à 30 élèves par poste : écoles hors de ces bornes",
  ];

  test("a control of quantities expects what the voted tariff limits to one a school", () => {
    const one = "Au plus un pack et un serveur standard par école : écoles au-delà";
    expect(expected()).toEqual([...bounds, one]);
  });

  test("a control of quantities expects what a grid of one's own limits to one a school", () => {
    const board = { ...given.grid.rows[1]!, code: "TBI", prestation: "Tableau interactif" };
    const rows = given.grid.rows.map((row) =>
      row.code === "SERVEUR_STD" ? { ...row, unit: "serveur", perSite: null } : row,
    );
    const one = "Au plus un pack et une unité de « Tableau interactif » par école : écoles au-delà";
    expect(expected({ ...given.grid, rows: [...rows, board] })).toEqual([...bounds, one]);
  });

  test("a control of quantities expects no limit when nothing is limited to one a school", () => {
    const none = [...bounds, "Prestations par école facturées à l’unité, sans limite : écoles au-delà"];
    expect(expected(given.grid, { schoolUnit: "each" })).toEqual(none);
    expect(
      expected({ ...given.grid, rows: given.grid.rows.map((row) => ({ ...row, unit: "unité", perSite: null })) }),
    ).toEqual(none);
  });
});

describe("Contrôles tells what was found", () => {
  const anomaly = (severity: Anomaly["severity"], file: string, name: string, cell: string | null): Anomaly => ({
    severity,
    code: "sharing-key-no-weight",
    file,
    sheet: name,
    cell,
    params: { school: "É", commune: "C" },
  });
  const anomalies = [
    anomaly("info", "parc.xlsx", given.parc.name, null),
    anomaly("error", "parc.xlsx", given.parc.name, "E12"),
    anomaly("warning", "effectifs.xlsx", "Effectifs", "B3"),
  ];
  const more = { sheet: given.effectifs, read: 1, billed: 1, excluded: 0, error: 0, reasons: {} };
  const controles = sheet(sheetsOf({ ...full, anomalies, rows: [...full.rows, more] }), "controles");

  test("« Contrôles » lists errors first, each with a link to its cell, in its file", () => {
    const sections = ["À corriger d’abord", "À vérifier ensuite", "Pour information"];
    const found = controles.rows.flatMap(({ cells }, row) =>
      sections.includes(String(cells[0]?.value)) ? [[cells[0]?.value, controles.rows[row + 2]!.cells]] : [],
    );
    expect(found.map(([section]) => section)).toEqual(sections);
    const cells = found.map(([, own]) => own as SheetModel["rows"][number]["cells"]);
    expect(cells.map((own) => String(own[0]?.value).slice(0, 3))).toEqual(["1. ", "2. ", "3. "]);
    expect(cells.map((own) => own[4]?.link)).toEqual([
      expect.objectContaining({ sheet: given.parc.name, cell: "E12" }),
      expect.objectContaining({ sheet: "Effectifs", cell: "B3", file: "effectifs.xlsx" }),
      undefined,
    ]);
    expect(textsOf(controles)).toContain("Points\u00a0: 1 à corriger, 1 à vérifier, 1 pour information");
  });

  test("the largest sum first, as its row is read; then the price of one, where the number cannot be; then what nothing tells", () => {
    const column = (index: number, role: string, more: object = {}) => ({
      ...counted,
      ...{ column: index, cell: `${"ABCD"[index]}1`, header: role, role, of: null, ...more },
    });
    const machines = [
      { row: 1, value: 2 },
      { row: 2, value: 5 },
    ];
    const table = {
      ...read,
      sheet: given.parc,
      block: { top: 0, left: 0, bottom: 4, right: 3 },
      rows: null,
      communeFrom: { from: "column", column: 0 } as const,
      columns: [
        column(0, "commune"),
        column(1, "POSTE_STD", { inError: machines }),
        // One server a school is billed.
        column(2, "SERVEUR_STD", { inError: [{ row: 2, value: 3 }] }),
      ],
    };
    const cells = [null, "B4", "A2", "A3"] as const;
    const errors = cells.map((cell) => anomaly("error", "parc.xlsx", given.parc.name, cell));
    const told = sheet(sheetsOf({ ...full, anomalies: errors, mappings: [table] }), "controles");
    const rows = told.rows.filter(({ cells: [first] }) => /^\d\. /.test(String(first?.value)));
    // 5 × 36.86 + 263.33; 2 × 36.86.
    expect(rows.map(({ cells: own }) => [own[3]?.value ?? null, own[4]?.link?.cell])).toEqual([
      [447.63, "A3"],
      [73.72, "A2"],
      ["36,86\u202f€ / poste", "B4"],
      [null, undefined],
    ]);
  });

  test("its controls, each with a result, a figure and the way to the cell; a gap between sums would show by itself", () => {
    const control = (begins: string) =>
      controles.rows.find(({ cells }) => String(cells[0]?.value).startsWith(begins))!.cells;
    // 5 rows read = 2 billed + 2 excluded + 1 in error, whose first anomaly is in E12.
    const [, result, found, see] = control("Chaque ligne lue");
    expect([result?.value, found?.value, see?.link]).toEqual([
      "■ Non conforme",
      1,
      expect.objectContaining({ cell: "E12" }),
    ]);
    const [, parts, gap, gaps] = control("Part de la CAGB et quotes-parts donnent");
    expect([parts?.value, gap?.value]).toEqual(["✓ Conforme", 0]);
    expect(gap?.formula).toMatch(/^MAX\(ABS\(D\d+\)\)$/);
    expect(parts?.formula).toMatch(/^IF\(C\d+=0,"✓ Conforme","■ Non conforme"\)$/);
    expect(gaps?.link).toMatchObject({ sheet: "Contrôles" });
  });

  test("a typed total whose formula has no result is to check, at its cell, and not « Conforme »", () => {
    const typed = (cells: readonly string[]) => {
      const lacking = cells.map((cell) => ({
        ...anomaly("warning", "parc.xlsx", given.parc.name, cell),
        code: "total-without-result" as const,
      }));
      const { rows } = sheet(sheetsOf({ ...full, anomalies: lacking }), "controles");
      const { cells: row } = rows.find((one) => String(one.cells[0]?.value).startsWith("Les totaux saisis"))!;
      return [row[1]?.value, row[2]?.value, row[3]?.link?.cell];
    };
    expect(typed(["F17"])).toEqual(["▲ À vérifier", 1, "F17"]);
    expect(typed([])).toEqual(["✓ Conforme", 0, undefined]);
  });

  test("hidden rows that are read are said and counted, and not « Rien de masqué »", () => {
    const hidden = { ...anomaly("info", "parc.xlsx", given.parc.name, "A1"), code: "hidden-parts" as const };
    const said = (anomalies: readonly Anomaly[]) => {
      const { rows } = sheet(sheetsOf({ ...full, anomalies }), "controles");
      const { cells: row } = rows.find((one) => String(one.cells[0]?.value).includes("aucune cellule en erreur"))!;
      return [String(row[0]?.value).split(/ et | ni /)[0], row[1]?.value, row[2]?.value];
    };
    expect(said([hidden])).toEqual(["Lignes ou colonnes masquées ou filtrées lues comme les autres,", "✓ Conforme", 1]);
    expect(said([])).toEqual(["Rien de masqué", "✓ Conforme", 0]);
  });

  test("rows read = billed + excluded + in error, a sheet and in all, and why rows were excluded", () => {
    expect(
      controles.rows
        .find(({ cells }) => cells[0]?.value === given.parc.name && cells[1]?.value === 5)!
        .cells.slice(0, 6)
        .map((cell) => cell?.value),
    ).toEqual([given.parc.name, 5, 2, 2, 1, 0]);
    expect(rowOf(controles, "Laissées de côté, motif\u00a0: sous-total")[3]?.value).toBe(1);
  });

  test("Besançon's part and whether it is in the titre", () => {
    // 30 × 5.27 = 158.10 and 2 × 31.60 = 63.20
    const said = (all: readonly string[]) => all.find((one) => one.startsWith("Besançon\u00a0:"))!.replace(/\s/g, " ");
    expect(said(textsOf(controles))).toBe(
      "Besançon : 158,10 € à la charge de la CAGB et 63,20 € de quote-part, compris dans le titre.",
    );
    expect(said(textsOf(sheet(sheetsOf(full, { besancon: "left-out" }), "controles")))).toContain(
      "laissés hors du titre",
    );
  });

  test("the nature under which a column counts, where it has one", () => {
    const column = (role: string, index: number, nature: Nature | null = null) => ({
      ...{
        column: index,
        cell: `${"ABCDEF"[index]}1`,
        header: role,
        role,
        of: null,
        nature,
        ...none,
      },
    });
    const columns = [
      column("SERVEUR_STD", 0, "maintenance"),
      column("PIECES", 1, "installation"),
      column("PORTAIL", 2),
      column("POSTE_STD", 3, "installation"),
      column("quantity", 4),
      column("year-installed", 5),
    ];
    const mapping = {
      ...read,
      sheet: given.parc,
      block: { top: 0, left: 0, bottom: 8, right: 5 },
      rows: null,
      communeFrom: { from: "column", column: 0 } as const,
    };
    const told = sheet(sheetsOf({ ...full, mappings: [{ ...mapping, columns }] }), "controles");
    const meaning = (role: string) => String(rowOf(told, `«\u00a0${role}\u00a0»`)[1]?.value);
    expect(meaning("SERVEUR_STD")).toMatch(/, maintenance$/);
    expect(meaning("PIECES")).toMatch(/, installation$/);
    expect(meaning("POSTE_STD")).toMatch(/, installation$/);
    expect(meaning("PORTAIL")).not.toMatch(/maintenance|installation/);
    expect(meaning("quantity")).toBe("quantité");
    expect(meaning("year-installed")).toBe("année d’installation");
  });

  test("a column without a heading is told as such", () => {
    const mapping = {
      ...read,
      sheet: given.parc,
      block: { top: 0, left: 0, bottom: 8, right: 1 },
      rows: null,
      communeFrom: { from: "column", column: 0 } as const,
    };
    const columns = [{ ...counted, column: 1, cell: "B2", header: " ", role: "quantity", of: null }];
    const told = sheet(sheetsOf({ ...full, mappings: [{ ...mapping, columns }] }), "controles");
    expect(rowOf(told, "sans titre")[1]?.value).toMatch(/^quantité/);
  });

  test("sheets understood alike are told once, whatever their number", () => {
    const mapping = (name: string) => ({
      ...read,
      sheet: { ...given.parc, name },
      block: { top: 0, left: 0, bottom: 8, right: 1 },
      rows: null,
      communeFrom: { from: "column", column: 0 } as const,
      columns: [
        { column: 0, cell: "A1", header: "Cne", role: "commune", of: null, nature: null, ...none },
        { ...counted, column: 1, cell: "B1", header: "PC", role: "POSTE_STD", of: null },
      ],
    });
    const many = Array.from({ length: 60 }, (_one, index) => mapping(`Onglet ${index}`));
    const told = sheet(sheetsOf({ ...full, mappings: many }), "controles");
    expect(rowOf(told, "«\u00a0PC\u00a0»")[1]?.value).toBe("Poste client standard, maintenance");
    expect(textsOf(told).filter((one) => one === "«\u00a0PC\u00a0»")).toHaveLength(1);
    expect(textsOf(told).join()).toContain("et 56 autres feuilles semblables");
  });

  describe("mentions that the office could have given are told under the controls, and count as no point", () => {
    const told = (options: Partial<Options>) => {
      const model = sheet(sheetsOf(given.golden, options), "controles");
      const texts = textsOf(model).map((one) => one.replace(/\s/g, " "));
      const at = texts.findIndex((one) => /^\d+ mentions? à donner/.test(one));
      return { said: at === -1 ? null : texts.slice(at, at + 3), texts };
    };

    test("all seven where nothing is given, with the two places where they are", () => {
      const { said, texts } = told({});
      expect(said).toEqual([
        "7 mentions à donner, laissées en pointillés",
        "SIRET du créancier, SIRET du débiteur, adresse du créancier, adresse du débiteur, signataire, qualité du signataire, délégation.",
        "Elles se donnent dans « Réglages », au pied du volet, ou dans la feuille « Options Ordiclasse ». Aucun montant n’en dépend.",
      ]);
      expect(texts).toContain("Points : 0 à corriger, 0 à vérifier, 0 pour information");
    });

    test("those alone that are missing, a blank being none; nothing where all is given", () => {
      const signatory = { name: "Danielle Martin", title: "Adjointe déléguée", delegation: "Arrêté n° 3" };
      expect(told({ particulars, signatory: { ...signatory, delegation: " " } }).said).toEqual([
        "1 mention à donner, laissée en pointillés",
        "Délégation.",
        "Elle se donne dans « Réglages », au pied du volet, ou dans la feuille « Options Ordiclasse ». Aucun montant n’en dépend.",
      ]);
      expect(told({ particulars, signatory }).said).toBeNull();
    });
  });
});
