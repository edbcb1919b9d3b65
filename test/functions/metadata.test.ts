import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { excelFunctionNames } from "./excel-function-names";

interface Parameter {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
}

interface CustomFunction {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly options?: unknown;
  readonly parameters: readonly Parameter[];
  readonly result: { readonly type?: string; readonly dimensionality?: string };
}

const source = "src/functions/functions.ts";
let functions: readonly CustomFunction[];
beforeAll(async () => {
  const generated = await generateCustomFunctionsMetadata(source);
  expect(generated.errors).toEqual([]);
  functions = JSON.parse(generated.metadataJson).functions;
});

/** A function as decisions §6 writes it: `MAINT(prestation; quantité*; [payeur])`, a star for a range. */
const signature = ({ name, parameters }: CustomFunction) => {
  const written = parameters.map((one) => {
    const shown = `${one.name}${one.dimensionality === "matrix" ? "*" : ""}`;
    return one.optional === true ? `[${shown}]` : shown;
  });
  return `${name}(${written.join("; ")})`;
};

describe("the metadata of the functions for Excel", () => {
  test("the metadata list the ten functions, with their parameters in order, ranges and optional ones", () => {
    expect(functions.map(signature)).toEqual([
      "TARIF(prestation; nature; [payeur]; [campagne]; [grille*])",
      "INSTALL(prestation; quantité*; [payeur]; [campagne]; [grille*])",
      "MAINT(prestation; quantité*; [payeur]; [campagne]; [grille*])",
      "GRILLE([campagne])",
      "REPARTITION(inventaire*; [campagne]; [par]; [grille*])",
      "QUOTEPART(inventaire*; commune; [campagne]; [grille*])",
      "TITRE(inventaire*; [campagne]; [payeur]; [grille*])",
      "CONTROLE(inventaire*; [campagne])",
      "CAMPAGNE(date)",
      "ENLETTRES(montant)",
    ]);
    for (const { parameters } of functions) for (const { type } of parameters) expect(type).toBe("any");
  });

  test("the metadata of functions give a range as result where they spill, a number or a text elsewhere", () => {
    const results = Object.fromEntries(
      functions.map(({ name, result }) => [name, result.dimensionality ?? result.type]),
    );
    expect(results).toEqual({
      TARIF: "number",
      INSTALL: "matrix",
      MAINT: "matrix",
      GRILLE: "matrix",
      REPARTITION: "matrix",
      QUOTEPART: "number",
      TITRE: "number",
      CONTROLE: "matrix",
      CAMPAGNE: "number",
      ENLETTRES: "string",
    });
  });

  test("functions are pure: neither volatile, nor streaming, nor given the address of their cell", () => {
    expect(functions.filter(({ options }) => options !== undefined)).toEqual([]);
  });

  test("each function has its place in the help page, and the name by which it is associated", () => {
    for (const { id, name, helpUrl } of functions) {
      expect(id).toBe(name);
      expect(helpUrl).toBe(`https://localhost:3000/aide-fonctions.html#${name.toLowerCase()}`);
    }
  });

  test("descriptions are short French sentences, well typeset", () => {
    const texts = functions.flatMap(({ description, parameters }) => [
      description ?? "",
      ...parameters.map((one) => one.description ?? ""),
    ]);
    for (const text of texts) {
      expect(text).toMatch(/^["«\p{L}\d].*\.$/u);
      expect(text.length).toBeLessThanOrEqual(160);
      expect(text).not.toMatch(/« | »| [:;!?]|\w'\w/);
      expect(text).not.toMatch(/\b(the|or|of|if|left out)\b/);
    }
    expect(texts.filter((text) => /[éèêàç]/i.test(text)).length).toBeGreaterThan(texts.length / 2);
  });
});

describe("names that Excel takes, in English and in French", () => {
  test("the names of functions are at least three ASCII letters", () => {
    for (const { name } of functions) expect(name).toMatch(/^[A-Z]{3,20}$/);
  });

  test("no built-in function has one of them", () => {
    const FormulaParser = jest.requireActual<new () => { supportedFunctions(): string[] }>("fast-formula-parser");
    const builtIn = new Set([...excelFunctionNames, ...new FormulaParser().supportedFunctions()]);
    expect(builtIn.has("VLOOKUP") && builtIn.has("RECHERCHEV")).toBe(true);
    expect(builtIn.size).toBeGreaterThan(800);
    expect(functions.map(({ name }) => name).filter((name) => builtIn.has(name))).toEqual([]);
    expect(builtIn.has("ORDICLASSE")).toBe(false);
  });

  /** A1 up to XFD1048576, and R1C1, which French Excel writes L1C1. */
  const looksLikeCell = (name: string): boolean => {
    if (/^[RL]\d*(C\d*)?$|^C\d*$/.test(name)) return true;
    const [, letters = "", digits = ""] = /^([A-Z]{1,3})(\d{1,7})$/.exec(name) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    return column >= 1 && column <= 16384 && Number(digits) >= 1 && Number(digits) <= 1_048_576;
  };

  test("none looks like a cell", () => {
    for (const cell of ["A1", "TVA20", "XFD1048576", "R1C1", "L1C1", "RC", "C"]) expect(looksLikeCell(cell)).toBe(true);
    for (const name of ["XFE1", "XFD1048577", "LIC"]) expect(looksLikeCell(name)).toBe(false);
    expect(functions.filter(({ name }) => looksLikeCell(name))).toEqual([]);
    expect(looksLikeCell("ORDICLASSE")).toBe(false);
  });
});
