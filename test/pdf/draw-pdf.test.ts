import { unzlibSync, zlibSync } from "fflate";
import { campaignOf } from "../../src/tariff";
import type { RunStatus } from "../../src/documents";
import { sentPdfs, zipFileName } from "../../src/pdf";
import type { Statement } from "../../src/statement";
import { drawPdf } from "../../src/pdf";
import type { SheetModel } from "../../src/documents";
import { sheet, sheetsOf } from "../documents/fixtures";
import * as given from "../statement/fixtures";
import { fonts } from "./fonts";
import { modelOf } from "./model-of";
import { readPdf } from "./read-pdf";

const when = "2014-11-25 14:03:59";

const draw = async (...models: readonly SheetModel[]) =>
  readPdf(await drawPdf({ models, title: "Un état", author: "Ville", producer: "Ordiclasse", when, fonts }));

const oneBy = (count: number): string[][] => Array.from({ length: count }, (_, index) => [`ligne ${index + 1}.`]);

describe("a PDF is what a spreadsheet prints of the same sheet", () => {
  test("a PDF has A4 pages with filled footers", async () => {
    const { pages } = await draw(modelOf([["Créancier", "Ville"]]));
    expect(pages.map(({ size }) => size)).toEqual([[595, 842]]);
    for (const said of ["Page 1 / 1", "Créancier"]) expect(pages[0]!.text).toContain(said);
  });

  test("the first page bears only its status in its header, the others everything, and each has the status across its page too", async () => {
    const { print, ...model } = modelOf(oneBy(2));
    const header = ["Ville && CAGB", "PROVISOIRE", "État"] as const;
    const { pages } = await draw({ ...model, print: { ...print, header, breaksBefore: [1] } });
    expect(pages.map(({ text }) => text.match(/Ville & CAGB|PROVISOIRE|État/g))).toEqual([
      ["PROVISOIRE", "PROVISOIRE"],
      ["Ville & CAGB", "PROVISOIRE", "État", "PROVISOIRE"],
    ]);
  });

  test("a PDF has no columns that are out of sight", async () => {
    const rows = [["Quantité", "Part", "Quote-part"]];
    const { pages } = await draw(modelOf(rows, { widths: [20, 0, 20] }));
    expect(pages[0]!.text).toContain("Quote-part");
    expect(pages[0]!.text).not.toMatch(/\bPart\b/);
  });

  test("its properties date it from the moment of that civil hour, as readers show it again in their own zone", async () => {
    const bytes = await drawPdf({
      models: [modelOf([["Ville"]])],
      title: "Un état",
      author: "Ville",
      producer: "Ordiclasse",
      when,
      fonts,
    });
    // PDF dates are in UTC: 14:03:59 in winter is 13:03:59 in Paris.
    const moment = new Date(2014, 10, 25, 14, 3, 59).toISOString().slice(0, 19);
    const text = Buffer.from(bytes).toString("latin1");
    expect(text).toContain(`(D:${moment.replace(/[-T:]/g, "")}Z)`);
    expect(text).toContain(`<xmp:CreateDate>${moment}Z</xmp:CreateDate>`);
  });

  test("numbers as a French cell shows them", async () => {
    const { print, ...model } = modelOf([]);
    const money = { value: -1790.5, style: { numberFormat: '#,##0.00\\ "€"' } };
    const rows = [{ cells: [{ value: "Solde" }, money, { value: true }] }];
    const { pages } = await draw({ ...model, rows, print: { ...print, area: { lastRow: 0, lastColumn: 2 } } });
    expect(pages[0]!.text).toContain("-1 790,50 €");
    expect(pages[0]!.text).toContain("VRAI");
  });

  test("cut where the sheet says, its titles repeated", async () => {
    const base = modelOf([["Titres"], ...oneBy(5)]);
    const titleRows = { first: 0, last: 0 };
    const { pages } = await draw({ ...base, print: { ...base.print, breaksBefore: [4], titleRows } });
    expect(pages.map(({ text }) => [/Titres/.test(text), text.match(/ligne \d/g)])).toEqual([
      [true, ["ligne 1", "ligne 2", "ligne 3"]],
      [true, ["ligne 4", "ligne 5"]],
    ]);
  });

  test("cut where a page is full, and no text begins another one", async () => {
    // 842 points less margins of 1.3 inches: 748, of 15 each: 49 rows.
    const texts = oneBy(60);
    const wrapped = modelOf(texts);
    const rows = wrapped.rows.map(({ cells }) => ({
      cells: cells.map((cell) => ({ ...cell!, style: { wrap: true } })),
    }));
    const { pages } = await draw({ ...wrapped, rows });
    expect(pages.map(({ text }) => text.match(/ligne/g)!.length)).toEqual([49, 11]);
  });

  test("a PDF keeps on one page what has to be", async () => {
    const base = modelOf(oneBy(60));
    expect((await draw({ ...base, print: { ...base.print, onePage: true } })).pages).toHaveLength(1);
  });

  test("a PDF of several sheets counts their pages together", async () => {
    const { pages } = await draw(modelOf([["un"]]), modelOf([["deux"]]));
    expect(pages.map(({ text }) => text.match(/Page \d . \d/)![0])).toEqual(["Page 1 / 2", "Page 2 / 2"]);
  });
});

