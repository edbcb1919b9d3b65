/**
 * @jest-environment jsdom
 */
import { Decimal } from "decimal.js";
import { blockName } from "../../../src/cells";
import { effectKey, type Effect } from "../../../src/taskpane/state/choices";
import { effectsIn, initialState, openAs } from "../../../src/taskpane/state/state";
import { countRows } from "../../../src/taskpane/state/tables";
import { act } from "preact/test-utils";
import { plain } from "../plain";
import { draw, nameOf, press, root, title, usePage } from "./draw";
import { asking, previewOf, read, sound, states } from "./states";

usePage();

const main = () => root().querySelector("main")!;
const text = () => plain(main().textContent);
const buttons = () => [...main().querySelectorAll("button")].map(nameOf);
const labels = () => [...main().querySelectorAll(".answers label")].map(({ textContent }) => plain(textContent));
const radio = (at: number) => main().querySelectorAll<HTMLInputElement>(".answers input")[at]!;
const escape = (element: Element) =>
  act(
    () => void element.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true })),
  );

describe("a point that stands in several cells", () => {
  it("says how many rows, where, and once opened which of them is shown", () => {
    draw(states["a word said once"]!());
    const head = plain(main().querySelector(".point-head")!.textContent);
    expect(head).toContain("■ À corriger · 3 lignes");
    expect(head).toContain("et 2 autres plages");
    expect(text()).toContain("2 sur 3");
    expect(buttons()).toEqual(
      expect.arrayContaining(["Cellule précédente de ce point", "Cellule suivante de ce point"]),
    );
  });

  it("is walked through by its arrows", () => {
    const session = draw(states["a word said once"]!());
    const walk = jest.spyOn(session.run, "walk").mockImplementation(() => Promise.resolve());
    press("Cellule suivante de ce point");
    press("Cellule précédente de ce point");
    expect(walk.mock.calls).toEqual([[1], [-1]]);
  });

  it("is left by Escape, the focus going back to it", () => {
    const session = draw(states["a word said once"]!());
    escape(radio(0));
    expect(session.state.list.point).toBeNull();
    expect(document.activeElement).toBe(main().querySelector(".point-head"));
  });
});

