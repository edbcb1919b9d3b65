import type { ExclusionReason, InventoryReading, SheetNumbers, SheetRef } from "../inventory";
import type { Reconciliation, Statement } from "../statement";
import type { Grid } from "../tariff";
import { hasDebtorPart } from "./kit/billed";
import { count, euros, exactEuros, text } from "./kit/cells";
import { block, minus, plus, rounded, same, sumOf, type Formula, type Place } from "./kit/formula";
import type { Page } from "./kit/page";
import { partNames } from "./kit/say";
import { bold, styles } from "./kit/styles";
import { columnHelper, table, type Cells, type Column } from "./kit/table";
import { sheetName } from "./kit/texts";
import type { Recapitulatif } from "./recapitulatif";
import type { Repartition } from "./repartition";
import type { Titre } from "./titre";

/** The documents in which the same total is found. */
export interface Totalled {
  readonly repartition: Repartition;
  readonly recapitulatif: Recapitulatif;
  readonly titre: Titre;
}

const reconciliationNames: Readonly<Record<Reconciliation["by"], string>> = {
  lines: "Somme des lignes des fiches",
  schools: "Somme [des écoles], d’après les fiches",
  communes: "Somme [des communes], d’après le récapitulatif",
  prestations: "Somme des prestations, d’après la répartition",
  payers: `${partNames.cagb} et quotes-parts [des communes]`,
};

/**
 * Writes the titre computed in five other ways, each a live formula over another document; gaps of 0,00 are expected.
 * Returns the cells of the gaps, the last of which is that of the parts. (decisions §7)
 */
export function writeReconciliations(page: Page, statement: Statement, totalled: Totalled): Place[] {
  const { say } = page;
  const column = columnHelper<Reconciliation, "found" | "titre">();
  const reconciliations = table({
    columns: {
      amount: column.text(
        "Montant",
        null,
        ({ by }) => say(by === "payers" && !hasDebtorPart(statement) ? partNames.commune : reconciliationNames[by]),
        styles.wrapped,
      ),
      found: column.cell("Trouvé", null, ({ total, by }, _at, style) => euros(total, style, formulaFor(by, totalled))),
      titre: column.cell("Titre", null, (_row, _at, style) =>
        euros(statement.total, style, same(totalled.titre.total)),
      ),
      gap: column.cell("Écart", null, ({ difference }, at, style) =>
        exactEuros(difference, bold(style), rounded(minus(at.found, at.titre))),
      ),
    },
  });
  page.section("Rapprochements avec le titre (écart attendu : 0,00)");
  const { rows } = reconciliations.write(page, statement.reconciliations, { keep: Infinity, keepTitles: false });
  return rows.map(({ gap }) => gap);
}

function formulaFor(by: Reconciliation["by"], { repartition, recapitulatif }: Totalled): Formula | undefined {
  const { gaps, total } = recapitulatif;
  switch (by) {
    case "communes":
      return same(total.total);
    case "prestations":
      return same(repartition.total);
    case "payers":
      return plus(total.cagb, total.due);
    default:
      // The total of fiches by lines or by schools is that of the communes plus the gap of each fiche.
      return gaps === null ? undefined : sumOf(total.total, gaps[by]);
  }
}

/** The content of a sheet, and its parts in the account. */
interface SheetAccount {
  readonly sheet: SheetRef;
  readonly whole: number;
  readonly parts: readonly number[];
}

/** Tables of more sheets than these may be cut by a page. */
const sheetsKeptTogether = 12;

interface AccountTexts {
  readonly whole: string;
  readonly parts: readonly string[];
  /** The sentence when there is no sheet. */
  readonly whenEmpty: string;
}

