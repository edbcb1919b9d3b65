export { allocate, type WeightedKey } from "./allocate";
export { formatAmount, formatChange, formatEuros, parseEuros, roundHalfUp } from "./euros";
export { eurosInWords } from "./words";
