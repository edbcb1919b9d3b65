import { readingMessage } from "../../../messages";
import type { ReadingCode } from "../../../messages";
import { useWordsApart } from "../words-apart";
import type { WordsApart } from "../words-apart";

export type ReadingWords = WordsApart<ReadingCode>;

/** The words of the pane, with those of « Lecture » and « Contrôle », which come with these screens. */
export const useReadingWords = (): ReadingWords => useWordsApart<ReadingCode>(readingMessage);
