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
export { gridOfWorkbooks, holdsTarifs, readTarifs } from "./tarifs/read-tarifs";
export { gridRowsForUsers, pricePlaces, tarifsHeaders, tarifsName } from "./tarifs/table";
export { isMachine, kinshipOf, machineCodes, pupilCode } from "./labels/items";
export {
  codeNamed,
  createLabelReader,
  isBareTotal,
  namesEquipment,
  namesPupils,
  namesSomething,
  pupilPart,
  saysOnlyNature,
  type LabelReading,
} from "./labels/label";
export { natureOf } from "./labels/natures";
export { campaignOfPeriod, campaignOfYears, sinceIn, takeYears, type Period } from "./labels/dates";
export { wordsOf } from "./labels/tokens";
