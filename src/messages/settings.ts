import { textsApart } from "./catalogue";
import { taskpaneSettings as english } from "./en/taskpane-settings";
import { taskpaneSettings as french } from "./fr/taskpane-settings";

/** A code of the screen « Réglages ». */
export type SettingsCode = keyof typeof french;

/** As `message`, with the texts of the screen « Réglages », which come with it. */
export const settingsMessage = textsApart<SettingsCode>({ fr: french, en: english });
