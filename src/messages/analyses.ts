import { fill } from "./catalogue";
import type { Language } from "./catalogue";
import { taskpaneAnalyses as english } from "./en/taskpane-analyses";
import { taskpaneAnalyses as french } from "./fr/taskpane-analyses";

/** A code of the screens « Comparer », « Simuler » and « Rectifier ». */
export type AnalysisCode = keyof typeof french;

/** Apart from the catalogue, which the pane loads whole: these come with their screens. */
const texts: Readonly<Record<Language, Readonly<Record<AnalysisCode, string>>>> = { fr: french, en: english };

/** As `message`, with the texts of « Comparer », « Simuler » and « Rectifier ». */
export function analysisMessage(
  code: AnalysisCode,
  params: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  return fill(texts[language][code], params);
}
