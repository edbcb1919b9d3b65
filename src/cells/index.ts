export * from "./address";
export * from "./cell";
export * from "./civil-date";
export * from "./fold";
export * from "./steps";
