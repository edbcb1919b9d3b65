import type { WorkbookCells } from "../../src/cells";
import type { BillableWorkbook } from "../../src/billing";
import type { IssuedRequest } from "../../src/billing/other-statements";
import { message } from "../../src/messages";
import { formatAmount } from "../../src/money";
import type { PartialOptions } from "../../src/options";
import { campaignOf } from "../../src/tariff";
import { billIssued } from "../at-once";
import { bill, generated, inventory } from "../documents/analyses/town";
import { sheet, workbook } from "../inventory/workbook-of";
import { made } from "../made";
import { tarifsTitles } from "../tarifs-titles";

function ask(issued: BillableWorkbook, more: Partial<IssuedRequest> = {}) {
  return billIssued({ issued, atHand: [], campaign: campaignOf(2014), options: {}, ...more });
}

function total(issued: BillableWorkbook, more: Partial<IssuedRequest> = {}): string {
  return formatAmount(made(ask(issued, more)).statement.total);
}

function refusal(issued: BillableWorkbook, more: Partial<IssuedRequest> = {}): string {
  const result = ask(issued, more);
  if (result.ok) throw new Error("It was not refused.");
  const { code, params } = result.error[0]!;
  expect(message(code, params)).not.toMatch(/[{}]/);
  return code;
}

/** The workbook with one cell of its first sheet changed. */
function changed(issued: BillableWorkbook, row: number, column: number, value: number): BillableWorkbook {
  const [first, ...others] = issued.cells.sheets;
  const rows = first!.rows.map((cells, at) => (at === row ? cells.with(column, value) : cells));
  return { ...issued, cells: { ...issued.cells, sheets: [{ ...first!, rows }, ...others] } };
}

/** The same, with a cell of the last row of its Journal changed. */
function withJournal(issued: BillableWorkbook, column: number, value: string | number | null): BillableWorkbook {
  const last = issued.journalRows.length - 1;
  return {
    ...issued,
    journalRows: issued.journalRows.map((cells, row) => (row === last ? cells.with(column, value) : cells)),
  };
}

const issued = generated([inventory()]);

/** The workbook as it was generated before runs were kept as data: its Journal alone tells of its run. */
function withoutRecord(generatedOne: BillableWorkbook): BillableWorkbook {
  return { ...generatedOne, runRecord: null };
}
// Portal 150 × 5.27 = 790.50, packs 2 × 211.00 = 422.00, workstations 15 × 36.86 = 552.90.
const amount = "1765.40";

describe("a generated workbook is billed again as it was issued", () => {
  test("an issued workbook is billed with the campaign of its Journal, its sources under the name that its inventory had", () => {
    const result = made(ask(issued));
    expect(result).toMatchObject({
      file: "parc-2014.xlsx",
      run: { when: "2014-11-25 14:03", campaign: { year: 2014 } },
    });
    expect(total(issued)).toBe(amount);
    expect(total(withoutRecord(issued))).toBe(amount);
    expect(result.statement.lines[0]!.sources[0]!.sheet).toEqual({ file: "parc.xlsx", otherFile: null, name: "Parc" });
  });

  test("the last run counts, whatever came before", () => {
    const twice = generated([inventory(12)]);
    const journalRows = [...issued.journalRows, twice.journalRows.at(-1)!];
    // A record older than the last row of the Journal does not count.
    expect(total({ ...twice, journalRows })).toBe("1839.12"); // 1 765.40 + 2 × 36.86
    expect(refusal({ ...issued, journalRows })).toBe("issued-sheet-changed");
  });

  test("an issued workbook is billed with the other file of its run when that file is given and unchanged", () => {
    const effectifs = (pupils: number, file = "effectifs.xlsx"): WorkbookCells =>
      workbook(
        [
          sheet("Parc", [
            ["Commune", "École", "Effectif"],
            ["Amagney", "École primaire", pupils],
          ]),
        ],
        { file },
      );
    const parc = workbook([
      sheet("Parc", [
        ["Commune", "École", "Postes clients standard"],
        ["Amagney", "École primaire", 10],
      ]),
    ]);
    const both = generated([parc, effectifs(100)]);
    expect(refusal(both)).toBe("issued-sheet-missing");
    expect(refusal(both, { atHand: [effectifs(101)] })).toBe("issued-sheet-changed");
    expect(total(both, { atHand: [effectifs(7, "autre.xlsx"), effectifs(100)] })).toBe("1106.60"); // 527 + 211 + 368.60
  });

  test("errors that were accepted then are not told again", () => {
    const faulty = generated([inventory(10, "parc.xlsx", [["Atlantis", "École", 10, 1, null]])]);
    expect(total(faulty)).toBe(amount);
  });
});

