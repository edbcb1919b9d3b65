import type { ComparedBilling, BillableWorkbook } from "../../src/billing";
import { refusalOfCompared, type ComparedRequest } from "../../src/billing/other-statements";
import { anomaly, message } from "../../src/messages";
import { formatAmount } from "../../src/money";
import type { AcceptedValue } from "../../src/options";
import { campaignOf, gridFor } from "../../src/tariff";
import { billCompared } from "../at-once";
import { generated, inventory } from "../documents/analyses/town";
import { sheet } from "../inventory/workbook-of";
import { plain } from "../taskpane/plain";
import { made } from "../made";
import { yearWithoutTariff } from "../year-without-tariff";

function compared(other: BillableWorkbook, year = 2015, more: Partial<ComparedRequest> = {}): ComparedBilling {
  return made(billCompared({ other, campaign: campaignOf(year), options: {}, ...more }));
}

const plainWorkbook: BillableWorkbook = { cells: inventory(), anomalies: [], journalRows: [], runRecord: null };

describe("the other workbook is billed for its own campaign", () => {
  test("the year before, where nothing says which it is", () => {
    const result = compared(plainWorkbook);
    expect(result).toMatchObject({ file: "parc.xlsx", campaignFrom: "year-before" });
    expect(result.statement.campaign.year).toBe(2014);
    expect(formatAmount(result.statement.total)).toBe("1765.40"); // 150 × 5.27 + 2 × 211.00 + 15 × 36.86
  });

  test("the one of its Journal, where it was generated", () => {
    const result = compared(generated([inventory()], { year: 2015 }), 2015);
    expect(result.campaignFrom).toBe("journal");
    expect(result.statement.campaign.year).toBe(2015);
  });

  test("a compared workbook is refused when no grid covers its year", () => {
    const result = billCompared({ other: plainWorkbook, campaign: campaignOf(2014), options: {} });
    expect(result).toMatchObject({ ok: false, error: [{ code: "compared-without-grid", params: { campaign: 2013 } }] });
  });
});

describe("the other workbook is billed with its own options", () => {
  test("a compared workbook is billed with the options of its Journal, found again in its sheet", () => {
    const optionsSheet = sheet("Options Ordiclasse", [
      ["Option", "Valeur"],
      ["Besançon", "non facturée"],
    ]);
    const parc = inventory();
    const other = generated([{ ...parc, sheets: [...parc.sheets, optionsSheet(parc.file)] }]);
    expect(compared(other).statement.options.besancon).toBe("left-out");
    expect(compared(other).anomalies.filter(({ code }) => code === "compared-total-differs")).toEqual([]);
  });

  test("only the counting options given beside the campaign apply to a compared workbook", () => {
    const setAside = [{ file: null, sheet: "Parc", row: 3, reason: "école fermée" }];
    const { options } = compared(plainWorkbook, 2015, { options: { schoolUnit: "each", setAside } }).statement;
    expect([options.schoolUnit, options.setAside]).toEqual(["each", []]);
  });
});

test("errors accepted when it was generated are told, and known to be so while it gives the same total", () => {
  const faulty = generated([inventory(10, "parc.xlsx", [["Atlantis", "École", 10, 1, null]])]);
  const errors = (result: ComparedBilling) => result.anomalies.filter(({ severity }) => severity === "error").length;
  expect([compared(faulty).unacceptedErrors, errors(compared(faulty))]).toEqual([0, 1]);
  const changed = { ...faulty, cells: inventory(11) };
  expect(compared(changed).unacceptedErrors).toBe(errors(compared(changed)));
});

test("its errors come with its name; a Journal that tells another total is an error, until that total is accepted", () => {
  const faulty = compared({
    ...plainWorkbook,
    cells: inventory(10, "2014.xlsx", [["Atlantis", "École", 10, 1, null]]),
  });
  expect(faulty.anomalies).toContainEqual(
    expect.objectContaining({ severity: "error", code: "unknown-commune", file: "2014.xlsx", cell: "A4" }),
  );
  const other = { ...generated([inventory()]), cells: inventory(11, "2014.xlsx") };
  expect(compared(other).anomalies[0]).toMatchObject({ severity: "error", code: "compared-total-differs" });
  const was = String(compared(other).anomalies[0]!.params.was);
  const severities = (points: readonly AcceptedValue[]) =>
    [compared(other, 2015, { accepted: points })].map(({ anomalies: [first] }) => [first!.code, first!.severity]);
  const point = { file: "2014.xlsx", sheet: null, cell: null, code: "compared-total-differs", was };
  expect(severities([point])).toEqual([["compared-total-differs", "warning"]]);
  // Another total than the one accepted, or another workbook, is asked again.
  for (const one of [
    { ...point, was: "1.00" },
    { ...point, file: "2013.xlsx" },
  ])
    expect(severities([one])).toEqual([["compared-total-differs", "error"]]);
});

const refusal = anomaly("error", "no-inventory");
const withoutGrid = gridFor(campaignOf(yearWithoutTariff));
const refusals = [refusal, ...(withoutGrid.ok ? [] : withoutGrid.error)];
const told = (hasRun: boolean) =>
  refusals
    .map((one) => refusalOfCompared(one, "parc.xlsx", hasRun))
    .map(({ code, params }) => plain(message(code, params)));

describe("a workbook for whose campaign there is no tariff is named", () => {
  test("a workbook without a tariff is refused with the campaign of its Journal", () => {
    expect(told(true)[1]).toContain(
      `« parc.xlsx » ne peut pas être comparé : aucun tarif ne couvre la campagne ${yearWithoutTariff}.`,
    );
  });

  test("a workbook without a Journal and without a tariff is refused with the year before, for which it was taken", () => {
    expect(told(false)[1]).toMatch(/: sans Journal, il est lu comme l’inventaire de l’année d’avant, et aucun tarif/);
  });

  test("any other refusal of a compared workbook keeps its message", () => {
    expect(refusalOfCompared(refusal, "parc.xlsx", true)).toBe(refusal);
  });
});
