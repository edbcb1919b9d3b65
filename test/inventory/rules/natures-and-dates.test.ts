import type { Cell } from "../../../src/cells";
import { _, read, sheet } from "../tables/read-sheets";
import { fateIn, fateOf, pupils } from "./fates";

// Campaign 2014: the snapshot is 1 November 2014, the window goes from 2 November 2013 to it.
describe("a nature that is written is confirmed by the dates of its row", () => {
  const headers = ["Commune", "École", "Prestation", "Nature", "Quantité", "Mise en service le", "Sortie le", "État"];
  const items = (nature: string, entered: Cell, left: Cell, state: Cell = _) =>
    fateIn(
      "Parc",
      headers,
      ["Beure", "A", "Poste client standard", nature, 5, entered, left, state],
      ["Beure", "A", "Serveur standard", "M", 1, "15/09/2009", _, _],
    );

  it.each([
    ["M", "15/09/2009", _, ["POSTE_STD 5"]],
    ["M", "15/09/2009", "02/11/2014", ["POSTE_STD 5"]],
    ["M", "15/12/2013", _, ["POSTE_STD 5"]],
    ["I", "15/12/2013", _, ["POSTE_STD+ 5"]],
    ["I", "15/12/2013", "01/06/2014", ["POSTE_STD+ 5"]],
    ["I", _, _, ["POSTE_STD+ 5"]],
  ])("%s, entered on %p, left on %p: %j", (nature, entered, left, billed) => {
    expect(items(nature, entered, left)).toEqual({
      billed: [...billed, "SERVEUR_STD 1"],
      reasons: {},
      error: 0,
      told: [],
    });
  });

  it.each([
    ["M", "15/09/2009", "01/06/2014", _, "withdrawn", []],
    ["I", "15/09/2009", _, _, "other-year", ["warning installed-outside-window F2"]],
    ["I", "02/11/2014", _, _, "after-snapshot", ["warning after-snapshot F2"]],
    ["M", "15/09/2009", _, "Réformé", "withdrawn", ["info out-without-date H2"]],
    ["M", "15/09/2009", _, "En stock", "spare", ["warning in-stock H2"]],
  ])("%s, entered on %p, left on %p, « %s »: left out (%s)", (nature, entered, left, state, reason, told) => {
    expect(items(nature, entered, left, state)).toEqual({
      billed: ["SERVEUR_STD 1"],
      reasons: { [reason]: 1 },
      error: 0,
      told,
    });
  });

  it.each([
    ["a date", "jadis", _, "error unreadable-date F2"],
    ["a state", "15/09/2009", "Bof", "error unknown-state H2"],
  ])("is in error where %s cannot be read", (_what, entered, state, told) => {
    expect(items("M", entered, _, state)).toMatchObject({ billed: ["SERVEUR_STD 1"], error: 1, told: [told] });
  });
});

describe("a heading of installations applies in a row whose dates decide on the rest", () => {
  const headers = ["Commune", "École", "Prestation", "Quantité", "dont installés", "Mise en service le", "Sortie le"];
  const items = (label: string, installed: Cell, entered: Cell, left: Cell) =>
    fateIn("Parc", headers, ["Beure", "A", label, 5, installed, entered, left]);

  it.each([
    ["15/12/2013", _, ["POSTE_STD 5", "POSTE_STD+ 2"], []],
    ["15/12/2013", "01/06/2014", ["POSTE_STD+ 2"], []],
    ["15/09/2009", _, ["POSTE_STD 5"], ["warning installed-outside-window F2"]],
    [_, _, ["POSTE_STD 5", "POSTE_STD+ 2"], ["info no-entry-date null"]],
  ])(
    "machines entered on %p and left on %p are counted under the heading at most once",
    (entered, left, billed, told) => {
      expect(items("Poste client standard", 2, entered, left)).toEqual({ billed, reasons: {}, error: 0, told });
    },
  );
});

describe("dates in a row of a school", () => {
  const headers = [
    "Commune",
    "École",
    "Postes clients standard",
    "Postes clients standard installés",
    "Date d’installation",
  ];

  it.each(["15/09/2009", "15/12/2013"])("are asked beside installations that say no year: %s", (date) => {
    expect(fateIn("Parc", headers, ["Beure", "A", 5, 2, date]).told).toEqual(["error unclear-header E1"]);
  });

  it("are of no interest where the campaign's year is said, or nothing installed counted", () => {
    const [commune, school, posts, installed, dates] = headers as [string, string, string, string, string];
    expect(
      fateIn("Parc", [commune, school, posts, `${installed} 2014`, dates], ["Beure", "A", 5, 2, "15/09/2009"]),
    ).toMatchObject({ billed: ["POSTE_STD 5", "POSTE_STD+ 2"], told: [] });
    expect(fateIn("Parc", [commune, school, posts, dates], ["Beure", "A", 5, "15/09/2009"])).toMatchObject({
      billed: ["POSTE_STD 5"],
      told: [],
    });
  });
});

describe("a date that the user said to be that of leaving takes a school out whole", () => {
  const mappings = [{ file: null, sheet: "Parc", cell: "C1", as: "exit" }];
  const headers = ["Commune", "École", "Fermeture", "Postes clients en maintenance", "Postes clients installés"];
  const fate = (left: Cell) =>
    fateOf(read([pupils, sheet("Parc", [headers, ["Beure", "A", left, 5, 2]])], 2014, { mappings }), "Parc");

  it.each(["05/07/2014", "01/11/2014"])(
    "a school that left on or before the day of the count is left out whole, installations too: %s",
    (left) => {
      expect(fate(left)).toMatchObject({ billed: [], reasons: { withdrawn: 1 }, error: 0 });
    },
  );

  it.each(["02/11/2014", _])("a school that left after the day of the count stays: %p", (left) => {
    expect(fate(left)).toMatchObject({ billed: ["POSTE_STD 5", "POSTE_STD+ 2"], reasons: {}, error: 0 });
  });
});
