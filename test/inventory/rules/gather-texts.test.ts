import type { Cell } from "../../../src/cells";
import { read, readWith, sheet, type Read } from "../workbook-of";
import { errors, head, other, parc, posts, words } from "./remarked-schools";

describe("an event that a text tells before something else", () => {
  test.each([
    "école fermée en juillet, élèves à Larnod",
    "école fermée ; enfants à Larnod",
    "école fermée en juillet (61 élèves)",
    "fermée, clés à la mairie",
    "regroupée avec l'école voisine, élèves à Morre",
    "ferm. 07/14",
    "transf. Larnod",
    "résiliée",
    "à régulariser en 2015",
    "2 postes rendus en mai, ils ne sont pas à facturer",
  ])("« %s » is asked about", (remark) => {
    const result = read(parc(["Beure", "École du Bourg", 20, 12, remark], other));
    expect([errors(result).length, posts(result)]).toEqual([1, [0, 9]]);
  });

  test.each([
    "cour rénovée, portail fermé, clés à la mairie",
    "fermée le mercredi après-midi",
    "fermée pendant les vacances",
    "fermeture annuelle du 20/12 au 5/1",
    "aimerait deux postes de plus",
    "facturée depuis 2012",
  ])("« %s » is not asked about", (remark) => {
    const result = read(parc(["Beure", "École du Bourg", 20, 12, remark], other));
    expect([errors(result), posts(result)]).toEqual([[], [12, 9]]);
  });
});

describe("a title that calls an inventory provisional", () => {
  const rows = [head, ["Beure", "École du Bourg", 20, 12, null], other];
  const titled = (title: string): Read => read(sheet("Parc", [[title], [], ...rows]));

  test.each([
    "Inventaire – à confirmer",
    "Inventaire au 1er novembre 2014 (provisoire)",
    "Parc informatique prévisionnel 2014",
    "État du matériel, pas encore validé",
    "Projet d’inventaire",
    "V2 – à vérifier",
    "Provisoire",
  ])("« %s » is asked about, above the table or as the name of its only sheet", (title) => {
    const named = read(sheet(title, rows));
    expect([errors(titled(title)), posts(titled(title))]).toEqual([["error correcting-text A1"], [0, 0]]);
    expect([errors(named), posts(named)]).toEqual([["error correcting-text A1"], [0, 0]]);
  });

  test("leaves the table billed once the user said that the title says nothing, or that the table is an inventory", () => {
    const title = "Inventaire provisoire";
    const options = words("state", title, "nothing");
    const tables = [{ file: null, sheet: title, cell: null, as: "inventory" }] as const;
    for (const result of [
      readWith(options, sheet("Parc", [[title], [], ...rows])),
      readWith(options, sheet(title, rows)),
      readWith({ tables }, sheet(title, rows)),
    ])
      expect([errors(result), posts(result)]).toEqual([[], [12, 9]]);
  });

  test.each([
    "Inventaire définitif",
    "Inventaire validé par le maire le 12/11/2014",
    "Inventaire confirmé le 12/11/2014",
    "Fiche à vérifier et à retourner à la mairie avant le 15 novembre",
    "Écoles en locaux provisoires",
  ])("« %s » is not asked about", (title) => {
    expect([errors(titled(title)), posts(titled(title))]).toEqual([[], [12, 9]]);
  });
});

test.each([
  ["14 postes", 1],
  ["effectif : 22", 1],
  ["effectif 22 (dont 2 ULIS)", 1],
  ["12 postes", 0],
  ["effectif total : 20", 0],
])("a remark that is a count is asked about when no number of its row is that: « %s »", (remark, asked) => {
  const result = read(parc(["Beure", "École du Bourg", 20, 12, remark], other));
  expect([errors(result).length, posts(result)]).toEqual([asked, [asked === 0 ? 12 : 0, 9]]);
});

test.each([
  ["Vérifié", "non"],
  ["Comptage vérifié", "à refaire"],
])("a row that does not pass the check of the others is asked about: « %s | %s »", (header, cell) => {
  const spec = sheet("Parc", [
    ["Commune", "École", "Effectif", "Postes clients standard", header],
    ["Beure", "École du Bourg", 20, 12, "oui"],
    ["Pirey", "École du Pont", 40, 9, cell],
    ["Thise", "École du Centre", 41, 8, "oui"],
  ]);
  expect([errors(read(spec)), posts(read(spec))]).toEqual([["error correcting-text E3"], [12, 0]]);
});

