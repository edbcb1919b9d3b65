export { band, makeSimulation, notOfficial } from "./simulation";
export type { SimulationContext } from "./context";
export type { PlacedSimulation } from "./placed";
