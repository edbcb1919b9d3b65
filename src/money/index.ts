export {
  allocate,
  countInWords,
  eurosInWords,
  formatAmount,
  formatChange,
  formatEuros,
  parseEuros,
  roundHalfUp,
} from "./euros";
