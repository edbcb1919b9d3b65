import type { Anomaly, MessageCode } from "../../messages";
import { Outdated } from "../parts/freshness";
import { CampaignField, OtherFiles } from "../parts/inputs";
import { usePane } from "../parts/context";
import { Button, Fold, Refusals, Screen, CopyDetail } from "../parts/elements";
import { ProgressBar } from "../parts/progress-bar";
import type { Missing } from "../state/state";
import { afterTitle } from "../texts/anatomy";
import { cellBeingEdited, notCalculated } from "../texts/support";
import { sheetText } from "../texts/words";
import type { Words } from "../texts/words";

/** Draws the first screen: what the pane does, the campaign, and one button. */
export function WelcomeScreen() {
  const { session, state, words } = usePane();
  // A user who has documents needs no example.
  const hasNoDocument = state.documents.sheets === null || state.documents.sheets.length === 0;
  const hasToTry = hasNoDocument && session.query.offersExample();
  return (
    <Screen
      title={words.say("pane-welcome-title")}
      buttons={[
        { label: words.say("pane-act-read"), onPress: () => void session.run.read() },
        hasToTry && { label: words.say("pane-act-example"), onPress: () => void session.run.openExample() },
      ]}
    >
      <Outdated />
      <ul class="what-it-does">
        <li>{words.say("pane-welcome-reads")}</li>
        <li>{words.say("pane-welcome-checks")}</li>
        <li>{words.say("pane-welcome-makes")}</li>
      </ul>
      <CampaignField />
      <p>
        <Button link onClick={() => void session.run.openConvention()}>
          {words.say("pane-other-convention")}
        </Button>
      </p>
      {session.query.lacksFunctions() && <p class="secondary">{words.say("pane-without-functions")}</p>}
      <p class="secondary">{words.say("pane-welcome-private")}</p>
      <UndoEmptied />
    </Screen>
  );
}

/** Warns, before a first reading, that it will empty Excel's undo list. */
function UndoEmptied() {
  const { session, words } = usePane();
  return session.query.readingEmptiesUndo() ? <p class="secondary">{words.say("pane-reading-empties-undo")}</p> : null;
}

/** Draws a step opened before anything was read since the pane opened. */
export function UnreadScreen() {
  const { session, words } = usePane();
  return (
    <Screen
      title={words.say("pane-unread-title")}
      buttons={[{ label: words.say("pane-act-read"), onPress: () => void session.run.read() }]}
    >
      <Outdated />
      <p>{words.say("pane-unread-text")}</p>
      <CampaignField />
      <UndoEmptied />
    </Screen>
  );
}

/** Draws a long reading: first a text, then a bar, then a button to cancel. */
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

/** Why the pane cannot be shown. */
export type Unusable =
  | { readonly kind: "outside" }
  | { readonly kind: "old"; readonly version: string }
  | { readonly kind: "start-failed"; readonly reason: string };

interface UnusableProps {
  readonly why: Unusable;
  readonly words: Words;
}

/** Draws the screen shown when the pane cannot work at all. */
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

/** Reports that nothing can be billed: each reason at its cell, and what to do. */
export function RefusedScreen() {
  const { session, state, words } = usePane();
  if (state.source.kind !== "refused") return null;
  const { anomalies, missing } = state.source;
  return (
    <Screen
      alert
      title={refusedTitle(anomalies, words)}
      buttons={[
        { label: words.say("pane-act-reread"), onPress: () => void session.run.read() },
        missing !== null && { label: words.say("pane-act-template"), onPress: () => void session.run.insertTemplate() },
      ]}
      more={
        <>
          {missing !== null && (
            <>
              <Untaken sheets={missing.sheets} />
              <p class="secondary">{words.say("pane-template-hint")}</p>
            </>
          )}
          <OtherFiles />
          <CampaignField />
        </>
      }
    >
      <Refusals anomalies={anomalies} />
    </Screen>
  );
}

/** Draws each sheet examined, with what it lacks to be an inventory. */
function Untaken({ sheets }: Pick<Missing, "sheets">) {
  const { words } = usePane();
  return (
    <Fold title={words.counted("pane-unrecognised-see", sheets.length)}>
      <ul>
        {sheets.map(({ sheet: { name, otherFile }, why }) => (
          <li key={`${name}\n${otherFile}`}>
            {words.say("pane-unrecognised-line", {
              sheet: sheetText(name, otherFile, words),
              why: words.say(`pane-unrecognised-${why}`),
            })}
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function refusedTitle(anomalies: readonly Anomaly[], words: Words): string {
  const has = (code: Anomaly["code"]) => anomalies.some((anomaly) => anomaly.code === code);
  if (has("no-inventory")) return words.say("pane-refused-no-inventory");
  if (has("campaign-without-grid")) return words.say("pane-refused-no-tariff");
  return words.counted("pane-refused-title", anomalies.length);
}

/** Reports that Excel did not give the workbook. */
export function UnreadableScreen() {
  const { session, state, words } = usePane();
  if (state.source.kind !== "unreadable") return null;
  const { anomaly } = state.source;
  const retry = { label: words.say("pane-act-retry"), onPress: () => void session.run.read() };
  const recalculate = { label: words.say("pane-act-recalculate"), onPress: () => void session.run.recalculate() };
  // The titles and buttons of the messages that have their own.
  const known: Partial<Record<Anomaly["code"], readonly [MessageCode, readonly (typeof retry)[]]>> = {
    [cellBeingEdited]: ["pane-editing-title", [{ ...retry, label: words.say("pane-act-continue") }]],
    // A read-only workbook may refuse to be calculated by a pane.
    [notCalculated]: ["pane-uncalculated-title", state.readOnly ? [retry] : [recalculate, retry]],
  };
  const [title, buttons] = known[anomaly.code] ?? ["pane-unreadable-title" as const, [retry]];
  return (
    <Screen alert title={words.say(title)} buttons={buttons}>
      <p>{anomaly.code in known ? afterTitle(words.anomaly(anomaly)) : words.anomaly(anomaly)}</p>
      <CopyDetail anomaly={anomaly} />
    </Screen>
  );
}
