import { cellName } from "../../cells";
import { commentOf, countDirections, mostMoved, type MovedCommune } from "../../statement";
import { labelsOf } from "./comparaison-columns";
import { remarksOfCommune } from "./comparaison-remarks";
import { communeLink, difference, euros, refer, text } from "../kit/cells";
import type { Page, PageCell } from "../kit/page";
import { styles } from "../kit/styles";
import { apart, communeColumns as at } from "./annexe";
import { decidedOf, type AnnexeContext } from "./annexe-titres";

/** Communes that the page names. */
const shown = 5;

/** The communes whose quote-part moves most: under the tariff on trial where there is one, else since the other campaign. */
export function writeCommunes(draft: Page, context: AnnexeContext): void {
  const { communes, placesOf, sides } = decidedOf(context);
  const moved = mostMoved(communes).slice(0, shown);
  draft.section(titleOf(communes, context.tried === null));
  if (moved.length === 0) return;
  const remarks = remarksIn(context);
  const titles = [sides.before, sides.after].map((side) => `Quote-part ${inFeminine(side)}`);
  draft.band(
    [
      text("Commune", styles.header),
      ...[...titles, "Écart"].map((title) => text(title, styles.headerNumber)),
      text(moved.some(({ commune }) => remarks.has(commune.insee)) ? "Remarque" : "", apart(styles.header)),
    ],
    styles.header,
    true,
  );
  for (const { commune, byPayer } of moved) {
    const row = draft.next;
    const places = placesOf(commune);
    const cells: PageCell[] = [communeLink(commune, context.fiches)];
    cells[at.before] = euros(byPayer.commune.before, styles.line, refer(places.before));
    cells[at.after] = euros(byPayer.commune.after, styles.line, refer(places.after));
    const change = `${cellName(row, at.after)}-${cellName(row, at.before)}`;
    cells[at.difference] = difference(byPayer.commune.difference, { ...styles.line, bold: true }, change);
    cells[at.remark] = text(remarks.get(commune.insee) ?? "", apart(styles.line));
    draft.band(cells, styles.line, true);
  }
  for (const line of commentsOf(moved, context)) draft.paragraph(line, styles.note);
}

/** What the finance service says of these communes, where it commented on the comparison. */
function commentsOf(moved: readonly MovedCommune[], { compared, tried }: AnnexeContext): string[] {
  if (compared === null || tried !== null) return [];
  const all = new Map(compared.context.comparison.communes.map((one) => [one.commune.insee, commentOf(one)]));
  return moved.flatMap(({ commune: { insee, name } }) => {
    const comment = all.get(insee) ?? null;
    return comment === null ? [] : [`${name}\u00a0: ${comment.replace(/\s*\n\s*/g, " · ")}`];
  });
}

/** « Les communes les plus touchées : 45 paieraient plus, 2 moins », and how many as much. */
function titleOf(communes: readonly MovedCommune[], isPast: boolean): string {
  const { more, less, same } = countDirections({ communes });
  if (more + less === 0) return "La quote-part d’aucune commune ne change";
  const [one, several] = isPast ? ["paie", "paient"] : ["paierait", "paieraient"];
  const counts = [
    [more, "plus"],
    [less, "moins"],
    [same, "autant"],
  ] as const;
  const told = counts
    .filter(([count]) => count > 0)
    .map(([count, word], index) => (index > 0 ? `${count} ${word}` : `${count} ${count < 2 ? one : several} ${word}`));
  return `Les communes les plus touchées : ${told.join(", ")}`;
}

function inFeminine(side: string): string {
  return side === "actuel" ? "actuelle" : side;
}

/** What a comparison has to say of a commune: that it came or went, which communes it joins. */
function remarksIn({ compared, tried }: AnnexeContext): ReadonlyMap<string, string> {
  if (compared === null || tried !== null) return new Map();
  const { comparison } = compared.context;
  const labels = labelsOf(comparison);
  const said = comparison.communes.map(
    (one) => [one.commune.insee, remarksOfCommune(one, labels).join(" · ")] as const,
  );
  return new Map(said.filter(([, remark]) => remark !== ""));
}
