import type { Anomaly } from "../../messages";
import { anomalyAt } from "../anomalies";
import type { Column } from "../table";
import { countedNature, refusedAs } from "./weighed";
import type { Weighed } from "./weighed";

/** Names of what remains once entries and exits are counted. */
const remains = /\b(?:soldes?|reste|restante?s?|net|nette|final|finale|apres)\b/i;

/**
 * Where one column is another one plus what came, less what left, on each row (« Existant | Nouveau | Sorti | Solde »), the
 * other may be what there was before: asked, the one that is understood being billed meanwhile. (decisions §4)
 */
export function balances(columns: readonly Column[], weighed: Weighed, anomalies: Anomaly[]): Column[] {
  const out = columns.filter(({ why, role }) => role.kind === "other" && why === "out-of-service");
  const asked = new Set<Column>();
  for (const after of columns.filter(isUnsaid)) {
    const found = columns.find(
      (column) => mayBeBefore(column, after) && isBalance(column, after, columns, out, weighed),
    );
    if (found === undefined) continue;
    asked.add(after);
    anomalies.push(
      anomalyAt("error", "stock-before", weighed.sheet, after.headerRow, after.index, {
        header: after.header,
        stock: found.header,
      }),
    );
  }
  return columns.map((column) => (asked.has(column) ? refusedAs(column, "told") : column));
}

/** A column of which neither its heading nor the user says what it is. */
function isUnsaid({ role, why, rank }: Column): boolean {
  return role.kind === "other" && rank !== -1 && (why === null || why === "unknown");
}

function mayBeBefore({ role, nature, rank, index }: Column, after: Column): boolean {
  return (
    role.kind === "count" && rank !== -1 && index < after.index && countedNature(role.code, nature) === "maintenance"
  );
}

function isBalance(
  stock: Column,
  after: Column,
  columns: readonly Column[],
  out: readonly Column[],
  { sheet, bodyTop, bodyBottom }: Weighed,
): boolean {
  const between = (column: Column): boolean => column.index > stock.index && column.index < after.index;
  const arrivals = columns.filter(
    (column) =>
      between(column) &&
      column.role.kind === "count" &&
      stock.role.kind === "count" &&
      column.role.code === stock.role.code &&
      countedNature(column.role.code, column.nature) === "installation",
  );
  const exits = out.filter(between);
  if (exits.length === 0 && !(arrivals.length > 0 && remains.test(after.header))) return false;
  let moved = 0;
  for (let row = bodyTop; row <= bodyBottom; row += 1) {
    const numberAt = ({ index }: Column): number | null => {
      const cell = sheet.rows[row]?.[index] ?? null;
      return typeof cell === "number" ? cell : null;
    };
    const [had, has] = [numberAt(stock), numberAt(after)];
    if (had === null && has === null) continue;
    const change = arrivals.reduce((sum, each) => sum + (numberAt(each) ?? 0), 0);
    const left = exits.reduce((sum, each) => sum + (numberAt(each) ?? 0), 0);
    if ((had ?? 0) + change - left !== (has ?? 0)) return false;
    if (change !== left) moved += 1;
  }
  return moved > 0;
}
