import { readFile, writeFile } from "node:fs/promises";
import { writeXlsx } from "hucre/xlsx";
import { openWorkbookFile } from "../../src/workbook";
import { withPart } from "../workbook/files/rich-workbook";
import { Folder, expectRefusal, run } from "./run-rebill";
import { amagney, amagneyAmounts, smallWorkbook, tarifsSheet } from "./small-workbook";
import { yearWithoutTariff } from "../year-without-tariff";
import { tabsOf } from "../tabs";

const folder = new Folder();
const out = () => folder.file("sortie.xlsx");
const json = () => folder.file("sortie.json");
const readJson = async () => JSON.parse(await readFile(json(), "utf8"));

/** A workbook of these bytes, billed to both outputs. */
async function bill(bytes: Uint8Array | Promise<Uint8Array>, ...argv: string[]) {
  await writeFile(folder.file("parc.xlsx"), await bytes);
  const campaign = argv.includes("--campaign") ? [] : ["--campaign", "2014"];
  return run(folder.file("parc.xlsx"), "--out", out(), "--json", json(), ...campaign, ...argv);
}

const wrong = [amagney, ["Atlantis", "École", 10, 1, 0]];

describe("a sound inventory is billed, exit 0", () => {
  test("the workbook and the JSON are written, and summed up in French", async () => {
    const { code, out: lines, err } = await bill(smallWorkbook());
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(lines.map((line) => line.replace(/\s/g, " "))).toEqual([
      "Campagne 2014, situation au 01/11/2014",
      "Tarif : Délibération n° 58, récépissé préfectoral du 14 novembre 2014",
      "État liquidatif n° 2014-01, version 1",
      "Titre de la Ville à la CAGB : 1 169,80 €",
      "  Part de la CAGB : 738,00 €",
      "  Quotes-parts des communes : 431,80 €",
      "Élèves : 100 · Écoles : 1 · Communes : 1",
      // As many as « Contrôles » and the pane tell.
      "Mentions à donner, laissées en pointillés : 7 (SIRET du créancier, SIRET du débiteur, Adresse du créancier, Adresse du débiteur, Signataire, Qualité du signataire, Délégation)",
      "Points : 0 à corriger, 0 à vérifier, 1 pour information",
      expect.stringMatching(/^ {2}Aucune feuille ne montre les packs logiciels/),
      `Classeur écrit : ${out()}`,
      `JSON écrit : ${json()}`,
    ]);
    expect(await readJson()).toMatchObject(amagneyAmounts);
    expect(await folder.files()).toEqual(["parc.xlsx", "sortie.json", "sortie.xlsx"]);
  });

  test("a sound inventory is billed in English, with documents in French", async () => {
    const { out: lines } = await bill(smallWorkbook(), "--lang", "en");
    expect(lines).toContain("Claim of the Ville on the CAGB: €1,169.80");
    expect(lines).toContain("Points: 0 to correct, 0 to check, 1 for information");
    const opened = await openWorkbookFile(await readFile(out()), "sortie.xlsx");
    expect(opened.ok && opened.workbook.cells.sheets.map((sheet) => sheet.name)).toEqual([
      "Parc",
      ...tabsOf(["Amagney"]),
    ]);
  });

  test("a run without an output is only summed up", async () => {
    await writeFile(folder.file("parc.xlsx"), await smallWorkbook());
    expect((await run(folder.file("parc.xlsx"), "--campaign", "2014")).code).toBe(0);
    expect(await folder.files()).toEqual(["parc.xlsx"]);
  });

  test("a second input without an inventory is told, and the first is billed", async () => {
    await writeFile(folder.file("autre.xlsx"), await emptyWorkbook());
    const { code, out: lines } = await bill(smallWorkbook(), folder.file("autre.xlsx"));
    expect(code).toBe(0);
    expect(lines.join("\n")).toMatch(/Aucun inventaire.*autre\.xlsx/);
    expect(await readJson()).toMatchObject(amagneyAmounts);
  });
});

