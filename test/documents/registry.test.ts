import { documents, groups, groupText, paneLinks, tabColorOf } from "../../src/documents/registry";

test("tabs tell what is issued, the fiches, and what is examined", () => {
  expect(["titre", "rectificatif", "fiche-25014-212500144", "controles", "journal"].map(tabColorOf)).toEqual([
    ...["1F3864", "1F3864", "9DC3E6", "7F7F7F", "7F7F7F"],
  ]);
});

test("texts for the pane are in both languages, and French has its no-break spaces", () => {
  const texts = [
    ...Object.values(groups),
    ...paneLinks(Object.keys(documents).map((key) => ({ key }))).map(({ text }) => text),
  ];
  for (const [fr, en] of texts) {
    expect(fr).not.toMatch(/« | »| [:;!?](\s|$)/);
    expect(en).not.toBe("");
  }
});

test("the pane leads to the état first, then to what it rests on, whatever the order of the tabs", () => {
  const sheets = ["journal", "fiche-25014-212500144", "controles", "titre", "recapitulatif"].map((key) => ({ key }));
  expect(paneLinks(sheets).map(({ key }) => key)).toEqual(["titre", "recapitulatif", "controles", "journal"]);
});

test("the papers of a correction come first, in the order of their tabs, without those of each commune", () => {
  const keys = ["titre", "rectificatif", "complement", "rectificatif-commune-25014", "rectificatif-commune-25056"];
  expect(paneLinks(keys.map((key) => ({ key }))).map(({ key }) => key)).toEqual([
    "rectificatif",
    "complement",
    "titre",
  ]);
});

test("no two documents have the same rank, but for the papers of a correction", () => {
  const ranks = Object.values(documents).flatMap((kind) =>
    "link" in kind && kind.group !== "rectification" ? [kind.link.rank] : [],
  );
  expect(new Set(ranks).size).toBe(ranks.length);
});

test("the pane calls the sheet of the titre by the name that it has", () => {
  const sheets = [{ key: "titre", name: "Titres" }];
  expect(groupText("titre", sheets)).toEqual(["État liquidatif (Titres)", "Claim statement (Titres)"]);
  expect(paneLinks(sheets)[0]?.text).toEqual(groupText("titre", sheets));
  expect(groupText("titre", [])).toEqual(groups.titre);
});

test("each table has its name in the pane", () => {
  const names = Object.values(documents).flatMap(({ group, name }) => (group === "tables" ? [name] : []));
  for (const text of groups.tables) for (const name of names) expect(text).toContain(name);
});
