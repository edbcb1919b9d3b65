import { Fragment } from "preact";
import type { ComponentChildren } from "preact";
import type { CommuneChange } from "../../session/documents-types";
import { ChangeLine } from "../changes";
import { Fold } from "../fold";
import { ChangeHead } from "./change-head";
import { useAnalysisTexts } from "./words";

/** Communes that are shown at once; the others unfold. */
const shownAtOnce = 10;

interface TableProps<Move extends CommuneChange> {
  readonly moves: readonly Move[];
  readonly before: string;
  readonly after: string;
  /** What is said under the name of a commune. */
  readonly remark?: (move: Move) => string | null;
  /** The row that follows a commune's. */
  readonly under?: (move: Move) => ComponentChildren;
}

interface MovesProps<Move extends CommuneChange> extends TableProps<Move> {
  /** A commune that must not stay folded. */
  readonly unfolded?: string | null;
  /** What is to be known before the table. */
  readonly children?: ComponentChildren;
}

/** Whose part changes, the most first. */
export function Moves<Move extends CommuneChange>({ moves, unfolded = null, children, ...table }: MovesProps<Move>) {
  const { t, tCount } = useAnalysisTexts();
  const others = moves.slice(shownAtOnce);
  return (
    <>
      <h2>{t("pane-moves-title")}</h2>
      {children}
      {moves.length === 0 ? (
        <p>{t("pane-moves-none")}</p>
      ) : (
        <MoveTable moves={moves.slice(0, shownAtOnce)} {...table} />
      )}
      {others.length > 0 && (
        <Fold title={tCount("pane-moves-others", others.length)} open={others.some(({ insee }) => insee === unfolded)}>
          <MoveTable moves={others} {...table} />
        </Fold>
      )}
    </>
  );
}

function MoveTable<Move extends CommuneChange>({ moves, before, after, remark, under }: TableProps<Move>) {
  const { words, t } = useAnalysisTexts();
  return (
    <table class="money">
      <caption class="unseen">{t("pane-moves-caption")}</caption>
      <ChangeHead first={words.say("pane-commune")} before={before} after={after} />
      <tbody>
        {moves.map((move) => (
          <Fragment key={move.insee}>
            <ChangeLine name={move.name} change={move} remark={remark?.(move) ?? null} />
            {under?.(move)}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