describe("the command tells of itself, exit 0", () => {
  const optionsOf = (lines: readonly string[], pattern: RegExp) =>
    [...lines.join("\n").matchAll(pattern)].map(([, option]) => option!).sort();

  test.each([
    ["fr", "Usage\u00a0: rebill INPUT… ", "la campagne"],
    ["en", "Usage: rebill INPUT… ", "the campaign"],
  ])(
    "--help shows how to bill, mark as issued and verify, and has a line an option (%s)",
    async (language, usage, said) => {
      const { code, out: lines, err } = await run("--help", "--lang", language);
      expect({ code, err }).toEqual({ code: 0, err: [] });
      const end = lines.indexOf("");
      const [billing, issuing, verifying] = lines.slice(0, end);
      expect(billing!.startsWith(usage)).toBe(true);
      expect(issuing).toMatch(/^ +rebill WORKBOOK --issued FILE --out/);
      expect(verifying).toMatch(/^ +rebill --verify WORKBOOK/);
      const explained = optionsOf(lines.slice(end), /^ {2}(?:-h, )?(--[a-z-]+)/gm);
      const used = optionsOf(lines.slice(0, end), /(--[a-z-]+)/g);
      expect([...new Set([...used, "--help", "--version"])].sort()).toEqual(explained);
      expect(lines.find((line) => line.startsWith("  --campaign"))).toContain(said);
    },
  );

  test("the README has a line an option too", async () => {
    const { out: lines } = await run("--help");
    const readme = (await readFile("README.md", "utf8")).split("\n").filter((line) => line.startsWith("| `--"));
    const rows = readme.map((row) => row.split("|")[1]!);
    expect(optionsOf(rows, /`(--[a-z-]+)/g)).toEqual(optionsOf(lines, /^ {2}(?:-h, )?(--[a-z-]+)/gm));
  });

  test("--version is the package's", async () => {
    const { version } = JSON.parse(await readFile("package.json", "utf8"));
    expect(await run("--version")).toEqual({ code: 0, out: [version], err: [] });
  });
});

describe("a workbook that only brings a setting", () => {
  const options = {
    name: "Options Ordiclasse",
    rows: [
      ["Option", "Valeur"],
      ["Fiches (impression)", "non"],
    ],
  };

  test.each([
    ["options", options],
    ["a tariff", { ...tarifsSheet(36.86, "01/11/2014", "31/10/2015") }],
  ])("%s is not asked for an inventory", async (_what, sheet) => {
    await writeFile(folder.file("autre.xlsx"), await writeXlsx({ sheets: [sheet] }));
    const { out: lines } = await bill(smallWorkbook(), folder.file("autre.xlsx"));
    expect(lines.join("\n")).toMatch(/Campagne 2014/);
    expect(lines.join("\n")).not.toMatch(/Aucun inventaire/);
  });

  test("a grid on a sheet that is not named Tarifs is told, at its first header", async () => {
    const sheet = { ...tarifsSheet(40, "01/11/2014", "31/10/2015"), name: "Tarifs 2014" };
    const { code, out: lines } = await bill(smallWorkbook([amagney], [sheet]));
    expect(code).toBe(0);
    expect(lines.filter((line) => /Tarifs 2014!A1.*n’est pas appliquée/.test(line))).toHaveLength(1);
    expect(await readJson()).toMatchObject(amagneyAmounts);
  });
});

describe("blocking anomalies hold the workbook back, exit 1", () => {
  test("the JSON is written, the workbook is not, and each error is listed at its cell", async () => {
    const { code, out: lines, err } = await bill(smallWorkbook(wrong));
    expect(code).toBe(1);
    expect(lines.filter((line) => line.includes("Parc!A3")).join()).toMatch(/«\sAtlantis\s».*pas facturée/);
    expect(lines.find((line) => line.startsWith("Titre de la Ville"))).toMatch(
      /€ \(provisoire, des points étant à corriger\)$/,
    );
    expect(err).toHaveLength(1);
    expect(err[0]).toMatch(/Ni le classeur, ni les listes, ni les PDF ne sont produits.*--force/);
    expect(await folder.files()).toEqual(["parc.xlsx", "sortie.json"]);
    expect((await readJson()).anomalies).toContainEqual(
      expect.objectContaining({ severity: "error", file: "parc.xlsx", sheet: "Parc", cell: "A3" }),
    );
  });

  test("a workbook that is there already stays as it was, --overwrite or not", async () => {
    await writeFile(out(), "avant");
    expect((await bill(smallWorkbook(wrong), "--overwrite")).code).toBe(1);
    expect(await readFile(out(), "utf8")).toBe("avant");
  });

  test("--force writes the workbook without what is in error and exits with 0", async () => {
    const { code, err, out: lines } = await bill(smallWorkbook(wrong), "--force");
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(lines.at(-1)).toMatch(/^Documents provisoires.*acceptés, 1\./);
    expect(await readJson()).toMatchObject(amagneyAmounts);
    expect(await folder.files()).toContain("sortie.xlsx");
  });
});

describe("a run that cannot bill prints one line and writes nothing, exit 2", () => {
  afterEach(async () => expect((await folder.files()).filter((name) => name.startsWith("sortie"))).toEqual([]));

  test("a campaign outside every grid is refused: nothing is extrapolated", async () => {
    for (const year of [2013, yearWithoutTariff])
      expectRefusal(
        await bill(smallWorkbook(), "--campaign", String(year)),
        new RegExp(`Aucun tarif ne couvre la campagne ${year}`),
      );
  });

  test("a workbook without an inventory is refused in one line", async () => {
    expectRefusal(await bill(emptyWorkbook()), /Aucun inventaire.*parc\.xlsx/);
  });

  test("a workbook whose inventory is hidden is refused, and the sheet named", async () => {
    const hidden = withPart(
      await smallWorkbook([amagney], [{ name: "Vide", rows: [["x"]] }]),
      "xl/workbook.xml",
      (xml) => xml.replace('name="Parc"', 'name="Parc" state="hidden"'),
    );
    expectRefusal(await bill(hidden), /«\sParc\s».*Affichez-la/);
  });

  test("an options file that gives a key twice, of which only one would count, is refused", async () => {
    const setAside = (row: number) => `"setAside": [{ "sheet": "Parc", "row": ${row}, "reason": "fermée" }]`;
    await writeFile(folder.file("o.json"), `{ ${setAside(2)},\n  ${setAside(3)} }`);
    expectRefusal(
      await bill(smallWorkbook(), "--options", folder.file("o.json")),
      /o\.json.*donne deux fois la clé «\ssetAside\s».*ligne 1, puis ligne 2, colonne 3/,
    );
    expect(await folder.files()).toEqual(["o.json", "parc.xlsx"]);
  });

  test("a faulty options file is refused in one line, in either language", async () => {
    await writeFile(folder.file("o.json"), `{ "besancon": "gratuit", "autre": 1 }`);
    await writeFile(folder.file("pas.json"), "{\n  besancon\n}");
    await writeFile(folder.file("latin.json"), Uint8Array.from([0x22, 0xe9, 0x22]));
    expectRefusal(
      await bill(smallWorkbook(), "--options", folder.file("o.json")),
      /«\sbesancon\s» vaut «\sgratuit\s».*corriger ensuite\s: 1|«\sautre\s» n’existe pas.*corriger ensuite\s: 1/,
    );
    expectRefusal(await bill(smallWorkbook(), "--options", folder.file("pas.json")), /JSON.*ligne 2, colonne 3/);
    expectRefusal(await bill(smallWorkbook(), "--options", folder.file("latin.json")), /UTF-8/);
    expectRefusal(
      await bill(smallWorkbook(), "--options", folder.file("absent.json"), "--lang", "en"),
      /cannot be found/,
    );
  });

  test("a faulty table Tarifs is refused in one line, at its cell", async () => {
    expectRefusal(
      await bill(smallWorkbook([amagney], [tarifsSheet(-40)]), "--campaign", String(yearWithoutTariff)),
      /^\[parc\.xlsx\]Tarifs!G2.*négatif/,
    );
  });

  test("two tables Tarifs in two workbooks are refused in one line", async () => {
    await writeFile(folder.file("autre.xlsx"), await smallWorkbook([["Beure", "École", 1, 1, 0]], [tarifsSheet(41)]));
    expectRefusal(
      await bill(
        smallWorkbook([amagney], [tarifsSheet(40)]),
        folder.file("autre.xlsx"),
        "--campaign",
        String(yearWithoutTariff),
      ),
      /^\[autre\.xlsx\]Tarifs!A1\s: Un autre tableau/,
    );
  });

  test("a faulty options sheet is refused in one line, at its cell", async () => {
    const sheet = {
      name: "Options Ordiclasse",
      rows: [
        ["Option", "Valeur"],
        ["Besançon", "gratuit"],
      ],
    };
    expectRefusal(await bill(smallWorkbook([amagney], [sheet])), /Options Ordiclasse!B2.*gratuit/);
  });
});

describe("the workbook's own tariff and options count", () => {
  test("a table Tarifs bills, and covers a campaign that no built-in grid does", async () => {
    const { code } = await bill(
      smallWorkbook([amagney], [tarifsSheet(40)]),
      "--campaign",
      String(yearWithoutTariff),
      "--force",
    );
    expect(code).toBe(0);
    // 10 workstations × 40,00; the grid has neither portal nor pack nor installation.
    expect(await readJson()).toMatchObject({ cagb: "0.00", communes: "400.00", total: "400.00" });
  });

  test("the options file wins over the sheet, option by option", async () => {
    const sheet = {
      name: "Options Ordiclasse",
      rows: [
        ["Option", "Valeur"],
        ["Besançon", "non facturée"],
        ["Fiches (impression)", "oui"],
      ],
    };
    await writeFile(folder.file("o.json"), `\uFEFF{ "besancon": "like-others" }`);
    const besancon = ["Besançon", "École Viotte", 100, 10, 2];
    await bill(smallWorkbook([besancon], [sheet]), "--options", folder.file("o.json"));
    expect(await readJson()).toMatchObject(amagneyAmounts);
    const opened = await openWorkbookFile(await readFile(out()), "sortie.xlsx");
    expect(opened.ok && opened.workbook.generatedSheets.map(({ key }) => key)).toContain("fiches-impression");
  });
});

function emptyWorkbook(): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: "Notes", rows: [["Bonjour"], ["Réunion", "mardi"]] }] });
}