describe("an issued état is billed again with the options of its Journal", () => {
  const options: PartialOptions = { setAside: [{ file: "parc.xlsx", sheet: "Parc", row: 3, reason: "école fermée" }] };
  const optionsSheet = sheet("Options Ordiclasse", [
    ["Option", "Valeur", "Précision", "Précision 2", "Précision 3"],
    ["Écarter la ligne", "Parc", 3, "école fermée", "parc.xlsx"],
  ]);
  const withSheet = (): WorkbookCells => {
    const parc = inventory();
    return { ...parc, sheets: [...parc.sheets, optionsSheet(parc.file)] };
  };

  test("an issued état is billed with the options of its sheet, though the workbook was renamed", () => {
    expect(total(generated([withSheet()]))).toBe("1106.60"); // Amagney alone: 100 × 5.27 + 211.00 + 10 × 36.86
  });

  test("an issued état is billed with the options of its record, whatever options are given now", () => {
    const beside = generated([inventory()], { options });
    expect(total(beside)).toBe("1106.60");
    expect(total(beside, { options: { besancon: "left-out" } })).toBe("1106.60");
  });

  test("an issued état without a record is billed with the options given again, when its Journal mentions some", () => {
    const beside = withoutRecord(generated([inventory()], { options }));
    expect(total(beside, { options })).toBe("1106.60");
    expect(refusal(beside)).toBe("issued-options-differ");
    expect(refusal(beside, { options: { besancon: "left-out" } })).toBe("issued-options-differ");
  });

  test("a signatory, which bills nothing, may have changed", () => {
    const signatory = { name: "Mme X", title: "Adjointe", delegation: "" };
    const signed = generated([inventory()], { options: { signatory, printableFiches: true } });
    expect(total(withoutRecord(signed))).toBe(amount);
    const comments = [{ commune: "Amagney", against: 2013, text: "Quatre postes de plus" }];
    expect(total(withoutRecord(generated([inventory()], { options: { comments } })))).toBe(amount);
    expect(total(withoutRecord(issued), { options: { comments } })).toBe(amount);
  });
});

describe("an état that differs from what was issued cannot be corrected", () => {
  test("a workbook without a Journal, or whose Journal has no run, is not corrected", () => {
    const old = withoutRecord(issued);
    expect(refusal({ ...old, journalRows: [] })).toBe("issued-no-journal");
    expect(refusal({ ...old, journalRows: issued.journalRows.slice(0, 3) })).toBe("issued-no-journal");
  });

  test.each([
    ["the campaign", 1, "deux mille quatorze"],
    ["the sources", 5, "parc.xlsx : Parc"],
    ["the options", 4, null],
    ["the total", 13, "beaucoup"],
  ])("a Journal where %s was typed over is not corrected, unless the run is kept as data", (_what, column, value) => {
    expect(refusal(withJournal(withoutRecord(issued), column, value))).toBe("issued-unreadable-journal");
    expect(total(withJournal(issued, column, value))).toBe(amount);
  });

  test.each([
    ["no JSON", "{"],
    ["of another kind", "[]"],
    ["without its files", JSON.stringify({ ...JSON.parse(issued.runRecord!), files: [{ file: "parc.xlsx" }] })],
    ["with an option that is none", JSON.stringify({ ...JSON.parse(issued.runRecord!), options: { besancon: "?" } })],
    ["without a total", JSON.stringify({ ...JSON.parse(issued.runRecord!), total: undefined })],
  ])("a record that is %s leaves its Journal to tell", (_what, runRecord) => {
    expect(total({ ...issued, runRecord })).toBe(amount);
    expect(refusal(withJournal({ ...issued, runRecord }, 13, "beaucoup"))).toBe("issued-unreadable-journal");
  });

  test("the état of another campaign is not corrected", () => {
    expect(refusal(issued, { campaign: campaignOf(2015) })).toBe("issued-other-campaign");
  });

  test("an issued workbook with a sheet that changed, went or came is not corrected", () => {
    expect(refusal(changed(issued, 1, 3, 11))).toBe("issued-sheet-changed");
    expect(refusal({ ...issued, cells: { ...issued.cells, sheets: [] } })).toBe("issued-sheet-missing");
    const more = sheet("Autre", [
      ["Commune", "École", "Serveur standard"],
      ["Amagney", "École primaire", 1],
    ]);
    const sheets = [...issued.cells.sheets, more("parc-2014.xlsx")];
    expect(refusal({ ...issued, cells: { ...issued.cells, sheets } })).toBe("issued-sheet-added");
  });

  test("an état with amounts that its inventory no longer gives is not corrected", () => {
    expect(refusal(withJournal(withoutRecord(issued), 13, 1765.41))).toBe("issued-total-differs");
    const dearer = sheet("Tarifs", [
      [...tarifsTitles],
      ["POSTE_STD", "Poste client standard", "poste", null, null, null, 40, "01/11/2014", "31/10/2015", "Acte"],
    ]);
    const sheets = [...issued.cells.sheets, dearer("parc-2014.xlsx")];
    expect(refusal({ ...issued, cells: { ...issued.cells, sheets } })).toBe("issued-total-differs");
  });
});

test("the amounts of these tests are those of the deliberation", () => {
  expect(formatAmount(bill([inventory()]).statement.total)).toBe(amount);
});
