import type { Cell } from "../../../src/cells";
import { error, read, sheet, type Read } from "../workbook-of";

const headers = ["Commune", "École", "Prestation", "Nature", "Quantité", "Date"];

/** Items of one school, below its headcount. */
function items(...rows: readonly (readonly Cell[])[]): Read {
  return read(
    sheet("Suivi", [
      headers,
      ["Beure", "École du Bourg", "Accès Portail éducatif/enfant", "Maintenance", 50, null],
      ["Beure", "École du Bourg", "Pack logiciel / école", "Maintenance", 1, null],
      ...rows.map((cells) => ["Beure", "École du Bourg", ...cells]),
    ]),
  );
}

const posts = (result: Read): [number, number] => [
  result.quantity("École du Bourg", "POSTE_STD", "maintenance"),
  result.quantity("École du Bourg", "POSTE_STD", "installation"),
];

describe("a list of items with a nature in each row", () => {
  it("each row of a list of items counts under its own nature", () => {
    const result = items(
      ["Poste client standard", "Maintenance", 12, null],
      ["Poste client standard", "Installation", 2, "15/03/2014"],
    );
    expect(posts(result)).toEqual([12, 2]);
    expect(result.quantity("École du Bourg", "PORTAIL")).toBe(50);
    expect(result.anomalies()).toEqual([]);
  });

  it.each([
    [null, "missing-nature"],
    ["", "missing-nature"],
    ["Divers", "unknown-nature"],
    [3, "unknown-nature"],
    [error("#N/A"), "unknown-nature"],
  ] as [Cell, string][])("a nature of %j is an error on it, the row not billed", (nature, code) => {
    const result = items(["Poste client standard", nature, 12, null], ["Poste spécifique", "Maintenance", 1, null]);
    expect(posts(result)).toEqual([0, 0]);
    expect(result.anomalies()).toEqual([`error ${code} D4`]);
    expect(result.rows()).toMatchObject({ read: 4, billed: 3, error: 1 });
  });

  it("the same school, prestation and nature twice are added, with a warning on the second", () => {
    const result = items(
      ["Poste client standard", "Maintenance", 12, null],
      ["Poste client standard", "Maintenance", 3, null],
    );
    expect(posts(result)).toEqual([15, 0]);
    expect(result.anomalies()).toEqual(["warning item-twice E5"]);
  });

  it.each(["01/11/2013", "15/03/2012"])(
    "an installation dated %s, before the window, is not billed: warning on the date",
    (date) => {
      const result = items(
        ["Poste client standard", "Maintenance", 12, null],
        ["Poste client standard", "Installation", 2, date],
      );
      expect(posts(result)).toEqual([12, 0]);
      expect(result.anomalies()).toEqual(["warning installed-outside-window F5"]);
    },
  );

  it("an installation dated after the window is not billed: warning on the date", () => {
    const result = items(["Poste client standard", "Installation", 2, "02/11/2014"]);
    expect(posts(result)).toEqual([0, 0]);
    expect(result.anomalies()).toEqual(["warning after-snapshot F4"]);
    expect(result.rows().reasons).toEqual({ "after-snapshot": 1 });
  });

  it.each(["02/11/2013", "01/11/2014", null])("an installation dated %j is billed", (date) => {
    const result = items(
      ["Poste client standard", "Maintenance", 12, null],
      ["Poste client standard", "Installation", 2, date],
    );
    expect(posts(result)).toEqual([12, 2]);
    expect(result.anomalies()).toEqual([]);
  });

  it("a date that cannot be read is one error, the item not billed", () => {
    const result = items(["Poste client standard", "Installation", 2, "cet hiver"]);
    expect(posts(result)).toEqual([0, 0]);
    expect(result.anomalies()).toEqual(["error unreadable-date F4"]);
  });

  it("more installed than in service is billed as written, with a warning on the installed cell", () => {
    const result = items(
      ["Poste client standard", "Installation", 5, "15/03/2014"],
      ["Poste client standard", "Maintenance", 3, null],
    );
    expect(posts(result)).toEqual([3, 5]);
    expect(result.anomalies()).toEqual(["warning more-installed E4"]);
  });

  it("a row with nothing to count is excluded, whatever is missing beside", () => {
    const result = items(["Poste client standard", null, 0, null], ["Poste client standard", null, null, "cet hiver"]);
    expect(result.anomalies()).toEqual([]);
    expect(result.rows().reasons).toEqual({ zero: 2 });
  });
});

