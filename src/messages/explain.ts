import { fill } from "./catalogue";
import type { Language } from "./catalogue";
import { taskpaneExplain as english } from "./en/taskpane-explain";
import { taskpaneExplain as french } from "./fr/taskpane-explain";

/** A code of the screen « Explication ». */
export type ExplainCode = keyof typeof french;

/** Apart from the catalogue, which the pane loads whole: these come with their screen. */
const texts: Readonly<Record<Language, Readonly<Record<ExplainCode, string>>>> = { fr: french, en: english };

/** As `message`, with the texts of « Explication ». */
export function explainMessage(
  code: ExplainCode,
  params: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  return fill(texts[language][code], params);
}
