export { analysisMessage } from "./analyses";
export type { AnalysisCode } from "./analyses";
export type { Anomaly, Severity } from "./anomaly";
export { message } from "./catalogue";
export { explainMessage } from "./explain";
export type { ExplainCode } from "./explain";
export { commandMessage } from "./command";
export type { CommandCode } from "./command";
export type { Language, MessageCode } from "./catalogue";
