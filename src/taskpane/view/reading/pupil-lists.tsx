import type { Preview } from "../../session/preview-types";
import { sheetText } from "../../words/places";
import { usePane } from "../pane-context";

/** A list of pupils was read: what is taken of it, and what is not. */
export function PupilLists({ preview: { tables } }: { readonly preview: Preview }) {
  const { words } = usePane();
  const lists = tables.filter(({ layout }) => layout === "pupil-list");
  if (lists.length === 0) return null;
  return (
    <div class="trouble" role="alert">
      <h2>{words.say("pane-pupils-title")}</h2>
      {lists.map(({ sheet, otherFile }) => (
        <p key={`${sheet}\n${otherFile}`}>
          {words.say("pane-pupils-text", { sheet: sheetText(sheet, otherFile, words) })}
        </p>
      ))}
    </div>
  );
}
