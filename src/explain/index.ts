export { explainCell } from "./explain-cell";
export type {
  About,
  CellPlace,
  ChosenCell,
  ExplainedBasis,
  ExplainedLine,
  ExplainedSum,
  Explanation,
  Understood,
} from "./explanation";
