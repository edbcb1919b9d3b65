export { allocate, type WeightedKey } from "./allocate";
export { eurosInWords, formatAmount, formatChange, formatEuros, parseEuros, roundHalfUp } from "./euros";
