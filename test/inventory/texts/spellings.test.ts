import { commonReader } from "../../../src/inventory/texts/read-text";
import type { Meaning } from "../../../src/inventory/texts/types";

/** What a text says, whatever its words. */
const said = (text: string): readonly string[] => commonReader.read(text, "heading").meanings.map(saidBy);
const saidBy = (meaning: Meaning): string =>
  meaning.is === "concept" ? meaning.concept : meaning.is === "item" ? JSON.stringify(meaning.label) : meaning.how;

describe("an office's spelling is read as the words it stands for", () => {
  it.each([
    ["II – Installations de l’année", "Installations de l’année"],
    ["B. En service", "En service"],
    ["I - Maintenance", "Maintenance"],
    ["Num. inventaire", "Numéro inventaire"],
    ["No inventaire", "Numéro inventaire"],
    ["N° inventaire", "Numéro inventaire"],
    ["N d’ordre", "Numéro ordre"],
    ["Inst.", "Installation"],
    ["Install.", "Installation"],
    ["Maint.", "Maintenance"],
    ["Qté", "Quantité"],
    ["Qt", "Quantité"],
    ["Étab.", "Établissement"],
    ["Établ.", "Établissement"],
    ["Cne", "Commune"],
    ["Obs.", "Observation"],
    ["M.E.S.", "Mise en service"],
    ["MES", "Mise en service"],
    ["Mises en service", "Mise en service"],
    ["Groupes scolaires", "Groupe scolaire"],
    ["Codes-barres", "Code-barre"],
  ])("« %s » as « %s »", (text, plain) => {
    expect(said(text)).toEqual(said(plain));
    expect(said(text)).not.toEqual([]);
  });
});
