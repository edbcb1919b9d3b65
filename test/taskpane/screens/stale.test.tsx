/**
 * @jest-environment jsdom
 */
import { act } from "preact/test-utils";
import { plain } from "../plain";
import { draw, nameOf, press, root, title, usePage } from "./draw";
import { previewOf, sound, states } from "./states";

usePage();

const buttons = () => [...root().querySelectorAll(".actions button")].map(nameOf);
const text = () => plain(root().querySelector("main")!.textContent);
/** What stands on top of every screen. */
const band = () => plain(root().querySelector(".titre")!.textContent);
/** Of the sound sample: CAGB, communes, titre. */
const amounts = ["96 938,90 €", "162 078,06 €", "259 016,96 €"];

describe("once a cell changed since the reading", () => {
  it.each(["plan, stale", "confirmation, stale", "done, stale"] as const)(
    "%s: « Relire » comes first, no amount of before is shown, and nothing is generated of it",
    (name) => {
      const session = draw(states[name]!());
      const read = jest.spyOn(session.run, "read").mockResolvedValue(undefined);
      expect(buttons()[0]).toBe("Relire");
      expect(buttons().filter((one) => /^(?:Générer les|Mettre à jour|Confirmer)/.test(one))).toEqual([]);
      expect(band()).toContain("Le classeur a changé depuis.");
      expect(amounts.filter((amount) => text().includes(amount))).toEqual([]);
      press("Relire");
      expect(read).toHaveBeenCalledTimes(1);
    },
  );

  it("« Répartition » still shows the amounts of the reading, says that they are of before, and reads again", () => {
    draw(states["repartition, stale"]!());
    expect(buttons()).toEqual(["Relire", "Préparer les documents"]);
    expect(band()).toContain("Le classeur a changé depuis.");
    press("Amagney");
    expect(buttons()).toEqual(["Relire"]);
    expect(band()).toContain("Le classeur a changé depuis.");
  });

  it("the word on top is a word and a shape, not something to press", () => {
    draw(states["plan, stale"]!());
    const chip = root().querySelector(".chip")!;
    expect([chip.textContent, chip.closest("button, a"), chip.getAttribute("role")]).toEqual(["À relire", null, null]);
  });
});

it("another campaign that is chosen is said as such", () => {
  draw([...states["plan"]!(), { type: "campaign-chosen", campaign: 2015 }]);
  expect(band()).toContain("Une autre campagne est choisie.");
  expect(buttons()[0]).toBe("Relire");
});

it("F9 reads again from anywhere, as « Relire (F9) » does, and does nothing once there is no need", () => {
  const session = draw(states["plan, stale"]!());
  const read = jest.spyOn(session.run, "read").mockResolvedValue(undefined);
  const presses = () => act(() => void dispatchEvent(new KeyboardEvent("keydown", { key: "F9" })));
  presses();
  press("Relire (F9)");
  expect(read).toHaveBeenCalledTimes(2);
  act(() => session.dispatch({ type: "source-unchanged" }));
  presses();
  expect(read).toHaveBeenCalledTimes(2);
});

it("nothing is said and the amounts are there, before anything changed", () => {
  for (const name of ["plan", "confirmation", "done"] as const) {
    const session = draw(states[name]!());
    expect([name, buttons().includes("Relire")]).toEqual([name, false]);
    expect(amounts.filter((amount) => text().includes(amount))).toEqual(amounts);
    act(() => session.dispatch({ type: "source-changed" }));
    expect([name, buttons()[0]]).toEqual([name, "Relire"]);
  }
  expect(title()).toBe(`${previewOf(sound).plan.sheets.length} feuilles générées`);
});
