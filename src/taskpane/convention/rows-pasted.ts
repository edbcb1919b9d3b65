import { fold } from "../../cells";
import { countingOf, natures } from "../../tariff";
import { copiedCells, copiedTable, eachOnce, isFigures, type Copied, type Pasted } from "./copied-table";
import { kindOf } from "./field-kinds";
import { priceFields, rowFields } from "./sections";
import { emptyRow } from "./starts";
import { codeOf, type nounsOf } from "./typing";

type Nouns = ReturnType<typeof nounsOf>;

const titleWords =
  /\b(code|prestations?|libelles?|designations?|unites?|natures?|installation|maintenance|prix|tarifs?|montants?|couts?|parts?|plafond|compte|mots)\b/g;

/**
 * Returns the prestations of a table copied from a sheet or an act. Columns are identified by their titles (prestation,
 * nature, payer), else by their order: wording, prices, unit. In a table with one row per nature, a prestation is the
 * rows with its code.
 */
export function rowsPasted(text: string, nouns: Nouns, hasDebtor: boolean): Pasted {
  const { lines, titles, unread } = copiedTable(text, titleWords);
  const titled = Array.isArray(titles) ? fieldsOf(titles, nouns, hasDebtor) : null;
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const inOrder = [...rowFields, ...pricesOf(width, hasDebtor), "perSite", "counts", "words"];
  const rows = lines.map((line) => ({ line, cells: byNature(copiedCells(line, titled ?? inOrder)) }));
  const isUnclear =
    titles === "unparted" ||
    (titled !== null && !titled.some((field) => field?.includes("."))) ||
    (titled === null && rows.some(({ cells }) => isFigures(cells?.["unit"] ?? "")));
  if (isUnclear) return { items: [], unread: [], passedOver: [], isUnclear };
  const read = rows.flatMap(({ cells }) => (cells === null ? [] : [cells]));
  return {
    items: (titled?.includes("nature") ? oneACode(read) : read).map((cells) => rowOf(cells, nouns.site)),
    unread: [...rows.flatMap(({ line, cells }) => (cells === null ? [line.text] : [])), ...unread],
    passedOver: Array.isArray(titles) ? titles.filter((title, at) => title !== "" && titled![at] === null) : [],
    isUnclear,
  };
}

const titlesOf: readonly (readonly [field: string, title: RegExp])[] = [
  ["code", /^code/],
  ["prestation", /^(prestation|libelle|designation)/],
  ["unit", /^unite/],
  ["nature", /^nature/],
  ["perSite", /^plafond/],
  ["counts", /^compte/],
  ["words", /^(autres )?mots/],
];

const installed = /\b(install|pose|fourniture|acquisition|achat|mise en (place|service))/;
const maintained = /\b(maint|entretien|annuel|fonctionnement|abonnement)/;

function natureOf(folded: string): (typeof natures)[number] | null {
  return installed.test(folded) ? "installation" : maintained.test(folded) ? "maintenance" : null;
}

/** Returns the field of each column by its title; null without one, and for the total of prices in other columns. */
function fieldsOf(titles: readonly string[], nouns: Nouns, hasDebtor: boolean): (string | null)[] {
  const folded = titles.map(fold);
  const hasNature = folded.some((title) => title.startsWith("nature"));
  const payers = folded.map((title) => payerOf(title, nouns));
  const isShared = payers.some((payer) => payer !== null);
  return eachOnce(
    folded.map((title, at) => {
      const known = titlesOf.find(([, is]) => is.test(title));
      if (known !== undefined) return known[0];
      const [payer, nature] = [payers[at] ?? null, natureOf(title)];
      if (payer === "debtor" && !hasDebtor) return null;
      if (payer === null && nature === null && (hasDebtor || isShared || !isPrice.test(title))) return null;
      return `${nature ?? (hasNature ? "row" : "maintenance")}.${payer ?? "member"}`;
    }),
  );
}

const isPrice = /\b(prix|tarif|montant|cout|part)/;

/** Returns the payer in a title, by the nouns of the convention or the usual ones; null without one. */
function payerOf(title: string, { debtor, member }: Nouns): "debtor" | "member" | null {
  const short = fold(debtor).replace(/^(la|le|l) |\W*(feminin|masculin)\W*$/g, "");
  const names = (noun: string, endings = "") =>
    noun !== "" && new RegExp(String.raw`\b${noun.replace(/\W+/g, ".")}${endings}\b`).test(title);
  if (names(short)) return "debtor";
  // « Part communale » is that of a commune.
  if (names(fold(member).replace(/e$/, ""), "(e|s|es|al|ale|ales)?")) return "member";
  if (/\b(communaut|agglo|metropole|syndicat|intercommunal|epci|intermediaire|groupement)/.test(title)) return "debtor";
  return /\b(communes?|communales?|membres?|collectivites?)\b/.test(title) ? "member" : null;
}

/** Returns the price fields of a table of `count` columns: only the member’s when it has one or two. */
function pricesOf(count: number, hasDebtor: boolean): readonly string[] {
  if (count === rowFields.length + 1) return ["maintenance.member"];
  const isOfMember = !hasDebtor || count === rowFields.length + 2;
  return isOfMember ? priceFields.filter((field) => field.endsWith("member")) : priceFields;
}

/** Returns cells whose prices belong to the nature of their row; null without a known nature. */
function byNature(cells: Copied): Copied | null {
  const ofRow = Object.keys(cells).filter((field) => field.startsWith("row."));
  const nature = natureOf(fold(cells["nature"] ?? ""));
  if (ofRow.length > 0 && nature === null) return null;
  return Object.fromEntries(
    Object.entries(cells).map(([field, cell]) => [field.replace(/^row\./, `${nature}.`), cell]),
  );
}

function codeOfRow(cells: Copied): string {
  return cells["code"] ?? codeOf(cells["prestation"] ?? "");
}

/** Merges the rows of a code: of two values of a field, the first one is kept. */
function oneACode(rows: readonly Copied[]): Copied[] {
  const byCode = new Map<string, Copied>();
  for (const cells of rows) byCode.set(codeOfRow(cells), { ...cells, ...byCode.get(codeOfRow(cells)) });
  return [...byCode.values()];
}

function rowOf(cells: Copied, site: string): object {
  const { prestation = "", unit = "" } = cells;
  const code = codeOfRow(cells);
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
