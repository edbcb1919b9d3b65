export { createLabelReader, pupilPart, recogniseLabel } from "./label";
export type { Label, LabelReading } from "./label";
export { isNatureWord, natureOf, standingOf } from "./natures";
export { sinceIn } from "./since";
export { takeYears, wordsOf } from "./words";
export { kinshipOf } from "./vocabulary";
export type { Kinship } from "./vocabulary";
