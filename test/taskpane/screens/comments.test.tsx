/**
 * @jest-environment jsdom
 */
import { act } from "preact/test-utils";
import type { Session } from "../../../src/taskpane/operations/session";
import type { PaneEvent } from "../../../src/taskpane/state/reduce";
import { comparedShown } from "../analyses/shown";
import { plain } from "../plain";
import { explained, keptEvent } from "./analysed-states";
import { draw, nameOf, press, root, title, usePage } from "./draw";
import { states } from "./states";

usePage({ analysed: ["analysed", "explained"] });

const compared = () => comparedShown(explained.shown)!;
const texts = (selector: string) => [...root().querySelectorAll(selector)].map(({ textContent }) => plain(textContent));
const field = () => root().querySelector("textarea");
const strike = (key: string, more: KeyboardEventInit = {}) => {
  const struck = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  act(() => void document.activeElement!.dispatchEvent(struck));
};
const type = (text: string) =>
  act(() => {
    field()!.value = text;
    field()!.dispatchEvent(new Event("input", { bubbles: true }));
  });
/** Comments on other years than that of the campaign compared. */
const withOtherYears = (years: readonly number[]): PaneEvent => {
  const { comparison } = explained.shown;
  const commentsOnOtherYears = years.map((against) => ({ commune: "Thise", against, text: "" }));
  const other = { ...comparison!, comparison: { ...comparison!.comparison, commentsOnOtherYears } };
  return { type: "analysed", analyses: { ...explained.shown, comparison: other } };
};
/** The session, which keeps what it is asked to, or does not. */
function listen(session: Session, isKept: boolean): string[][] {
  const asked: string[][] = [];
  jest.spyOn(session.run, "commentOn").mockImplementation((...said) => {
    asked.push(said);
    return Promise.resolve(isKept);
  });
  return asked;
}
const settled = () => act(() => new Promise<void>((done) => setTimeout(done)));

