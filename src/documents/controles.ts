import { cellName } from "../cells";
import type { InventoryReading } from "../inventory";
import { formatEuros } from "../money";
import { describeOptions } from "../options";
import { allAnomalies, type Statement } from "../statement";
import { count, date, linkTo, text } from "./kit/cells";
import type { SheetModel } from "./kit/model";
import { Page } from "./kit/page";
import { debtorOf, townOf } from "./kit/parties";
import { heading, printTexts } from "./kit/rows";
import { styles } from "./kit/styles";
import { gridLine } from "./kit/texts";
import { writeOwnAmounts } from "./controles-amounts";
import { writeMappings } from "./controles-mappings";
import { countPoints, writeControls, writePoints } from "./controles-points";
import { writeMissingParticulars } from "./controles-particulars";
import { writeNumbers, writeReconciliations, writeRows, type Totals } from "./controles-tables";

/** Characters of the columns that all its tables stand on. */
const widths = [60, 16, 26, 12, 12, 11, 11, 9];

/** « Contrôles »: what was read and how, what was found, and whether every total agrees. (decisions §7) */
export function makeControles(
  reading: InventoryReading,
  statement: Statement,
  totals: Totals,
  name: string,
  recapitulatif: string,
): SheetModel {
  const page = new Page(name, widths);
  const { campaign, grid } = statement;
  const title = "Contrôles";
  heading(page, { title, campaign, links: [{ label: "→ Récapitulatif", sheet: recapitulatif }] });
  const anomalies = allAnomalies(reading, statement);
  if (anomalies.some(({ severity }) => severity === "error"))
    page.paragraph(
      "Des points restent à corriger : ces documents sont établis sans ce qu’ils concernent.",
      styles.strong,
    );
  const linkRow = page.space();
  page.space();
  writeFrame(page, statement);
  page.space();
  const gaps = writeReconciliations(page, statement, totals);
  writeOwnAmounts(page, reading);
  page.space();
  writeControls(page, reading, statement, { recapitulatif, gaps, titre: totals.titre });
  writeMissingParticulars(page, statement.options);
  page.space();
  writeNumbers(page, reading);
  page.space();
  writeRows(page, reading);
  page.space();
  writeMappings(page, reading, grid);
  page.space();
  const pointsAt = cellName(page.next, 0);
  writePoints(page, reading, anomalies);
  page.overwrite(linkRow, 0, linkTo(`Points : ${countPoints(anomalies)}`, name, pointsAt, styles.back));
  return page.finish({ key: "controles", orientation: "landscape", ...printTexts(title, campaign) });
}

/** What the figures rest on: campaign, grid, options, and what was counted. */
function writeFrame(page: Page, statement: Statement): void {
  const { campaign, grid } = statement;
  page.section("Cadre");
  page.add([text("Situation au", styles.label), date(campaign.snapshot, styles.value)]);
  page.add([text("Écoles facturées", styles.label), { ...count(statement.schools), style: leftCount }]);
  page.add([text("Élèves facturés", styles.label), { ...count(statement.pupils), style: leftCount }]);
  page.paragraph(`Tarif : ${gridLine(grid)}.`);
  if (grid.note !== "") page.paragraph(grid.note, styles.note);
  page.paragraph(besanconLine(statement));
  for (const option of describeOptions(statement.options)) page.paragraph(`Option · ${option}`);
}

const leftCount = { ...styles.value, numberFormat: "#,##0", align: "left" } as const;

function besanconLine(statement: Statement): string {
  const { besancon, options } = statement;
  const debtor = debtorOf(statement.campaign);
  const inTitre = {
    "like-others": "compris dans le titre",
    "cagb-share-only": `la part de la ${debtor} seule est comprise dans le titre`,
    "left-out": "laissés hors du titre",
  } as const;
  const amounts = `${formatEuros(besancon.cagb)} à la charge de la ${debtor} et ${formatEuros(besancon.commune)} de quote-part`;
  return `${townOf(statement)} : ${amounts}, ${inTitre[options.besancon]}.`;
}
