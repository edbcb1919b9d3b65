import { Decimal } from "decimal.js";
import { titreCsv } from "../../src/documents";
import { encodeCsv, toCsv } from "../../src/documents/csv";
import { defaultOptions } from "../../src/options";
import { readCsv } from "../../src/workbook/files/read-csv";
import { makeStatement } from "../at-once";
import * as given from "../statement/fixtures";

/** The rows of a CSV of the titre, read back as the product reads any, headings first. */
function rowsOf(csv: string): (string | null)[][] {
  return readCsv(csv.replace("\ufeff", "")).rows;
}

const cents = (amount: string | null | undefined) => Number((amount ?? "").replace(",", ""));

describe("the titre's lines go to a finance package", () => {
  const csv = titreCsv(given.stateOf(given.golden));
  const [headings, ...lines] = rowsOf(csv);

  test("with the columns that packages ask for", () => {
    expect(headings).toEqual([
      ...["exercice", "tiers (SIRET)", "libellé", "chapitre", "fonction", "nature", "code ligne", "service"],
      ...["montant", "référence état", "pièce", "date", "tiers (nom)", "quantité", "unité", "prix unitaire"],
    ]);
  });

  test("one line for each base of the liquidation, on the credit line of the act", () => {
    // 7 prestations are installed and 8 maintained at both golden schools.
    expect(lines).toHaveLength(15);
    for (const line of lines) {
      expect(line.slice(0, 2)).toEqual(["2014", null]);
      expect(line.slice(3, 8).join(".")).toBe("70.020.70876.004839.10100");
      expect(line.slice(9, 11)).toEqual(["2014-01, version 1", "2014_ORDICLASSE_ETAT-LIQUIDATIF_CAGB.pdf"]);
      expect(line[2]).toMatch(/^[ -`{-~]{1,160}$/);
    }
    const line = lines.find((one) => one[2]?.includes("MAINTENANCE - POSTE CLIENT STANDARD"));
    const name = "Communauté d’agglomération du Grand Besançon";
    expect(line?.slice(11)).toEqual([null, name, "22", "poste", "36,86"]);
    const labelled = new Map(lines.map((line) => [line[2], line[8]]));
    // 22 × 36,86 = 810,92 and 169 × 5,27 = 890,63
    const posts = "ORDICLASSE 2014 - MAINTENANCE - POSTE CLIENT STANDARD - 22 X 36,86 - QUOTES-PARTS COMMUNES";
    expect(labelled.get(posts)).toBe("810,92");
    const portal = "ORDICLASSE 2014 - MAINTENANCE - ACCES PORTAIL EDUCATIF/ENFANT - 169 X 5,27 - PART CAGB";
    expect(labelled.get(portal)).toBe("890,63");
  });

  test("with the debtor's SIRET the état's number and its day that the options give", () => {
    const particulars = { debtorSiret: "24250036100017", stateNumber: "2014-07", establishedOn: "2014-11-25" };
    for (const line of rowsOf(titreCsv(given.stateOf(given.golden, { particulars }))).slice(1))
      expect([line[1], line[9], line[11]]).toEqual(["24250036100017", "2014-07, version 1", "25/11/2014"]);
  });

  test("on the local codes that the options give", () => {
    const particulars = { creditLineCode: "009999", creditLineService: "20200" };
    const [, line] = rowsOf(titreCsv(given.stateOf(given.golden, { particulars })));
    expect(line!.slice(3, 8).join(".")).toBe("70.020.70876.009999.20200");
  });

  test("which add up to the titre: 6 188,13 €", () => {
    expect(lines.reduce((total, line) => total + cents(line[8]), 0)).toBe(618813);
  });

  test("in UTF-8 with its mark, lines ended as in Windows, no thousands parted", () => {
    expect(csv.startsWith("\ufeffexercice;")).toBe(true);
    expect(csv.endsWith("\r\n")).toBe(true);
    expect(csv.split("\r\n")).toHaveLength(17);
    expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(lines.map((line) => line[8])).toEqual(expect.arrayContaining([expect.stringMatching(/^\d+,\d{2}$/)]));
  });

  test("a share that leaves the titre is no product of what is counted", () => {
    const shares = [
      { commune: "Chalezeule", weight: 3 },
      { commune: "Besançon", weight: 2 },
    ];
    const sharingKeys = [{ commune: "Chalezeule", school: "École élémentaire", shares }];
    const part = rowsOf(titreCsv(given.stateOf(given.golden, { sharingKeys, besancon: "cagb-share-only" })));
    const printer = part.find((line) => line[2]?.includes("IMPRIMANTE"));
    expect(printer?.[2]).toBe("ORDICLASSE 2014 - MAINTENANCE - IMPRIMANTE JET ENCRE - QUOTES-PARTS COMMUNES");
    expect(printer?.[8]).toBe("9,47"); // 15,79 × 3/5
    expect(printer?.slice(13)).toEqual([null, "imprimante", null]);
  });

  test("what is not to be issued says so first on each line; else no column is added", () => {
    const rows = rowsOf(titreCsv(given.stateOf(given.golden), "À NE PAS ÉMETTRE"));
    expect(rows.map(([first]) => first)).toEqual(["ÉTAT", ...lines.map(() => "À NE PAS ÉMETTRE")]);
    const piece = headings!.indexOf("pièce");
    const unmarked = (row: (string | null)[]) => row.slice(1).filter((_, column) => column !== piece);
    const all = rowsOf(csv).map((row) => row.filter((_, column) => column !== piece));
    expect(rows.map(unmarked)).toEqual(all);
  });

  test("nothing billed leaves the headings alone", () => {
    expect(rowsOf(titreCsv(given.stateOf(given.reading([], []))))).toHaveLength(1);
  });
});

describe("a CSV is written for a package that does not read UTF-8", () => {
  const bytes = (text: string) => {
    const encoded = encodeCsv(toCsv([[text]]), "windows-1252");
    return encoded.ok ? [...encoded.value.subarray(0, -2)] : encoded.error;
  };

  test("in Windows-1252, without a mark, which has ’ œ – €", () => {
    expect(bytes("École’œ–€\u00a0ÿ")).toEqual([0xc9, 0x63, 0x6f, 0x6c, 0x65, 0x92, 0x9c, 0x96, 0x80, 0xa0, 0xff]);
  });

  test("what it lacks is written as what it is read as: a narrow space, a true minus, an accent", () => {
    expect(bytes("1\u202f204")).toEqual([0x31, 0xa0, 0x32, 0x30, 0x34]);
    expect(bytes("a\u22125")).toEqual([0x61, 0x2d, 0x35]);
    expect(bytes("Ţőĳ")).toEqual([0x54, 0x6f, 0x69, 0x6a]);
    expect(bytes("e\u0301")).toEqual([0xe9]);
  });

  test("or is refused, by its character: none becomes « ? »", () => {
    expect(bytes("école 学校")).toBe("学");
    expect(bytes("a\u0081")).toBe("\u0081");
    expect(bytes("😀")).toBe("😀");
  });
});

describe("a CSV carries no formula", () => {
  test.each(["=cmd|'/c calc'!A1", "+33", "-1+2", "@SUM(A1)", "\t=1+1", "  =1+1", "＝1+1"])("%j is text", (text) => {
    expect(toCsv([[text]])).toBe(`\ufeff'${text}\r\n`);
  });

  test("a number stays one, even below zero", () => {
    const amounts = ["-12.5", "0", "1011.05", "259016.96"].map((amount) => new Decimal(amount));
    expect(toCsv([amounts])).toBe("\ufeff-12,50;0,00;1011,05;259016,96\r\n");
  });

  test("a text cannot leave its field", () => {
    const texts = ['x";=cmd', "a;b", "deux\r\nlignes", 'dit "oui"'];
    expect(toCsv([texts])).toBe('\ufeff"x"";=cmd";"a;b";"deux\r\nlignes";"dit ""oui"""\r\n');
    expect(rowsOf(toCsv([texts]))).toEqual([texts]);
  });

  test("nor does a prestation of the user's own tariff", () => {
    const [row] = given.grid.rows.filter(({ code }) => code === "POSTE_STD");
    const hostile = { ...given.grid, rows: [{ ...row!, prestation: '=HYPERLINK("http://x";"y")' }] };
    const reading = given.reading([given.schoolA], [given.quantity(given.schoolA, "POSTE_STD", "maintenance", 1)]);
    const statement = makeStatement(reading, hostile, given.campaign, defaultOptions);
    const [, line] = rowsOf(titreCsv(statement));
    expect(line).toHaveLength(16);
    expect(line?.[2]).toMatch(/^ORDICLASSE 2014 - MAINTENANCE - =HYPERLINK/);
  });
});
