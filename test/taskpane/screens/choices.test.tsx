/**
 * @jest-environment jsdom
 */
import { act } from "preact/test-utils";
import type { Session } from "../../../src/taskpane/operations/session";
import { asPoint } from "../as-point";
import type { PointShown } from "../../../src/taskpane/state/preview";
import { plain } from "../plain";
import { draw, nameOf, press, root, title, usePage } from "./draw";
import { faulty, previewOf, read, seen, sound, states } from "./states";

usePage();

const text = () => plain(root().querySelector("main")!.textContent);
const buttons = () => [...root().querySelectorAll("main button")].map(nameOf);
const field = (label: string): HTMLInputElement | HTMLSelectElement => {
  const found = [...root().querySelectorAll("label")].find((one) => plain(one.textContent) === label);
  if (found === undefined) throw new Error(`No field is named « ${label} ».`);
  const { htmlFor } = found;
  return found.querySelector("input") ?? root().querySelector<HTMLInputElement | HTMLSelectElement>(`#${htmlFor}`)!;
};
const fill = (label: string, value: string) =>
  act(() => {
    const one = field(label);
    one.value = value;
    one.dispatchEvent(new Event(one instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
  });
/** What is asked of the session, which has no workbook here. */
const asked = (session: Session, what: "chooseCommune" | "excludeRow" | "takeBack" | "saveSettings") =>
  jest.spyOn(session.run, what).mockImplementation(() => Promise.resolve());

describe("a commune that is not known", () => {
  it("is said by a button that names the nearest one and its code", () => {
    const session = draw(states["controle"]!());
    const choose = asked(session, "chooseCommune");
    press("C’est Chalezeule (25112)");
    expect(choose).toHaveBeenCalledWith(0, "Chalezeule", false);
  });

  it("is chosen from the list of the communes of that day, none of which is chosen beforehand", () => {
    const session = draw(states["controle"]!());
    const choose = asked(session, "chooseCommune");
    press("Choisir une autre commune…");
    const list = field("Commune de la cellule A5");
    expect(document.activeElement).toBe(list);
    expect(list.value).toBe("");
    press("Appliquer à la cellule A5");
    expect(choose).not.toHaveBeenCalled();
    expect(root().querySelector('.field [role="alert"]')!.textContent).toBe("Choisissez une commune");
    fill("Commune de la cellule A5", "Beure");
    press("Appliquer à la cellule A5");
    expect(choose).toHaveBeenCalledWith(0, "Beure", false);
  });

  it("is left alone by Escape: the list closes, the screen stays, the focus goes back", () => {
    draw(states["controle"]!());
    press("Choisir une autre commune…");
    act(
      () =>
        void document.activeElement!.dispatchEvent(
          new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }),
        ),
    );
    expect(root().querySelector("main select")).toBeNull();
    expect(nameOf(document.activeElement!)).toBe("Choisir une autre commune…");
  });

  it("is the same for the rows that say the same only where the box is ticked", () => {
    const [point] = previewOf(faulty).points;
    const [anomaly] = point!.anomalies;
    const points = [asPoint([anomaly!, { ...anomaly!, cell: "A9" }, { ...anomaly!, cell: "A11" }])];
    const session = draw([
      { ...read(faulty, "controle"), preview: { ...previewOf(faulty), points } },
      { type: "point-opened", point: 0 },
    ]);
    const choose = asked(session, "chooseCommune");
    const box = field("Appliquer aussi aux 2 autres lignes « Chalezeulle »") as HTMLInputElement;
    expect(box.checked).toBe(false);
    act(() => box.click());
    press("C’est Chalezeule (25112)");
    expect(choose).toHaveBeenCalledWith(0, "Chalezeule", true);
  });
});

test("the first choice for a member that left is to set the row aside, for the known reason", () => {
  const [{ anomalies }] = previewOf(faulty).points as [PointShown];
  const params = { commune: "Bonnat", value: "Bonnat", successor: "", left: "31/08/2025", campaign: 2026 };
  const points = [asPoint([{ ...anomalies[0]!, code: "commune-no-longer", params }])];
  const session = draw([
    { ...read(faulty, "controle"), preview: { ...previewOf(faulty), points } },
    { type: "point-opened", point: 0 },
  ]);
  const aside = asked(session, "excludeRow");
  const decisions = buttons().filter((name) => name.endsWith("…"));
  expect(decisions).toEqual(["Écarter la ligne…", "Choisir la commune…"]);
  press("Écarter la ligne…");
  press("Écarter la ligne 5");
  expect(aside).toHaveBeenCalledWith(0, "n’est plus membre après le 31/08/2025");
});

describe("« Écarter la ligne »", () => {
  it("says what leaves the bill and asks for the reason, one being ready", () => {
    const session = draw(states["controle"]!());
    const aside = asked(session, "excludeRow");
    press("Écarter la ligne…");
    expect(text()).toContain("La ligne 5 ne sera pas facturée ; vos cellules ne changeront pas.");
    expect(field("Motif, pour les feuilles Contrôles et Journal").value).toBe("Écartée dans le volet le 25/11/2014");
    fill("Motif, pour les feuilles Contrôles et Journal", "école fermée");
    press("Écarter la ligne 5");
    expect(aside).toHaveBeenCalledWith(0, "école fermée");
  });

  it("is done by Enter in the field of the reason, as by its button", () => {
    const session = draw(states["controle"]!());
    const aside = asked(session, "excludeRow");
    press("Écarter la ligne…");
    const reason = field("Motif, pour les feuilles Contrôles et Journal");
    fill("Motif, pour les feuilles Contrôles et Journal", "école");
    const strike = (key: string) =>
      act(() => void reason.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })));
    strike("f");
    expect(aside).not.toHaveBeenCalled();
    strike("Enter");
    expect(aside.mock.calls).toEqual([[0, "école"]]);
  });
});

