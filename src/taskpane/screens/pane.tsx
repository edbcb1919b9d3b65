import { useEffect, useLayoutEffect, useReducer, useRef } from "preact/hooks";
import type { Session } from "../operations/session";
import { Context, usePane, useWordsOf } from "../parts/context";
import { type PaneState, freshnessOf, previewOf, steps, type Step } from "../state/state";
import { type Words, helpPages } from "../texts/words";
import { Button, CopyDetail } from "../parts/elements";
import { screenOf, screens, type PaneScreen, reading } from ".";

interface PaneProps {
  readonly session: Session;
  readonly words: Words;
}

/** Draws the whole pane, again at each change of the session's state. */
export function Pane({ session, words: own }: PaneProps) {
  const [, draw] = useReducer<number, void>((count) => count + 1, 0);
  // In the same turn as the first drawing: an effect after the paint would miss changes meanwhile.
  useLayoutEffect(() => session.store.subscribe(() => draw()), [session]);
  const { state } = session;
  const words = useWordsOf(state, own);
  const name = screenOf(state);
  const { Content, title, onEscape }: PaneScreen = screens[name];

  useEffect(() => {
    document.title = words.say("pane-title", { step: words.say(title ?? `pane-step-${state.step}`) });
  }, [title, state.step, words]);
  useEffect(() => {
    // Its code is loaded during the reading; when it cannot be, its screen reports it.
    if (state.work.kind === "reading")
      void reading.bring().then(
        () => draw(),
        () => null,
      );
  }, [state.work.kind]);
  useEffect(() => {
    if (state.focus.count > 0) focusOn(state.focus.on);
  }, [state.focus.count]);

  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape" && !(event.altKey && event.key === "ArrowLeft")) return;
    if (onEscape === undefined || (onEscape.type === "closed" && state.open === null)) return;
    session.dispatch(onEscape);
    event.preventDefault();
    // Office.js, on the web, would have Excel take the focus back to the grid.
    event.stopPropagation();
  };
  return (
    <Context.Provider value={{ session, state, words }}>
      <a class="skip" href="#contenu" onClick={toContent}>
        {words.say("pane-skip")}
      </a>
      <a class="skip" href="#contenu" onClick={toActions}>
        {words.say("pane-skip-actions")}
      </a>
      <Header />
      <main id="contenu" tabIndex={-1} aria-busy={state.work.kind !== "none"} onKeyDown={leave}>
        <Trouble />
        <Content key={name} />
      </main>
      <Footer />
    </Context.Provider>
  );
}

/** The selectors of the focus: the first element found gets it. */
const places: Readonly<Record<PaneState["focus"]["on"], readonly string[]>> = {
  title: [],
  point: ['.point-head[aria-expanded="true"]'],
  column: [".last-column"],
  choices: [".choices button"],
  comment: [".last-commented"],
  settled: [".settled"],
  table: [".last-table"],
};

function focusOn(what: PaneState["focus"]["on"]): void {
  for (const place of [...places[what], "main h1"]) {
    const found = document.querySelector<HTMLElement>(place);
    if (found !== null) return found.focus();
  }
}

/** Moves the focus to the first button at the foot, past the lists of the screen; without one, to its content. */
function toActions(event: MouseEvent): void {
  const first = document.querySelector<HTMLElement>(".actions button");
  if (first === null) return toContent(event);
  event.preventDefault();
  first.focus();
}

/** Goes to the content by hand: following the link would change the address, which Office.js watches over. */
function toContent(event: MouseEvent): void {
  event.preventDefault();
  document.querySelector<HTMLElement>("#contenu")?.focus();
}

/**
 * Draws the head: the campaign, its date and its freshness; the four steps; the last notice. The first line has no
 * control.
 */
function Header() {
  const { state, words } = usePane();
  const year = previewOf(state)?.statement.campaign.year ?? state.campaign;
  const freshness = freshnessOf(state);
  const TitreBand = reading.now?.TitreBand;
  return (
    <header>
      <p class="situation">
        <span>{year === null ? words.say("pane-no-campaign") : words.say("pane-situation", { year })}</span>
        {freshness !== null && <span class={`chip ${freshness}`}>{words.say(`pane-chip-${freshness}`)}</span>}
      </p>
      {TitreBand !== undefined && <TitreBand />}
      <StepTabs />
      <StepPlace />
      {/* Here rather than after the screen: wherever that is scrolled to, it is read. */}
      <p class={isReadBelow(state) ? "notice unseen" : "notice"} role="status">
        {state.notice !== null && words.notice(state.notice)}
      </p>
    </header>
  );
}

/** Returns whether the notice is the text of the point open in the list: it is announced, and the point shows it. */
function isReadBelow({ notice, step, open, list }: PaneState): boolean {
  return notice?.ofPoint === true && step === "controle" && open === null && list.point !== null;
}

/** Draws the steps side by side, when there is room. */
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

/** Draws « Étape 3 sur 4 – Répartition » with two arrows, in the narrowest panes. */
function StepPlace() {
  const { session, state, words } = usePane();
  const index = steps.indexOf(state.step);
  const arrow = (offset: 1 | -1) => {
    const step = steps[index + offset];
    const name = words.say(offset === 1 ? "pane-step-next" : "pane-step-previous");
    return step === undefined ? (
      <span class="arrow" />
    ) : (
      <button
        type="button"
        class="arrow"
        aria-label={name}
        onClick={() => session.dispatch({ type: "step-opened", step })}
      >
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

/** Draws the help and the mention that the law asks for, each in a window of its own; the settings between them. */
function Footer() {
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

/** Shows the failure of an action, above the screen that started it. */
function Trouble() {
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
