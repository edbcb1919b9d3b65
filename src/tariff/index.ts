export {
  amountOfText,
  countedAs,
  countingOf,
  isPriced,
  isSamePlace,
  measures,
  natures,
  payers,
  prestationName,
  priceAt,
  reprice,
  rowsBilled,
  type AmountFault,
  type Counting,
  type Grid,
  type Measure,
  type Nature,
  type Payer,
  type PriceChange,
  type PricePlace,
  type TariffRow,
  unitNoun,
} from "./grid";
export { campaignOf, campaignOfDate, parseCampaign } from "./campaign";
export { builtInConvention, builtInConventions, builtInGrids, conventionWarnings } from "./built-in";
export {
  claimantOf,
  isCreditor,
  isOwnMember,
  type Campaign,
  type Commune,
  type Convention,
  type Member,
} from "./convention";
export { elides } from "./convention-nouns";
export { loadConvention, type ConventionFault, type ConventionFiles } from "./load-convention";
export { gridFor, gridToSimulate, holdsDay, type DayOfCount } from "./grids";
export { loadGrid } from "./load-grid";
export {
  agree,
  communeKey,
  communeNamed,
  createDirectory,
  entityKey,
  entityOf,
  isSameEntity,
  successorOf,
  type CommuneDirectory,
  type CommuneMatch,
  departmentName,
} from "./communes";
export { isSiret } from "./official-numbers";
export { gridOfWorkbooks, holdsTarifs, readTarifs } from "./tarifs/read-tarifs";
export { gridRowsForUsers, noCap, pricePlaces, tarifsHeaders, tarifsName } from "./tarifs/table";
export {
  accessories,
  isUsual,
  equipmentWords,
  headcount,
  machineCodes,
  pack,
  pupilLevels,
  pupilNouns,
  spareParts,
} from "./labels/items";
export type { UsualCode } from "./labels/items";
export {
  codeNamed,
  isBareTotal,
  ItemNamer,
  namesEquipment,
  namesPupils,
  namesSomething,
  type Label,
} from "./labels/label";
export { campaignOfDay, campaignOfPeriod, campaignOfYears } from "./labels/campaigns-of-dates";
export { firstOfNovember, nameDates, takeYears, type Dated, type Period } from "./labels/dates";
export { sinceIn } from "./labels/since";
export { baseOf, spell, wordsOf } from "./labels/tokens";
export {
  campaignOfWorkbooks,
  conventionOfWorkbooks,
  conventionSettings,
  nounsOfWorkbooks,
} from "./sheets/convention-of-workbooks";
export { conventionSheets, type SettingsCell, type SettingsSheet } from "./sheets/convention-sheets";
export { isConventionSheet } from "./sheets/convention-sheet";
export { isCommunesSheet } from "./sheets/communes-sheet";
