import { readFile } from "node:fs/promises";
import type { ComparisonJson } from "../../src/statement";
import { run } from "../cli/run-rebill";
import { testInDepth } from "../depth";
import { faultsOf } from "../workbook/files/package-check";
import { add, gridWith, times, writeTarifs } from "./analyses";
import { issuedOnce } from "./issued-once";
import { expectedOf, samplePath } from "./samples";

const [last, now] = ["parc-ecoles-2014", "registre-materiel-2015"] as const;
/** The one is issued, to be compared with. */
const file = issuedOnce(last);

/** The campaign 2015 of the other sample, with these workbooks or options more, against it. */
async function compare(...more: readonly string[]): Promise<ComparisonJson> {
  const asked = [samplePath(`${now}.xlsx`), ...more, "--campaign", "2015", "--compare", file("emis.xlsx")];
  const done = await run(...asked, "--json", file("o.json"), "--overwrite");
  expect({ code: done.code, err: done.err }).toEqual({ code: 0, err: [] });
  return JSON.parse(await readFile(file("o.json"), "utf8")).compare;
}

type Effects = ComparisonJson["total"];

/** The four effects are the difference between both amounts, to the cent. */
function expectWhole({ before, after, quantities, prices, arrivals, departures, difference }: Effects): void {
  expect(add(quantities, prices, arrivals, departures)).toBe(difference);
  expect(add(before, difference)).toBe(after);
}

function expectAllWhole(json: ComparisonJson): void {
  const communes = Object.values(json.byCommune);
  const prestations = Object.values(json.byPrestation);
  for (const effects of [json.total, json.cagb, json.communes, ...prestations]) expectWhole(effects);
  for (const { cagb, commune, total } of communes) [cagb, commune, total].forEach(expectWhole);
  for (const name of Object.keys(json.total) as (keyof Effects)[]) {
    expect(add(...communes.map(({ total }) => total[name]))).toBe(json.total[name]);
    expect(add(...prestations.map((effects) => effects[name]))).toBe(json.total[name]);
    expect(add(json.cagb[name], json.communes[name])).toBe(json.total[name]);
  }
}

/** Amagney in the samples, 2014 (« Parc 01.11.2014 », row 7, and « Effectifs ») then 2015 (counted in « Registre »). */
const amagney = {
  commune: add(
    times(1 - 0, "632.00"), // standard server, installed
    times(3 - 8, "31.60"), // standard workstations, installed
    times(13 - 14, "36.86"), // standard workstations, in service
    times(1 - 0, "84.26"), // specific workstations, installed
    times(4 - 0, "47.39"), // specific workstations, in service
    times(0 - 5, "21.06"), // spare parts
    times(3 - 2, "15.79"), // ink-jet printers
  ),
  cagb: add(times(59 - 57, "5.27")), // pupils
};

describe("quantities and schools explain the whole difference under one grid", () => {
  let json: ComparisonJson;
  beforeAll(async () => {
    json = await compare();
  });

  testInDepth("the workbook that is written is a sound package", async () => {
    await compare("--out", file("o.xlsx"));
    expect(faultsOf(await readFile(file("o.xlsx")))).toEqual([]);
  });

  test("the two titres have the expected amounts, and the effects add up to the cent", () => {
    expect([json.before.total, json.after.total]).toEqual([expectedOf(last).total, expectedOf(now).total]);
    expect(json.total.prices).toBe("0.00");
    expect(json.missingPrices).toEqual([]);
    expectAllWhole(json);
  });

  test("the quantities and the schools of Amagney explain its whole difference under one grid", () => {
    const { presence, cagb, commune } = json.byCommune["25014"]!;
    expect(presence).toBe("kept");
    expect([commune.quantities, commune.difference]).toEqual([amagney.commune, amagney.commune]);
    expect([cagb.quantities, cagb.difference]).toEqual([amagney.cagb, amagney.cagb]);
  });

  test("Les Auxons answers for both communes that it was made of", () => {
    const joined = json.byCommune["25035"]!;
    expect([joined.name, joined.presence]).toEqual(["Les Auxons", "kept"]);
    expect(joined.before.map(({ name }) => name)).toEqual(["Auxon-Dessous", "Auxon-Dessus"]);
    expect(Object.keys(json.byCommune)).not.toContain("25034");
    const { byCommune } = expectedOf(last);
    expect(joined.commune.before).toBe(add(byCommune["25034"]!.due, byCommune["25035"]!.due));
    expect(joined.commune.after).toBe(expectedOf(now).byCommune["25035"]!.due);
  });

  test("communes that come and go are counted whole", () => {
    const of = (presence: string) =>
      Object.values(json.byCommune)
        .filter((commune) => commune.presence === presence)
        .map(({ name }) => name);
    expect(of("arrived")).toEqual(["Noironte", "Rancenay", "Tallenay", "Thoraise"]);
    expect(of("departed")).toEqual(["Chalèze", "Champvans-les-Moulins", "Osselle"]);
    const chaleze = json.byCommune["25111"]!.commune;
    expect(chaleze.departures).toBe(`-${expectedOf(last).byCommune["25111"]!.due}`);
  });
});

describe("prices explain their part under a second grid for 2015", () => {
  const grid = gridWith({
    POSTE_STD: { cagb: null, commune: "38.50" },
    PORTAIL: { cagb: "5.50", commune: null },
  });

  test("a price that changed splits Amagney's difference: purchases at the old price, kept machines at the new one", async () => {
    await writeTarifs(file("tarifs.xlsx"), grid);
    const json = await compare(file("tarifs.xlsx"));
    expectAllWhole(json);
    expect([json.before.act, json.after.act]).toEqual([expect.stringMatching(/n° 58/), grid.act]);

    const { cagb, commune } = json.byCommune["25014"]!;
    expect([commune.quantities, cagb.quantities]).toEqual([amagney.commune, amagney.cagb]);
    expect(commune.prices).toBe(add(times(13, "1.64"))); // 13 × (38.50 − 36.86)
    expect(cagb.prices).toBe(add(times(59, "0.23"))); // 59 × (5.50 − 5.27)

    const { total, byPrestation, pupils } = expectedOf(now);
    const workstations = byPrestation["POSTE_STD"]!.maintenance.qty;
    expect(json.after.total).toBe(add(total, times(workstations, "1.64"), times(pupils, "0.23")));
  });
});