describe("once a choice is kept", () => {
  const kept = { code: "pane-choice-kept", params: { sheet: "Options Ordiclasse" } } as const;

  it("the next point is open and has the focus; what was done is said", () => {
    draw([read(faulty, "controle"), { type: "choice-kept", notice: kept, next: { on: "point", point: 2 } }]);
    expect(document.activeElement).toBe(root().querySelectorAll(".point-head")[2]);
    expect(document.activeElement!.getAttribute("aria-expanded")).toBe("true");
    expect(plain(root().querySelector(".notice")!.textContent)).toBe(
      "C’est inscrit dans la feuille « Options Ordiclasse ».",
    );
  });

  it("the title has it where no point is left", () => {
    draw([read(sound, "controle"), { type: "choice-kept", notice: kept, next: { on: "point", point: null } }]);
    expect(document.activeElement).toBe(root().querySelector("h1"));
  });
});

describe("the choices in force", () => {
  it("are a list apart, each with its place and the way back", () => {
    const session = draw(states["choices"]!());
    const back = asked(session, "takeBack");
    expect([...root().querySelectorAll(".choices li > p:first-child")].map((one) => plain(one.textContent))).toEqual([
      "Ligne 9 écartée : école fermée",
      "« Chalezeulle » lu comme Chalezeule",
      "Colonne « Total » comprise comme : effectif",
    ]);
    expect(buttons()).toContain("Choix 4");
    press("Retirer… : Ligne 9 écartée : école fermée");
    expect(back).not.toHaveBeenCalled();
    press("Retirer ce choix");
    const { groups } = seen() as Extract<ReturnType<typeof seen>, { kind: "seen" }>;
    expect(back).toHaveBeenCalledWith(groups[0]!.choices);
  });
});

describe("« Réglages »", () => {
  it("is reached from the foot of any screen, and left by « Retour » and Escape", () => {
    const session = draw([read(sound, "repartition"), { type: "options-seen", options: seen() }]);
    press("Réglages");
    expect(title()).toBe("Réglages");
    expect(document.title).toBe("Réglages – Ordiclasse");
    expect(document.activeElement).toBe(root().querySelector("h1"));
    press("‹ Retour");
    expect(title()).toBe("Répartition 2014");
    act(() => void session.run.openSettings());
    act(
      () =>
        void root()
          .querySelector("h1")!
          .dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true })),
    );
    expect(title()).toBe("Répartition 2014");
  });

  it("shows each option with its value, and writes nothing before « Enregistrer »", () => {
    const session = draw(states["settings"]!());
    const save = asked(session, "saveSettings");
    expect(field("Écoles de Besançon").value).toBe("like-others");
    expect(field("Signataire de l’état liquidatif").value).toBe("Mme X");
    expect(text()).toContain("École primaire (Mamirolle) : Mamirolle 95, Le Gratteris 17");
    fill("Écoles de Besançon", "left-out");
    fill("Formule de délégation", " Pour le Maire ");
    expect(text()).toContain("Tarif : Délibération n° 58");
    const opens = jest.spyOn(session.run, "openWithWorkbook").mockImplementation(() => Promise.resolve(true));
    const tick = field("Ouvrir le volet avec ce classeur");
    act(() => tick.click());
    expect(save).not.toHaveBeenCalled();
    expect(opens).not.toHaveBeenCalled();
    press("Enregistrer");
    expect(opens).toHaveBeenCalledWith(true);
    expect(save).toHaveBeenCalledWith({
      besancon: "left-out",
      schoolUnit: "one",
      printableFiches: false,
      signatory: { name: "Mme X", title: "Adjointe aux finances", delegation: "Pour le Maire" },
      particulars: {},
    });
  });

  it("lists the choices in force below; where there is none, says nothing of them", () => {
    const session = draw(states["settings"]!());
    expect([...root().querySelectorAll("h2")].map(({ textContent }) => textContent)).toEqual([
      "Choix d’une autre année",
      "Convention",
      "Écoles partagées entre communes (RPI)",
      "Choix inscrits dans le classeur",
    ]);
    fill("Formule de délégation", "Pour le Maire");
    const none = { ...seen(), groups: [] } as ReturnType<typeof seen>;
    act(() => session.store.dispatch({ type: "options-seen", options: none }));
    expect(root().querySelectorAll("h2")).toHaveLength(3);
    // A choice taken back leaves what is being typed.
    expect(field("Formule de délégation").value).toBe("Pour le Maire");
  });

  it("asks for the name of whoever has a position", () => {
    const session = draw(states["settings"]!());
    const save = asked(session, "saveSettings");
    fill("Signataire de l’état liquidatif", "");
    press("Enregistrer");
    expect(save).not.toHaveBeenCalled();
    expect(field("Signataire de l’état liquidatif").getAttribute("aria-invalid")).toBe("true");
    fill("Qualité du signataire", "");
    press("Enregistrer");
    expect(save).toHaveBeenCalledWith(expect.objectContaining({ signatory: null }));
  });

  it("shows at its cell what cannot be understood", () => {
    draw(states["settings not understood"]!());
    expect(text()).toContain("« peut-être » n’est pas un choix possible pour l’option « Besançon »");
    expect(buttons().some((name) => name.endsWith("Aller à la cellule B2"))).toBe(true);
  });
});
