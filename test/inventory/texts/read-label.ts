import { campaignOf, gridFor, type Grid } from "../../../src/tariff";
import { createLabelReader } from "../../../src/inventory/texts/label-reading";
import { createTextReader } from "../../../src/inventory/texts/read-text";

const built = gridFor(campaignOf(2014));
if (!built.ok) throw new Error("the 2014 grid covers the campaign of 2014");

/** The grid of the deliberation. */
export const votedGrid: Grid = built.value;

/** Reads a label, or a heading, with the grid of the deliberation. */
export const recogniseLabel = createLabelReader(createTextReader({ grid: votedGrid }));

/** Makes the reader of the labels of another grid. */
export const labelsOf = (grid: Grid): typeof recogniseLabel => createLabelReader(createTextReader({ grid }));