test.each(["Compté par", "Comptés par", "Relevé par"])("a column « %s » of initials changes nothing", (header) => {
  const spec = sheet("Parc", [
    ["Commune", "École", "Effectif", "Postes clients standard", header],
    ["Beure", "École du Bourg", 20, 12, "JD"],
    ["Pirey", "École du Pont", 40, 9, "MCP"],
  ]);
  expect([errors(read(spec)), posts(read(spec))]).toEqual([[], [12, 9]]);
});

test("texts of one column that each call a number uncertain are each answered by themselves", () => {
  const spec = sheet("Parc", [
    ["Commune", "École", "Effectif", "Postes clients standard", "État du relevé"],
    ["Beure", "École du Bourg", 20, 12, "définitif"],
    ["Pirey", "École du Pont", 40, 9, "provisoire"],
    ["Thise", "École du Centre", 41, 8, "à confirmer"],
  ]);
  const asked = read(spec);
  expect(errors(asked)).toEqual(["error correcting-text E3", "error correcting-text E4"]);
  const said = asked.reading.anomalies.flatMap(({ code, params }) =>
    code === "correcting-text" ? [{ word: String(params["word"]), kind: "state" as const, as: "in-service" }] : [],
  );
  expect(errors(readWith({ words: said }, spec))).toEqual([]);
});

describe("a note that gives numbers another owner, another payer or another date", () => {
  const noted = (note: string): Read => read(parc(["Beure", "École du Bourg", 20, 12, null], other, [], [note]));

  test.each([
    "Un poste sur deux appartient à l'association des parents.",
    "Les postes du Bourg sont comptés aussi à Larnod.",
    "Le poste de direction, compté partout, est payé par le Département.",
    "Compter un poste de moins par école.",
    "Il manque une imprimante dans ce tableau.",
    "Inventaire fait en mars 2011.",
    "Repris tel quel du tableau de 2012.",
    "Les quantités sont celles déclarées à la signature du contrat, en mars 2011.",
    "Chiffres du Bourg estimés.",
    "Beure : chiffres non communiqués.",
    "Les postes du Bourg sont ceux du Pont.",
    "La colonne D comprend les tablettes.",
    "Postes : y compris les portables.",
    "Facturer Beure pour moitié.",
    "Remise de 10 % à Beure.",
    "Beure : 6 mois seulement.",
    "Les serveurs ne sont plus maintenus.",
    "Quantités commandées ; livraison annoncée pour janvier 2015.",
    "Livraison des postes en janvier 2015.",
    "Nombre de postes prévus.",
    "Beure : chiffres de l’an dernier.",
    "Les chiffres de Beure datent de mars.",
    "Nouveau comptage à Pirey : 11",
    "Les postes de Beure sont à confirmer.",
    "Beure n’a pas répondu.",
    "Pirey : en attente de réponse.",
    "Comptage vérifié, sauf Pirey.",
    "Beure paie directement.",
    "Un poste de Beure est à la bibliothèque municipale.",
    "Pirey rejoint Ordiclasse en janvier.",
  ])("« %s » is asked about", (note) => {
    expect(errors(noted(note))).toHaveLength(1);
  });

  test.each([
    "Les postes sont entretenus par la Ville.",
    "Ce tableau comprend les écoles maternelles.",
    "Inventaire fait en octobre 2014.",
    "Les écoles ont été équipées en 2012.",
    "Chiffres arrondis à l’unité.",
    "Facturation en novembre.",
    "Remise des clés le 2 septembre.",
    "Livraison des dictionnaires en janvier 2015.",
    "Bon de livraison n° 114.",
    "Les chiffres datent du 1er novembre.",
    "Garderie ouverte tous les jours, sauf le mercredi.",
    "Les écoles ont répondu en octobre.",
    "Les tablettes ne sont pas comptées.",
  ])("« %s » is not asked about", (note) => {
    expect([errors(noted(note)), posts(noted(note))]).toEqual([[], [12, 9]]);
  });
});

