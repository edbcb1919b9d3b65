// The heavy part of the pane, loaded after its first paint: the whole chain, and the port to the workbook.
export type { Environment } from "./environment";
export { Session } from "./session";
export * as officePort from "../../workbook/office";