describe("the question that settles several cells", () => {
  it("shows each answer with its effect, none of them chosen", () => {
    draw(states["a word said once"]!());
    expect(plain(main().querySelector("legend")!.textContent)).toBe("Partout, « Renfort » veut dire");
    expect(labels()).toEqual([
      "Installation+4 202,80 €",
      "Maintenance+4 902,38 €",
      "Rien à facturer : ces lignes sont laissées de côté0,00 €",
    ]);
    expect([0, 1, 2].map((at) => radio(at).checked)).toEqual([false, false, false]);
  });

  it.each([
    ["what a column holds", ["ignored"], "La colonne « Campagne » contient"],
    ["what its remarks say", ["in-service", "out"], "Sous « Campagne », ce qui parle d’un départ"],
  ])("asks of a heading %s", (_what, answers, legend) => {
    const preview = asking();
    const [point, ...points] = preview.points;
    const question = { ...point!.question!, kind: "header" as const, word: "Campagne", answers };
    draw([
      { ...read(sound, "controle"), preview: { ...preview, points: [{ ...point!, question }, ...points] } },
      { type: "point-opened", point: 0 },
    ]);
    expect(plain(main().querySelector("legend")!.textContent)).toBe(legend);
  });

  it("is applied by its button alone, which says to how many rows; without an answer, it asks for one", () => {
    const session = draw(states["a word said once"]!());
    const answer = jest.spyOn(session.run, "answer").mockImplementation(() => Promise.resolve());
    press("Appliquer aux 3 lignes");
    expect(answer).not.toHaveBeenCalled();
    expect(main().querySelector('.answers [role="alert"]')!.textContent).toBe("Choisissez une réponse");
    act(() => radio(0).click());
    expect(answer).not.toHaveBeenCalled();
    press("Appliquer aux 3 lignes");
    expect(answer).toHaveBeenCalledWith(expect.objectContaining({ word: "Renfort" }), "installation", null);
  });

  it("is chosen by its number, wherever one is in the point, and applied by Enter; a number that is typed chooses nothing", () => {
    const session = draw(states["a word said once"]!());
    const answer = jest.spyOn(session.run, "answer").mockImplementation(() => Promise.resolve());
    const types = (element: Element, key: string) =>
      act(() => void element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })));
    types(main().querySelector(".point-head")!, "2");
    expect([radio(1).checked, document.activeElement]).toEqual([true, radio(1)]);
    const field = document.createElement("input");
    main().querySelector(".point-details")!.append(field);
    types(field, "1");
    types(radio(1), "9");
    expect([radio(0).checked, radio(1).checked]).toEqual([false, true]);
    types(radio(1), "Enter");
    expect(answer).toHaveBeenCalledWith(expect.objectContaining({ word: "Renfort" }), "maintenance", null);
  });

  it("says the points that an answer would make, beside it and aloud", () => {
    jest.useFakeTimers();
    try {
      const session = draw(states["a word said once"]!());
      const question = asking().points[0]!.question!;
      const key = effectKey(question, "installation", null);
      const known = effectsIn(session.state)[key]!;
      const created = ["D12", "C12", "E12", "F12"].map((cell) => ({ sheet: "Parc", cell }));
      act(() => session.dispatch({ type: "effect-estimated", key, effect: { ...known, created } as Effect }));
      expect(labels()[0]).toBe("Installation+4 202,80 €▲ Crée 4 points : D12, C12, E12…");
      act(() => radio(0).click());
      act(() => void jest.advanceTimersByTime(300));
      expect(plain(main().querySelector(".effect")!.textContent)).toContain("Crée 4 points : D12, C12, E12…");
    } finally {
      jest.useRealTimers();
    }
  });

  it("says aloud what the chosen answer makes of the titre, once one stops going through them", () => {
    jest.useFakeTimers();
    try {
      draw(states["a word said once"]!());
      act(() => radio(0).click());
      const aloud = () => plain(main().querySelector(".effect")!.textContent);
      expect(aloud()).toBe("");
      act(() => void jest.advanceTimersByTime(300));
      expect(aloud()).toBe("+4 202,80 €. Titre : 125 223,66 € → 169 897,98 €");
    } finally {
      jest.useRealTimers();
    }
  });

  it("is a list where there are more answers, each column at its letter", () => {
    draw(states["a column said once"]!());
    const options = [...main().querySelectorAll("option")].map(({ value }) => value);
    expect(options[0]).toBe("");
    expect(options).toContain("POSTE_STD maintenance");
    expect(main().querySelector("select")!.value).toBe("");
    expect(buttons().some((name) => /^Appliquer à la colonne [A-Z]+$/.test(name))).toBe(true);
  });

  it("is only to agree to, for a quantity too large", () => {
    const session = draw(states["a quantity accepted"]!());
    const answer = jest.spyOn(session.run, "answer").mockImplementation(() => Promise.resolve());
    press("Compter 368");
    expect(answer).toHaveBeenCalledWith(expect.objectContaining({ about: "accepted" }), "", null);
  });

  it("gives the reason in place of the button where nothing can be written", () => {
    draw([
      { type: "started", readOnly: true, step: initialState.step, campaign: null },
      ...states["a word said once"]!(),
    ]);
    expect(text()).toContain("Ce classeur est ouvert en lecture seule");
    expect(buttons()).not.toContain("Appliquer aux 3 lignes");
  });
});

describe("a settled question", () => {
  it("is told with what it brought; its line has the focus, and the way back", () => {
    const session = draw(states["something settled"]!());
    expect(plain(document.activeElement!.textContent)).toBe("✓ Réglé : 93 lignes, +4 202,80 €");
    const back = jest.spyOn(session.run, "takeBackAnswer").mockImplementation(() => Promise.resolve());
    press("Annuler ce choix : « Renfort » : Installation");
    expect(back).toHaveBeenCalledWith(session.state.settled[0]);
  });

  it("is gone once the user has the workbook read again", () => {
    const session = draw(states["something settled"]!());
    act(() => session.store.dispatch({ type: "work-started", work: "reading" }));
    expect(text()).not.toContain("Réglé");
  });
});

