export * from "./address";
export * from "./cell";
export * from "./civil-date";
export * from "./facts";
export * from "./fold";
export * from "./memo";
export * from "./places";
export * from "./steps";
