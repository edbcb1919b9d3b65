import { readFile, writeFile } from "node:fs/promises";
import type { SimulationJson } from "../../src/statement";
import { Folder, run } from "../cli/run-rebill";
import { faultsOf } from "../workbook/files/package-check";
import { add, sharedGrid, times } from "./analyses";
import { expectedOf, faultsOfSample, samplePath } from "./samples";
import { openedFile } from "../opened-file";

const folder = new Folder();

const grid = sharedGrid();

async function simulate(sample: string, ...more: readonly string[]): Promise<SimulationJson> {
  await writeFile(folder.file("grille.json"), JSON.stringify(grid));
  const asked = [samplePath(sample), "--campaign", "2014", "--simulate", folder.file("grille.json"), "--force"];
  const done = await run(...asked, ...more, "--json", folder.file("o.json"));
  expect({ code: done.code, err: done.err }).toEqual({ code: 0, err: [] });
  return JSON.parse(await readFile(folder.file("o.json"), "utf8")).simulate;
}

/** What each commune, each price and each payer would pay more adds up to the titre's difference. */
function expectWhole(json: SimulationJson): void {
  const { cagb, communes, total } = json;
  const byCommune = Object.values(json.byCommune);
  expect(add(cagb.difference, communes.difference)).toBe(total.difference);
  expect(add(total.now, total.difference)).toBe(total.trial);
  expect(add(...byCommune.map(({ due }) => due.difference))).toBe(communes.difference);
  expect(add(...byCommune.map((commune) => commune.cagb.difference))).toBe(cagb.difference);
  expect(add(...json.byPrice.map(({ amount }) => amount.difference))).toBe(total.difference);
}

test("a row shared out moves its part from every commune to the CAGB, workstation by workstation", async () => {
  const json = await simulate("parc-ecoles-2014.xlsx");
  const { total, byPrestation } = expectedOf("parc-ecoles-2014");
  const shared = add(times(byPrestation["POSTE_STD"]!.maintenance.qty, "10.00"));
  expectWhole(json);
  expect(json.total).toEqual({ now: total, trial: total, difference: "0.00" });
  expect([json.cagb.difference, json.communes.difference]).toEqual([shared, `-${shared}`]);
  expect(json.directions).toEqual({ more: 0, less: 45, same: 0 });
  // Row 7 of « Parc 01.11.2014 » has 14 standard workstations at Amagney.
  expect(json.byCommune["25014"]!.due.difference).toBe(add(times(14, "-10.00")));
  expect(json.byCommune["25014"]!.cagb.difference).toBe(add(times(14, "10.00")));
});

test("a new row bills what the inventory shows of it, and no tariff did", async () => {
  const json = await simulate("anomalies-2014.xlsx");
  expectWhole(json);
  expect(json.total.now).toBe(faultsOfSample().amounts.total);
  // Row 14 of « Inventaire 2014 »: 14 workstations and 12 tablets at Nancray.
  const { due, cagb } = json.byCommune["25418"]!;
  expect(due.difference).toBe(add(times(14, "-10.00"), times(12, "6.50")));
  expect(cagb.difference).toBe(add(times(14, "10.00"), times(12, "4.00")));
  expect(json.byPrice.filter(({ prestation }) => prestation === "TABLETTE")).toEqual([
    expect.objectContaining({ payer: "cagb", trial: { units: 12, unitPrice: "4.00" } }),
    expect.objectContaining({ payer: "commune", trial: { units: 12, unitPrice: "6.50" } }),
  ]);
});

test("the sheet is no document: it says so, and those of the campaign keep the voted tariff", async () => {
  await simulate("parc-ecoles-2014.xlsx", "--out", folder.file("o.xlsx"));
  expect(faultsOf(await readFile(folder.file("o.xlsx")))).toEqual([]);
  const opened = await openedFile(await readFile(folder.file("o.xlsx")), "o.xlsx");
  const sheet = (name: string) => opened.cells.sheets.find((one) => one.name === name)!.rows.flat();
  expect(sheet("Simulation")).toContain("Projet, non voté – simulation, aucun document officiel");
  expect(sheet("Simulation").filter((cell) => /Arrêté|Signature|Ordonnateur/.test(String(cell)))).toEqual([]);
  expect(sheet("Titre CAGB")).toContain(Number(expectedOf("parc-ecoles-2014").total));
});
