import type { Cell } from "../../../src/cells";
import type { Options, RepeatRule } from "../../../src/options";
import { readWith, sheet, type SheetSpec } from "../workbook-of";

const schools = ["A", "B", "C"];
const headers = ["Commune", "École", "Postes clients standard"];
const table = (name: string, posts: number, title: readonly (readonly Cell[])[] = []): SheetSpec =>
  sheet(name, [...title, headers, ...schools.map((school) => ["Beure", school, posts])]);
const pupils = sheet("Effectifs", [["Commune", "École", "Élèves"], ...schools.map((school) => ["Beure", school, 20])]);
const read = (options: Partial<Options>, ...sheets: SheetSpec[]) => readWith(options, ...sheets, pupils);
const errors = (result: ReturnType<typeof read>) => result.anomalies().filter((line) => line.startsWith("error"));

describe("a school that stands twice in one table", () => {
  const rows: readonly (readonly Cell[])[] = [
    ["Commune", "École", "Élèves", "Postes clients standard"],
    ["Beure", "A", 20, 3],
    ["Beure", "B", 30, 4],
    ["Beure", "A", 20, 5],
  ];
  const once = (as: RepeatRule): Partial<Options> => ({
    repeats: [{ file: null, sheet: "Parc", cell: "A1", was: "Commune", as }],
  });

  it("is asked once for the table, and told at each school from then on: its row is left out", () => {
    const result = readWith(once("first"), sheet("Parc", rows));
    expect(result.quantity("A", "POSTE_STD")).toBe(3);
    expect(result.anomalies("Parc")).toEqual(["info repeat-chosen B4"]);
    expect(result.messages.join()).toContain("ces quantités ne sont pas facturées");
  });

  it("a school twice in one table is added when the user says so, its same headcount counted once and reported", () => {
    const result = readWith(once("added"), sheet("Parc", rows));
    expect(result.quantity("A", "POSTE_STD")).toBe(3 + 5);
    expect(result.quantity("A", "PORTAIL")).toBe(20);
    expect(result.anomalies("Parc")).toEqual(["info repeat-chosen B4", "info headcount-again C4"]);
  });

  it("is billed as its last row says when the user says so, the earlier ones being left out", () => {
    const result = readWith(once("last"), sheet("Parc", [...rows, ["Beure", "A", 20, 6]]));
    expect(result.quantity("A", "POSTE_STD")).toBe(6);
    expect(result.anomalies("Parc")).toEqual(["info repeat-chosen B2", "info repeat-chosen B4"]);
    expect(result.rows("Parc")).toMatchObject({ billed: 2, reasons: { "duplicate-source": 2 } });
  });

  it("is asked at its second row, and at each later one, with the first of them, and its first is billed", () => {
    const result = readWith({}, sheet("Parc", [...rows, ["Beure", "A", 20, 6]]));
    expect(result.anomalies("Parc")).toEqual(["error duplicate-school B4", "error duplicate-school B5"]);
    expect(result.reading.anomalies.slice(0, 2).map(({ params }) => params)).toEqual([
      expect.objectContaining({ school: "A", commune: "Beure", first: "B2" }),
      expect.objectContaining({ school: "A", commune: "Beure", first: "B2" }),
    ]);
    expect(result.quantity("A", "POSTE_STD")).toBe(3);
    expect(result.rows("Parc")).toMatchObject({ billed: 2, error: 2 });
  });

  it("another headcount is added without a word", () => {
    const others = rows.map((row, index) => (index === 3 ? ["Beure", "A", 25, 5] : row));
    const result = readWith(once("added"), sheet("Parc", others));
    expect(result.quantity("A", "PORTAIL")).toBe(20 + 25);
    expect(result.anomalies("Parc")).toEqual(["info repeat-chosen B4"]);
  });

  it("a school that comes again after the choice is told as those that were asked about", () => {
    const later = rows.map((row, index) => (index === 2 ? ["Beure", "A", 20, 4] : row));
    const result = readWith(once("first"), sheet("Parc", later));
    expect(result.anomalies("Parc")).toEqual(["info repeat-chosen B3", "info repeat-chosen B4"]);
  });

  it("is told of each row that is added, with the place of the other", () => {
    const result = readWith(once("added"), sheet("Parc", rows));
    const told = result.reading.anomalies.find(({ code }) => code === "repeat-chosen")!;
    expect(told.params).toMatchObject({ school: "A", commune: "Beure", first: "B2", added: 1 });
    expect(told.params).not.toHaveProperty("kept");
  });

  it("is asked where the natures of its rows are left blank", () => {
    const natures = [
      ["Commune", "École", "Nature", "Postes clients standard"],
      ["Beure", "A", null, 5],
      ["Beure", "B", "M", 4],
      ["Beure", "A", null, 3],
    ];
    expect(errors(read({}, sheet("Parc", natures)))).toEqual(["error missing-nature C2", "error duplicate-school B4"]);
  });

  it("is asked where its second row is blank, which « last » would bill", () => {
    expect(errors(readWith({}, sheet("Parc", [...rows.slice(0, 3), ["Beure", "A", 20, null]])))).toEqual([
      "error duplicate-school B4",
    ]);
    expect(errors(read({}, sheet("Parc", [...rows.slice(0, 3), ["Beure", "A", null, null]])))).toContain(
      "error duplicate-school B4",
    );
  });

  it("is asked where its second row is all blank", () => {
    const blank = sheet("Parc", [headers, ["Beure", "A", 5], ["Beure", "A", null], ["Beure", "B", 4]]);
    expect(errors(read({}, blank))).toContain("error duplicate-school B3");
  });

  it("is no repeat of another school under the same name in another commune", () => {
    const result = readWith({}, sheet("Parc", [...rows.slice(0, 3), ["Pirey", "A", 25, 5]]));
    expect(result.anomalies("Parc")).toEqual([]);
  });
});

