export { explainCell } from "./explain-cell";
export type {
  About,
  CellPlace,
  ChosenCell,
  ExplainedBasis,
  ExplainedLine,
  ExplainedSum,
  Explanation,
  Places,
  Term,
  Understood,
  WhyNot,
} from "./types";