describe("the prestation of a row", () => {
  it("left blank beside a quantity is an error on it", () => {
    expect(items([null, "Maintenance", 3, null]).anomalies()).toEqual(["error missing-label C4"]);
  });
  it("an Excel error beside a quantity is an error that quotes it", () => {
    const result = items([error("#REF!"), "Maintenance", 3, null]);
    expect(result.anomalies()).toEqual(["error error-in-name C4"]);
    expect(result.messages[0]).toContain("#REF!");
  });
  it("unknown beside a quantity is an error on it", () => {
    expect(items(["Bidule", "Maintenance", 3, null]).anomalies()).toEqual(["error unknown-label C4"]);
  });
  it.each(["Postes", "Logiciels"])("« %s », ambiguous, is an error on it", (label) => {
    expect(items([label, "Maintenance", 3, null]).anomalies()).toEqual(["error ambiguous-label C4"]);
  });
  it("a prestation without a tariff is a warning on the quantity, and its row is excluded", () => {
    const result = items(["Vidéoprojecteur", "Maintenance", 3, null]);
    expect(result.anomalies()).toEqual(["warning untariffed E4"]);
    expect(result.rows().reasons).toEqual({ untariffed: 1 });
  });
  it("a prestation and a commune at fault on one row are both reported", () => {
    const result = read(
      sheet("Suivi", [
        headers,
        ["Beure", "École du Bourg", "Accès portail", "Maintenance", 50, null],
        ["Beure", "École du Bourg", "Poste client standard", "Maintenance", 5, null],
        ["Beurre", "École du Bourg", "Bidule", "Maintenance", 5, null],
      ]),
    );
    expect(
      result
        .anomalies()
        .filter((line) => line.startsWith("error"))
        .sort(),
    ).toEqual(["error unknown-commune A4", "error unknown-label C4"]);
  });
});

describe("the nature in the label", () => {
  it("counts the row where no column gives it", () => {
    const result = read(
      sheet("Suivi", [
        ["Commune", "École", "Prestation", "Quantité"],
        ["Beure", "École du Bourg", "Effectif", 50],
        ["Beure", "École du Bourg", "Pack logiciel", 1],
        ["Beure", "École du Bourg", "Postes clients standard en service", 12],
        ["Beure", "École du Bourg", "Postes clients standard installés", 2],
      ]),
    );
    expect(posts(result)).toEqual([12, 2]);
    expect(result.anomalies()).toEqual([]);
  });
});

describe("the natures in the columns", () => {
  it("each column counts under its own, and blocks of communes and schools are filled down", () => {
    const result = read(
      sheet("Suivi", [
        ["Commune", "École", "Prestation", "Installation", "Maintenance"],
        ["Beure", "École du Bourg", "Effectif", null, 50],
        [null, null, "Pack logiciel", 1, 1],
        [null, null, "Poste client standard", 2, 12],
        [null, "École du Haut", "Effectif", null, 30],
        [null, null, "Pack logiciel", null, 1],
        ["Morre", "École du Haut", "Effectif", null, 20],
        [null, null, "Pack logiciel", null, 1],
      ]),
    );
    expect(result.anomalies()).toEqual([]);
    expect(posts(result)).toEqual([12, 2]);
    expect(result.quantity("École du Bourg", "PACK", "installation")).toBe(1);
    expect(result.reading.schools.map(({ commune, name }) => `${commune.name} ${name}`)).toEqual([
      "Beure École du Bourg",
      "Beure École du Haut",
      "Morre École du Haut",
    ]);
  });
});

