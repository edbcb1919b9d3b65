import { readingMessage } from "../../../messages";
import type { ReadingCode } from "../../../messages";
import { useLazyTexts } from "../words-apart";
import type { LazyTexts } from "../words-apart";

export type ReadingTexts = LazyTexts<ReadingCode>;

/** The words of the pane, with those of « Lecture » and « Contrôle », which come with these screens. */
export const useReadingTexts = (): ReadingTexts => useLazyTexts<ReadingCode>(readingMessage);
