import { campaignOf, conventionWarnings, gridFor } from "../src/tariff";

/** The year of a campaign that no built-in grid prices and no convention covers, and will not for long. */
export const yearWithoutTariff = 2030;

const campaign = campaignOf(yearWithoutTariff);
if (gridFor(campaign).ok || conventionWarnings(campaign).length === 0)
  throw new Error(`The campaign ${yearWithoutTariff} has a tariff, or a convention: take a later one here.`);
