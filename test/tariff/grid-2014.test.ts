import { isoDate } from "../../src/cells";
import { message } from "../../src/messages";
import { formatAmount } from "../../src/money";
import { builtInGrids, campaignOf, gridFor } from "../../src/tariff";
import type { TariffRow } from "../../src/tariff";

/** The voted table of the deliberation, in its order: installation CAGB and commune, maintenance CAGB and commune. */
const voted = [
  ["PORTAIL", "Accès Portail éducatif/enfant", "enfant", "–", "–", "5.27", "–"],
  ["PACK", "Pack logiciel / école", "école", "895.00", "–", "211.00", "–"],
  ["SERVEUR_STD", "Serveur standard / école", "école", "–", "632.00", "–", "263.33"],
  ["POSTE_STD", "Poste client standard", "poste", "–", "31.60", "–", "36.86"],
  ["SERVEUR_SPEC", "Serveur spécifique", "serveur", "–", "947.96", "–", "315.18"],
  ["POSTE_SPEC", "Poste spécifique", "poste", "–", "84.26", "–", "47.39"],
  ["LOGICIEL_SPEC", "Logiciel spécifique", "logiciel", "–", "21.06", "–", "10.53"],
  ["PIECES", "Pièces détachées", "pièce", "–", "21.06", "–", "–"],
  ["IMPRIMANTE", "Imprimante jet encre", "imprimante", "–", "–", "–", "15.79"],
];

function flat({ code, prestation, unit, prices: { installation, maintenance } }: TariffRow): string[] {
  const amounts = [installation.cagb, installation.commune, maintenance.cagb, maintenance.commune];
  return [code, prestation, unit, ...amounts.map((amount) => (amount === null ? "–" : formatAmount(amount)))];
}

describe("the grid of 2014", () => {
  const grid = builtInGrids[0]!;

  it("holds the voted table, to the cent and to the word", () => {
    expect(grid.rows.map(flat)).toEqual(voted);
  });

  it("names its act, and that 315,18 € is billed as voted", () => {
    expect(grid.act).toBe("Délibération n° 58, récépissé préfectoral du 14 novembre 2014");
    expect(grid.votedOn).toBeNull();
    expect(grid.note).toContain("315,18");
    expect([isoDate(grid.from), isoDate(grid.to)]).toEqual(["2014-11-01", "2015-11-01"]);
  });

  it.each([2014, 2015])("prices campaign %i", (year) => {
    expect(gridFor(campaignOf(year))).toEqual({ grid });
  });

  it.each([2013, 2016])("does not price campaign %i, and says why", (year) => {
    const result = gridFor(campaignOf(year));
    if (!("anomaly" in result)) throw new Error("priced");
    expect(result.anomaly).toMatchObject({ severity: "error", code: "campaign-without-grid" });
    expect(message(result.anomaly.code, result.anomaly.params)).toContain(`01/11/${year}`);
    expect(message(result.anomaly.code, result.anomaly.params)).toContain("01/11/2014 – 01/11/2015");
  });

  it("prices nothing where there is no grid at all", () => {
    expect(gridFor(campaignOf(2014), [])).toMatchObject({ anomaly: { code: "campaign-without-grid" } });
  });
});
