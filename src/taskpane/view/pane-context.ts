import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Session } from "../session";
import type { PaneState } from "../session/state";
import type { Words } from "../words/words";

/** What every screen draws from and acts on. */
export interface PaneContext {
  readonly session: Session;
  readonly state: PaneState;
  readonly words: Words;
}

export const Context = createContext<PaneContext | null>(null);

export function usePane(): PaneContext {
  const pane = useContext(Context);
  if (pane === null) throw new Error("A screen is drawn inside the pane.");
  return pane;
}
