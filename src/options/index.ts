export { defaultOptions } from "./types";
export type { BesanconRule, MappingCorrection, Options, SetAsideRow, SharingKey, Signatory } from "./types";
export { describeOptions } from "./describe";
export { mergeOptions } from "./merge";
export { parseOptions } from "./parse-options";
export type { OptionsReading, PartialOptions } from "./parse-options";
export { holdsOptions, readOptionsSheet } from "./read-sheet";
export { optionsSheetRows } from "./sheet-rows";
export { optionsSheetName } from "./wordings";
