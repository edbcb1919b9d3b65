import { cellName, type Cell } from "../../../src/cells";
import { error, read, readWith, sheet, type Read } from "../workbook-of";

const headers = [
  "Commune",
  "École",
  "Matériel",
  "N° inventaire",
  "N° de série",
  "Mise en service le",
  "Sorti le",
  "État",
];
const effectifs = sheet("Effectifs", [
  ["Commune", "École", "Élèves"],
  ["Beure", "École du Bourg", 10],
]);

/** Machines of one school: label, inventory number, serial number, in, out, status. */
function register(...machines: readonly (readonly Cell[])[]): Read {
  return read(
    sheet("Registre", [headers, ...machines.map((cells) => ["Beure", "École du Bourg", ...cells])]),
    effectifs,
  );
}

const poste = (entered: Cell, withdrawn: Cell = null, status: Cell = null): readonly Cell[] => [
  "Poste client standard",
  null,
  null,
  entered,
  withdrawn,
  status,
];
const counted = (result: Read, code = "POSTE_STD"): [number, number] => [
  result.quantity("École du Bourg", code, "maintenance"),
  result.quantity("École du Bourg", code, "installation"),
];

describe("a machine is in service on S: entered on or before, not withdrawn on or before", () => {
  it("a machine entered long ago is maintained, not installed", () => {
    expect(counted(register(poste("15/09/2009")))).toEqual([1, 0]);
  });
  it("a machine entered in the window has a full year of maintenance from the first year, and its installation", () => {
    expect(counted(register(poste("31/10/2014")))).toEqual([1, 1]);
  });
  it("a machine withdrawn on S is out of service, and excluded", () => {
    const result = register(poste("15/09/2009", "01/11/2014"));
    expect(counted(result)).toEqual([0, 0]);
    expect(result.rows("Registre").reasons).toEqual({ withdrawn: 1 });
    expect(result.anomalies("Registre")).toEqual([]);
  });
  it("a machine withdrawn the day after S is in service", () => {
    expect(counted(register(poste("15/09/2009", "02/11/2014")))).toEqual([1, 0]);
  });
  it("a withdrawn machine without an entry date is out of service", () => {
    expect(counted(register(poste(null, "15/06/2014")))).toEqual([0, 0]);
  });
  it("a machine installed in the window and withdrawn since has its installation alone", () => {
    const result = register(poste("15/01/2014", "15/06/2014"));
    expect(counted(result)).toEqual([0, 1]);
    expect(result.rows("Registre")).toMatchObject({ billed: 1 });
  });
  it("withdrawn before it was entered: error on the exit cell", () => {
    const result = register(poste("15/06/2014", "15/01/2014"));
    expect(counted(result)).toEqual([0, 0]);
    expect(result.anomalies("Registre")).toEqual(["error withdrawn-before-entered G2"]);
  });
  it("withdrawn on the day it was entered is no contradiction", () => {
    expect(counted(register(poste("15/06/2014", "15/06/2014")))).toEqual([0, 1]);
  });
  it("an unreadable exit date: error on it, nothing billed of the machine", () => {
    const result = register(poste("15/09/2009", "bientôt"));
    expect(result.anomalies("Registre")).toEqual(["error unreadable-date G2"]);
    expect(counted(result)).toEqual([0, 0]);
  });
});

describe("the entry dates left blank are told once a sheet, with their number", () => {
  it("three blank entry dates are reported once, with their number", () => {
    const result = register(poste(null), poste(null), poste(null), poste("15/09/2009"));
    expect(result.anomalies("Registre")).toEqual(["info no-entry-date –"]);
    expect(result.messages.join()).toContain(": 3.");
    expect(counted(result)).toEqual([4, 0]);
  });
});

describe("a status", () => {
  it.each([
    "réformé",
    "Réformée",
    "HS",
    "H.S.",
    "h.s",
    "Hors service",
    "rebut",
    "mis au rebut",
    "volé",
    "perdu",
    "retiré",
    "HS, non réparable",
  ])("« %s » without an exit date is excluded, with an info", (status) => {
    const result = register(poste("15/09/2009", null, status));
    expect(counted(result)).toEqual([0, 0]);
    expect(result.anomalies("Registre")).toEqual(["info out-without-date H2"]);
    expect(result.rows("Registre").reasons).toEqual({ withdrawn: 1 });
  });
  it("a status of « out » follows the exit date, if there is one", () => {
    const result = register(poste("15/09/2009", "15/12/2014", "Réformé"));
    expect(counted(result)).toEqual([1, 0]);
    expect(result.anomalies("Registre")).toEqual([]);
  });
  it.each(["en stock", "Stock", "réserve", "En réserve"])("« %s » is excluded, with a warning", (status) => {
    const result = register(poste("15/09/2009", null, status));
    expect(counted(result)).toEqual([0, 0]);
    expect(result.anomalies("Registre")).toEqual(["warning in-stock H2"]);
    expect(result.rows("Registre").reasons).toEqual({ spare: 1 });
  });
  it.each(["en panne", "en réparation", "En attente de réparation", "prêt"])(
    "« %s » is billed, with a warning",
    (status) => {
      const result = register(poste("15/09/2009", null, status));
      expect(counted(result)).toEqual([1, 0]);
      expect(result.anomalies("Registre")).toEqual(["warning in-repair H2"]);
    },
  );
  it.each(["en service", "OK", "bon", "neuf", "non réformé", null])("« %s » is in service", (status) => {
    const result = register(poste("15/09/2009", null, status));
    expect(counted(result)).toEqual([1, 0]);
    expect(result.anomalies("Registre")).toEqual([]);
  });
});

