import project from "../../package.json";
import { commandMessage } from "../messages";
import type { Language, CommandCode } from "../messages";
import { usage } from "./arguments";
import type { Shown } from "./arguments";

/** What each part of the command line is for, in the order of the usage. */
const parts = [
  ["INPUT…", "cli-help-input"],
  ["--campaign 2014", "cli-help-campaign"],
  ["--out OUT.xlsx", "cli-help-out"],
  ["--json OUT.json", "cli-help-json"],
  ["--csv OUT.csv", "cli-help-csv"],
  ["--options FILE", "cli-help-options"],
  ["--compare WORKBOOK", "cli-help-compare"],
  ["--simulate GRID", "cli-help-simulate"],
  ["--rectify WORKBOOK", "cli-help-rectify"],
  ["--force", "cli-help-force"],
  ["--overwrite", "cli-help-overwrite"],
  ["--lang fr|en", "cli-help-lang"],
  ["-h, --help", "cli-help-help"],
  ["--version", "cli-help-version"],
] as const satisfies readonly (readonly [string, CommandCode])[];

/** The lines that `--help` or `--version` shows. */
export function linesOf(shown: Shown, language: Language): string[] {
  if (shown === "version") return [project.version];
  const widest = Math.max(...parts.map(([part]) => part.length));
  return [
    commandMessage("cli-help-usage", { usage }, language),
    "",
    ...parts.map(([part, code]) => `  ${part.padEnd(widest)}  ${commandMessage(code, {}, language)}`),
    "",
    commandMessage("cli-help-exit", {}, language),
  ];
}
