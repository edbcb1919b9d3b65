import { cellName } from "../cells";
import type { Reading } from "../inventory";
import { formatEuros } from "../money";
import { describeOptions } from "../options";
import { allAnomalies, type Statement } from "../statement";
import { count, date, linkTo, text } from "./kit/cells";
import { countPoints, writePoints } from "./controles-anomalies";
import { writeMappings } from "./controles-mappings";
import { writeNumbers } from "./controles-numbers";
import { writeControls } from "./controles-points";
import { writeReconciliations, type Totals } from "./controles-reconciliations";
import { writeRows } from "./controles-rows";
import { Page } from "./kit/page";
import type { SheetModel } from "./kit/model";
import { styles } from "./kit/styles";
import { campaignLine, gridLine, printTexts } from "./kit/texts";

const widths = [62, 12, 26, 12, 12, 11, 11, 9];

/** « Contrôles »: what was read and how, what was found, and whether every total agrees. (decisions §7) */
export function makeControles(
  reading: Reading,
  statement: Statement,
  totals: Totals,
  name: string,
  recapitulatif: string,
): SheetModel {
  const draft = new Page(widths);
  const { campaign, grid } = statement;
  draft.add([text("Contrôles", styles.title)]);
  draft.add([text(campaignLine(campaign), styles.subtitle)]);
  draft.add([linkTo("→ Récapitulatif", recapitulatif, "A1", styles.back)]);
  const anomalies = allAnomalies(reading, statement);
  if (anomalies.some(({ severity }) => severity === "error"))
    draft.paragraph(
      "Des points restent à corriger : ces documents sont établis sans ce qu’ils concernent.",
      styles.strong,
    );
  const linkRow = draft.space();
  draft.space();
  writeFrame(draft, statement);
  draft.space();
  const reconciliations = writeReconciliations(draft, statement, totals);
  draft.space();
  writeControls(draft, reading, statement, { controles: name, recapitulatif, reconciliations });
  draft.space();
  writeNumbers(draft, reading);
  draft.space();
  writeRows(draft, reading);
  draft.space();
  writeMappings(draft, reading, grid);
  draft.space();
  const pointsAt = cellName(draft.next, 0);
  const headerRow = writePoints(draft, reading, anomalies);
  draft.put(linkRow, 0, linkTo(`Points : ${countPoints(anomalies)}`, name, pointsAt, styles.back));
  return draft.finish(
    { key: "controles", name },
    {
      orientation: "landscape",
      titleRows: headerRow === null ? null : { first: headerRow, last: headerRow },
      ...printTexts("Contrôles", campaign),
    },
  );
}

/** What the figures rest on: campaign, grid, options, and what was counted. */
function writeFrame(draft: Page, statement: Statement): void {
  const { campaign, grid } = statement;
  draft.section("Cadre");
  draft.add([text("Situation au", styles.label), date(campaign.snapshot, styles.value)]);
  draft.add([text("Écoles facturées", styles.label), { ...count(statement.schools), style: leftCount }]);
  draft.add([text("Élèves facturés", styles.label), { ...count(statement.pupils), style: leftCount }]);
  draft.paragraph(`Tarif : ${gridLine(grid)}.`);
  if (grid.note !== "") draft.paragraph(grid.note, styles.note);
  draft.paragraph(besanconLine(statement));
  for (const option of describeOptions(statement.options)) draft.paragraph(`Option · ${option}`);
}

const leftCount = { ...styles.value, numberFormat: "#,##0", align: "left" } as const;

const inTitre = {
  "like-others": "comprises dans le titre",
  "cagb-share-only": "la part de la CAGB seule est comprise dans le titre",
  "left-out": "laissées hors du titre",
} as const;

function besanconLine({ besancon, options }: Statement): string {
  const amounts = `${formatEuros(besancon.cagb)} à la charge de la CAGB et ${formatEuros(besancon.commune)} de quote-part`;
  return `Besançon : ${amounts}, ${inTitre[options.besancon]}.`;
}
