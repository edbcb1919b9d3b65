import { readFile, writeFile } from "node:fs/promises";
import { readCsv } from "../../src/workbook/files/read-csv";
import { expectRefusal, Folder, run } from "./run-rebill";
import { amagney, smallWorkbook } from "./small-workbook";

const folder = new Folder();
const csv = () => folder.file("titre.csv");

async function bill(rows: Parameters<typeof smallWorkbook>[0], ...argv: string[]) {
  await writeFile(folder.file("parc.xlsx"), await smallWorkbook(rows));
  return run(folder.file("parc.xlsx"), "--campaign", "2014", "--csv", csv(), ...argv);
}

const wrong = [amagney, ["Atlantis", "École", 10, 1, 0]];

describe("--csv writes the titre's lines for a finance package", () => {
  test("the titre's lines are in UTF-8 with its mark, and read back to the titre's amount", async () => {
    const { code, out, err } = await bill([amagney]);
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out.at(-1)!.replace(/\s/g, " ")).toBe(`Lignes du titre écrites : ${csv()}`);
    const bytes = await readFile(csv());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [headings, ...lines] = readCsv(new TextDecoder().decode(bytes)).rows;
    expect(headings).toHaveLength(16);
    // 100 × 5,27 + 211,00 for the CAGB; 10 × 36,86 + 2 × 31,60 for the commune.
    expect(lines.map((line) => [line[2]!.split(" - ").at(-1), line[8]])).toEqual([
      ["PART CAGB", "527,00"],
      ["PART CAGB", "211,00"],
      ["QUOTES-PARTS COMMUNES", "63,20"],
      ["QUOTES-PARTS COMMUNES", "368,60"],
    ]);
  });

  test("the titre's lines are in Windows-1252 when the package requires it, and a character that it lacks is refused", async () => {
    await writeFile(folder.file("o.json"), JSON.stringify({ particulars: { stateNumber: "2014‑01 – é" } }));
    await bill([amagney], "--encoding", "windows-1252", "--options", folder.file("o.json"));
    const text = (await readFile(csv())).toString("latin1");
    expect(text).toMatch(/^exercice;tiers \(SIRET\);libell\u00e9;/);
    expect(text).toContain("2014-01 \u0096 \u00e9, version 1"); // a no-break hyphen as a hyphen, a dash as 0x96
    await writeFile(folder.file("o.json"), JSON.stringify({ particulars: { stateNumber: "2014-①学" } }));
    const argv = ["--encoding", "windows-1252", "--options", folder.file("o.json"), "--csv", folder.file("non.csv")];
    expectRefusal(await run(folder.file("parc.xlsx"), "--campaign", "2014", ...argv), /«\s学\s».*windows-1252/);
    expect(await folder.files()).not.toContain("non.csv");
  });

  test("--csv writes the lines of the titre beside the workbook and the JSON, or alone", async () => {
    await bill([amagney], "--out", folder.file("o.xlsx"), "--json", folder.file("o.json"));
    expect(await folder.files()).toEqual(["o.json", "o.xlsx", "parc.xlsx", "titre.csv"]);
  });
});

describe("blocking errors prevent the titre's lines too", () => {
  test("with blocking errors, only the JSON is written, and the exit code is 1", async () => {
    const { code } = await bill(wrong, "--json", folder.file("o.json"));
    expect(code).toBe(1);
    expect(await folder.files()).toEqual(["o.json", "parc.xlsx"]);
  });

  test("--csv with --force leaves out what is in error, and marks the file name and each line as provisional", async () => {
    const others = ["--csv-communes", folder.file("communes.csv"), "--publipostage", folder.file("lettres.csv")];
    const { code, out } = await bill(wrong, "--force", ...others);
    expect(code).toBe(0);
    const names = ["PROVISOIRE_communes.csv", "PROVISOIRE_lettres.csv", "PROVISOIRE_titre.csv"];
    expect(await folder.files()).toEqual([...names, "parc.xlsx"]);
    for (const name of names) {
      expect(out.join("\n")).toContain(folder.file(name));
      const [headings, ...lines] = readCsv((await readFile(folder.file(name), "utf8")).replace("\ufeff", "")).rows;
      expect([name, headings![0]]).toEqual([name, "ÉTAT"]);
      expect([name, new Set(lines.map(([first]) => first))]).toEqual([name, new Set(["PROVISOIRE"])]);
    }
    const [headings, ...lines] = readCsv(await readFile(folder.file("PROVISOIRE_titre.csv"), "utf8")).rows;
    expect(lines).toHaveLength(4);
    const piece = lines[0]![headings!.indexOf("pièce")];
    expect(piece).toBe("2014_PROVISOIRE_ORDICLASSE_ETAT-LIQUIDATIF_CAGB.pdf");
  });

  test("the titre's lines cannot have the name of another output, or of an existing file", async () => {
    const json = await bill(wrong, "--force", "--json", folder.file("PROVISOIRE_titre.csv"));
    expectRefusal(json, /--json et --csv désignent le même fichier/);
    await writeFile(folder.file("PROVISOIRE_titre.csv"), "à garder");
    expectRefusal(await bill(wrong, "--force"), /PROVISOIRE_titre\.csv\s» existe déjà/);
    expect(await readFile(folder.file("PROVISOIRE_titre.csv"), "utf8")).toBe("à garder");
  });
});
