import { campaignOf } from "../state/preview";
import { freshnessOf, previewOf } from "../state/state";
import { usePane } from "./context";
import { Button, French, Warning, type Action } from "./elements";

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

/** What the documents leave as dots and the office could say, before they are printed or sent. Nothing where all is given. */
export function MissingParticulars() {
  const { session, state, words } = usePane();
  const { options } = state;
  const missing = options.kind === "seen" ? options.missing : [];
  if (missing.length === 0) return null;
  return (
    <>
      <Warning>
        {words.counted("pane-mentions-missing", missing.length)} <French>{`${missing.join(", ")}.`}</French>{" "}
        {words.say("pane-mentions-dots")}
      </Warning>
      <Button link onClick={() => void session.run.openSettings("particulars")}>
        {words.say("pane-mentions-give")}
      </Button>
    </>
  );
}
