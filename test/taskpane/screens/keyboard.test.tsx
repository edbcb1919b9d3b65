/**
 * @jest-environment jsdom
 */
import { act } from "preact/test-utils";
import { draw, leave, nameOf, press, root, title, usePage } from "./draw";
import { read, sound, states } from "./states";

usePage();

describe("the keyboard", () => {
  const strike = (target: Element, key: string, more: KeyboardEventInit = {}) =>
    act(
      () => void target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more })),
    );

  it("goes to the title after a step that the user asked for", () => {
    draw([read(sound, "lecture")]);
    press("Contrôler");
    expect(document.activeElement).toBe(root().querySelector("h1"));
  });

  it("leaves a commune by Escape and by Alt+Left", () => {
    for (const [key, more] of [
      ["Escape", {}],
      ["ArrowLeft", { altKey: true }],
    ] as const) {
      draw(states["commune"]!());
      strike(root().querySelector("h1")!, key, more);
      expect(title()).toBe("Répartition 2014");
      leave();
    }
  });

  it("keeps to the pane the keys that it has answered, and leaves the others to Excel", () => {
    const reached: string[] = [];
    const listen = ({ key }: KeyboardEvent) => void reached.push(key);
    window.addEventListener("keydown", listen);
    draw(states["commune"]!());
    strike(root().querySelector("h1")!, "Escape");
    strike(root().querySelector("h1")!, "Escape");
    strike(root().querySelector("h1")!, "F6");
    window.removeEventListener("keydown", listen);
    expect(reached).toEqual(["Escape", "F6"]);
  });

  it("never stops a generation by Escape", () => {
    const session = draw(states["generating"]!());
    strike(root().querySelector("h1")!, "Escape");
    expect(session.state.work).toMatchObject({ kind: "generating", cancelling: false });
    press("Annuler");
    expect(session.state.work).toMatchObject({ cancelling: true });
  });

  it("passes over all that a screen lists, to its buttons; where it has none, to its content", () => {
    const skip = () => act(() => [...root().querySelectorAll<HTMLElement>("a.skip")][1]!.click());
    draw(states["repartition"]!());
    skip();
    expect(nameOf(document.activeElement!)).toBe("Préparer les documents");
    leave();
    draw(states["undoing"]!());
    skip();
    expect(document.activeElement!.id).toBe("contenu");
  });

  it("goes through a screen in the order in which it is read: campaign, steps, content, buttons, foot", () => {
    draw(states["controle"]!());
    const stops = [...root().querySelectorAll("a[href], button, select, input, summary")].map(nameOf);
    // Lecture is not done: a word is still asked.
    expect(stops.slice(0, 4)).toEqual(["Aller au contenu", "Aller aux boutons du bas", "Campagne", "Lecture"]);
    const at = (name: string) => stops.indexOf(name);
    const order = [
      "Contrôle",
      "Documents",
      "Tous 15",
      "Point précédent",
      "Aller à la cellule A5",
      "Voir la répartition",
      "Relire",
    ];
    expect(order.map(at)).toEqual([...order.map(at)].sort((a, b) => a - b));
    expect(stops.at(-1)).toBe("Accessibilité : non conforme (nouvelle fenêtre)");
  });
});
