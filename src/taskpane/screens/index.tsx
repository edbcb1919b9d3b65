import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { MessageCode } from "../../messages";
import type { PaneEvent } from "../state/reduce";
import type { PaneState } from "../state/state";
import { usePane } from "../parts/context";
import { Screen } from "../parts/elements";
import { DoneScreen, PlanScreen } from "./documents";
import { ConfirmScreen, GeneratingScreen, UndoingScreen, UndoScreen, StoppedScreen } from "./generation";
import { ReadingScreen, RefusedScreen, UnreadableScreen, UnreadScreen, WelcomeScreen } from "./welcome";

interface LazyScreenProps<Loaded> {
  readonly pick: (loaded: Loaded) => ComponentType;
  /** The title; by default, the name of the step. */
  readonly title?: MessageCode;
  /** The event that leaves the screen when its code cannot be loaded. */
  readonly onClose?: PaneEvent;
}

/** Code that comes when it is first asked for, and is kept. */
class LazyCode<Loaded> {
  private loaded: Loaded | null = null;

  constructor(private readonly load: () => Promise<Loaded>) {}

  /** The code, once it is there; null before. */
  get now(): Loaded | null {
    return this.loaded;
  }

  /** Loads it; rejects when it does not come. */
  async bring(): Promise<Loaded> {
    return (this.loaded ??= await this.load());
  }

  /** Returns a screen loaded on demand: its title while it loads, and a button to try again when loading fails. */
  screen({ pick, title, onClose = { type: "closed" } }: LazyScreenProps<Loaded>): ComponentType {
    return () => {
      const { session, state, words } = usePane();
      const [isThere, setThere] = useState(this.loaded !== null);
      const [hasFailed, setFailed] = useState(false);
      const bring = () => {
        setFailed(false);
        this.bring().then(
          () => setThere(true),
          () => setFailed(true),
        );
      };
      useEffect(() => {
        if (!isThere) bring();
      }, []);
      if (isThere && this.loaded !== null) {
        const Content = pick(this.loaded);
        return <Content />;
      }
      return (
        <Screen
          title={words.say(title ?? `pane-step-${state.step}`)}
          alert={hasFailed}
          buttons={
            hasFailed
              ? [
                  { label: words.say("pane-act-retry"), onPress: bring },
                  { label: words.say("pane-act-close"), onPress: () => session.dispatch(onClose) },
                ]
              : []
          }
        >
          {hasFailed && <p>{words.say("pane-analysis-not-loaded")}</p>}
        </Screen>
      );
    };
  }
}

/** « Lecture », « Contrôle » and « Répartition »: their code comes while a workbook is first read. */
export const reading = new LazyCode(() => import(/* webpackChunkName: "reading-view" */ "./reading"));
/** « Comparer », « Simuler » and « Rectifier ». */
export const analyses = new LazyCode(() => import(/* webpackChunkName: "analyses-view" */ "../analyses/screens"));
/** « Explication », when a cell is first explained. */
export const explanation = new LazyCode(
  () => import(/* webpackChunkName: "explanation-view" */ "./explanation/explained"),
);
/** The code that marks an état as issued, loaded on first use. */
export const issue = new LazyCode(() => import(/* webpackChunkName: "issue-view" */ "./issue"));
/** Documents changed by hand, when a generation first finds some. */
export const edited = new LazyCode(() => import(/* webpackChunkName: "edited-view" */ "./edited"));
/** « Réglages », when they are first opened. */
export const settings = new LazyCode(() => import(/* webpackChunkName: "settings-view" */ "./settings"));

/** The code that writes a convention, loaded on first use. */
export const convention = new LazyCode(
  () => import(/* webpackChunkName: "convention-view" */ "../convention/screens/editor"),
);

/** A screen of the pane. */
export interface PaneScreen {
  readonly Content: ComponentType;
  /** The title of the page, when it differs from that of the step. */
  readonly title?: MessageCode;
  /** The event of Escape; none by default: a generation, for instance, continues. */
  readonly onEscape?: PaneEvent;
}

const onEscape = { type: "closed" } as const;