describe("a machine listed twice", () => {
  const numbered = (inventory: Cell, serial: Cell = null): readonly Cell[] => [
    "Poste client standard",
    inventory,
    serial,
    "15/09/2009",
    null,
    null,
  ];
  it("a machine listed twice under one inventory number is an error on the second, and the first is billed", () => {
    const result = register(numbered("INV-001"), numbered("INV-002"), numbered("inv-001 "));
    expect(counted(result)).toEqual([2, 0]);
    expect(result.anomalies("Registre")).toEqual(["error duplicate-inventory-number D4"]);
    expect(result.rows("Registre")).toMatchObject({ read: 3, billed: 2, error: 1 });
  });
  it("a machine listed twice, its number typed once as a number and once as text, is an error on the second", () => {
    expect(register(numbered(1017), numbered("1017")).anomalies("Registre")).toEqual([
      "error duplicate-inventory-number D3",
    ]);
  });
  it("a machine listed twice in two sheets of the same inputs is an error on the second", () => {
    const one = sheet("Postes", [headers, ["Beure", "École du Bourg", ...numbered("A1")]]);
    const two = sheet("Autres postes", [headers, ["Beure", "École du Bourg", ...numbered("A1")]]);
    const result = read(one, two, effectifs);
    expect(result.anomalies("Postes")).toEqual([]);
    expect(result.anomalies("Autres postes")).toEqual(["error duplicate-inventory-number D2"]);
  });
  it("a machine listed twice under one serial number is a warning on the second, and both are billed", () => {
    const result = register(numbered("A1", "CZC1234"), numbered("A2", "CZC1234"));
    expect(counted(result)).toEqual([2, 0]);
    expect(result.anomalies("Registre")).toEqual(["warning duplicate-serial-number E3"]);
  });
  it.each([null, "", "néant", "NC", "n/a", "?", "inconnu", "illisible", "sans étiquette", "0", 0])(
    "is not told from %j, which is no number",
    (none) => {
      const result = register(numbered(none, none), numbered(none, none));
      expect(counted(result)).toEqual([2, 0]);
      expect(result.anomalies("Registre")).toEqual([]);
    },
  );
});

describe("a machine row", () => {
  it("a machine with a blank commune is in error, even below another of the same school", () => {
    const result = read(
      sheet("Registre", [
        headers,
        ["Beure", "École du Bourg", ...poste("15/09/2009")],
        [null, "École du Bourg", ...poste("15/09/2009")],
      ]),
      effectifs,
    );
    expect(counted(result)).toEqual([1, 0]);
    expect(result.anomalies("Registre")).toEqual(["error missing-commune A3"]);
  });
  it("a machine with a blank label is in error on the label", () => {
    const result = register(poste("15/09/2009"), [null, "A1", "S1", "15/09/2009", null, null]);
    expect(result.anomalies("Registre")).toEqual(["error missing-label C3"]);
    expect(result.rows("Registre")).toMatchObject({ read: 2, billed: 1, error: 1 });
  });
  it("a machine with a number and neither school nor label is in error, and is not a title", () => {
    const result = read(
      sheet("Registre", [
        headers,
        ["Beure", "École du Bourg", ...poste("15/09/2009")],
        ["Beure", null, null, "A7", "S7", "15/09/2009", null, null],
      ]),
      effectifs,
    );
    expect(result.anomalies("Registre").sort()).toEqual(["error missing-label C3", "error missing-school B3"]);
  });
  it("a machine without a serial number in a list of one equipment counts from its school's name", () => {
    const result = read(
      sheet("Postes", [
        ["Poste client standard"],
        ["Commune", "École", "N° de série"],
        ["Beure", "École du Bourg", "CZC4112KX1"],
        ["Beure", "École du Bourg", null],
      ]),
      effectifs,
    );
    expect(counted(result)).toEqual([2, 0]);
    const [machines] = result.reading.quantities.filter(({ prestation }) => prestation === "POSTE_STD");
    expect(machines!.sources.flatMap(({ rows, column }) => rows.map((row) => cellName(row, column)))).toEqual([
      "C3",
      "B4",
    ]);
  });
  it("a machine with an unknown label is in error on the label", () => {
    const result = register(poste("15/09/2009"), ["Bidule", null, null, "15/09/2009", null, null]);
    expect(result.anomalies("Registre")).toEqual(["error unknown-label C3"]);
  });
  it("a machine with an Excel error for a name is in error on it", () => {
    const result = read(
      sheet("Registre", [
        headers,
        ["Beure", error("#N/A"), ...poste("15/09/2009")],
        ["Beure", "École du Bourg", ...poste("15/09/2009")],
      ]),
      effectifs,
    );
    expect(result.anomalies("Registre")).toEqual(["error error-in-name B2"]);
  });
  it("a machine of an equipment without a tariff is excluded with a warning on its label", () => {
    const result = register(poste("15/09/2009"), ["Tablette", null, null, "15/09/2009", null, null]);
    expect(result.anomalies("Registre")).toEqual(["warning untariffed C3"]);
    expect(result.rows("Registre").reasons).toEqual({ untariffed: 1 });
  });
  it("a machine of an equipment without a tariff, long withdrawn, is only withdrawn", () => {
    expect(
      register(poste("15/09/2009"), ["TBI", null, null, "15/09/2009", "15/09/2012", null]).anomalies("Registre"),
    ).toEqual([]);
  });
  it("a printer installed in the window bills its maintenance, without a word on its installation, which has no tariff", () => {
    const result = register(["Imprimante jet d'encre", null, null, "15/03/2014", null, null]);
    expect(counted(result, "IMPRIMANTE")).toEqual([1, 0]);
    expect(result.anomalies("Registre")).toEqual([]);
  });
  it("a spare part counts when it was fitted in the window", () => {
    const part = (entered: Cell): readonly Cell[] => ["Pièce détachée", null, null, entered, null, null];
    expect(counted(register(poste("15/09/2009"), part("15/03/2014"), part("15/03/2012")), "PIECES")).toEqual([0, 1]);
  });
});