describe("a column that says when a school joined, or that it is billed already", () => {
  const told = (header: string, cell: string): Read =>
    read(
      sheet("Parc", [
        ["Commune", "École", "Effectif", "Postes clients standard", header],
        ["Beure", "École du Bourg", 20, 12, cell],
        ["Pirey", "École du Pont", 40, 9, null],
      ]),
    );

  test.each([
    ["Depuis", "janv. 2015"],
    ["Adhésion", "en cours"],
    ["Facturé", "déjà"],
  ])("« %s | %s » is asked about", (header, cell) => {
    expect(errors(told(header, cell))).toHaveLength(1);
  });

  test.each([
    ["Depuis", "janv. 2009"],
    ["Convention", "en cours"],
    ["Facturé", "oui"],
  ])("« %s | %s » is not asked about", (header, cell) => {
    expect([errors(told(header, cell)), posts(told(header, cell))]).toEqual([[], [12, 9]]);
  });
});

describe("what a column says of the departure of a machine", () => {
  const register = (header: string, ...cells: Cell[]): Read =>
    read(
      sheet("Parc", [
        ["Commune", "École", "Type", header],
        ["Beure", "École du Bourg", "Poste client standard", cells[0]!],
        ["Beure", "École du Bourg", "Poste client standard", cells[1]!],
        ["Pirey", "École du Pont", "Poste client standard", cells[2]!],
      ]),
      sheet("Effectifs", [
        ["Commune", "École", "Effectif"],
        ["Beure", "École du Bourg", 20],
        ["Pirey", "École du Pont", 40],
      ]),
    );

  test.each([
    ["Bon d'enlèvement", ["BE 14/233", null, null]],
    ["N° bon de sortie", [233, null, null]],
    ["Certificat de destruction", ["D3E-12", null, null]],
    ["Acquéreur", ["M. Dupont", null, null]],
    ["Période", ["09/2011 - 06/2014", "09/2012 -", "09/2013 -"]],
    ["Période", ["2011-2014", "2012-", "2013-"]],
    ["Pointage", ["non vu", "vu", "vu"]],
    ["Pointage", ["A", "P", "P"]],
    ["Suivi", ["À récupérer", "OK", "OK"]],
    ["Vu le", ["jamais", "20/10/2014", "21/10/2014"]],
    ["Prêt", ["Mairie", null, null]],
    ["Utilisateur", ["Périscolaire", null, null]],
    ["Remarques", ["sert de donneur", null, null]],
    ["Remarques", ["pas trouvé", null, null]],
  ] as [string, Cell[]][])("« %s | %j »: the first machine is asked about", (header, cells) => {
    const result = register(header, ...cells);
    expect([errors(result).length, posts(result)]).toEqual([1, [1, 1]]);
  });

  test.each([
    ["N° de devis", ["D 14", null, null]],
    ["Destinataire", ["Classe 1", "Classe 2", "Direction"]],
    ["Pointage", ["vu", "vu", "vu"]],
    ["Suivi", ["M. Roy", "M. Roy", "Mme Petit"]],
    ["Vérifié par", ["JD", "MC", "JD"]],
    ["Tickets", ["INC-2231", null, null]],
  ] as [string, Cell[]][])("« %s | %j »: nothing is asked", (header, cells) => {
    const result = register(header, ...cells);
    expect([errors(result), posts(result)]).toEqual([[], [2, 1]]);
  });
});

describe("a column of units beside schools across", () => {
  const across = (unit: string): Read =>
    read(
      sheet("Parc", [
        ["Commune", null, "Beure", "Pirey"],
        ["École", "Unité", "École du Bourg", "École du Pont"],
        ["Effectif", "élève", 20, 40],
        ["Serveur standard", "serveur", 1, 1],
        ["Postes clients standard", unit, 12, 9],
      ]),
    );

  test("« lot de 2 » is asked about, of the numbers of its row alone", () => {
    const result = across("lot de 2");
    expect([errors(result), posts(result)]).toEqual([["error correcting-text B5"], [0, 0]]);
    expect(result.quantity("École du Bourg", "SERVEUR_STD")).toBe(1);
  });

  test("« poste » is not asked about", () => {
    expect([errors(across("poste")), posts(across("poste"))]).toEqual([[], [12, 9]]);
  });
});
