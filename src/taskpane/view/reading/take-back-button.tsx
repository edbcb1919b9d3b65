import type { Choice } from "../../../options";
import { Button } from "../button";
import { usePane } from "../pane-context";

/** « Reprendre la ligne », « Revenir à la lecture d'avant ». */
export function TakeBackButton({ choices }: { readonly choices: readonly Choice[] }) {
  const { session, words } = usePane();
  const [first] = choices;
  if (first === undefined) return null;
  return (
    <Button onClick={() => void session.takeBack(choices)}>
      {first.about === "row"
        ? words.say("pane-act-bring-back", { row: first.choice.row })
        : words.say("pane-act-read-as-before")}
    </Button>
  );
}
