import { campaignOf } from "../state/preview";
import { freshnessOf, previewOf } from "../state/state";
import { usePane } from "./context";
import { Warning, type Action } from "./elements";

/** « Relire », where what is shown is of before a change; null where nothing is known to have changed. */
export function useRereading(): Action | null {
  const { session, state, words } = usePane();
  if (freshnessOf(state) !== "stale") return null;
  return { label: words.say("pane-act-reread"), onPress: () => void session.run.read() };
}

/** Says why what is shown is to be read again; nothing where it is what the workbook says. */
export function Stale() {
  const { state, words } = usePane();
  const preview = previewOf(state);
  if (preview === null || freshnessOf(state) !== "stale") return null;
  const isOther = state.campaign !== campaignOf(preview);
  return <Warning role="status">{words.say("pane-stale", isOther ? { campaign: "1" } : { changed: "1" })}</Warning>;
}
