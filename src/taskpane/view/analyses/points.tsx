import type { Anomaly } from "../../../messages";
import { placeText } from "../../words/places";
import { Fold } from "../fold";
import { useAnalysisTexts } from "./words";

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
              where:
                point.sheet === null
                  ? ""
                  : t("pane-analysis-where", {
                      place: placeText(point.sheet, point.cell, isElsewhere ? point.file : null, words),
                    }),
              text: words.anomaly(point),
            })}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
