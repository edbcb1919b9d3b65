import { fill, message } from "./catalogue";
import type { Language, MessageCode } from "./catalogue";
import { cli as english } from "./en/cli";
import { cliAnalyses as englishAnalyses } from "./en/cli-analyses";
import { optionsFile as englishOptions } from "./en/options-file";
import { cli as french } from "./fr/cli";
import { cliAnalyses as frenchAnalyses } from "./fr/cli-analyses";
import { optionsFile as frenchOptions } from "./fr/options-file";

type OwnCode = keyof typeof french | keyof typeof frenchAnalyses | keyof typeof frenchOptions;

/** A code of the command's own messages, or of those that all share. */
export type CommandCode = MessageCode | OwnCode;

/** Apart from the catalogue, which the pane loads whole. No spread: what nobody calls can then be left out of a build. */
const own = {
  fr: [french, frenchAnalyses, frenchOptions],
  en: [english, englishAnalyses, englishOptions],
} as const satisfies Record<Language, readonly Partial<Record<OwnCode, string>>[]>;

/** As `message`, with the command's own. */
export function commandMessage(
  code: CommandCode,
  params: Readonly<Record<string, string | number>> = {},
  language: Language = "fr",
): string {
  const text = own[language].map((texts: Partial<Record<CommandCode, string>>) => texts[code]).find(Boolean);
  return text === undefined ? message(code as MessageCode, params, language) : fill(text, params);
}
