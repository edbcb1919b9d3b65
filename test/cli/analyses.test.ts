import { testInDepth } from "../depth";
import { readFile, writeFile } from "node:fs/promises";
import { writeXlsx } from "hucre/xlsx";
import type { CellValue } from "hucre/xlsx";
import voted from "../../src/tariff/conventions/2014/grid.json";
import { Folder, run } from "./run-rebill";
import { amagney, smallWorkbook, tarifsSheet } from "./small-workbook";
import { tabsOf } from "../tabs";
import { openedFile } from "../opened-file";
import { faultsOf } from "../workbook/files/package-check";

const folder = new Folder();
const path = (name: string) => folder.file(name);
const analysed = async () => JSON.parse(await readFile(path("o.json"), "utf8"));

async function put(name: string, rows: CellValue[][]): Promise<string> {
  await writeFile(path(name), await smallWorkbook(rows));
  return path(name);
}

/** Last year's campaign, issued with its headcounts in a file beside it: ten workstations and 100 pupils at Amagney. */
async function issueFromTwoFiles(): Promise<void> {
  const machines = [
    ["Commune", "École", "Postes clients standard"],
    ["Amagney", "École primaire", 10],
  ];
  const pupils = [
    ["Commune", "École", "Effectif"],
    ["Amagney", "École primaire", 100],
  ];
  await writeFile(path("parc.xlsx"), await writeXlsx({ sheets: [{ name: "Parc", rows: machines }] }));
  await writeFile(path("effectifs.xlsx"), await writeXlsx({ sheets: [{ name: "Effectifs", rows: pupils }] }));
  await run(path("parc.xlsx"), path("effectifs.xlsx"), "--campaign", "2014", "--out", path("2014.xlsx"));
}

/** What the command says once the campaign is summed up, before it tells of its files; spaces are plain. */
async function saidOf(...argv: string[]): Promise<string[]> {
  const { code, out, err } = await run(...argv, "--json", path("o.json"), "--overwrite");
  expect({ code, err }).toEqual({ code: 0, err: [] });
  const lines = out.map((line) => line.replace(/\s/g, " "));
  return lines.slice(
    lines.findIndex((line) => /^(Comparaison|Comparison|Simulation|Rectificatif)/.test(line)),
    -1,
  );
}

async function sheetNames(name: string): Promise<string[]> {
  const opened = await openedFile(await readFile(path(name)), name);
  return opened.cells.sheets.map((sheet) => sheet.name);
}

