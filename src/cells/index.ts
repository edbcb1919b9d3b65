export * from "./cell";
export * from "./civil-date";
export * from "./collections";
export * from "./steps";
export * from "./texts";
