import "../analyses.css";

// The screens of the analyses, loaded when one of them is first opened.
export { CompareScreen } from "./compare";
export { RectifyScreen } from "./rectify";
export { SimulateScreen } from "./simulate";
