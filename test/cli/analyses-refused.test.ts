import { mkdir, readFile, writeFile } from "node:fs/promises";
import { writeXlsx } from "hucre/xlsx";
import type { CellValue } from "hucre/xlsx";
import voted from "../../src/tariff/conventions/2014/grid.json";
import { withPart } from "../workbook/files/rich-workbook";
import { Folder, expectRefusal, run } from "./run-rebill";
import type { Run } from "./run-rebill";
import { amagney, smallWorkbook, tarifsSheet } from "./small-workbook";

const folder = new Folder();
const path = (name: string) => folder.file(name);

beforeEach(async () => writeFile(path("parc.xlsx"), await smallWorkbook()));

/** The refusal, and no output. */
async function expectRefused(asked: Promise<Run>, saying: RegExp): Promise<void> {
  expectRefusal(await asked, saying);
  expect((await folder.files()).filter((name) => name.startsWith("sortie"))).toEqual([]);
}

/** The campaign 2014, or the one said, with both outputs asked for. */
function ask(flag: string, file: string, ...more: string[]) {
  const campaign = more.includes("--campaign") ? [] : ["--campaign", "2014"];
  const outputs = ["--out", path("sortie.xlsx"), "--json", path("sortie.json")];
  return run(path("parc.xlsx"), ...outputs, flag, path(file), ...campaign, ...more);
}

describe("a file that cannot be read is said, and nothing is written", () => {
  test.each(["--compare", "--simulate", "--rectify"])("%s", async (flag) => {
    await writeFile(path("texte.xlsx"), "ceci n’est pas un classeur");
    await mkdir(path("dossier"));
    await expectRefused(ask(flag, "absent.xlsx"), /absent\.xlsx.*introuvable/);
    await expectRefused(ask(flag, "dossier"), /n’est pas un fichier/);
    await expectRefused(ask(flag, "texte.xlsx"), /texte\.xlsx/);
    await expectRefused(ask(flag, "absent.xlsx", "--lang", "en"), /cannot be found/);
  });

  test.each(["--compare", "--simulate", "--rectify"])("nor is the file of %s ever written over", async (flag) => {
    await writeFile(path("autre.xlsx"), await smallWorkbook());
    const over = ["--out", path("autre.xlsx"), "--overwrite"];
    await expectRefused(
      run(path("parc.xlsx"), "--campaign", "2014", flag, path("autre.xlsx"), ...over),
      /autre\.xlsx.*un des fichiers lus/,
    );
  });
});

describe("--simulate refuses what is no grid", () => {
  const simulate = async (grid: object) => {
    await writeFile(path("grille.json"), JSON.stringify(grid));
    return ask("--simulate", "grille.json");
  };

  test("--simulate refuses a data file with faults, the first at its field and the others counted", async () => {
    const price = { cagb: null, commune: "-1.00" };
    const rows = voted.rows.map((row) => (row.code === "POSTE_STD" ? { ...row, maintenance: price } : row));
    await expectRefused(simulate({ ...voted, rows }), /rows\[3\]\.maintenance\.commune.*-1\.00/);
    await expectRefused(simulate({ ...voted, act: undefined, rows, remise: 1 }), /remise.*corriger ensuite\s: 2/);
  });

  test("a grid that gives a key twice, all of them counted", async () => {
    await writeFile(path("double.json"), '{ "act": "a", "act": "b",\n  "rows": [], "rows": [] }');
    await expectRefused(ask("--simulate", "double.json"), /double\.json.*«\sact\s».*ensuite\s: 1/);
  });

  test("a file that is no JSON, or no UTF-8", async () => {
    await writeFile(path("pas.json"), "{\n  tarif\n}");
    await writeFile(path("latin.json"), Uint8Array.from([0x22, 0xe9, 0x22]));
    await expectRefused(ask("--simulate", "pas.json"), /grille.*pas\.json.*ligne 2, colonne 3/);
    await expectRefused(ask("--simulate", "latin.json"), /grille.*UTF-8/);
  });

  test("--simulate refuses a workbook without a table Tarifs, or with a wrong one, at its cell", async () => {
    await writeFile(path("sans.xlsx"), await smallWorkbook());
    await writeFile(path("faux.xlsx"), await writeXlsx({ sheets: [tarifsSheet(-40)] }));
    await expectRefused(ask("--simulate", "sans.xlsx"), /sans\.xlsx.*pas de tableau «\sTarifs\s»/);
    await expectRefused(ask("--simulate", "faux.xlsx"), /Tarifs!G2.*négatif/);
  });
});

