export type { RectificationContext } from "./context";
export { makeRectification } from "./rectificatif";
