import type { Cell } from "../../../src/cells";
import { sheet } from "../../inventory/workbook-of";
import { installed, kept } from "../several-tables/prices";
import { _, beside, below, titled } from "../several-tables/blocks";
import type { Block } from "../several-tables/blocks";
import { billed, inService, schools, withInstallations } from "./three-schools";
import type { OneSchool } from "./three-schools";

const headcounts = sheet("Effectifs", [
  ["Commune", "École", "Effectif"],
  ...schools.map(({ commune, name, pupils }) => [commune, name, pupils]),
]);

const table = (headers: readonly string[], values: (school: OneSchool) => readonly Cell[]): Block => [
  ["Commune", "École", ...headers],
  ...schools.map((school) => [school.commune, school.name, ...values(school)]),
];

/** The equipment of each kind, under one heading or two. */
const kinds = (headers: readonly string[]): readonly (readonly [string, Block])[] => {
  const some = (values: (school: OneSchool) => readonly Cell[]): Block =>
    table(headers, (school) => values(school).slice(0, headers.length));
  return [
    ["Packs logiciel", some(({ pack }) => [pack, _])],
    ["Serveurs standard", some(({ server, newServer }) => [server, newServer])],
    ["Postes clients standard", some(({ posts, newPosts }) => [posts, newPosts])],
  ];
};

describe("a sheet a kind of equipment", () => {
  it.each([["Nb"], ["Quantité"], ["Nombre en service au 1er novembre 2014"]])("counts under « %s »", (header) => {
    const sheets = kinds([header]).map(([name, rows]) => sheet(name, rows));
    expect(billed(...sheets, headcounts)).toEqual(inService);
  });

  it("tells what is in service and what was installed", () => {
    const sheets = kinds(["En service", "Installés"]).map(([name, rows]) => sheet(name, rows));
    expect(billed(...sheets, headcounts)).toEqual(withInstallations);
  });

  it("has a column for standard and one for specific equipment", () => {
    const servers = table(["Standard", "Spécifique"], ({ server }) => [server, _]);
    const posts = table(["Standard", "Spécifique"], (school) => [school.posts, school === schools[0] ? 2 : _]);
    const packs = kinds(["Nb"])[0]![1];
    expect(
      billed(sheet("Serveurs", servers), sheet("Postes", posts), sheet("Pack logiciel", packs), headcounts),
    ).toEqual({ ...inService, communes: inService.communes + 2 * kept.specificPost });
  });

  it("names the kind in each row: « Type de serveur »", () => {
    const servers: Block = [
      ["Commune", "École", "Type de serveur", "Nb"],
      ["Amagney", "École primaire", "Standard", 1],
      ["Beure", "École maternelle", "Spécifique", 1],
      ["Beure", "École élémentaire", "Standard", 1],
    ];
    const [packs, , posts] = kinds(["Nb"]);
    expect(billed(sheet("Serveurs", servers), sheet(...packs!), sheet(...posts!), headcounts)).toEqual({
      ...inService,
      communes: inService.communes + kept.specificServer,
    });
  });

  it("lists its machines, one a row", () => {
    const servers: Block = [
      ["Commune", "École", "N° de série", "Date d'installation"],
      ["Amagney", "École primaire", "S1", "12/09/2012"],
      ["Beure", "École élémentaire", "S2", "12/09/2014"],
    ];
    const [packs, , posts] = kinds(["Nb"]);
    expect(billed(sheet("Serveurs standard", servers), sheet(...packs!), sheet(...posts!), headcounts)).toEqual({
      ...inService,
      communes: inService.communes + installed.server,
    });
  });

  it("asks what « Postes » alone are", () => {
    const [packs, servers, posts] = kinds(["En service"]);
    expect(billed(sheet(...packs!), sheet(...servers!), sheet("Postes", posts![1]), headcounts).errors).toEqual([
      "ambiguous-header Postes!C1",
    ]);
  });
});

describe("a titled table a kind of equipment, on one sheet", () => {
  const tables = kinds(["En service", "Installés"]).map(([name, rows]) => titled(name, rows));

  it("titled tables one below another are billed", () => {
    const rows = tables.reduce((above, each) => below(above, each));
    expect(billed(sheet("Parc", rows), headcounts)).toEqual(withInstallations);
  });

  it("titled tables side by side are billed", () => {
    const rows = tables.reduce((left, right) => beside(left, right));
    expect(billed(sheet("Parc", rows), headcounts)).toEqual(withInstallations);
  });
});

describe("tables side by side without a blank column", () => {
  const left = table(["Pack logiciel", "Serveur standard", "Poste client standard"], ({ pack, server, posts }) => [
    pack,
    server,
    posts,
  ]);

  it.each([
    ["in the same order", ["Commune", "École"], ({ commune, name }: OneSchool) => [commune, name]],
    ["the school first", ["École", "Commune"], ({ commune, name }: OneSchool) => [name, commune]],
  ] as const)("begin where communes and schools are headed again, %s", (_name, headers, names) => {
    const right: Block = [
      [...headers, "Effectif"],
      ...[...schools].reverse().map((school) => [...names(school), school.pupils]),
    ];
    expect(billed(sheet("Parc", beside(left, right, { gap: 0 })))).toEqual(inService);
  });
});

it.each([["Pièces détachées entre le 02/11/2013 et le 01/11/2014"], ["Pièces détachées du 02/11/2013 au 01/11/2014"]])(
  "« %s » were fitted during the year, under a long heading too",
  (header) => {
    const cells: Block = [
      [_, _, _, "Pack logiciel", header],
      ["Commune", "École", "Élèves", "Qté", "Qté"],
      ...schools.map(({ commune, name, pupils, pack }, at) => [commune, name, pupils, pack, at + 1]),
    ];
    // 1 + 2 + 3 parts
    expect(billed(sheet("Parc", cells))).toEqual({ ...inService, communes: 6 * installed.part });
  },
);
