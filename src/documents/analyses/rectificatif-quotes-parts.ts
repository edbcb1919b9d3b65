import type { Decimal } from "decimal.js";
import { changeOf, sum, type RectificationWay } from "../../statement";
import { difference, euros, linkTo, text } from "../kit/cells";
import { minus, plus, same } from "../kit/formula";
import { HandEdits } from "../kit/hand-edits";
import { checkRow, printTexts, writeEnds, writeStatusBand, writeTitle } from "../kit/heading";
import type { SheetModel } from "../kit/model";
import { Page } from "../kit/page";
import { bold, styles } from "../kit/styles";
import { columnHelper, table } from "../kit/table";
import { campaignLine, claimNature, groupedDigits, preparedBy } from "../kit/texts";
import type { SharePage } from "./rectificatif-commune";
import type { PieceTotals } from "./rectificatif";
import {
  caseLines,
  issueExercice,
  originReference,
  paperFooter,
  pieceNumber,
  statusOf,
  type RectificationContext,
} from "./rectificatif-texts";

/** Width of the column of checks, on the right of the links. */
const checkWidth = 46;

type Key = "issued" | RectificationWay | "corrected";

const column = columnHelper<SharePage, Key>();

/** Makes the table of the communes whose share changes, each amount taken from its page. */
function sharesTable(numberOf: (way: RectificationWay) => string) {
  return table({
    columns: {
      commune: column.imported("[Commune]", 30, ({ share }) => share.commune.name),
      siren: column.imported("SIREN", 13, ({ share }) => groupedDigits(share.commune.siren)),
      issued: column.cell("Facturé", 16, ({ share, due }, _at, style) =>
        euros(share.due.before, style, same(due.issued)),
      ),
      reduction: changeColumn("reduction", `Réduction, pièce n°\u00a0${numberOf("reduction")}`),
      complement: changeColumn("complement", `Complément, pièce n°\u00a0${numberOf("complement")}`),
      corrected: column.cell("Rectifié", 16, ({ share, due }, _at, style) =>
        euros(share.due.after, bold(style), same(due.corrected)),
      ),
      // On the screen alone, as are the checks below.
      page: column.cell("Page", 36, ({ model: { name } }) => linkTo(name, name, "A1", styles.lineLink), "beside"),
    },
  });
}

function changeColumn(way: RectificationWay, title: string) {
  return column.cell(title, 18, (page, _at, style) => {
    const place = page.changes[way]?.difference;
    return place === undefined ? null : difference(changedIn(page, way), style, same(place));
  });
}

function changedIn({ share }: SharePage, way: RectificationWay): Decimal {
  return sum(share.changes.flatMap((change) => (change.way === way ? changeOf(change) : [])));
}

const ways = ["reduction", "complement"] as const satisfies readonly RectificationWay[];

/**
 * Makes the list from which the claimant of the communes' shares issues its own corrections: for each commune whose
 * share changes, the reduction and the complement, never netted. `totals`: the cells of the pieces that the creditor
 * issues.
 */
export function makeShareList(
  context: RectificationContext,
  shares: readonly SharePage[],
  totals: PieceTotals,
  name: string,
): SheetModel {
  const { rectification } = context;
  const { corrected, issued } = rectification;
  const { campaign } = corrected;
  const numberOf = (way: RectificationWay) => pieceNumber(rectification, way);
  const made = ways.filter((way) => shares.some(({ changes }) => changes[way] !== undefined));
  const lines = sharesTable(numberOf).without(ways.filter((way) => !made.includes(way)));
  const last = lines.at.corrected;
  const page = new Page(name, campaign, [...lines.widths, checkWidth], { columns: last + 1 });
  const numbers = made.map(numberOf).join(" et ");
  writeEnds(
    page,
    [preparedBy(corrected), `Pièces n°\u00a0${numbers} · exercice d’émission ${issueExercice(corrected)}`],
    last + 1,
    null,
  );
  const edits = new HandEdits();
  writeTitle(page, "Réductions et compléments des quotes-parts", edits, last);
  page.add([text(campaignLine(campaign), styles.subtitle)]);
  const status = statusOf(context);
  writeStatusBand(page, status, last + 1);
  const account = page.say`À émettre par [la CAGB] au compte ${claimNature(corrected)}`;
  page.paragraph(`${account}. Une réduction et un complément sont deux pièces, jamais compensées.`);
  if (made.includes("reduction")) page.paragraph(`Réductions\u00a0: ${caseLines(corrected).join("\u202f; ")}.`);
  page.paragraph(`État d’origine\u00a0: n°\u00a0${originReference(issued)}.`);
  page.space();
  const written = lines.write(page, shares, { keep: 0, repeatTitles: "where cut" });
  const sumOf = lines.sums(page, written);
  const [before, after] = [
    sum(shares.map(({ share }) => share.due.before)),
    sum(shares.map(({ share }) => share.due.after)),
  ];
  const changed = made.map((way) => [way, sum(shares.map((one) => changedIn(one, way)))] as const);
  const total = lines.total(
    page,
    {
      label: page.say("Total [des communes]"),
      keep: true,
      cells: {
        issued: before,
        ...Object.fromEntries(changed.map(([way, amount]) => [way, difference(amount, styles.total, sumOf(way))])),
        corrected: after,
      },
    },
    written,
  );
  edits.watch(total.issued, before);
  edits.watch(total.corrected, after);
  for (const [way, amount] of changed) {
    edits.watch(total[way], amount);
    const piece = totals[way]!.commune;
    checkRow(page, {
      label: `Écart avec la pièce n°\u00a0${numberOf(way)}`,
      column: last + 1,
      labelColumn: last + 2,
      gap: () => (way === "reduction" ? plus(total[way], piece) : minus(total[way], piece)),
    });
  }
  const { header } = printTexts("Réductions et compléments", campaign, status);
  return page.finish({
    key: "rectificatif-quotes-parts",
    number: numberOf(made[0]!),
    orientation: "portrait",
    lastColumn: last,
    header,
    footer: paperFooter(`État d’origine n°\u00a0${originReference(issued)}`, `Pièces n°\u00a0${numbers}`),
  });
}
