import { _, billed, read, sheet, told } from "../read-sheets";
import { columns, headcounts, long, poste, register, serveur, wide } from "./table-of";

const equipment = (reading: Parameters<typeof billed>[0]): string[] =>
  billed(reading).filter((text) => /POSTE|SERVEUR/.test(text));

describe("a column that is not understood", () => {
  it.each([
    "Poste client standrad",
    "Postes à voir",
    "Serveurs bis",
    "Matériel instalé",
    "Imprimente",
    "Logiciels divers",
  ])("« %s » shares a word with what is billed: an error, unbilled", (heading) => {
    const reading = read([
      wide(
        [serveur, heading],
        [
          [1, 12],
          [1, 8],
        ],
      ),
      headcounts,
    ]);
    expect(told(reading, "error")).toEqual(["error unclear-header Parc!D1"]);
    expect(equipment(reading).filter((text) => text.includes("POSTE"))).toEqual([]);
  });

  it("stands under a heading of ours: an error", () => {
    const reading = read([wide(["En service", "Divers", serveur], [[12, 3, 1]], [poste, _, _]), headcounts]);
    expect(told(reading, "error")).toEqual(["error unclear-header Parc!D2"]);
    expect(equipment(reading)).toContain("Amagney/École primaire POSTE_STD 12");
  });

  it("holds numbers: an error where columns count, a warning beside machines", () => {
    const divers = ["Divers"];
    const across = read([wide([...divers, poste], [[3, 12]]), headcounts]);
    const items = read([long(["Prestation", "Qté", ...divers], [[poste, 12, 3]]), headcounts]);
    const machines = read([register(divers, [[3]]), headcounts]);
    expect(told(across, "error")).toContain("error unclear-header Parc!C1");
    expect(told(items, "error")).toContain("error unclear-header Parc!E1");
    expect(told(machines, "warning")).toContain("warning unknown-column Parc!E1");
    expect(equipment(across)).toEqual(equipment(items));
  });

  it("is the only one that could count the items of a table: an error", () => {
    const reading = read([long(["Prestation", "Volume"], [[poste, 12]]), headcounts]);
    expect(told(reading, "error")).toEqual(["error unclear-header Parc!D1"]);
    expect(equipment(reading)).toEqual([]);
  });

  it("is the only one that could count them beside a state, a date or a room, in figures or in the texts of a CSV: an error", () => {
    for (const [heading, first, second] of [
      ["État", "En service", "En service"],
      ["Date d’installation", "12/03/2012", "15/10/2012"],
      ["Salle", "Salle 1", "Salle 2"],
    ])
      for (const text of [(count: number) => count, String]) {
        const rows = [
          [poste, first!, text(3)],
          [serveur, second!, text(1)],
        ];
        const reading = read([long(["Prestation", heading!, "Combien"], rows), headcounts]);
        expect(told(reading, "error")).toEqual(["error unclear-header Parc!E1"]);
        expect(equipment(reading)).toEqual([]);
      }
  });

  it.each<[string, readonly (string | number)[]]>([
    ["telephone numbers, whatever heads them", ["06 12 34 56 78", "0381000001"]],
    ["such numbers typed as numbers", [612345678, 381000001]],
  ])("counts nothing where it holds %s", (_what, numbers) => {
    const rows = numbers.map((number, at) => [10 + 2 * at, number]);
    const reading = read([wide([poste, "Portable"], rows), headcounts]);
    expect(told(reading, "error")).toEqual([]);
    expect(equipment(reading)).toEqual(["Amagney/École primaire POSTE_STD 10", "Busy/École primaire POSTE_STD 12"]);
  });

  it("may count what only the title above names, beside a date: an error, and the user's answer bills it", () => {
    const parc = sheet("Parc", [
      [poste, _, _, _],
      ["Commune", "École", "Date d’installation", "Combien"],
      ["Amagney", "École primaire", "12/03/2012", 3],
      ["Busy", "École primaire", "15/10/2012", 1],
    ]);
    const reading = read([parc, headcounts]);
    expect(told(reading, "error")).toEqual(["error unclear-header Parc!D2"]);
    expect(equipment(reading)).toEqual([]);
    const answered = (as: string): string[] =>
      equipment(read([parc, headcounts], 2014, { mappings: [{ file: null, sheet: "Parc", cell: "D2", as }] }));
    expect(answered("POSTE_STD")).toEqual(["Amagney/École primaire POSTE_STD 3", "Busy/École primaire POSTE_STD 1"]);
    expect(answered("ignored")).toEqual(["Amagney/École primaire POSTE_STD 1", "Busy/École primaire POSTE_STD 1"]);
  });

  it("counts nothing where the same row comes again, each being one machine: a warning", () => {
    const rows = [3, 4].map((memory) => ["Amagney", "École primaire", poste, "En service", memory]);
    const parc = sheet("Parc", [["Commune", "École", "Prestation", "État", "Divers"], ...rows]);
    const reading = read([parc, headcounts]);
    expect(told(reading, "warning")).toContain("warning unknown-column Parc!E1");
    expect(equipment(reading)).toEqual(["Amagney/École primaire POSTE_STD 2"]);
  });

  it("may count them still where a single row comes again, or stands under another school that names itself once: an error", () => {
    const of = (school: string | null, item: string, count: number) => ["Amagney", school, item, "En service", count];
    const once = [of("École A", poste, 3), of("École A", poste, 4), of("École A", serveur, 1), of("École B", poste, 7)];
    const below = [of("École A", poste, 3), of(null, serveur, 1), of("École B", poste, 7), of(null, serveur, 1)];
    for (const rows of [once, below]) {
      const parc = sheet("Parc", [["Commune", "École", "Prestation", "État", "Combien"], ...rows]);
      const reading = read([parc, headcounts]);
      expect(told(reading, "error")).toContain("error unclear-header Parc!E1");
      expect(equipment(reading)).toEqual([]);
    }
  });

  it("may be what « dont installés » is of, whatever text stands between: an error, the column before it billed", () => {
    for (const between of [[], ["Observations"]]) {
      const more = between.map(() => "RAS");
      const reading = read([
        wide([poste, "Chaises", ...between, "dont installés"], [[12, 20, ...more, 2]]),
        headcounts,
      ]);
      const dont = between.length === 0 ? "E" : "F";
      expect(told(reading, "error")).toEqual(["error unclear-header Parc!D1", `error ambiguous-header Parc!${dont}1`]);
      expect(equipment(reading)).toEqual(["Amagney/École primaire POSTE_STD 12"]);
    }
    const alone = read([wide([poste, "Observations", "dont installés"], [[12, "RAS", 2]]), headcounts]);
    expect(equipment(alone)).toEqual(["Amagney/École primaire POSTE_STD 12", "Amagney/École primaire POSTE_STD+ 2"]);
  });

  it("holds words only: nothing is said", () => {
    const reading = read([
      wide([poste, "Fournisseur habituel", "Salle des postes"], [[12, "UGAP", "BCD"]]),
      headcounts,
    ]);
    expect(told(reading, "error", "warning").filter((text) => text.includes("Parc"))).toEqual([]);
  });

  it.each([
    ["Ratio élèves/poste", "ratio"],
    ["Élèves par PC", "ratio"],
    ["Taux d'équipement", "ratio"],
    ["% équipé", "ratio"],
    ["Nb classes", "ratio"],
    ["Nb enseignants", "ratio"],
    ["Surface (m2)", "ratio"],
    ["Âge moyen du parc", "ratio"],
    ["Rang", "identifier"],
    ["SIRET", "identifier"],
    ["Code postal", "identifier"],
    ["Téléphone", "contact"],
    ["Observations", "remark"],
  ])("« %s » is known, and stops nothing: %s", (heading, why) => {
    const reading = read([
      wide(
        [poste, heading, serveur],
        [
          [12, 3, 1],
          [8, 2.5, 1],
        ],
      ),
      headcounts,
    ]);
    expect(columns(reading)).toContain(`${heading}: (${why})`);
    expect(told(reading, "error", "warning").filter((text) => text.includes("Parc"))).toEqual([]);
  });

  it("numbers of machines are no quantities, a title row beneath notwithstanding", () => {
    const reading = read([
      {
        ...wide([], []),
        rows: [
          ["N°", "Désignation", "Commune", "École"],
          ["EN SERVICE", _, _, _],
          [101, poste, "Amagney", "École primaire"],
          [102, poste, "Amagney", "École primaire"],
        ],
      },
      headcounts,
    ]);
    expect(equipment(reading)).toEqual(["Amagney/École primaire POSTE_STD 2"]);
  });
});
