import { settingsMessage } from "../../../messages";
import type { SettingsCode } from "../../../messages";
import { useLazyTexts } from "../words-apart";

/** The words of the pane, with those of « Réglages », which come with it. */
export const useSettingsTexts = () => useLazyTexts<SettingsCode>(settingsMessage);
