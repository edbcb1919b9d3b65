import { textsApart } from "./catalogue";
import { taskpaneRoles as english } from "./en/taskpane-roles";
import { taskpaneRoles as french } from "./fr/taskpane-roles";

/** A code of what columns were taken for. */
export type RoleCode = keyof typeof french;

/** As `message`, with the names of what columns were taken for, which come with the screens that show them. */
export const roleMessage = textsApart<RoleCode>({ fr: french, en: english });
