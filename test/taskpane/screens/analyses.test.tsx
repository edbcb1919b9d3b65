/**
 * @jest-environment jsdom
 */
import { act } from "preact/test-utils";
import type { Rectification, RectificationKind } from "../../../src/statement";
import type { PaneEvent } from "../../../src/taskpane/state/reduce";
import { comparedShown, rectifiedShown } from "../analyses/shown";
import { plain } from "../plain";
import { againstFaulty, analysed, rectified, rectifiedAtLength } from "./analysed-states";
import { draw, leave, press, root, title, usePage } from "./draw";
import { faulty, previewOf, read, sound, states } from "./states";

usePage({ analysed: ["againstFaulty", "analysed", "rectified", "rectifiedAtLength", "rectifiedForNothing"] });

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
      "Fin de facturation",
      "Titre 2015",
      "Écart",
    ]);
    const cents = lastColumn(table!).map(exact);
    const [before, quantities, prices, arrivals, departures, after, difference] = cents as [number, ...number[]];
    expect(before! + quantities! + prices! + arrivals! + departures!).toBe(after);
    expect(after! - before!).toBe(difference);
    expect(difference).toBe(Math.round(Number(comparedShown(analysed.shown)!.total.difference) * 100));
  });

  it("draws each effect as a bar from zero, to the left where it takes away, as long as its part of the greatest", () => {
    draw(states["compared"]!());
    const [table] = root().querySelectorAll("table.money");
    const effects = lastColumn(table!).map(exact).slice(1, 5);
    const greatest = Math.max(...effects.map(Math.abs));
    const bars = [...table!.querySelectorAll(".effect-bar rect:last-child")].map((bar) => {
      const [x, width] = ["x", "width"].map((name) => Number(bar.getAttribute(name)));
      return Math.round(x! < 0 ? -width! : width!);
    });
    expect(bars).toEqual(effects.map((effect) => Math.round((effect / greatest) * 100)));
    expect(Math.min(...bars)).toBeLessThan(0);
  });

  it("names ten communes, the others behind a fold, and marks those to explain", () => {
    draw(states["compared"]!());
    const { moves } = comparedShown(analysed.shown)!;
    const [, first, others] = root().querySelectorAll("table.money");
    expect(first!.querySelectorAll("tbody th")).toHaveLength(10);
    expect(others!.querySelectorAll("tbody th")).toHaveLength(moves.length - 10);
    expect(texts("summary")).toContain(`Voir les ${moves.length - 10} autres communes`);
    expect(plain(first!.querySelector("tbody th")!.textContent)).toBe(
      moves[0]!.name + (moves[0]!.isNotable ? "à expliquer" : ""),
    );
    expect(texts("p")).toContain("« À expliquer » : communes dont la quote-part varie de plus de 10 % et de 100 €.");
  });

  it("says what is to be corrected in the other workbook, each point at its cell there", () => {
    draw(states["compared, with faults"]!());
    const { points, unaccepted } = comparedShown(againstFaulty.shown)!;
    expect(plain(root().querySelector(".warning")!.textContent)).toContain(
      `${unaccepted} points de anomalies-2014.xlsx restent à corriger`,
    );
    const items = texts("details li");
    expect(items).toHaveLength(points.length);
    expect(items[0]).toMatch(/^À corriger : \[anomalies-2014\.xlsx\]'?Inventaire 2014'?!A5\. /);
  });

  it("speaks English too", () => {
    draw(states["compared"]!(), "en");
    expect(title()).toBe("Comparison with 2014");
    expect(texts("table.money:first-of-type tbody th").slice(0, 3)).toEqual(["2014 claim", "Quantities", "Prices"]);
  });
});

