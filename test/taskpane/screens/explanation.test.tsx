/**
 * @jest-environment jsdom
 */
import { findCell } from "../../find-cell";
import { plain } from "../plain";
import { draw, press, root, title, usePage } from "./draw";
import { explained } from "./explained-states";
import { read, sound, states } from "./states";

usePage();

const text = () => plain(root().querySelector("main")!.textContent);
const links = () => [...root().querySelectorAll("main .place")].map(({ textContent }) => textContent);

const onFiche = (beside: string, label = "Poste client standard") =>
  findCell(sound.billing.sheets, { sheet: "Fiche Amagney", label, title: "Montant", beside });

describe("« Explication »", () => {
  it("« Explication » of a quantity has its role and what is billed with it, 14 × 36,86 = 516,04", () => {
    draw(states["a quantity explained"]!());
    expect(title()).toBe("Cellule E7, Parc 01.11.2014");
    expect(text()).toContain("ColonnePoste client standard, maintenance");
    expect(text()).toContain("ÉcoleÉcole primaire");
    expect(text()).toContain("14 × 36,86 €");
    expect(text()).toContain("516,04 €");
    expect(text()).toContain("maintenance, part de la commune");
    expect(text()).toContain("Tarif : Délibération n° 58");
  });

  it("leads to the documents once they are there, and only names them before", () => {
    const { sheets: generatedSheets } = sound.billing;
    draw(states["a quantity explained"]!());
    expect(links()).toEqual(["Parc 01.11.2014!E7"]);
    expect(text()).toContain("Une fois les documents générés");
    draw([{ ...read(sound, "repartition"), generatedSheets }, explained(sound, "Parc 01.11.2014", "E7")]);
    expect(links().slice(0, 2)).toEqual(["Parc 01.11.2014!E7", `Fiche Amagney!${onFiche("Maintenance")}`]);
    expect(links().map((link) => link!.split("!")[0])).toEqual([
      "Parc 01.11.2014",
      "Fiche Amagney",
      "Récapitulatif",
      "Répartition",
      "Titre CAGB",
    ]);
  });

  it("« Explication » of a cell in error has nothing billed, and the point that gives the reason", () => {
    draw(states["a fault explained"]!());
    expect(text()).toContain("Rien n’est facturé avec elle");
    expect(text()).toContain("Un point bloque cette ligne : elle n’est pas facturée tant qu’il n’est pas réglé.");
    expect(root().querySelector(".point.error")!.textContent).toContain("beaucoup");
    press("Ouvrir le point");
    expect(plain(root().querySelector(".point:has(.point-details)")!.textContent)).toContain("« beaucoup »");
    expect(plain(document.activeElement!.textContent)).toContain("« beaucoup »");
  });

  it("« Explication » of a total has the cells that it adds up, 252,80 + 105,30 = 358,10", () => {
    draw(states["a sum explained"]!());
    const rows = [...root().querySelectorAll("tbody tr")].map((row) =>
      [...row.children].map(({ textContent }) => plain(textContent)),
    );
    expect(rows).toEqual([
      [`Poste client standardFiche Amagney!${onFiche("Installation")}`, "252,80 €"],
      [`Pièces détachéesFiche Amagney!${onFiche("Installation", "Pièces détachées")}`, "105,30 €"],
      ["Total", "358,10 €"],
    ]);
  });

  it("« Explication » of a base has quantity × price, and each commune's part", () => {
    draw(states["a base explained"]!());
    expect(text()).toMatch(/Poste client standard, maintenance, part de la commune/);
    expect(text()).toMatch(/× 36,86 € = /);
    expect(root().querySelectorAll("tbody tr").length).toBeGreaterThan(40);
  });

  it("« Explication » of any other cell has nothing to explain, and which cells to choose", () => {
    draw(states["nothing to explain"]!());
    expect(text()).toContain("hors des tableaux reconnus");
    expect(text()).toContain("Choisissez une quantité de l’inventaire");
  });

  it("speaks English, French names apart", () => {
    draw(states["a line explained"]!(), "en");
    expect(title()).toBe(`Cell ${onFiche("Installation")}, Fiche Amagney`);
    expect(text()).toContain("Counted from: Parc 01.11.2014!L7");
    expect([...root().querySelectorAll('[lang="fr"]')].map(({ textContent }) => textContent)).toContain(
      "Poste client standard",
    );
  });

  it("explains the cell chosen next, and goes back", () => {
    const session = draw(states["a quantity explained"]!());
    const again = jest.spyOn(session.run, "explainSelection").mockResolvedValue();
    press("Expliquer la cellule choisie");
    expect(again).toHaveBeenCalled();
    press("‹ Retour");
    expect(title()).toBe("Répartition 2014");
  });
});
