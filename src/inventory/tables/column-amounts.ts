import { Decimal } from "decimal.js";
import type { Anomaly } from "../../messages";
import { codeNamed, headcount, machineCodes, rowsBilled, type Grid, type Nature, type Payer } from "../../tariff";
import { anomalyAt } from "../anomalies";
import {
  codeCounted,
  countedNature,
  countsEquipment,
  isCorrected,
  leftOut,
  reasonOf,
  refusedAs,
  type Column,
} from "../column";
import type { TableBody } from "./column-contents";
import { cellsDown } from "./column-statistics";
import { kinshipOf } from "../texts/kinship";
import { saysTotal } from "../texts/total-words";
import { parseQuantity } from "../texts/values";

/** Money that is not an amount of the tariff: the price of things, each or once. */
const otherMoney =
  /\b(achats?|acquisition|acquis|prix|pu|p\.u|unitaires?|tarifs?|valeurs?|factures?|devis|budgets?|amortissements?|ttc|total|totale?s?)\b/i;

/** Headings of amounts computed from the tariff: by nature, by prestation, or simply amounts. */
const reckoned =
  /€|\b(eur|euros?|montants?|couts?|coûts?|maintenance|installation|redevance|quote|factur\w*|amount|cost)\b/i;

/** Words and quoted prices of a heading of money, which name nothing. */
const moneyWords =
  /\(?\s*(?:à |x )?\d+(?:[.,]\d+)?\s*(?:€|eur|euros?)\s*\)?|[€()]|\b(?:eur|euros?|montants?|co[uû]ts?|tarifs?|ttc|ht|valeurs?|de|d['’])(?![\p{L}])/giu;

/**
 * Refuses a column of money whose whole numbers match no price, and may count the prestation of its heading, or the
 * machines, which no other column counts. (decisions §4)
 */
export function moneyAlone(columns: readonly Column[], body: TableBody): Column[] {
  const keyOf = (code: string, nature: Nature | null): string => `${code}|${countedNature(code, nature)}`;
  const counted = new Set(
    columns.flatMap(({ role, nature }) => (countsEquipment(role) ? [keyOf(role.code, nature)] : [])),
  );
  return columns.map((column, at) => {
    if (column.role.kind !== "ignored" || column.role.why !== "money" || isCorrected(column) || body.labelled)
      return column;
    const code =
      column.texts
        .map((text) => codeNamed(body.readLabel(text.replace(moneyWords, " ")).item))
        .find((each) => each !== null) ?? (mayCountMachines(columns, at, body) ? machineCodes.standard : undefined);
    if (code === undefined || code === headcount || counted.has(keyOf(code, column.nature))) return column;
    const { integers, numbers, money } = body.contents.of(column.index);
    if (numbers === 0 || integers < numbers || money > 0) return column;
    return isReckoned(column, code, body) ? column : refusedAs(column, "unclear");
  });
}

/** The most machines that one school plausibly has. (decisions §4) */
const mostInSchool = 300;

/**
 * Returns whether a column of amounts may count machines: its numbers are small, its heading names no prestation, and they
 * are not the amounts of the quantities before it.
 */
function mayCountMachines(columns: readonly Column[], at: number, body: TableBody): boolean {
  const column = columns[at]!;
  const names = kinshipOf(column.texts.join(" ")) === "equipment";
  const isPlain = reckoned.test(column.header) && !otherMoney.test(column.header);
  if (!names && !(isPlain && columns.some(({ role }) => countsEquipment(role)))) return false;
  if (cellsDown(body, column.index).some((cell) => typeof cell === "number" && cell > mostInSchool)) return false;
  const counted = countedBefore(columns, at, body);
  const rows = counted === null ? [] : reckonedRows(column, counted, columns, body);
  return ![...rows, ...reckonedTotals(column, countedTogether(columns, at, body), body)].some(({ isSame }) => isSame);
}

/** Returns whether every whole number of a column is the price of some quantity, to the euro. */
function isReckoned({ index, nature }: Column, code: string, body: TableBody): boolean {
  const price = pricesPaid(body.grid, code, countedNature(code, nature))[0];
  if (price === undefined || price.isZero()) return false;
  return cellsDown(body, index).every((cell) => {
    if (typeof cell !== "number" || cell === 0) return true;
    const nearest = new Decimal(cell).dividedBy(price).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
    return !nearest.isZero() && nearest.times(price).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).equals(cell);
  });
}

/** The fewest rows that must equal the price of their quantity. */
const fewest = 2;

/**
 * Leaves out a column of a nature whose numbers are the prices of the quantities beside it: « Quantité | Maintenance »,
 * 12 | 442.
 */
export function leaveOutReckoned(columns: readonly Column[], body: TableBody): Column[] {
  const quantities = columns.filter(({ role }) => role.kind === "count" && role.code === null);
  if (quantities.length < 2) return [...columns];
  return columns.map((column) => {
    if (!quantities.includes(column) || column.nature === null || isCorrected(column)) return column;
    const isPrice = quantities.some((counted) => {
      if (counted === column) return false;
      const rows = reckonedRows(column, counted, columns, body);
      const same = rows.filter(({ isSame, quantity, written }) => isSame && !written.equals(quantity)).length;
      return same >= fewest && same * 5 >= rows.length * 4;
    });
    return isPrice ? leftOut(column, "money") : column;
  });
}

/** Reports each amount written in the inventory that is not quantity × price, as a warning. (decisions §4) */
export function reportAmounts(columns: readonly Column[], body: TableBody): Anomaly[] {
  if (body.labelled && !columns.some(({ role }) => role.kind === "label")) return [];
  return columns.flatMap((column, at) => {
    if (reasonOf(column) !== "money" || isCorrected(column) || !reckoned.test(column.header)) return [];
    if (otherMoney.test(column.header)) return [];
    const counted = countedBefore(columns, at, body);
    if (counted === null) return [];
    const rows = reckonedRows(column, counted, columns, body);
    const several = rows.some(({ isSame }) => isSame) ? [] : countedTogether(columns, at, body);
    return several.length > 1
      ? differencesOf(column, reckonedTotals(column, several, body), body)
      : differencesOf(column, rows, body);
  });
}

const shown = (amount: Decimal): string => amount.toFixed(2).replace(".", ",");

function differencesOf(money: Column, rows: readonly ReckonedRow[], body: TableBody): Anomaly[] {
  return rows
    .filter(({ isSame }) => !isSame)
    .map(({ row, quantity, price, written, reckoned: computed }) =>
      anomalyAt("warning", "amount-differs", body.sheet, row, money.index, {
        header: money.header,
        written: shown(written),
        reckoned: shown(computed),
        ...(quantity !== undefined && price !== undefined && { quantity, price: shown(price) }),
      }),
    );
}

/**
 * Returns the quantities before an amount that names none of them, back to the previous amount: it may be their total
 * price.
 */
function countedTogether(columns: readonly Column[], at: number, { labelled, readLabel }: TableBody): Column[] {
  const { label } = readLabel(columns[at]!.texts.join(" ").replace(/[€()]/g, " "));
  if (labelled || codeNamed(label) !== null) return [];
  const before = columns.slice(0, at);
  const last = before.findLastIndex((column) => reasonOf(column) === "money");
  return before.slice(last + 1).filter(({ role }) => role.kind === "count");
}

/**
 * Returns the quantity from which an amount is computed: one of the prestation it names, else the one right before it;
 * null when there is none.
 */
function countedBefore(columns: readonly Column[], at: number, { readLabel }: TableBody): Column | null {
  const money = columns[at]!;
  const named = codeNamed(readLabel(money.texts.join(" ").replace(/[€()]/g, " ")).label);
  for (let before = at - 1; before >= 0; before -= 1) {
    const column = columns[before]!;
    if (column.role.kind === "count" && (named === null || column.role.code === null || column.role.code === named))
      return column;
    if (reasonOf(column) !== "money" && named === null) return null;
  }
  return null;
}

/** An amount written in a row, and the amount by the tariff, for one quantity or for all those of the row. */
interface ReckonedRow {
  readonly row: number;
  readonly quantity?: number;
  readonly price?: Decimal;
  readonly written: Decimal;
  readonly reckoned: Decimal;
  /** Whether they are equal, to the euro or to the cent as written, for all payers together or for one of them. */
  readonly isSame: boolean;
}

/** The same for one quantity. */
interface Reckoned extends ReckonedRow {
  readonly quantity: number;
  readonly price: Decimal;
}

/** Yields the rows with an amount in a column, total rows excluded. */
function* amountsIn({ index }: Column, { sheet, bodyTop, bottom }: TableBody) {
  for (let row = bodyTop; row <= bottom; row += 1) {
    const cells = sheet.rows[row] ?? [];
    const cell = cells[index];
    if (typeof cell === "number" && !saysTotal(cells)) yield { row, cells, written: new Decimal(cell) };
  }
}

/**
 * Compares the numbers of a column with the sums of quantity × price over other columns, row by row, total rows
 * excluded.
 */
function reckonedTotals(money: Column, counted: readonly Column[], body: TableBody): ReckonedRow[] {
  const { grid } = body;
  const whole = body.contents.of(money.index).fractions === 0;
  const found: ReckonedRow[] = [];
  for (const { row, cells, written } of amountsIn(money, body)) {
    const sums = [new Decimal(0), new Decimal(0), new Decimal(0)];
    for (const column of counted) {
      const quantity = parseQuantity(cells[column.index] ?? null);
      const code = codeCounted(column.role);
      if (quantity.kind !== "value" || code === null) continue;
      const prices = pricesByPayer(grid, code, countedNature(code, column.nature));
      prices.forEach((price, at) => (sums[at] = sums[at]!.plus(price.times(quantity.value))));
    }
    if (sums[0]!.isZero()) continue;
    found.push({ row, written, reckoned: sums[0]!, isSame: sums.some((sum) => agrees(written, sum, whole)) });
  }
  return found;
}

/**
 * Returns the three unit prices of a prestation: both payers together, the CAGB's, the commune's; zero for a payer
 * without a price.
 */
function pricesByPayer(grid: Grid, code: string, nature: Nature): Decimal[] {
  const rows = rowsBilled(grid, code);
  const of = (payer: Payer): Decimal =>
    rows.reduce((sum, { prices }) => sum.plus(prices[nature][payer] ?? 0), new Decimal(0));
  const [cagb, commune] = [of("cagb"), of("commune")];
  return [cagb.plus(commune), cagb, commune];
}

/** Compares the numbers of a column with quantity × price, row by row, total rows excluded. */
function reckonedRows(money: Column, counted: Column, columns: readonly Column[], body: TableBody): Reckoned[] {
  const { grid, readLabel } = body;
  const label = columns.find(({ role }) => role.kind === "label") ?? null;
  const natures = columns.find(({ role }) => role.kind === "nature") ?? null;
  const whole = body.contents.of(money.index).fractions === 0;
  const found: Reckoned[] = [];
  for (const { row, cells, written } of amountsIn(money, body)) {
    const quantity = parseQuantity(cells[counted.index] ?? null);
    if (quantity.kind !== "value" || quantity.value === 0) continue;
    const text = label === null ? null : (cells[label.index] ?? null);
    const code =
      label === null ? codeCounted(counted.role) : typeof text === "string" ? codeNamed(readLabel(text).label) : null;
    const rowNature = natures === null ? null : natureIn(cells[natures.index] ?? null, readLabel);
    if (code === null || (natures !== null && rowNature === null)) continue;
    const nature = countedNature(code, money.nature ?? rowNature ?? counted.nature);
    const prices = pricesPaid(grid, code, nature);
    const price = prices[0];
    if (price === undefined) continue;
    const isSame = prices.some((each) => agrees(written, each.times(quantity.value), whole));
    found.push({ row, quantity: quantity.value, price, written, reckoned: price.times(quantity.value), isSame });
  }
  return found;
}

function agrees(written: Decimal, reckoned: Decimal, whole: boolean): boolean {
  if (!whole) return written.toDecimalPlaces(2).equals(reckoned);
  return written.equals(reckoned) || written.equals(reckoned.toDecimalPlaces(0, Decimal.ROUND_HALF_UP));
}

function natureIn(cell: unknown, readLabel: TableBody["readLabel"]): Nature | null {
  const nature = typeof cell === "string" ? readLabel(cell).nature : null;
  return nature === "installation" || nature === "maintenance" ? nature : null;
}

/**
 * Returns the unit prices of a prestation: all payers together, then each payer with a price; empty when there are
 * none.
 */
function pricesPaid(grid: Grid, code: string, nature: Nature): Decimal[] {
  const each = rowsBilled(grid, code).flatMap(({ prices }) =>
    Object.values(prices[nature]).filter((price) => price !== null),
  );
  return each.length === 0 ? [] : [each.reduce((sum, price) => sum.plus(price)), ...each];
}
