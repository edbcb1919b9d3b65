/** What the value of a row of the sheet « Convention » is, and how it stands in the data of a convention. */
export type RowKind = "text" | "code" | "insee" | "date" | "year" | "count-day";

/** A row of the sheet « Convention »: what it is called, and the field that it says. */
export interface ConventionRow {
  readonly label: string;
  /** Other names of it, which sheets may have: what it is called without an intermediary, or was before. */
  readonly others?: readonly string[];
  /** `creditor.siren`. */
  readonly field: string;
  readonly kind: RowKind;
  /** What a blank says; without it, the row must be filled. */
  readonly blank?: "null" | "absent";
}

/** Name of the user's sheet that says a convention but for its prices and its members. */
export const conventionSheetName = "Convention";
export const conventionHeaders = ["Rubrique", "Valeur", "Précision"] as const;

/** What the account of what is claimed from the members is called where the creditor claims it itself. */
export const rebilledByCreditor = "Compte de recette du créancier";

/** The rows of the sheet, in order; those of the credit line come after. */
export const conventionRows: readonly ConventionRow[] = [
  { label: "Dispositif", field: "service", kind: "text" },
  { label: "Objet", field: "object", kind: "text" },
  { label: "Ce qui est fourni", field: "provided", kind: "text", blank: "absent" },
  { label: "Acte", field: "act.name", kind: "text" },
  { label: "Organe délibérant", field: "act.body", kind: "text" },
  { label: "Reçu en préfecture le", field: "act.receivedOn", kind: "date" },
  { label: "Durée", field: "term", kind: "text" },
  { label: "Campagnes reconduites à partir de", field: "renewedFrom", kind: "year", blank: "null" },
  { label: "Applicable du", field: "from", kind: "date" },
  { label: "Applicable au", field: "to", kind: "date" },
  { label: "Jour du décompte", field: "count", kind: "count-day" },
  { label: "Un membre", field: "member.french", kind: "text" },
  { label: "Un membre, en anglais", field: "member.english", kind: "text", blank: "absent" },
  { label: "Un site", field: "site.french", kind: "text" },
  { label: "Un site, en anglais", field: "site.english", kind: "text", blank: "absent" },
  { label: "TVA", field: "vat", kind: "text" },
  { label: "Créancier", field: "creditor.name", kind: "text" },
  { label: "Nom court du créancier", field: "creditor.short", kind: "text" },
  { label: "SIREN du créancier", field: "creditor.siren", kind: "code" },
  { label: "Code INSEE du créancier", field: "creditor.insee", kind: "insee", blank: "null" },
  { label: "Service du créancier", field: "creditor.department", kind: "text" },
  { label: "Exécutif du créancier", field: "creditor.executive", kind: "text" },
  { label: "Intermédiaire", field: "debtor.name", kind: "text" },
  { label: "Nom court de l’intermédiaire", field: "debtor.short", kind: "text" },
  { label: "SIREN de l’intermédiaire", field: "debtor.siren", kind: "code" },
  {
    label: "Compte de recette de l’intermédiaire",
    others: [rebilledByCreditor, "Compte des quotes-parts refacturées"],
    field: "accounts.rebilled",
    kind: "code",
  },
  {
    label: "Compte de dépense du membre",
    others: ["Compte des quotes-parts payées"],
    field: "accounts.paid",
    kind: "code",
  },
  { label: "Chapitre des titres annulés", field: "accounts.cancelledChapter", kind: "code" },
  { label: "Compte des titres annulés", field: "accounts.cancelled", kind: "code" },
];

/** How the label of a part of the credit line begins: « Ligne de crédit : Chapitre ». */
export const creditLinePrefix = "Ligne de crédit";

/** The parts of a credit line whose code an office may say otherwise in its options, by their heading. */
export const localCreditParts: Readonly<Record<string, string>> = {
  "Code ligne": "creditLineCode",
  Service: "creditLineService",
};

/** Name of the user's sheet that lists the members. */
export const communesSheetName = "Communes";

/** The columns of the sheet « Communes », by what they say of a member in the data of a convention. */
export const communesColumns = [
  { header: "INSEE", key: "insee" },
  { header: "Nom", key: "name" },
  { header: "SIREN", key: "siren" },
  { header: "Membre du", key: "from" },
  { header: "Membre jusqu’au", key: "to" },
  { header: "Devenue (INSEE)", key: "mergedInto" },
  { header: "SIREN calculé", key: "sirenComputed" },
  { header: "Autres noms", key: "aliases" },
] as const;

/** Columns that a list of members may not have at all. */
export const optionalColumns: ReadonlySet<string> = new Set(["from", "to", "mergedInto", "sirenComputed", "aliases"]);
