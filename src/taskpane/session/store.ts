import { reduce } from "./reduce";
import type { PaneEvent } from "./reduce";
import { initialState } from "./state";
import type { PaneState } from "./state";

/** The one state of the pane, shared by its screens and by the ribbon. */
export class Store {
  private current: PaneState = initialState;
  private readonly listeners = new Set<() => void>();

  get state(): PaneState {
    return this.current;
  }

  dispatch(event: PaneEvent): void {
    const next = reduce(this.current, event);
    if (next === this.current) return;
    this.current = next;
    for (const listener of this.listeners) listener();
  }

  /** Gives the function that stops listening. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
