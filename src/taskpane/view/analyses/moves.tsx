import type { CommuneMove } from "../../session/analyses/types";
import type { CommuneChange } from "../../session/documents-types";
import { ChangeLine } from "../changes";
import { Fold } from "../fold";
import { ChangeHead } from "./change-head";
import { useAnalysisWords } from "./words";

/** Communes that are shown at once; the others unfold. */
const shownAtOnce = 10;

interface MovesProps {
  readonly moves: readonly (CommuneChange & Partial<Pick<CommuneMove, "isNotable">>)[];
  readonly before: string;
  readonly after: string;
}

/** Whose part changes, the most first. */
export function Moves({ moves, before, after }: MovesProps) {
  const { tell, tellCounted } = useAnalysisWords();
  const others = moves.slice(shownAtOnce);
  return (
    <>
      <h2>{tell("pane-moves-title")}</h2>
      {moves.some(({ isNotable }) => isNotable) && <p class="secondary">{tell("pane-moves-legend")}</p>}
      {moves.length === 0 ? (
        <p>{tell("pane-moves-none")}</p>
      ) : (
        <MoveTable moves={moves.slice(0, shownAtOnce)} before={before} after={after} />
      )}
      {others.length > 0 && (
        <Fold title={tellCounted("pane-moves-others", others.length)}>
          <MoveTable moves={others} before={before} after={after} />
        </Fold>
      )}
    </>
  );
}

function MoveTable({ moves, before, after }: MovesProps) {
  const { words, tell } = useAnalysisWords();
  return (
    <table class="money">
      <caption class="unseen">{tell("pane-moves-caption")}</caption>
      <ChangeHead first={words.say("pane-commune")} before={before} after={after} />
      <tbody>
        {moves.map((move) => (
          <ChangeLine
            key={move.insee}
            name={move.name}
            change={move}
            remark={move.isNotable === true ? tell("pane-moves-notable") : null}
          />
        ))}
      </tbody>
    </table>
  );
}
