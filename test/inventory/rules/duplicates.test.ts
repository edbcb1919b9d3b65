import { read, sheet } from "../workbook-of";

const headers = [
  "Commune",
  "École",
  "Élèves",
  "Pack logiciel",
  "Postes clients installés en 2014",
  "Postes clients en service",
];

describe("a school twice in a one-row-a-school table", () => {
  it("the first is billed, the second is an error on its school cell", () => {
    const result = read(
      sheet("Inventaire", [
        headers,
        ["Beure", "École du Bourg", 50, 1, 0, 5],
        ["Morre", "École du Bourg", 20, 1, 0, 2],
        ["BEURE", "Ecole du bourg", 50, 1, 0, 6],
      ]),
    );
    expect(result.anomalies()).toEqual(["error duplicate-school B4"]);
    expect(result.messages[0]).toContain("B2");
    expect(result.quantities.filter((line) => line.includes("POSTE_STD"))).toEqual([
      expect.stringMatching(/^Beure.* POSTE_STD maintenance 5$/),
      expect.stringMatching(/^Morre.* POSTE_STD maintenance 2$/),
    ]);
    expect(result.rows()).toMatchObject({ read: 3, billed: 2, error: 1 });
  });
  it("a school repeated across two sheets of other schools is an error", () => {
    const first = [1, 2, 3, 4].map((number) => ["Beure", `École ${number}`, 50, 1, 0, 5]);
    const second = [4, 5, 6, 7].map((number) => ["Beure", `École ${number}`, 50, 1, 0, 5]);
    const result = read(sheet("Nord", [headers, ...first]), sheet("Sud", [headers, ...second]));
    expect(result.anomalies("Nord")).toEqual([]);
    expect(result.anomalies("Sud")).toContain("error duplicate-school B2");
    expect(result.quantity("École 4", "POSTE_STD")).toBe(5);
  });
});
