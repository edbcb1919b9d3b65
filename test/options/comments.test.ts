import { CellError } from "../../src/cells";
import type { Cell } from "../../src/cells";
import { message } from "../../src/messages";
import type { Anomaly, Language } from "../../src/messages";
import { readOptionsSheet } from "../../src/options";
import { headers, sheetOf } from "./sheet-of";

function anomaliesOf(...rows: (readonly Cell[])[]): readonly Anomaly[] {
  const read = readOptionsSheet([sheetOf([headers, ...rows])]);
  return read.ok ? [] : read.error;
}

const placesOf = (...rows: (readonly Cell[])[]) => anomaliesOf(...rows).map(({ code, cell }) => [code, cell]);

/** Spaces are plain. */
const told = (row: readonly Cell[], language: Language = "fr") =>
  anomaliesOf(row).map(({ code, params }) => message(code, params, language).replace(/\s/g, " "));

const comment = (commune: Cell, text: Cell, year: Cell) => ["Commentaire d’écart", commune, text, year];

describe("a comment of the sheet « Options Ordiclasse »", () => {
  it("is refused where it is a second one on a commune for the same campaign, however it is written; another campaign is another", () => {
    const rows = [comment("Saint-Vit", "a", 2014), comment("Saint-Vit", "b", 2015), comment("ST VIT", "c", 2014)];
    expect(placesOf(...rows)).toEqual([["options-comment-twice", "B4"]]);
  });

  it("is told the commune that it may be about", () => {
    expect(told(comment("Chalezeulle", "x", 2014))).toEqual([
      "« Chalezeulle » n’est pas une commune de la CAGB. Nom le plus proche : Chalezeule. Corrigez la commune de ce commentaire d’écart.",
    ]);
  });

  it("has 500 characters at most, spaces around it apart; more are refused at their cell, and the limit is told", () => {
    expect(placesOf(comment("Pirey", ` ${"a".repeat(500)} `, 2014))).toEqual([]);
    const endless = comment("Pirey", "a".repeat(40_000), 2014);
    expect(placesOf(endless)).toEqual([["options-comment-too-long", "C2"]]);
    expect(told(endless)).toEqual([
      "Le commentaire d’écart sur Pirey pour la campagne 2014 a 40000 caractères. Gardez-en 500 au plus.",
    ]);
    expect(told(endless, "en")).toEqual([
      "The comment on Pirey for the 2014 campaign has 40000 characters. Keep 500 at most.",
    ]);
  });

  it("is told each of its faults: its commune, and its length", () => {
    expect(placesOf(comment("Pirei", "a".repeat(501), 2014))).toEqual([
      ["options-comment-commune", "B2"],
      ["options-comment-too-long", "C2"],
    ]);
  });

  it("is told that its year is missing", () => {
    expect(told(comment("Pirey", "Travaux", " "))).toEqual([
      "L’année manque. Indiquez celle de la campagne comparée, par exemple 2014.",
    ]);
    expect(told(comment("Pirey", "Travaux", null), "en")).toEqual([
      "The year is missing. Give the one of the campaign compared, for example 2014.",
    ]);
  });

  it("is told which Excel error it holds, which is not an empty cell", () => {
    const failed = new CellError("#NAME?");
    expect(told(comment("Pirey", failed, 2014))).toEqual([
      "La cellule « Précision » contient l’erreur « #NAME? ». Corrigez la formule ou tapez la valeur.",
    ]);
    expect(told(comment("Pirey", failed, 2014), "en")).toEqual([
      "The cell “Précision” holds the error “#NAME?”. Correct the formula or type the value.",
    ]);
    expect(placesOf(comment(failed, "Travaux", failed))).toEqual([
      ["options-sheet-error", "B2"],
      ["options-sheet-error", "D2"],
    ]);
  });
});
