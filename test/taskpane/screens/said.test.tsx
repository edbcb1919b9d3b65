/**
 * @jest-environment jsdom
 */
import { act } from "preact/test-utils";
import { plain } from "../plain";
import { draw, leave, press, root, title, usePage } from "./draw";
import { faulty, previewOf, read, sound, states, writing } from "./states";

usePage();

describe("titles", () => {
  it.each([
    ["welcome", "Préparer le titre de recettes Ordiclasse"],
    ["reading", "Lecture en cours…"],
    ["no inventory", "Inventaire introuvable"],
    ["cell being edited", "Une cellule est en cours de saisie"],
    ["formulas not calculated", "Des formules attendent d’être recalculées"],
    ["nothing wrong", "Aucun point à traiter"],
    ["repartition", "Répartition 2014"],
    ["cancelled", "Génération annulée"],
    ["failed", "La génération s’est arrêtée à la fiche 7 sur 45"],
  ])("« %s »: « %s »", (name, expected) => {
    draw(states[name]!());
    expect(title()).toBe(expected);
  });

  it("count what blocks and what is to be looked at", () => {
    draw(states["controle"]!());
    const { error, warning } = previewOf(faulty).counts;
    expect(title()).toBe(`${error} points à corriger, ${warning} à vérifier`);
  });

  it("come with what to do of a list of pupils: hide its sheet, or remove its file when it is another one", () => {
    const preview = previewOf(sound);
    const tables = [null, "effectifs.xlsx"].map((otherFile) => ({
      ...preview.tables[0]!,
      layout: "pupil-list" as const,
      sheet: { ...preview.tables[0]!.sheet, otherFile },
    }));
    draw([{ ...read(sound, "controle"), preview: { ...preview, tables } }]);
    const told = [...root().querySelectorAll(".trouble p")].map(({ textContent }) => plain(textContent!));
    expect(told).toEqual([
      expect.stringMatching(/masquez-la, puis choisissez « Relire »\.$/),
      expect.stringMatching(/effectifs\.xlsx.* retirez son fichier à l’étape Lecture ; ou masquez-la dans ce fichier/),
    ]);
  });

  it("change that of the page with the step", () => {
    const session = draw([read(sound, "lecture")]);
    expect(document.title).toBe("Lecture – Ordiclasse");
    act(() => session.dispatch({ type: "step-opened", step: "documents" }));
    expect(document.title).toBe("Documents – Ordiclasse");
  });
});

test("the first screen says where another convention is entered", () => {
  const session = draw(states["welcome"]!());
  const opens = jest.spyOn(session.run, "openConvention").mockImplementation(() => Promise.resolve());
  press("Une autre convention");
  expect(opens).toHaveBeenCalledTimes(1);
});

test("a first reading says that it empties Excel's list of what can be undone, where it does", () => {
  for (const readingEmptiesUndo of [true, false])
    for (const name of ["welcome", "unread"]) {
      draw(states[name]!(), "fr", { readingEmptiesUndo });
      expect([name, root().textContent.includes("(Ctrl+Z)")]).toEqual([name, readingEmptiesUndo]);
      leave();
    }
});

describe("the text for screen readers", () => {
  it("is an alert where something went wrong, and only there", () => {
    for (const name of ["no inventory", "cell being edited", "failed", "undo failed", "changed", "trouble"]) {
      draw(states[name]!());
      expect({ name, alerts: root().querySelectorAll('[role="alert"]').length }).toEqual({ name, alerts: 1 });
      leave();
    }
    for (const name of ["welcome", "lecture", "controle", "repartition", "plan", "done", "cancelled"]) {
      draw(states[name]!());
      expect({ name, alerts: root().querySelectorAll('[role="alert"]').length }).toEqual({ name, alerts: 0 });
      leave();
    }
  });

  it("is the fiche in hand as the value of the bar, aloud every ten sheets only", () => {
    const session = draw([
      read(sound, "documents"),
      { type: "work-started", work: "generating" },
      writing(10, "Fiche Beure"),
    ]);
    const bar = root().querySelector("progress")!;
    const aloud = () => plain(root().querySelector('.progress [role="status"]')!.textContent);
    const said = aloud();
    expect(plain(bar.getAttribute("aria-valuetext"))).toBe("Fiche 7 sur 45 : Beure");
    act(() => session.store.dispatch(writing(11, "Fiche Besançon")));
    expect(plain(bar.getAttribute("aria-valuetext"))).toBe("Fiche 6 sur 45 : Besançon");
    expect(aloud()).toBe(said);
    act(() => session.store.dispatch(writing(20, "Fiche Boussières")));
    expect(aloud()).not.toBe(said);
    // What comes after the last fiche, though no ten of sheets has passed.
    const checking = { stage: "check", done: 20, total: 45, sheet: null } as const;
    act(() => session.store.dispatch({ type: "work-went-on", work: { kind: "generating", progress: checking } }));
    expect(aloud()).toBe(plain(bar.getAttribute("aria-valuetext")));
  });

  it("is the severity as a word, with its shape, never the colour alone", () => {
    draw(states["controle"]!());
    for (const one of root().querySelectorAll(".point"))
      expect(plain(one.textContent)).toMatch(/^[■▲●] (À corriger|À vérifier|Pour information)/);
  });

  it("is the cell that was selected, in a region that says so", () => {
    draw([
      read(faulty, "controle"),
      { type: "notice-given", notice: { code: "pane-cell-selected", params: { sheet: "Parc", cell: "B12" } } },
    ]);
    const regions = [...root().querySelectorAll('[role="status"]')].map(({ textContent }) => textContent);
    expect(regions).toContain("Cellule B12 de la feuille Parc sélectionnée.");
  });

  it("is the language of what stays French in an English pane", () => {
    draw(states["commune"]!(), "en");
    expect(root().querySelector('[lang="fr"]')?.textContent).toBe("Accès Portail éducatif/enfant");
  });

  it("is the caption and the headings of each table", () => {
    for (const name of ["lecture", "repartition", "commune"]) {
      draw(states[name]!());
      for (const table of root().querySelectorAll("table")) {
        expect(table.caption?.textContent).toBeTruthy();
        expect(table.querySelectorAll("thead th[scope=col]").length).toBeGreaterThan(1);
        for (const row of table.tBodies[0]!.rows) expect(row.querySelectorAll("th[scope=row]")).toHaveLength(1);
      }
      leave();
    }
  });
});
