import type { Decimal } from "decimal.js";
import { frenchDate, parseIsoDate } from "../cells";
import { failure, success, type Result } from "../messages";
import { eurosInWords, formatAmount } from "../money";
import type { CommuneTotal, Comparison, Statement } from "../statement";
import type { Campaign, Commune, Grid } from "../tariff";
import type { StatusWord } from "./document-status";
import { comparedCommune } from "./fiche-lines";
import { ficheFileName, firstLabel, label, objectLimit, serviceOf, shortLimit, stateFileName } from "./finance-names";
import { basesOf, billedSchools, communesWithFiche, isCounted, pupilsOf, type Basis } from "./kit/billed";
import { sayIn, type Say } from "./kit/say";
import { claimNature, creditLineOf, stateReference } from "./kit/texts";

/**
 * Returns the lines of the titre as CSV for a finance package: one for each billed base of the liquidation, all on the
 * credit line of the act, or one for each member when each has its own titre. Their amounts add up to the claim. New
 * columns come last, because packages read columns by position. A file that must not be issued states it in its first
 * column, so that no package accepts it.
 */
export function titreCsv(statement: Statement, status: StatusWord | null = null): string {
  const { campaign, options } = statement;
  const { debtor } = campaign.convention;
  const creditLine = creditLineOf(statement);
  const headings = [
    ...["exercice", debtor === null ? "tiers (SIREN)" : "tiers (SIRET)", "libellé"],
    ...creditLine.map(({ heading }) => heading.toLocaleLowerCase("fr")),
    ...["montant", "référence état", "pièce", "date", "tiers (nom)", "quantité", "unité", "prix unitaire"],
  ];
  const line = (tiers: readonly [number: string, name: string], label: string, amount: Decimal, piece: string) => [
    ...[String(campaign.year), tiers[0], label],
    ...creditLine.map(({ code }) => code),
    ...[amount, stateReference(statement), piece, dateOf(statement), tiers[1]],
  ];
  if (debtor === null) {
    const rows = claimed(statement).map(({ commune, due }): CsvField[] => [
      ...line(
        [commune.siren, commune.name],
        claimLabel(campaign, commune),
        due,
        ficheFileName(campaign, commune, status),
      ),
      ...["", "", ""],
    ]);
    return listCsv([headings, ...rows], status);
  }
  const say = sayIn(campaign);
  const tiers = [options.particulars.debtorSiret ?? "", debtor.name] as const;
  const billed = basesOf(statement).filter(({ isBilled }) => isBilled);
  const rows = billed.map((basis): CsvField[] => [
    ...line(tiers, labelOf(basis, campaign, say), basis.amount, stateFileName(campaign, status)),
    // A part of a shared school that leaves the titre makes the amount no product.
    ...(basis.isProduct ? [String(basis.units), basis.tariff.unit, basis.price] : ["", basis.tariff.unit, ""]),
  ]);
  return listCsv([headings, ...rows], status);
}

/** Returns the date of the état; empty when the office has not given it. */
function dateOf({ options: { particulars } }: Statement): string {
  const day = parseIsoDate(particulars.establishedOn ?? "");
  return day === null ? "" : frenchDate(day);
}

/** Returns the label of a base: « ORDICLASSE 2014 - MAINTENANCE - PACK - 22 X 36,86 - QUOTES-PARTS COMMUNES ». */
function labelOf({ tariff, nature, payer, units, price, isProduct }: Basis, campaign: Campaign, say: Say): string {
  const product = `${units} X ${formatAmount(price).replace(".", ",")}`;
  const parts = [
    serviceOf(campaign),
    nature,
    tariff.prestation,
    ...(isProduct ? [product] : []),
    say(payer === "cagb" ? "part [CAGB]" : "quotes-parts [communes]"),
  ];
  return label(parts.join(" - "), objectLimit);
}

/** Returns the communes that something is claimed from, in the order of « Récapitulatif ». */
function claimed({ byCommune }: Statement): readonly CommuneTotal[] {
  return byCommune.filter(({ due }) => !due.isZero());
}

/** Returns the label of what a commune is claimed: « ORDICLASSE 2014 - QUOTE-PART - AMAGNEY ». */
function claimLabel(campaign: Campaign, { name }: Commune): string {
  return firstLabel(
    [" - QUOTE-PART - ", " QUOTE-PART ", " QP "].map((between) => serviceOf(campaign) + between + name),
    shortLimit,
  );
}

/**
 * Returns the titres issued to the communes as CSV, for the issuer's finance package: one line for each, with the
 * account in which it is recorded.
 */
export function communesCsv(statement: Statement, status: StatusWord | null = null): string {
  const { campaign } = statement;
  const nature = claimNature(statement);
  const rows = claimed(statement).map(({ commune, due }) => [
    ...[String(campaign.year), commune.siren, commune.name, claimLabel(campaign, commune)],
    ...[nature.slice(0, 2), nature, due, stateReference(statement), ficheFileName(campaign, commune, status)],
  ]);
  const headings = [
    ...["exercice", "SIREN", sayIn(campaign)("[commune]"), "libellé"],
    ...["chapitre", "nature", "montant", "référence", "pièce"],
  ];
  return listCsv([headings, ...rows], status);
}

