import { formatAmount } from "../../money";
import type { Billing } from "../../billing";
import { firstSource, totalOf, type Line, type SchoolTotal } from "../../statement";
import { communeRow } from "./preview";
import type { CommuneDetail, DetailLine, DetailSchool } from "./preview-types";

/** A commune's schools and lines, or null where the statement has no such commune. */
export function communeDetail({ statement, sheets }: Billing, insee: string): CommuneDetail | null {
  const commune = statement.byCommune.find((one) => one.commune.insee === insee);
  if (commune === undefined) return null;
  const fiche = sheets.find(({ key }) => key.startsWith(`fiche-${insee}-`));
  return { row: communeRow(commune), fiche: fiche?.name ?? null, schools: commune.schools.map(schoolOf) };
}

function schoolOf({ school, split, lines }: SchoolTotal): DetailSchool {
  return { name: school.name, total: formatAmount(totalOf(split)), lines: lines.map(lineOf) };
}

function lineOf({ tariff, nature, payer, quantity, unitPrice, amount, share, sources }: Line): DetailLine {
  const place = firstSource(sources);
  return {
    prestation: tariff.prestation,
    nature,
    payer,
    quantity,
    unitPrice: formatAmount(unitPrice),
    amount: formatAmount(amount),
    share: share === null ? null : { weight: share.weight, total: share.total },
    source: place === null ? null : sourceOf(place),
  };
}

function sourceOf({
  first: { sheet },
  cell,
  count,
}: NonNullable<ReturnType<typeof firstSource>>): DetailLine["source"] {
  return { sheet: sheet.name, otherFile: sheet.otherFile, cell, others: count - 1 };
}
