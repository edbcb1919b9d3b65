import { Fragment, type ComponentChildren } from "preact";
import { analysisMessage, type AnalysisCode, type Anomaly } from "../../../messages";
import type { Changes, ChangedCommune } from "../../../statement";
import { PickerButton } from "../../parts/inputs";
import { useLazyTexts, usePane } from "../../parts/context";
import { Back, Button, Fold, Screen } from "../../parts/elements";
import { ChangeLine, ChangeTable, PartLines, type Sides } from "../../parts/tables";
import { placeText } from "../../texts/words";
import type { AnalysisName } from "../kept";

interface ToPickProps {
  readonly name: "compare" | "rectify";
  readonly onPick: (file: File) => void;
}

/** Draws what an analysis is for, before a workbook is picked for it. */
export function ToPick({ name, onPick }: ToPickProps) {
  const { words, t } = useAnalysisTexts();
  return (
    <Screen
      title={words.say(`pane-${name}-title`)}
      back={<Back />}
      actions={<PickerButton primary label={t(`pane-${name}-choose`)} onPick={onPick} />}
    >
      <p>{t(`pane-${name}-intro`)}</p>
      <p class="secondary">{words.say("pane-files-hint")}</p>
    </Screen>
  );
}

/** Draws the buttons that lead on to the documents, when there are some of this analysis, or take it back. */
export function AnalysisActions({ name, hasSheets = true }: { name: AnalysisName; hasSheets?: boolean }) {
  const { session } = usePane();
  const { words, t } = useAnalysisTexts();
  return (
    <>
      {hasSheets && (
        <Button primary onClick={() => session.dispatch({ type: "step-opened", step: "documents" })}>
          {words.say("pane-act-documents")}
        </Button>
      )}
      <Button onClick={() => void session.run.leaveAnalysis(name)}>{t(`pane-${name}-leave`)}</Button>
    </>
  );
}

/** Communes that are shown at once; the others unfold. */
const shownAtOnce = 10;

interface TableProps<Move extends ChangedCommune> extends Sides {
  readonly moves: readonly Move[];
  /** The remark under the name of a commune. */
  readonly remark?: (move: Move) => string | null;
  /** The row that follows a commune's. */
  readonly under?: (move: Move) => ComponentChildren;
}

interface MovesProps<Move extends ChangedCommune> extends TableProps<Move> {
  /** A commune that must not stay folded. */
  readonly unfolded?: string | null;
  /** Notes before the table. */
  readonly children?: ComponentChildren;
}

/** Draws the communes whose part changes, in the order given. */
export function Moves<Move extends ChangedCommune>({ moves, unfolded = null, children, ...table }: MovesProps<Move>) {
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
        <Fold
          title={tCount("pane-moves-others", others.length)}
          open={others.some(({ commune }) => commune.insee === unfolded)}
        >
          <MoveTable moves={others} {...table} />
        </Fold>
      )}
    </>
  );
}

function MoveTable<Move extends ChangedCommune>({ moves, remark, under, ...sides }: TableProps<Move>) {
  const { words, t } = useAnalysisTexts();
  return (
    <ChangeTable caption={t("pane-moves-caption")} first={words.say("pane-commune")} {...sides}>
      {moves.map((move) => (
        <Fragment key={move.commune.insee}>
          <ChangeLine name={move.commune.name} change={move.byPayer.commune} remark={remark?.(move) ?? null} />
          {under?.(move)}
        </Fragment>
      ))}
    </ChangeTable>
  );
}

interface PartTableProps extends Sides {
  readonly caption: string;
  readonly changes: Changes;
}

/** Draws the titre's two parts and its total, before and after. */
export function PartTable({ caption, changes, ...sides }: PartTableProps) {
  const { t } = useAnalysisTexts();
  return (
    <ChangeTable caption={caption} first={t("pane-analysis-part")} {...sides}>
      <PartLines changes={changes} />
    </ChangeTable>
  );
}

interface PointsProps {
  readonly file: string;
  readonly points: readonly Anomaly[];
  /** Whether the points are in that file, and not in the open workbook. */
  readonly isElsewhere?: boolean;
}

/**
 * Draws the errors, then the warnings, of the workbook compared or tried; nothing without any. Information is left out.
 */
export function Points({ file, points, isElsewhere = false }: PointsProps) {
  const { words, t } = useAnalysisTexts();
  const errors = points.filter(({ severity }) => severity === "error");
  const warnings = points.filter(({ severity }) => severity === "warning");
  if (errors.length + warnings.length === 0) return null;
  return (
    <Fold title={t("pane-analysis-points", { file, errors: errors.length, warnings: warnings.length })}>
      <ul>
        {[...errors, ...warnings].map((point, index) => (
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

/** Returns the words of the pane, with those of the analyses, which are loaded with these screens. */
export const useAnalysisTexts = () => useLazyTexts<AnalysisCode>(analysisMessage);
