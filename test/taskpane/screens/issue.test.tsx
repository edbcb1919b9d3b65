/**
 * @jest-environment jsdom
 */
import { act } from "preact/test-utils";
import { anomaly } from "../../../src/messages";
import { plain } from "../plain";
import { draw, nameOf, press, root, title, usePage } from "./draw";
import { states } from "./states";

usePage();

const text = () => plain(root().querySelector("main")!.textContent);
const buttons = () => [...root().querySelectorAll("main button")].map(nameOf);
const field = (label: string): HTMLInputElement => {
  const found = [...root().querySelectorAll("label")].find((one) => plain(one.textContent) === label)!;
  return root().querySelector<HTMLInputElement>(`#${found.htmlFor}`)!;
};
const fill = (label: string, value: string) =>
  act(() => {
    field(label).value = value;
    field(label).dispatchEvent(new Event("input", { bubbles: true }));
  });

test("once documents are made, the pane says that no état is marked as issued, and opens what marks it", async () => {
  const session = draw(states["done"]!());
  expect(text()).toContain("Aucun état de la campagne 2014 n’est marqué comme émis.");
  press("Marquer l’état comme émis…");
  expect(title()).toBe("Marquer l’état comme émis");
  const mark = jest.spyOn(session.run, "markAsIssued").mockResolvedValue([]);
  fill("Émis le (jj/mm/aaaa)", "25/11/2014");
  fill("Titre n°", "345");
  await act(async () => press("Inscrire au Journal"));
  expect(mark).toHaveBeenCalledWith({ number: "", date: "25/11/2014", bordereau: "", titre: "345" });
});

test("Enter in a field marks the état, as the button does, with Control or without", async () => {
  const session = draw(states["issue"]!());
  const mark = jest.spyOn(session.run, "markAsIssued").mockResolvedValue([]);
  fill("Titre n°", "345");
  for (const ctrlKey of [false, true])
    await act(async () => {
      field("Titre n°").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey, bubbles: true }));
    });
  expect(mark.mock.calls.map(([written]) => written.titre)).toEqual(["345", "345"]);
});

test("a fault is reported at its field, which takes the focus, and a fault of no field above all", async () => {
  const session = draw(states["issue"]!());
  const faults = [
    anomaly("error", "pane-issue-bad-date", { value: "hier" }),
    anomaly("error", "mark-provisional", { state: "2014-01, version 1", errors: 3 }),
  ];
  jest.spyOn(session.run, "markAsIssued").mockResolvedValue(faults);
  await act(async () => press("Inscrire au Journal"));
  const date = field("Émis le (jj/mm/aaaa)");
  expect(document.activeElement).toBe(date);
  expect(plain(root().querySelector(`#${date.getAttribute("aria-describedby")}`)!.textContent)).toContain(
    "« hier » n’est pas une date. Écrivez la date d’émission",
  );
  expect(plain(root().querySelector(".trouble")!.textContent)).toContain("est provisoire");
  fill("Émis le (jj/mm/aaaa)", "25/11/2014");
  expect(text()).not.toContain("n’est pas une date");
  press("Ne rien inscrire");
  expect(title()).toMatch(/^\d+ feuilles générées$/);
});

test("an état that is marked is said with its numbers, and can be completed", () => {
  draw(states["issued"]!());
  expect(text()).toContain("État n° 2014-01, version 1, émis le 25 novembre 2014, titre n° 345.");
  press("Compléter ses numéros…");
  expect(field("Émis le (jj/mm/aaaa)").value).toBe("25/11/2014");
  expect([field("État n°").value, field("Bordereau n°").value, field("Titre n°").value]).toEqual([
    "2014-01, version 1",
    "",
    "345",
  ]);
});

test.each(["plan of another état", "documents in place of another état", "confirmation of another état"])(
  "a generation with other amounts says first that an état was issued, and leads to its rectificatif: %s",
  (state) => {
    draw(states[state]!());
    expect(text()).toContain(
      "L’état n° 2014-01, version 1, a été émis le 25/11/2014, et les montants ont changé depuis",
    );
    expect(buttons()).not.toContain("Marquer l’état comme émis…");
    press("Rectifier l’état émis");
    expect(title()).toBe("Rectifier");
  },
);

const actions = () => [...root().querySelectorAll(".actions button")].map(nameOf);

test("documents that are in place are opened and sent before they are made again", () => {
  draw(states["documents in place"]!());
  expect(title()).toBe("50 feuilles générées");
  expect(actions()).toEqual(["Enregistrer les PDF", "Ouvrir l’état liquidatif", "Mettre à jour les 50 feuilles"]);
  expect(text()).toContain("Ouvrir une feuille");
  expect(text()).not.toContain("feuilles existantes seront remplacées");
  press("Mettre à jour les 50 feuilles");
  expect(text()).toContain("50 feuilles existantes seront remplacées.");
});

test("what an issued état no longer bills is rectified before it is generated as another état", () => {
  draw(states["plan of another état"]!());
  expect(actions()).toEqual(["Rectifier l’état émis", "Générer les 50 feuilles"]);
  expect(nameOf(root().querySelector(".actions .primary")!)).toBe("Rectifier l’état émis");
});

test("undoing is announced as taking back the entry in the Journal, and not the generation", () => {
  draw([...states["issued"]!(), { type: "opened", open: { screen: "undo" } }]);
  expect(text()).toContain("La ligne qui dit l’état émis sera retirée du Journal.");
});