describe("the documents that leave the office", () => {
  const host = given.school(given.chalezeule, "École primaire");
  const reading = given.reading([host], [given.quantity(host, "POSTE_STD", "maintenance", 12)]);

  test("every amount of a fiche is in its PDF", async () => {
    const models = sheetsOf(reading);
    const fiche = models.find(({ key }) => key.startsWith("fiche-25112"))!;
    const { pages } = await draw(fiche);
    // 12 × 36,86 = 442,32.
    for (const said of ["12", "36,86 €", "442,32 €", "Quatre cent quarante-deux euros et trente-deux centimes"])
      expect(pages[0]!.text).toContain(said);
    expect(sheet(models, "titre").print.orientation).toBe("portrait");
  });

  test("the same request gives the same bytes", async () => {
    const request = {
      models: sheetsOf(reading).slice(3, 4),
      title: "Titre",
      author: "Ville",
      producer: "Ordiclasse",
      when,
      fonts,
    };
    expect(Buffer.from(await drawPdf(request)).equals(Buffer.from(await drawPdf(request)))).toBe(true);
  });

  test("a PDF is the same whatever was drawn before with the same fonts", async () => {
    const request = { models: [modelOf([["fin, effectif"]])], title: "", author: "", producer: "", when };
    const copied = () => Object.fromEntries(Object.entries(fonts).map(([name, font]) => [name, font.slice()]));
    const alone = await drawPdf({ ...request, fonts: copied() as typeof fonts });
    const shared = copied() as typeof fonts;
    // The same glyphs, for other characters: a reader copies those of the text.
    await drawPdf({ ...request, models: [modelOf([["\ufb01n, e\ufb00ectif"]])], fonts: shared });
    const after = await drawPdf({ ...request, fonts: shared });
    expect(Buffer.from(after).equals(Buffer.from(alone))).toBe(true);
    expect((await readPdf(after)).pages[0]!.text).toContain("fin, effectif");
  });

  test("its streams are compressed by the code that a browser has too, not by Node's", async () => {
    const bytes = Buffer.from(
      await drawPdf({ models: [modelOf(oneBy(40))], title: "Titre", author: "", producer: "Ordiclasse", when, fonts }),
    );
    const streams = [...bytes.toString("latin1").matchAll(/FlateDecode\n>>\nstream\n([^]*?)\nendstream/g)];
    // A page, and at least the fonts that it is written in.
    expect(streams.length).toBeGreaterThan(2);
    for (const [, text] of streams) {
      const stream = Buffer.from(text!, "latin1");
      expect(Buffer.from(zlibSync(unzlibSync(stream))).equals(stream)).toBe(true);
    }
  });
});

test("files are named by campaign, status, commune and number; of a correction, its own papers alone are sent", () => {
  const commune = { name: "École-Valentin", insee: "25212" };
  const statement = { campaign: campaignOf(2014), byCommune: [{ commune }] } as unknown as Statement;
  const number = "2014-01\u00a0R1";
  const models = [
    ...["recapitulatif", "titre", "fiche-25212-212502128", "journal"].map((key) => modelOf([], { key })),
    ...["rectificatif", "rectificatif-commune-25212-212502128"].map((key) => modelOf([], { key, number })),
  ];
  const edition = { version: 1, issued: null, differs: null } as const;
  const namesOf = (status: Partial<RunStatus>) => {
    const run = { statement, status: { edition, errors: 0, isRectified: false, ...status } };
    return [...sentPdfs(models, run, { when, fonts }), { fileName: zipFileName(run) }].map(({ fileName }) => fileName);
  };
  expect(namesOf({})).toEqual([
    "2014_ORDICLASSE_ETAT-LIQUIDATIF_CAGB.pdf",
    "2014_ORDICLASSE_25212_ECOLE-VALENTIN.pdf",
    "2014_ORDICLASSE_RECTIFICATIF-2014-01-R1_CAGB.pdf",
    "2014_ORDICLASSE_25212-2014-01-R1_ECOLE-VALENTIN.pdf",
    "2014_ORDICLASSE_PDF.zip",
  ]);
  expect(namesOf({ errors: 2 })).toEqual([
    "2014_PROVISOIRE_ORDICLASSE_ETAT-LIQUIDATIF_CAGB.pdf",
    "2014_PROVISOIRE_ORDICLASSE_25212_ECOLE-VALENTIN.pdf",
    "2014_PROVISOIRE_ORDICLASSE_RECTIFICATIF-2014-01-R1_CAGB.pdf",
    "2014_PROVISOIRE_ORDICLASSE_25212-2014-01-R1_ECOLE-VALENTIN.pdf",
    "2014_PROVISOIRE_ORDICLASSE_PDF.zip",
  ]);
  // What is issued of a correction is its own papers, under their number.
  expect(namesOf({ isRectified: true })).toEqual([
    "2014_ORDICLASSE_RECTIFICATIF-2014-01-R1_CAGB.pdf",
    "2014_ORDICLASSE_25212-2014-01-R1_ECOLE-VALENTIN.pdf",
    "2014_ORDICLASSE_PDF.zip",
  ]);
});
