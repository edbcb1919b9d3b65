import type { EditedSheet } from "../../workbook/office";
import { Amounts } from "../parts/amounts";
import { usePane } from "../parts/context";
import { Button, CellLink, French, Screen, Warning } from "../parts/elements";
import { ProgressBar } from "../parts/progress-bar";
import { Stale, useRereading } from "../parts/warnings";
import { previewOf } from "../state/state";
import { IssuedOtherwise } from "./issued";
import { generatingText, measureOf } from "../texts/progress";

/** The last word before anything is written. */
export function ConfirmScreen() {
  const { session, state, words } = usePane();
  const rereading = useRereading();
  const preview = previewOf(state);
  if (preview === null) return null;
  const { plan, counts } = preview;
  return (
    <Screen
      title={words.say("pane-confirm-title")}
      buttons={[
        rereading ?? {
          label: words.counted("pane-confirm-yes", plan.sheets.length),
          onPress: () => void session.run.generate(),
        },
        { label: words.say("pane-confirm-no"), onPress: () => session.dispatch({ type: "closed" }) },
      ]}
    >
      <Stale />
      <IssuedOtherwise />
      {rereading === null && <Amounts preview={preview} />}
      {counts.error > 0 && <Warning>{words.counted("pane-provisional", counts.error)}</Warning>}
      {plan.replaced.length > 0 && <p>{words.counted("pane-plan-replaced", plan.replaced.length)}</p>}
      {plan.removed.length > 0 && <p>{words.counted("pane-plan-removed", plan.removed.length)}</p>}
      <p>{words.say("pane-confirm-text")}</p>
    </Screen>
  );
}

/** Sheets being written: how far, and the way back. */
export function GeneratingScreen() {
  const { session, state, words } = usePane();
  const { work } = state;
  if (work.kind !== "generating") return null;
  const { progress, cancelling } = work;
  const title = words.say("pane-generating-title");
  const sheets = previewOf(state)?.plan.sheets ?? [];
  const text = cancelling ? words.say("pane-generating-restore") : generatingText(progress, sheets, words);
  return (
    <Screen
      title={title}
      actions={!cancelling && <Button onClick={() => session.run.cancel()}>{words.say("pane-act-cancel")}</Button>}
    >
      <ProgressBar
        label={title}
        text={text}
        {...(cancelling ? {} : measureOf(progress))}
        {...(progress === null ? {} : { stage: progress.stage })}
      />
      <p class="secondary">{words.say("pane-generating-hold")}</p>
    </Screen>
  );
}

/** The previous sheets coming back. */
export function UndoingScreen() {
  const { words } = usePane();
  const title = words.say("pane-undoing-title");
  return (
    <Screen title={title}>
      <ProgressBar label={title} text={words.say("pane-generating-restore")} />
      <p class="secondary">{words.say("pane-generating-hold")}</p>
    </Screen>
  );
}

/** What the button that undoes says. */
export const undoLabels = { generation: "pane-act-undo", issue: "pane-issue-undo" } as const;

/** « Annuler la génération » asks first, and says what comes back. */
export function UndoScreen() {
  const { session, state, words } = usePane();
  const isIssue = state.documents.last === "issue";
  return (
    <Screen
      title={words.say("pane-undo-title")}
      buttons={[
        { label: words.say("pane-undo-yes"), onPress: () => void session.run.undo() },
        {
          label: words.say(isIssue ? "pane-issue-keep" : "pane-undo-no"),
          onPress: () => session.dispatch({ type: "closed" }),
        },
      ]}
    >
      <p>{words.say(isIssue ? "pane-issue-undo-text" : "pane-undo-text")}</p>
    </Screen>
  );
}

/** Documents changed by hand, before they are replaced: which cells, and the choice. */
export function EditedScreen() {
  const { session, state, words } = usePane();
  if (state.ending.kind !== "edited") return null;
  const { sheets } = state.ending;
  return (
    <Screen
      title={words.counted("pane-edited-title", sheets.length)}
      buttons={[
        { label: words.say("pane-edited-replace"), onPress: () => void session.run.replaceEdits() },
        { label: words.say("pane-edited-keep"), onPress: () => session.dispatch({ type: "ending-left" }) },
      ]}
    >
      <p role="alert">{words.say("pane-edited-text")}</p>
      {sheets.map((sheet) => (
        <Edits key={sheet.name} sheet={sheet} />
      ))}
    </Screen>
  );
}

function Edits({ sheet: { name, isGoing, cells, count } }: { readonly sheet: EditedSheet }) {
  const { words } = usePane();
  const more = count - cells.length;
  return (
    <section class="card">
      <h2>
        <French>{name}</French>
      </h2>
      <p>{words.say(isGoing ? "pane-edited-gone" : "pane-edited-replaced")}</p>
      <p>{words.say("pane-edited-cells")}</p>
      <ul class="cells">
        {cells.map((cell) => (
          <li key={cell}>
            <CellLink sheet={name} cell={cell} short />
          </li>
        ))}
        {more > 0 && <li>{words.counted("pane-edited-more", more)}</li>}
      </ul>
    </section>
  );
}