describe("batches with their dates and no nature", () => {
  const batches = (...rows: readonly (readonly Cell[])[]): Read =>
    read(
      sheet("Parc", [
        ["Commune", "École", "Matériel", "Quantité", "Mis en service le", "Retiré le", "État"],
        ...rows.map((cells) => ["Beure", "École du Bourg", ...cells]),
      ]),
      sheet("Effectifs", [
        ["Commune", "École", "Élèves"],
        ["Beure", "École du Bourg", 50],
      ]),
    );
  it("count as machines do: in service on S, and installed inside W", () => {
    // In service 10 + 5 + 2 = 17; installed in the window 5 + 3 = 8, of which 3 withdrawn since.
    const result = batches(
      ["Poste client standard", 10, "15/09/2009", null, null],
      ["Poste client standard", 5, "15/03/2014", null, null],
      ["Poste client standard", 3, "15/03/2014", "15/06/2014", null],
      ["Poste client standard", 4, "15/09/2009", "15/06/2014", null],
      ["Poste client standard", 2, null, null, null],
      ["Poste client standard", 7, "15/09/2009", null, "Réformé"],
      ["Poste client standard", 1, "15/12/2014", null, null],
    );
    expect(posts(result)).toEqual([17, 8]);
    expect(result.anomalies("Parc")).toEqual([
      "info out-without-date G7",
      "warning after-snapshot E8",
      "info no-entry-date –",
    ]);
    expect(result.rows("Parc").reasons).toEqual({ withdrawn: 2, "after-snapshot": 1 });
  });
});

describe("batches with a status or an exit date only", () => {
  const effectifs = sheet("Effectifs", [
    ["Commune", "École", "Élèves"],
    ["Beure", "École du Bourg", 50],
  ]);
  it("count what is in service; spare parts are installed", () => {
    const result = read(
      sheet("Parc", [
        ["Commune", "École", "Matériel", "Quantité", "Retiré le", "État"],
        ["Beure", "École du Bourg", "Poste client standard", 3, null, "En service"],
        ["Beure", "École du Bourg", "Poste client standard", 4, null, "Réformé"],
        ["Beure", "École du Bourg", "Poste client standard", 5, "15/06/2014", null],
        ["Beure", "École du Bourg", "Pièces détachées", 2, null, null],
      ]),
      effectifs,
    );
    expect(posts(result)).toEqual([3, 0]);
    expect(result.quantity("École du Bourg", "PIECES", "installation")).toBe(2);
    expect(result.anomalies("Parc")).toEqual(["info out-without-date F3"]);
    expect(result.rows("Parc").reasons).toEqual({ withdrawn: 2 });
  });
});

describe("a register with a column of quantities", () => {
  it("tells the same inventory number twice, as any register", () => {
    const result = read(
      sheet("Parc", [
        ["N° inventaire", "Commune", "École", "Matériel", "Quantité"],
        ["P1", "Beure", "École du Bourg", "Effectif", 50],
        ["P2", "Beure", "École du Bourg", "Poste client standard", 1],
        ["P3", "Beure", "École du Bourg", "Poste spécifique", 1],
        ["P2", "Beure", "École du Bourg", "Poste client standard", 1],
      ]),
    );
    expect(posts(result)).toEqual([1, 0]);
    expect(result.anomalies().filter((line) => line.startsWith("error"))).toEqual([
      "error duplicate-inventory-number A5",
    ]);
  });
});

it("the same serial number twice is a warning, where no column gives an inventory number", () => {
  const result = read(
    sheet("Parc", [
      ["Commune", "École", "Matériel", "Quantité", "N° de série"],
      ["Beure", "École du Bourg", "Effectif", 50, null],
      ["Beure", "École du Bourg", "Poste client standard", 1, "S1"],
      ["Beure", "École du Bourg", "Poste spécifique", 1, "S1"],
    ]),
  );
  expect(result.anomalies()).toContain("warning duplicate-serial-number E4");
});

