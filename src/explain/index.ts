export { explainCell } from "./explain-cell";
export type {
  About,
  CellPlace,
  ExplainedBasis,
  ExplainedLine,
  ExplainedSum,
  Explanation,
  Understood,
} from "./explanation";
