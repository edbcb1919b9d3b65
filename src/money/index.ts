export {
  allocate,
  type WeightedKey,
  eurosInWords,
  formatAmount,
  formatChange,
  formatEuros,
  parseEuros,
  roundHalfUp,
} from "./euros";
