export type { WorkbookPort } from "./port";
export { Session } from "./session";
export type { Environment } from "./surroundings";
