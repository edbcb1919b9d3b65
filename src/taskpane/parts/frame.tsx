import { useEffect, useRef } from "preact/hooks";
import { freshnessOf, previewOf, steps, type Freshness, type PaneState, type Step } from "../state/state";
import { isForSupport, supportLines, type Stopped } from "../texts/progress";
import { helpPages } from "../texts/words";
import { usePane } from "./context";
import { Button } from "./elements";

/** On top: what is shown, as of when, how fresh; the four steps; what was done last. Nothing to press in the first line. */
export function Header() {
  const { state, words } = usePane();
  const year = previewOf(state)?.statement.campaign.year ?? state.campaign;
  const freshness = freshnessOf(state);
  return (
    <header>
      <p class="situation">
        <span>{year === null ? words.say("pane-no-campaign") : words.say("pane-situation", { year })}</span>
        {freshness !== null && <Chip freshness={freshness} />}
      </p>
      <StepTabs />
      <StepPlace />
      {/* Here rather than after the screen: wherever that is scrolled to, it is read. */}
      <p class="notice" role="status">
        {state.notice !== null && words.said(state.notice)}
      </p>
    </header>
  );
}

function Chip({ freshness }: { readonly freshness: Freshness }) {
  const { words } = usePane();
  return <span class={`chip ${freshness}`}>{words.say(`pane-chip-${freshness}`)}</span>;
}

/** Side by side, where there is room. */
function StepTabs() {
  const { session, state, words } = usePane();
  return (
    <nav class="tabs" aria-label={words.say("pane-steps")}>
      <ol>
        {steps.map((step) => (
          <li key={step}>
            <button
              type="button"
              aria-current={state.step === step ? "page" : undefined}
              onClick={() => session.dispatch({ type: "step-opened", step })}
            >
              <span>
                {words.say(`pane-step-${step}`)}
                {isDone(step, state) && (
                  <>
                    {" "}
                    <span class="tick" aria-hidden="true">
                      ✓
                    </span>
                    <span class="unseen"> ({words.say("pane-step-done")})</span>
                  </>
                )}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** « Étape 3 sur 4 – Répartition » with two arrows, in the narrowest panes. */
function StepPlace() {
  const { session, state, words } = usePane();
  const index = steps.indexOf(state.step);
  const move = (offset: 1 | -1) => {
    const step = steps[index + offset];
    if (step !== undefined) session.dispatch({ type: "step-opened", step });
  };
  const arrow = (offset: 1 | -1) => {
    const step = steps[index + offset];
    const name = words.say(offset === 1 ? "pane-step-next" : "pane-step-previous");
    return step === undefined ? (
      <span class="arrow" />
    ) : (
      <button type="button" class="arrow" aria-label={name} onClick={() => move(offset)}>
        {offset === 1 ? "›" : "‹"}
      </button>
    );
  };
  const place = { n: index + 1, count: steps.length, step: words.say(`pane-step-${state.step}`) };
  return (
    <nav class="step-place" aria-label={words.say("pane-steps")}>
      {arrow(-1)}
      <span aria-current="page">{words.say("pane-step-place", place)}</span>
      {arrow(1)}
    </nav>
  );
}

function isDone(step: Step, state: PaneState): boolean {
  const preview = previewOf(state);
  if (preview === null) return false;
  switch (step) {
    case "lecture":
      return !preview.points.some(({ severity, question }) => severity === "error" && question !== null);
    case "controle":
      return preview.counts.error + preview.counts.warning === 0;
    case "repartition":
      return false;
    case "documents":
      return state.ending.kind === "done";
  }
}

/** Help and the mention that the law asks for, each in a window of its own; the settings between them. */
export function Footer() {
  const { session, words } = usePane();
  const { page, accessibility } = helpPages[words.language];
  const aside = <span class="unseen"> ({words.say("pane-new-window")})</span>;
  return (
    <footer>
      <a href={page} target="_blank" rel="noopener">
        {words.say("pane-help")}
        {aside}
      </a>
      <button type="button" class="link" onClick={() => void session.run.openSettings()}>
        {words.say("pane-settings-title")}
      </button>
      <a href={accessibility} target="_blank" rel="noopener">
        {words.say("pane-accessibility")}
        {aside}
      </a>
    </footer>
  );
}

/** What an action met, above the screen that it was asked from. */
export function Trouble() {
  const { session, state, words } = usePane();
  const box = useRef<HTMLDivElement>(null);
  // What was pressed may be far below.
  useEffect(() => box.current?.scrollIntoView?.({ block: "nearest" }), [state.trouble]);
  if (state.trouble === null) return null;
  return (
    <div class="trouble" role="alert" ref={box}>
      <p>{words.anomaly(state.trouble)}</p>
      <CopyDetail anomaly={state.trouble} />
      <Button link onClick={() => session.dispatch({ type: "trouble-left" })}>
        {words.say("pane-act-close")}
      </Button>
    </div>
  );
}

/** « Copier le détail pour l'assistance », where somebody else may have to look. */
export function CopyDetail(stopped: Stopped) {
  const { session, state, words } = usePane();
  if (!isForSupport(stopped.anomaly)) return null;
  const lines = () => supportLines(stopped, previewOf(state)?.plan.sheets ?? [], words);
  return (
    <p>
      <Button link onClick={() => void session.run.copyDetail(lines())}>
        {words.say("pane-act-copy-detail")}
      </Button>
    </p>
  );
}
