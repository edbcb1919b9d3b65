import type { Anomaly } from "../../messages";
import { CampaignField, OtherFiles } from "../parts/campaign-and-files";
import { usePane } from "../parts/context";
import { Button, Fold, Refusals } from "../parts/elements";
import { CopyDetail } from "../parts/frame";
import { Screen } from "../parts/screen";
import type { Missing } from "../state/state";
import { afterTitle } from "../texts/anatomy";
import { cellBeingEdited, sheetText } from "../texts/progress";
import type { Words } from "../texts/words";

/** Nothing can be billed: why, each at its cell, and what to do. */
export function RefusedScreen() {
  const { session, state, words } = usePane();
  if (state.source.kind !== "refused") return null;
  const { anomalies, missing } = state.source;
  return (
    <Screen
      alert
      title={refusedTitle(anomalies, words)}
      actions={
        <>
          <Button primary onClick={() => void session.run.read()}>
            {words.say("pane-act-reread")}
          </Button>
          {missing !== null && (
            <Button onClick={() => void session.run.insertTemplate()}>{words.say("pane-act-template")}</Button>
          )}
        </>
      }
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

/** Each sheet that was looked at, and what it lacks. */
function Untaken({ sheets }: Pick<Missing, "sheets">) {
  const { words } = usePane();
  return (
    <Fold title={words.counted("pane-untaken-see", sheets.length)}>
      <ul>
        {sheets.map(({ sheet, otherFile, why }) => (
          <li key={`${sheet}\n${otherFile}`}>
            {words.say("pane-untaken-line", {
              sheet: sheetText(sheet, otherFile, words),
              why: words.say(`pane-untaken-${why}`),
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

/** Excel did not give the workbook. */
export function UnreadableScreen() {
  const { session, state, words } = usePane();
  if (state.source.kind !== "unreadable") return null;
  const { anomaly } = state.source;
  const isEditing = anomaly.code === cellBeingEdited;
  return (
    <Screen
      alert
      title={words.say(isEditing ? "pane-editing-title" : "pane-unreadable-title")}
      actions={
        <Button primary onClick={() => void session.run.read()}>
          {words.say(isEditing ? "pane-act-continue" : "pane-act-retry")}
        </Button>
      }
    >
      <p>{isEditing ? afterTitle(words.anomaly(anomaly)) : words.anomaly(anomaly)}</p>
      <CopyDetail anomaly={anomaly} />
    </Screen>
  );
}
