import { changeOf, rectifiedShares, type Rectification, type RectificationWay } from "../statement";
import { listCsv, mailedCommune, mailingHeadings } from "./csv";
import type { StatusWord } from "./document-status";
import { communeFileName, firstLabel, serviceOf, shortLimit } from "./finance-names";
import { sayIn } from "./kit/say";
import { claimNature, stateNumber, wayNames } from "./kit/texts";

const labels: Readonly<Record<RectificationWay, { readonly way: string; readonly shorter: string }>> = {
  reduction: { way: "REDUCTION", shorter: "RED" },
  complement: { way: "COMPLEMENT", shorter: "CPL" },
};

/**
 * Returns the corrections that the intermediary issues to the communes, as CSV for its finance package: one line for
 * the reduction of a share and one for its increase, never netted. A reduction is negative, so that no package claims
 * it, and has its account once the original exercice is closed.
 */
export function rectifiedCommunesCsv(rectification: Rectification, status: StatusWord | null = null): string {
  const { corrected } = rectification;
  const { campaign } = corrected;
  const nature = claimNature(corrected);
  const rows = rectifiedShares(rectification).flatMap(({ commune, changes }) => {
    const pdf = communeFileName(campaign, commune, status, numberOf(rectification, changes[0]!.way));
    return changes.map((change) => [
      ...[String(campaign.year), commune.siren, commune.name],
      shareLabel(rectification, change.way, commune.name),
      ...[nature.slice(0, 2), nature, changeOf(change), numberOf(rectification, change.way), pdf],
      wayNames[change.way],
      change.way === "reduction" ? campaign.convention.accounts.cancelled : "",
    ]);
  });
  const headings = [
    ...["exercice", "SIREN", sayIn(campaign)("[commune]"), "libellé"],
    ...["chapitre", "nature", "montant", "référence", "pièce", "sens", "compte si l’exercice est clos"],
  ];
  return listCsv([headings, ...rows], status);
}

/** Returns the number of a correction, that of its first paper. */
export function numberOfCorrection(rectification: Rectification): string {
  return numberOf(rectification, rectification.reduction === null ? "complement" : "reduction");
}

function numberOf({ issued, ranks }: Rectification, way: RectificationWay): string {
  return `${stateNumber(issued)} R${ranks[way]}`;
}

/** Returns the label of what changes of a share: « ORDICLASSE 2014 - REDUCTION R1 - AMAGNEY ». */
function shareLabel({ corrected: { campaign }, ranks }: Rectification, way: RectificationWay, name: string): string {
  const { way: word, shorter } = labels[way];
  const rank = `R${ranks[way]}`;
  const between = [` - ${word} ${rank} - `, ` ${word} ${rank} `, ` ${shorter} ${rank} `];
  return firstLabel(
    between.map((text) => serviceOf(campaign) + text + name),
    shortLimit,
  );
}

/** Returns the data of a mailing to the communes whose share changes, as CSV: their new share, and its change. */
export function rectifiedMailingCsv(rectification: Rectification, status: StatusWord | null = null): string {
  const { corrected } = rectification;
  const { campaign, byCommune, grid } = corrected;
  const rows = rectifiedShares(rectification).map(({ commune, due, changes }) => {
    const total = byCommune.find((one) => one.commune.insee === commune.insee) ?? null;
    const file = communeFileName(campaign, commune, status, numberOf(rectification, changes[0]!.way));
    return mailedCommune({ commune, due: due.after }, { total, grid, change: due.difference, file });
  });
  return listCsv([mailingHeadings(campaign), ...rows], status);
}
