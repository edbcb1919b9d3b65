// The heavy part of the pane, loaded after its first paint: the whole chain, and the door to the workbook.
export { Session } from "./session";
export * as officeDoor from "../workbook/office";
