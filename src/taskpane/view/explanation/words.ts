import { explainMessage } from "../../../messages";
import type { ExplainCode } from "../../../messages";
import { useLazyTexts } from "../words-apart";

/** The words of the pane, with those of « Explication », which come with it. */
export const useExplainTexts = () => useLazyTexts<ExplainCode>(explainMessage);
