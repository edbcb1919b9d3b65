import type { EditedSheet } from "../../workbook";
import { usePane } from "../parts/context";
import { CellLink, French, Screen } from "../parts/elements";

/** Draws documents changed by hand, before they are replaced: which cells, and the choice. */
export function EditedScreen() {
  const { session, state, words } = usePane();
  if (state.ending.kind !== "edited") return null;
  const { sheets } = state.ending;
  return (
    <Screen
      title={words.counted("pane-edited-title", sheets.length)}
      buttons={[
        { label: words.say("pane-edited-replace"), onPress: () => void session.run.replaceEdits() },
        { label: words.say("pane-edited-keep"), onPress: () => session.dispatch({ type: "ending-left" }) },
      ]}
    >
      <p role="alert">{words.say("pane-edited-text")}</p>
      {sheets.map((sheet) => (
        <Edits key={sheet.name} sheet={sheet} />
      ))}
    </Screen>
  );
}

function Edits({ sheet: { name, isGoing, cells, count } }: { readonly sheet: EditedSheet }) {
  const { words } = usePane();
  const more = count - cells.length;
  return (
    <section class="card">
      <h2>
        <French>{name}</French>
      </h2>
      <p>{words.say(isGoing ? "pane-edited-gone" : "pane-edited-replaced")}</p>
      <p>{words.say("pane-edited-cells")}</p>
      <ul class="cells">
        {cells.map((cell) => (
          <li key={cell}>
            <CellLink sheet={name} cell={cell} short />
          </li>
        ))}
        {more > 0 && <li>{words.counted("pane-edited-more", more)}</li>}
      </ul>
    </section>
  );
}
