import { fold } from "../../cells";
import { amountOfText, countingOf } from "../../tariff";
import { kindOf } from "./field-kinds";
import { priceFields, rowFields } from "./sections";
import { emptyMember, emptyRow } from "./starts";
import { codeOf, type nounsOf } from "./typing";

/** The fields of a row, by their names, as they were copied. */
type Copied = Readonly<Partial<Record<string, string>>>;

/** What tells the column of a field by its title, folded. */
type Titles = readonly (readonly [field: string, title: RegExp])[];

/**
 * Returns the prestations of a table copied from a sheet. Columns are told by their titles where the first row has some, of which those
 * of no field are passed over; else by their order: what a prestation is, its prices, how it is counted.
 */
export function rowsPasted(text: string, nouns: ReturnType<typeof nounsOf>, hasDebtor: boolean): readonly object[] {
  const titles: Titles = [
    ["code", /^code/],
    ["prestation", /^(prestation|libelle|designation)/],
    ["unit", /^unite/],
    ...(hasDebtor ? ofDebtor(nouns.debtor) : []),
    ["installation.member", /^installation/],
    ["maintenance.member", /^maintenance/],
    ["perSite", /^plafond/],
    ["counts", /^compte/],
    ["words", /^(autres )?mots/],
  ];
  const inOrder = (count: number) => [...rowFields, ...pricesOf(count, hasDebtor), "perSite", "counts", "words"];
  return copied(text, titles, inOrder).map((cells) => rowOf(cells, nouns.site));
}

function ofDebtor(debtor: string): Titles {
  const name = fold(debtor).replace(/^(la|le|l) |\W*(feminin|masculin)\W*$/g, "");
  const is = ({ source }: RegExp) => new RegExp(`${source}.*(intermediaire|${name.replace(/\W+/g, ".") || "-"})`);
  return [
    ["installation.debtor", is(/^installation/)],
    ["maintenance.debtor", is(/^maintenance/)],
  ];
}

/** Returns the prices of a table of so many columns: the member’s alone where it has one or two. */
function pricesOf(count: number, hasDebtor: boolean): readonly string[] {
  if (count === rowFields.length + 1) return ["maintenance.member"];
  const isOfMember = !hasDebtor || count === rowFields.length + 2;
  return isOfMember ? priceFields.filter((field) => field.endsWith("member")) : priceFields;
}

function rowOf(cells: Copied, site: string): object {
  const { prestation = "", unit = "" } = cells;
  const code = cells["code"] ?? codeOf(prestation);
  const { counts, perSite } = countingOf(code, unit, { singular: site || "…" });
  const read = (field: string) => kindOf(`rows.${field}`).read(cells[field] ?? "");
  return {
    ...emptyRow,
    ...{ code, prestation, unit },
    installation: { debtor: read("installation.debtor"), member: read("installation.member") },
    maintenance: { debtor: read("maintenance.debtor"), member: read("maintenance.member") },
    perSite: cells["perSite"] === undefined ? perSite : read("perSite"),
    counts: cells["counts"] === undefined ? counts : countingOf(code, cells["counts"]).counts,
    ...(cells["words"] !== undefined && { words: read("words") }),
  };
}

const memberTitles: Titles = [
  ["siren", /siren/],
  ["insee", /insee|^code/],
  ["from", /^(membre )?(du|depuis|a (compter|partir) du)|adhesion|entree/],
  ["to", /jusqu|^au$|dernier jour|retrait|sortie/],
  ["aliases", /^autres? noms?/],
  ["name", /^(noms?( .*)?|communes?|membres?|collectivites?)$/],
];

/** Returns the members of a list copied from a sheet: by titles, or in the order name, INSEE, SIREN, first and last day. */
export function membersPasted(text: string): readonly object[] {
  return copied(text, memberTitles, () => ["name", "insee", "siren", "from", "to"]).map((cells) => {
    const given = Object.entries(cells).map(([field, cell = ""]) => [field, kindOf(`communes.${field}`).read(cell)]);
    // A sheet that holds codes as numbers shows them without their first zero.
    const insee = (cells["insee"] ?? "").replace(/^\d{4}$/, "0$&");
    return { ...emptyMember, ...Object.fromEntries(given), insee };
  });
}

/** Returns the rows that a text has, each cell by its field; `inOrder`: the fields of so many columns without titles. */
function copied(text: string, titles: Titles, inOrder: (count: number) => readonly string[]): Copied[] {
  const [first, ...others] = cellsOf(text);
  if (first === undefined) return [];
  const told = first.map((title) => titles.find(([, known]) => known.test(fold(title)))?.[0] ?? null);
  // Of two columns of one field, the first: another would take its place without a word.
  const fieldsOf = told.map((field, at) => (told.indexOf(field) === at ? field : null));
  const areTitles = fieldsOf.filter((field) => field !== null).length > 1 && !first.some(isFigures);
  const fields = areTitles ? fieldsOf : inOrder(first.length);
  const rows = areTitles ? others : [first, ...others];
  return rows.map((cells) =>
    Object.fromEntries(cells.flatMap((cell, at) => (fields[at] && cell !== "" ? [[fields[at], cell]] : []))),
  );
}

const isFigures = (cell: string) => /\d/.test(cell) && typeof amountOfText(cell) !== "string";

/** Returns the cells of a text, those of a row parted by tabs, or by semicolons; blank rows are left out. */
function cellsOf(text: string): string[][] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  return lines.map((line) => line.split(line.includes("\t") ? "\t" : ";").map((cell) => cell.trim()));
}
