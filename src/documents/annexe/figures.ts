import { cellName } from "../../cells";
import { difference, euros, refer, text } from "../cells";
import type { Draft, DraftCell } from "../draft";
import type { ModelChart } from "../model";
import { parts } from "../placed-changes";
import { shareCells, sharesChart } from "../shares";
import { styles } from "../styles";
import { figureColumns as at, widths } from "./columns";
import type { Titre } from "./titres";

/** Rows of the bars, beside one a titre: their title, their legend. */
const chartRows = 4;

/** The three figures of each titre, what they change by from one to the next, and a bar of shares a titre; gives the row of the first. */
export function writeFigures(
  draft: Draft,
  titres: readonly Titre[],
  title: string,
): { readonly first: number; readonly chart: ModelChart } {
  draft.section(title);
  const titles = ["Part de la CAGB", "Quotes-parts des communes", "Total du titre", "CAGB, en %", "Communes, en %"];
  draft.band(
    [text("Titre", styles.header), ...titles.map((one) => text(one, styles.headerNumber))],
    styles.header,
    true,
  );
  const first = draft.next;
  for (const titre of titres) writeTitre(draft, titre);
  titres.slice(1).forEach((titre, index) => writeChange(draft, titres[index]!, titre, first + index));
  const last = first + titres.length - 1;
  const columns = { label: at.titre, ...at.shares };
  const anchor = { ...draft.takeRows(chartRows + titres.length), left: 0, right: widths.length - 1 };
  const altText = "Une barre de 100 % par titre : la part que la CAGB prend en charge, et celle des communes.";
  return { first, chart: { ...sharesChart(columns, { first, last }, anchor), altText } };
}

function writeTitre(draft: Draft, { label, amounts, cells: places }: Titre): void {
  const row = draft.next;
  const cells: DraftCell[] = [text(label, styles.line)];
  for (const part of parts) cells[at[part]] = euros(amounts[part], { ...styles.line, bold: true }, refer(places[part]));
  const names = {
    cagb: cellName(row, at.cagb),
    total: cellName(row, at.total),
    share: cellName(row, at.shares.cagb),
  };
  const shares = shareCells(amounts, names, styles.line);
  cells[at.shares.cagb] = shares.cagb;
  cells[at.shares.communes] = shares.communes;
  draft.band(cells, styles.line, true);
}

/** From the titre of a row to that of the next. */
function writeChange(draft: Draft, before: Titre, after: Titre, row: number): void {
  const style = { ...styles.line, bold: true };
  const cells: DraftCell[] = [text(after.change, style)];
  for (const part of parts) {
    const change = `${cellName(row + 1, at[part])}-${cellName(row, at[part])}`;
    cells[at[part]] = difference(after.amounts[part].minus(before.amounts[part]), style, change);
  }
  draft.band(cells, styles.line, true);
}
