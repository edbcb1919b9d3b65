import type { Language } from "../../messages";

/** The language that Excel shows its own commands in, of the two we speak. */
export function language(): Language {
  return Office.context.displayLanguage.toLowerCase().startsWith("en") ? "en" : "fr";
}
