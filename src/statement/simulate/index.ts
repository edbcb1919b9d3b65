export { simulationJson } from "./json";
export type { SimulationJson } from "./json";
export { simulate } from "./simulate";
export type { PricedUnits, SimulatedCommune, SimulatedPrice, Simulation } from "./simulate";
