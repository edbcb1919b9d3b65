export { allocate } from "./allocate";
export type { Allocation, AllocationRefusal, Share, WeightedKey } from "./allocate";
export { formatAmount, formatChange, formatEuros } from "./format";
export { parseEuros } from "./parse";
export { roundHalfUp } from "./round";
export { eurosInWords } from "./words";
