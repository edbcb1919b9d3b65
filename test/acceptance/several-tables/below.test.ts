import { sheet } from "../../inventory/workbook-of";
import { billedPlainly, billSheets } from "./bill-sheets";
import { _, below, beside, titled } from "./blocks";
import type { Block } from "./blocks";
import { installed, kept } from "./prices";
import { headcounts, inventory, ofInventory, ofRegister, register } from "./schools";

const whole: Block = inventory.map((row, at) => [...row, ["Élèves", 50, 40, 60, 150][at]!]);

describe("a table of headcounts above an inventory", () => {
  const pupils = titled("Effectifs au 1er novembre 2014", headcounts);
  const equipment = titled("Matériel au 1er novembre 2014", inventory);

  it.each<[string, Block]>([
    ["titled, totals below each", below(pupils, equipment)],
    ["without a blank row, the title alone between them", below(pupils, equipment, { gap: 0 })],
    ["without a blank row or a title", below(headcounts, inventory, { gap: 0 })],
    ["in other columns", below(pupils, equipment, { shift: 1 })],
    [
      "« Nombre » under its title",
      below([["Effectifs 2014"], ["Commune", "École", "Nombre"], ...headcounts.slice(1)], equipment),
    ],
  ])("%s", (_name, cells) => {
    expect(billSheets(sheet("Ordiclasse", cells))).toEqual(billedPlainly(ofInventory));
  });

  it("headcounts above an inventory, in the tab of a commune that neither table names, lose no school", () => {
    const cells: Block = [
      ["Effectifs"],
      ["École", "Élèves"],
      ["École maternelle", 40],
      ["École élémentaire", 60],
      ["Total", 100],
      [],
      ["Matériel"],
      ["École", "Pack", "Serveur standard", "Postes clients"],
      ["École maternelle", 1, _, 4],
      ["École élémentaire", 1, 1, 12],
      ["Total", 2, 1, 16],
    ];
    expect(billSheets(sheet("Beure", cells))).toEqual(
      billedPlainly({ cagb: 100 * kept.portail + 2 * kept.pack, communes: kept.server + 16 * kept.post }),
    );
  });

  it("headcounts above an inventory, each with headings on two rows, lose no school", () => {
    const cells: Block = [
      ["Effectifs"],
      ["Commune", "École", "Élèves", _],
      [_, _, "Maternelle", "Élémentaire"],
      ["Amagney", "École primaire", 20, 30],
      ["Beure", "École maternelle", 40, _],
      ["Beure", "École élémentaire", _, 60],
      ["Total", _, 60, 90],
      [],
      ["Matériel"],
      ["Commune", "École", "Postes clients standard", _, "Serveur standard", _, "Pack"],
      [_, _, "En service", "Installés", "En service", "Installés", _],
      ["Amagney", "École primaire", 10, 2, 1, _, 1],
      ["Beure", "École maternelle", 4, _, _, _, 1],
      ["Beure", "École élémentaire", 12, 1, 1, 1, 1],
    ];
    const extras = { merges: ["C2:D2", "C10:D10", "E10:F10"] };
    expect(billSheets(sheet("Parc", cells, extras))).toEqual(
      billedPlainly({ ...ofInventory, communes: ofInventory.communes + 3 * installed.post + installed.server }),
    );
  });
});

describe("a table of headcounts and a register, one above the other", () => {
  const pupils = titled("Effectifs", headcounts);

  it.each<[string, Block]>([
    ["headcounts above", below(pupils, titled("Registre", register))],
    ["headcounts below, in the same columns", below(register, pupils)],
    ["headcounts below, across the register's last columns and beyond", below(register, pupils, { shift: 4 })],
    ["headcounts below, beyond its columns", below(register, pupils, { shift: 7 })],
    ["headcounts right below, without a title", below(register, headcounts, { gap: 0 })],
    ["headcounts three rows below, their title apart", below(register, [["Effectifs"], [], ...headcounts], { gap: 3 })],
  ])("%s", (_name, cells) => {
    expect(billSheets(sheet("Registre", cells))).toEqual(billedPlainly(ofRegister));
  });
});

