import { useState } from "preact/hooks";
import { usePane } from "../../parts/context";
import { Button } from "../../parts/elements";
import { CampaignField } from "../../parts/inputs";
import { freshnessOf } from "../../state/state";
import type { ConventionShown } from "../shown";
import { goToFirst, useDraft } from "./draft-context";

const replaceId = "convention-replace";

/**
 * Draws the button that writes the three sheets once there are no faults, asking before it replaces any, and the button
 * that undoes it.
 */
export function WriteActions({ shown }: { readonly shown: ConventionShown }) {
  const { taken } = shown;
  const { session } = usePane();
  const drafting = useDraft();
  const { faults, focus, undo, redo, t } = drafting;
  const [asks, setAsks] = useState(false);
  const isHeld = faults.length > 0;
  const isWritten = isCurrent(shown) && shown.last?.done === "written";
  const write = () => {
    setAsks(false);
    void session.run.writeConvention();
  };
  const press = () => {
    if (isHeld) return goToFirst(drafting);
    if (taken.length === 0) return write();
    setAsks(true);
    focus(replaceId);
  };
  if (asks && !isHeld)
    return (
      <>
        <p id="convention-replaced">{t("pane-convention-replace", { sheets: taken.join(", ") })}</p>
        <button
          type="button"
          class="button primary"
          id={replaceId}
          aria-describedby="convention-replaced"
          onClick={write}
        >
          {t("pane-convention-replace-yes")}
        </button>
        <Button onClick={() => setAsks(false)}>{t("pane-convention-replace-no")}</Button>
      </>
    );
  return (
    <>
      <button
        type="button"
        class={isWritten ? "button" : "button primary"}
        aria-disabled={isHeld || undefined}
        aria-describedby={isHeld ? "convention-held" : undefined}
        onClick={press}
      >
        {t("pane-convention-write")}
      </button>
      <Button onClick={undo}>{t("pane-convention-undo")}</Button>
      <Button onClick={redo}>{t("pane-convention-redo")}</Button>
      {isHeld && (
        <p id="convention-held" class="secondary">
          {t("pane-convention-write-held")}
        </p>
      )}
      <DoneLast shown={shown} />
      {isWritten && <SeeBill />}
    </>
  );
}

/** Returns whether the sheets still contain the draft that is shown. */
function isCurrent({ history, last }: ConventionShown): boolean {
  return last?.draft === history.draft;
}

/** Draws what was done last to the sheets, as long as the draft is that one, and what takes it back. */
function DoneLast({ shown }: { readonly shown: ConventionShown }) {
  const { session } = usePane();
  const { t } = useDraft();
  const { last } = shown;
  return (
    <p role="status" class="success">
      {last !== null && isCurrent(shown) && `${t(`pane-convention-${last.done}`)} `}
      {last?.done === "written" && (
        <Button link onClick={() => void session.run.takeBackConvention()}>
          {t("pane-convention-take-back")}
        </Button>
      )}
    </p>
  );
}

/** Draws the link to the bill that the sheets make, with a choice of the campaign when none was chosen. */
function SeeBill() {
  const { session, state } = usePane();
  const { t } = useDraft();
  const [lacked] = useState(state.campaign === null);
  const see = () => {
    session.dispatch({ type: "step-opened", step: "repartition" });
    if (state.source.kind !== "read" || freshnessOf(state) === "stale") void session.run.read();
  };
  return (
    <>
      {lacked && <CampaignField />}
      <button type="button" class="button primary" onClick={see}>
        {t("pane-convention-see-bill")}
      </button>
    </>
  );
}
