/**
 * @jest-environment jsdom
 */
import { act } from "preact/test-utils";
import { plain } from "../plain";
import { draw, nameOf, press, root, title, usePage } from "./draw";
import { againstFaulty, analysed, read, sound, states } from "./states";

usePage();

const texts = (selector: string) => [...root().querySelectorAll(selector)].map(({ textContent }) => plain(textContent));
/** What a reader sees of the last column, without the small line under it. */
const lastColumn = (table: Element) =>
  [...table.querySelectorAll("tbody tr")].map((row) =>
    plain(row.querySelector("td:last-child")!.firstChild!.textContent),
  );
const exact = (text: string) =>
  Math.round(
    Number(
      text
        .replace(/[\s€+]/g, "")
        .replace("\u2212", "-")
        .replace(",", "."),
    ) * 100,
  );

describe("« Comparer »", () => {
  it("is reached from « Répartition », and left by « Retour », by Escape and by Alt+Left", () => {
    draw([read(sound, "repartition")]);
    press("Comparer avec une autre campagne");
    expect(title()).toBe("Comparer");
    expect(document.activeElement).toBe(root().querySelector("h1"));
    expect(document.title).toBe("Comparer – Ordiclasse");
    press("‹ Retour");
    expect(title()).toBe("Répartition 2014");
    for (const [key, more] of [
      ["Escape", {}],
      ["ArrowLeft", { altKey: true }],
    ] as const) {
      press("Comparer avec une autre campagne");
      const struck = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
      act(() => void root().querySelector("h1")!.dispatchEvent(struck));
      expect(title()).toBe("Répartition 2014");
    }
  });

  it("shows a column that adds up: a titre, four effects, the other titre", () => {
    draw(states["compared"]!());
    expect(title()).toBe("Comparaison avec 2014");
    const [table] = root().querySelectorAll("table.money");
    expect([...table!.querySelectorAll("tbody th")].map(({ textContent }) => plain(textContent))).toEqual([
      "Titre 2014",
      "Quantités",
      "Tarifs",
      "Écoles arrivées",
      "Écoles parties",
      "Titre 2015",
      "Écart",
    ]);
    const cents = lastColumn(table!).map(exact);
    const [before, quantities, prices, arrivals, departures, after, difference] = cents as [number, ...number[]];
    expect(before! + quantities! + prices! + arrivals! + departures!).toBe(after);
    expect(after! - before!).toBe(difference);
    expect(difference).toBe(Math.round(Number(analysed.shown.compared!.total.difference) * 100));
  });

  it("names ten communes, the others behind a fold, and marks those to explain", () => {
    draw(states["compared"]!());
    const { moves } = analysed.shown.compared!;
    const [, first, others] = root().querySelectorAll("table.money");
    expect(first!.querySelectorAll("tbody tr")).toHaveLength(10);
    expect(others!.querySelectorAll("tbody tr")).toHaveLength(moves.length - 10);
    expect(texts("summary")).toContain(`Voir les ${moves.length - 10} autres communes`);
    expect(plain(first!.querySelector("tbody th")!.textContent)).toBe(
      moves[0]!.name + (moves[0]!.isNotable ? "à expliquer" : ""),
    );
    expect(texts("p")).toContain("« À expliquer » : plus de 10 % et de 100 € d’écart.");
  });

  it("says what is to be corrected in the other workbook, each point at its cell there", () => {
    draw(states["compared, with faults"]!());
    const { points, unaccepted } = againstFaulty.shown.compared!;
    expect(plain(root().querySelector(".warning")!.textContent)).toContain(
      `${unaccepted} points de anomalies-2014.xlsx restent à corriger`,
    );
    const items = texts("details li");
    expect(items).toHaveLength(points.length);
    expect(items[0]).toMatch(/^Bloquant : \[anomalies-2014\.xlsx\]'?Inventaire 2014'?!A5\. /);
  });

  it("speaks English too", () => {
    draw(states["compared"]!(), "en");
    expect(title()).toBe("Comparison with 2014");
    expect(texts("table.money:first-of-type tbody th").slice(0, 3)).toEqual(["2014 claim", "Quantities", "Prices"]);
  });
});

describe("« Simuler »", () => {
  it("says first that nothing official comes of it", () => {
    for (const name of ["to simulate", "simulated"]) {
      draw(states[name]!());
      expect(plain(root().querySelector(".warning")!.textContent)).toBe(
        "▲ Simulation : aucun document officiel. Les documents restent au tarif voté.",
      );
    }
  });

  it("shows what each part becomes, how many would pay more, and the prices that change", () => {
    draw(states["simulated"]!());
    const { directions, total } = analysed.shown.tried!;
    const [amounts, , prices] = [...root().querySelectorAll("table.money")].filter((one) => !one.closest("details"));
    expect(lastColumn(amounts!).map(exact)[2]).toBe(Math.round(Number(total.difference) * 100));
    expect(texts("p").some((text) => text.startsWith(`Communes qui paieraient plus : ${directions.more}.`))).toBe(true);
    expect([...prices!.querySelectorAll("td")].map(({ textContent }) => plain(textContent))).toEqual([
      "36,86 €",
      "38,50 €",
    ]);
  });
});

describe("the plan", () => {
  it("counts the sheets of the analyses, each leading back to its figures", () => {
    draw(states["plan with analyses"]!());
    expect(texts(".amounts dt")).toEqual(expect.arrayContaining(["Comparaison", "Simulation"]));
    press("Comparaison");
    expect(title()).toBe("Comparaison avec 2014");
  });

  it("has what is wrong in the workbook compared accepted as well", () => {
    draw(states["plan with analyses"]!());
    const { unaccepted } = againstFaulty.shown.compared!;
    expect(texts("label.check").map((text) => text.trim())).toEqual([
      `Générer malgré les ${unaccepted} points bloquants : ce qui est en cause n’est pas facturé`,
    ]);
    expect(texts("p")).toContain(`Dont ${unaccepted} dans « anomalies-2014.xlsx », comparé.`);
  });
});

test("a file is picked by a button that has a name, and offers the formats that are read", () => {
  draw(states["to simulate"]!());
  const input = root().querySelector<HTMLInputElement>('input[type="file"]')!;
  expect(plain(input.labels![0]!.textContent)).toBe("Choisir la grille à essayer…");
  expect(input.accept).toBe(".xlsx,.xlsm,.xls,.ods,.csv,.json");
  expect([...root().querySelectorAll("button")].map(nameOf)).toContain("‹ Retour");
});
