import type { Cell } from "../../src/cells";
import { defaultOptions, earlierOptions, withChoicesThatApply, type Options } from "../../src/options";
import { sheet } from "../inventory/workbook-of";

const place = { file: null, sheet: "Parc" };
const earlier: Options = {
  ...defaultOptions,
  besancon: "cagb-share-only",
  signatory: { name: "Mme X", title: "Adjointe", delegation: "" },
  particulars: { stateNumber: "2014-01", establishedOn: "2014-11-25" },
  words: [{ word: "MES", kind: "nature", as: "installation" }],
  mappings: [{ ...place, cell: "D1", as: "POSTE_STD maintenance", was: "Postes" }],
  communes: [{ ...place, cell: "A3", commune: "Avanne-Aveney", was: "Avane" }],
  setAside: [{ ...place, row: 2, reason: "école fermée", was: "Amagney · École A" }],
};
const sheetsOf = (...rows: Cell[][]) => [sheet("Parc", rows)("parc.xlsx")];
const proposed = (own: Options) =>
  earlierOptions(earlier, own).map(({ label, written }) => `${label} : ${written.join(" · ")}`);

test("the options of another workbook are proposed one by one, as they are written there, except the day of a paper", () => {
  expect(proposed(defaultOptions)).toEqual([
    "Besançon : part CAGB seule",
    "Signataire : Mme X · Adjointe",
    "État n° : 2014-01",
    "Colonne : Parc · D1 · POSTE_STD maintenance · Postes",
    "Commune : Parc · A3 · Avanne-Aveney · Avane",
    "Écarter la ligne : Parc · 2 · école fermée · Amagney · École A",
    "Mot : MES · nature · installation",
  ]);
});

test("the options that the workbook already has are not proposed, and a particular keeps those that it has", () => {
  const own: Options = { ...earlier, particulars: { contact: "M. Roy" } };
  expect(proposed(own)).toEqual(["État n° : 2014-01"]);
  expect(earlierOptions(earlier, own)[0]!.change).toEqual({
    ask: "set",
    settings: { particulars: { contact: "M. Roy", stateNumber: "2014-01" } },
  });
});

test("a choice about a place is left where that place says something else, or is not there", () => {
  const left = (...rows: Cell[][]) => {
    const { mappings, communes, setAside, words } = withChoicesThatApply(earlier, sheetsOf(...rows));
    return [mappings, communes, setAside, words].map((list) => list.length);
  };
  const headers = ["Commune", "École", "Élèves", "Postes"];
  expect(left(headers, ["Amagney", "École A", 60, 5], ["Avane", "École B", 40, 3])).toEqual([1, 1, 1, 1]);
  expect(left(headers, ["Avane", "École B", 40, 3], ["Amagney", "École A", 60, 5])).toEqual([1, 0, 0, 1]);
  expect(left(["Commune", "École", "Postes"])).toEqual([0, 0, 0, 1]);
  expect(withChoicesThatApply(earlier, []).mappings).toEqual([]);
});
