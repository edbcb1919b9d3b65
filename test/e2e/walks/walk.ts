import type { ScreenName } from "../../../src/taskpane/screens";
import type { OpenExcel } from "../open-excel";

/** What is seen where there is no pane to show is told apart from the screens of `ScreenName`. */
type Seen = ScreenName | "unusable";

/** Takes the state that the pane is in: `stopped`, or `stopped-cancelled` for one of several of that screen. */
type Take = (state: Seen | `${Seen}-${string}`, excel: OpenExcel) => Promise<void>;

/** Somebody's way through the pane, from one state to the next, the same in every language. */
export interface Walk {
  readonly called: string;
  /** Screens that it passes, each at least once. */
  readonly screens: readonly Seen[];
  go(locale: "fr-FR" | "en-US", take: Take): Promise<void>;
}
