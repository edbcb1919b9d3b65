export { concerns } from "./concerns";
export { defaultOptions, longestComment, tableUses } from "./types";
export type {
  AcceptedValue,
  BesanconRule,
  ChosenCommune,
  MappingCorrection,
  Options,
  RepeatChoice,
  RepeatRule,
  SetAsideRow,
  SharingKey,
  Signatory,
  TableChoice,
  TableUse,
  VarianceComment,
  WordChoice,
  WordKind,
} from "./types";
export { changedOptions, choicesOf, choiceKey } from "./change";
export type { Choice, ChoiceList, OptionsChange, Settings } from "./change";
export { groupCommunes } from "./commune-groups";
export type { CommuneGroup } from "./commune-groups";
export { describeOptions } from "./describe";
export { mergeOptions } from "./merge";
export { parseOptions } from "./parse-options";
export type { OptionsReading, PartialOptions } from "./parse-options";
export { adviceWordings } from "./wordings";
export { planChanges } from "./plan-changes";
export type { OptionsPlan, RowEdit } from "./plan-changes";
export { holdsOptions, isOptionsSheet, readOptionsSheet } from "./read-sheet";
export { optionsSheetRows } from "./sheet-rows";
export { optionsSheetName } from "./wordings";
export { rowStillSays, stillSays, writtenIn, writtenInRow } from "./written";
