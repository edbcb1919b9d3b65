import { setImmediate, setTimeout } from "node:timers";
import { eventOf } from "./envelope";

export type Post = (message: string) => void;

/** A pane that is open: how to speak to it, and how far its start has come. */
export class Session {
  private readonly listened = new Set<string>();
  /** Milliseconds by which all it is told comes late. */
  delay = 0;
  private open: () => void = () => {};
  /** Once the pane takes calls of functions and events, which comes after `Office.onReady`. */
  readonly ready = new Promise<void>((resolve) => (this.open = resolve));

  constructor(
    readonly conversation: string,
    private readonly post: Post,
  ) {}

  listen(event: string): void {
    this.listened.add(event);
  }

  unlisten(event: string): void {
    this.listened.delete(event);
  }

  onReady(): void {
    this.open();
  }

  /** Answers in a later turn, as anything that comes from another process. */
  answer(message: string): void {
    if (this.delay > 0) setTimeout(() => this.post(message), this.delay);
    else setImmediate(() => this.post(message));
  }

  /** Raises an event, if the pane listens to it; says whether it does. */
  raise(event: string, data: unknown): boolean {
    if (!this.listened.has(event)) return false;
    this.answer(eventOf(this.conversation, event, data));
    return true;
  }
}
