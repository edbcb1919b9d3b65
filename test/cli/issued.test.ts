import { readdir, readFile, writeFile } from "node:fs/promises";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { ledgerOf } from "../../src/documents";
import type { OpenWorkbook } from "../../src/workbook";
import { testInDepth } from "../depth";
import { expectRefusal, Folder, run } from "./run-rebill";
import { amagney, smallWorkbook } from "./small-workbook";
import { openedFile } from "../opened-file";

const folder = new Folder();
const out = () => folder.file("parc-2014.xlsx");
const eleven = amagney.with(3, 11);

/** Bills an inventory into the same workbook, whatever it holds already. */
async function bill(rows = [amagney], ...argv: string[]) {
  await writeFile(folder.file("parc.xlsx"), await smallWorkbook(rows));
  return run(folder.file("parc.xlsx"), "--campaign", "2014", "--out", out(), "--overwrite", ...argv);
}

async function issue(file: unknown, workbook = "parc-2014.xlsx", ...argv: string[]) {
  await writeFile(folder.file("emis.json"), typeof file === "string" ? file : JSON.stringify(file));
  return run(folder.file(workbook), "--issued", folder.file("emis.json"), "--out", folder.file("emis.xlsx"), ...argv);
}

async function open(path: string): Promise<OpenWorkbook> {
  return openedFile(await readFile(path), "ouvert.xlsx");
}

/** The same workbook, whose Journal somebody made say otherwise that no error was accepted. */
function withoutErrors(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([path, part]) => {
    const text = path.endsWith(".xml") ? strFromU8(part).replaceAll(">Aucune<", ">Personne<") : null;
    return [path, text === null ? part : strToU8(text)] as const;
  });
  return zipSync(Object.fromEntries(parts));
}

const versions = async () => {
  const { journalRows, runRecord } = await open(out());
  return ledgerOf(journalRows, runRecord).states.map(({ number, version }) => `${number} v${version}`);
};

describe("--overwrite goes on with the Journal of what it replaces", () => {
  test("the version is one more where amounts changed, and the same where they did not", async () => {
    expect((await bill()).out).toContain("État liquidatif n°\u00a02014-01, version 1");
    expect((await bill()).out).toContain("État liquidatif n°\u00a02014-01, version 1");
    expect((await bill([eleven])).out).toContain("État liquidatif n°\u00a02014-01, version 2");
    expect(await versions()).toEqual(["2014-01 v1", "2014-01 v2"]);
    expect((await open(out())).journalRows).toHaveLength(6); // title, subtitle, headings, and three runs
  });

  test("rows changed by hand are told, and kept", async () => {
    await bill();
    await bill([eleven]);
    await writeFile(out(), withoutErrors(await readFile(out())));
    const { out: lines } = await bill();
    expect(lines.join("\n")).toMatch(/Le Journal a été modifié à la main/);
    expect((await open(out())).journalRows[3]).toContain("Personne");
    expect((await bill()).out.join("\n")).toMatch(/Le Journal a été modifié à la main/);
  });

  test("a file that is no workbook is replaced, as one without a Journal is", async () => {
    await writeFile(out(), "rien");
    expect((await bill()).out).toContain("État liquidatif n°\u00a02014-01, version 1");
    await writeFile(out(), await smallWorkbook());
    expect((await bill()).code).toBe(0);
    expect(await versions()).toEqual(["2014-01 v1"]);
  });

  const damaged = async () => (await readFile(out())).subarray(0, 2000);
  const locked = () =>
    writeXlsx({ sheets: [{ name: "Parc", rows: [] }], encryption: { password: "x", spinCount: 10 } });

  test.each([
    ["damaged", damaged, /parc-2014\.xlsx\s», que --overwrite remplacerait, ne peut pas être lu.*Journal.*réparer/],
    ["with a password", locked, /parc-2014\.xlsx\s», que --overwrite remplacerait, est protégé.*Journal.*retirez/],
  ])("a workbook %s, whose Journal nobody knows, is not replaced", async (_what, spoilt, saying) => {
    await bill();
    const bytes = await spoilt();
    await writeFile(out(), bytes);
    expectRefusal(await bill([eleven], "--json", folder.file("o.json")), saying);
    expect(await folder.files()).toEqual(["parc-2014.xlsx", "parc.xlsx"]);
    expect([...(await readFile(out()))]).toEqual([...bytes]);
  });
});