describe("--compare WORKBOOK says what makes this campaign differ from another", () => {
  /** Ten pupils fewer, two workstations more, and a school that arrives. */
  const rows = [
    ["Amagney", "École primaire", 90, 12, 2],
    ["Beure", "École du Bourg", 50, 4, 0],
  ];
  const ask = async (...argv: string[]) =>
    saidOf(await put("2015.xlsx", rows), "--campaign", "2015", "--compare", path("2014.xlsx"), ...argv);

  test("--compare explains a difference effect by effect, on screen and in the JSON", async () => {
    await put("2014.xlsx", [amagney]);
    // Amagney: −10 × 5,27 = −52,70 and 2 × 36,86 = 73,72. Beure: 50 × 5,27 + 211,00 = 474,50 and 4 × 36,86 = 147,44.
    expect(await ask()).toEqual([
      "Comparaison avec « 2014.xlsx », campagne 2014 (sans Journal, l’année d’avant) : 1 169,80 € → 1 812,76 €, soit +642,96 €",
      "  Quantités : +21,02 € · Tarifs : 0,00 € · Écoles arrivées : +621,94 € · Fin de facturation : 0,00 €",
      "  Part de la CAGB : +421,80 € · Quotes-parts des communes : +221,16 €",
      "  Communes à expliquer (plus de 10 % et de 100 €) : 1 sur 2 · Commentées : 0",
      "  Anomalies de « 2014.xlsx » : 0 à corriger, 0 à vérifier, 1 pour information",
    ]);
    expect((await analysed()).compare).toMatchObject({
      file: "2014.xlsx",
      campaignFrom: "year-before",
      total: { before: "1169.80", quantities: "21.02", prices: "0.00", arrivals: "621.94", difference: "642.96" },
      anomalies: [{ severity: "info", code: "packs-inferred" }],
    });
  });

  test("--compare gives the comments of the options on each commune, in the JSON and on the sheet, and counts those on other campaigns", async () => {
    await put("2014.xlsx", [amagney]);
    const text = "École du Bourg rattachée au service en janvier.";
    const comments = [
      { commune: "BEURE", against: 2014, text },
      { commune: "Beure", against: 2013, text: "D’une autre fois" },
      { commune: "Pirey", against: 2014, text: "Pas d’école" },
    ];
    await writeFile(path("options.json"), JSON.stringify({ comments }));
    const said = await ask("--options", path("options.json"), "--out", path("o.xlsx"));
    expect(said).toContain("  Communes à expliquer (plus de 10 % et de 100 €) : 1 sur 2 · Commentées : 1");
    expect(said).toContain("  Commentaires sur une autre année que 2014 (2013), non repris : 1");
    const { byCommune, otherComments, commentsOnOtherYears } = (await analysed()).compare;
    expect([byCommune[25014].comment, byCommune[25058].comment]).toEqual([null, text]);
    expect(otherComments).toEqual([{ commune: "Pirey", comment: "Pas d’école" }]);
    expect(commentsOnOtherYears).toEqual([{ commune: "Beure", against: 2013, comment: "D’une autre fois" }]);
    const opened = await openedFile(await readFile(path("o.xlsx")), "o.xlsx");
    const sheet = opened.cells.sheets.find(({ name }) => name === "Comparaison")!;
    // On each of the three tables of communes.
    expect(sheet.rows.filter((cells) => cells[1] === "25058" && cells[12] === text)).toHaveLength(3);
    const journal = opened.cells.sheets.find(({ name }) => name === "Journal")!;
    expect(JSON.stringify(journal.rows)).not.toContain("Bourg");
  });

  test("a comment on no commune is refused, and the name that it may mean is told", async () => {
    const comments = [{ commune: "Beurre", against: 2014, text: "Travaux" }];
    await writeFile(path("options.json"), JSON.stringify({ comments }));
    const { code, err } = await run(
      await put("2015.xlsx", rows),
      "--campaign",
      "2015",
      "--options",
      path("options.json"),
    );
    expect(code).toBe(2);
    expect(err.join("\n")).toMatch(/«\sBeurre\s» n’est pas une commune de la CAGB\. Nom le plus proche\s: Beure\./);
  });

  test("--compare bills the other workbook for the campaign of its Journal, in English when asked", async () => {
    await run(await put("parc.xlsx", [amagney]), "--campaign", "2014", "--out", path("2014.xlsx"));
    expect((await ask("--lang", "en"))[0]).toBe(
      "Comparison with “2014.xlsx”, 2014 campaign (of its Journal): €1,169.80 → €1,812.76, that is +€642.96",
    );
  });

  test("read from several files, as it was issued: the flag is given for each", async () => {
    await issueFromTwoFiles();
    const [first] = await ask("--compare", path("effectifs.xlsx"));
    // 100 × 5,27 + 211,00 + 10 × 36,86
    expect(first).toMatch(/\(d’après son Journal\) : 1 106,60 € → 1 812,76 €/);
    expect((await analysed()).compare.anomalies.map(({ code }: { code: string }) => code)).toEqual(["packs-inferred"]);
  });

  test("an error of the compared workbook blocks the writing, unless it was accepted when that one was issued", async () => {
    const faulty = [amagney, ["Atlantis", "École", 10, 1, 0]];
    await put("2014.xlsx", faulty);
    const asked = [await put("2015.xlsx", rows), "--campaign", "2015", "--compare", path("2014.xlsx")];
    const blocked = await run(...asked, "--out", path("o.xlsx"));
    expect(blocked.code).toBe(1);
    expect(blocked.out.join("\n")).toMatch(/\[2014\.xlsx\]Parc!A3\s: «\sAtlantis\s»/);
    expect(await folder.files()).toEqual(["2014.xlsx", "2015.xlsx"]);

    await run(await put("parc.xlsx", faulty), "--campaign", "2014", "--force", "--out", path("emis.xlsx"));
    const accepted = await run(...asked.with(-1, path("emis.xlsx")), "--out", path("o.xlsx"));
    expect(accepted.code).toBe(0);
    expect(accepted.out.join("\n")).toMatch(/\[emis\.xlsx\]Parc!A3\s: «\sAtlantis\s»/);
  });

  test("a compared workbook that no longer matches what was issued blocks the writing, until its present amounts are accepted in the options", async () => {
    // Issued with its headcounts beside; without them, what the Journal tells is not found again: 211,00 + 10 × 36,86.
    await issueFromTwoFiles();
    const asked = [await put("2015.xlsx", rows), "--campaign", "2015", "--compare", path("2014.xlsx")];
    const out = ["--out", path("o.xlsx"), "--json", path("o.json"), "--overwrite"];
    const held = await run(...asked, ...out);
    expect(held.code).toBe(1);
    expect(held.out.join("\n").replace(/\s/g, " ")).toMatch(/donne 579,60 €, et son Journal 1 106,60 €.*« 579\.60 »/);

    const accepted = [{ file: "2014.xlsx", code: "compared-total-differs", was: "579.60" }];
    await writeFile(path("options.json"), JSON.stringify({ accepted }));
    await run(...asked, "--options", path("options.json"), ...out);
    const { anomalies } = (await analysed()).compare;
    expect(anomalies).toContainEqual(expect.objectContaining({ severity: "warning", code: "compared-total-differs" }));
  });
});

