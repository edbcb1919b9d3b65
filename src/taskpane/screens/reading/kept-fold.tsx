import type { ComponentChildren } from "preact";
import type { Session } from "../../operations/session";
import { usePane } from "../../parts/context";
import { Fold } from "../../parts/elements";

/** The folds whose state the user changed, by session: a new reading keeps it. */
const unfolded = new WeakMap<Session, Set<string>>();

interface KeptFoldProps {
  /** Identifies the fold from one reading to the next. */
  readonly name: string;
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
  readonly open?: boolean;
}

/** Draws a fold that keeps its state. */
export function KeptFold({ name, title, children, open = false }: KeptFoldProps) {
  const { session } = usePane();
  const left = unfolded.get(session) ?? new Set<string>();
  unfolded.set(session, left);
  // A fold that is open by default is recorded when it is closed.
  const isOpen = left.has(name) !== open;
  return (
    <Fold title={title} open={isOpen} onToggle={(now) => (now === open ? left.delete(name) : left.add(name))}>
      {children}
    </Fold>
  );
}
