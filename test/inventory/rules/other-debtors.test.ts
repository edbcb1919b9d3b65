import type { Cell } from "../../../src/cells";
import { read, sheet, type Read, type SheetSpec } from "../workbook-of";

const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const posts = (result: Read): number[] =>
  ["École du Bourg", "École du Pont", "École du Mont"].map((school) => result.quantity(school, "POSTE_STD"));

describe("a column whose usual answer is the convention, or a party to it", () => {
  const answered = (header: string, ...answers: Cell[]): Read =>
    read(
      sheet("Parc", [
        ["Commune", "École", "Effectif", "Postes clients standard", header],
        ["Beure", "École du Bourg", 20, 12, answers[0]!],
        ["Pirey", "École du Pont", 40, 9, answers[1]!],
        ["Larnod", "École du Mont", 30, 5, answers[2]!],
      ]),
    );

  test.each([
    ["Dispositif", "Ordiclasse", "-"],
    ["Convention", "Ordiclasse", "Département"],
    ["Régime", "conv.", "hors conv."],
    ["Mainteneur", "Ville", "SIVOM"],
    ["Groupe en charge", "TIC Ville", "Prestataire privé (commune)"],
    ["Catégorie", "Parc Ordiclasse", "Parc communal"],
  ])("« %s » is asked about where it is « %s » for most schools and « %s » for one", (header, usual, another) => {
    const result = answered(header, usual, usual, another);
    expect([errors(result), posts(result)]).toEqual([["error undue-remark E4"], [12, 9, 0]]);
  });

  test.each([
    ["Dispositif", "Ordiclasse", "Ordiclasse depuis 2003"],
    ["Mainteneur", "Ville", "Ville"],
    ["Dispositif", "Ordiclasse", null],
    ["Référent", "M. Roy", "Mme Petit"],
  ])("« %s » is not asked about where it is « %s » for most schools and « %s » for one", (header, usual, another) => {
    const result = answered(header, usual, usual, another);
    expect([errors(result), posts(result)]).toEqual([[], [12, 9, 5]]);
  });
});

describe("forms that are answered otherwise than the others", () => {
  const form = (commune: string, school: string, count: number, label: string, answer: Cell): Cell[][] => [
    ["Commune", commune],
    ["École", school],
    ["Effectif", 30],
    ["Postes clients standard", count],
    [label, answer],
    [],
  ];
  const tabs = (label: string, ...answers: Cell[]): SheetSpec[] => [
    sheet("Beure", form("Beure", "École du Bourg", 12, label, answers[0]!)),
    sheet("Pirey", form("Pirey", "École du Pont", 9, label, answers[1]!)),
    sheet("Larnod", form("Larnod", "École du Mont", 5, label, answers[2]!)),
  ];

  test.each([
    ["Qui paie", ["Mairie de Beure", "Mairie de Pirey", "Mairie de Pirey"]],
    ["Propriétaire du matériel", ["Ville", "Ville", "coopérative scolaire"]],
    ["Facturation", ["normale", "normale", "suspendue"]],
    ["Facture à adresser à", ["Mairie de Beure", "Mairie de Pirey", "Mairie de Saône"]],
    ["Fiche", ["définitive", "définitive", "provisoire"]],
    ["Unité de compte", ["poste", "poste", "lot de 2"]],
    ["Campagne", ["2014", "2014", "2013"]],
    ["Fiche établie en", ["novembre 2014", "novembre 2014", "novembre 2012"]],
    ["Situation vis-à-vis d'Ordiclasse", ["adhérente", "adhérente", "sortie le 30 juin"]],
    ["Ordiclasse", ["[X] oui [ ] non", "[X] oui [ ] non", "[ ] oui [X] non"]],
  ] as [string, Cell[]][])("« %s | %s »: the last one is asked about", (label, answers) => {
    const result = read(...tabs(label, ...answers));
    expect([errors(result).length, posts(result)]).toEqual([1, [12, 9, 0]]);
  });

  test.each([
    ["Qui paie", ["Mairie de Beure", "Mairie de Pirey", "Mairie de Larnod"]],
    ["Propriétaire du matériel", ["Ville", "Ville", "Ville"]],
    ["Directrice", ["Mme Roy", "Mme Petit", "M. Dupont"]],
    ["Fiche établie en", ["novembre 2014", "octobre 2014", "octobre 2014"]],
    ["Ordiclasse", ["[X] oui [ ] non", "[X] oui [ ] non", "[X] oui [ ] non"]],
  ] as [string, Cell[]][])("« %s | %s »: nothing is asked", (label, answers) => {
    const result = read(...tabs(label, ...answers));
    expect([errors(result), posts(result)]).toEqual([[], [12, 9, 5]]);
  });
});
