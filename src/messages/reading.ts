import { textsApart } from "./catalogue";
import { taskpaneReading as english } from "./en/taskpane-reading";
import { taskpaneReading as french } from "./fr/taskpane-reading";

/** A code of the screens « Lecture » and « Contrôle ». */
export type ReadingCode = keyof typeof french;

/** As `message`, with the texts of the screens « Lecture » and « Contrôle », which come with them. */
export const readingMessage = textsApart<ReadingCode>({ fr: french, en: english });