/** Writes a row for each sheet, whose parts leave a gap of 0, and their total. */
function writeAccounts(page: Page, accounts: readonly SheetAccount[], texts: AccountTexts, keepTotal = false): void {
  const column = columnHelper<SheetAccount, string>();
  const keys = texts.parts.map((_title, index) => `part ${index}`);
  const partsOf = (at: Cells<string>) => block(at[keys[0]!]!, at[keys.at(-1)!]!);
  const parts = texts.parts.map((title, index) => [
    keys[index]!,
    column.count(title, null, (one) => one.parts[index]!),
  ]);
  const sheets = table({
    columns: {
      sheet: column.imported("Feuille", null, ({ sheet }) => sheetName(sheet), styles.wrapped),
      whole: column.count(texts.whole, null, ({ whole }) => whole),
      ...(Object.fromEntries(parts) as Record<string, Column<SheetAccount, string>>),
      gap: column.count("Écart", null, gapOf, (at) => minus(at.whole!, partsOf(at))),
    },
  });
  const sumBy = (of: (account: SheetAccount) => number) => accounts.reduce((total, one) => total + of(one), 0);
  const cells = {
    whole: sumBy(({ whole }) => whole),
    ...Object.fromEntries(keys.map((key, index) => [key, sumBy((one) => one.parts[index]!)])),
    gap: sumBy(gapOf),
  };
  const total = { label: "Total", cells, keep: keepTotal };
  sheets.write(page, accounts, { keep: sheetsKeptTogether, whenEmpty: texts.whenEmpty, total });
}

function gapOf({ whole, parts }: SheetAccount): number {
  return parts.reduce((rest, part) => rest - part, whole);
}

const numberParts = {
  billed: "Facturés",
  headcounts: "Effectifs",
  dates: "Dates",
  leftOut: "De côté",
  error: "À corriger",
} as const satisfies Partial<Record<keyof SheetNumbers, string>>;

/** Writes where each number of the visible sheets went. (decisions §4) */
export function writeNumbers(page: Page, { numbers }: InventoryReading): void {
  page.section("Chaque nombre du classeur a sa place");
  const parts = Object.keys(numberParts) as (keyof typeof numberParts)[];
  const accounts = numbers.map((one) => ({
    sheet: one.sheet,
    whole: one.numbers,
    parts: parts.map((part) => one[part]),
  }));
  const texts = { whole: "Nombres", parts: Object.values(numberParts), whenEmpty: "Aucun nombre." };
  writeAccounts(page, accounts, texts);
}

const exclusionNames: Readonly<Record<ExclusionReason, string>> = {
  title: "titre",
  subtotal: "sous-total",
  total: "total",
  zero: "aucune quantité",
  withdrawn: "sortie du parc",
  "after-snapshot": "mise en service après la date de situation",
  untariffed: "matériel sans tarif",
  "set-aside": "écartée par vos options",
  "other-year": "autre année",
  spare: "en stock ou en réserve",
  capped: "au-delà d’une unité par [école]",
  "duplicate-source": "déjà présente ailleurs",
  "not-in-service": "tableau de matériel qui n’est pas en service",
  model: "tableau modèle ou brouillon",
  ignored: "tableau laissé de côté par vos options",
  "part-of-headcount": "partie d’un effectif dont le total est donné",
  "not-counted": "ni quantité ni effectif",
};

/** Why a row is above a cap, when a school may have several units. */
const severalCapped = "au-delà de ce qui est facturé par [école]";

/** Writes the rows of each sheet: read = billed + excluded + in error; and the exclusions by reason. */
export function writeRows(page: Page, { rows }: InventoryReading, grid: Grid): void {
  page.section("Lignes lues dans chaque feuille");
  const accounts = rows.map(({ sheet, read, billed, excluded, error }) => ({
    sheet,
    whole: read,
    parts: [billed, excluded, error],
  }));
  const texts = { whole: "Lues", parts: ["Facturées", "Laissées de côté", "En erreur"], whenEmpty: "Aucune ligne." };
  const reasons = countReasons(rows);
  const names = grid.rows.some(({ perSite }) => (perSite ?? 1) > 1)
    ? { ...exclusionNames, capped: severalCapped }
    : exclusionNames;
  writeAccounts(page, accounts, texts, reasons.length > 0);
  reasons.forEach(([reason, number], index) =>
    page.band(
      [
        text(`Laissées de côté, motif : ${page.say(names[reason])}`, styles.indented),
        null,
        null,
        count(number, styles.line),
      ],
      styles.line,
      index < reasons.length - 1,
    ),
  );
}

/** Counts the rows excluded for each reason that occurs, all sheets together. */
function countReasons(rows: InventoryReading["rows"]): (readonly [ExclusionReason, number])[] {
  return (Object.keys(exclusionNames) as ExclusionReason[])
    .map((reason) => [reason, rows.reduce((total, { reasons }) => total + (reasons[reason] ?? 0), 0)] as const)
    .filter(([, number]) => number > 0);
}