describe("the choices", () => {
  it("choices to be made again come first, with what became of their cell", () => {
    const session = draw(states["choices of every kind"]!());
    expect(text()).toContain("▲ 1 choix à refaire : la cellule a changé");
    const lines = [...main().querySelectorAll(".choices li > p:first-child")].map((one) => plain(one.textContent));
    expect(lines).toEqual([
      "Colonne « Postes » comprise comme : Poste client standard, maintenance",
      "« au garage » : Sorti du parc",
      "« Tour » : Poste client standard",
      "« Observations » : Ne dit rien : les machines restent facturées",
      "Tableau Parc!A4 : Des installations 2014",
      "Écoles répétées, Parc!A4 : Des salles ou des lots : additionner",
      "368 accepté en Parc!A4",
    ]);
    expect(text()).toContain("« Postes » devenu « PC »");
    const again = jest.spyOn(session.run, "chooseAgain").mockImplementation(() => Promise.resolve());
    press("Refaire ce choix : Colonne « Postes » comprise comme : Poste client standard, maintenance");
    expect(again).toHaveBeenCalled();
  });

  it("say what their removal would change before it is done", () => {
    const session = draw(states["choices of every kind"]!());
    press("Retirer… : « au garage » : Sorti du parc");
    expect(text()).toContain("Calcul…");
    const { options } = session.state;
    const { choices } = options.kind === "seen" ? options.groups[1]! : { choices: [] };
    const key = JSON.stringify(["take-back", choices]);
    const change = { before: new Decimal(1), after: new Decimal(0), difference: new Decimal("-4202.80") };
    const effect = { kind: "reckoned", change, errors: 93, created: [] } as const;
    act(() => session.store.dispatch({ type: "effect-estimated", key, effect }));
    expect(text()).toContain("93 cellules de plus à corriger, −4 202,80 €");
    press("Le garder");
    expect(buttons()).not.toContain("Retirer ce choix");
  });
});

