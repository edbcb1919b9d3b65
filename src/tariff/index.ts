export {
  amountOfText,
  isSamePlace,
  prestationName,
  priceAt,
  reprice,
  type AmountFault,
  type Grid,
  type Nature,
  type Payer,
  type PriceChange,
  type PricePlace,
  type Prices,
  type TariffRow,
} from "./grid";
export {
  builtInGrids,
  campaignOf,
  campaignOfDate,
  checkGrids,
  gridFor,
  gridToSimulate,
  isInForce,
  loadGrid,
  parseCampaign,
  type Campaign,
} from "./grids";
export {
  agree,
  communeEntities,
  communeKey,
  createDirectory,
  entityOf,
  isMemberOn,
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
export { gridOfWorkbooks, holdsTarifs, readTarifs } from "./tarifs/read-tarifs";
export { gridRowsForUsers, pricePlaces, tarifsHeaders, tarifsName } from "./tarifs/table";
export { kinshipOf, pupilCode } from "./labels/lexicon";
export {
  codeNamed,
  createLabelReader,
  isBareTotal,
  namesEquipment,
  namesPupils,
  namesSomething,
  pupilPart,
  recogniseLabel,
  saysOnlyNature,
  type LabelReading,
} from "./labels/label";
export { isNatureWord, natureOf, sinceIn } from "./labels/natures";
export { takeYears, wordsOf } from "./labels/words";
