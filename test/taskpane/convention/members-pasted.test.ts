import { membersPasted } from "../../../src/taskpane/convention/members-pasted";

const table = (...rows: readonly string[]) => rows.map((row) => row.replaceAll(" | ", "\t")).join("\r\n");

describe("a list of members copied from a sheet", () => {
  it("has names, codes and SIRENs in that order, then dates, with the first zero that a number lost", () => {
    expect(membersPasted("Ambléon\t1006\t210 100 061\t01/09/2024\nArbent;01014;210100145").items).toEqual([
      { name: "Ambléon", insee: "01006", siren: "210100061", from: "2024-09-01" },
      { name: "Arbent", insee: "01014", siren: "210100145" },
    ]);
  });

  it("has its columns told by titles", () => {
    const list = table("Code INSEE | Commune | N° SIREN | Population", "25056 | Besançon | 212500565 | 118489");
    expect(membersPasted(list).items).toEqual([{ insee: "25056", name: "Besançon", siren: "212500565" }]);
  });

  it("has its days told by the titles of an act, and never takes one for a name", () => {
    const list = table(
      "Commune | INSEE | SIREN | Membre à compter du | Dernier jour",
      "Bonnat | 23025 | 212302509 | 1er février 2023 | 31 août 2025",
    );
    expect(membersPasted(list).items).toEqual([
      { name: "Bonnat", insee: "23025", siren: "212302509", from: "2023-02-01", to: "2025-08-31" },
    ]);
  });

  const said = [
    { name: "Bonnat", insee: "23025", siren: "212302509", from: "2023-02-01", to: "2025-08-31" },
    { name: "Châtelus-Malvaleix", insee: "23057", siren: "212305700", from: "2025-09-01" },
  ];
  const titles = "Commune INSEE SIREN Membre à compter du Dernier jour";
  const rows = [
    "Bonnat                23025    212302509    1er février 2023      31 août 2025",
    "Châtelus-Malvaleix    23057    212305700    1er septembre 2025    terme de la convention",
  ];
  const parted = (by: string) => rows.map((row) => row.replace(/ {2,}/g, by));

  it.each([
    ["runs of spaces", rows],
    ["runs of spaces, its titles too", ["Commune    INSEE    SIREN    Membre à compter du   Dernier jour", ...rows]],
    ["runs of spaces, its titles by one", [titles, ...rows]],
    ["runs of spaces, its titles by some", ["Commune INSEE SIREN    Membre à compter du   Dernier jour", ...rows]],
    ["commas", ["Commune, INSEE, SIREN, Membre à compter du, Dernier jour", ...parted(", ")]],
    ["commas, its titles by spaces", [titles, ...parted(",")]],
    ["semicolons", ["Commune ; INSEE ; SIREN ; Membre à compter du ; Dernier jour", ...parted(" ; ")]],
    ["tabs", ["Commune\tINSEE\tSIREN\tMembre à compter du\tDernier jour", ...parted("\t")]],
  ])(
    "a list of members copied from an act has its columns separated by %s, and a line of titles is no member",
    (_, lines) => {
      const text = ["", ...lines].map((line) => `   ${line}`).join("\n");
      expect(membersPasted(text)).toEqual({ items: said, unread: [], passedOver: [], isUnclear: false });
    },
  );

  it("tells the lines that are not parted, which are no names", () => {
    const [first, second] = parted(" ");
    const { items, unread } = membersPasted(["Article 3 – Membres", titles, first, rows[1]].join("\n"));
    expect([items, unread]).toEqual([[said[1]], ["Article 3 – Membres", first]]);
    expect(membersPasted(`${first}\n${second}`)).toMatchObject({ items: [], unread: [first, second] });
  });

  it("may be of names alone, commas in them included", () => {
    expect(membersPasted("Vèze, La\nAuxons, Les").items).toMatchObject([{ name: "Vèze, La" }, { name: "Auxons, Les" }]);
  });
});
