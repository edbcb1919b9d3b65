import type { BothLanguages } from "../messages";
import type { Commune } from "../tariff";

/** The name of an analysis in `Analyses`. */
type AnalysisKey = "comparison" | "simulation" | "rectification";

/** Colours of tabs: dark for issued documents, pale for the many fiches, grey for documents to examine. */
const tabColors = { issued: "1F3864", fiche: "9DC3E6", examined: "7F7F7F" } as const;

/** The labels of groups of documents in the pane, in the nouns of 2014. */
export const groups = {
  tables: ["Récapitulatif, Contrôles, Répartition", "Tables (Récapitulatif, Contrôles, Répartition)"],
  titre: ["État liquidatif (Titre [CAGB])", "Claim statement (Titre [CAGB])"],
  comparison: ["Comparaison", "Comparison (Comparaison)"],
  simulation: ["Simulation", "Simulation"],
  annexe: ["Annexe délibération", "Deliberation annex (Annexe délibération)"],
  rectification: ["Rectificatif", "Correction (Rectificatif)"],
  fiches: ["Fiches de refacturation", "Rebilling sheets (Fiche…)"],
  print: ["Fiches (impression), pour toutes les imprimer", "Fiches (impression), to print them all"],
  journal: ["Journal des générations", "Log of generations"],
} as const satisfies Record<string, BothLanguages>;

export type DocumentGroup = keyof typeof groups;

/** What is known of a document. */
interface DocumentKind {
  /** The name of its new sheet when the name is free, in the bracket notation of texts. */
  readonly name: string;
  /** Whether its heading shows a status: for documents of a campaign that leave the office. */
  readonly bearsStatus?: boolean;
  /** Whether it shows what the documents with a status are based on: each of its pages then shows that status too. */
  readonly isUnderStatus?: boolean;
  /** Its kind of tab: an issued piece or a fiche; by default, a document to examine. */
  readonly tab?: keyof typeof tabColors;
  /** The analyses that bring it; absent for the documents of every campaign. */
  readonly analyses?: readonly AnalysisKey[];
  readonly group: DocumentGroup;
  /** Its link in the pane, shown once the document exists: its name, and its rank, the most useful first. */
  readonly link?: { readonly rank: number; readonly text: BothLanguages };
  /** The file of a document that is sent. */
  readonly sent?: SentAs;
}

/** How a sent file names its document: in the file name, except for a commune's, and in the title of the PDF. */
interface SentAs {
  readonly piece: string;
  readonly title: string;
}

/** The documents, in the order of their tabs, by the key of their sheet. It brings no code that makes them. */
export const documents = {
  recapitulatif: {
    name: "Récapitulatif",
    bearsStatus: true,
    group: "tables",
    link: { rank: 2, text: ["Récapitulatif par [commune]", "Table by [commune] (Récapitulatif)"] },
  },
  titre: {
    name: "Titre [CAGB]",
    bearsStatus: true,
    tab: "issued",
    group: "titre",
    link: { rank: 1, text: groups.titre },
    sent: { piece: "état liquidatif", title: "État liquidatif à l’appui du titre de recettes" },
  },
  controles: {
    name: "Contrôles",
    isUnderStatus: true,
    group: "tables",
    link: { rank: 7, text: ["Contrôles", "Checks (Contrôles)"] },
  },
  repartition: {
    name: "Répartition",
    isUnderStatus: true,
    group: "tables",
    link: { rank: 3, text: ["Répartition par prestation", "Table by service (Répartition)"] },
  },
  comparaison: {
    name: "Comparaison",
    analyses: ["comparison"],
    group: "comparison",
    link: { rank: 4, text: groups.comparison },
  },
  "comparaison-detail": { name: "Comparaison (détail)", analyses: ["comparison"], group: "comparison" },
  simulation: {
    name: "Simulation",
    analyses: ["simulation"],
    group: "simulation",
    link: { rank: 5, text: groups.simulation },
  },
  annexe: {
    name: "Annexe délibération",
    analyses: ["comparison", "simulation"],
    group: "annexe",
    link: { rank: 6, text: groups.annexe },
  },
  rectificatif: ofCorrection("Rectificatif", "rectificatif", "Rectificatif de l’état liquidatif"),
  certificat: ofCorrection("Certificat", "certificat", "Certificat administratif"),
  complement: ofCorrection("Titre complémentaire", "titre complémentaire", "Titre complémentaire"),
  "rectificatif-quotes-parts": ofCorrection(
    "Quotes-parts rectifiées",
    "quotes-parts rectifiées",
    "Réductions et compléments des quotes-parts",
  ),
  /** One for each commune whose share is corrected, whose key and name follow. */
  "rectificatif-commune": ofCorrection("Rectificatif", "rectification", "Rectification de la quote-part"),
  /** One for each commune, whose key and name follow. */
  fiche: {
    name: "Fiche",
    bearsStatus: true,
    tab: "fiche",
    group: "fiches",
    sent: { piece: "fiche", title: "Fiche de refacturation" },
  },
  "fiches-impression": { name: "Fiches (impression)", bearsStatus: true, tab: "fiche", group: "print" },
  journal: { name: "Journal", group: "journal", link: { rank: 8, text: ["Journal", "Log (Journal)"] } },
} as const satisfies Record<string, DocumentKind>;

/** Returns a paper of a correction: issued, and sent. */
function ofCorrection(name: string, piece: string, title: string) {
  const kind = { name, tab: "issued", analyses: ["rectification"], group: "rectification" } as const;
  const text: BothLanguages = [name, `Correction (${name})`];
  return { ...kind, link: { rank: 0, text }, sent: { piece, title } };
}

/** The identity of a document, without its commune. */
export type DocumentId = keyof typeof documents;

