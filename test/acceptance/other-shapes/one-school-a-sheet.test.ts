import { sheet } from "../../inventory/workbook-of";
import { billedPlainly, billSheets } from "../several-tables/bill-sheets";
import { _, below } from "../several-tables/blocks";
import type { Block } from "../several-tables/blocks";
import { installed, kept } from "../several-tables/prices";

const headings = {
  "in two cells": (commune: string, school: string): Block => [
    ["Commune :", commune],
    ["École :", school],
  ],
  "in one cell": (commune: string, school: string): Block => [[`Commune : ${commune}`], [`École : ${school}`]],
  "among other lines": (commune: string, school: string): Block => [
    ["Fiche école"],
    ["Commune", commune],
    ["École", school],
    ["Directeur", "M. Petit"],
  ],
  "as a title": (commune: string, school: string): Block => [
    [`Commune de ${commune}`],
    [`${school} – Ordiclasse 2014`],
  ],
};

/** An école primaire of 50 pupils with 10 postes, a maternelle of 40 with 4. */
const cagb = (50 + 40) * kept.portail + 2 * kept.pack;
const communes = (10 + 4) * kept.post + 2 * kept.server;

describe.each(Object.entries(headings))("a sheet a school, commune and school %s", (_name, heading) => {
  const schools = (body: (pupils: number, posts: number, fresh: number | null) => Block) => [
    sheet("Feuil1", below(heading("Amagney", "École primaire"), body(50, 10, 2))),
    sheet("Feuil2", below(heading("Beure", "École maternelle"), body(40, 4, _))),
  ];

  it("prestations down, in service and installed", () => {
    const sheets = schools((pupils, posts, fresh) => [
      ["Prestation", "En service", "Installés 2014"],
      ["Effectif", pupils, _],
      ["Pack logiciel", 1, _],
      ["Poste client standard", posts, fresh],
      ["Serveur standard", 1, _],
    ]);
    expect(billSheets(...sheets)).toEqual(billedPlainly({ cagb, communes: communes + 2 * installed.post }));
  });

  it("prestations down, a quantity each", () => {
    const sheets = schools((pupils, posts) => [
      ["Prestation", "Quantité"],
      ["Effectif", pupils],
      ["Pack logiciel", 1],
      ["Poste client standard", posts],
      ["Serveur standard", 1],
    ]);
    expect(billSheets(...sheets)).toEqual(billedPlainly({ cagb, communes }));
  });
});

describe("the schools of a commune in its tab", () => {
  it("one below another, each under its name", () => {
    const school = (name: string, pupils: number, posts: number): Block => [
      [name],
      ["Prestation", "Quantité"],
      ["Effectif", pupils],
      ["Pack logiciel", 1],
      ["Poste client standard", posts],
    ];
    expect(
      billSheets(sheet("Beure", below(school("École maternelle", 40, 4), school("École élémentaire", 60, 12)))),
    ).toEqual(billedPlainly({ cagb: (40 + 60) * kept.portail + 2 * kept.pack, communes: (4 + 12) * kept.post }));
  });
});

describe("a register a school", () => {
  it("its machines are the school's that the title names", () => {
    const machines: Block = [
      ["Commune :", "Amagney"],
      ["École :", "École primaire"],
      [],
      ["Désignation", "N° de série", "Date de mise en service"],
      ["Poste client standard", "S1", "12/09/2012"],
      ["Poste client standard", "S2", "15/09/2014"],
    ];
    const pupils: Block = [
      ["Commune", "École", "Effectif"],
      ["Amagney", "École primaire", 50],
    ];
    expect(billSheets(sheet("Feuil1", machines), sheet("Effectifs", pupils))).toEqual(
      billedPlainly({ cagb: 50 * kept.portail + kept.pack, communes: 2 * kept.post + installed.post }),
    );
  });
});

it("prestations of a commune that name no school are an error, not nothing", () => {
  const cells: Block = [
    ["Prestation", "Quantité"],
    ["Effectif", 50],
    ["Pack logiciel", 1],
    ["Poste client standard", 10],
  ];
  expect(billSheets(sheet("Amagney", cells))).toEqual({
    cagb: 0,
    communes: 0,
    told: ["error no-school-column Amagney!A1"],
  });
});
