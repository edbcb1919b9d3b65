import type { ComparedShown } from "../../session/analyses/types";
import { usePane } from "../pane-context";
import { CommentRow } from "./comment-row";
import { Moves } from "./moves";
import { useAnalysisTexts } from "./words";

interface ExplainedMovesProps {
  readonly compared: ComparedShown;
  readonly before: string;
  readonly after: string;
}

/** Whose part changes, and why: those that move by much are to be explained. */
export function ExplainedMoves({ compared, before, after }: ExplainedMovesProps) {
  const { t, tCount } = useAnalysisTexts();
  const { campaign, moves, toExplain, onlyNotable, onOtherYears, lastCommented } = compared;
  const notable = moves.filter(({ isNotable }) => isNotable);
  const isNarrowed = onlyNotable && notable.length > 0;
  return (
    <Moves
      moves={isNarrowed ? notable : moves}
      before={before}
      after={after}
      remark={({ isNotable }) => (isNotable ? t("pane-moves-notable") : null)}
      under={(move) => <CommentRow move={move} isLast={move.insee === lastCommented} />}
      unfolded={lastCommented}
    >
      {onOtherYears.count > 0 && (
        <p>
          {tCount("pane-comment-other-years", onOtherYears.count, {
            year: campaign,
            years: onOtherYears.years.join(", "),
          })}
        </p>
      )}
      {toExplain.wanted > 0 && <Explained compared={compared} notable={notable.length} isNarrowed={isNarrowed} />}
    </Moves>
  );
}

interface ExplainedProps {
  readonly compared: ComparedShown;
  readonly notable: number;
  readonly isNarrowed: boolean;
}

/** « À expliquer : 6, dont 4 commentées », and a filter that leaves only these. */
function Explained({ compared: { moves, toExplain }, notable, isNarrowed }: ExplainedProps) {
  const { session } = usePane();
  const { words, t, tCount } = useAnalysisTexts();
  const wanted = words.integer(toExplain.wanted);
  const filters = [
    { isOn: !isNarrowed, onlyNotable: false, label: t("pane-moves-all", { count: words.integer(moves.length) }) },
    { isOn: isNarrowed, onlyNotable: true, label: t("pane-moves-to-explain", { count: words.integer(notable) }) },
  ];
  return (
    <>
      <p>
        {toExplain.done === 0
          ? t("pane-comment-none", { wanted })
          : tCount("pane-comment-count", toExplain.done, { wanted })}
      </p>
      <p class="secondary">{t("pane-moves-legend")}</p>
      <div class="filters" role="group" aria-label={t("pane-moves-filters")}>
        {filters.map(({ isOn, onlyNotable, label }) => (
          <button
            key={label}
            type="button"
            class="filter"
            aria-pressed={isOn}
            onClick={() => void session.analyses.showNotable(onlyNotable)}
          >
            {label}
          </button>
        ))}
      </div>
    </>
  );
}
