import { Decimal } from "decimal.js";
import type { Cell } from "../../../src/cells";
import { builtInConvention, builtInGrids, type Member } from "../../../src/tariff";
import { gridOf, nounOf, priced, readUnder } from "../own-convention";
import { sheet, type Read } from "../workbook-of";

const terminal = priced("TPE", "Terminal de paiement", "borne");
const cleaning = priced("NET", "Nettoyage", "classe");
const health = priced("MED", "Médecine du travail", "agent");
const meals = priced("REP", "Repas", "repas");

const parc = (...rows: readonly (readonly Cell[])[]) => sheet("Parc", rows);
const told = (result: Read): string[] => result.anomalies().filter((each) => !each.startsWith("info"));

describe("a convention's own prestation is a quantity", () => {
  test("a prestation of a convention is a quantity in columns whose headings would be left out in 2014", () => {
    const result = readUnder(gridOf(terminal, cleaning, health, meals), {}, [
      parc(
        ["Commune", "École", "Bornes", "Nb de classes", "Nombre d’agents", "Repas", "Surface"],
        ["Beure", "École du Bourg", 2, 5, 12, 14200, 310],
        ["Busy", "École du Pont", 1, 4, 9, 8300, 280],
      ),
    ]);
    expect(told(result)).toEqual([]);
    expect(["TPE", "NET", "MED", "REP"].map((code) => result.quantity("École du Bourg", code))).toEqual([
      2, 5, 12, 14200,
    ]);
  });

  test("a prestation of a convention is a quantity in a list of items", () => {
    const result = readUnder(gridOf(terminal, cleaning), {}, [
      parc(
        ["Commune", "École", "Prestation", "Quantité"],
        ["Beure", "École du Bourg", "Bornes", 2],
        ["Beure", "École du Bourg", "Classes", 5],
      ),
    ]);
    expect([told(result), result.quantity("École du Bourg", "TPE"), result.quantity("École du Bourg", "NET")]).toEqual([
      [],
      2,
      5,
    ]);
  });

  test("a prestation of a convention is a quantity under sites in columns", () => {
    const result = readUnder(gridOf(terminal, cleaning), {}, [
      parc(
        ["Commune", "Beure", "Busy"],
        ["École", "École du Bourg", "École du Pont"],
        ["Bornes", 2, 1],
        ["Classes", 5, 4],
      ),
    ]);
    expect([told(result), result.quantity("École du Bourg", "TPE"), result.quantity("École du Pont", "NET")]).toEqual([
      [],
      2,
      4,
    ]);
  });

  test("a prestation of a convention is a quantity on a form", () => {
    const result = readUnder(gridOf(terminal, cleaning), {}, [
      parc(["Commune", "Beure"], ["École", "École du Bourg"], ["Bornes", 2], ["Nombre de classes", 5]),
    ]);
    expect([told(result), result.quantity("École du Bourg", "TPE"), result.quantity("École du Bourg", "NET")]).toEqual([
      [],
      2,
      5,
    ]);
  });

  test("a unit of two prestations of a convention is asked about", () => {
    const result = readUnder(gridOf(terminal, priced("PTG", "Pointeuse", "borne")), {}, [
      parc(["Commune", "École", "Bornes", "Pointeuses"], ["Beure", "École du Bourg", 2, 1]),
    ]);
    expect(told(result)).toEqual(["error ambiguous-header C1"]);
  });
});

