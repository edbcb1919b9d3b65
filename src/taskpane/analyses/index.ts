// What compares, simulates and rectifies, loaded when something is first compared, tried or corrected.
export { analyseInSteps, billOtherInSteps } from "./analyse";
export { pickCompared, pickGrids, pickIssued } from "./pick";
export { leaveTrial, tryPrice } from "./prices";