describe("a second machine whose unit is the école", () => {
  const server = (entered: Cell): readonly Cell[] => ["Serveur standard", null, null, entered, null, null];
  it("is not billed: one warning, on the second's label", () => {
    const result = register(server("15/09/2009"), server("15/03/2014"), server("15/09/2010"));
    expect(counted(result, "SERVEUR_STD")).toEqual([1, 1]);
    expect(result.anomalies("Registre")).toEqual(["warning more-than-one-a-school C3"]);
  });
  it("two such machines installed in the window have one warning", () => {
    const result = register(server("15/03/2014"), server("15/04/2014"));
    expect(counted(result, "SERVEUR_STD")).toEqual([1, 1]);
    expect(result.anomalies("Registre")).toEqual(["warning more-than-one-a-school C3"]);
  });
  it("is billed with the option « each »", () => {
    const rows = [headers, ...[1, 2].map(() => ["Beure", "École du Bourg", ...server("15/09/2009")])];
    const result = readWith({ schoolUnit: "each" }, sheet("Registre", rows), effectifs);
    expect(counted(result, "SERVEUR_STD")).toEqual([2, 0]);
    expect(result.anomalies("Registre")).toEqual([]);
  });
});

test.each(["Parti le", "Enlevé le", "Jeté le", "Départ"])("« %s » over dates says when a machine left", (heading) => {
  const result = read(
    sheet("Registre", [
      ["Commune", "École", "Désignation", "Arrivé le", heading],
      ["Saône", "Lilas", "Poste client standard", "15/03/2010", "30/06/2014"],
      ["Saône", "Lilas", "Poste client standard", "15/03/2010", null],
    ]),
  );
  expect(result.quantity("Lilas", "POSTE_STD")).toBe(1);
});

test("a machine of a « Groupe scolaire », a cell of it blank, is no heading", () => {
  const machine = (serial: string, date: number) => [
    "Groupe scolaire",
    serial,
    "Poste client standard",
    "En service",
    null,
    "Saône",
    date,
  ];
  const result = read(
    sheet("Registre", [
      ["École", "N° de série", "Désignation", "État", "Date de sortie", "Commune", "Mise en service"],
      machine("SN1", 39550),
      machine("SN2", 39551),
      machine("SN3", 41879),
    ]),
  );
  expect([result.quantity("Groupe scolaire", "POSTE_STD"), result.anomalies("Registre")]).toEqual([3, []]);
});

test("an exit on 31/12/9999 or 0000-00-00 is no exit, among exits with a date", () => {
  const exits: readonly Cell[] = ["0000-00-00", "31/12/9999", 2958465, "03/07/2014"];
  const result = register(...exits.map((exit) => poste("15/09/2009", exit)));
  expect(counted(result)).toEqual([3, 0]);
  expect(result.rows("Registre").reasons).toEqual({ withdrawn: 1 });
  expect(result.anomalies().filter((each) => each.startsWith("error"))).toEqual([]);
});
