import { readFile } from "node:fs/promises";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { CellError } from "../../src/cells";
import type { Cell } from "../../src/cells";
import * as functions from "../../src/functions/functions";
import { openWorkbookFile } from "../../src/workbook/files";
import { expectedOf, samplePath } from "../acceptance/samples";
import { ExcelHost, FunctionError, HostError, lendOffice } from "../host";
import type { FunctionValue, HostObject, OfficePage } from "../host";
import { plain } from "./results";
import { yearWithoutTariff } from "../year-without-tariff";

const refuse = (): never => {
  throw new HostError("NotImplemented", "A function asked something of the workbook.");
};
/** Functions are pure: a workbook that answers nothing is enough. */
const untouchable: HostObject = { className: "Workbook", get: refuse, set: refuse, navigate: refuse, call: refuse };

let host: ExcelHost;
let page: OfficePage;
beforeAll(async () => {
  // As the build does: the metadata of the source, and a function associated with each id.
  const { metadataJson, associate } = await generateCustomFunctionsMetadata("src/functions/functions.ts");
  const customFunctions = { ...JSON.parse(metadataJson), allowErrorForDataTypeAny: true };
  host = new ExcelHost({ root: untouchable }, { customFunctions });
  page = await lendOffice(host);
  for (const { id, functionName } of associate) CustomFunctions.associate(id, Reflect.get(functions, functionName));
});
afterAll(() => {
  expect(page.faults).toEqual([]);
  page.close();
});

/** The error and the sentence that a cell shows; fails on a value. */
const shown = (value: FunctionValue) => {
  if (!(value instanceof FunctionError)) throw new Error(`No error: ${JSON.stringify(value)}`);
  return [value.code, plain(value.message)];
};
const headers = ["Commune", "École", "Élèves", "Pack logiciel", "Poste client standard"];
const inventory = [headers, ["Beure", "École primaire", 80, 1, 8], ["Chalezeule", "École élémentaire", 100, 1, 12]];

test("each of the ten is registered, and gives its result", async () => {
  const calls: readonly [string, readonly FunctionValue[], FunctionValue][] = [
    ["TARIF", ["Poste client standard", "Maintenance"], 36.86],
    ["INSTALL", ["POSTE_STD", [[7]]], [[221.2]]], // 7 × 31.60
    ["MAINT", ["POSTE_STD", [[12]]], [[442.32]]], // 12 × 36.86
    ["QUOTEPART", [inventory, "Chalezeule", 2014], 442.32],
    ["TITRE", [inventory, 2014, "Commune"], 737.2], // 20 × 36.86
    ["CONTROLE", [inventory], [["Aucune anomalie"]]],
    ["CAMPAGNE", [41580], 41944], // 2 November 2013: campaign 2014
    ["ENLETTRES", [442.32], "quatre cent quarante-deux euros et trente-deux centimes"],
  ];
  const results = await host.invokeAll(calls.map(([id, args]) => ({ id, args })));
  expect(results).toEqual(calls.map(([, , result]) => result));
  const [grid, split] = (await host.invokeAll([
    { id: "GRILLE", args: [2014] },
    { id: "REPARTITION", args: [inventory, 2014, "commune"] },
  ])) as readonly (readonly (readonly Cell[])[])[];
  expect(grid).toHaveLength(10);
  expect(grid![4]!.slice(0, 7)).toEqual(["POSTE_STD", "Poste client standard", "poste", "", 31.6, "", 36.86]);
  expect(split!.at(-1)).toEqual(["Total", 0, 0, 1370.6, 737.2, 2107.8]); // 180 × 5.27 + 2 × 211; 20 × 36.86
});

test("an omitted argument arrives as null, and counts as omitted", async () => {
  const grid = (await host.invoke("GRILLE", [])) as readonly (readonly Cell[])[];
  const results = await host.invokeAll([
    { id: "MAINT", args: ["PACK", [[2]]] },
    { id: "MAINT", args: ["PACK", [[2]], null, null, null] },
    { id: "MAINT", args: ["PACK", [[2]], null, 2014] },
    { id: "MAINT", args: ["PACK", [[2]], null, null, grid] },
    { id: "MAINT", args: ["PACK", [[2]], "Commune"] },
  ]);
  expect(results).toEqual([[[422]], [[422]], [[422]], [[422]], [[0]]]); // 2 × 211
});

