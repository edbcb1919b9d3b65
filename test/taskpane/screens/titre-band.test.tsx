/**
 * @jest-environment jsdom
 */
import { Decimal } from "decimal.js";
import { act } from "preact/test-utils";
import type { PaneEvent } from "../../../src/taskpane/state/reduce";
import type { EditEffect } from "../../../src/taskpane/state/edit-effect";
import { plain } from "../plain";
import { draw, press, root, usePage } from "./draw";
import { previewOf, sound } from "./states";

usePage();

const band = () => plain(root().querySelector(".titre")!.textContent);

const effect: EditEffect = {
  cell: { sheet: "Parc", otherFile: null, cell: "F7", was: "-4", is: "16" },
  count: 1,
  errors: { before: 9, after: 8 },
  warnings: { before: 5, after: 5 },
  difference: new Decimal("589.76"),
};
const reads = (edit: Partial<EditEffect> | null): PaneEvent => ({
  ...{ type: "read", preview: previewOf(sound), step: "controle", generatedSheets: [], byItself: true },
  edit: edit === null ? null : { ...effect, ...edit },
});

test("the titre and its parts are on top of every step", () => {
  const session = draw([reads(null)]);
  for (const step of ["lecture", "controle", "repartition", "documents"] as const) {
    act(() => session.dispatch({ type: "step-opened", step }));
    expect(band()).toContain("Total du titre259 016,96 €");
    expect(band()).toContain("CAGB 96 938,90 € · communes 162 078,06 €");
  }
});

test.each<[string, Partial<EditEffect>]>([
  ["9 → 8 à corriger, +589,76 € · F7 : −4 → 16", {}],
  [
    "5 → 6 à vérifier, −1,00 € · F7 : vide → beaucoup",
    {
      errors: { before: 8, after: 8 },
      warnings: { before: 5, after: 6 },
      difference: new Decimal(-1),
      cell: { ...effect.cell!, was: "", is: "beaucoup" },
    },
  ],
  [
    "titre inchangé · 1 200 cellules",
    {
      errors: { before: 8, after: 8 },
      difference: new Decimal(0),
      cell: null,
      count: 1_200,
    },
  ],
])("the effect of the last change is shown below the titre and its parts: %s", (text, edit) => {
  draw([reads(edit)]);
  expect(band()).toContain("CAGB 96 938,90 € · communes 162 078,06 €");
  expect(plain(root().querySelector('.titre [role="status"]')!.textContent)).toBe(text);
});

test("a change is announced where screen readers already follow: its place is there before it", () => {
  const session = draw([reads(null)]);
  const place = root().querySelector('.titre [role="status"]')!;
  expect(place.textContent).toBe("");
  act(() => session.dispatch({ type: "source-changed" }));
  expect(plain(place.textContent)).toBe("Le classeur a changé depuis.");
  act(() => session.dispatch(reads({})));
  expect(plain(place.textContent)).toBe("9 → 8 à corriger, +589,76 € · F7 : −4 → 16");
  // Another change makes it past, even one that turns out to be none.
  act(() => session.dispatch({ type: "source-changed" }));
  act(() => session.dispatch({ type: "source-unchanged" }));
  expect(place.textContent).toBe("");
});

test("it can be taken back beside, where the sheets are in the page", () => {
  let undone = 0;
  draw([reads({})], "fr", { undoEdit: () => () => void undone++ });
  press("Annuler la dernière correction (Ctrl+Z)");
  expect(undone).toBe(1);
  for (const environment of [{}, { undoEdit: () => null }]) {
    draw([reads({})], "fr", environment);
    expect(root().querySelector(".titre button")).toBeNull();
  }
});

test("the campaign is changed there, at once", () => {
  const session = draw([reads(null)]);
  const change = jest.spyOn(session.run, "changeCampaign").mockResolvedValue(undefined);
  const select = root().querySelector<HTMLSelectElement>(".titre select")!;
  expect([...select.options].map(({ text }) => text)).toEqual(["2014", "2015"]);
  act(() => {
    select.value = "2015";
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
  expect(change).toHaveBeenCalledWith(2015);
});
