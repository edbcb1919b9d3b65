import type { MessageCode } from "../../messages";

/** A cell is being typed in: the one refusal that only asks to go on. */
export const cellBeingEdited: MessageCode = "office-cell-edit";
