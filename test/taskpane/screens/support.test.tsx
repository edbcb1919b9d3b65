/**
 * @jest-environment jsdom
 */
import { act } from "preact/test-utils";
import { plain } from "../plain";
import { draw, leave, nameOf, press, root, usePage } from "./draw";
import { states } from "./states";

usePage({ apart: true });

const copy = "Copier le détail pour l’assistance";
const offers = () => [...root().querySelectorAll("button")].some((one) => nameOf(one) === copy);

describe("the detail of what stopped, for whoever is called for help", () => {
  it("says the versions, the hour, what, its code, where, how far, and how the workbook is left", async () => {
    const session = draw(states["failed"]!());
    const copied = jest.spyOn(session["environment"], "copy");
    press(copy);
    await act(() => Promise.resolve());
    expect(copied.mock.calls.map(([text]) => plain(text).split("\n"))).toEqual([
      [
        "Ordiclasse 1.0.0",
        "Excel 16.0, PC",
        "2014-11-25 14:03:00",
        "La feuille « Fiche Beure » est protégée. Rien n’a été changé dans le classeur. " +
          "Ôtez la protection (Révision, Ôter la protection de la feuille), puis relancez.",
        "Code pour l’assistance : office-protected-sheet",
        "Fiche 7 sur 45 : Beure",
        "Rien n’a été changé dans le classeur.",
      ],
    ]);
    expect(plain(root().querySelector(".notice")!.textContent)).toMatch(/^Détail copié/);
  });

  it("shows itself where Excel allows no copy, what is in trouble staying in view", async () => {
    const session = draw(states["trouble"]!());
    jest.spyOn(session["environment"], "copy").mockImplementation(() => Promise.resolve(false));
    press(copy);
    await act(() => Promise.resolve());
    expect(plain(root().querySelector(".notice")!.textContent)).toContain("office-busy");
    expect(session.state.trouble).not.toBeNull();
  });

  it("is not offered for what the user alone can settle", () => {
    draw(states["cell being edited"]!());
    expect(offers()).toBe(false);
    leave();
    draw(states["formulas not calculated"]!());
    expect(offers()).toBe(false);
    leave();
    draw(states["bad file"]!());
    expect(offers()).toBe(false);
  });
});

test("« Réglages » ends with the version of the add-in", () => {
  draw(states["settings"]!());
  expect(plain(root().querySelector("main")!.textContent)).toMatch(/Ordiclasse 1\.0\.0(?!.*Ordiclasse)/);
});
