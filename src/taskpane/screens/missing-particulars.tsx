import { usePane } from "../parts/context";
import { Button, French, Warning } from "../parts/elements";

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