describe("a school over several rows that something tells apart", () => {
  const head = ["Commune", "École", "Nature", "Postes clients standard", "Serveur standard"];
  const of = (result: ReturnType<typeof read>) => [
    result.quantity("A", "POSTE_STD"),
    result.quantity("A", "POSTE_STD", "installation"),
    result.quantity("A", "SERVEUR_STD"),
  ];

  it("is billed for each nature that its rows write", () => {
    const result = read({}, sheet("Parc", [head, ["Beure", "A", "M", 5, 1], ["Beure", "A", "I", 2, null]]));
    expect([of(result), result.anomalies("Parc")]).toEqual([[5, 2, 1], []]);
  });
  it("is billed for the sum of the rows of one nature, with a warning at each number but those of none", () => {
    const rows = [head, ["Beure", "A", "M", 5, null], ["Beure", "A", "m", 3, 0], ["Beure", "A", "M", null, 1]];
    const result = read({}, sheet("Parc", rows));
    expect([of(result), result.anomalies("Parc")]).toEqual([
      [8, 0, 1],
      ["warning item-twice D3", "warning item-twice E4"],
    ]);
    expect(result.reading.anomalies.find(({ cell }) => cell === "E4")?.params).toMatchObject({
      school: "A",
      label: "Serveur standard",
    });
  });
  it("is billed for each nature that heads its rows", () => {
    const [, school, , ...counts] = head;
    const rows = [["Commune", school!, ...counts], ["Maintenance"], ["Beure", "A", 5, 1], ["Beure", "B", 4, 1]];
    const result = read(
      {},
      sheet("Parc", [...rows, ["Installation"], ["Beure", "A", 2, null], ["Beure", "B", 1, null]]),
    );
    expect([of(result), result.anomalies("Parc")]).toEqual([[5, 2, 1], []]);
  });
  it("is billed once for its levels, beside their total", () => {
    const rows = [
      ["CP", 20],
      ["CE1", 22],
      ["Total", 42],
    ].map((cells) => ["Beure", "A", ...cells]);
    const levels = [["Commune", "École", "Niveau", "Élèves"], ...rows, ["Beure", "B", "CP", 10]];
    const result = readWith({}, table("Parc", 5), sheet("Effectifs", levels));
    expect([result.quantity("A", "PORTAIL"), result.anomalies("Effectifs")]).toEqual([42, []]);
  });
  it("is billed once for its levels, beside the total of some of them and that of all", () => {
    const rows = [
      ["PS", 20],
      ["MS", 22],
      ["Total maternelle", 42],
      ["CP", 15],
      ["CE1", 14],
      ["Total élémentaire", 29],
      ["Total", 71],
    ].map((cells) => ["Beure", "A", ...cells]);
    const levels = [["Commune", "École", "Niveau", "Élèves"], ...rows, ["Beure", "B", "CP", 10]];
    const result = readWith({}, table("Parc", 5), sheet("Effectifs", levels));
    expect([result.quantity("A", "PORTAIL"), result.anomalies("Effectifs")]).toEqual([71, []]);
  });
  it("is asked about where it has two totals of the same levels", () => {
    const rows = [
      ["CP", 20],
      ["CE1", 22],
      ["Total", 42],
      ["Total", 44],
    ].map((cells) => ["Beure", "A", ...cells]);
    const levels = [["Commune", "École", "Niveau", "Élèves"], ...rows, ["Beure", "B", "CP", 10]];
    const result = readWith({}, table("Parc", 5), sheet("Effectifs", levels));
    expect(result.anomalies("Effectifs")).toEqual(["error duplicate-school B5"]);
  });
  it("is asked about where one of its levels comes again", () => {
    const rows = [
      ["CP", 20],
      ["CE1", 22],
      ["cp", 20],
    ].map((cells) => ["Beure", "A", ...cells]);
    const levels = [["Commune", "École", "Niveau", "Élèves"], ...rows, ["Beure", "B", "CP", 10]];
    const result = readWith({}, table("Parc", 5), sheet("Effectifs", levels));
    expect([result.quantity("A", "PORTAIL"), result.anomalies("Effectifs")]).toEqual([
      42,
      ["error duplicate-school B4"],
    ]);
  });
});