describe("inventories one below another, each with its headings", () => {
  const [headings, amagney] = [whole[0]!, whole[1]!];
  const beure = whole.slice(2, 4);
  const unnamed = (block: Block): Block => block.map(([, ...cells]) => cells);
  const reordered = (block: Block): Block =>
    block.map(([commune, school, pack, server, posts, pupils]) => [commune!, school!, pupils!, posts!, pack!, server!]);

  it.each<[string, Block]>([
    [
      "titled, a total below each",
      below(
        titled("Secteur Est", [headings, amagney, ["Total", _, 1, 1, 10, 50]]),
        titled("Secteur Ouest", [headings, ...beure, ["Total", _, 2, 1, 16, 100]]),
      ),
    ],
    ["their columns in another order", below([headings, amagney], reordered([headings, ...beure]))],
    [
      "each commune in the title of its own",
      below(
        titled("Commune d'Amagney", unnamed([headings, amagney])),
        titled("Commune de Beure", unnamed([headings, ...beure])),
      ),
    ],
    [
      "one prestation each",
      below(
        below(
          titled("1. Effectifs", headcounts),
          titled("2. Serveurs", [
            ["Commune", "École", "Serveur standard"],
            ["Amagney", "École primaire", 1],
            ["Beure", "École élémentaire", 1],
            ["Total", _, 2],
          ]),
        ),
        titled("3. Postes", [
          ["Commune", "École", "Postes clients standard"],
          ["Amagney", "École primaire", 10],
          ["Beure", "École maternelle", 4],
          ["Beure", "École élémentaire", 12],
          ["Total", _, 26],
        ]),
      ),
    ],
    [
      "four tables in a square, none as wide as the one below it",
      below(
        beside(
          titled("Effectifs Est", headcounts.slice(0, 2)),
          titled("Effectifs Ouest", [headcounts[0]!, ...headcounts.slice(2, 4)]),
        ),
        beside(
          titled("Matériel Est", inventory.slice(0, 2)),
          titled("Matériel Ouest", [inventory[0]!, ...inventory.slice(2, 4)]),
        ),
        { gap: 2 },
      ),
    ],
  ])("%s", (_name, cells) => {
    expect(billSheets(sheet("Parc", cells))).toEqual(billedPlainly(ofInventory));
  });
});

describe("other texts and numbers below an inventory", () => {
  const legend: Block = [["Légende"], ["PC", "Poste client standard"], ["SRV", "Serveur standard"], ["x", "oui"]];
  const signature: Block = [
    ["Fait à Besançon, le 03/11/2014"],
    [],
    ["Le chef du département TIC", _, "Pour le Maire et par délégation"],
    ["Nom :", _, "Signature"],
  ];
  const tariff: Block = [
    ["Rappel des tarifs"],
    ["Tarif", "Installation", "Maintenance"],
    ["Pack logiciel / école", 895, 211],
    ["Serveur standard / école", 632, 263.33],
    ["Poste client standard", 31.6, 36.86],
  ];

  it.each<[string, Block]>([
    ["a legend", below(whole, legend)],
    ["a signature", below(whole, signature)],
    ["a signature right below the total", below(whole, signature, { gap: 0 })],
    ["notes", below(whole, [["Observations"], ["- 2 postes en panne"], ["- un serveur à remplacer en 2015"]])],
    ["a reminder of the tariff", below(whole, tariff)],
    [
      "a list of contacts",
      below(whole, [
        ["Contacts"],
        ["Commune", "Correspondant", "Téléphone"],
        ["Amagney", "Mme Durand", "03 81 00 00 00"],
        ["Beure", "M. Petit", "03 81 00 00 01"],
      ]),
    ],
    [
      "key figures, above",
      below(
        [
          ["Nombre d'écoles", 3],
          ["Nombre d'élèves", 150],
        ],
        whole,
      ),
    ],
  ])("%s", (_name, cells) => {
    expect(billSheets(sheet("Parc", cells))).toEqual(billedPlainly(ofInventory));
  });

  it("a legend below headcounts beside a register, and a signature below both, change nothing", () => {
    const cells = below(
      beside(titled("Registre du matériel", register), below(titled("Effectifs", headcounts), legend)),
      signature,
    );
    expect(billSheets(sheet("Registre", cells))).toEqual(billedPlainly(ofRegister));
  });
});

describe("a table below a blank row is still reported", () => {
  const told = (...rows: Block): readonly string[] => billSheets(sheet("Parc", below(whole, rows))).told;

  it("a school with quantities below a blank row is reported, whatever its commune", () => {
    expect(told(["Beurre", "École annexe", 1, 1, 5, 20])).toEqual(["error unknown-commune Parc!A7"]);
    expect(told(["Morre", _, 1, 1, 5, 20])).toEqual(["error missing-school Parc!B7"]);
  });
  it("a commune or a school without quantities below a blank row is reported", () => {
    expect(told(["Morre", "Le Bourg", _, _, _, _])).toEqual(["error missing-headcount Parc!F7"]);
    expect(told(["Beurre", "École annexe", _, _, _, _])).toEqual(["error unknown-commune Parc!A7"]);
  });
  it("a machine below a blank row without its commune, or its prestation, is reported", () => {
    const cells = (...rows: Block): Block => beside(below(register, rows), headcounts);
    expect(
      billSheets(sheet("R", cells(["P006", "Poste client standard", _, "École primaire", "12/09/2012", _]))).told,
    ).toEqual(["error missing-commune R!C8"]);
    expect(billSheets(sheet("R", cells(["P006", _, _, _, "12/09/2012", _]))).told).toContain(
      "error missing-label R!B8",
    );
  });
});
