import { correctedRole } from "../../../../src/inventory/column-corrections";
import type { WordChoice } from "../../../../src/options";
import { campaignOf, gridFor } from "../../../../src/tariff";
import { billed, read, told } from "../read-sheets";
import { columns, headcounts, long, poste, register, serveur, wide } from "./table-of";

const found = gridFor(campaignOf(2014));
if (!found.ok) throw new Error("the 2014 grid covers the campaign of 2014");
const grid = found.value;
const at = (cell: string, as: string) => ({ mappings: [{ file: null, sheet: "Parc", cell, as }] });
const header = (word: string, as: string): { words: WordChoice[] } => ({ words: [{ word, kind: "header", as }] });

describe("the role that a user gives a column", () => {
  it.each([
    ["commune", "commune"],
    ["école", "school"],
    ["insee", "insee"],
    ["prestation", "label"],
    ["nature", "nature"],
    ["état", "status"],
    ["state", "status"],
    ["entrée", "date-in"],
    ["entry", "date-in"],
    ["sortie", "date-out"],
    ["exit", "date-out"],
    ["ignorer", "ignored"],
    ["ignored", "ignored"],
    ["nothing", "ignored"],
    ["in-service", "ignored"],
    ["effectif", "count"],
    ["headcount", "count"],
    ["quantité", "count"],
    ["quantity installation", "count"],
    ["POSTE_STD", "count"],
    ["poste_std installation", "count"],
    ["POSTE_STD maintenance", "count"],
    ["year-installed", "installed-on"],
    ["année d’installation", "installed-on"],
    ["SERVEUR_STD year-installed", "installed-on"],
  ])("a column that the user calls « %s » is %s", (as, kind) => {
    expect(correctedRole(as, grid)?.role.kind).toBe(kind);
  });

  it.each(["chaises", "POSTE", "POSTE_STD vendu", ""])("« %s » is not a role that the user can give", (as) => {
    expect(correctedRole(as, grid)).toBeNull();
  });

  it("an ignored column has no role: neither nature nor label, nor unknown column", () => {
    const reading = read(
      [long(["Prestation", "Quantité", "Divers", "Mouvement"], [[poste, 12, 3, "Installation"]]), headcounts],
      2014,
      { mappings: [...at("E1", "ignorer").mappings, ...at("F1", "ignorer").mappings] },
    );
    expect(columns(reading).slice(2)).toEqual(["Divers: (ignored)", "Mouvement: (ignored)"]);
    expect(billed(reading)).toContain("Amagney/École primaire POSTE_STD 12");
    expect(told(reading, "error", "warning").filter((text) => text.includes("Parc"))).toEqual([]);
  });

  it("a state that is « en service » for the whole column is not read", () => {
    const reading = read([register(["État"], [["au garage"]]), headcounts], 2014, at("E1", "in-service"));
    expect(billed(reading)).toContain("Amagney/École primaire POSTE_STD 1");
    expect(told(reading, "error")).toEqual([]);
  });

  it("a word means the same wherever it heads a column, unless the column's own cell is settled otherwise", () => {
    const table = wide(["Postes", serveur], [[12, 1]]);
    expect(told(read([table, headcounts]), "error")).toEqual(["error ambiguous-header Parc!C1"]);
    const said = read([table, headcounts], 2014, header("POSTES", "POSTE_STD"));
    expect(billed(said)).toContain("Amagney/École primaire POSTE_STD 12");
    expect(told(said, "error")).toEqual([]);
    const settled = read([table, headcounts], 2014, { ...header("Postes", "POSTE_STD"), ...at("C1", "POSTE_SPEC") });
    expect(billed(settled)).toContain("Amagney/École primaire POSTE_SPEC 12");
    expect(told(read([table, headcounts], 2014, header("Postes", "nothing")), "error")).toEqual([]);
  });
});