describe("a prestation that stands twice for a school", () => {
  const post = "Poste client standard";
  const rows = (...more: readonly (readonly Cell[])[]) => more.map((cells) => ["Beure", "A", ...cells]);
  const lines = (heads: readonly string[], ...more: readonly (readonly Cell[])[]) =>
    read({}, sheet("Lignes", [["Commune", "École", "Prestation", ...heads], ...rows(...more)]));
  const of = (result: ReturnType<typeof read>) => [result.quantity("A", "POSTE_STD"), result.anomalies("Lignes")];

  it.each([
    ["05/10/2014", "05/10/2014", ["warning item-twice E3"]],
    [null, "05/10/2014", ["warning item-twice E3"]],
    ["05/10/2014", null, ["warning item-twice E3"]],
  ])("adds up where nature is written and no two surveys are told: %p, %p", (one, other, told) => {
    const result = lines(["Nature", "Quantité", "Date du relevé"], [post, "M", 5, one], [post, "M", 3, other]);
    expect(of(result)).toEqual([8, told]);
  });
  it("is asked where its rows are of two surveys", () => {
    const result = lines(
      ["Nature", "Quantité", "Date du relevé"],
      [post, "M", 5, "05/10/2014"],
      [post, "M", 3, "06/10/2014"],
    );
    expect(result.quantity("A", "POSTE_STD")).toBe(5);
    expect(errors(result)).toEqual(["error item-repeated E3"]);
  });
  it("adds up where what is not read says the same of its rows, and is asked where it does not", () => {
    const said = (one: string, other: string) =>
      lines(["Nature", "Quantité", "Sens"], [post, "M", 5, one], [post, "M", 3, other]);
    expect(said("+", " + ").quantity("A", "POSTE_STD")).toBe(8);
    expect(said("+", "-").quantity("A", "POSTE_STD")).toBe(5);
    expect(said("BCD", "-").quantity("A", "POSTE_STD")).toBe(8);
  });
  it("adds up whatever what is read and counts nothing says of its rows: a price, a number of order", () => {
    const result = lines(
      ["Nature", "Quantité", "Prix (€)", "N° de bon"],
      [post, "M", 5, 100, "B1"],
      [post, "M", 3, 90, "B2"],
    );
    expect(of(result)).toEqual([8, ["warning item-twice E3"]]);
  });
  it("is asked where its rows are of two dates that are not understood", () => {
    const result = lines(["Nature", "Quantité", "Vu le"], [post, "M", 5, "05/10/2014"], [post, "M", 3, "06/10/2014"]);
    expect([result.quantity("A", "POSTE_STD"), errors(result)]).toEqual([5, ["error item-repeated E3"]]);
  });
  it.each(["Mise en service le", "Date de commande"])("adds up with a warning under two dates « %s »", (heading) => {
    const result = lines(["Nature", "Quantité", heading], [post, "M", 5, "05/10/2009"], [post, "M", 3, "06/10/2009"]);
    expect(of(result)).toEqual([8, ["warning item-twice E3"]]);
    const [told] = result.reading.anomalies.filter(({ code }) => code === "item-twice");
    expect(told!.params).toMatchObject({ school: "A", label: post });
  });
  it("adds up with a warning where its label is of installations, as no date decides its nature", () => {
    const installed = "Installation de poste client standard";
    const result = lines(
      ["Quantité", "Mise en service le"],
      [installed, 2, "15/09/2014"],
      [installed, 3, "16/09/2014"],
    );
    expect(result.quantity("A", "POSTE_STD", "installation")).toBe(5);
    expect(result.anomalies("Lignes")).toEqual(["warning item-twice D3"]);
  });
  it("adds up with a warning where its nature is written, whatever the dates of its rows", () => {
    const result = lines(
      ["Nature", "Quantité", "Mise en service le"],
      [post, "I", 5, "15/09/2014"],
      [post, "I", 3, "16/09/2014"],
    );
    expect(result.quantity("A", "POSTE_STD", "installation")).toBe(8);
    expect(result.anomalies("Lignes")).toEqual(["warning item-twice E3"]);
  });
  it.each(["Date du relevé", "Sens"])("adds up in silence where the user says so, whatever « %s » says", (heading) => {
    const twice = sheet("Lignes", [
      ["Commune", "École", "Prestation", "Nature", "Quantité", heading],
      ...rows([post, "M", 5, "05/10/2014"], [post, "M", 3, "06/10/2014"]),
    ]);
    const result = read({ repeats: [{ file: null, sheet: "Lignes", cell: "A1", was: "Commune", as: "added" }] }, twice);
    expect([result.quantity("A", "POSTE_STD"), errors(result)]).toEqual([8, []]);
    expect(result.anomalies("Lignes")).not.toContain("warning item-twice E3");
  });
  it("adds up under a heading that the user chose to ignore", () => {
    const twice = sheet("Lignes", [
      ["Commune", "École", "Prestation", "Nature", "Quantité", "Sens"],
      ...rows([post, "M", 5, "+"], [post, "M", 3, "-"]),
    ]);
    const result = read({ mappings: [{ file: null, sheet: "Lignes", cell: "F1", as: "ignorer" }] }, twice);
    expect(of(result)).toEqual([8, ["warning item-twice E3"]]);
  });
  it("is asked about where it stands below a header repeated, even with its nature", () => {
    const header = ["Commune", "École", "Prestation", "Nature", "Quantité"];
    const blocks = sheet("Lignes", [
      header,
      ...rows([post, "M", 5], ["Serveur standard", "M", 1]),
      header,
      ...rows([post, "M", 3], [post, "M", 2]),
    ]);
    const result = read({}, blocks);
    expect([result.quantity("A", "POSTE_STD"), errors(result)]).toEqual([
      5,
      ["error item-repeated E5", "error item-repeated E6"],
    ]);
  });
  it("adds up where it stands twice above a header repeated, or twice below it, with its nature", () => {
    const header = ["Commune", "École", "Prestation", "Nature", "Quantité"];
    const other = "Poste spécifique";
    const blocks = [header, ...rows([post, "M", 5], [post, "M", 1]), header, ...rows([other, "M", 3], [other, "M", 2])];
    const result = read({}, sheet("Lignes", blocks));
    expect([result.quantity("A", "POSTE_STD"), result.quantity("A", "POSTE_SPEC"), errors(result)]).toEqual([6, 5, []]);
  });
  it("adds up under numbers of order that no heading explains, and is asked under another machine's", () => {
    const said = (heading: string, one: Cell, other: Cell) =>
      lines(["Nature", "Quantité", heading], [post, "M", 5, one], [post, "M", 3, other]);
    expect(errors(said("Quidem", 25_056_001, 25_056_002))).not.toContain("error item-repeated E3");
    expect(errors(said("Remplace", "X", "Y"))).toContain("error item-repeated E3");
  });
  it("is asked about where it is its pupils, whole", () => {
    const result = readWith(
      {},
      table("Parc", 5),
      sheet("Lignes", [["Commune", "École", "Prestation", "Quantité"], ...rows(["Élèves", 20], ["Élèves", 20])]),
    );
    expect(errors(result)).toContain("error item-repeated D3");
  });
  it("is asked about where it is its pupils, among machines with dates", () => {
    const dated = sheet("Lignes", [
      ["Commune", "École", "Prestation", "Quantité", "Mise en service le"],
      ...rows(["Élèves", 20, null], [post, 5, "15/09/2009"], ["Élèves", 20, null]),
    ]);
    const result = readWith({}, dated);
    expect([result.quantity("A", "PORTAIL"), errors(result)]).toEqual([20, ["error item-repeated D4"]]);
  });
  it("is asked about in each form, once for its label, with the row of the first", () => {
    const form = (school: string, count: number): Cell[][] => [
      ["École", school],
      ["Commune", "Beure"],
      ["Effectif", 20],
      ["Matériel", "En service"],
      [`${post}s`, count],
      ["Serveur standard", 1],
      [`${post}s`, 2],
      [],
    ];
    const forms = readWith({}, sheet("Fiches", [...form("A", 5), ...form("B", 4)]));
    const asked = forms.reading.anomalies.filter(({ code }) => code === "item-repeated").map(({ params }) => params);
    expect(asked).toEqual([
      expect.objectContaining({ school: "A", label: `${post}s`, first: "5" }),
      expect.objectContaining({ school: "B", label: `${post}s`, first: "13" }),
    ]);
    expect(asked[0]!["cause"]).toBe(asked[1]!["cause"]);
  });
  it("adds up in silence where its rows are batches with dates of their own", () => {
    const result = lines(["Quantité", "Mise en service le"], [post, 5, "15/09/2009"], [post, 3, "15/09/2010"]);
    expect(of(result)).toEqual([8, []]);
  });
  it("adds up in silence where its rows are deliveries of several days", () => {
    const parc = sheet("Parc", [
      ["Commune", "École", "Postes clients standard"],
      ["Beure", "A", 9],
    ]);
    const delivered = sheet("Livraisons", [
      ["Commune", "École", "Prestation", "Installés", "Date de mise en service"],
      ...rows([post, 5, "15/09/2014"], [post, 3, "16/09/2014"]),
    ]);
    const result = read({}, parc, delivered);
    expect(result.quantity("A", "POSTE_STD", "installation")).toBe(8);
    expect(result.anomalies("Livraisons")).toEqual([]);
  });
  it("adds up where its rows are of two parts of its pupils", () => {
    const result = readWith(
      {},
      table("Parc", 5),
      sheet("Lignes", [
        ["Commune", "École", "Prestation", "Quantité"],
        ...rows(["Effectif maternelle", 20], ["Effectif élémentaire", 30]),
      ]),
    );
    expect([result.quantity("A", "PORTAIL"), result.anomalies("Lignes")]).toEqual([50, []]);
  });
  it("adds up in silence in a list of machines", () => {
    const result = lines(["N° inventaire"], [post, "P1"], [post, "P2"]);
    expect(result.quantity("A", "POSTE_STD")).toBe(2);
    expect(errors(result)).toEqual([]);
  });
  it("is asked about without what it has under a heading of installations, which counts apart", () => {
    const result = lines(["En service", "Installés"], [post, 5, 2], [post, 3, 1]);
    expect([result.quantity("A", "POSTE_STD"), result.quantity("A", "POSTE_STD", "installation")]).toEqual([5, 2]);
    expect(errors(result)).toEqual(["error item-repeated D3", "error item-repeated E3"]);
  });
});