describe("the account of the tables and columns understood", () => {
  it("is first the one sum: each number of the workbook in its place", () => {
    draw([read(sound, "lecture")]);
    expect(title()).toBe("Rien à demander");
    const { numbers } = previewOf(sound);
    const total = numbers.reduce((sum, count) => sum + count.numbers, 0);
    expect(total).toBeGreaterThan(100);
    const figures = [...main().querySelectorAll(".numbers dd")].map((one) =>
      Number(plain(one.textContent).replace(/\s/g, "")),
    );
    expect(figures[0]).toBe(total);
    expect(figures.slice(1).reduce((sum, figure) => sum + figure, 0)).toBe(total);
    expect(text()).toContain("✓ Chaque nombre a sa place");
  });

  it("counts the machines billed of a register, none of whose numbers is a quantity", () => {
    const preview = previewOf(sound);
    const rows = countRows(preview.tables[0]!)!.billed;
    expect(rows).toBeGreaterThan(0);
    const tables = preview.tables.map((table, at) =>
      at === 0 ? { ...table, layout: "machine-rows" as const } : table,
    );
    const numbers = preview.numbers.map((count) => ({ ...count, billed: 0, leftOut: count.leftOut + count.billed }));
    draw([{ ...read(sound, "lecture"), preview: { ...preview, tables, numbers } }]);
    expect(text()).toMatch(new RegExp(` élèves, ${rows} machines facturées`));
    expect(text()).not.toContain("Quantités facturées");
  });

  it("says that the reading is at fault where a number has no place", () => {
    const preview = previewOf(sound);
    const [first, ...others] = preview.numbers;
    const numbers = [{ ...first!, numbers: first!.numbers + 1 }, ...others];
    draw([{ ...read(sound, "lecture"), preview: { ...preview, numbers } }]);
    expect(plain(main().querySelector('.numbers [role="alert"]')!.textContent)).toContain(
      "ne se referment pas : 1 sans place",
    );
  });

  it("questions that settle several cells come after what was understood, and each leads to its place", () => {
    const session = draw(states["questions asked"]!());
    expect(title()).toMatch(/^4 questions, \d+ tableaux lus$/);
    const asked = [...main().querySelectorAll<HTMLButtonElement>(".asked button")];
    expect(plain(asked[0]!.textContent)).toContain("« Renfort »");
    expect(plain(asked[1]!.textContent)).toMatch(/Colonne [A-Z]+, « .* » ›\d+ nombres? non facturés?/);
    act(() => asked[1]!.click());
    expect(session.state).toMatchObject({ step: "controle", list: { point: 1 } });
  });

  it("folds tabs that are alike, and names what differs", () => {
    draw(states["sixty tabs"]!());
    expect(text()).toContain("58 onglets semblables");
    expect(text()).toContain("▲ 2 onglets diffèrent");
    expect(text()).toContain("en plus : « TBI »");
    expect(text()).toMatch(/sans « .+ »/);
    expect(text()).toMatch(/Sans tableau : .*Notes/);
  });

  it("finds a tab by its name", () => {
    draw(states["sixty tabs"]!());
    const field = main().querySelector<HTMLInputElement>('input[type="search"]')!;
    const type = (value: string) =>
      act(() => {
        field.value = value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
    type("onglet 42");
    expect(main().querySelectorAll(".tables li")).toHaveLength(1);
    type("zzz");
    expect(text()).toContain("Aucun onglet ne correspond à « zzz ».");
  });

  it("keeps what was unfolded through another reading", () => {
    const session = draw(states["sixty tabs"]!());
    const fold = () => main().querySelectorAll("details")[1]!;
    act(() => {
      fold().open = true;
      fold().dispatchEvent(new Event("toggle"));
    });
    act(() => session.dispatch({ type: "step-opened", step: "controle" }));
    act(() => session.dispatch({ type: "step-opened", step: "lecture" }));
    expect(fold().open).toBe(true);
  });
});

describe("a table", () => {
  it("says its kind, its rows, its columns with their counts and sums; « Retour » goes back to its link", () => {
    const session = draw(states["a table"]!());
    const [table] = previewOf(sound).tables;
    expect(title()).toBe(`${table!.sheet.name}!${blockName(table!.block)}`);
    const { read: all, billed } = countRows(table!)!;
    expect(text()).toContain(`Lignes : ${all} = ${billed} facturées`);
    expect(text()).toContain("À préciser 1");
    expect(text()).toMatch(/\d+ nombres, somme \d/);
    press("‹ Retour");
    expect(session.state.open).toBeNull();
    expect(document.activeElement!.className).toContain("last-table");
  });

  it("may be said to be something else, and is left as it is by Escape", () => {
    draw(states["a table"]!());
    press("Changer ce qu’est ce tableau");
    expect(labels().map((label) => label.replace("Calcul…", ""))).toEqual([
      "Du matériel en service",
      "Des installations 2014",
      "Des effectifs",
      "Rien à facturer",
    ]);
    escape(radio(0));
    expect(main().querySelector(".answers")).toBeNull();
    expect(nameOf(document.activeElement!)).toBe("Changer ce qu’est ce tableau");
  });

  it("leads to each of its columns, and the focus comes back to it", () => {
    const session = draw([read(sound, "lecture"), { type: "opened", open: { screen: "table", table: 0 } }]);
    const change = buttons().find((name) => name.startsWith("Changer : colonne"))!;
    press(change);
    expect(title()).toMatch(/^Colonne [A-Z]+, « /);
    expect(openAs(session.state, "column")).not.toBeNull();
    escape(main().querySelector("h1")!);
    expect(session.state.open).toEqual({ screen: "table", table: 0 });
    expect(nameOf(document.activeElement!)).toBe(change);
  });
});

test("a column of a table of schools may hold no date", () => {
  draw(states["column being changed"]!());
  const offered = [...main().querySelectorAll("option")].map((one) => one.value);
  expect(offered).toEqual(expect.arrayContaining(["POSTE_STD installation", "ignorer"]));
  expect(offered).not.toContain("date d’entrée");
});
