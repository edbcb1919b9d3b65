import { readFileSync } from "node:fs";
import { France, type Found } from "../../../src/taskpane/convention/france";
import { atDepth } from "../../depth";
import { communesOfFrance } from "../../../webpack/communes-of-france.js";

type Lists = Parameters<typeof communesOfFrance>;
const listOf = (name: string): unknown =>
  JSON.parse(readFileSync(`node_modules/@etalab/decoupage-administratif/data/${name}.json`, "utf8"));
const epcis = listOf("epci") as Lists[0];
const communes = listOf("communes") as Lists[1];
const data = communesOfFrance(epcis, communes);
const france = new France(data);
const said = (found: Found) => ("epci" in found ? `${found.epci} (${found.communes.length})` : found.commune.name);

test("every commune of today is there once, with its own SIREN, made again from one figure where its code gives it", () => {
  const all = data.flatMap(([, told]) => told);
  const current = communes.filter(({ type }) => type === "commune-actuelle");
  expect(all).toHaveLength(current.length);
  const sirens = new Map(current.map(({ code, siren }) => [code, siren ?? ""]));
  // Each search goes through all names: a few of the EPCIs in a quick run.
  const names = data.map(([name]) => name).filter((name, at) => name !== "" && at % atDepth(50, 1) === 0);
  const found = names.flatMap((name) => france.search(name).filter((one) => "epci" in one));
  expect(found.length).toBeGreaterThanOrEqual(names.length);
  const wrong = found.flatMap((one) =>
    "epci" in one ? one.communes.filter(({ insee, siren }) => siren !== sirens.get(insee)) : [],
  );
  expect(wrong).toEqual([]);
  // Less than half of what would be told in full.
  expect(JSON.stringify(data).length).toBeLessThan(1_000_000);
});

test("a commune is found by its name as people write it, or by its code; those that begin so come first", () => {
  expect(france.search("st vit").map(said)[0]).toBe("Saint-Vit");
  expect(france.search("25056").map(said)).toEqual(["Besançon"]);
  expect(france.search("  ")).toEqual([]);
  const names = france.search("saône").map(said);
  expect(names.indexOf("Saône")).toBeLessThan(names.indexOf("Chalon-sur-Saône"));
});

test("an EPCI is found with all its communes, each with its SIREN, that of a recent commune included", () => {
  const [first] = france.search("grand besançon");
  if (first === undefined || !("epci" in first)) throw new Error("no EPCI");
  expect(first.epci).toBe("CU Grand Besançon Métropole");
  expect(first.communes).toHaveLength(epcis.find(({ nom }) => nom === first.epci)!.membres.length);
  expect(first.communes).toContainEqual({ insee: "25056", name: "Besançon", siren: "212500565" });
  expect(first.communes).toContainEqual({ insee: "25035", name: "Les Auxons", siren: "200048437" });
});

test("a commune of no EPCI is found as well, its SIREN left to be filled where none is published", () => {
  expect(france.search("Nouméa")).toEqual([{ commune: { insee: "98818", name: "Nouméa", siren: "" } }]);
});
