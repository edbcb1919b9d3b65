export { controlsOf } from "./controls";
export { smallClaimThreshold } from "./small-claims";
export type { Control, ControlId, ControlPlace, ControlResult } from "./types";