/**
 * Returns the data of a mailing to the communes as CSV: one line for each commune, with the change of its share when
 * campaigns are compared, and empty columns for its address. Nothing is sent.
 */
export function mailingCsv(
  statement: Statement,
  comparison: Comparison | null = null,
  status: StatusWord | null = null,
): string {
  const { campaign } = statement;
  const rows = communesWithFiche(statement).map((total) =>
    mailedCommune(total, {
      total,
      grid: statement.grid,
      change: comparedCommune(comparison, total.commune)?.byPayer.commune.difference ?? "",
      file: ficheFileName(campaign, total.commune, status),
    }),
  );
  return listCsv([mailingHeadings(campaign), ...rows], status);
}

/** Returns the titles of what a mailing merges. */
export function mailingHeadings(campaign: Campaign): CsvField[] {
  const say = sayIn(campaign);
  const own = [say("[commune]"), "INSEE", "SIREN", "montant", "montant en lettres", say("[écoles]"), "élèves"];
  return [...own, "écart", "fichier", "adresse"];
}

/** The mail-merge fields of a commune besides its name and its due amount. */
interface Mailed {
  readonly total: CommuneTotal | null;
  readonly grid: Grid;
  readonly change: CsvField;
  readonly file: string;
}

/**
 * Returns the mail-merge fields of a commune. `total` is null when it is no longer billed; the pupils are empty when
 * `grid` does not count them.
 */
export function mailedCommune(
  { commune: { name, insee, siren }, due }: Pick<CommuneTotal, "commune" | "due">,
  { total, grid, change, file }: Mailed,
): CsvField[] {
  const schools = total === null ? 0 : billedSchools(total);
  const pupils = total === null ? 0 : pupilsOf(total);
  const counts = [String(schools), isCounted(grid, "pupils") ? String(pupils) : ""];
  return [name, insee, siren, due, eurosInWords(due), ...counts, change, file, ""];
}

/** A text, or an amount in euros. */
type CsvField = string | Decimal;

/** Returns a list with its titles as CSV, preceded on each line by the status when the list must not be issued. */
export function listCsv(rows: readonly (readonly CsvField[])[], status: StatusWord | null): string {
  return toCsv(status === null ? rows : rows.map((row, index) => [index === 0 ? "ÉTAT" : status, ...row]));
}

const mark = "\ufeff";
const lineEnd = "\r\n";
/** Texts that a spreadsheet may take for a formula, even after spaces. */
const formula = /^\s*[=+\-@＝＋－＠]/u;

/**
 * Returns rows in the CSV that a French spreadsheet and a finance package expect: `;` between fields, decimal commas,
 * UTF-8 with a byte order mark, Windows line ends. A text that would be a formula has an apostrophe before it; an
 * amount stays a number.
 */
function toCsv(rows: readonly (readonly CsvField[])[]): string {
  return mark + rows.map((row) => row.map(field).join(";") + lineEnd).join("");
}

function field(value: CsvField): string {
  if (typeof value !== "string") return formatAmount(value).replace(".", ",");
  const safe = formula.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** How a CSV is written: some finance packages do not read UTF-8. */
export type CsvEncoding = "utf-8" | "windows-1252";

/**
 * Returns a CSV as bytes. Windows-1252 has no byte-order mark; a character that it lacks is replaced by its equivalent
 * (a narrow no-break space by a no-break one, a minus sign by a hyphen, a letter by its base letter). Fails with the
 * first character that has no equivalent.
 */
export function encodeCsv(csv: string, encoding: CsvEncoding): Result<Uint8Array, string> {
  if (encoding === "utf-8") return success(new TextEncoder().encode(csv));
  const bytes: number[] = [];
  for (const character of csv.replace(mark, "").normalize("NFC")) {
    const codes = codesOf(character);
    if (codes === null) return failure(character);
    bytes.push(...codes);
  }
  return success(Uint8Array.from(bytes));
}

/**
 * Characters of Windows-1252 from 0x80 to 0x9F, with a dot for unassigned ones; the others have their Unicode numbers.
 */
const ownCharacters = "€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ";

/** Replacements of the characters that Windows-1252 lacks and that have no base letter. */
const replacements: Readonly<Record<string, string>> = {
  "\u202f": "\u00a0",
  "\u2009": "\u00a0",
  "\u2010": "-",
  "\u2011": "-",
  "\u2212": "-",
  "\u02bc": "’",
};

function codesOf(character: string): number[] | null {
  const code = codeOf(character);
  if (code !== null) return [code];
  const written = replacements[character] ?? character.normalize("NFKD").replace(/\p{M}+/gu, "");
  const codes = [...written].map(codeOf);
  return codes.length === 0 || codes.includes(null) ? null : (codes as number[]);
}

function codeOf(character: string): number | null {
  const point = character.codePointAt(0)!;
  if (point < 0x80 || (point >= 0xa0 && point <= 0xff)) return point;
  const index = character === "." ? -1 : ownCharacters.indexOf(character);
  return index < 0 ? null : 0x80 + index;
}
