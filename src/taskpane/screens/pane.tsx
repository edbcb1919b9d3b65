import { useEffect, useLayoutEffect, useReducer } from "preact/hooks";
import type { Session } from "../operations";
import { Context } from "../parts/context";
import { Footer, Header, Trouble } from "../parts/frame";
import type { PaneState } from "../state/state";
import type { Words } from "../texts/words";
import { screenOf, screens, type PaneScreen } from ".";
import { reading } from "./lazy";

interface PaneProps {
  readonly session: Session;
  readonly words: Words;
}

/** The whole pane: drawn again at each change of the session's state. */
export function Pane({ session, words }: PaneProps) {
  const [, draw] = useReducer<number, void>((count) => count + 1, 0);
  // In the same turn as the first drawing: an effect after the paint would miss what the session tells meanwhile.
  useLayoutEffect(() => session.store.subscribe(() => draw()), [session]);
  const { state } = session;
  const name = screenOf(state);
  const { Content, title, onEscape }: PaneScreen = screens[name];

  useEffect(() => {
    document.title = words.say("pane-title", { step: words.say(title ?? `pane-step-${state.step}`) });
  }, [title, state.step, words]);
  useEffect(() => {
    // While a workbook is read, what shows it comes; where it does not come, its screen says so.
    if (state.work.kind === "reading") void reading.bring().catch(() => null);
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

/** Where the focus goes: the first of these that is there. */
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

/** To the first of the buttons that stay below, past all that the screen lists; where it has none, to its content. */
function toActions(event: MouseEvent): void {
  const first = document.querySelector<HTMLElement>(".actions button");
  if (first === null) return toContent(event);
  event.preventDefault();
  first.focus();
}

/** By hand: following the link would change the address, which Office.js watches over. */
function toContent(event: MouseEvent): void {
  event.preventDefault();
  document.querySelector<HTMLElement>("#contenu")?.focus();
}
