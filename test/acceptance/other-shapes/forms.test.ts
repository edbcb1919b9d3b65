import type { Cell } from "../../../src/cells";
import { sheet } from "../../inventory/workbook-of";
import { _, beside, below } from "../several-tables/blocks";
import type { Block } from "../several-tables/blocks";
import { billed, inService, schools, withInstallations } from "./three-schools";
import type { OneSchool } from "./three-schools";

const headings = {
  "in two cells": ({ commune, name }: OneSchool): Block => [
    ["Commune", commune],
    ["École", name],
  ],
  "in one cell": ({ commune, name }: OneSchool): Block => [[`Commune : ${commune}`], [`École : ${name}`]],
  "as a title": ({ commune, name }: OneSchool): Block => [[`${commune} – ${name}`]],
  "among other lines": ({ commune, name }: OneSchool): Block => [
    ["FICHE ÉCOLE"],
    ["Commune :", commune, "Année", 2014],
    ["Nom de l'école :", name],
    ["Adresse", "1 rue de l'Église"],
    ["Téléphone", "03 81 00 00 00"],
    ["Directeur", "M. Petit"],
    ["Nombre de classes", 3],
  ],
};

const lines = ({ pupils, pack, server, posts }: OneSchool): Block => [
  ["Nombre d'élèves", pupils],
  ["Pack logiciel", pack],
  ["Serveur standard", server],
  ["Poste client standard", posts],
];

const columns = ["Matériel", "En service", "Installé en 2014", "Observations"];
const table =
  (header: readonly Cell[]) =>
  ({ pupils, pack, server, newServer, posts, newPosts }: OneSchool): Block => [
    ["Effectif", pupils],
    header,
    ["Pack logiciel", pack, _, "RAS"],
    ["Serveur standard", server, newServer, "RAS"],
    ["Poste client standard", posts, newPosts, "RAS"],
  ];

const below3 = (of: (school: OneSchool) => Block, gap: number): Block =>
  schools.map(of).reduce((above, form) => below(above, form, { gap }));

describe.each(Object.entries(headings))("forms that name commune and school %s", (_name, heading) => {
  const form =
    (body: (school: OneSchool) => Block) =>
    (school: OneSchool): Block => [...heading(school), ...body(school)];

  it("stand one below another, label and value", () => {
    expect(billed(sheet("Fiches", below3(form(lines), 1)))).toEqual(inService);
  });

  it("stand right below another", () => {
    expect(billed(sheet("Fiches", below3(form(lines), 0)))).toEqual(inService);
  });

  it("stand one a tab", () => {
    expect(billed(...schools.map((school, at) => sheet(`Fiche ${at + 1}`, form(lines)(school))))).toEqual(inService);
  });

  it("have a table of what is in service and installed", () => {
    expect(billed(sheet("Fiches", below3(form(table(columns)), 1)))).toEqual(withInstallations);
  });

  it("have one whose labels have no heading", () => {
    const header = [_, "En service", "Installés", "Observations"];
    expect(billed(sheet("Fiches", below3(form(table(header)), 1)))).toEqual(withInstallations);
  });

  it("say what is in service and installed in titles", () => {
    const body = ({ pupils, pack, server, newServer, posts, newPosts }: OneSchool): Block => [
      ["Effectif", pupils],
      ["EN SERVICE"],
      ["Pack logiciel", pack],
      ["Serveur standard", server],
      ["Poste client standard", posts],
      ["INSTALLATIONS"],
      ["Serveur standard", newServer ?? 0],
      ["Poste client standard", newPosts ?? 0],
    ];
    expect(billed(sheet("Fiches", below3(form(body), 1)))).toEqual(withInstallations);
  });

  it("take their headcounts from another sheet", () => {
    const headcounts = [
      ["Commune", "École", "Effectif"],
      ...schools.map((each) => [each.commune, each.name, each.pupils]),
    ];
    const forms = below3(
      form((school) => lines(school).slice(1)),
      1,
    );
    expect(billed(sheet("Fiches", forms), sheet("Effectifs", headcounts))).toEqual(inService);
  });
});

describe.each(["in two cells", "in one cell"] as const)("forms side by side, named %s", (name) => {
  it("each has its own pupils", () => {
    const blocks = schools.map((school): Block => [...headings[name](school), ...lines(school)]);
    expect(
      billed(
        sheet(
          "Fiches",
          blocks.reduce((left, right) => beside(left, right)),
        ),
      ),
    ).toEqual(inService);
  });
});

describe("the commune of forms in a tab", () => {
  const form = (school: OneSchool): Block => [[`École : ${school.name}`], ...table(columns)(school)];

  it("stands above the first", () => {
    const [first, ...others] = schools;
    const tab = (commune: string, forms: Block): Block => [
      [`Commune de ${commune}`],
      ["Parc informatique au 01/11/2014"],
      [],
      ...forms,
    ];
    expect(
      billed(
        sheet("Feuil1", tab("Amagney", form(first))),
        sheet(
          "Feuil2",
          tab(
            "Beure",
            others.map(form).reduce((above, each) => below(above, each)),
          ),
        ),
      ),
    ).toEqual(withInstallations);
  });

  it("is asked where the others name theirs and one does not", () => {
    const headed = (school: OneSchool): Block => [...headings["in one cell"](school), ...lines(school)];
    const [amagney, maternelle, elementaire] = schools;
    const lost = { ...elementaire, name: "École Jean Macé" };
    const cells = [headed(maternelle), headed(elementaire), headed(amagney), headed(lost as never).slice(1)].reduce(
      (above, each) => below(above, each),
    );
    expect(billed(sheet("Fiches", cells)).errors).toEqual(["sheet-without-commune Fiches!A22"]);
  });
});

it("two columns of values without a heading are asked, not guessed", () => {
  const cells: Block = [...headings["in one cell"](schools[0]), ["Effectif", 50], ["Poste client standard", 10, 3]];
  expect(billed(sheet("Fiches", cells)).errors).toEqual(["unclear-header Fiches!C4"]);
});