describe("sites and members as a convention calls them", () => {
  const canteens = { site: nounOf("cantine", "cantines") };

  test("cantines, some of which are places that no school is", () => {
    const result = readUnder(gridOf(terminal), canteens, [
      parc(
        ["Commune", "Cantine", "Bornes"],
        ["Beure", "Cantine du Bourg", 2],
        ["Busy", "Cantine", 1],
        ["Busy", "Mairie", 1],
      ),
    ]);
    expect([told(result), result.quantities.length]).toEqual([[], 3]);
  });

  test("services of members that are no communes, found by name and by alias", () => {
    const syndicat: Member = {
      insee: "25901",
      name: "Syndicat des eaux du Val",
      siren: "200000123",
      from: null,
      to: null,
      successorInsee: null,
      sirenToVerify: false,
      aliases: ["SIEV"],
    };
    const terms = {
      site: nounOf("service", "services"),
      member: nounOf("adhérent", "adhérents"),
      members: [syndicat, { ...syndicat, insee: "25058", name: "Beure", siren: "212500581", aliases: [] }],
    };
    const result = readUnder(gridOf(health), terms, [
      parc(
        ["Adhérent", "Service", "Agents"],
        ["Beure", "Services techniques", 12],
        ["Syndicat des Eaux du Val", "Régie", 7],
        ["SIEV", "Bureau", 3],
      ),
    ]);
    expect(told(result)).toEqual([]);
    expect(result.quantities).toEqual([
      "Beure/25058|servicestechniques MED maintenance 12",
      "Syndicat des eaux du Val/25901|bureau MED maintenance 3",
      "Syndicat des eaux du Val/25901|regie MED maintenance 7",
    ]);
  });

  test("sites that a convention calls cantines are read in columns and on a form", () => {
    const across = readUnder(gridOf(terminal, meals), canteens, [
      parc(["Commune", "Beure", "Busy"], ["Cantine", "Le Bourg", "Le Pont"], ["Bornes", 2, 1], ["Repas", 900, 400]),
    ]);
    expect([told(across), across.quantity("Le Bourg", "TPE"), across.quantity("Le Pont", "REP")]).toEqual([[], 2, 400]);
    const form = readUnder(gridOf(terminal, meals), canteens, [
      parc(["Commune", "Beure"], ["Cantine", "Le Bourg"], ["Bornes", 2], ["Repas", 900]),
    ]);
    expect([told(form), form.quantity("Le Bourg", "TPE"), form.quantity("Le Bourg", "REP")]).toEqual([[], 2, 900]);
  });
});

describe("a title that names the service of its convention", () => {
  const prices = {
    installation: { cagb: null, commune: new Decimal("12.00") },
    maintenance: { cagb: null, commune: new Decimal("45.00") },
  };
  const both = gridOf(priced("TPE", "Terminal de paiement", "borne", { prices }));
  const terminals = (...title: readonly string[]) => [
    ...(title.length === 0 ? [] : [title]),
    ["Commune", "École", "Bornes"],
    ["Beure", "École du Bourg", 2],
  ];

  test("a title with the convention's service, itself a loan, heads what is in service", () => {
    const result = readUnder(both, { service: "Prêt de bornes" }, [parc(...terminals("Prêt de bornes"))]);
    expect([told(result), result.quantities]).toEqual([[], ["Beure/25058|ecoledubourg TPE maintenance 2"]]);
  });

  test("a title with the convention's service, itself a loan, and « stock » heads nothing that is billed", () => {
    const title = "Prêt de bornes : bornes en stock";
    expect(readUnder(both, { service: "Prêt de bornes" }, [parc(...terminals(title))]).quantities).toEqual([]);
  });

  test("a title with the convention's service, itself an installation, heads installations, asked about when no other sheet shows what is in service", () => {
    const service = "Installation de bornes";
    const installed = sheet("Bornes", terminals(service));
    const result = readUnder(both, { service }, [parc(...terminals()), installed]);
    expect([told(result), result.quantities]).toEqual([
      [],
      ["Beure/25058|ecoledubourg TPE installation 2", "Beure/25058|ecoledubourg TPE maintenance 2"],
    ]);
    expect(told(readUnder(both, { service }, [installed]))).toEqual([expect.stringContaining("only-installations")]);
  });
});

describe("a row of a member that left without a successor", () => {
  const left: Member = {
    ...builtInConvention(2014).members[0]!,
    name: "Bonnat",
    to: { year: 2013, month: 8, day: 31 },
  };
  const readRows = (...rows: readonly (readonly Cell[])[]) =>
    readUnder(builtInGrids[0]!, { members: [left, ...builtInConvention(2014).members.slice(1)] }, [
      parc(["Commune", "École", "Effectif", "Postes clients standard", "Packs logiciels"], ...rows),
    ]);

  test("a row without equipment is only told, and nothing of it is billed; one that counts some is to be corrected", () => {
    const result = readRows(
      ["Beure", "École du Bourg", 20, 12, 1],
      ["Bonnat", "École A", 30, 0, null],
      ["Bonnat", "École B", 30, 2, null],
    );
    expect(result.anomalies()).toEqual(["info left-without-equipment A3", "error commune-no-longer A4"]);
    expect(result.rows()).toMatchObject({ billed: 1, error: 1, reasons: { zero: 1 } });
    expect(result.reading.schools.map(({ name }) => name)).toEqual(["École du Bourg"]);
  });

  test("a cell that does not say how many is not taken for none", () => {
    const result = readRows(["Beure", "École du Bourg", 20, 12, 1], ["Bonnat", "École", 30, "?", null]);
    expect(result.anomalies()).toEqual(["error commune-no-longer A3"]);
  });
});
