import type { InventoryReading } from "../../src/inventory";
import { addAnalyses } from "../../src/documents";
import type { Anomaly } from "../../src/messages";
import { rectify } from "../../src/statement";
import * as given from "../statement/fixtures";
import { acceptedError, sheet, sheetsOf, textsOf } from "./fixtures";

/** An error of « Parc 01.11.2014 »: École élémentaire of Chalezeule is on its row 12, École du Parc of Avanne-Aveney on its row 13. */
const errorAt = (cell: string | null, more: Partial<Anomaly> = {}): Anomaly => ({
  ...acceptedError,
  code: "quantity-text",
  sheet: given.parc.name,
  cell,
  params: { value: cell ?? "" },
  ...more,
});

const fiches = (anomalies: readonly Anomaly[], more: Partial<InventoryReading> = {}) =>
  sheetsOf({ ...given.golden, ...more, anomalies }, { printableFiches: true });

/** What the fiche of Chalezeule says of its state. */
function said(anomalies: readonly Anomaly[], more: Partial<InventoryReading> = {}): string | undefined {
  const texts = textsOf(sheet(fiches(anomalies, more), "fiche-25112-212511200"));
  return texts.find((text) => text.startsWith("Provisoire"))?.replace(/\s/g, " ");
}

describe("a provisional fiche speaks of its own commune", () => {
  test("a point on a row of its school is told with its place; one of another commune is not", () => {
    expect(said([errorAt("F12")])).toBe(
      "Provisoire : un point à corriger concerne cette commune (Parc 01.11.2014!F12), et ce qui est en cause n’est pas facturé.",
    );
    expect(said([errorAt("F12"), errorAt("H12"), errorAt("F13")])).toContain(
      "2 points à corriger concernent cette commune (Parc 01.11.2014!F12, Parc 01.11.2014!H12)",
    );
    expect(said([errorAt("F13")])).toBe("Provisoire : aucun des points à corriger ne concerne cette commune.");
  });

  test("more than three places are counted", () => {
    const errors = ["F12", "H12", "J12", "L12", "N12"].map((cell) => errorAt(cell));
    expect(said(errors)).toContain("(Parc 01.11.2014!F12, Parc 01.11.2014!H12, Parc 01.11.2014!J12 et 2 autres)");
  });

  test("one that names the school is its commune's, wherever it stands", () => {
    const missing = (school: string, commune: string) =>
      errorAt(null, { code: "school-without-headcount", params: { school, commune } });
    expect(said([missing("École élémentaire", "Chalezeule")])).toContain("un point à corriger concerne cette commune");
    expect(said([missing("École du Parc", "Avanne-Aveney")])).toContain("aucun des points");
  });

  test("one of no commune, on a heading or a whole sheet, is said as such: nothing is guessed", () => {
    expect(said([errorAt("F4")])).toBe(
      "Provisoire : aucun point à corriger n’est situé dans cette commune. Un point ne dit pas sa commune (Parc 01.11.2014!F4) : il peut la concerner.",
    );
    expect(said([errorAt(null), errorAt("F12")])).toMatch(
      /^Provisoire : un point à corriger concerne .* Un point ne dit pas sa commune \(feuille « Parc 01.11.2014 »\) : il peut la concerner\.$/,
    );
    expect(said([errorAt("F4"), errorAt("G5")])).toContain("2 points ne disent pas leur commune");
  });

  test("a row of two communes is neither's", () => {
    const stranger = { ...given.schoolB, place: given.cells(given.parc, 1, 11) };
    expect(said([errorAt("F12")], { schools: [given.schoolA, stranger] })).toContain("Un point ne dit pas sa commune");
  });

  test("a point under a school across is about the school of its column", () => {
    const across = {
      schools: [
        { ...given.schoolA, place: given.cells(given.parc, 2, 3) },
        { ...given.schoolB, place: given.cells(given.parc, 3, 3) },
      ],
      quantities: [],
      mappings: [
        {
          sheet: given.parc,
          kind: "inventory",
          kindWords: "",
          layout: "schools-across",
          block: { top: 3, left: 0, bottom: 11, right: 3 },
          rows: null,
          communeFrom: { from: "columns" },
          columns: [],
        },
      ],
    } as const;
    const read = { ...across, quantities: given.golden.quantities.map((one) => ({ ...one, sources: [] })) };
    expect(said([errorAt("C9")], read)).toContain("concerne cette commune (Parc 01.11.2014!C9)");
    expect(said([errorAt("D9")], read)).toContain("aucun des points");
  });

  test("a school that communes share is each one's", () => {
    const shares = [
      { commune: "Chalezeule", weight: 1 },
      { commune: "Avanne-Aveney", weight: 1 },
    ];
    const sharingKeys = [{ commune: "Avanne-Aveney", school: "École du Parc", shares }];
    const models = sheetsOf({ ...given.golden, anomalies: [errorAt("F13")] }, { sharingKeys });
    for (const key of ["fiche-25112-212511200", "fiche-25036-212503600"])
      expect(textsOf(sheet(models, key)).join()).toContain("concerne cette commune");
  });

  test("all fiches on one sheet say it each, and without an error none does", () => {
    const notes = (anomalies: readonly Anomaly[]) =>
      textsOf(sheet(fiches(anomalies), "fiches-impression")).filter((text) => text.startsWith("Provisoire"));
    expect(notes([errorAt("F13")]).map((note) => /aucun|concerne/.exec(note)![0])).toEqual(["concerne", "aucun"]);
    expect(sheet(fiches([errorAt("F13")]), "fiches-impression").print.header[1]).toBe("PROVISOIRE");
    expect(notes([])).toEqual([]);
  });
});

test("the fiche of a rectified statement says both, once, however often it is marked", () => {
  const rectification = rectify(given.stateOf(given.golden), given.stateOf(given.golden));
  const mark = (models: ReturnType<typeof fiches>) =>
    addAnalyses(
      models,
      { rectification: { rectification, file: "parc-2014.xlsx", when: "2014-11-25 14:03", errors: 1 } },
      { userSheetNames: [], generatedSheets: [] },
    );
  const once = mark(fiches([errorAt("F13")]));
  const texts = textsOf(sheet(once, "fiche-25112-212511200")).map((text) => text.replace(/\s/g, " "));
  expect(texts).toContain(
    "Provisoire : aucun des points à corriger ne concerne cette commune. À ne pas émettre : rien n’est à émettre, aucun montant ne change.",
  );
  expect(mark(once)).toEqual(once);
});
