import { rowsPasted } from "../../../src/taskpane/convention/rows-pasted";

const table = (...rows: readonly string[]) => rows.map((row) => row.replaceAll(" | ", "\t")).join("\r\n");
const nouns = { debtor: "la CCVX", member: "commune", site: "crèche" };
const no = { debtor: null, member: null };

describe("a table of prestations copied from a sheet", () => {
  it("has its columns told by their order: four, with the maintenance of the member", () => {
    const { items } = rowsPasted(
      table("ENT | Accès ENT | élève | 3,10", "BORNE | Borne | borne | 1 200"),
      nouns,
      false,
    );
    expect(items).toEqual([
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

  it("a table of prestations of ten columns has prices of both payers, a maximum, what is counted and other words", () => {
    const row = "PC | Poste | poste | 5 | 31,60 |  | 36,86 | 2 | poste | ordinateur ; PC";
    const four = { installation: { debtor: "5.00", member: "31.60" }, maintenance: { debtor: null, member: "36.86" } };
    expect(rowsPasted(table(row), nouns, true).items).toEqual([
      {
        ...{ code: "PC", prestation: "Poste", unit: "poste", ...four },
        ...{ perSite: 2, counts: "workstations", words: ["ordinateur", "PC"] },
      },
    ]);
  });

  it("has its columns told by titles, in any order; those of no field are passed over, a code that is not given is made", () => {
    const { items, passedOver } = rowsPasted(
      table(
        "Libellé | Maintenance CCVX | Maintenance commune | Unité | Applicable du | Installation",
        "Terminal de cantine | 12,5 | 8 | école | 01/09/2024 | 40",
      ),
      nouns,
      true,
    );
    expect(passedOver).toEqual(["Applicable du"]);
    expect(items).toMatchObject([
      {
        ...{ code: "TERMINAL_DE_CANTINE", prestation: "Terminal de cantine", unit: "école", perSite: 1 },
        installation: { debtor: null, member: "40.00" },
        maintenance: { debtor: "12.50", member: "8.00" },
      },
    ]);
  });

  it("keeps what is no price as it is written, for its fault to be told", () => {
    expect(rowsPasted("A;Lot;lot;douze", nouns, false).items).toMatchObject([{ maintenance: { member: "douze" } }]);
    expect(rowsPasted(" \n", nouns, false).items).toEqual([]);
  });
});

/** Article 6 of an act, its columns parted by runs of spaces. */
const article = `
   Prestation     Nature                  Prix total    Part communauté    Part commune
   Baie réseau    Installation            342,50 €      342,50 €            0,00 €
   Baie réseau    Maintenance annuelle     86,40 €       31,40 €           55,00 €
   Borne wifi     Installation            118,00 €      118,00 €            0,00 €
   Borne wifi     Maintenance annuelle     27,30 €        9,80 €           17,50 €
`;
const prices = (installation: readonly string[], maintenance: readonly string[]) => ({
  installation: { debtor: installation[0], member: installation[1] },
  maintenance: { debtor: maintenance[0], member: maintenance[1] },
});
const ofArticle = [
  { code: "BAIE_RESEAU", prestation: "Baie réseau", ...prices(["342.50", "0.00"], ["31.40", "55.00"]) },
  { code: "BORNE_WIFI", prestation: "Borne wifi", ...prices(["118.00", "0.00"], ["9.80", "17.50"]) },
];

describe("a table of prices copied from an act", () => {
  it.each([
    ["la communauté", "commune"],
    ["l’Agglo (féminin)", "commune"],
    ["", "commune"],
  ])(
    "a table of prices with a row a nature is one prestation for its rows, each price of its payer: « %s », « %s »",
    (debtor, member) => {
      const { items, passedOver, isUnclear } = rowsPasted(article, { debtor, member, site: "école" }, true);
      expect(items).toMatchObject(ofArticle);
      expect([passedOver, isUnclear]).toEqual([["Prix total"], false]);
    },
  );

  it("calls those who pay as the convention does, be it by words that mean others elsewhere", () => {
    const said = { debtor: "la Commune nouvelle", member: "communauté", site: "site" };
    const { items } = rowsPasted("Libellé;Maintenance commune nouvelle;Maintenance communauté\nA;1;2", said, true);
    expect(items).toMatchObject([{ maintenance: { debtor: "1.00", member: "2.00" } }]);
  });

  it("a table of prices without an intermediary has its total as the price of the member", () => {
    const { items } = rowsPasted("Prestation;Nature;Prix total\nBorne;Pose;12\nBorne;Entretien;5", nouns, false);
    expect(items).toMatchObject([
      { code: "BORNE", installation: { member: "12.00" }, maintenance: { member: "5.00" } },
    ]);
  });

  it.each([
    ["whose titles name no price that somebody pays", "Prestation;Nature;Coût\nBorne;Pose;12"],
    [
      "whose titles are not parted as its rows are",
      article.replace(/Prestation.*/, "Prestation Nature Prix total Parts"),
    ],
    ["without titles, whose prices stand where units do", "Baie réseau;Installation;342,50 €;342,50 €;0,00 €"],
  ])("%s, is not guessed", (_, text) => {
    expect(rowsPasted(text, { debtor: "la communauté", member: "commune", site: "école" }, true)).toMatchObject({
      items: [],
      isUnclear: true,
    });
  });

  it("has the rows of no nature that is known told, and lines around it", () => {
    const more = `${article}   Borne wifi     Déplacement     27,30 €        9,80 €           17,50 €\nNets de taxe, au 1er mai.`;
    const { items, unread } = rowsPasted(more, { ...nouns, debtor: "la communauté" }, true);
    expect(items).toMatchObject(ofArticle);
    expect(unread).toEqual([expect.stringContaining("Déplacement"), "Nets de taxe, au 1er mai."]);
  });
});
