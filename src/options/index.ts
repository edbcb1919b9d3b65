export { groupCommunes, type ChoiceList } from "./choice-kinds";
export { choicesOf, type Choice } from "./choices";
export { columnRoles, isColumnRole, type ColumnRole } from "./column-roles";
export {
  adviceWordings,
  describeOptions,
  describeParticulars,
  linesWithEffect,
  missingParticulars,
  type MissingParticular,
} from "./describe";
export { earlierOptions, withChoicesThatApply, type EarlierOption } from "./earlier";
export { withParticularsOf } from "./handed-on";
export {
  changedOptions,
  planChanges,
  singleRowsAtMost,
  type OptionsChange,
  type OptionsSheetOf,
  type OptionsPlan,
  type RowEdit,
} from "./plan-changes";
export {
  faultOfParticular,
  isParticular,
  particularGroups,
  particularOf,
  particularRows,
  particularWording,
  type ParticularName,
  type Particulars,
} from "./particulars";
export { mergeOptions, parseOptions } from "./read-file";
export { holdsOptions, isOptionsSheet, optionsSheetName, readOptionsSheet } from "./read-sheet";
export { countingOptions, signatoryRows } from "./rows";
export { isMeant } from "./meant";
export type { NatureMeaning, StateMeaning } from "./wordings";
export { delegationOf, isWholeFormula, signsAsExecutive } from "./signatory";
export { settings, type SettingName, type SettingValues } from "./settings";
export { optionsWidths } from "./sources";
export {
  concerns,
  defaultOptions,
  longestComment,
  isRowAsRecorded,
  isAsRecorded,
  tableUses,
  writtenIn,
  writtenInRow,
  type AcceptedValue,
  type BesanconRule,
  type ChosenCommune,
  type MappingCorrection,
  type Options,
  type PartialOptions,
  type RepeatChoice,
  type RepeatRule,
  type SetAsideRow,
  type SharingKey,
  type SingleOptions,
  type TableChoice,
  type TableUse,
  type VarianceComment,
  type WordChoice,
  type WordKind,
} from "./types";