/** Returns a screen of « Lecture », « Contrôle » or « Répartition ». */
const whileReading = (pick: Parameters<typeof reading.screen>[0]["pick"]) =>
  reading.screen({ pick, onClose: { type: "step-opened", step: "documents" } });

/** Returns a screen of its own title, whose code comes when it is first asked for. */
function lazy<Loaded>(code: LazyCode<Loaded>, title: MessageCode, pick: (loaded: Loaded) => ComponentType) {
  return { title, Content: code.screen({ pick, title }) };
}

export const screens = {
  welcome: { Content: WelcomeScreen },
  unread: { Content: UnreadScreen },
  reading: { Content: ReadingScreen },
  refused: { Content: RefusedScreen },
  unreadable: { Content: UnreadableScreen },
  // Over them, a table or a column.
  headcounts: { Content: whileReading(({ HeadcountsScreen }) => HeadcountsScreen), onEscape },
  lecture: { Content: whileReading(({ LectureScreen }) => LectureScreen), onEscape },
  controle: { Content: whileReading(({ ControleScreen }) => ControleScreen) },
  repartition: { Content: whileReading(({ RepartitionScreen }) => RepartitionScreen) },
  commune: { Content: whileReading(({ CommuneScreen }) => CommuneScreen), onEscape },
  compare: { ...lazy(analyses, "pane-compare-title", ({ CompareScreen }) => CompareScreen), onEscape },
  simulate: { ...lazy(analyses, "pane-simulate-title", ({ SimulateScreen }) => SimulateScreen), onEscape },
  rectify: { ...lazy(analyses, "pane-rectify-title", ({ RectifyScreen }) => RectifyScreen), onEscape },
  explanation: { ...lazy(explanation, "pane-explanation-title", ({ Explained }) => Explained), onEscape },
  settings: { ...lazy(settings, "pane-settings-title", ({ AllSettings }) => AllSettings), onEscape },
  convention: { ...lazy(convention, "pane-convention-title", ({ ConventionScreen }) => ConventionScreen), onEscape },
  issue: { ...lazy(issue, "pane-issue-title", ({ IssueScreen }) => IssueScreen), onEscape },
  plan: { Content: PlanScreen },
  confirm: { Content: ConfirmScreen, onEscape },
  generating: { Content: GeneratingScreen },
  edited: {
    Content: edited.screen({ pick: ({ EditedScreen }) => EditedScreen, onClose: { type: "ending-left" } }),
    onEscape: { type: "ending-left" },
  },
  done: { Content: DoneScreen },
  stopped: { Content: StoppedScreen },
  undo: { Content: UndoScreen, onEscape },
  undoing: { Content: UndoingScreen },
} as const satisfies Readonly<Record<string, PaneScreen>>;

export type ScreenName = keyof typeof screens;

/** Returns the screen of a state: the work in progress, the screen open over the steps, or the step. */
export function screenOf({ work, source, step, ending, open }: PaneState): ScreenName {
  if (work.kind === "generating" || work.kind === "undoing") return work.kind;
  // A short reading keeps the former screen, to avoid a flash.
  if (work.kind === "reading" && work.wait !== "silent") return "reading";
  if (open?.screen === "settings" || open?.screen === "convention") return open.screen;
  if (open?.screen === "explanation" && source.kind === "read") return "explanation";
  if (open?.screen === "undo") return "undo";
  if (step === "documents" && (ending.kind === "undone" || ending.kind === "undo-failed")) return "stopped";
  if (source.kind === "unread") return step === "lecture" ? "welcome" : "unread";
  if (source.kind !== "read") return source.kind;
  if (open?.screen === "analysis") return open.name;
  if (step === "lecture" && source.preview.withoutHeadcounts) return "headcounts";
  if (step === "repartition") return open?.screen === "commune" ? "commune" : "repartition";
  if (step !== "documents") return step;
  if (open?.screen === "issue") return "issue";
  if (open?.screen === "confirm") return "confirm";
  switch (ending.kind) {
    case "done":
    case "edited":
      return ending.kind;
    case "cancelled":
    case "failed":
      return "stopped";
    default:
      return "plan";
  }
}