describe("« Rectifier »", () => {
  /** The rectified state, of another kind. */
  const ofKind = (kind: RectificationKind) => {
    const { reduction } = rectified.shown.rectification!.rectification;
    const complement = kind === "both" ? { complement: reduction } : {};
    return [...states["rectified"]!(), changed({ kind, ...complement })];
  };
  const changed = (change: Partial<Rectification>, when?: string): PaneEvent => {
    const { issued, rectification, errors } = rectified.shown.rectification!;
    const run = { ...issued.run, ...(when !== undefined && { when }) };
    const other = { issued: { ...issued, run }, rectification: { ...rectification, ...change }, errors };
    return { type: "analysed", analyses: { ...rectified.shown, rectification: other } };
  };

  it("is reached from « Répartition » beside the two others, and left by « Retour » and by Escape", () => {
    draw([read(sound, "repartition")]);
    expect(texts(".links button")).toEqual([
      "Comparer avec une autre campagne",
      "Essayer un autre tarif",
      "Rectifier un état déjà émis",
    ]);
    press("Rectifier un état déjà émis");
    expect([title(), document.title]).toEqual(["Rectifier", "Rectifier – Ordiclasse"]);
    press("‹ Retour");
    press("Rectifier un état déjà émis");
    const struck = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true });
    act(() => void root().querySelector("h1")!.dispatchEvent(struck));
    expect(title()).toBe("Répartition 2014");
  });

  it("says which statement is corrected, what is to be issued, and that only its sheet is", () => {
    draw(states["rectified"]!());
    expect(texts("p.secondary")).toContain(
      "État d’origine : parc-ecoles-2014.xlsx, généré le 25 novembre 2014 à 14:03.",
    );
    // Amagney: 12 workstations in service instead of 14, at 36,86 €.
    expect(texts("main strong")).toEqual([
      "À émettre : un titre de réduction de 73,72 €, annulation partielle du titre d’origine.",
    ]);
    expect(texts(".warning")).toEqual([
      "▲ Seules les pièces de la correction s’émettent. Les autres documents montrent l’état rectifié en entier : ne les émettez pas une seconde fois.",
    ]);
  });

  it.each([
    ["complement", "À émettre : un titre complémentaire de 73,72 €, qui s’ajoute au titre d’origine."],
    ["cancellation", "À émettre : un titre d’annulation de 73,72 €, annulation totale du titre d’origine."],
    [
      "both",
      "À émettre séparément : une réduction de 73,72 €, et un titre complémentaire de 73,72 €. L’une ne se déduit pas de l’autre.",
    ],
    ["none", "Aucun montant ne change : il n’y a rien à émettre."],
  ] as const)("says what a correction of another kind is: %s", (kind, said) => {
    draw(ofKind(kind));
    expect(texts("main strong")).toEqual([said]);
  });

  it("shows the titre's parts, the communes that change, and each line with its origin", () => {
    draw(states["rectified"]!());
    const [amounts, communes, lines] = root().querySelectorAll("table.money");
    expect(lastColumn(amounts!)).toEqual(["0,00 €", "−73,72 €", "−73,72 €"]);
    expect(lastColumn(communes!)).toEqual(["−73,72 €"]);
    const cells = [...lines!.querySelectorAll("tbody td.wide")].map(({ textContent }) => plain(textContent));
    // 14 × 36,86 = 516,04 and 12 × 36,86 = 442,32
    expect(cells).toEqual(["516,04 €14 × 36,86 €", "442,32 €12 × 36,86 €"]);
    expect(texts("h2")).toContain("La ligne qui change");
  });

  it("leaves most lines to the sheet where there are many, and counts them", () => {
    draw(states["rectified at length"]!());
    const count = rectifiedShown(rectifiedAtLength.shown)!.lines.length;
    const lines = [...root().querySelectorAll("table.money")].at(-1)!;
    expect(lines.querySelectorAll("tbody tr")).toHaveLength(20);
    expect(texts("h2")).toContain(`Les ${count} lignes qui changent`);
    expect(texts("p")).toContain(`Et ${count - 20} autres lignes, que la feuille donnera.`);
  });

  it("no longer has the point on the issued état ask for a correction, once it is made", () => {
    const open = { type: "point-opened", point: 0 } as const;
    const asked = () => texts(".point-details p").join();
    draw([...states["plan of another état"]!(), open]);
    expect(asked()).toContain("faites un rectificatif");
    leave();
    draw([...states["plan of another état"]!(), { type: "analysed", analyses: rectified.shown }, open]);
    expect(asked()).not.toContain("faites un rectificatif");
    expect(asked()).toContain("Le rectificatif réclame ou rend la différence");
  });

  it("says that there is nothing to correct", () => {
    draw(states["nothing to rectify"]!());
    expect(texts("main strong")).toEqual(["Aucun montant ne change : il n’y a rien à émettre."]);
    expect(root().querySelectorAll("table.money")).toHaveLength(1);
    // Nothing to issue is no warning, and no sheet is to come.
    expect(texts(".warning")).toEqual([]);
    expect(texts("p").join()).not.toContain("La prochaine génération ajoutera");
  });

  it("says when the état of origin was issued, and under which titre", () => {
    const issue = { number: "2014-01", version: 1, date: "2014-11-28", bordereau: "12", titre: "345" };
    const { issued } = rectified.shown.rectification!.rectification;
    const marked = { ...issued, edition: { ...issued.edition, issued: issue } };
    draw([...states["rectified"]!(), changed({ issued: marked })]);
    expect(texts("p.secondary")).toContain(
      "État d’origine : parc-ecoles-2014.xlsx, émis le 28 novembre 2014, titre n° 345.",
    );
  });

  it("names a line that appears or disappears, and a statement whose date is not known", () => {
    const [commune] = rectified.shown.rectification!.rectification.communes;
    const [line] = commune!.lines;
    const lines = [
      { ...line!, issued: null },
      { ...line!, corrected: null },
    ];
    draw([...states["rectified"]!(), changed({ communes: [{ ...commune!, lines }] }, "")]);
    const cells = [...root().querySelectorAll("table.money:last-of-type tbody td.wide")].map((one) =>
      plain(one.textContent),
    );
    expect(cells.slice(-4)).toEqual(["aucune ligne", "442,32 €12 × 36,86 €", "516,04 €14 × 36,86 €", "aucune ligne"]);
    expect(texts("p.secondary")).toContain("État d’origine : parc-ecoles-2014.xlsx.");
  });

  it("speaks English too", () => {
    draw(states["rectified"]!(), "en");
    expect(title()).toBe("Correction");
    expect(texts("main strong")[0]).toMatch(/^To be issued: a reduction of/);
  });
});

