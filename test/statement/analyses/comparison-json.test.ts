import { Decimal } from "decimal.js";
import { defaultOptions } from "../../../src/options";
import { compareStatements, comparisonJson } from "../../../src/statement";
import { campaignOf, builtInConventions, type Convention, reprice } from "../../../src/tariff";
import { makeStatement } from "../../at-once";
import * as given from "../fixtures";

const [convention2014] = builtInConventions as [Convention];

const { avanne } = given;
/** As in the directory, where comments find it. */
const chalezeule = convention2014.members.find(({ name }) => name === "Chalezeule")!;
const [kept, gone] = [given.school(chalezeule, "École du Bas", 1), given.school(chalezeule, "École du Haut", 2)];
const come = given.school(avanne, "École du Parc", 3);

/** What did not change, in euros before and after. */
const effects = (before: string, after: string, difference: string, more: object = {}) => ({
  ...{ before, after, difference },
  ...{ quantities: "0.00", prices: "0.00", arrivals: "0.00", departures: "0.00" },
  ...more,
});

describe("says a comparison as JSON", () => {
  const dearer = reprice(given.grid, [
    { code: "POSTE_STD", nature: "maintenance", payer: "commune", price: new Decimal("38.50") },
    { code: "IMPRIMANTE", nature: "maintenance", payer: "commune", price: null },
  ]);
  const comments = [
    { commune: "Chalezeule", against: 2014, text: "Tarif voté" },
    { commune: "Pirey", against: 2014, text: "Fermeture" },
    { commune: "Pirey", against: 2013, text: "De 2013" },
  ];
  const compared = () =>
    compareStatements(
      makeStatement(
        given.reading(
          [kept, gone],
          [
            ...given.quantities(kept, { "PORTAIL m": 100, "POSTE_STD m": 10, "IMPRIMANTE m": 1 }),
            ...given.quantities(gone, { "PORTAIL m": 10 }),
          ],
        ),
        given.grid,
        campaignOf(2014),
        defaultOptions,
      ),
      makeStatement(
        given.reading(
          [kept, come],
          [
            ...given.quantities(kept, { "PORTAIL m": 100, "POSTE_STD m": 12 }),
            ...given.quantities(come, { "PORTAIL m": 20 }),
          ],
        ),
        { ...dearer, act: "Délibération n° 60" },
        campaignOf(2015),
        { ...defaultOptions, comments },
      ),
    );

  // 10 × 36.86 = 368.60, then 12 × 38.50 = 462.00: 2 × 36.86 = 73.72 by quantities, 12 × 1.64 = 19.68 by prices.
  const machines = { quantities: "73.72", prices: "19.68" };
  // A printer at 15.79 that the second grid no longer prices: 0 of it is billed, which counts as quantities.
  const commune = effects("384.39", "462.00", "77.61", { quantities: "57.93", prices: "19.68" });
  const cagb = effects("579.70", "527.00", "-52.70", { departures: "-52.70" });

  test("the JSON of a comparison has both campaigns and the effects of each payer", () => {
    const json = comparisonJson(compared());
    expect(json.before).toEqual({
      ...{ campaign: 2014, snapshot: "2014-11-01", act: given.grid.act },
      ...{ total: "964.09", cagb: "579.70", communes: "384.39" }, // 527.00 + 52.70; 368.60 + 15.79
    });
    expect(json.after).toEqual({
      ...{ campaign: 2015, snapshot: "2015-11-01", act: "Délibération n° 60" },
      ...{ total: "1094.40", cagb: "632.40", communes: "462.00" }, // 527.00 + 20 × 5.27
    });
    expect(json.communes).toEqual(commune);
    expect(json.cagb).toEqual(effects("579.70", "632.40", "52.70", { arrivals: "105.40", departures: "-52.70" }));
    expect(json.total).toEqual(
      effects("964.09", "1094.40", "130.31", {
        ...commune,
        ...{ before: "964.09", after: "1094.40" },
        difference: "130.31",
        arrivals: "105.40",
        departures: "-52.70",
      }),
    );
  });

  test("the JSON of a comparison has each commune and each prestation", () => {
    const json = comparisonJson(compared());
    expect(json.byCommune["25112"]).toEqual({
      ...{ name: "Chalezeule", presence: "kept", notable: false, comment: "Tarif voté", cagb, commune },
      before: [{ insee: "25112", name: "Chalezeule" }],
      after: [{ insee: "25112", name: "Chalezeule" }],
      total: effects("964.09", "989.00", "24.91", { quantities: "57.93", prices: "19.68", departures: "-52.70" }),
    });
    expect(json.byCommune["25036"]).toMatchObject({
      name: "Avanne-Aveney",
      presence: "arrived",
      before: [],
      comment: null,
    });
    expect(json.byPrestation).toEqual({
      PORTAIL: {
        ...effects("579.70", "632.40", "52.70", { arrivals: "105.40", departures: "-52.70" }),
        notable: false,
      },
      POSTE_STD: { ...effects("368.60", "462.00", "93.40", machines), notable: false },
      IMPRIMANTE: { ...effects("15.79", "0.00", "-15.79", { quantities: "-15.79" }), notable: false },
    });
  });

  test("the JSON of a comparison has the schools that came or went and the lines that changed", () => {
    const json = comparisonJson(compared());
    expect(json.schools).toEqual([
      { insee: "25036", school: "École du Parc", presence: "arrived", cagb: "105.40", commune: "0.00" },
      { insee: "25112", school: "École du Haut", presence: "departed", cagb: "-52.70", commune: "0.00" },
    ]);
    expect(json.lines.map(({ school, prestation }) => `${school} ${prestation}`)).toEqual([
      "École du Parc PORTAIL",
      "École du Bas POSTE_STD",
      "École du Bas IMPRIMANTE",
      "École du Haut PORTAIL",
    ]);
    expect(json.lines[1]).toEqual({
      ...{ insee: "25112", school: "École du Bas", prestation: "POSTE_STD" },
      ...{ nature: "maintenance", payer: "commune", presence: "kept", difference: "93.40" },
      ...{ quantities: "73.72", prices: "19.68", arrivals: "0.00", departures: "0.00" },
      before: { quantity: 10, unitPrice: "36.86", amount: "368.60" },
      after: { quantity: 12, unitPrice: "38.50", amount: "462.00" },
    });
    expect(json.lines[2]).toMatchObject({
      before: { quantity: 1, unitPrice: "15.79", amount: "15.79" },
      after: { quantity: 0, unitPrice: null, amount: "0.00" },
    });
  });

  test("the JSON of a comparison has the prices that a grid lacks and the comments left over", () => {
    const json = comparisonJson(compared());
    expect(json.missingPrices).toEqual([
      { prestation: "IMPRIMANTE", nature: "maintenance", payer: "commune", side: "after" },
    ]);
    expect(json.otherComments).toEqual([{ commune: "Pirey", comment: "Fermeture" }]);
    expect(json.commentsOnOtherYears).toEqual([{ commune: "Pirey", against: 2013, comment: "De 2013" }]);
  });
});
