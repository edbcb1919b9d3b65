import { settingsMessage } from "../../../messages";
import type { SettingsCode } from "../../../messages";
import { useWordsApart } from "../words-apart";

/** The words of the pane, with those of « Réglages », which come with it. */
export const useSettingsWords = () => useWordsApart<SettingsCode>(settingsMessage);
