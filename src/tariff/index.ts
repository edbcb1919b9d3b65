export {
  prestationName,
  type Campaign,
  type Commune,
  type Grid,
  type Nature,
  type Payer,
  type Prices,
  type TariffRow,
} from "./types";
export {
  amountOfText,
  isSamePlace,
  priceAt,
  pricePlaces,
  reprice,
  type AmountFault,
  type PriceChange,
  type PricePlace,
} from "./prices";
export { builtInGrids, campaignOf, campaignOfDate, checkGrids, gridFor, gridToSimulate, parseCampaign } from "./grids";
export {
  agree,
  communeKey,
  createDirectory,
  entityOf,
  isMemberOn,
  successorOf,
  type CommuneDirectory,
  type CommuneMatch,
} from "./communes/directory";
export { communeEntities } from "./communes/load-communes";
export { gridOfWorkbooks, holdsTarifs, readTarifs } from "./tarifs/read-tarifs";
export {
  conventionOf,
  conventionWarnings,
  isCreditor,
  isInForce,
  partiesOf,
  type Convention,
  type PartySide,
} from "./conventions";
export { loadGrid } from "./load-grid";
export { gridRowsForUsers, tarifsHeaders, tarifsName } from "./tarifs/table";
export { kinshipOf } from "./labels/kinship";
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
