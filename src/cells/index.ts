export * from "./address";
export * from "./cell";
export * from "./civil-date";
export * from "./cell";
export * from "./texts";
export * from "./texts";
export * from "./cell-set";
export * from "./steps";
