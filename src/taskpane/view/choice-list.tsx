import type { ChoiceGroup, Meaning } from "../session/choice-types";
import { previewOf } from "../session/state";
import { meaningOf } from "../words/roles";
import type { Words } from "../words/words";
import { CellLink } from "./cell-link";
import { usePane } from "./pane-context";
import { TakeBackButton } from "./take-back-button";

/** The choices in force: what each does, where, and the way back. */
export function ChoiceList() {
  const { state, words } = usePane();
  const { options } = state;
  const meanings = previewOf(state)?.meanings ?? [];
  if (options.kind !== "seen" || options.groups.length === 0) return null;
  return (
    <ul class="choices" aria-label={words.say("pane-choices-list")}>
      {options.groups.map((group) => (
        <li
          key={JSON.stringify([
            group.sheet,
            group.otherFile,
            group.choices[0]?.about,
            group.cells,
            textOf(group, meanings, words),
          ])}
        >
          <p>{textOf(group, meanings, words)}</p>
          {group.sheet !== null && (
            <p>
              <CellLink sheet={group.sheet} cell={group.cells[0] ?? "A1"} otherFile={group.otherFile} />
              {group.cells.length > 1 && ` ${words.counted("pane-choice-others", group.cells.length - 1)}`}
            </p>
          )}
          <TakeBackButton choices={group.choices} />
        </li>
      ))}
    </ul>
  );
}

function textOf({ choices: [first] }: ChoiceGroup, meanings: readonly Meaning[], words: Words): string {
  switch (first?.about) {
    case "row":
      return words.say("pane-choice-row", { row: first.choice.row, reason: first.choice.reason });
    case "commune": {
      const { was, commune } = first.choice;
      return was === undefined
        ? words.say("pane-choice-commune-blank", { commune })
        : words.say("pane-choice-commune", { text: was, commune });
    }
    case "column": {
      const { was = "", as } = first.choice;
      const known = meanings.find((meaning) => meaning.as.toLowerCase() === as.toLowerCase());
      const meaning = known === undefined ? as : meaningOf(known, words);
      return words.say("pane-choice-column", { header: was, bare: was === "" ? "1" : "", meaning });
    }
    default:
      return "";
  }
}
