import { builtInGrids, headcount } from "../../../src/tariff";
import { namedBy, row } from "./named";

const { rows } = builtInGrids[0]!;
const named = namedBy(rows);

describe("equipment that the grid does not price is named as such, by its word", () => {
  it.each([
    ["Tablettes", "tablette"],
    ["iPad", "ipad"],
    ["TBI", "tbi"],
    ["Tableaux blancs interactifs", "tbi"],
    ["VPI", "vpi"],
    ["Vidéo-projecteurs", "videoprojecteur"],
    ["Écrans", "ecran"],
    ["Écran PC", "ecran"],
    ["Souris pour portables", "souris"],
    ["Laser", "laser"],
    ["Imprimantes laser", "laser"],
    ["Imprimante multifonction", "multifonction"],
    ["Jet d’encre multifonction", "multifonction"],
    ["Classes mobiles : tablettes et wifi", "tablette"],
    ["Copieurs", "copieur"],
    ["Photocopieur imprimante", "photocopieur"],
    ["Bornes wifi", "wifi"],
  ])("« %s »: « %s »", (text, words) => {
    expect(named(text)).toEqual({ kind: "untariffed", words });
  });
});

describe("equipment without a tariff beside the noun of a prestation names neither", () => {
  it.each(["PC + écran", "Postes avec TBI et écran", "Imprimante et écran", "Imprimante laser et PC", "Serveur laser"])(
    "« %s »",
    (text) => {
      expect(named(text)).toEqual({ kind: "none" });
    },
  );
});

describe("a grid of its own decides what is priced", () => {
  it("tablets are its prestation where it has the row, and theirs are the usual words", () => {
    const withTablets = namedBy([...rows, row("TABLETTE", "Tablette tactile", "tablette")]);
    for (const text of ["Tablettes", "iPad", "iPad Air", "Tablettes Android", "Tablettes des classes mobiles"])
      expect(withTablets(text)).toMatchObject({ kind: "prestation", code: "TABLETTE", weak: false });
  });

  it("a prestation of 2014 is counted in pupils where it alone is", () => {
    expect(namedBy([row("TABLETTE", "Tablette tactile", "élève")])("iPad")).toMatchObject({ code: headcount });
  });

  it("« Postes » may still be two, where it has one of them: the other may be meant", () => {
    expect(namedBy([row("POSTE_STD", "Poste client standard", "poste")])("Postes").kind).toBe("ambiguous");
  });

  it.each([
    ["Imprimantes jet d’encre", "imprimante jet"],
    ["Serveurs", "serveur"],
    ["Serveur dédié", "serveur dedie"],
    ["Postes", "poste"],
    ["Postes clients", "poste client"],
  ])("« %s » is not, in a grid that has no such row", (text, words) => {
    expect(namedBy([row("PACK", "Pack logiciel / école", "école")])(text)).toEqual({ kind: "untariffed", words });
  });

  it("a noun of its own wordings is asked, not left out, where they say more", () => {
    const projectors = namedBy([row("VPI", "Vidéoprojecteur interactif", "unité")]);
    expect(projectors("Vidéoprojecteurs")).toEqual({ kind: "none" });
    expect(projectors("Vidéoprojecteurs interactifs")).toMatchObject({ kind: "prestation", code: "VPI" });
    const fixed = namedBy([row("FIXE", "Ordinateur fixe", "unité")]);
    for (const text of ["Ordinateurs", "Ordinateurs clients"]) expect(fixed(text)).toEqual({ kind: "none" });
  });
});
