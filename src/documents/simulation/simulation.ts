import { message, type Anomaly } from "../../messages";
import { linkTo, text } from "../cells";
import { Draft } from "../draft";
import { gridText } from "../grid-text";
import type { CellStyle, SheetModel } from "../model";
import { Places } from "../places";
import { styles } from "../styles";
import { campaignLine, printTexts } from "../texts";
import { widths } from "./columns";
import { writeCommunes, writeCommunesHeader } from "./communes";
import type { SimulationContext } from "./context";
import { placedSimulation, rowNames, type PlacedSimulation } from "./placed";
import { writePrices } from "./prices";
import { writeResult } from "./result";

/** Said on the sheet and on each of its printed pages, and on what is drawn from it. */
export const notOfficial = "Simulation – aucun document officiel";
export const band: CellStyle = { bold: true, size: 12, color: "FFFFFF", fill: "404040", vertical: "center" };

/**
 * « Simulation »: what a tariff on trial would make of this inventory, by prestation and by commune. No document: no
 * signature, no titre, and it says so at its top and on each page.
 */
export function makeSimulation(
  context: SimulationContext,
  name: string,
): { readonly sheet: SheetModel; readonly placed: PlacedSimulation } {
  const places = new Places();
  write(context, name, places);
  const known = new Places(places);
  return { sheet: write(context, name, known), placed: placedSimulation(context, name, known) };
}

function write(context: SimulationContext, name: string, places: Places): SheetModel {
  const { simulation, anomalies, annexe, recapitulatif, fiches } = context;
  const { campaign, grid } = simulation.now;
  const draft = new Draft(widths);
  draft.add([text("Simulation d’un tarif", styles.title)]);
  draft.add([text(campaignLine(campaign), styles.subtitle)]);
  const bandRow = draft.band([text(notOfficial, band)], band);
  const links = [linkTo("→ Annexe délibération", annexe, "A1", styles.back)];
  if (recapitulatif !== null) links.push(linkTo("→ Récapitulatif", recapitulatif, "A1", styles.back));
  draft.add(links);
  draft.space();
  draft.paragraph(`Tarif actuel : ${gridText(grid)}.`);
  draft.paragraph(`Tarif à l’essai : ${gridText(simulation.trial.grid)}.`);
  draft.space();
  draft.section("Ce que l’essai change");
  writeResult(draft, simulation, places);
  draft.space();
  if (anomalies.length > 0) writeAnomalies(draft, anomalies);
  draft.section("Par prestation");
  places.mark(rowNames.prices, writePrices(draft, simulation, places));
  draft.space();
  draft.section("Par commune");
  const headerRow = writeCommunesHeader(draft);
  places.mark(rowNames.communes, writeCommunes(draft, simulation, fiches, places));
  const { header, footer } = printTexts("Simulation", campaign);
  return draft.finish(
    { key: "simulation", name, freeze: { rows: bandRow + 1, columns: 1 } },
    {
      orientation: "landscape",
      titleRows: { first: headerRow, last: headerRow },
      header: [header[0], "", notOfficial],
      footer,
    },
  );
}

/** What the trial could not count: the difference is short of it. */
function writeAnomalies(draft: Draft, anomalies: readonly Anomaly[]): void {
  draft.section("Points propres à l’essai");
  for (const { code, params, sheet, cell } of anomalies) {
    const place = sheet === null ? "" : `${sheet}${cell === null ? "" : `!${cell}`} : `;
    draft.paragraph(place + message(code, params), styles.note);
  }
  draft.space();
}
