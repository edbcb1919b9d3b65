import { readFile, writeFile } from "node:fs/promises";
import { readdirSync, readFileSync } from "node:fs";
import type { StatementJson } from "../../src/statement";
import { Folder, run } from "../cli/run-rebill";
import { samplePath } from "./samples";

const folder = new Folder();
const names = readdirSync(samplePath("other-offices"))
  .filter((name) => name.endsWith(".xlsx"))
  .map((name) => name.replace(/\.xlsx$/, ""));

type Figures = Pick<StatementJson, "total" | "cagb" | "communes" | "byCommune" | "pupils" | "schools">;

/** Figures worked out by hand, apart from the product. */
function expectedOf(name: string): Figures {
  return JSON.parse(readFileSync(samplePath(`other-offices/${name}.expected.json`), "utf8"));
}

async function bill(
  name: string,
  options?: object,
  format = "xlsx",
): Promise<{ code: number; json: StatementJson; errors: string[] }> {
  const [path, given] = [folder.file("o.json"), folder.file("options.json")];
  if (options !== undefined) await writeFile(given, JSON.stringify(options));
  const chosen = options === undefined ? [] : ["--options", given];
  const file = samplePath(`other-offices/${name}.${format}`);
  const { code } = await run(file, "--campaign", "2014", "--json", path, ...chosen);
  const json: StatementJson = JSON.parse(await readFile(path, "utf8"));
  const errors = json.anomalies.filter(({ severity }) => severity === "error");
  return { code, json, errors: [...new Set(errors.map((one) => one.code))].sort() };
}

const sheetRow = (row: number) => ({ sheet: "Export", row, column: "A", reason: "report de page" });
const state = (word: string) => ({ words: [{ word, kind: "state", as: "out" }] });
const header = (word: string) => ({ words: [{ word, kind: "header", as: "out" }] });

/** What is asked of the workbooks in which something may be due or not, and the answer that is true. */
const asked: Readonly<Record<string, { readonly codes: readonly string[]; readonly answer: object | null }>> = {
  "b05-legende-rouge-2014": {
    codes: ["undue-colour"],
    answer: state("Légende : en rouge, matériel retiré en juillet 2014 (à ne plus facturer)"),
  },
  "b16-commentaire-de-cellule-2014": {
    codes: ["undue-note"],
    answer: state("École fermée en juillet 2014, matériel repris : ne plus facturer"),
  },
  "b17-section-ecoles-fermees-2014": { codes: ["unread-section"], answer: state("Écoles fermées en juillet 2014") },
  "b19-a-reporter-pied-de-page-2014": {
    codes: ["missing-commune", "missing-school"],
    answer: { setAside: [9, 10, 14, 21, 22, 26].map(sheetRow) },
  },
  "b24-portail-et-effectifs-2014": {
    codes: ["ambiguous-source"],
    answer: { repeats: [{ sheet: "Prestations", cell: "A1", as: "last" }] },
  },
  // Two schools a row, whose names nobody wrote.
  "b25-maternelle-elementaire-cote-a-cote-2014": { codes: ["no-school-column"], answer: null },
  "b26-feuille-ecoles-fermees-2014": {
    codes: ["not-in-service-asked"],
    answer: { tables: [{ sheet: "Écoles fermées", cell: "A1", as: "ignored" }] },
  },
  "b35-remarques-transferee-regroupee-2014": { codes: ["undue-remark"], answer: header("Observations") },
  "b56-affectation-reserve-2014": { codes: ["leaving-remark"], answer: header("Affectation") },
  "b58-date-de-fermeture-2014": {
    codes: ["exit-date-unclear"],
    answer: { mappings: [{ sheet: "Parc 2014", cell: "D1", as: "exit" }] },
  },
  "b82-eleves-enseignants-total-2014": {
    codes: ["duplicate-header", "no-headcounts"],
    answer: {
      mappings: [
        { sheet: "Parc 2014", cell: "C2", as: "headcount" },
        { sheet: "Parc 2014", cell: "E2", as: "ignored" },
      ],
    },
  },
  "b89-fiche-ecole-fermee-2014": {
    codes: ["undue-note"],
    answer: state("École fermée en juillet 2014, matériel repris"),
  },
};

describe.each(names.filter((name) => !(name in asked)))("%s, which a colleague reads at once", (name) => {
  test("is billed to the cent, and nothing is asked", async () => {
    const { code, json, errors } = await bill(name);
    expect([code, errors]).toEqual([0, []]);
    expect(json).toMatchObject(expectedOf(name));
  });
});

describe.each(Object.keys(asked))("%s, which may be read in two ways", (name) => {
  const { codes, answer } = asked[name]!;
  test("is asked", async () => {
    expect(await bill(name)).toMatchObject({ code: 1, errors: codes });
  });

  if (answer !== null)
    test("is billed to the cent once answered", async () => {
      const { code, json, errors } = await bill(name, answer);
      expect([code, errors]).toEqual([0, []]);
      expect(json).toMatchObject(expectedOf(name));
    });
});

describe.each(["xls", "ods"])("the comment of a cell, in an .%s as in the .xlsx,", (format) => {
  const name = "b16-commentaire-de-cellule-2014";
  const { codes, answer } = asked[name]!;
  test("is asked", async () => {
    expect(await bill(name, undefined, format)).toMatchObject({ code: 1, errors: codes });
  });

  test("is billed to the cent once answered", async () => {
    expect(await bill(name, answer!, format)).toMatchObject({ code: 0, errors: [], json: expectedOf(name) });
  });
});
