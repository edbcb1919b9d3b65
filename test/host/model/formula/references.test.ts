import {
  absolute,
  blocksOf,
  mapWords,
  normalised,
  orphaned,
  renamed,
  sheetPrefix,
  sheetsOf,
  shifted,
  usesNames,
} from "./references";

const formula = `SUM('L''Haÿ 2'!$A$1:B2,Parc!C:C,3:4)+IF(A1="Parc!A1",Taux*1e3,LOG10(B2))&"'L''Haÿ 2'!A1"`;

test("references are told from texts, names, functions and numbers", () => {
  expect(blocksOf(formula)).toEqual([
    { sheet: "L'Haÿ 2", block: { top: 0, left: 0, bottom: 1, right: 1 } },
    { sheet: "Parc", block: { top: 0, left: 2, bottom: 1_048_575, right: 2 } },
    { sheet: null, block: { top: 2, left: 0, bottom: 3, right: 16_383 } },
    { sheet: null, block: { top: 0, left: 0, bottom: 0, right: 0 } },
    { sheet: null, block: { top: 1, left: 1, bottom: 1, right: 1 } },
  ]);
  expect(sheetsOf(formula)).toEqual(["L'Haÿ 2", "Parc"]);
});

test("names are the words that are neither functions, nor constants, nor sheets", () => {
  expect(mapWords("Taux*SUM(Postes)+TRUE+Parc!A1", (word) => `<${word}>`)).toBe("<Taux>*SUM(<Postes>)+TRUE+Parc!A1");
  expect([usesNames("Taux+1"), usesNames("SUM(A1)+LOG10(B2)+FALSE")]).toEqual([true, false]);
});

test.each([
  ["Parc", "Parc!"],
  ["Écoles.2014", "Écoles.2014!"],
  ["Parc 2014", "'Parc 2014'!"],
  ["2014", "'2014'!"],
  ["A1", "'A1'!"],
  ["R1C1", "'R1C1'!"],
  ["L'Haÿ", "'L''Haÿ'!"],
  ["a-b", "'a-b'!"],
])("the sheet %s is written %s", (name, prefix) => {
  expect(sheetPrefix(name)).toBe(prefix);
});

test("a formula is kept with the sheets' own names, quoted where they must be, and cells in capitals", () => {
  const nameOf = (name: string) => ({ parc: "Parc", "effectifs 2014": "Effectifs 2014" })[name.toLowerCase()] ?? null;
  expect(normalised("'PARC'!a1+'effectifs 2014'!b$2+'Autre'!c3", nameOf)).toBe(
    "Parc!A1+'Effectifs 2014'!B$2+'Autre'!c3",
  );
});

test("a sheet that takes another name takes its references along; one that goes leaves #REF!", () => {
  expect(renamed(`Parc!A1+'PARC'!B2&"Parc!A1"`, "Parc", "Parc 2015")).toBe(`'Parc 2015'!A1+'Parc 2015'!B2&"Parc!A1"`);
  expect(orphaned("Parc!A1:B2+Autre!A1+parc!#REF!", "Parc")).toBe("#REF!A1:B2+Autre!A1+#REF!");
});

test("a copy takes relative references along, rows and columns apart", () => {
  expect(shifted("A1+$A1+A$1+$A$1+Parc!B2+SUM(C:C)+SUM($C:$C)+SUM(2:3)", 2, 1)).toBe(
    "B3+$A3+B$1+$A$1+Parc!C4+SUM(D:D)+SUM($C:$C)+SUM(4:5)",
  );
  expect([shifted("A1", -1, 0), shifted("XFD1", 0, 1), shifted("A1048576", 1, 0)]).toEqual(["#REF!", "#REF!", "#REF!"]);
});

test("a place is written as names and charts keep it", () => {
  expect(absolute("Fiche X", { top: 0, left: 0, bottom: 1, right: 27 })).toBe("'Fiche X'!$A$1:$AB$2");
  expect(absolute("Parc", { top: 4, left: 2, bottom: 4, right: 2 })).toBe("Parc!$C$5");
});
