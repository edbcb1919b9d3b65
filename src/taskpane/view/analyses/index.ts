// Screens loaded when one of them is first asked for.
export { CompareScreen } from "./compare";
export { SimulateScreen } from "./simulate";
