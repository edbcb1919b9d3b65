import { rectificationJson, rectify } from "../../../src/statement";
import * as given from "../fixtures";

const { schoolA, schoolB } = given;

describe("says a correction as JSON", () => {
  const stateOf = (counts: Record<string, number>) =>
    given.stateOf(
      given.reading(
        [schoolA, schoolB],
        [...given.quantities(schoolA, counts), ...given.quantities(schoolB, { "PACK m": 1 })],
      ),
    );

  test("the sums before and after, what changes, and each line that does", () => {
    const issued = stateOf({ "PORTAIL m": 100, "POSTE_STD m": 14, "IMPRIMANTE m": 1 });
    const corrected = stateOf({ "PORTAIL m": 100, "POSTE_STD m": 13, "LOGICIEL_SPEC m": 2 });
    // Communes: 14 × 36.86 + 15.79 = 531.83, then 13 × 36.86 + 2 × 10.53 = 500.24; the CAGB: 527.00 + 211.00, twice.
    const due = { before: "531.83", difference: "-31.59", after: "500.24" };
    expect(rectificationJson(rectify(issued, corrected))).toEqual({
      kind: "both",
      // 36.86 + 15.79, and 2 × 10.53.
      reduction: { cagb: "0.00", communes: "52.65", total: "52.65" },
      complement: { cagb: "0.00", communes: "21.06", total: "21.06" },
      total: { before: "1269.83", difference: "-31.59", after: "1238.24" },
      cagb: { before: "738.00", difference: "0.00", after: "738.00" },
      communes: due,
      byCommune: {
        "25112": { name: "Chalezeule", cagb: { before: "527.00", difference: "0.00", after: "527.00" }, due },
      },
      lines: [
        {
          prestation: "POSTE_STD",
          issued: { quantity: 14, unitPrice: "36.86", amount: "516.04" },
          corrected: { quantity: 13, unitPrice: "36.86", amount: "479.18" },
          difference: "-36.86",
        },
        {
          prestation: "LOGICIEL_SPEC",
          issued: null,
          corrected: { quantity: 2, unitPrice: "10.53", amount: "21.06" },
          difference: "21.06",
        },
        {
          prestation: "IMPRIMANTE",
          issued: { quantity: 1, unitPrice: "15.79", amount: "15.79" },
          corrected: null,
          difference: "-15.79",
        },
      ].map((line) => ({
        insee: "25112",
        school: "École élémentaire",
        nature: "maintenance",
        payer: "commune",
        ...line,
      })),
    });
  });
});
