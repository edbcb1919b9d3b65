import type { Billing } from "../../billing";
import { formatAmount } from "../../money";
import type { Line } from "../../statement";

/**
 * Whether two billings show the same lines and the same points: a sheet beside the inventory may have changed, or a
 * clock in a cell may have ticked, without anything to look at again.
 */
export function sameBilling(one: Billing, other: Billing): boolean {
  return (
    one.statement.grid.act === other.statement.grid.act &&
    one.statement.lines.length === other.statement.lines.length &&
    one.statement.lines.every((line, index) => sameLine(line, other.statement.lines[index]!)) &&
    JSON.stringify(toTreat(one)) === JSON.stringify(toTreat(other)) &&
    JSON.stringify(one.statement.options) === JSON.stringify(other.statement.options)
  );
}

/** What is only to know, numbers of a sheet beside the inventory for one, is nothing to look at again. */
function toTreat({ anomalies }: Billing): Billing["anomalies"] {
  return anomalies.filter(({ severity }) => severity !== "info");
}

function sameLine(one: Line, other: Line): boolean {
  return (
    one.commune.siren === other.commune.siren &&
    one.school.key === other.school.key &&
    one.tariff.code === other.tariff.code &&
    one.nature === other.nature &&
    one.payer === other.payer &&
    one.quantity === other.quantity &&
    one.unitPrice.equals(other.unitPrice) &&
    formatAmount(one.amount) === formatAmount(other.amount)
  );
}
