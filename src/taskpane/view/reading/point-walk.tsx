import type { PointShown } from "../../session/preview-types";
import { CellLink } from "../cell-link";
import { usePane } from "../pane-context";
import { useReadingTexts } from "./words";

interface PointWalkProps {
  readonly point: PointShown;
  readonly place: number;
  readonly otherFile: string | null;
}

/** « 12 sur 93 » between two arrows: the cells of one point, one after the other, and what stands there. */
export function PointWalk({ point: { anomalies }, place, otherFile }: PointWalkProps) {
  const { session } = usePane();
  const { words, t } = useReadingTexts();
  const anomaly = anomalies[place]!;
  const { sheet, cell } = anomaly;
  const row = session.questions.standsAt(anomaly);
  return (
    <>
      <div class="mover" role="group" aria-label={t("pane-walk")}>
        <button
          type="button"
          class="arrow"
          aria-label={t("pane-walk-previous")}
          onClick={() => void session.questions.walk(-1)}
        >
          ‹
        </button>
        <span>{t("pane-walk-place", { n: words.integer(place + 1), count: words.integer(anomalies.length) })}</span>
        <button
          type="button"
          class="arrow"
          aria-label={t("pane-walk-next")}
          onClick={() => void session.questions.walk(1)}
        >
          ›
        </button>
        {sheet !== null && cell !== null && <CellLink sheet={sheet} cell={cell} otherFile={otherFile} />}
      </div>
      {row !== "" && <p class="secondary stands">{row}</p>}
    </>
  );
}
