/**
 * @jest-environment jsdom
 */
import type { Environment } from "../../../src/taskpane/operations/environment";
import { acceptanceIn } from "../../../src/taskpane/state/state";
import { act } from "preact/test-utils";
import { previewOfBilling } from "../../../src/taskpane/operations/preview";
import { plain } from "../plain";
import { draw, leave, nameOf, press, root, title, usePage } from "./draw";
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
      "Corrigez le nom dans la feuille, ou dites ci-dessous de quelle commune il s’agit.",
      "Code pour l’assistance : unknown-commune",
    ]);
  });

  it("open one at a time, each leading to its cell, and close again", async () => {
    const led: string[] = [];
    const selectCell = (_: string, cell: string) => Promise.resolve({ ok: true, done: led.push(cell) });
    const session = draw([read(faulty, "controle")], "fr", { port: { selectCell } as unknown as Environment["port"] });
    const heads = () => [...root().querySelectorAll<HTMLButtonElement>(".point-head")];
    await act(async () => heads()[2]!.click());
    await act(async () => heads()[1]!.click());
    expect(led).toEqual([2, 1].map((at) => previewOf(faulty).points[at]!.anomalies[0].cell));
    expect(
      heads()
        .map((head) => head.getAttribute("aria-expanded"))
        .filter((is) => is === "true"),
    ).toHaveLength(1);
    act(() => heads()[1]!.click());
    expect(session.state.list.point).toBeNull();
  });

  it("say the price of one unit where the number cannot be read, in the language of the pane", () => {
    const worths = () => [...root().querySelectorAll(".worth")].map((worth) => plain(worth.textContent));
    draw([read(faulty, "controle")]);
    expect(worths()).toContain("36,86 € l’unité");
    draw([read(faulty, "controle")], "en");
    expect(worths()).toContain("36,86 € each");
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
    draw([{ type: "read", preview, step: "controle", generatedSheets: [] }]);
    expect(root().querySelectorAll(".point")).toHaveLength(100);
    press("Afficher 100 points de plus");
    expect(root().querySelectorAll(".point")).toHaveLength(200);
    press("Afficher 50 points de plus");
    expect(root().querySelectorAll(".point")).toHaveLength(250);
  });
});

describe("the example", () => {
  const names = () => [...root().querySelectorAll(".actions button")].map(nameOf);

  test("is offered to whoever has no document, where the pane has one to open", () => {
    draw([]);
    expect(names()).toEqual(["Lire ce classeur", "Essayer avec un exemple"]);
    leave();
    // In the page without Excel, a file of one's own is open already.
    draw([], "fr", { example: null });
    expect(names()).toEqual(["Lire ce classeur"]);
  });
});

describe("the split", () => {
  it("finds a commune by part of its name", () => {
    const session = draw(states["repartition"]!());
    act(() => session.dispatch({ type: "searched", search: "besan" }));
    const rows = [...root().querySelectorAll("tbody th")].map(({ textContent }) => textContent);
    expect(rows).toEqual(["Besançon"]);
    act(() => session.dispatch({ type: "searched", search: "zzz" }));
    expect(plain(root().querySelector("main")!.textContent)).toContain("Aucune commune ne correspond à « zzz ».");
  });

  it("shows what is provisional as such", () => {
    draw([read(faulty, "repartition")]);
    expect(plain(root().textContent)).toContain("Provisoire");
    expect(plain(root().textContent)).toContain(
      `Montants provisoires : ${previewOf(faulty).counts.error} points à corriger`,
    );
  });
});

describe("the documents", () => {
  it("say what keeps them from being generated, beside the box that accepts it", () => {
    const session = draw([read(faulty, "documents")]);
    const generate = `Générer les ${previewOf(faulty).plan.sheets.length} feuilles`;
    press(generate);
    expect(plain(root().querySelector("#held")!.textContent)).toMatch(/^Il reste 9 points à corriger\./);
    act(() => root().querySelector<HTMLInputElement>("input[type=checkbox]")!.click());
    expect(acceptanceIn(session.state)).toBe("given");
    press(generate);
    expect(title()).toBe("Confirmer la génération");
  });

  it("list what is replaced before it is", () => {
    const { billing } = sound;
    const own = billing.sheets.slice(0, 3).map(({ key, name }) => ({ key, name }));
    draw([{ type: "read", preview: previewOfBilling(billing, own), step: "documents", generatedSheets: own }]);
    expect(plain(root().textContent)).toContain("3 feuilles existantes seront remplacées.");
    const [replaced] = [...root().querySelectorAll("details section")];
    expect([...replaced!.querySelectorAll("li")].map(({ textContent }) => textContent)).toEqual(
      own.map(({ name }) => name),
    );
  });

  it("say, out of date, what changed, whose amount becomes what, and lead to the cells", () => {
    draw(states["documents out of date"]!());
    expect(title()).toBe("4 cellules modifiées depuis le 12 novembre 2014");
    expect(plain(root().querySelector("main")!.textContent)).toContain("2 communes changent de montant.");
    const rows = [...root().querySelectorAll("tbody tr")].map((row) =>
      [...row.children].map(({ textContent }) => plain(textContent)),
    );
    const [first, second] = previewOf(sound).statement.byCommune.map(({ commune }) => commune);
    expect(rows.slice(0, 2)).toEqual([
      [first!.name, "1 240,18 €", "1 277,04 €", "+36,86 €1 240,18 € → 1 277,04 €"],
      [second!.name, "2 018,55 €", "1 755,22 €", "−263,33 €2 018,55 € → 1 755,22 €"],
    ]);
    expect(rows.slice(2).map(([name, , , difference]) => [name, difference!.split("€")[0]])).toEqual([
      ["Part CAGB", "0,00 "],
      ["Part des communes", "−226,47 "],
      ["Total du titre", "−226,47 "],
    ]);
    const links = [...root().querySelectorAll("details .cells li")].map((one) => plain(one.textContent));
    expect(links).toEqual(["Parc 2014!F12", "et 3 autres."]);
    press(`Mettre à jour les ${previewOf(sound).plan.sheets.length} feuilles`);
    expect(title()).toBe("Confirmer la génération");
  });

  it("say, where the day is not known, which sheets changed since the generation", () => {
    draw(states["documents out of date, the day unknown"]!());
    expect(title()).toBe("1 feuille modifiée depuis la génération");
    expect(plain(root().querySelector("main")!.textContent)).toContain("Feuilles modifiées : Parc 2014");
  });

  it("are said to be out of date as soon as the pane opens", () => {
    draw(states["documents out of date, nothing read"]!());
    expect(plain(root().querySelector(".warning")!.textContent)).toBe(
      "▲ Documents périmés : la feuille Parc 2014 a changé depuis leur génération, le 1er novembre 2014. " +
        "Lisez le classeur pour voir ce qui change.",
    );
    expect(root().querySelector(".chip")!.textContent).toBe("Périmé");
  });

  it("say, once there, that the fiches add up to the communes' part", () => {
    draw(states["done"]!());
    expect(plain(root().querySelector(".success")!.textContent)).toBe(
      "✓ Somme des fiches = part des communes : écart 0,00 €",
    );
  });
});
