import { membersPasted, rowsPasted } from "../../../src/taskpane/convention/pasted";

const table = (...rows: readonly string[]) => rows.map((row) => row.replaceAll(" | ", "\t")).join("\r\n");
const nouns = { debtor: "la CCVX", member: "commune", site: "crèche" };
const no = { debtor: null, member: null };

describe("a table of prestations copied from a sheet", () => {
  it("has its columns told by their order: four, with the maintenance of the member", () => {
    expect(rowsPasted(table("ENT | Accès ENT | élève | 3,10", "BORNE | Borne | borne | 1 200"), nouns, false)).toEqual([
      {
        ...{ code: "ENT", prestation: "Accès ENT", unit: "élève", installation: no },
        ...{ maintenance: { debtor: null, member: "3.10" }, perSite: null, counts: "pupils" },
      },
      {
        ...{ code: "BORNE", prestation: "Borne", unit: "borne", installation: no },
        ...{ maintenance: { debtor: null, member: "1200.00" }, perSite: null, counts: "units" },
      },
    ]);
  });

  it("of ten columns, has prices of both payers, a cap, what is counted and other words", () => {
    const row = "PC | Poste | poste | 5 | 31,60 |  | 36,86 | 2 | poste | ordinateur ; PC";
    const four = { installation: { debtor: "5.00", member: "31.60" }, maintenance: { debtor: null, member: "36.86" } };
    expect(rowsPasted(table(row), nouns, true)).toEqual([
      {
        ...{ code: "PC", prestation: "Poste", unit: "poste", ...four },
        ...{ perSite: 2, counts: "workstations", words: ["ordinateur", "PC"] },
      },
    ]);
  });

  it("has its columns told by titles, in any order; those of no field are passed over, a code that is not given is made", () => {
    const rows = rowsPasted(
      table(
        "Libellé | Maintenance CCVX | Maintenance commune | Unité | Applicable du | Installation",
        "Terminal de cantine | 12,5 | 8 | école | 01/09/2024 | 40",
      ),
      nouns,
      true,
    );
    expect(rows).toMatchObject([
      {
        ...{ code: "TERMINAL_DE_CANTINE", prestation: "Terminal de cantine", unit: "école", perSite: 1 },
        installation: { debtor: null, member: "40.00" },
        maintenance: { debtor: "12.50", member: "8.00" },
      },
    ]);
  });

  it("keeps what is no price as it is written, for its fault to be told", () => {
    expect(rowsPasted("A;Lot;lot;douze", nouns, false)).toMatchObject([{ maintenance: { member: "douze" } }]);
    expect(rowsPasted(" \n", nouns, false)).toEqual([]);
  });
});

describe("a list of members copied from a sheet", () => {
  it("has names, codes and SIRENs in that order, then dates, with the first zero that a number lost", () => {
    expect(membersPasted("Ambléon\t1006\t210 100 061\t01/09/2024\nArbent;01014;210100145")).toEqual([
      { name: "Ambléon", insee: "01006", siren: "210100061", from: "2024-09-01" },
      { name: "Arbent", insee: "01014", siren: "210100145" },
    ]);
  });

  it("has its columns told by titles", () => {
    const list = table("Code INSEE | Commune | N° SIREN | Population", "25056 | Besançon | 212500565 | 118489");
    expect(membersPasted(list)).toEqual([{ insee: "25056", name: "Besançon", siren: "212500565" }]);
  });

  it("has its days told by the titles of an act, and never takes one for a name", () => {
    const list = table(
      "Commune | INSEE | SIREN | Membre à compter du | Dernier jour",
      "Bonnat | 23025 | 212302509 | 1er février 2023 | 31 août 2025",
    );
    expect(membersPasted(list)).toEqual([
      { name: "Bonnat", insee: "23025", siren: "212302509", from: "2023-02-01", to: "2025-08-31" },
    ]);
  });
});