describe("the comment on a commune’s difference", () => {
  it("is under the commune, counted among those that are to be explained", () => {
    draw(states["compared, explained in part"]!());
    const notable = compared().moves.filter(({ isNotable }) => isNotable);
    // Thise is to be explained; Audeux, 84,26 € more, is not.
    expect(texts("p")).toContain(`À expliquer : ${notable.length}, dont 1 commentée.`);
    expect(texts(".comment p")).toEqual([
      "✎ Deux classes de moins à la rentrée : huit postes et deux imprimantes rendus.",
      "✎ Un poste spécifique de plus.",
    ]);
    expect(texts(".comment button").filter((name) => name.startsWith("Modifier"))).toEqual([
      "Modifier le commentaire sur Thise",
      "Modifier le commentaire sur Audeux",
    ]);
    expect(texts(".comment button")).toHaveLength(notable.length + 1);
  });

  it("is told to be missing where nothing is explained yet", () => {
    draw(states["compared"]!());
    expect(texts("p")).toContain(`À expliquer : ${compared().toExplain.wanted}, sans commentaire.`);
    expect(texts(".comment p")).toEqual([]);
  });

  it("is told to be left out where it is on another year than the campaign compared", () => {
    const shown = (...years: number[]): PaneEvent[] => [...states["compared"]!(), withOtherYears(years)];
    const told = () => texts("p").filter((text) => /autre année|another year/.test(text));
    draw(shown(2013, 2015));
    expect(told()).toEqual([
      "2 commentaires portent sur une autre année que 2014 (2013, 2015) : ils ne sont pas repris ici.",
    ]);
    draw(shown(2015));
    expect(told()).toEqual(["1 commentaire porte sur une autre année que 2014 (2015) : il n’est pas repris ici."]);
    draw(shown(2013, 2013), "en");
    expect(told()).toEqual(["2 comments are on another year than 2014 (2013): they are left out here."]);
    draw(shown());
    expect(told()).toEqual([]);
  });

  it("may be all that is shown", async () => {
    draw(states["compared, explained in part"]!());
    const { moves, toExplain } = compared();
    expect(texts(".filter")).toEqual([`Toutes ${moves.length}`, `À expliquer ${toExplain.wanted}`]);
    press(`À expliquer ${toExplain.wanted}`);
    await settled();
    expect(texts(".filter[aria-pressed=true]")).toEqual([`À expliquer ${toExplain.wanted}`]);
    expect(texts(".comment").length).toBe(toExplain.wanted);
    press(`Toutes ${moves.length}`);
    await settled();
    expect(texts("table tbody th").filter((name) => name === "Besançon")).toHaveLength(1);
  });

  it("is written in a field that names the commune, and has the focus", async () => {
    const asked = listen(draw(states["compared"]!()), true);
    press("Commenter Thise");
    expect(document.activeElement).toBe(field());
    expect(plain(field()!.labels[0]!.textContent)).toBe("Ce qui explique l’écart : Thise");
    // As many characters as the sheet of options takes.
    expect(field()!.maxLength).toBe(500);
    type("Deux classes de moins.");
    press("Enregistrer le commentaire");
    await settled();
    expect(asked).toEqual([["25560", "Deux classes de moins."]]);
    expect(field()).toBeNull();
  });

  it("is left as it was by « Ne rien changer » and by Escape, which stay on the screen", () => {
    draw(states["compared, explained in part"]!());
    for (const leave of [() => press("Ne rien changer"), () => strike("Escape")]) {
      press("Modifier le commentaire sur Thise");
      expect(field()!.value).toMatch(/^Deux classes/);
      leave();
      expect([field(), title()]).toEqual([null, "Comparaison avec 2014"]);
      expect(nameOf(document.activeElement!)).toBe("Modifier le commentaire sur Thise");
    }
    press("Modifier le commentaire sur Thise");
    strike("ArrowLeft", { altKey: true });
    expect(field()).not.toBeNull();
  });

  it("is taken back by a button, once there is one", async () => {
    const asked = listen(draw(states["compared, explained in part"]!()), true);
    press("Commenter Saône");
    expect(texts(".inline-form button")).toEqual(["Enregistrer le commentaire", "Ne rien changer"]);
    press("Ne rien changer");
    press("Modifier le commentaire sur Thise");
    press("Retirer le commentaire");
    await settled();
    expect(asked).toEqual([["25560", ""]]);
  });

  it("must say something: told at the field", async () => {
    const asked = listen(draw(states["compared"]!()), true);
    press("Commenter Thise");
    type("  ");
    press("Enregistrer le commentaire");
    await settled();
    expect(asked).toEqual([]);
    expect(field()!.getAttribute("aria-invalid")).toBe("true");
    expect(root().querySelector(`#${field()!.getAttribute("aria-describedby")}`)!.textContent).toMatch(
      /^Le commentaire est vide/,
    );
    type("Deux classes de moins.");
    expect(texts(".fault")).toEqual([]);
  });

  it("stays typed where it could not be kept", async () => {
    listen(draw(states["compared"]!()), false);
    press("Commenter Thise");
    type("Deux classes de moins.");
    press("Enregistrer le commentaire");
    await settled();
    expect(field()!.value).toBe("Deux classes de moins.");
  });

  it("is not asked for where the workbook is open for reading only: why is said", () => {
    draw([{ type: "started", readOnly: true, step: "lecture", campaign: 2015 }, ...states["compared"]!()]);
    press("Commenter Thise");
    expect(field()!.readOnly).toBe(true);
    expect(texts(".inline-form [role=alert]")[0]).toMatch(/^Ce classeur est ouvert en lecture seule : /);
    expect(texts(".inline-form button")).toEqual(["Ne rien changer"]);
  });

  it("once kept, leaves the focus on its commune", () => {
    draw(states["compared, a comment just kept"]!());
    expect(nameOf(document.activeElement!)).toBe("Modifier le commentaire sur Thise");
    expect(texts(".notice")[0]).toMatch(/^C’est inscrit dans la feuille « Options Ordiclasse »/);
  });

  it("is not left folded with the communes that move less", () => {
    const moves = compared().moves;
    const lastCommented = moves.filter(({ isNotable }) => isNotable).at(-1)!;
    expect(moves.indexOf(lastCommented)).toBeGreaterThan(10);
    const analyses = { ...explained.shown, lastCommented: lastCommented.insee };
    draw([...states["compared, explained in part"]!(), { type: "analysed", analyses }, keptEvent]);
    expect(document.activeElement!.closest("details")!.open).toBe(true);
    expect(nameOf(document.activeElement!)).toBe(`Commenter ${lastCommented.name}`);
  });

  it("speaks English too", () => {
    draw(states["compared, explained in part"]!(), "en");
    expect(texts("p").some((text) => /^To explain: \d+, of which 1 has a comment\.$/.test(text))).toBe(true);
    press("Comment on Saône");
    expect(texts(".inline-form button")).toEqual(["Save the comment", "Change nothing"]);
  });
});
