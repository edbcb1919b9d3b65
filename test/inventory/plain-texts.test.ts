import { read, sheet, type Read } from "./workbook-of";

const headings = ["Commune", "École", "Effectif", "Postes clients standard"];
const first = ["Beure", "École du Bourg", 30, 8];
const told = ({ reading }: Read) =>
  reading.anomalies.map(({ severity, code, cell }) => [severity, code, cell].join(" "));

describe("a school written twice with what nobody sees is one school, which is asked", () => {
  it.each([
    ["a left-to-right mark", "\u200eÉcole du Bourg"],
    ["a soft hyphen", "École du\u00ad Bourg"],
    ["a right-to-left override", "École \u202edu Bourg"],
    ["a joiner", "École du B\u200dourg"],
    ["a byte order mark", "\ufeffÉcole du Bourg"],
    ["a space of no width", "École\u200b du Bourg"],
    ["a wide space", "École\u3000du\u2003Bourg"],
    ["accents apart", "E\u0301cole du Bourg"],
  ])("%s", (_, school) => {
    const result = read(sheet("Parc", [headings, first, ["Beure", school, 30, 8]]));
    expect(told(result)).toContain("error duplicate-school B3");
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(8);
  });

  it("a school also written with Cyrillic or Greek letters is one school, and these are reported at their cells", () => {
    const rows = [
      headings,
      first,
      ["Beure", "\u0415\u0301cole du Bourg", 30, 8],
      ["Beure", "École du \u0392ourg", 30, 8],
    ];
    const result = read(sheet("Parc", rows));
    expect(told(result)).toEqual(
      expect.arrayContaining([
        "warning mixed-alphabets B3",
        "warning mixed-alphabets B4",
        "error duplicate-school B3",
        "error duplicate-school B4",
      ]),
    );
  });
});

it("communes, headings, prestations and natures with a letter of another alphabet are read, and reported", () => {
  const items = ["Commune", "École", "Pr\u0435station", "Nature", "Quantité"];
  const rows = [items, ["B\u0435ure", "Bourg", "P\u043estes clients standard", "M\u0430intenance", 8]];
  const result = read(
    sheet("Parc", rows),
    sheet("Effectifs", [
      ["Commune", "École", "Eff\u0435ctif"],
      ["Beure", "Bourg", 30],
    ]),
  );
  expect(result.quantity("Bourg", "POSTE_STD")).toBe(8);
  expect(told(result).filter((one) => one.includes("error"))).toEqual([]);
  const cells = result.reading.anomalies.filter(({ code }) => code === "mixed-alphabets");
  expect(cells.map(({ cell }) => cell)).toEqual(["C1", "A2", "C2", "D2", "C1"]);
});

it("a cell of invisible characters alone is a blank", () => {
  const result = read(sheet("Parc", [headings, first, ["\u200b", "\u200e", "\ufeff", "\u00ad"]]));
  expect(result.rows()).toMatchObject({ read: 1, billed: 1, error: 0 });
});

it("a school is named without invisible characters", () => {
  const result = read(sheet("Parc", [headings, ["Beure", "\u200eÉcole\u00ad du Bourg", 30, 8]]));
  expect(result.reading.schools.map(({ name }) => name)).toEqual(["École du Bourg"]);
});
