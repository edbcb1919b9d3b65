import { Outdated } from "../parts/amounts";
import { CampaignField } from "../parts/campaign-and-files";
import { usePane } from "../parts/context";
import { Button } from "../parts/elements";
import { ProgressBar, Screen } from "../parts/screen";
import type { Words } from "../texts/words";

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
          {hasNoDocument && (
            <Button onClick={() => void session.run.openExample()}>{words.say("pane-act-example")}</Button>
          )}
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
    <Button primary onClick={() => void session.run.read()}>
      {words.say("pane-act-read")}
    </Button>
  );
}

/** A reading that lasts: words first, then a bar, then a way out. */
export function ReadingScreen() {
  const { session, state, words } = usePane();
  const { work } = state;
  if (work.kind !== "reading") return null;
  const title = words.say("pane-reading-title");
  const text = words.say(work.cancelling ? "pane-reading-cancelling" : "pane-reading-workbook");
  const canLeave = work.wait === "way-out" && !work.cancelling;
  return (
    <Screen
      title={title}
      actions={canLeave && <Button onClick={() => session.run.cancel()}>{words.say("pane-act-cancel")}</Button>}
    >
      {work.wait === "words" ? <p role="status">{text}</p> : <ProgressBar label={title} text={text} />}
    </Screen>
  );
}

/** Why there is no pane to show. */
export type Unusable =
  | { readonly kind: "outside" }
  | { readonly kind: "old"; readonly version: string }
  | { readonly kind: "start-failed"; readonly reason: string };

interface UnusableProps {
  readonly why: Unusable;
  readonly words: Words;
}

/** The only screen where nothing of the pane can work. */
export function UnusableScreen({ why, words }: UnusableProps) {
  const params =
    why.kind === "old" ? { version: why.version } : why.kind === "start-failed" ? { reason: why.reason } : {};
  return (
    <main>
      <div class="content" role="alert">
        <h1>{words.say(`pane-${why.kind}-title`)}</h1>
        <p>{words.say(`pane-${why.kind}-text`, params)}</p>
      </div>
      {why.kind === "start-failed" && (
        <div class="actions">
          <a class="button primary" href="">
            {words.say("pane-act-retry")}
          </a>
        </div>
      )}
    </main>
  );
}
