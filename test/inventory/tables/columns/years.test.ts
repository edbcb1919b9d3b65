import { billed, read, told } from "../read-sheets";
import { columns, headcounts, long, poste, serveur, wide } from "./table-of";

const rows = (...years: readonly number[]): (string | number)[][] => years.map((year, at) => [poste, 8 + at, year]);
const equipment = (reading: Parameters<typeof billed>[0]): string[] =>
  billed(reading).filter((text) => /POSTE|SERVEUR/.test(text));

describe("years are never a quantity", () => {
  it.each(["Année d'achat", "Année installation", "Acheté en", "Installé en", "Installation", "Nb postes"])(
    "years all before the last campaign, under « %s », are left out",
    (heading) => {
      const reading = read([long(["Prestation", "Nb", heading], rows(2010, 2012, 2008)), headcounts]);
      expect(equipment(reading)).toEqual([
        "Amagney/École primaire POSTE_STD 8",
        "Busy/École primaire POSTE_STD 9",
        "Saône/École du Bourg POSTE_STD 10",
      ]);
      expect(told(reading, "error")).toEqual([]);
      expect(columns(reading)).toContain(`${heading}: (year)`);
    },
  );

  it("years of the campaign or of the one before are asked about, and settled by leaving them out or by their role", () => {
    const table = long(["Prestation", "Nb", "Installé en"], rows(2010, 2014, 2013));
    const asked = read([table, headcounts]);
    expect(told(asked, "error")).toEqual(["error years-column Parc!E1"]);
    const settle = (as: string) =>
      read([table, headcounts], 2014, { mappings: [{ file: null, sheet: "Parc", cell: "E1", as }] });
    const served = [
      "Amagney/École primaire POSTE_STD 8",
      "Busy/École primaire POSTE_STD 9",
      "Saône/École du Bourg POSTE_STD 10",
    ];
    expect(equipment(settle("ignorer"))).toEqual(served);
    expect(equipment(settle("year-installed"))).toEqual(
      [...served, "Busy/École primaire POSTE_STD+ 9"].sort((one, other) => (one < other ? -1 : 1)),
    );
    expect(equipment(settle("campaign"))).toEqual(["Busy/École primaire POSTE_STD 9"]);
    for (const as of ["ignorer", "year-installed", "campaign"]) expect(told(settle(as), "error")).toEqual([]);
  });

  it("years beside the prestation that they date are never a quantity", () => {
    const table = wide(
      [serveur, "Serveur installé en", poste],
      [
        [1, 2014, 8],
        [1, 2012, 9],
        [1, 2013, 10],
      ],
    );
    expect(told(read([table, headcounts]), "error")).toEqual(["error years-column Parc!D1"]);
    const reading = read([table, headcounts], 2014, {
      mappings: [{ file: null, sheet: "Parc", cell: "D1", as: "year-installed" }],
    });
    expect(equipment(reading).filter((text) => text.includes("+"))).toEqual(["Amagney/École primaire SERVEUR_STD+ 1"]);
  });

  it("fewer than three, under no heading of years, are numbers that are asked", () => {
    const reading = read([
      wide(
        ["Divers", poste],
        [
          [2012, 8],
          [2011, 9],
        ],
      ),
      headcounts,
    ]);
    expect(told(reading, "error")).toContain("error unclear-header Parc!C1");
  });
});
