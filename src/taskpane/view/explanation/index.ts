// Loaded when a cell is first explained.
export { Explained } from "./explained";
