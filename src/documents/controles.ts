import { Decimal } from "decimal.js";
import { sourceName } from "../cells";
import type { InventoryReading } from "../inventory";
import type { Anomaly } from "../messages";
import { missingParticulars } from "../options";
import { allAnomalies, type Statement } from "../statement";
import { isOwnMember } from "../tariff";
import { writeMappings } from "./controles-mappings";
import { writeControls } from "./controles-controls";
import { countPoints, writePoints } from "./controles-points";
import { writeNumbers, writeReconciliations, writeRows, type Totalled } from "./controles-tables";
import { creditorShare } from "./creditor-share";
import { isCounted } from "./kit/billed";
import { count, date, euros, imported, linkToSource, text } from "./kit/cells";
import { minus } from "./kit/formula";
import { heading, printTexts, writeStatusBand } from "./kit/heading";
import type { SheetModel } from "./kit/model";
import { Page } from "./kit/page";
import { beside, bold, styles } from "./kit/styles";
import { columnHelper, table } from "./kit/table";
import { capitalised, externalFiles, gridLine, isPricedApart, optionLines, uncapitalised } from "./kit/texts";

/** Widths in characters of the columns that all its tables share. */
const widths = [62, 24, 13, 13, 9, 9, 10, 8];

/** Points left blank under how many points there are. */
const underPoints = 7;

/** Makes « Contrôles »: what was read and how, what was found, and whether every total agrees. (decisions §7) */
export function makeControles(
  reading: InventoryReading,
  statement: Statement,
  totalled: Totalled,
  { name, status }: { readonly name: string; readonly status: string | null },
): SheetModel {
  const { campaign, grid } = statement;
  const page = new Page(name, campaign, widths);
  const { name: recapitulatif } = totalled.recapitulatif.model;
  const title = "Contrôles";
  heading(page, { title, campaign, links: [{ label: "→ Récapitulatif", sheet: recapitulatif }] });
  writeStatusBand(page, status, widths.length);
  const anomalies = allAnomalies(reading, statement);
  page.add([text(`Points : ${countPoints(anomalies)}`)], false, underPoints);
  writePoints(page, reading, statement, anomalies);
  const targets = { recapitulatif, gaps: () => gaps, titre: totalled.titre.total };
  const leadToGaps = writeControls(page, reading, statement, targets);
  writeMissingParticulars(page, statement);
  page.space();
  const gaps = writeReconciliations(page, statement, totalled);
  leadToGaps(gaps[0]!);
  writeOwnAmounts(page, reading);
  page.space();
  writeFrame(page, statement);
  page.space();
  writeNumbers(page, reading);
  page.space();
  writeRows(page, reading, grid);
  page.space();
  writeMappings(page, reading, statement);
  const { header, footer } = printTexts(title, campaign);
  const order = "points et contrôles, puis rapprochements et lignes lues";
  return page.finish({
    key: "controles",
    orientation: "portrait",
    header,
    footer: [`Campagne ${campaign.year} · ${order}`, footer[1], `${title} · page &P / &N`],
  });
}

/** Writes what the figures rest on: campaign, grid, options, and what was counted. */
function writeFrame(page: Page, statement: Statement): void {
  const { campaign, grid } = statement;
  page.section("Cadre");
  page.add([text("Situation au", styles.label), date(campaign.snapshot, styles.value)]);
  page.add([
    text(page.say("[Écoles facturées|facturés]"), styles.label),
    { ...count(statement.schools), style: leftCount },
  ]);
  if (isCounted(grid, "pupils"))
    page.add([text("Élèves facturés", styles.label), { ...count(statement.pupils), style: leftCount }]);
  page.paragraph(`Tarif : ${gridLine(grid)}.`);
  if (grid.note !== "") page.paragraph(grid.note, styles.note);
  if (!isPricedApart(statement) && statement.options.particulars.sessionOn === undefined)
    page.paragraph("La date de la séance n’est pas donnée : elle reste en pointillés sur l’état.", styles.note);
  if (isOwnMember(campaign.convention)) page.paragraph(creditorShare(statement, page.say));
  for (const option of optionLines(statement)) page.paragraph(`Option · ${option}`);
}

const leftCount = { ...styles.value, numberFormat: "#,##0", align: "left" } as const;

/** An amount that the office reckoned itself, which is not quantity × price. */
interface OwnAmount {
  readonly place: Pick<Anomaly, "file" | "sheet" | "cell">;
  readonly header: string;
  readonly written: Decimal;
  readonly reckoned: Decimal;
}

/** Amounts that are shown; the points have them all. */
const mostAmounts = 40;

/**
 * Writes the amounts of the inventory that differ from the tariff, each with its gap: the titre ignores them. Writes
 * nothing when there is none. (decisions §4)
 */
function writeOwnAmounts(page: Page, reading: InventoryReading): void {
  const amounts = reading.anomalies.filter(({ code }) => code === "amount-differs").map(ownAmount);
  if (amounts.length === 0) return;
  page.space();
  page.section("Montants calculés dans l’inventaire, autres que quantité × prix");
  tableOf(externalFiles(reading)).write(page, amounts.slice(0, mostAmounts), { keep: 12 });
  const left = amounts.length - mostAmounts;
  if (left > 0) page.add([text(left === 1 ? "Et un autre." : `Et ${left} autres.`, styles.note)]);
}

function ownAmount({ file, sheet, cell, params }: Anomaly): OwnAmount {
  const amountOf = (name: string) => new Decimal(String(params[name]).replace(",", "."));
  return {
    place: { file, sheet, cell },
    header: String(params.header),
    written: amountOf("written"),
    reckoned: amountOf("reckoned"),
  };
}

function tableOf(files: ReadonlySet<string>) {
  const column = columnHelper<OwnAmount, "written" | "reckoned">();
  return table({
    columns: {
      header: column.imported("Colonne", null, ({ header }) => header, styles.wrapped),
      written: column.euros("Écrit", null, ({ written }) => written),
      reckoned: column.euros("Quantité × prix", null, ({ reckoned }) => reckoned),
      gap: column.cell("Écart", null, ({ written, reckoned }, at, style) =>
        euros(written.minus(reckoned), bold(style), minus(at.written, at.reckoned)),
      ),
      see: column.cell(
        "Voir",
        null,
        ({ place: { file, sheet, cell } }) =>
          sheet === null || cell === null
            ? imported(file ?? "", styles.line)
            : linkToSource(
                sourceName(sheet, cell, file !== null && files.has(file) ? file : null),
                { file, sheet, cell },
                beside(styles.lineLink),
                files,
              ),
        "beside",
      ),
    },
  });
}

/**
 * Writes the particulars that documents leave as dots although options could give them. Writes nothing when none is
 * missing. They are not points: no amount depends on them.
 */
function writeMissingParticulars(page: Page, { options, campaign }: Statement): void {
  const missing = missingParticulars(options, campaign.convention);
  if (missing.length === 0) return;
  page.space();
  page.section(
    missing.length === 1
      ? "1 mention à donner, laissée en pointillés"
      : `${missing.length} mentions à donner, laissées en pointillés`,
  );
  page.paragraph(`${capitalised(missing.map(({ label }) => withinSentence(label)).join(", "))}.`);
  page.paragraph(
    page.say`${missing.length === 1 ? "Elle se donne" : "Elles se donnent"} dans « Réglages », au pied du volet, ou dans la feuille « Options [Ordiclasse] ». Aucun montant n’en dépend.`,
  );
}

/** Returns a label as it is within a sentence: « signataire » for « Signataire »; « SIRET du créancier » stays. */
function withinSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? uncapitalised(label) : label;
}
