import { textsApart } from "./catalogue";
import { taskpaneExplain as english } from "./en/taskpane-explain";
import { taskpaneExplain as french } from "./fr/taskpane-explain";

/** A code of the screen « Explication ». */
export type ExplainCode = keyof typeof french;

/** As `message`, with the texts of the screen « Explication », which come with it. */
export const explainMessage = textsApart<ExplainCode>({ fr: french, en: english });
