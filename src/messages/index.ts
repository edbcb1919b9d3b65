export type { Anomaly, Severity } from "./anomaly";
export { message } from "./catalogue";
export type { Language, MessageCode } from "./catalogue";
