export { createLabelReader, pupilPart, recogniseLabel } from "./label";
export type { Label, LabelReading } from "./label";
export { isNatureWord, natureOf } from "./natures";
export { takeYears, wordsOf } from "./words";
