import { usePane } from "../pane-context";

/** Back to « Répartition », above the title. */
export function Back() {
  const { session, words } = usePane();
  return (
    <button type="button" class="back" onClick={() => session.analyses.open(null)}>
      <span aria-hidden="true">‹ </span>
      {words.say("pane-act-back")}
    </button>
  );
}
