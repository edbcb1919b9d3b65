import type { Cell } from "../../../src/cells";
import { sheet, readWorkbooks, workbook, type Read } from "../workbook-of";
import type { Options } from "../../../src/options";

const register = (dates: readonly Cell[]) => [
  sheet("Registre", [
    ["Commune", "École", "N° inventaire", "Matériel", "Date d'entrée"],
    ...dates.map((date, at): Cell[] => ["Beure", "École du Bourg", `A${at + 1}`, "Poste client standard", date]),
  ]),
  sheet("Effectifs", [
    ["Commune", "École", "Effectif"],
    ["Beure", "École du Bourg", 20],
  ]),
];

const read = (dates: readonly Cell[], options: Partial<Options> = {}): Read =>
  readWorkbooks([workbook(register(dates))], 2014, options);

const errorsOf = ({ reading }: Read): string[] =>
  reading.anomalies.filter(({ severity }) => severity === "error").map(({ code, cell }) => `${code} ${cell}`);

const posts = ({ reading }: Read): string[] =>
  reading.quantities
    .filter(({ prestation }) => prestation === "POSTE_STD")
    .map(({ nature, quantity }) => `${nature} ${String(quantity)}`)
    .sort();

const accepted = [{ file: null, sheet: "Registre", cell: "E1", code: "month-before-day", was: "Date d'entrée" }];

describe("dates whose month comes first", () => {
  test("are one question, those of a day of 12 at most included", () => {
    const asked = read(["03/15/2014", "11/02/2013", "02/11/2014"]);
    expect(errorsOf(asked)).toEqual(["month-before-day E1"]);
    expect(posts(asked)).toEqual([]);
  });

  test("are read with their month first where the user says so", () => {
    // 11 December is after the snapshot of 1 November; 12 November 2013 is within the year before it.
    const said = read(["03/15/2014", "12/11/2014", "11/12/2013"], { accepted });
    expect(errorsOf(said)).toEqual([]);
    expect(posts(said)).toEqual(["installation 2", "maintenance 2"]);
  });

  test("are corrected one by one where another date can only be read day first", () => {
    expect(errorsOf(read(["03/15/2014", "15/03/2014"]))).toEqual(["unreadable-date E2"]);
  });

  test("leave no date that Excel may have turned round to be accepted", () => {
    // 3 May 2014, typed as a date.
    const cells = ["03/15/2014", 41762];
    expect(errorsOf(read(cells))).toEqual(["month-before-day E1"]);
    expect(errorsOf(read(cells, { accepted }))).toEqual(["month-before-day E1"]);
  });

  test("are not thought of where every date can be read day first", () => {
    expect(errorsOf(read(["11/02/2013", "02/11/2014", "bientôt"]))).toEqual(["unreadable-date E4"]);
  });
});
