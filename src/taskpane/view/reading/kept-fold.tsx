import type { ComponentChildren } from "preact";
import type { Session } from "../../session";
import { usePane } from "../pane-context";

/** What is unfolded, for as long as the pane lives: a new reading does not fold it again. */
const unfolded = new WeakMap<Session, Set<string>>();

interface KeptFoldProps {
  /** Tells it from the other folds, reading after reading. */
  readonly name: string;
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
  readonly open?: boolean;
}

/** A fold that stays as the user left it. Its place is said in so many words: Office.js, on the web, has Tab pass over it otherwise. */
export function KeptFold({ name, title, children, open = false }: KeptFoldProps) {
  const { session } = usePane();
  const left = unfolded.get(session) ?? new Set<string>();
  unfolded.set(session, left);
  // What is open from the start is noted where it is closed.
  const isOpen = left.has(name) !== open;
  const keep = (now: boolean) => (now === open ? left.delete(name) : left.add(name));
  return (
    <details open={isOpen || undefined} onToggle={({ currentTarget }) => keep(currentTarget.open)}>
      <summary tabIndex={0}>{title}</summary>
      {children}
    </details>
  );
}
