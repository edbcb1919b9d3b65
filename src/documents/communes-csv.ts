import { eurosInWords } from "../money";
import { countedUnits, type CommuneTotal, type Statement } from "../statement";
import { conventionOf, type Campaign, type Commune } from "../tariff";
import { stateNumber } from "./kit/parties";
import { billedSchools } from "./kit/texts";
import { label, shortLimit, toCsv } from "./titre-csv";

/** Communes that the debtor claims something from, in the order of « Récapitulatif ». */
function claimed({ byCommune }: Statement): readonly CommuneTotal[] {
  return byCommune.filter(({ due }) => !due.isZero());
}

/** Name of the PDF of a commune's fiche: `2014_ORDICLASSE_25014_AMAGNEY.pdf`, letters and figures that any disk takes. */
export function ficheFileName({ year }: Campaign, { insee, name }: Commune): string {
  const capitals = label(name, name.length)
    .replace(/[^A-Z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `${year}_ORDICLASSE_${insee}_${capitals}.pdf`;
}

/** The titres that the debtor issues, as CSV for its finance package: a line a commune, at the account where it books them. */
export function communesCsv(statement: Statement): string {
  const { campaign } = statement;
  const { accounts } = conventionOf(campaign);
  const rows = claimed(statement).map(({ commune, due }) => [
    String(campaign.year),
    commune.siren,
    commune.name,
    label(`ORDICLASSE ${campaign.year} - QUOTE-PART - ${commune.name}`, shortLimit),
    accounts.rebilled.slice(0, 2),
    accounts.rebilled,
    due,
    stateNumber(statement),
    ficheFileName(campaign, commune),
  ]);
  return toCsv([
    ["exercice", "SIREN", "commune", "libellé", "chapitre", "nature", "montant", "référence", "pièce"],
    ...rows,
  ]);
}

/** What a mailing to the communes merges, as CSV: a line a commune, with room for its address. Nothing is sent. */
export function mailingCsv(statement: Statement): string {
  const { campaign, byCommune } = statement;
  const rows = byCommune
    .filter((total) => billedSchools(total) > 0)
    .map((total) => [
      total.commune.name,
      total.commune.insee,
      total.commune.siren,
      total.due,
      eurosInWords(total.due),
      String(billedSchools(total)),
      String(pupilsOf(total)),
      ficheFileName(campaign, total.commune),
      "",
    ]);
  const headings = [
    "commune",
    "INSEE",
    "SIREN",
    "montant",
    "montant en lettres",
    "écoles",
    "élèves",
    "fichier",
    "adresse",
  ];
  return toCsv([headings, ...rows]);
}

/** Pupils of a commune: what is counted by child. */
function pupilsOf({ schools }: CommuneTotal): number {
  const lines = schools.flatMap((school) => school.lines.filter(({ tariff }) => tariff.unit === "enfant"));
  return lines.reduce((sum, line) => sum + countedUnits(line), 0);
}