describe("--issued marks the état of a workbook that was made", () => {
  test("marking as issued changes the Journal alone", async () => {
    await bill();
    const { code, out: lines, err } = await issue({ date: "28/11/2014", bordereau: "12", titre: "345" });
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(lines).toEqual([
      "État n°\u00a02014-01, version 1, de la campagne 2014\u00a0: marqué comme émis au Journal.",
      `Classeur écrit\u00a0: ${folder.file("emis.xlsx")}`,
    ]);
    const [before, after] = [await open(out()), await open(folder.file("emis.xlsx"))];
    const others = ({ cells }: OpenWorkbook) => cells.sheets.filter(({ name }) => name !== "Journal");
    expect(others(after).map(({ name, rows }) => [name, rows])).toEqual(
      others(before).map(({ name, rows }) => [name, rows]),
    );
    expect([after.anomalies, after.ownAmounts]).toEqual([before.anomalies, before.ownAmounts]);
    expect(ledgerOf(after.journalRows, after.runRecord).issued).toMatchObject([
      { campaign: 2014, number: "2014-01", version: 1, date: "2014-11-28", bordereau: "12", titre: "345" },
    ]);
  });

  test("a later generation with other amounts is marked as not to be issued, and one with the same amounts is the issued état", async () => {
    await bill();
    await issue({ date: "2014-11-28", titre: "345" });
    const again = async (rows: (typeof amagney)[]) => {
      await writeFile(out(), await readFile(folder.file("emis.xlsx")));
      const { out: lines } = await bill(rows);
      const titre = (await open(out())).cells.sheets.find(({ name }) => name === "Titre CAGB")!;
      return {
        first: lines[0]!,
        second: lines[1]!,
        texts: titre.rows
          .flat()
          .filter((cell) => typeof cell === "string")
          .join("\n"),
      };
    };
    const other = await again([eleven]);
    expect(other.first).toMatch(/^L’état n°\s2014-01, version 1, a été émis le 28\/11\/2014/);
    // What is said in the pane and in the documents names no option of the command.
    expect(other.first).not.toContain("--");
    expect(other.second).toContain("--rectify");
    expect(other.texts).toContain(
      "À ne pas émettre\u00a0: autre que l’état n°\u00a02014-01, version 1, émis le 28/11/2014",
    );
    expect(other.texts).not.toContain("L’ordonnateur");
    const same = await again([amagney]);
    expect(same.first).toMatch(/^Campagne 2014/);
    expect(same.texts).toContain("État n°\u00a02014-01, version 1");
    expect(same.texts).toContain("titre n°\u00a0345");
    expect(same.texts).toContain("L’ordonnateur");
  });

  testInDepth("lists of claims of another état are refused, and --force gives them as not to be issued", async () => {
    await bill();
    await issue({ date: "2014-11-28" });
    await writeFile(out(), await readFile(folder.file("emis.xlsx")));
    const list = (name: string) => [`--${name}`, folder.file(`${name}.csv`)];
    for (const flag of ["csv", "csv-communes"])
      expectRefusal(
        await bill([eleven], ...list(flag)),
        new RegExp(
          `^--${flag} donnerait.*n°\\s2014-01, version 1,.*émis le 28/11/2014 avec d’autres montants.*--rectify`,
        ),
      );
    await writeFile(folder.file("o.json"), JSON.stringify({ particulars: { stateNumber: "2014-02" } }));
    const renumbered = await bill([amagney], ...list("csv"), "--options", folder.file("o.json"));
    expectRefusal(renumbered, /sous ce numéro, qui n’est pas celui des options.*Reprenez ce numéro/);
    expect((await bill([amagney], ...list("csv"), "--pdf", folder.file("pdf"))).code).toBe(0);
    const wrong = ["Atlantis", "École", 10, 1, 0] as typeof amagney;
    const flags = [...list("csv"), ...list("csv-communes"), ...list("publipostage"), "--pdf", folder.file("pdf")];
    expect((await bill([eleven, wrong], ...flags, "--force")).code).toBe(0);
    for (const name of ["csv", "csv-communes", "publipostage"]) {
      const text = await readFile(folder.file(`A-NE-PAS-EMETTRE_${name}.csv`), "utf8");
      expect(text).toMatch(/^\ufeffÉTAT;.*\r\n(À NE PAS ÉMETTRE;.*\r\n)+$/);
      expect(text).toContain("2014_A-NE-PAS-EMETTRE_ORDICLASSE_");
    }
    // Those of the état issued stay, and are not told to be outdated.
    expect(await readdir(folder.file("pdf"))).toEqual([
      "2014_A-NE-PAS-EMETTRE_ORDICLASSE_25014_AMAGNEY.pdf",
      "2014_A-NE-PAS-EMETTRE_ORDICLASSE_ETAT-LIQUIDATIF_CAGB.pdf",
      "2014_ORDICLASSE_25014_AMAGNEY.pdf",
      "2014_ORDICLASSE_ETAT-LIQUIDATIF_CAGB.pdf",
    ]);
  });

  test("a Journal that knows it is not replaced unseen by one that does not", async () => {
    await bill();
    await issue({ date: "2014-11-28" });
    const code = await run(out(), "--campaign", "2014", "--out", folder.file("emis.xlsx"), "--overwrite");
    expect(code.out.join("\n")).toMatch(/Le Journal de «\semis\.xlsx\s», qui est remplacé, dit que l’état/);
  });

  const lost =
    /Le Journal de «\sparc-2014\.xlsx\s», qui est remplacé, dit que l’état n°\s2014-01, version 1, de la campagne 2014/;

  testInDepth("replacing a Journal that knows an issued état of another campaign is reported", async () => {
    await bill();
    await issue({ date: "2014-11-28" });
    await writeFile(out(), await readFile(folder.file("emis.xlsx")));
    const made = folder.file("parc-2015.xlsx");
    expect((await run(folder.file("parc.xlsx"), "--campaign", "2015", "--out", made)).code).toBe(0);
    const over = await run(made, "--campaign", "2015", "--out", out(), "--overwrite");
    expect(over.out.join("\n")).toMatch(lost);
    // The Journal kept has no état of 2014 to mark again.
    expect(over.out.join("\n")).toMatch(/Facturez la campagne 2014 à partir d’une copie/);
  });

  test("--issued over a Journal that knows an issued état of another campaign reports it", async () => {
    await bill();
    await issue({ date: "2014-11-28" });
    await writeFile(out(), await readFile(folder.file("emis.xlsx")));
    const made = folder.file("parc-2015.xlsx");
    await run(folder.file("parc.xlsx"), "--campaign", "2015", "--out", made);
    await writeFile(folder.file("emis.json"), JSON.stringify({ date: "2015-11-28" }));
    const over = await run(made, "--issued", folder.file("emis.json"), "--out", out(), "--overwrite");
    expect(over.code).toBe(0);
    expect(over.out.join("\n")).toMatch(lost);
    await writeFile(out(), "PK\u0003\u0004");
    expectRefusal(await run(made, "--issued", folder.file("emis.json"), "--out", out(), "--overwrite"), /Journal/);
  });

  test("marked again, it is not lost", async () => {
    await bill();
    await issue({ date: "2014-11-28" });
    const again = await issue({ date: "2014-11-28", titre: "345" }, "parc-2014.xlsx", "--overwrite");
    expect(again.out.join("\n")).not.toMatch(/remplacé/);
  });
});

