/**
 * @jest-environment jsdom
 */
import { draw, nameOf, press, root, title, usePage } from "./draw";
import { act } from "preact/test-utils";
import { previewOfBilling } from "../../../src/taskpane/session/preview";
import { plain } from "../plain";
import { faulty, previewOf, read, sound, states } from "./states";

usePage();

describe("points", () => {
  it("say what, where, why and what to do", () => {
    draw(states["controle"]!());
    const point = root().querySelector(".point")!;
    expect(point.querySelector(".what")!.textContent).toContain("Chalezeulle");
    expect(point.querySelector(".where")!.textContent).toBe("Inventaire 2014!A5");
    const details = [...point.querySelectorAll(".point-details p")].map(({ textContent }) => plain(textContent));
    expect(details).toEqual([
      "La ligne n’est pas facturée.",
      "Nom le plus proche : Chalezeule.",
      "Corrigez le nom dans la feuille, ou dites dans les options de quelle commune il s’agit.",
      "Code pour l’assistance : unknown-commune",
    ]);
  });

  it("open one at a time, and close again", () => {
    const session = draw([read(faulty, "controle")]);
    const heads = () => [...root().querySelectorAll<HTMLButtonElement>(".point-head")];
    act(() => heads()[2]!.click());
    act(() => heads()[1]!.click());
    expect(
      heads()
        .map((head) => head.getAttribute("aria-expanded"))
        .filter((is) => is === "true"),
    ).toHaveLength(1);
    act(() => heads()[1]!.click());
    expect(session.state.point).toBeNull();
  });

  it("are filtered by severity, a group at a time", () => {
    draw([read(faulty, "controle")]);
    press("À vérifier 5");
    expect(root().querySelectorAll(".point")).toHaveLength(5);
    expect(nameOf(root().querySelector("[aria-pressed=true]")!)).toBe("À vérifier 5");
  });

  it("are drawn a hundred at a time", () => {
    const many = Array.from({ length: 250 }, () => previewOf(faulty).points[0]!);
    const preview = { ...previewOf(faulty), points: many, counts: { error: 250, warning: 0, info: 0 } };
    draw([{ type: "read", preview, step: "controle", ownSheets: [] }]);
    expect(root().querySelectorAll(".point")).toHaveLength(100);
    press("Afficher 100 points de plus");
    expect(root().querySelectorAll(".point")).toHaveLength(200);
    press("Afficher 50 points de plus");
    expect(root().querySelectorAll(".point")).toHaveLength(250);
  });
});

describe("the split", () => {
  it("finds a commune by part of its name", () => {
    const session = draw(states["repartition"]!());
    act(() => session.search("besan"));
    const rows = [...root().querySelectorAll("tbody th")].map(({ textContent }) => textContent);
    expect(rows).toEqual(["Besançon"]);
    act(() => session.search("zzz"));
    expect(plain(root().querySelector("main")!.textContent)).toContain("Aucune commune ne correspond à « zzz ».");
  });

  it("shows what is provisional as such", () => {
    draw([read(faulty, "repartition")]);
    expect(plain(root().textContent)).toContain("Provisoire");
    expect(plain(root().textContent)).toContain(
      `Montants provisoires : ${previewOf(faulty).counts.error} points bloquants`,
    );
  });
});

describe("the documents", () => {
  it("say what keeps them from being generated, beside the box that accepts it", () => {
    const session = draw([read(faulty, "documents")]);
    press("Générer les 14 feuilles");
    expect(plain(root().querySelector("#held")!.textContent)).toMatch(/^Il reste 9 points bloquants\./);
    act(() => root().querySelector<HTMLInputElement>("input[type=checkbox]")!.click());
    expect(session.state.accepted).toBe(true);
    press("Générer les 14 feuilles");
    expect(title()).toBe("Confirmer la génération");
  });

  it("list what is replaced before it is", () => {
    const { billing } = sound;
    const own = billing.sheets.slice(0, 3).map(({ key, name }) => ({ key, name }));
    draw([{ type: "read", preview: previewOfBilling(billing, own), step: "documents", ownSheets: own }]);
    expect(plain(root().textContent)).toContain("3 feuilles existantes seront remplacées.");
    const [replaced] = [...root().querySelectorAll("details section")];
    expect([...replaced!.querySelectorAll("li")].map(({ textContent }) => textContent)).toEqual(
      own.map(({ name }) => name),
    );
  });

  it("say, once there, that the fiches add up to the communes' part", () => {
    draw(states["done"]!());
    expect(plain(root().querySelector(".success")!.textContent)).toBe(
      "✓ Somme des fiches = part des communes : écart 0,00 €",
    );
  });
});
