export type { Session } from "./session";
export { sessionInUse } from "./session-in-use";
