export { simulationJson } from "./json";
export type { SimulationJson } from "./json";
export { countDirections, simulate } from "./simulate";
export type { PricedUnits, SimulatedCommune, SimulatedPrice, Simulation } from "./simulate";