describe("a sheet of one kind of equipment, its types in the rows", () => {
  const servers = (first: Cell): Read =>
    read(
      sheet("Serveurs", [
        ["Id", "Commune", "École", "Type de serveur", "En service", "Installés en 2014"],
        [101, "Beure", "École du Bourg", "Standard", first, "—"],
        [102, "Beure", "École du Haut", "Standard", 1, 1],
        [103, "Beure", "École du Haut", "Spécifique", 1, "—"],
      ]),
      sheet("Effectifs", [
        ["Commune", "École", "Élèves"],
        ["Beure", "École du Bourg", 50],
        ["Beure", "École du Haut", 40],
      ]),
    );
  it("counts what is in service and what was installed of it", () => {
    expect(
      servers(1)
        .anomalies()
        .filter((line) => line.startsWith("error")),
    ).toEqual([]);
    expect(servers(1).quantity("École du Haut", "SERVEUR_STD")).toBe(1);
  });
  it("a letter typed for a figure is told, and makes no state of the figures", () => {
    expect(servers("O").anomalies("Serveurs")).toEqual(["error quantity-letter-o E2"]);
    expect(servers("O").quantity("École du Haut", "SERVEUR_STD")).toBe(1);
  });
  it("its « Id » begins again on another sheet, and repeats no number of the first", () => {
    const result = read(
      sheet("Serveurs", [
        ["Id", "Commune", "École", "Type de serveur", "En service"],
        [101, "Beure", "École du Bourg", "Standard", 1],
      ]),
      sheet("Postes", [
        ["Id", "Commune", "École", "Type de poste", "En service"],
        [101, "Beure", "École du Bourg", "Standard", 8],
      ]),
    );
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(8);
  });
});

test("« Type de serveur » in a table of packs says what the school has, and counts no server", () => {
  const result = read(
    sheet("Parc", [
      ["Packs logiciels – situation au 01/11/2014"],
      [],
      ["Commune", "École", "En service", "Installés en 2014", "Type de serveur"],
      ["Beure", "École du Bourg", 1, null, "Kwartz"],
      ["Beure", "École du Haut", 1, 1, "Synology"],
    ]),
    sheet("Effectifs", [
      ["Commune", "École", "Élèves"],
      ["Beure", "École du Bourg", 50],
      ["Beure", "École du Haut", 40],
    ]),
  );
  expect(["PACK", "SERVEUR_STD"].map((code) => result.quantity("École du Haut", code))).toEqual([1, 0]);
  expect(result.anomalies().filter((line) => line.startsWith("error"))).toEqual([]);
});

describe("« dont installés » right below an item", () => {
  const rows = (...items: [string, string, number][]) =>
    read(
      sheet("Suivi", [
        ["Commune", "École", "Prestation", "Quantité"],
        ["Beure", "École du Bourg", "Effectif", 50],
        ...items.map(([school, label, quantity]) => ["Beure", school, label, quantity]),
      ]),
    );
  it.each(["dont installés", "dont installés en 2013-2014", "dont neufs depuis le 01/11/2013"])(
    "« %s » counts what of it was installed",
    (part) => {
      const result = rows(["École du Bourg", "Postes clients standard", 12], ["École du Bourg", part, 3]);
      expect(posts(result)).toEqual([12, 3]);
      expect(result.anomalies().filter((line) => line.startsWith("error"))).toEqual([]);
    },
  );
  it("is asked below another school's, and left out where it is another year's", () => {
    const apart = rows(["École du Haut", "Postes clients standard", 12], ["École du Bourg", "dont installés", 3]);
    expect(apart.anomalies()).toContain("error unknown-label C4");
    expect(posts(apart)).toEqual([0, 0]);
    const old = rows(
      ["École du Bourg", "Postes clients standard", 12],
      ["École du Bourg", "dont installés en 2012", 3],
    );
    expect(old.anomalies()).toContain("warning row-other-year C4");
    expect(posts(old)).toEqual([12, 0]);
  });
});

describe("a column that changes what the quantity beside it counts", () => {
  it.each<[string, Cell, Cell, string]>([
    ["Unité", "u", "lot", "error unclear-header E1"],
    ["Unité", "poste", "lot de 5", "error unclear-header E1"],
    ["Coefficient", 1, 0.5, "error correcting-text E3"],
  ])("is asked: « %s | %s | %s »", (header, first, second, told) => {
    const result = read(
      sheet("Suivi", [
        ["Commune", "École", "Prestation", "Quantité", header],
        ["Beure", "École du Bourg", "Serveur standard", 1, first],
        ["Beure", "École du Bourg", "Poste client standard", 12, second],
        ["Beure", "École du Bourg", "Accès Portail éducatif/enfant", 50, first],
      ]),
    );
    expect(result.anomalies().filter((each) => each.startsWith("error"))).toContain(told);
  });
});
