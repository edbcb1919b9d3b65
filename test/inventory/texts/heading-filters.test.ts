import { mayHeadAcross, mayHeadForm, mayHeadRow } from "../../../src/inventory/texts/header-word";
import { structuralRole } from "../../../src/inventory/texts/heading-role";
import { anchors } from "../../../src/inventory/texts/heading-roles";
import { type Sense, senses } from "../../../src/inventory/texts/senses";

/** Every word and phrase of the lexicon, alone and after what headings begin with. */
const written = Object.values<Sense>(senses)
  .flatMap(({ words }) => words.split(","))
  .map((phrase) => phrase.trim())
  .flatMap((text) => [text, `date ${text}`, `nom ${text}`, `code ${text}`, `type ${text}`, `n° ${text}`]);

const roleOf = (text: string): string => structuralRole(text)?.role ?? "none";
const headings = (roles: ReadonlySet<string>): string[] =>
  [...new Set(written)].filter((text) => roles.has(roleOf(text)));

/** The rows of a pivot table, and « Dénomination principale » of an extract of schools: they head columns, and ask for nothing on a form. */
const askNothing = ["libellés de lignes", "row labels", "étiquettes de lignes"];

describe("prefilters of headings", () => {
  const ofRows = headings(new Set([...anchors, "label"]));
  const ofForms = headings(new Set(["commune", "school"]));

  it("finds the words of the lexicon", () => {
    expect(ofRows).toEqual(expect.arrayContaining(["cne", "mairie", "COG", "entity", "prénom", "équipement"]));
    expect(ofForms).toEqual(expect.arrayContaining(["commune", "étab", "implantation"]));
  });

  it("let every word of the lexicon find a table", () => {
    expect(ofRows.filter((text) => !mayHeadRow.test(text))).toEqual([]);
  });

  it("let every word of the lexicon be asked on a form", () => {
    expect(ofForms.filter((text) => !mayHeadForm.test(text)).sort()).toEqual(askNothing.sort());
  });

  it("let every word of the lexicon name a row of names across", () => {
    expect(ofForms.filter((text) => !mayHeadAcross.test(text))).toEqual([]);
  });
});
