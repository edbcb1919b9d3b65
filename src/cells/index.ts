export * from "./address";
export * from "./cell";
export * from "./cell-set";
export * from "./civil-date";
export * from "./steps";
export * from "./texts";