/** Documents that a campaign has by itself. */
export type CampaignDocument = {
  [Id in DocumentId]: (typeof documents)[Id] extends { analyses: unknown } ? never : Id;
}[DocumentId];

const kinds = Object.entries(documents) as [DocumentId, DocumentKind][];

export const campaignDocuments = kinds.flatMap(([id, { analyses }]) =>
  analyses === undefined ? [id as CampaignDocument] : [],
);

/** Returns the documents that the analyses asked for bring. */
export function analysisDocuments(asked: Readonly<Partial<Record<AnalysisKey, unknown>>>): DocumentId[] {
  return kinds.filter(([, { analyses }]) => analyses?.some((one) => asked[one] !== undefined)).map(([id]) => id);
}

/** Documents that are one for each commune. */
type CommuneDocument = "fiche" | "rectificatif-commune";

/**
 * Returns the key of a document of a commune, by its SIREN: an INSEE code survives a merger (25035: Auxon-Dessus, then
 * Les Auxons), a SIREN does not.
 */
function keyOfCommune(id: CommuneDocument, { insee, siren }: Pick<Commune, "insee" | "siren">): string {
  return `${id}-${insee}-${siren}`;
}

/** Returns the key of a commune's fiche. */
export function ficheKey(commune: Pick<Commune, "insee" | "siren">): string {
  return keyOfCommune("fiche", commune);
}

/** Returns the key of the page that corrects a commune's share. */
export function rectifiedShareKey(commune: Pick<Commune, "insee" | "siren">): string {
  return keyOfCommune("rectificatif-commune", commune);
}

const communeKey = /^(fiche|rectificatif-commune)-(\w+)-\w+$/;

/** Returns the INSEE code of the commune whose document has a key; null for any other key. */
export function communeOf(key: string): string | null {
  return communeKey.exec(key)?.[2] ?? null;
}

/** Returns the INSEE code of the commune whose fiche has a key; null for any other key. */
export function communeOfFiche(key: string): string | null {
  return documentOf(key) === "fiche" ? communeOf(key) : null;
}

/** Returns the document of a key; null for any other key. */
export function documentOf(key: string): DocumentId | null {
  // One that an earlier version wrote may name its commune otherwise.
  const ofCommune = /^(fiche|rectificatif-commune)-[\w-]+$/.exec(key)?.[1];
  if (ofCommune !== undefined) return ofCommune as CommuneDocument;
  const isOne = key !== "fiche" && key !== "rectificatif-commune" && Object.hasOwn(documents, key);
  return isOne ? (key as DocumentId) : null;
}

/** Returns whether the document of a key is one of the papers of a correction. */
export function isOfCorrection(key: string): boolean {
  return groupOf(key) === "rectification";
}

/** Returns whether the heading of a document shows a status. */
export function bearsStatus(key: string): boolean {
  return kindOf(key)?.bearsStatus === true;
}

/**
 * Returns whether the document of a key shows what those that are sent are based on: its pages show their status too.
 */
export function isUnderStatus(key: string): boolean {
  return kindOf(key)?.isUnderStatus === true;
}

/** Returns whether a document shows one fiche or all of them. */
export function isFiche(key: string): boolean {
  return kindOf(key)?.tab === "fiche";
}

/** Returns whether an analysis brought the document of a key. */
export function isAnalysis(key: string): boolean {
  return kindOf(key)?.analyses !== undefined;
}

/**
 * Returns whether the document of a key leaves the office: one that shows its status, a piece that is issued, a fiche.
 */
export function leavesOffice(key: string): boolean {
  const kind = kindOf(key);
  return kind?.bearsStatus === true || kind?.tab !== undefined;
}

/** Returns how the document of a key is sent as a file; null when it is not. */
export function sentAs(key: string): SentAs | null {
  return kindOf(key)?.sent ?? null;
}

/** The beginnings of the titles of sent PDFs. */
export const sentTitles = kinds.flatMap(([, { sent }]) => (sent === undefined ? [] : [sent.title]));

/** Returns the group of a document in the list of documents to prepare; null for an unknown key. */
export function groupOf(key: string): DocumentGroup | null {
  return kindOf(key)?.group ?? null;
}

/** A sheet by its key, with its name if it is known. */
interface NamedSheet {
  readonly key: string;
  readonly name?: string;
}

/** Returns the pane's name of a group of documents, given the sheets: the sheet of the titre keeps its own name. */
export function groupText(group: DocumentGroup, sheets: readonly NamedSheet[]): BothLanguages {
  const { name } = documents.titre;
  const titre = sheets.find(({ key }) => key === "titre")?.name ?? name;
  const [french, english] = groups[group];
  return [french.replace(name, titre), english.replace(name, titre)];
}

/**
 * Returns how the pane names the documents that it leads to, of some sheets, the most useful first; those of a commune
 * are none.
 */
export function paneLinks(sheets: readonly NamedSheet[]): { readonly key: string; readonly text: BothLanguages }[] {
  return sheets
    .flatMap(({ key }) => {
      const link = kindOf(key)?.link;
      if (link === undefined || documentOf(key) !== key) return [];
      return [{ key, rank: link.rank, text: key === "titre" ? groupText("titre", sheets) : link.text }];
    })
    .sort((one, other) => one.rank - other.rank);
}

/** Returns the place of the document of a key among the tabs of a generation. */
export function tabPlaceOf(key: string): number {
  const id = documentOf(key);
  return id === null ? kinds.length : kinds.findIndex(([one]) => one === id);
}

/** Returns the colour of the tab of a document, by its key. */
export function tabColorOf(key: string): string {
  return tabColors[kindOf(key)?.tab ?? "examined"];
}

function kindOf(key: string): DocumentKind | null {
  const id = documentOf(key);
  return id === null ? null : documents[id];
}
