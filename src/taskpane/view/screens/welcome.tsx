import { Button } from "../button";
import { CampaignField } from "../campaign-field";
import { Outdated } from "../changes";
import { usePane } from "../pane-context";
import { Screen } from "../screen";

/** First sight: what it does, which campaign, and one thing to press. */
export function WelcomeScreen() {
  const { session, state, words } = usePane();
  // Whoever has documents has tried.
  const hasNoDocument = state.ownSheets === null || state.ownSheets.length === 0;
  return (
    <Screen
      title={words.say("pane-welcome-title")}
      actions={
        <>
          <ReadButton />
          {hasNoDocument && <Button onClick={() => void session.openExample()}>{words.say("pane-act-example")}</Button>}
        </>
      }
    >
      <Outdated />
      <ul class="what-it-does">
        <li>{words.say("pane-welcome-reads")}</li>
        <li>{words.say("pane-welcome-checks")}</li>
        <li>{words.say("pane-welcome-makes")}</li>
      </ul>
      <CampaignField />
      <p class="secondary">{words.say("pane-welcome-private")}</p>
    </Screen>
  );
}

/** A step opened before anything was read since the pane opened. */
export function UnreadScreen() {
  const { words } = usePane();
  return (
    <Screen title={words.say("pane-unread-title")} actions={<ReadButton />}>
      <Outdated />
      <p>{words.say("pane-unread-text")}</p>
      <CampaignField />
    </Screen>
  );
}

function ReadButton() {
  const { session, words } = usePane();
  return (
    <Button primary onClick={() => void session.read()}>
      {words.say("pane-act-read")}
    </Button>
  );
}
