// What « Explication » shows: types alone, so that the screen brings nothing of the core.
export type {
  About,
  CellPlace,
  ExplainedBasis,
  ExplainedLine,
  ExplainedSum,
  Explanation,
  Understood,
} from "../../explain";
