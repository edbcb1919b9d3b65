// What compares and simulates, loaded when something is first compared or tried.
export { analyseInSteps, billOtherInSteps } from "./analyse";
export { readGrids } from "./trial-grids";
