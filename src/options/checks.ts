import { cellName, fold, parseCellName } from "../cells";
import type { MessageCode } from "../messages";
import { parseCampaign } from "../tariff";
import type { SharingKey } from "./types";

/** A weight is a finite number, zero or more: pupils, or any other proportion. */
export function isWeight(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

/** A row as Excel numbers it. */
export function isRowNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 1048576;
}

/** A year that a campaign may have. */
export function isYear(value: unknown): value is number {
  return typeof value === "number" && parseCampaign(String(value)) !== null;
}

/** The A1 address in its plain writing (`$b$3` → `B3`), or null where it is none. */
export function plainCellName(text: string): string | null {
  const place = parseCellName(text);
  return place === null ? null : cellName(place.row, place.column);
}

/** What is wrong in the shares of a key, and in which of them; null where they can split a cost. (decisions §2) */
export function faultOfShares(
  shares: SharingKey["shares"],
): { readonly code: MessageCode; readonly index: number } | null {
  const communes = shares.map(({ commune }) => fold(commune));
  const repeated = communes.findIndex((commune, index) => communes.indexOf(commune) < index);
  if (repeated >= 0) return { code: "options-key-commune-twice", index: repeated };
  return shares.every(({ weight }) => weight === 0) ? { code: "options-key-no-weight", index: 0 } : null;
}
