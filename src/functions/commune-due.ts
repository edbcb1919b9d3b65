import { CellError, isBlank } from "../cells";
import type { Cell } from "../cells";
import { createDirectory } from "../tariff";
import type { Campaign, Commune } from "../tariff";
import { soundStatement } from "./bill";
import type { InventoryArguments } from "./bill";
import { cellOf } from "./excel-values";
import { Refusal, refusalOfError, shown } from "./refusal";

/**
 * QUOTEPART: what the CAGB claims from a commune, in euros; 0 for a member without anything billed. The commune is one that
 * exists on the campaign's 1 November, by its name or its INSEE code. (decisions §2, §6)
 */
export function communeDue(given: InventoryArguments, commune: unknown): number | Refusal {
  const statement = soundStatement(given);
  if (statement instanceof Refusal) return statement;
  const member = communeArgument(cellOf(commune), statement.campaign);
  if (member instanceof Refusal) return member;
  return statement.byCommune.find((one) => one.commune.insee === member.insee)?.due.toNumber() ?? 0;
}

function communeArgument(cell: Cell, campaign: Campaign): Commune | Refusal {
  if (cell instanceof CellError) return refusalOfError(cell);
  if (cell === null || isBlank(cell)) return new Refusal("#VALUE!", "function-missing-commune");
  const text = String(cell);
  const directory = createDirectory(campaign.snapshot);
  const match = /^\s*\d[\d\s]*$/.test(text) ? directory.findByInsee(text) : directory.find(text);
  switch (match.kind) {
    case "found":
      return match.commune;
    case "outside":
      return new Refusal("#VALUE!", "function-commune-outside", {
        commune: shown(match.commune.name),
        campaign: campaign.year,
      });
    case "unknown":
      return new Refusal("#VALUE!", "function-unknown-commune", {
        value: shown(cell),
        suggestion: match.suggestion?.name ?? "",
      });
  }
}
