export type { Door } from "./door";
export { Session } from "./session";
export type { Surroundings } from "./surroundings";
