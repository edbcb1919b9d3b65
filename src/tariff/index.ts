export {
  amountOfText,
  isSamePlace,
  natures,
  payers,
  prestationName,
  priceAt,
  reprice,
  type AmountFault,
  type Grid,
  type Nature,
  type Payer,
  type PriceChange,
  type PricePlace,
  type TariffRow,
} from "./grid";
export { campaignOf, campaignOfDate, parseCampaign, type Campaign } from "./campaign";
export { builtInGrids, gridFor, gridToSimulate, isInForce, loadGrid } from "./grids";
export {
  agree,
  communeEntities,
  communeKey,
  communeNamed,
  createDirectory,
  entityKey,
  entityOf,
  isSameEntity,
  successorOf,
  type Commune,
  type CommuneDirectory,
  type CommuneMatch,
  departmentName,
} from "./communes";
export {
  conventionOf,
  conventionWarnings,
  isCreditor,
  partiesOf,
  type Convention,
  type PartySide,
} from "./conventions";
export { isSiret } from "./official-numbers";
export { gridOfWorkbooks, gridSheets, holdsTarifs, readTarifs } from "./tarifs/read-tarifs";
export { gridRowsForUsers, pricePlaces, tarifsHeaders, tarifsName } from "./tarifs/table";
export {
  accessories,
  equipmentWords,
  isMachine,
  isPricedAPupil,
  machineCodes,
  pupilCode,
  pupilLevels,
  pupilNouns,
  pupilsAmong,
} from "./labels/items";
export {
  codeNamed,
  isBareTotal,
  ItemNamer,
  namesEquipment,
  namesPupils,
  namesSomething,
  type Label,
} from "./labels/label";
export {
  campaignOfDay,
  campaignOfPeriod,
  campaignOfYears,
  nameDates,
  periodWord,
  sinceIn,
  snapshotWord,
  takeYears,
  type Dated,
  type Period,
} from "./labels/dates";
export { baseOf, spell, wordsOf } from "./labels/tokens";
