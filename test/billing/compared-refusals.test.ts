import { refusalsOfCompared } from "../../src/billing/compared-refusals";
import { message, type Anomaly } from "../../src/messages";
import { campaignOf, gridFor } from "../../src/tariff";
import { plain } from "../taskpane/plain";

const refusal: Anomaly = { severity: "error", code: "no-inventory", file: null, sheet: null, cell: null, params: {} };
const withoutGrid = gridFor(campaignOf(2016));
const refusals = [refusal, ...("anomaly" in withoutGrid ? [withoutGrid.anomaly] : [])];
const told = (hasRun: boolean) =>
  refusalsOfCompared(refusals, "parc.xlsx", hasRun).map(({ code, params }) => plain(message(code, params)));

describe("a workbook for whose campaign there is no tariff is named", () => {
  test("with the campaign of its Journal", () => {
    expect(told(true)[1]).toMatch(
      /^« parc\.xlsx » ne peut pas être comparé : aucun tarif ne couvre la campagne 2016\./,
    );
  });

  test("or the year before, for which it was taken without one", () => {
    expect(told(false)[1]).toMatch(/: sans Journal, il est lu comme l’inventaire de l’année d’avant, et aucun tarif/);
  });

  test("what else refuses it stays as it is", () => {
    expect(refusalsOfCompared(refusals, "parc.xlsx", true)[0]).toBe(refusal);
    expect(refusals).toHaveLength(2);
  });
});
