import { pointMessage } from "../../../messages";
import type { PointShown, Preview } from "../../session/preview-types";
import { anatomyOf } from "../../words/anatomy";
import { usePane } from "../pane-context";
import { severityShapes } from "./point-item";
import { isAskedOnce } from "./questions";
import { letterOf } from "./say-once";
import { useReadingTexts } from "./words";

/** « À dire une fois »: what leaves something unbilled until one thing is said; each leads to where it is said. */
export function AskedList({ preview }: { readonly preview: Preview }) {
  const { t } = useReadingTexts();
  const asked = preview.points.flatMap((point, index) => (isAskedOnce(point) ? [{ point, index }] : []));
  if (asked.length === 0) return null;
  return (
    <section class="card">
      <h2>{t("pane-ask-title")}</h2>
      <ul class="asked">
        {asked.map(({ point, index }) => (
          <li key={index}>
            <Asked point={point} index={index} preview={preview} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface AskedProps {
  readonly point: PointShown;
  readonly index: number;
  readonly preview: Preview;
}

function Asked({ point, index, preview }: AskedProps) {
  const { session } = usePane();
  const { words } = useReadingTexts();
  const { question, severity, anomalies } = point;
  const isColumn = question?.about === "column";
  return (
    <button type="button" class="point-head" onClick={() => session.openPoint(index)}>
      <span class="what">
        <span class={severity}>
          <span class="severity" aria-hidden="true">
            {severityShapes[severity]}{" "}
          </span>
        </span>
        {isColumn ? (
          <ColumnAsked point={point} preview={preview} />
        ) : (
          anatomyOf(pointMessage(anomalies, words.language)).what
        )}
        <span aria-hidden="true"> ›</span>
      </span>
      {isColumn && <ColumnLoss point={point} preview={preview} />}
    </button>
  );
}

function ColumnAsked({ point: { question } }: Omit<AskedProps, "index">) {
  const { t } = useReadingTexts();
  const letter = letterOf(question?.places[0]?.cell ?? "");
  const text = question?.word ?? "";
  return <>{text === "" ? t("pane-ask-bare-column", { letter }) : t("pane-ask-column", { letter, text })}</>;
}

/** How many numbers it keeps from being billed, and in how many tabs. */
function ColumnLoss({ point: { question }, preview: { tables } }: Omit<AskedProps, "index">) {
  const { tCount } = useReadingTexts();
  const places = question?.places ?? [];
  const numbers = places.reduce((sum, { file, sheet, cell }) => {
    const table = tables.find(
      (one) => one.sheet === sheet && one.file === file && [...one.columns, ...one.unused].some((c) => c.cell === cell),
    );
    const column = table === undefined ? undefined : [...table.columns, ...table.unused].find((c) => c.cell === cell);
    return sum + (column?.numbers ?? 0);
  }, 0);
  const tabs = places.length > 1 ? `, ${tCount("pane-ask-in-tabs", places.length)}` : "";
  return <span class="where">{`${tCount("pane-ask-numbers", numbers)}${tabs}`}</span>;
}
