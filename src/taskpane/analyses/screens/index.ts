// Screens loaded when one of them is first asked for.
export { CompareScreen } from "./compare";
export { RectifyScreen } from "./rectify";
export { SimulateScreen } from "./simulate";
