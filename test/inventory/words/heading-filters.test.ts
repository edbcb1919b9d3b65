import { readFileSync } from "node:fs";
import { mayHeadAcross, mayHeadForm, mayHeadRow, structuralRole } from "../../../src/inventory/words/headings";
import { anchors } from "../../../src/inventory/words/heading-roles";

/** Where the words of headings are written: the rules, and the abbreviations that they are opened from. */
const sources = ["src/inventory/words/headings.ts", "src/tariff/labels/tokens.ts"].map((file) =>
  // What the prefilters themselves hold is no rule's.
  readFileSync(file, "utf8").replace(/export const mayHead\w+ =\s+\/.*\/i;/g, ""),
);

/** Every run of words of the rules, and each word of it; of « eleves? », the singular and the plural. */
const written = new Set(
  sources
    .flatMap((source) => [source, source.replace(/[a-z]\?/g, ""), source.replace(/\?/g, "")])
    .flatMap((source) => source.match(/[a-z0-9]+(?: [a-z0-9]+)*/g) ?? [])
    .flatMap((run) => [run, ...run.split(" ")])
    .flatMap((text) => [text, `date ${text}`, `nom ${text}`, `code ${text}`, `type ${text}`, `denomination ${text}`]),
);

const roleOf = (text: string): string => structuralRole(text)?.role ?? "none";

const headings = (roles: ReadonlySet<string>): string[] => [...written].filter((text) => roles.has(roleOf(text)));

/** The rows of a pivot table, and « Dénomination principale » of an extract of schools: they head columns, and ask for nothing on a form. */
const askNothing = ["denomination principale", "row label", "row labels"];

describe("prefilters of headings", () => {
  const ofRows = headings(new Set([...anchors, "label"]));
  const ofForms = headings(new Set(["commune", "school"]));

  it("finds the words of the rules", () => {
    expect(ofRows).toEqual(expect.arrayContaining(["cne", "mairie", "gs", "cog", "entity", "prenom", "equipement"]));
    expect(ofForms).toEqual(expect.arrayContaining(["commune", "etab", "implantation"]));
  });

  it("let every word of the rules find a table", () => {
    expect(ofRows.filter((text) => !mayHeadRow.test(text))).toEqual([]);
  });

  it("let every word of the rules be asked on a form", () => {
    expect(ofForms.filter((text) => !mayHeadForm.test(text)).sort()).toEqual(askNothing);
  });

  it("let every word of the rules name a row of names across", () => {
    expect(ofForms.filter((text) => !mayHeadAcross.test(text)).sort()).toEqual(["denomination principale"]);
  });
});
