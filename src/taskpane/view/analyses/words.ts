import { analysisMessage } from "../../../messages";
import type { AnalysisCode } from "../../../messages";
import { useLazyTexts } from "../words-apart";

/** The words of the pane, with those of « Comparer », « Simuler » and « Rectifier », which come with these screens. */
export const useAnalysisTexts = () => useLazyTexts<AnalysisCode>(analysisMessage);