test("once an issued état is rectified, its warning asks for nothing more, and the état is no longer what is opened first", () => {
  const inPlace = states["documents in place of another état"]!();
  const told = () => texts('.warning[role="status"]').join();
  const actions = () => texts(".actions button");
  draw(inPlace);
  expect(told()).toContain("Pour réclamer ou rendre la différence");
  expect(actions()).toContain("Ouvrir l’état liquidatif");
  draw([...inPlace, { type: "analysed", analyses: rectified.shown }]);
  expect(told()).toMatch(/et les montants ont changé depuis\. Celui-ci \(.*\) n’est pas à émettre\.$/);
  expect(actions()).not.toContain("Ouvrir l’état liquidatif");
});

describe("the plan", () => {
  it("counts the sheet of a rectificatif, which leads back to its figures", () => {
    draw(states["plan with a rectificatif"]!());
    press("Rectificatif");
    expect(title()).toBe("Rectificatif");
  });

  it("counts the sheets of the analyses, each leading back to its figures", () => {
    draw(states["plan with analyses"]!());
    expect(texts(".amounts dt")).toEqual(expect.arrayContaining(["Comparaison", "Simulation"]));
    press("Comparaison");
    expect(title()).toBe("Comparaison avec 2014");
  });

  const asked = () => texts("label.check").map((text) => text.trim());
  const { file, unaccepted } = { file: "anomalies-2014.xlsx", unaccepted: 9 };
  const inCompared = `Dans « ${file} », comparé : ${unaccepted}. Seule la comparaison en dépend.`;

  it("has what is wrong in the workbook compared accepted: everything of the campaign is billed", () => {
    draw(states["plan with analyses"]!());
    expect(asked()).toEqual([`Générer malgré les ${unaccepted} points à corriger`]);
    expect(texts("p")).toContain(inCompared);
    // « Comparaison » and its detail, « Simulation », « Annexe délibération ».
    press(`Générer les ${previewOf(sound).plan.sheets.length + 4} feuilles`);
    expect(texts("#held")).toEqual([
      `Il reste ${unaccepted} points à corriger. Corrigez-les ; ou cochez la case ci-dessus.`,
    ]);
    press("Voir les points");
    expect(title()).toBe("Comparaison avec 2014");
    expect(texts(".warning").join()).toMatch(/Corrigez ce classeur et choisissez-le de nouveau/);
  });

  it("has what is wrong in both accepted at once, each told apart", () => {
    draw([read(faulty, "documents"), { type: "analysed", analyses: againstFaulty.shown }]);
    const own = previewOf(faulty).counts.error;
    expect(asked()).toEqual([
      `Générer malgré les ${own + unaccepted} points à corriger, sans facturer ce qui est en cause`,
    ]);
    expect(texts("p")).toContain(inCompared);
    press("Voir les points");
    expect(title()).toBe(`${own} points à corriger, 5 à vérifier`);
  });
});
