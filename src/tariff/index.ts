export type { Campaign, Commune, Grid, Nature, Payer, Prices, TariffRow } from "./types";
export { amountOfText } from "./amount";
export type { AmountFault } from "./amount";
export { builtInGrids } from "./built-in";
export { campaignOf, campaignOfDate, parseCampaign } from "./campaign";
export { checkGrids, gridPeriod } from "./check-grids";
export type { GridMisfit } from "./check-grids";
export { agree, createDirectory, isMemberOn, successorOf } from "./communes/directory";
export type { CommuneDirectory, CommuneMatch } from "./communes/directory";
export { besanconInsee } from "./communes/cagb";
export { communeEntities } from "./communes/entities";
export { entityOf } from "./communes/entity-of";
export type { CommuneEntity } from "./communes/entities";
export { gridFor } from "./grid-for";
export { gridOfWorkbooks, holdsTarifs } from "./grid-of-workbooks";
export { loadGrid } from "./load-grid";
export type { GridError } from "./load-grid";
export { tarifsHeaders, tarifsName } from "./tarifs/columns";
export { readTarifs } from "./tarifs/read-tarifs";
export { gridRowsForUsers } from "./tarifs/rows-for-users";
export { communeKey } from "./communes/name-key";
export {
  createLabelReader,
  isNatureWord,
  kinshipOf,
  natureOf,
  pupilPart,
  recogniseLabel,
  standingOf,
  sinceIn,
  takeYears,
  wordsOf,
} from "./labels";
export type { Label, LabelReading } from "./labels";
export { isSamePlace, priceAt, pricePlaces, reprice } from "./reprice";
export type { PriceChange, PricePlace } from "./reprice";
export { prestationName } from "./prestation-name";
