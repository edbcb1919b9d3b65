import { Fragment, type ComponentChildren } from "preact";
import { analysisMessage, type AnalysisCode, type Anomaly } from "../../../messages";
import { ChangeLine } from "../../parts/amounts";
import { useLazyTexts } from "../../parts/context";
import { Fold } from "../../parts/elements";
import type { AmountChange, CommuneChange } from "../../state/state";
import { placeText } from "../../texts/progress";

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

interface AmountTableProps {
  readonly caption: string;
  readonly before: string;
  readonly after: string;
  readonly amounts: Readonly<Record<"cagb" | "due" | "total", AmountChange>>;
}

/** The titre's two parts and its total, before and after. */
export function AmountTable({ caption, before, after, amounts: { cagb, due, total } }: AmountTableProps) {
  const { words, t } = useAnalysisTexts();
  return (
    <table class="money">
      <caption class="unseen">{caption}</caption>
      <ChangeHead first={t("pane-analysis-part")} before={before} after={after} />
      <tbody>
        <ChangeLine name={words.say("pane-money-cagb")} change={cagb} />
        <ChangeLine name={words.say("pane-money-communes")} change={due} />
        <ChangeLine name={words.say("pane-money-total")} change={total} isTotal />
      </tbody>
    </table>
  );
}

interface ChangeHeadProps {
  /** What the rows are. */
  readonly first: string;
  readonly before: string;
  readonly after: string;
}

/** The headings of a table of changes: before, after and their difference; in a narrow pane the difference has all three. */
export function ChangeHead({ first, before, after }: ChangeHeadProps) {
  const { words } = useAnalysisTexts();
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col" class="wide">
          {before}
        </th>
        <th scope="col" class="wide">
          {after}
        </th>
        <th scope="col">
          {words.say("pane-changes-difference")}
          <span class="parts narrow">{words.say("pane-changes-parts", { before, after })}</span>
        </th>
      </tr>
    </thead>
  );
}

interface PointsProps {
  readonly file: string;
  readonly points: readonly Anomaly[];
  /** They are in that file, and not in the workbook that is open. */
  readonly isElsewhere?: boolean;
}

/** What is to correct or to look at in what was compared or tried; nothing where nothing is. */
export function Points({ file, points, isElsewhere = false }: PointsProps) {
  const { words, t } = useAnalysisTexts();
  if (points.length === 0) return null;
  const count = (wanted: Anomaly["severity"]) => points.filter(({ severity }) => severity === wanted).length;
  return (
    <Fold title={t("pane-analysis-points", { file, errors: count("error"), warnings: count("warning") })}>
      <ul>
        {points.map((point, index) => (
          <li key={index}>
            {t("pane-analysis-point", {
              severity: words.say(`pane-severity-${point.severity}`),
              place:
                point.sheet === null ? "" : placeText(point.sheet, point.cell, isElsewhere ? point.file : null, words),
              message: words.anomaly(point),
            })}
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** The words of the pane, with those of « Comparer », « Simuler » and « Rectifier », which come with these screens. */
export const useAnalysisTexts = () => useLazyTexts<AnalysisCode>(analysisMessage);
