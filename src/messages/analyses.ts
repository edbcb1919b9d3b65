import { textsApart } from "./catalogue";
import { taskpaneAnalyses as english } from "./en/taskpane-analyses";
import { taskpaneAnalyses as french } from "./fr/taskpane-analyses";

/** A code of the screens « Comparer », « Simuler » and « Rectifier ». */
export type AnalysisCode = keyof typeof french;

/** As `message`, with the texts of the screens « Comparer », « Simuler » and « Rectifier », which come with them. */
export const analysisMessage = textsApart<AnalysisCode>({ fr: french, en: english });