describe("a prestation that stands twice for a school, in rows without a nature", () => {
  const post = "Poste client standard";
  const lines = (...rows: readonly (readonly Cell[])[]): SheetSpec =>
    sheet("Lignes", [["Commune", "École", "Prestation", "Quantité", "Salle"], ...rows]);
  const twice = lines(["Beure", "A", post, 5, null], ["Beure", "B", post, 4, null], ["Beure", "A", post, 3, null]);
  const said = (as: RepeatRule) =>
    read({ repeats: [{ file: null, sheet: "Lignes", cell: "A1", was: "Commune", as }] }, twice);

  it("is asked about at its second row, and billed for the first", () => {
    const result = read({}, twice);
    expect(errors(result)).toEqual(["error item-repeated D4"]);
    expect([result.quantity("A", "POSTE_STD"), result.quantity("B", "POSTE_STD")]).toEqual([5, 4]);
  });
  it("is one question for the prestations of a table, with the row of the first", () => {
    const server = "Serveur spécifique";
    const all = lines(
      ["Beure", "A", post, 5, null],
      ["Beure", "A", server, 2, null],
      ["Beure", "A", post, 3, null],
      ["Beure", "A", server, 1, null],
      ["Beure", "A", post, 1, null],
    );
    const asked = read({}, all).reading.anomalies.filter(({ code }) => code === "item-repeated");
    expect(asked.map(({ cell, params }) => [cell, params["first"], params["label"]])).toEqual([
      ["D4", "2", post],
      ["D5", "3", server],
      ["D6", "2", post],
    ]);
    expect(new Set(asked.map(({ params }) => params["cause"])).size).toBe(1);
  });
  it("is billed as the user says: its first row, its last, or both, with a warning", () => {
    const billed = (as: RepeatRule) => said(as).quantity("A", "POSTE_STD");
    expect([billed("first"), billed("last"), billed("added")]).toEqual([5, 3, 5 + 3]);
    for (const as of ["first", "last"] as const) {
      expect(errors(said(as))).toEqual([]);
      expect(said(as).rows("Lignes")).toMatchObject({ billed: 2, reasons: { "duplicate-source": 1 } });
    }
    expect(errors(said("added"))).toEqual([]);
  });
  it("is billed as the last of its rows, of three, where the user says so", () => {
    const three = lines(["Beure", "A", post, 5, null], ["Beure", "A", post, 3, null], ["Beure", "A", post, 4, null]);
    const last = { file: null, sheet: "Lignes", cell: "A1", was: "Commune", as: "last" } as const;
    expect(read({ repeats: [last] }, three).quantity("A", "POSTE_STD")).toBe(4);
  });
  it("is no repeat of a row of none, or of another prestation", () => {
    const result = read(
      {},
      lines(["Beure", "A", post, 0, null], ["Beure", "A", post, 3, null], ["Beure", "A", "Serveur standard", 1, null]),
    );
    expect(errors(result)).toEqual([]);
    expect([result.quantity("A", "POSTE_STD"), result.quantity("A", "SERVEUR_STD")]).toEqual([3, 1]);
  });
});

test("installations in columns of several periods of the campaign add up, in rows of prestations", () => {
  const parc = sheet("Parc", [
    ["Commune", "École", "Prestation", "En service", "Installés nov.-déc. 2013", "Installés janv.-juin 2014"],
    ...schools.map((school) => ["Beure", school, "Postes clients standard", 12, 1, 4]),
  ]);
  const result = read({}, parc);
  expect(errors(result)).toEqual([]);
  expect(result.quantity("A", "POSTE_STD", "installation")).toBe(5);
});