describe("--simulate GRID says who would pay more, who less", () => {
  const ask = async (grid: string) =>
    saidOf(await put("parc.xlsx", [amagney]), "--campaign", "2014", "--simulate", path(grid));

  test("--simulate accepts a grid file of another period", async () => {
    const rows = voted.rows.map((row) =>
      row.code === "POSTE_STD" ? { ...row, maintenance: { cagb: "2.00", commune: "35.00" } } : row,
    );
    const grid = { ...voted, act: "Projet", from: "2020-01-01", to: "2020-12-31", rows };
    await writeFile(path("grille.json"), JSON.stringify(grid));
    // 10 × 2,00 = 20,00 for the CAGB; 10 × (35,00 − 36,86) = −18,60 for the commune.
    expect(await ask("grille.json")).toEqual([
      "Simulation, aucun document officiel (projet, non voté) : 1 169,80 € → 1 171,20 €, soit +1,40 €",
      "  Part de la CAGB : +20,00 € · Quotes-parts des communes : −18,60 €",
      "  Communes qui paieraient plus : 0 · moins : 1 · autant : 0",
    ]);
    expect((await analysed()).simulate).toMatchObject({
      grids: { trial: { act: "Projet", from: "2020-01-01" } },
      directions: { more: 0, less: 1, same: 0 },
      byCommune: { 25014: { name: "Amagney", due: { now: "431.80", trial: "413.20", difference: "-18.60" } } },
    });
  });

  test("a grid in a workbook's table Tarifs; what it does not name costs nothing", async () => {
    await writeFile(path("grille.xlsx"), await writeXlsx({ sheets: [tarifsSheet(44)] }));
    const [first] = await ask("grille.xlsx");
    // 10 × 44,00 and nothing else.
    expect(first).toMatch(/1 169,80 € → 440,00 €, soit −729,80 €$/);
  });

  test("what a tried grid cannot count is reported separately, and in the JSON", async () => {
    const tablets = {
      name: "Parc",
      rows: [
        ["Commune", "École", "Effectif", "Postes clients standard", "Tablettes"],
        ["Amagney", "École primaire", 100, 10, "beaucoup"],
      ],
    };
    await writeFile(path("parc.xlsx"), await writeXlsx({ sheets: [tablets] }));
    const price = { cagb: null, commune: "6.50" };
    const row = { code: "TABLETTE", prestation: "Tablette", unit: "tablette" };
    const rows = [...voted.rows, { ...row, installation: { cagb: null, commune: null }, maintenance: price }];
    await writeFile(path("grille.json"), JSON.stringify({ ...voted, rows }));
    const said = await saidOf(path("parc.xlsx"), "--campaign", "2014", "--simulate", path("grille.json"));
    expect(said.slice(3)).toEqual([
      "  Points propres à l’essai : 1 à corriger, 0 à vérifier, 0 pour information",
      expect.stringMatching(/^ {2}Parc!E2 : « beaucoup » n’est pas un nombre/),
    ]);
    expect((await analysed()).simulate.anomalies).toMatchObject([{ severity: "error", cell: "E2" }]);
  });
});

