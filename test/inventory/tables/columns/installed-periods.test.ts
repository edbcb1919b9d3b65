import type { Cell } from "../../../../src/cells";
import { read, sheet } from "../../workbook-of";

const posts = "Postes clients standard";

/** Two schools, their 12 and 9 posts in service, then what some columns say of each. */
function parc(headers: readonly string[], bourg: readonly number[], pont: readonly number[]) {
  return read(
    sheet("Parc", [
      ["Commune", "École", "Élèves", posts, ...headers],
      ["Beure", "Bourg", 20, 12, ...bourg],
      ["Pirey", "Pont", 40, 9, ...pont],
    ]),
  );
}
const installed = (result: ReturnType<typeof read>) =>
  ["Bourg", "Pont"].map((school) => result.quantity(school, "POSTE_STD", "installation"));
const told = (result: ReturnType<typeof read>) => result.anomalies().filter((line) => /^(?:error|warning)/.test(line));

describe("columns of what was installed over some months", () => {
  test.each([
    [["Installés nov.-déc. 2013", "Installés 2014"]],
    [["Installés nov.-déc. 2013", "Installés janv.-oct. 2014"]],
    [["Installés du 02/11/2013 au 31/12/2013", "Installés du 01/01/2014 au 01/11/2014"]],
  ])("%s add up: all of them are the campaign's, and none has a day of another", (headers) => {
    const result = parc(
      headers.map((header) => `${posts} ${header.toLowerCase()}`),
      [1, 2],
      [0, 3],
    );
    expect(told(result)).toEqual([]);
    expect(installed(result)).toEqual([3, 3]);
  });
  test("a column of installations of some months is no sum of other months, whatever they add up to", () => {
    const headers = ["nov. 2013", "déc. 2013", "2014"].map((when) => `${posts} installés ${when}`);
    const result = parc(headers, [4, 2, 2], [3, 1, 2]);
    expect(told(result)).toEqual([]);
    expect(installed(result)).toEqual([8, 6]);
  });
  test.each(["2013", "sept.-déc. 2013", "2e semestre 2013", "du 15/10/2013 à décembre 2013"])(
    "« installés %s » is asked: its last months are the campaign's",
    (when) => {
      const result = parc([`${posts} installés ${when}`, `${posts} installés 2014`], [1, 2], [0, 3]);
      expect(told(result)).toEqual(["error installed-since E1"]);
      expect(installed(result)).toEqual([2, 3]);
    },
  );
  it("« entrées 2014 installées en 2012 » says two years that do not follow: asked", () => {
    const result = parc([`${posts} : entrées 2014 installées en 2012`, `${posts} installés 2014`], [1, 2], [0, 3]);
    expect(told(result)).toEqual(["error installed-since E1"]);
    expect(installed(result)).toEqual([2, 3]);
  });
  it("« installés 2013 » beside what was in service in 2013 is of the campaign of that stock", () => {
    const headers = [`${posts} 2013`, `${posts} installés 2013`, `${posts} installés 2014`];
    const result = parc(headers, [10, 1, 2], [6, 0, 3]);
    expect(told(result)).toEqual([]);
    expect(installed(result)).toEqual([2, 3]);
  });
  it("« Installés en 2012 » below a title dated 2014 is of 2012", () => {
    const titled = sheet(posts, [
      [`${posts} – situation au 01/11/2014`],
      ["Commune", "École", "En service", "Installés en 2012", "Installés en 2014"],
      ["Beure", "Bourg", 12, 1, 2],
      ["Pirey", "Pont", 9, 4, 3],
    ]);
    const result = read(
      titled,
      sheet("Effectifs", [
        ["Commune", "École", "Élèves"],
        ["Beure", "Bourg", 20],
        ["Pirey", "Pont", 40],
      ]),
    );
    expect(told(result)).toEqual([]);
    expect(installed(result)).toEqual([2, 3]);
  });
  it("columns of installations of overlapping months are asked about", () => {
    const result = parc([`${posts} installés janv.-juin 2014`, `${posts} installés 2014`], [1, 2], [0, 3]);
    expect(told(result)).toEqual(["error duplicate-header E1", "error duplicate-header F1"]);
    expect(installed(result)).toEqual([0, 0]);
  });
});

describe("rows of what was installed over some months", () => {
  const long = (...rows: Cell[][]) =>
    read(
      sheet("Lignes", [
        ["Commune", "École", "Prestation", "Quantité"],
        ["Beure", "Bourg", "Élèves", 20],
        ["Beure", "Bourg", posts, 12],
        ...rows,
      ]),
    );
  it("add up where all of them are the campaign's", () => {
    const result = long(
      ["Beure", "Bourg", `${posts} installés nov.-déc. 2013`, 1],
      ["Beure", "Bourg", `${posts} installés 2014`, 2],
    );
    expect(result.quantity("Bourg", "POSTE_STD", "installation")).toBe(3);
  });
  it("rows of installations of some months are asked about when some may be the campaign's", () => {
    const result = long(
      ["Beure", "Bourg", `${posts} installés 2013`, 1],
      ["Beure", "Bourg", `${posts} installés 2014`, 2],
    );
    expect(told(result)).toEqual(["error label-since C4"]);
    expect(result.quantity("Bourg", "POSTE_STD", "installation")).toBe(2);
  });
});
