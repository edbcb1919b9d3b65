export { allocate, eurosInWords, formatAmount, formatChange, formatEuros, parseEuros, roundHalfUp } from "./euros";