describe("--compare refuses what it cannot bill", () => {
  test("--compare refuses a workbook without an inventory", async () => {
    const sheets = [{ name: "Notes", rows: [["Bonjour"]] }];
    await writeFile(path("notes.xlsx"), await writeXlsx({ sheets }));
    await expectRefused(ask("--compare", "notes.xlsx", "--campaign", "2015"), /Aucun inventaire.*notes\.xlsx/);
  });

  test("--compare refuses the same workbook twice", async () => {
    await writeFile(path("2014.xlsx"), await smallWorkbook());
    await expectRefused(ask("--compare", "2014.xlsx", "--compare", path("2014.xlsx")), /indiqué deux fois/);
  });

  test("a year before that no grid covers: the workbook, and why that year", async () => {
    await writeFile(path("ecoles.xlsx"), await smallWorkbook());
    await expectRefused(
      ask("--compare", "ecoles.xlsx"),
      /^«\secoles\.xlsx\s» ne peut pas être comparé\s: sans Journal, il est lu comme l’inventaire de l’année d’avant, et aucun tarif ne couvre la campagne 2013\./,
    );
    await expectRefused(
      ask("--compare", "ecoles.xlsx", "--lang", "en"),
      /^“ecoles\.xlsx” cannot be compared: without a Journal, it is read as the inventory of the year before, and no tariff covers campaign 2013\./,
    );
  });
});

describe("--rectify refuses what was not issued", () => {
  const issue = async (name: string, rows: CellValue[][], ...argv: string[]) => {
    await writeFile(path("source.xlsx"), await smallWorkbook(rows));
    await run(path("source.xlsx"), "--campaign", "2014", "--out", path(name), ...argv);
  };

  test("--rectify refuses a workbook without a generated statement", async () => {
    await writeFile(path("brut.xlsx"), await smallWorkbook());
    await expectRefused(ask("--rectify", "brut.xlsx"), /brut\.xlsx.*n’a pas été produit par Ordiclasse/);
  });

  test("--rectify refuses the statement of another campaign", async () => {
    await issue("emis.xlsx", [amagney]);
    await expectRefused(
      ask("--rectify", "emis.xlsx", "--campaign", "2015"),
      /campagne 2014.*demandée pour 2015.*Indiquez la campagne 2014/,
    );
  });

  test("a statement billed with options that are not given again, where its Journal alone tells of them", async () => {
    await writeFile(path("options.json"), `{ "besancon": "left-out" }`);
    await issue("emis.xlsx", [amagney], "--options", path("options.json"));
    const record = /<definedName name="ORDICLASSE_GENERATION_[^>]*>[^<]*<\/definedName>/g;
    const issued = new Uint8Array(await readFile(path("emis.xlsx")));
    await writeFile(
      path("emis.xlsx"),
      withPart(issued, "xl/workbook.xml", (text) => text.replace(record, "")),
    );
    await expectRefused(ask("--rectify", "emis.xlsx"), /options notées au Journal.*fichier d’options d’alors/);
  });

  test("--rectify accepts a statement that keeps what it was made with", async () => {
    await writeFile(path("options.json"), `{ "besancon": "left-out" }`);
    await issue("emis.xlsx", [amagney], "--options", path("options.json"));
    expect(await ask("--rectify", "emis.xlsx")).toMatchObject({ code: 0 });
  });
});