describe("an état that cannot be marked is refused, and nothing is written", () => {
  const none = async () => expect(await folder.files()).not.toContain("emis.xlsx");

  test.each([
    ["no JSON", "{", /n’est pas du JSON lisible/],
    ["a key given twice", '{ "date": "2014-11-28",\n "date": "2014-11-29" }', /deux fois la clé «\sdate\s».*ligne 2/],
    ["a list", [], /doit être un objet/],
    [
      "a key that is none, no date, a number without quotes",
      { day: 1, titre: 345 },
      /« day » n’existe pas\. Clés possibles : date, number, bordereau, titre.*ensuite : 2/,
    ],
    ["a blank number", { date: "2014-11-28", number: " " }, /« number » doit être un texte non vide/],
    ["a day that is none", { date: "31/11/2014" }, /« date » vaut « 31\/11\/2014 »/],
    [
      "an état that is not there",
      { date: "2014-11-28", number: "2014-02" },
      /n° 2014-02 ne figure pas au Journal.*2014-01, version 1/,
    ],
    ["a day before the campaign", { date: "2014-10-31" }, /ne peut pas avoir été émis le 31\/10\/2014/],
  ])("%s", async (_what, file, saying) => {
    await bill();
    const refused = await issue(file);
    expectRefusal({ ...refused, err: refused.err.map((line) => line.replace(/[\u00a0\u202f]/g, " ")) }, saying);
    await none();
  });

  test("a workbook that does not exist, or a provisional état, is refused", async () => {
    await writeFile(folder.file("parc.xlsx"), await smallWorkbook());
    expectRefusal(await issue({ date: "2014-11-28" }, "parc.xlsx"), /n’a pas de Journal/);
    await bill([amagney, ["Atlantis", "École", 10, 1, 0]], "--force");
    expectRefusal(await issue({ date: "2014-11-28" }), /est provisoire/);
    await none();
  });

  test("the workbook read is not written over", async () => {
    await bill();
    await writeFile(folder.file("emis.json"), JSON.stringify({ date: "2014-11-28" }));
    const over = await run(out(), "--issued", folder.file("emis.json"), "--out", out(), "--overwrite");
    expectRefusal(over, /jamais remplacé/);
  });
});
