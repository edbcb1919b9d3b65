export { makeAnnexe } from "./annexe";
export type { Subject } from "./context";
