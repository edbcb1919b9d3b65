export * from "./block-set";
export * from "./cell";
export * from "./cell-facts";
export * from "./cell-sets";
export * from "./civil-date";
export * from "./collections";
export * from "./steps";
export * from "./texts";
