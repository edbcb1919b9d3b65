import { read, sheet, type Read } from "../workbook-of";

/** A register of three machines; the cell is that of the second, and `others` those of the first and the third. */
const register = (header: string, cell: string, others: readonly [string | null, string | null] = [null, null]): Read =>
  read(
    sheet("Registre", [
      ["N° inventaire", "Type", "Commune", "École", "Mise en service", header],
      ["A1", "Poste client standard", "Beure", "École du Bourg", "05/09/2011", others[0]],
      ["A2", "Poste client standard", "Beure", "École du Bourg", "05/09/2011", cell],
      ["A3", "Poste client standard", "Thise", "École du Centre", "05/09/2011", others[1]],
    ]),
    sheet("Effectifs", [
      ["Commune", "École", "Effectif"],
      ["Beure", "École du Bourg", 64],
      ["Thise", "École du Centre", 151],
    ]),
  );
const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));

describe("what a register tells of a machine's new place is asked about", () => {
  test.each([
    ["Affecté ensuite à", "Thise, École du Centre (10/03/2014)"],
    ["Nouvelle affectation", "École du Centre"],
    ["Déménagé à", "Thise"],
    ["Observations", "va à Thise"],
    ["Observations", "est à Thise maintenant"],
    ["Observations", "va à l'École du Centre"],
    ["Observations", "mairie"],
    ["Observations", "à la cantine"],
    ["Observations", "bibliothèque municipale"],
    ["Observations", "chez le directeur"],
    ["Observations", "oublié chez Mme Roy"],
    ["Observations", "en caisse"],
    ["Observations", "sert de pièces"],
    ["Observations", "facturé à la commune"],
    ["Observations", "voir A1"],
    ["Observations", "à installer"],
    ["Observations", "livré, non installé"],
    ["Observations", "jusqu’en juin 2014"],
  ])("« %s | %s »", (header, cell) => {
    const result = register(header, cell);
    expect([errors(result), result.quantity("École du Bourg", "POSTE_STD")]).toEqual([["error leaving-remark F3"], 1]);
  });

  test.each([
    ["Origine", "Thise"],
    ["Observations", "vient de Thise"],
    ["Observations", "École du Bourg"],
    ["Observations", "clé chez le gardien"],
    ["Observations", "bibliothèque"],
    ["Observations", "salle 2"],
    ["Observations", "près de la cantine"],
    ["Observations", "facturé le 12/03/2011"],
    ["Observations", "à installer près de la fenêtre"],
    ["Observations", "logiciel livré"],
  ])("« %s | %s » is not", (header, cell) => {
    const result = register(header, cell);
    expect([errors(result), result.quantity("École du Bourg", "POSTE_STD")]).toEqual([[], 2]);
  });
});

test.each(["(rendu)", "HS", "volé"])("« %s » in the place of a serial number is asked about", (cell) => {
  const result = register("N° de série", cell, ["CZC1", "CZC2"]);
  expect([errors(result), result.quantity("École du Bourg", "POSTE_STD")]).toEqual([["error leaving-remark F3"], 1]);
});

test.each(["SN-123", "-", "illisible"])("« %s » in the place of a serial number changes nothing", (cell) => {
  expect(errors(register("N° de série", cell, ["CZC1", "CZC2"]))).toEqual([]);
});

test("a note that makes a rule of what left is asked of the register above it", () => {
  const noted = (note: string): Read =>
    read(
      sheet("Registre", [
        ["N° inventaire", "Type", "Commune", "École", "Mise en service", "Dernier contact"],
        ["A1", "Poste client standard", "Beure", "École du Bourg", "05/09/2011", "12/12/2012"],
        ["A2", "Poste client standard", "Beure", "École du Bourg", "05/09/2011", "30/10/2014"],
        [],
        [note],
      ]),
      sheet("Effectifs", [
        ["Commune", "École", "Effectif"],
        ["Beure", "École du Bourg", 64],
      ]),
    );
  const asked = noted("Un poste sans contact depuis plus d’un an est réputé mis au rebut.");
  expect([errors(asked), asked.quantity("École du Bourg", "POSTE_STD")]).toEqual([["error correcting-text A5"], 0]);
  expect(errors(noted("Légende : HS = hors service"))).toEqual([]);
});
