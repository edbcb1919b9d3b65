import { Decimal } from "decimal.js";
import type { Anomaly } from "../../messages";
import type { Grid, Nature } from "../../tariff";
import { anomalyAt } from "../anomalies";
import { readQuantity } from "../read/quantity";
import { totalKind } from "../read/total-label";
import type { Column } from "../table";
import { isCorrected } from "./hearing";
import { statisticsOf } from "./statistics";
import { countedNature, refusedAs } from "./weighed";
import type { Weighed } from "./weighed";

/** Money of another kind than what the tariff gives: what things cost, one by one or once. */
const otherMoney =
  /\b(achats?|acquisition|acquis|prix|pu|p\.u|unitaires?|tarifs?|valeurs?|factures?|devis|budgets?|amortissements?|ttc|total|totale?s?)\b/i;

/** What reckons the tariff: an amount by nature, by prestation, or simply so called. */
const reckoned =
  /€|\b(eur|euros?|montants?|couts?|coûts?|maintenance|installation|redevance|quote|factur\w*|amount|cost)\b/i;

/** What makes a heading one of money, and names nothing: prices that it recalls among them. */
const moneyWords =
  /\(?\s*(?:à |x )?\d+(?:[.,]\d+)?\s*(?:€|eur|euros?)\s*\)?|[€()]|\b(?:eur|euros?|montants?|co[uû]ts?|tarifs?|ttc|ht|valeurs?|de|d['’])(?![\p{L}])/giu;

/**
 * A column set apart as money though its heading names a prestation that no other column counts, and though it holds whole
 * numbers that no format shows as money and that no quantity gives at the tariff: it may well be the quantity.
 */
export function moneyAlone(columns: readonly Column[], weighed: Weighed): Column[] {
  const counted = new Set(columns.flatMap(({ role }) => (role.kind === "count" ? [role.code] : [])));
  return columns.map((column) => {
    if (column.role.kind !== "ignored" || column.why !== "money" || isCorrected(column) || weighed.labelled)
      return column;
    const code = column.texts.map((text) => codeBeside(text, weighed)).find((each) => each !== null);
    if (code === undefined || counted.has(code)) return column;
    const { integers, numbers, money } = statisticsOf(weighed.sheet, column.index, weighed.bodyTop, weighed.bodyBottom);
    if (numbers === 0 || integers < numbers || money > 0) return column;
    return isReckoned(column, code, weighed) ? column : refusedAs(column, "unclear");
  });
}

/** The prestation that a heading names beside money; null where it names none. */
function codeBeside(text: string, { readLabel }: Weighed): string | null {
  const { label } = readLabel(text.replace(moneyWords, " "));
  return label.kind === "prestation" ? label.code : null;
}

/** Whether every whole number of a column is what some quantity costs, to the euro. */
function isReckoned({ index, nature }: Column, code: string, { sheet, bodyTop, bodyBottom, grid }: Weighed): boolean {
  const price = priceOf(grid, code, countedNature(code, nature));
  if (price === null || price.isZero()) return false;
  for (let row = bodyTop; row <= bodyBottom; row += 1) {
    const cell = sheet.rows[row]?.[index] ?? null;
    if (typeof cell !== "number" || cell === 0) continue;
    const nearest = new Decimal(cell).dividedBy(price).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
    if (nearest.isZero() || !nearest.times(price).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).equals(cell)) return false;
  }
  return true;
}

/** What the office reckoned itself, where it is not quantity × price: a warning on each amount that differs. (decisions §4) */
export function tellAmounts(columns: readonly Column[], weighed: Weighed): Anomaly[] {
  const label = columns.find(({ role }) => role.kind === "label") ?? null;
  if (weighed.labelled && label === null) return [];
  return columns.flatMap((column, at) => {
    if (column.why !== "money" || isCorrected(column) || !reckoned.test(column.header)) return [];
    if (otherMoney.test(column.header)) return [];
    const counted = countedBefore(columns, at, weighed);
    return counted === null ? [] : differencesOf(column, counted, columns, label, weighed);
  });
}

/** The quantity that an amount is reckoned from: in its group, else right before it. */
function countedBefore(columns: readonly Column[], at: number, { readLabel }: Weighed): Column | null {
  const money = columns[at]!;
  const { label } = readLabel(money.texts.join(" ").replace(/[€()]/g, " "));
  const named = label.kind === "prestation" ? label.code : null;
  for (let before = at - 1; before >= 0; before -= 1) {
    const column = columns[before]!;
    if (
      column.role.kind === "count" &&
      column.school === null &&
      (named === null || column.role.code === null || column.role.code === named)
    )
      return column;
    if (column.why !== "money" && named === null) return null;
  }
  return null;
}

function differencesOf(
  money: Column,
  counted: Column,
  columns: readonly Column[],
  label: Column | null,
  weighed: Weighed,
): Anomaly[] {
  const { sheet, bodyTop, bodyBottom, grid, readLabel } = weighed;
  const natures = columns.find(({ role }) => role.kind === "nature") ?? null;
  const whole = statisticsOf(sheet, money.index, bodyTop, bodyBottom).fractions === 0;
  const found: Anomaly[] = [];
  for (let row = bodyTop; row <= bodyBottom; row += 1) {
    const cells = sheet.rows[row] ?? [];
    const written = cells[money.index] ?? null;
    const quantity = readQuantity(cells[counted.index] ?? null);
    if (typeof written !== "number" || quantity.kind !== "value" || quantity.value === 0) continue;
    if (cells.some((cell) => typeof cell === "string" && totalKind(cell) !== null)) continue;
    const text = label === null ? null : (cells[label.index] ?? null);
    const said = typeof text === "string" ? readLabel(text) : null;
    const code = label === null ? codeOf(counted) : said?.label.kind === "prestation" ? said.label.code : null;
    const rowNature = natures === null ? null : natureIn(cells[natures.index] ?? null, readLabel);
    const nature = money.nature ?? rowNature ?? counted.nature;
    if (code === null || (natures !== null && rowNature === null)) continue;
    const price = priceOf(grid, code, countedNature(code, nature));
    if (price === null) continue;
    const reckoned = price.times(quantity.value);
    const shown = new Decimal(written);
    const same = whole
      ? shown.equals(reckoned.toDecimalPlaces(0, Decimal.ROUND_HALF_UP)) || shown.equals(reckoned)
      : shown.toDecimalPlaces(2).equals(reckoned);
    if (!same)
      found.push(
        anomalyAt("warning", "amount-differs", sheet, row, money.index, {
          header: money.header,
          written: shown.toFixed(2).replace(".", ","),
          reckoned: reckoned.toFixed(2).replace(".", ","),
          quantity: quantity.value,
          price: price.toFixed(2).replace(".", ","),
        }),
      );
  }
  return found;
}

function codeOf({ role }: Column): string | null {
  return role.kind === "count" ? role.code : null;
}

function natureIn(cell: unknown, readLabel: Weighed["readLabel"]): Nature | null {
  const nature = typeof cell === "string" ? readLabel(cell).nature : null;
  return nature === "installation" || nature === "maintenance" ? nature : null;
}

/** The unit price of a prestation, all payers together; null where it has no tariff for that nature. */
function priceOf(grid: Grid, code: string, nature: Nature): Decimal | null {
  const row = grid.rows.find((each) => each.code === code);
  if (row === undefined) return null;
  const { cagb, commune } = row.prices[nature];
  if (cagb === null && commune === null) return null;
  return (cagb ?? new Decimal(0)).plus(commune ?? 0);
}
