import { readFileSync } from "node:fs";
import { strToU8 } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { message, verifyMessage, type MessageCode, type VerifyCode } from "../../../src/messages";
import { defaultOptions } from "../../../src/options";
import { optionsSheetRows } from "../../../src/options/plan-changes";
import { rectify, simulate, type Statement } from "../../../src/statement";
import { findingMessage } from "../../../src/workbook";
import { atDepth, testInDepth } from "../../depth";
import { openedFile } from "../../opened-file";
import { Altered } from "./alterations";
import { generate, issuedWorkbook, placesOf, rewritten, smallInventory, verdictOf, verify } from "./received";

let example: Promise<Uint8Array> | null = null;
/** The example as it is sent, generated once. */
const exampleSent = () =>
  (example ??= generate(readFileSync("assets/inventaire-exemple.xlsx"), "inventaire-exemple.xlsx"));

describe("a workbook as it was generated conforms", () => {
  testInDepth("the example, with what its état comes to", async () => {
    expect(await verdictOf(await exampleSent())).toEqual([
      "Conforme : 45 fiches, état 2014-01 version 1, 259 016,96 €",
    ]);
  });

  test("a workbook conforms after several generations, with options of its own and given beside, its état issued", async () => {
    // 150 × 5.27 = 790.50, 2 × 211 = 422.00, 16 × 36.86 = 589.76 and 2 × 31.60 = 63.20.
    expect(await verdictOf(await issuedWorkbook())).toEqual([
      "Conforme : 2 fiches, état 2014-01 version 2, 1 865,46 €",
      "Son Journal dit que l’état a été émis le 28/11/2014.",
      "Générations antérieures du Journal : 1. Leurs documents n’y sont plus : seule l’empreinte de leurs lignes est vérifiée.",
    ]);
  });

  test("a generated workbook conforms with every kind of choice in its options sheet", async () => {
    const place = { file: null, sheet: "Parc" };
    const rows = optionsSheetRows({
      ...defaultOptions,
      mappings: [{ ...place, cell: "D1", as: "POSTE_STANDARD", was: "Postes clients standard" }],
      communes: [{ ...place, cell: "A2", commune: "Amagney", was: "Amagney" }],
      setAside: [{ ...place, row: 3, reason: "école fermée" }],
      words: [{ word: "HS", kind: "state", as: "out" }],
      tables: [{ ...place, cell: null, as: "inventory" }],
      repeats: [{ ...place, cell: "A1", as: "added" }],
      accepted: [{ ...place, cell: "D2", code: "implausible-quantity", was: "10" }],
    });
    const sent = await generate(await smallInventory(10, rows), "parc.xlsx");
    expect((await verify(sent)).findings).toEqual([]);
  });

  test("provisional, since errors were accepted", async () => {
    const faulty = await writeXlsx({
      sheets: [
        {
          name: "Parc",
          rows: [
            ["Commune", "École", "Effectif", "Postes clients standard"],
            ["Amagney", "École primaire", 100, 10],
            ["Atlantis", "École", 50, 5],
          ],
        },
      ],
    });
    expect(await verdictOf(await generate(faulty, "parc.xlsx"))).toEqual([
      // 100 × 5.27 + 211.00 + 10 × 36.86
      "Conforme : 1 fiche, état 2014-01 version 1, 1 106,60 € (provisoire : points à corriger acceptés, 1)",
    ]);
  });

  test("a workbook generated for another campaign than the one before conforms", async () => {
    const once = await generate(await smallInventory(), "parc.xlsx");
    const [verdict] = await verdictOf(await generate(once, "parc.xlsx", { year: 2015 }));
    expect(verdict).toMatch(/^Conforme : 2 fiches, état 2015-01 version 1/);
  });

  test("made from an inventory of which a file of values was read, which « Contrôles » told", async () => {
    const csv = strToU8("Commune;École;Effectif;Postes clients standard\nAmagney;École primaire;100;10\n");
    expect((await verify(await generate(csv, "parc.csv"))).findings).toEqual([]);
  });

  test("a workbook generated over documents changed by hand conforms", async () => {
    const once = await generate(await smallInventory(), "parc.xlsx");
    const changed = rewritten(once, /worksheets\/sheet\d+/, (text) => text.replace("École primaire</t>", "Ecole</t>"));
    const again = await generate(changed, "parc.xlsx");
    expect((await openedFile(again)).anomalies).toEqual([]);
    expect((await verify(again)).findings).toEqual([]);
  });

  test("saved again by programs that spell formulas and names in their own ways, or keep no results", async () => {
    const respelt = (text: string) =>
      text
        .replace(/(?:'|&apos;)([\p{L}]+)(?:'|&apos;)!/gu, "$1!")
        .replace(/\b([A-Z]+\d+):\1\b/g, "$1")
        .replace(/<f>[^<]*<\/f>/g, (formula) => formula.replace(/"[^"]*"|,/g, (part) => (part === "," ? ", " : part)));
    const sent = await issuedWorkbook();
    const paths = /worksheets\/sheet(?!1\.)|workbook\.xml$/;
    expect((await verify(rewritten(sent, paths, respelt))).findings).toEqual([]);
    const dropped = rewritten(sent, paths, (text) => text.replace(/<\/f><v>[^<]*<\/v>/g, "</f><v/>"));
    expect((await verify(dropped)).findings).toEqual([]);
    expect((await verdictOf(dropped)).join(" ")).toMatch(
      /Formules sans résultat enregistré dans les documents : \d+\./,
    );
  });

  test("a generated workbook conforms though a document was renamed, as Excel does, and the file too", async () => {
    const renamed = rewritten(await issuedWorkbook(), /worksheets\/sheet|workbook\.xml$/, (text) =>
      text.replaceAll("Titre CAGB", "Titre 2014"),
    );
    // Its text of another document names it too.
    expect(placesOf(await verify(renamed)).filter((place) => !place.includes("!"))).toEqual([]);
  });
});

describe("each change of the generated sheets is reported at its place", () => {
  test("changes of every number, formula, text, link and name of a small workbook are reported, one at a time", async () => {
    const altered = new Altered(await issuedWorkbook());
    const all = altered.all();
    const missed: string[] = [];
    for (let at = 0; at < all.length; at += atDepth(211, 7)) {
      const { place, what, ...rest } = all[at]!;
      const told = placesOf(await verify(altered.with([{ place, what, ...rest }])));
      // A checksum that is not what it was leaves the rows that it vouches for in doubt.
      const isTold = told.some(
        (one) => one.startsWith(`${place} `) || (what.includes("EMPREINTE") && one.startsWith(place)),
      );
      if (!isTold) missed.push(`${place} ${what}`);
    }
    expect(missed).toEqual([]);
  }, 900_000);

  testInDepth("every changed cell of the example's documents is reported, one in so many at once", async () => {
    const altered = new Altered(await exampleSent());
    const all = altered.all().filter(({ path, place }) => path !== "xl/workbook.xml" && !place.startsWith("Journal!"));
    const missed: string[] = [];
    for (let round = 0; round < 8; round++) {
      const changed = all.filter((_, index) => index % 40 === round);
      const told = new Set((await verify(altered.with(changed))).findings.map(({ sheet, cell }) => `${sheet}!${cell}`));
      missed.push(...changed.filter(({ place }) => !told.has(place)).map(({ place }) => place));
      expect(told.size).toBe(new Set(changed.map(({ place }) => place)).size);
    }
    expect(missed).toEqual([]);
  });

  test("a missing document is reported, and one of another generation", async () => {
    const bytes = await issuedWorkbook();
    const without = rewritten(bytes, /workbook\.xml$/, (text) =>
      text.replace(/<definedName name="ORDICLASSE_(?:CLE|EMPREINTE)" localSheetId="4"[^>]*>[^<]*<\/definedName>/g, ""),
    );
    expect(placesOf(await verify(without))).toContain(" verify-sheet-missing");
    const other = rewritten(bytes, /workbook\.xml$/, (text) => text.replace("fiche-25014-", "fiche-25015-"));
    expect(placesOf(await verify(other))).toEqual(
      expect.arrayContaining([" verify-sheet-missing", "Fiche Amagney verify-sheet-added"]),
    );
  });

  test("a copy of a document, which could pass for it, is reported", async () => {
    // The second fiche bears the key of the first: the original is the one that was there first.
    const copied = rewritten(await issuedWorkbook(), /workbook\.xml$/, (text) =>
      text.replace(/fiche-25112-\d+/, /fiche-25014-\d+/.exec(text)![0]),
    );
    expect(placesOf(await verify(copied))).toContain("Fiche Chalezeule verify-sheet-copy");
  });

  test("a format that shows amounts ten times as large, or not at all, is reported; equivalent formats are not", async () => {
    const sent = await issuedWorkbook();
    const codes = async (change: (text: string) => string) =>
      new Set((await verify(rewritten(sent, /styles\.xml$/, change))).findings.map((found) => found.code));
    const withCode = (code: string) => (text: string) =>
      text.replaceAll(/formatCode="#,##0\.00[^"]*"/g, `formatCode="${code}"`);
    expect(await codes(withCode("#,##0.00&quot;0 €&quot;"))).toEqual(new Set(["verify-format-differs"]));
    expect(await codes(withCode(";;;"))).toEqual(new Set(["verify-format-differs"]));
    expect(await codes((text) => text.replaceAll("\\ &quot;€&quot;", "&quot; €&quot;"))).toEqual(new Set());
  });

  test("a hidden document is reported, and a hidden row", async () => {
    const hidden = rewritten(await issuedWorkbook(), /workbook\.xml$/, (text) =>
      text.replace('<sheet name="Titre CAGB"', '<sheet state="hidden" name="Titre CAGB"'),
    );
    expect(placesOf(await verify(hidden))).toEqual(["Titre CAGB verify-sheet-hidden"]);
    const row = rewritten(await issuedWorkbook(), /worksheets\/sheet3\.xml/, (text) =>
      text.replace('<row r="5"', '<row hidden="1" r="5"'),
    );
    expect(placesOf(await verify(row))).toEqual([expect.stringMatching(/ verify-hidden$/)]);
  });

  test("a link out of the workbook is reported where there should be none", async () => {
    const sent = rewritten(
      rewritten(await issuedWorkbook(), /worksheets\/sheet3\.xml/, (text) =>
        text.includes("<hyperlinks>")
          ? text.replace("<hyperlinks>", '<hyperlinks><hyperlink ref="A1" r:id="rIdX"/>')
          : text.replace(
              /(?=<printOptions|<pageMargins)/,
              '<hyperlinks><hyperlink ref="A1" r:id="rIdX"/></hyperlinks>',
            ),
      ),
      /worksheets\/_rels\/sheet3\.xml\.rels/,
      (text) =>
        text.replace(
          "</Relationships>",
          '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://mairie.example/" TargetMode="External"/></Relationships>',
        ),
    );
    expect(placesOf(await verify(sent))).toEqual([expect.stringMatching(/!A1 verify-link-differs$/)]);
  });

  test("a cell beyond what was generated is reported", async () => {
    const more = rewritten(await issuedWorkbook(), /worksheets\/sheet3\.xml/, (text) =>
      text.replace("</sheetData>", '<row r="900"><c r="B900"><v>12</v></c></row></sheetData>'),
    );
    expect(placesOf(await verify(more))).toEqual([expect.stringMatching(/!B900 verify-cell-differs$/)]);
  });
});

describe("an inventory that changed since is told as what it is", () => {
  test("a quantity: its sheet, then each amount that it makes otherwise", async () => {
    const changed = rewritten(await issuedWorkbook(), /worksheets\/sheet1\.xml/, (t) =>
      t.replace("<v>11</v>", "<v>12</v>"),
    );
    const verification = await verify(changed);
    expect(placesOf(verification)).toEqual(
      expect.arrayContaining([
        "Parc verify-source-changed",
        expect.stringMatching(/^Fiche Amagney!\w+ verify-cell-differs/),
      ]),
    );
    const [verdict] = await verdictOf(changed);
    expect(verdict).toMatch(/^Non conforme : \d+ différences, état 2014-01 version 2, 1 902,32 € selon l’inventaire$/); // + 36.86
  });

  test("a sheet renamed is one that is missing, and one more", async () => {
    const renamed = rewritten(await issuedWorkbook(), /workbook\.xml$/, (text) => text.replace('"Parc"', '"Parc 2"'));
    expect(placesOf(await verify(renamed))).toEqual(
      expect.arrayContaining(["Parc verify-source-missing", "Parc 2 verify-source-added"]),
    );
  });

  test("one that cannot be billed any more says why", async () => {
    const emptied = rewritten(await issuedWorkbook(), /worksheets\/sheet1\.xml/, (text) =>
      text.replace(/<sheetData>.*<\/sheetData>/, "<sheetData/>"),
    );
    const { kind, findings } = await verify(emptied);
    expect(kind).toBe("not-remade");
    expect(findingMessage(findings.at(-1)!, "fr")).toContain(message("no-inventory", { files: "parc.xlsx" }));
  });
});

describe("documents that rest on another file", () => {
  test("are made again with the inventory's other files, which are asked for where they are not given", async () => {
    const rows = (title: string, value: number) => [
      ["Commune", "École", title],
      ["Amagney", "École primaire", value],
    ];
    const parc = await writeXlsx({ sheets: [{ name: "Parc", rows: rows("Postes clients standard", 10) }] });
    const pupils = await writeXlsx({ sheets: [{ name: "Élèves", rows: rows("Effectif", 100) }] });
    const others = [await openedFile(pupils, "effectifs.xlsx")];
    const sent = await generate(parc, "parc.xlsx", { others });
    expect((await verify(sent, { others })).findings).toEqual([]);
    const alone = await verify(sent);
    expect([alone.kind, ...placesOf(alone)]).toEqual(["unusable", " verify-file-missing"]);
  });

  test("documents of a simulation and of a correction are verified by their checksums, and all others are made again", async () => {
    const sent = await generate(await smallInventory(), "parc.xlsx", {
      analyses: ({ statement }) => ({
        simulation: { simulation: simulate(statement, statement), anomalies: [] },
        rectification: {
          ...{
            rectification: rectify({ ...statement, lines: statement.lines.slice(1) }, statement),
            file: "emis.xlsx",
          },
          ...{ when: "2014-11-25 14:03", errors: 0 },
        },
      }),
    });
    const [verdict, unmade] = await verdictOf(sent);
    expect(verdict).toMatch(/^Conforme/);
    expect(unmade).toMatch(
      /^Non refaits, .*: Simulation, Annexe délibération, Titre complémentaire\. .*non les résultats enregistrés/,
    );
    const altered = new Altered(sent);
    // A number that is typed: results of formulas are not verified, which is said.
    const all = altered.all();
    const formulas = new Set(all.flatMap(({ place, what }) => (what === "f" ? [place] : [])));
    const isTyped = (place: string) => place.startsWith("Titre complémentaire!") && !formulas.has(place);
    const one = all.find(({ place, what }) => what === "v" && isTyped(place))!;
    const [told, ...others] = (await verify(altered.with([one]))).findings;
    expect([told!.code, told!.sheet, others]).toEqual(["verify-changed-by-hand", "Titre complémentaire", []]);
    expect(told!.params["cells"]).toContain(one.place.split("!")[1]);
  });

  test("documents of a comparison, fiches included, are verified by their checksums", async () => {
    // A school more in the campaign compared moves what stands below it on the fiche, to which « Récapitulatif » leads.
    const compared = (statement: Statement) => ({
      ...statement,
      lines: statement.lines.flatMap((line) => [line, { ...line, school: { ...line.school, name: "École fermée" } }]),
    });
    const sent = await generate(await smallInventory(), "parc.xlsx", { compared });
    expect((await verify(sent)).findings).toEqual([]);
    const [verdict, unmade] = await verdictOf(sent);
    expect(verdict).toMatch(/^Conforme : 2 fiches/);
    expect(unmade).toMatch(/Comparaison.*Fiche Amagney, Fiche Chalezeule/);
  });
});

describe("files needed for a verification are asked for", () => {
  test.each([
    ["a workbook that nothing was generated in", smallInventory, "verify-no-documents"],
    [
      "a file whose format keeps no names",
      () => Promise.resolve(strToU8("École;Effectif\nA;1\n")),
      "verify-no-documents",
    ],
  ])("%s", async (_what, bytes, code) => {
    const isText = _what.includes("format");
    const open = await openedFile(await bytes(), isText ? "recu.csv" : "recu.xlsx");
    expect(open.generatedSheets).toEqual([]);
    if (!isText) expect(placesOf(await verify(await bytes()))).toEqual([` ${code}`]);
  });

  testInDepth(
    "results of the inventory's own formulas, which a program that does not compute removed, are asked for",
    async () => {
      const sent = await exampleSent();
      const dropped = rewritten(sent, /worksheets\/sheet/, (text) => text.replace(/<\/f><v>[^<]*<\/v>/g, "</f>"));
      const { kind, findings } = await verify(dropped);
      expect([kind, findings[0]!.code, findings[0]!.sheet]).toEqual([
        "unusable",
        "verify-no-results",
        "Parc 01.11.2014",
      ]);
    },
  );

  test("each finding has its sentence in both languages", async () => {
    const { findings } = await verify(
      rewritten(await issuedWorkbook(), /worksheets\/sheet\d|workbook\.xml$/, (t) => t.replaceAll("2", "3")),
    ).catch(() => ({ findings: [] }));
    for (const finding of findings)
      for (const language of ["fr", "en"] as const)
        expect(findingMessage(finding, language)).not.toMatch(/[{}]|verify-/);
    expect(verifyMessage("no-such-code" as VerifyCode & MessageCode, {}, "fr")).toBe("no-such-code");
  });
});
