import { CellError, sheetOfValues, type Cell } from "../../../src/cells";
import { message } from "../../../src/messages";
import { builtInConventions, readTarifs, tarifsHeaders, type Convention } from "../../../src/tariff";
import { optionalHeaders } from "../../../src/tariff/tarifs/table";
import { conventionOf, nounOf } from "../../inventory/own-convention";

const built = builtInConventions[0]!;
const [from, to] = [41944, 42309];

/** A convention whose intermediary is « la Sivom », whose members are adhérents, and whose sites are cantines. */
const sivom = conventionOf({ member: nounOf("adhérent", "adhérents"), site: nounOf("cantine", "cantines") });
const ofSivom: Convention = { ...sivom, nouns: { ...sivom.nouns, debtor: nounOf("Sivom", "Sivom") } };
const withoutDebtor: Convention = { ...ofSivom, debtor: null };

const read = (rows: readonly (readonly Cell[])[], convention: Convention = built) =>
  readTarifs([sheetOfValues("Tarifs", rows)], false, convention);

/** The rows of the only grid that is read. */
function rowsOf(rows: readonly (readonly Cell[])[], convention?: Convention) {
  const found = read(rows, convention);
  if (found?.ok !== true) throw new Error(JSON.stringify(found));
  return found.value[0]!.rows;
}

function faultsOf(rows: readonly (readonly Cell[])[], convention?: Convention): string[] {
  const found = read(rows, convention);
  if (found?.ok !== false) throw new Error("read");
  return found.error.map(({ code, cell, params }) => `${code} ${cell} ${message(code, params)}`);
}

const own = tarifsHeaders.map((header) => header.replace("CAGB", "Sivom").replace("commune", "adhérent"));
const borne: Cell[] = ["BORNE", "Borne de pointage", "borne", 10, 5, null, 0.5, from, to, "Délibération n° 1"];

describe("the table « Tarifs » of another convention", () => {
  it.each([
    ["with the names of its own payers", own, ofSivom],
    ["with those of 2014", tarifsHeaders, ofSivom],
    ["in any case", own.map((header) => header.toUpperCase()), ofSivom],
  ])("is read %s", (_, headers, convention) => {
    const [row] = rowsOf([headers, borne], convention);
    expect(row).toMatchObject({ code: "BORNE", counts: "units", perSite: null, words: [] });
    expect([row!.prices.installation.cagb, row!.prices.maintenance.commune].map(String)).toEqual(["10", "0.5"]);
  });

  test("is refused with them where the convention is that of 2014, or names others", () => {
    expect(faultsOf([own, borne]).map((fault) => fault.split(" ").slice(0, 2).join(" "))).toContain(
      "tarifs-unknown-column D1",
    );
  });

  test("lacks a column by its own name", () => {
    const lacking = (row: readonly Cell[]) => row.filter((_, at) => at !== 5);
    expect(faultsOf([lacking(own), lacking(borne)], ofSivom)[0]).toContain("«\u00a0Maintenance Sivom\u00a0»");
  });

  test("tells a price that cannot be read by its own name", () => {
    const wrong = borne.map((cell, at) => (at === 4 ? "cinq" : cell));
    expect(faultsOf([own, wrong], ofSivom)).toEqual([expect.stringContaining("«\u00a0Installation adhérent\u00a0»")]);
  });

  test("may leave out the intermediary’s columns where there is none", () => {
    const ofMembers = (row: readonly Cell[]) => row.filter((_, at) => at !== 3 && at !== 5);
    const [row] = rowsOf([ofMembers(own), ofMembers(borne)], withoutDebtor);
    expect([row!.prices.installation.cagb, row!.prices.maintenance.cagb]).toEqual([null, null]);
    expect(String(row!.prices.installation.commune)).toBe("5");
    expect(faultsOf([ofMembers(own), ofMembers(borne)], ofSivom)[0]).toContain("tarifs-missing-column");
  });

  test("is refused where a price is the intermediary’s and there is none: nobody would pay it", () => {
    expect(faultsOf([own, borne], withoutDebtor)).toEqual([
      expect.stringMatching(/^tarifs-price-of-nobody D2 «.10.», dans la colonne «.Installation Sivom.»/),
    ]);
    const free = borne.map((cell, at) => (at === 3 ? 0 : cell));
    expect(rowsOf([own, free], withoutDebtor)).toHaveLength(1);
  });

  test("caps at one a site what is counted by site, in its own noun", () => {
    const forfait = borne.map((cell, at) => (at === 2 ? "Cantine" : cell));
    expect(rowsOf([own, forfait], ofSivom)[0]!.perSite).toBe(1);
    expect(rowsOf([tarifsHeaders, forfait])[0]!.perSite).toBeNull();
  });
});

describe("the optional columns of the table « Tarifs »", () => {
  const headers = [...tarifsHeaders, ...optionalHeaders];
  const withThem = (...cells: readonly Cell[]) => rowsOf([headers, [...borne, ...cells]])[0]!;

  it.each<[string, readonly Cell[], object]>([
    ["a cap", [3, null, null], { perSite: 3, counts: "units" }],
    ["a cap typed as a text", [" 12 ", null, null], { perSite: 12 }],
    ["pupils", [null, "Élèves", null], { counts: "pupils" }],
    ["workstations", [null, "postes", null], { counts: "workstations" }],
    ["units", [null, "unités", null], { counts: "units" }],
    ["other words, of which some are none", [null, null, "badgeuse ; lecteur, ,"], { words: ["badgeuse", "lecteur"] }],
    ["nothing: the unit tells", [null, null, null], { perSite: null, counts: "units", words: [] }],
  ])("say %s", (_, cells, expected) => {
    expect(withThem(...cells)).toMatchObject(expected);
  });

  test("may have the shorter names that they had", () => {
    const former = [...tarifsHeaders, "Plafond", "Compté", "Mots"];
    expect(rowsOf([former, [...borne, 3, "postes", "lecteur"]])).toMatchObject([
      { perSite: 3, counts: "workstations", words: ["lecteur"] },
    ]);
  });

  test("go before the unit", () => {
    const pupils = borne.map((cell, at) => (at === 2 ? "élève" : cell));
    expect(rowsOf([headers, [...pupils, null, "unités", null]])[0]!.counts).toBe("units");
    const school = borne.map((cell, at) => (at === 2 ? "école" : cell));
    expect(rowsOf([headers, [...school, 2, null, null]])[0]!.perSite).toBe(2);
    expect(rowsOf([headers, [...school, null, null, null]])[0]!.perSite).toBe(1);
    expect(rowsOf([headers, [...school, "Sans", null, null]])[0]!.perSite).toBeNull();
  });

  it.each<[string, readonly Cell[], string]>([
    ["a cap of zero", [0, null, null], "tarifs-bad-cap K2"],
    ["a cap that is no whole number", [2.5, null, null], "tarifs-bad-cap K2"],
    ["a cap that is no number", ["trois", null, null], "tarifs-bad-cap K2"],
    ["something else that is counted", [null, "ordinateurs", null], "tarifs-bad-measure L2"],
    ["words that a formula lost", [null, null, new CellError("#N/A")], "tarifs-bad-words M2"],
  ])("are refused at their cell for %s", (_, cells, fault) => {
    const faults = faultsOf([headers, [...borne, ...cells]]);
    expect(faults).toEqual([expect.stringContaining(fault)]);
    expect(faults[0]).not.toMatch(/[{}[\]]/);
  });
});
