export { makeSimulation } from "./simulation";
export type { SimulationContext } from "./simulation";
