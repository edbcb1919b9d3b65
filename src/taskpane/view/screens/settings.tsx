import { usePane } from "../pane-context";
import { LazyCode, LazyScreen } from "./lazy-screen";

const settingsCode = new LazyCode(() => import(/* webpackChunkName: "settings-view" */ "../settings/settings"));

/** Loads the code of « Réglages »; rejects where it does not come. */
export const loadSettings = () => settingsCode.bring();

/** « Réglages », whose code and texts come when they are first opened. */
export function SettingsScreen() {
  const { session, words } = usePane();
  return (
    <LazyScreen code={settingsCode} title={words.say("pane-settings-title")} onClose={() => session.leaveSettings()}>
      {({ AllSettings }) => <AllSettings />}
    </LazyScreen>
  );
}
