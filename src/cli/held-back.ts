import { commandMessage, countOf, type Language } from "../messages";
import type { Billing } from "../billing";
import type { Analysed } from "./analyses";
import type { Arguments } from "./arguments";

/** Points to correct that hold what is written back, until they are accepted. */
export interface HeldBack {
  /** Those of the campaign: without them, its documents are provisional. */
  readonly own: number;
  /** Those of the workbook compared: what they are about would be missing on one side only of the comparison. */
  readonly compared: { readonly errors: number; readonly file: string } | null;
}

/** What holds back; null where nothing does. Errors of the workbook compared were accepted where it was issued with them. */
export function heldBack({ anomalies }: Billing, { compared, correctionPoints = [] }: Analysed): HeldBack | null {
  const own = countOf(anomalies, "error") + correctionPoints.length;
  const errors = compared === undefined || compared.isAsIssued ? 0 : countOf(compared.anomalies, "error");
  if (own + errors === 0) return null;
  if (compared === undefined || errors === 0) return { own, compared: null };
  return { own, compared: { errors, file: compared.file } };
}

/** What was accepted, once documents are written in spite of it. */
export function acceptedLines({ own, compared }: HeldBack, { out, language }: Arguments): string[] {
  return [
    ...(own === 0 ? [] : [commandMessage(out === null ? "cli-forced-lines" : "cli-forced", { errors: own }, language)]),
    ...(compared === null ? [] : [commandMessage("cli-forced-compared", compared, language)]),
  ];
}

/** Why nothing is written but the JSON, and which workbook to correct. */
export function blockedLine({ own, compared }: HeldBack, language: Language): string {
  if (compared === null) return commandMessage("cli-blocked", { errors: own }, language);
  return commandMessage(own === 0 ? "cli-blocked-compared" : "cli-blocked-both", { own, ...compared }, language);
}
