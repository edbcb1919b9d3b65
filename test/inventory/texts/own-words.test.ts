import type { Lexicon } from "../../../src/inventory/texts/lexicon";
import { createLabelReader } from "../../../src/inventory/texts/label-reading";
import { learnOwnWords } from "../../../src/inventory/texts/own-words";
import { createTextReader } from "../../../src/inventory/texts/read-text";
import { roleOf } from "../../../src/inventory/texts/header-word";
import { builtInConventions, builtInGrids } from "../../../src/tariff";
import { gridOf, nounOf, priced } from "../own-convention";
import { labelsOf } from "./read-label";

test("the convention of 2014 has no words of its own: what it calls things is understood", () => {
  const learnt: string[] = [];
  const lexicon = { learn: (phrase: string) => learnt.push(phrase) } as unknown as Lexicon;
  const texts = createTextReader({ grid: builtInGrids[0]! });
  const read = (text: string) => texts.read(text, "label");
  expect(learnOwnWords(lexicon, builtInGrids[0]!, builtInConventions[0]!.nouns, read)).toEqual([]);
  expect(learnt).toEqual([]);
});

const grid = gridOf(
  priced("TPE", "Terminal de paiement", "borne", { words: ["lecteur de badges"] }),
  priced("NET", "Nettoyage des classes", "classe"),
  priced("MED", "Médecine du travail", "agent"),
  priced("REP", "Repas livré", "repas"),
  priced("TAB", "Mise à disposition d’une tablette", "tablette"),
  priced("MICRO", "Micro-ordinateur fixe", "poste"),
);
const readLabel = labelsOf(grid);

function named(text: string): string {
  const { label } = readLabel(text);
  return label.kind === "prestation" ? label.code : label.kind;
}

describe("a prestation of a convention of its own is named", () => {
  it.each([
    ["by its unit", "Bornes", "TPE"],
    ["by its unit, that a heading of 2014 sets apart", "Classes", "NET"],
    ["by its unit, that counts people elsewhere", "Nombre d’agents", "MED"],
    ["by how many there are of its unit", "Nb de repas", "REP"],
    ["by its unit and what is in service", "Bornes en service", "TPE"],
    ["by its wording", "Terminal de paiement", "TPE"],
    ["by its wording in the plural", "Terminaux de paiement", "TPE"],
    ["by its wording, though it has the unit of another in it", "Nettoyage des classes", "NET"],
    ["by its wording, that would say a nature elsewhere", "Repas livrés", "REP"],
    ["by its wording, that would say a loan elsewhere", "Mise à disposition d'une tablette", "TAB"],
    ["by a thing that 2014 does not price", "Tablettes", "TAB"],
    ["by what its workstations are called", "Nb de PC", "MICRO"],
    ["by its code", "tpe", "TPE"],
    ["by another word that it has", "Lecteurs de badges", "TPE"],
  ])("%s: « %s » is %s", (_, text, code) => {
    expect(named(text)).toBe(code);
  });

  it.each([
    ["beside another", "Bornes et classes", "ambiguous"],
    ["beside pupils", "Élèves par borne", "none"],
    ["with a word that nobody knows", "Bornes tropicalisées", "none"],
  ])("the name of a convention's prestation does not name %s: « %s »", (_, text, kind) => {
    expect(named(text)).toBe(kind);
  });

  it.each([
    ["Classes", null],
    ["Nb d’agents", null],
    ["Élèves par classe", "ignored"],
    ["Coût des repas", "ignored"],
    ["Date d’arrivée des agents", "date-in"],
  ])("« %s » keeps its own role, %s", (text, role) => {
    expect(roleOf(text, readLabel)?.role ?? null).toBe(role);
  });

  test("nor where two prestations are counted in that unit", () => {
    const both = labelsOf(gridOf(priced("TPE", "Terminal", "borne"), priced("PTG", "Pointeuse", "bornes")));
    expect(both("Bornes").label).toMatchObject({ kind: "ambiguous", candidates: ["TPE", "PTG"] });
    const called = labelsOf(gridOf(priced("BORNE", "Borne", "borne"), priced("PTG", "Borne de pointage", "borne")));
    expect(called("Bornes").label).toMatchObject({ kind: "prestation", code: "BORNE" });
    expect(called("Bornes de pointage").label).toMatchObject({ kind: "prestation", code: "PTG" });
  });
});

describe("the sites and the members of a convention head columns under its own nouns", () => {
  const nouns = { site: nounOf("cantine", "cantines"), member: nounOf("adhérent", "adhérents") };
  const read = createLabelReader(createTextReader({ grid, nouns }));
  it.each([
    ["Cantine", "school"],
    ["Cantines", "school"],
    ["Nom de la cantine", "school"],
    ["Adhérent", "commune"],
    ["Nom de l’adhérent", "commune"],
    ["École", "school"],
    ["Commune", "commune"],
  ])("« %s » heads a %s", (text, role) => {
    expect(roleOf(text, read)?.role).toBe(role);
  });

  test("the nouns of a convention head columns under it alone, and not among other words", () => {
    expect(roleOf("Cantine", readLabel)).toBeNull();
    expect(roleOf("Responsable de la cantine", read)?.role).not.toBe("school");
  });
});