describe("--rectify WORKBOOK says what an issued statement becomes, by lines of its own", () => {
  const issue = async () => run(await put("parc.xlsx", [amagney]), "--campaign", "2014", "--out", path("emis.xlsx"));
  const correct = async (row: CellValue[], ...argv: string[]) =>
    saidOf(await put("corrige.xlsx", [row]), "--campaign", "2014", "--rectify", path("emis.xlsx"), ...argv);

  test.each([
    ["a complement", 11, /36,86 €$/, "  Titre complémentaire"],
    ["a reduction", 9, /soit −36,86 €$/, "  Titre de réduction : annulation partielle du titre d’origine"],
  ])("%s", async (_what, machines, difference, kind) => {
    await issue();
    const said = await correct(["Amagney", "École primaire", 100, machines, 2]);
    expect(said[0]).toMatch(
      /^Rectificatif de l’état généré le 25\/11\/2014 à 14:03 \(« emis\.xlsx »\) : 1 169,80 € → /,
    );
    expect(said[0]).toMatch(difference);
    expect(said.slice(1)).toEqual([kind, expect.any(String), "  Lignes rectifiées : 1 · Communes : 1"]);
  });

  test("the JSON of a correction has each line beside the one it corrects, and the issued workbook stays as it was", async () => {
    await issue();
    const before = await readFile(path("emis.xlsx"));
    await correct(["Amagney", "École primaire", 100, 11, 2], "--out", path("o.xlsx"));
    expect((await analysed()).rectify).toMatchObject({
      issued: { file: "emis.xlsx", campaign: 2014, when: "2014-11-25 14:03", total: "1169.80" },
      kind: "complement",
      total: { before: "1169.80", difference: "36.86", after: "1206.66" },
      lines: [
        {
          prestation: "POSTE_STD",
          nature: "maintenance",
          issued: { quantity: 10, amount: "368.60" },
          corrected: { quantity: 11, amount: "405.46" },
          difference: "36.86",
        },
      ],
    });
    expect(Buffer.compare(await readFile(path("emis.xlsx")), before)).toBe(0);
  });

  test("quite another inventory is held back until it is accepted, and says what is read", async () => {
    await issue();
    const asked = ["--campaign", "2014", "--rectify", path("emis.xlsx"), "--out", path("o.xlsx")];
    const other = await put("autre.xlsx", [["Beure", "École du centre", 80, 7, null]]);
    const held = await run(other, ...asked);
    expect(held.code).toBe(1);
    expect(held.out.join("\n")).toMatch(
      /tout autre inventaire.*25\/11\/2014.*parc\.xlsx.*lit autre\.xlsx, et \d+ lignes/,
    );
    expect(held.err).toHaveLength(1);
    expect((await run(other, ...asked, "--force")).code).toBe(0);
    // Accepted for what the correction gives: 80 × 5,27 + 211,00 + 7 × 36,86; for another amount, it is asked again.
    const accepting = async (was: string) => {
      await writeFile(path("options.json"), JSON.stringify({ accepted: [{ code: "rectified-other-inventory", was }] }));
      return run(other, ...asked, "--options", path("options.json"), "--overwrite");
    };
    expect([(await accepting("890.62")).code, (await accepting("890.63")).code]).toEqual([0, 1]);
    // The same file, corrected through and through, is the one that was issued.
    expect(
      (await run(await put("parc.xlsx", [["Beure", "École du centre", 80, 7, null]]), ...asked, "--overwrite")).code,
    ).toBe(0);
  });

  test("nothing to correct is said", async () => {
    await issue();
    expect((await correct(amagney))[1]).toBe("  Aucun montant ne change : il n’y a rien à émettre");
  });
});

describe("the workbook has a sheet for each, before its fiches", () => {
  testInDepth("all three at once; a run without them takes them away", async () => {
    const parc = await put("parc.xlsx", [amagney]);
    await run(parc, "--campaign", "2015", "--out", path("emis.xlsx"));
    await put("2014.xlsx", [amagney]);
    await writeFile(path("grille.json"), JSON.stringify(voted));
    const asked = ["--compare", path("2014.xlsx"), "--simulate", path("grille.json"), "--rectify", path("emis.xlsx")];
    await run(parc, "--campaign", "2015", ...asked, "--out", path("tout.xlsx"));
    const sheets = ["Comparaison", "Comparaison (détail)", "Simulation", "Annexe délibération", "Rectificatif"];
    const names = await sheetNames("tout.xlsx");
    expect(names).toEqual(["Parc", ...tabsOf(["Amagney"], sheets)]);
    expect(faultsOf(await readFile(path("tout.xlsx")))).toEqual([]);
    await run(path("tout.xlsx"), "--campaign", "2015", "--out", path("encore.xlsx"));
    expect(await sheetNames("encore.xlsx")).toEqual(await sheetNames("emis.xlsx"));
  });
});
