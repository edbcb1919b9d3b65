import { read, sheet, type Read } from "../workbook-of";

const head = ["Commune", "École", "Prestation", "Nature", "Quantité"];
const rows = [
  ["Beure", "École du Bourg", "Poste client standard", "Maintenance"],
  ["Pirey", "École du Pont", "Poste client standard", "Maintenance"],
  ["Pirey", "École du Pont", "Serveur standard", "Maintenance"],
] as const;
const before = [10, 6, 1];
const now = [12, 7, 1];

/** The same rows at two surveys, which a column tells apart. */
function surveyed(heading: string, first: string | number, second: string | number): Read {
  const ofSurvey = (counts: readonly number[], of: string | number) => rows.map((row, at) => [...row, counts[at]!, of]);
  return read(sheet("Lignes", [[...head, heading], ...ofSurvey(before, first), ...ofSurvey(now, second)]));
}
const posts = (result: Read): number[] =>
  ["École du Bourg", "École du Pont"].map((school) => result.quantity(school, "POSTE_STD"));

describe("the same rows at two dates are two surveys, of which the campaign's counts", () => {
  test.each(["Relevé du", "Date du relevé", "Situation au"])("« %s »", (heading) => {
    expect(posts(surveyed(heading, "01/11/2013", "01/11/2014"))).toEqual([12, 7]);
  });

  test("numbers of machines that look like years are no surveys", () => {
    const machines = [2010, 2011, 2012, 2013, 2014, 2015].map((number, at) => [
      number,
      at % 2 === 0 ? "Poste client standard" : "Vidéoprojecteur",
      "Beure",
      "École du Bourg",
      "10/10/2012",
    ]);
    const titles = ["N° inventaire", "Désignation", "Commune", "École", "Date de mise en service"];
    expect(posts(read(sheet("Parc", [titles, ...machines])))[0]).toBe(3);
  });

  test("the same rows under « Inventaire » at two years are two surveys, of which the campaign's counts", () => {
    expect(posts(surveyed("Inventaire", 2013, 2014))).toEqual([12, 7]);
  });

  test("schools of one name below titles of communes, each with a year of its own, are no surveys", () => {
    const school = (posts: number, year: number) => ["École maternelle", 20, posts, year];
    const spec = sheet("Parc", [
      ["Communes et écoles", "Nb élèves", "Postes clients standard", "Installé en"],
      ["Larnod"],
      school(34, 2014),
      ["École élémentaire", 68, 9, 2009],
      ["Roche-lez-Beaupré"],
      school(16, 2013),
      ["École élémentaire", 80, 10, 2014],
      ["Routelle"],
      school(29, 2012),
    ]);
    expect(
      read(spec)
        .anomalies()
        .filter((each) => each.startsWith("error")),
    ).toEqual(["error years-column D1"]);
  });

  test("a date in each row makes no surveys", () => {
    const result = read(
      sheet("Lignes", [[...head, "Passage du"], ...rows.map((row, at) => [...row, now[at]!, `0${at + 1}/10/2014`])]),
    );
    expect(posts(result)).toEqual([12, 7]);
  });

  test("two surveys are recognised though labels have more words at one of them", () => {
    const labelled = (label: string, count: number, of: string) => [
      "Beure",
      "École du Bourg",
      label,
      "Maintenance",
      count,
      of,
    ];
    const result = read(
      sheet("Lignes", [
        [...head, "Date du relevé"],
        labelled("Poste client standard (Dell)", 10, "01/11/2013"),
        labelled("Serveur standard – BCD", 1, "01/11/2013"),
        labelled("Poste client standard", 12, "01/11/2014"),
        labelled("Serveur standard", 1, "01/11/2014"),
      ]),
    );
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(12);
  });

  test("rows too few of which are repeated are asked about", () => {
    const result = read(
      sheet("Lignes", [
        [...head, "Date du relevé"],
        ...rows.map((row, at) => [...row, now[at]!, "01/11/2014"]),
        [...rows[0], 10, "01/11/2013"],
      ]),
    );
    expect(result.anomalies()).toContain("error item-repeated E5");
  });
});
