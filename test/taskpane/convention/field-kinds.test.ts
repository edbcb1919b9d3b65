import { kindOf } from "../../../src/taskpane/convention/field-kinds";

test.each([
  ["act.receivedOn", "14/11/2014", "2014-11-14", "14/11/2014"],
  ["act.receivedOn", "1er sept. 2024", "2024-09-01", "01/09/2024"],
  ["from", "31/02/2014", "31/02/2014", "31/02/2014"],
  ["votedOn", " ", null, ""],
  ["communes.to", "", undefined, ""],
  ["communes.to", "31 août 2025", "2025-08-31", "31/08/2025"],
  ["communes.to", "Terme de la convention", undefined, ""],
  ["communes.to", "jusqu’à la fin de la convention", undefined, ""],
  ["communes.to", "–", undefined, ""],
  ["communes.to", "sans fin", undefined, ""],
  ["communes.to", "à voir", "à voir", "à voir"],
  ["creditor.siren", "212 500 565", "212500565", "212 500 565"],
  ["creditor.siren", "à demander", "à demander", "à demander"],
  ["creditor.insee", "", null, ""],
  ["rows.maintenance.member", "36,86", "36.86", "36,86"],
  ["rows.maintenance.member", "1 200 €", "1200.00", "1200,00"],
  ["rows.maintenance.member", "–", null, ""],
  ["rows.maintenance.member", "36,865", "36,865", "36,865"],
  ["rows.perSite", "1", 1, "1"],
  ["rows.perSite", "Sans", null, ""],
  ["rows.perSite", "un", "un", "un"],
  ["renewedFrom", "2015", 2015, "2015"],
  ["count", "1er novembre", { day: 1, month: 11 }, "1er novembre"],
  ["count", "15/09", { day: 15, month: 9 }, "15 septembre"],
  ["count", "30 février", "30 février", "30 février"],
  ["communes.aliases", "St-Vit ; Saint Vit ;", ["St-Vit", "Saint Vit"], "St-Vit ; Saint Vit"],
  ["member.english", "", undefined, ""],
  ["creditLine.label", " ", undefined, ""],
  ["service", " Tablettes", " Tablettes", " Tablettes"],
])("a field of %s keeps « %s » as %j, and shows it as « %s »", (name, typed, kept, shown) => {
  expect(kindOf(name).read(typed)).toEqual(kept);
  expect(kindOf(name).show(kept).replace(/\s/g, " ")).toBe(shown);
});
