export { rectificationJson } from "./json";
export type { RectificationJson } from "./json";
export { rectify } from "./rectify";
export type { Rectification, RectificationKind, RectifiedCommune, RectifiedLine } from "./types";