test("a range spills to its own shape, and a bad cell gives its own error and sentence", async () => {
  const spilled = await host.invoke("MAINT", [
    "POSTE_STD",
    [
      [12, null, -3],
      [new CellError("#REF!"), new CellError("#DIV/0!"), 1],
    ],
  ]);
  const [[amount, blank, negative], [reference, division, one]] = spilled as readonly [
    readonly Cell[],
    readonly Cell[],
  ];
  expect([amount, blank, one]).toEqual([442.32, 0, 36.86]);
  expect(shown(negative!)).toEqual(["#VALUE!", "Quantité « −3 » : un nombre entier, 0 ou plus, est attendu."]);
  expect(shown(reference!)).toEqual(["#VALUE!", "La cellule donnée contient l’erreur #REF!."]);
  expect(division).toMatchObject({ code: "#DIV/0!" });
});

test("an error of the whole comes with its sentence, in French", async () => {
  const results = await host.invokeAll([
    { id: "TARIF", args: ["Zorglub", "Maintenance"] },
    { id: "TARIF", args: ["Imprimante jet encre", "Installation"] },
    { id: "MAINT", args: ["POSTE_STD", [[null]]] },
    { id: "MAINT", args: ["POSTE_STD", [[1]], null, yearWithoutTariff] },
    {
      id: "TITRE",
      args: [
        [
          ["Commune", "École", "Élèves", "Poste client standard"],
          ["Beure", "École primaire", 80, "12 ?"],
        ],
        2014,
      ],
    },
    { id: "QUOTEPART", args: [inventory, "Chalezeulle", 2014] },
    { id: "ENLETTRES", args: [new CellError("#N/A")] },
  ]);
  expect(results.map(shown)).toEqual([
    ["#VALUE!", 'Prestation inconnue : Zorglub. Exemple : "POSTE_STD".'],
    ["#N/A", "Aucun tarif d’installation pour « Imprimante jet encre »."],
    ["#VALUE!", "Quantité vide : un nombre entier, 0 ou plus, est attendu."],
    ["#N/A", `Aucun tarif voté pour la campagne ${yearWithoutTariff}.`],
    ["#VALUE!", "Points à corriger : 1. Leur liste : ORDICLASSE.CONTROLE."],
    ["#VALUE!", "Commune inconnue : Chalezeulle. Nom proche : Chalezeule."],
    ["#N/A", "La cellule donnée contient l’erreur #N/A."],
  ]);
});

test("cells in error reach CONTROLE, which tells them at their place", async () => {
  const broken = [headers, ["Beure", "École primaire", 80, 1, new CellError("#REF!")]];
  const [row] = (await host.invoke("CONTROLE", [broken, 2014])) as readonly (readonly Cell[])[];
  expect(row!.slice(0, 3)).toEqual(["À corriger", 2, 5]);
});

test("each of many cells recalculated at once gets its own result", async () => {
  const calls = Array.from({ length: 2000 }, (_, quantity) => ({
    id: "MAINT",
    args: ["POSTE_STD", [[quantity]]] as FunctionValue[],
  }));
  const results = (await host.invokeAll(calls)) as readonly (readonly (readonly number[])[])[];
  expect(results.map((rows) => rows[0]![0])).toEqual(calls.map((_, quantity) => (quantity * 3686) / 100));
});

test("a sample's sheet, as its used range crosses the wire, gives its figures", async () => {
  const name = "suivi-prestations-2014";
  const opened = await openWorkbookFile(await readFile(samplePath(`${name}.xlsx`)), `${name}.xlsx`);
  const range = opened.ok ? opened.workbook.cells.sheets[0]!.rows : [];
  const expected = expectedOf(name);
  const communes = Object.entries(expected.byCommune);
  const [total, ...dues] = await host.invokeAll([
    { id: "TITRE", args: [range, 2014] },
    ...communes.map(([, { name: commune }]) => ({ id: "QUOTEPART", args: [range, commune, 2014] })),
  ]);
  expect(total).toBe(Number(expected.total));
  expect(dues).toEqual(communes.map(([, { due }]) => Number(due)));
});
