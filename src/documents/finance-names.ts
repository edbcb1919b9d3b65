import { frenchDate } from "../cells";
import type { Statement } from "../statement";
import type { Campaign, Commune } from "../tariff";
import { statusWords, type StatusWord } from "./document-status";
import { sayIn } from "./kit/say";
import { stateNumber } from "./kit/texts";
import type { SheetModel } from "./kit/model";
import { communeOf, documents, sentAs, sentTitles } from "./registry";

/** The maximum length of a titre's object in PES (`ObjPce`), and the length that finance packages print. */
export const objectLimit = 160;
export const shortLimit = 50;

/** Returns the object of the titre, which names the document that holds the bases of the liquidation. */
export function titreObject(statement: Statement): string {
  const { campaign } = statement;
  const settled = `MAINTENANCE ET INSTALLATIONS AU ${frenchDate(campaign.snapshot)}`;
  return label([serviceOf(campaign), settled, `ETAT ${stateNumber(statement)}`].join(" - "), objectLimit);
}

/** Returns the object of the titre in fifty characters: the état's number comes first, because the end may be cut. */
export function titreShortObject(statement: Statement): string {
  const { campaign } = statement;
  return label(
    [serviceOf(campaign), `ETAT ${stateNumber(statement)}`, sayIn(campaign)("[écoles]")].join(" - "),
    shortLimit,
  );
}

/** Returns the name of the service for a campaign: « Ordiclasse 2014 ». */
export function serviceOf(campaign: Campaign): string {
  return `${campaign.convention.service} ${campaign.year}`;
}

/** Returns a text as finance packages and the treasury all take it: unaccented ASCII capitals, cut at a length. */
export function label(value: string, limit: number): string {
  return value
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toUpperCase()
    .replaceAll("Œ", "OE")
    .replaceAll("Æ", "AE")
    .replace(/[’‘ʼ]/gu, "'")
    .replace(/[‐‑‒–—]/gu, "-")
    .replace(/\s+/gu, " ")
    .replace(/[^ -~]/gu, "")
    .trim()
    .slice(0, limit)
    .trimEnd();
}

/** Returns the first label that fits, from the plainest to the shortest; the last one, cut, when none fits. */
export function firstLabel(values: readonly string[], limit: number): string {
  const labels = values.map((value) => label(value, Infinity));
  return labels.find(({ length }) => length <= limit) ?? label(values.at(-1)!, limit);
}

/** Under what name a document is sent as a file, and the title of its PDF. */
interface SentFile {
  readonly fileName: string;
  readonly title: string;
}

/** Returns the file name and title of a document that is sent, with its status and number; null for any other. */
export function sentFile(
  { key, number }: Pick<SheetModel, "key" | "number">,
  { campaign, byCommune }: Statement,
  status: StatusWord | null = null,
): SentFile | null {
  const sent = sentAs(key);
  if (sent === null) return null;
  const insee = communeOf(key);
  const numbered = number === undefined ? sent.title : `${sent.title} n°\u00a0${number}`;
  const titleOf = (title: string) => (status === null ? "" : `${status} · `) + title + titleEnd(campaign);
  if (insee === null)
    return { fileName: pieceFileName(campaign, sent.piece, status, number), title: titleOf(numbered) };
  // One whose share is cancelled whole is billed no more.
  const billed = byCommune.map(({ commune }) => commune);
  const commune = [...campaign.convention.members, ...billed].findLast((one) => one.insee === insee)!;
  return {
    fileName: communeFileName(campaign, commune, status, number),
    title: titleOf(`${numbered} · ${commune.name}`),
  };
}

/** Returns the name of the état's PDF, as the titre's pièce: no accent, no space, an extension of three letters. */
export function stateFileName(campaign: Campaign, status: StatusWord | null = null): string {
  return pieceFileName(campaign, documents.titre.sent.piece, status);
}

/**
 * Returns the name of the PDF of a document sent to the debtor or to the members:
 * `2014_ORDICLASSE_ETAT-LIQUIDATIF_CAGB.pdf`, `2014_ORDICLASSE_CERTIFICAT-2014-01-R1_CAGB.pdf`.
 */
function pieceFileName(campaign: Campaign, piece: string, status: StatusWord | null, number?: string): string {
  const { debtor, nouns } = campaign.convention;
  return fileName(campaign, status, [piece, number], debtor?.short ?? nouns.member.plural);
}

/** Returns the name of the PDF of a fiche, `2014_ORDICLASSE_25014_AMAGNEY.pdf`, valid in any file system. */
export function ficheFileName(campaign: Campaign, commune: Commune, status: StatusWord | null = null): string {
  return communeFileName(campaign, commune, status);
}

/**
 * Returns the name of the PDF of a commune's fiche, or of what corrects it under a number of its own:
 * `2014_ORDICLASSE_25014-2014-01-R1_AMAGNEY.pdf`.
 */
export function communeFileName(
  campaign: Campaign,
  { insee, name }: Commune,
  status: StatusWord | null,
  number?: string,
): string {
  return fileName(campaign, status, [insee, number], name);
}

/** Returns the name of a list: `2014_ORDICLASSE_PUBLIPOSTAGE.csv`, `2014_ORDICLASSE_COMMUNES-2014-01-R1.csv`. */
export function listFileName(campaign: Campaign, list: string, status: StatusWord | null, number?: string): string {
  return `${fileStart(campaign, status)}_${named([list, number])}.csv`;
}

function fileName(
  campaign: Campaign,
  status: StatusWord | null,
  document: readonly (string | undefined)[],
  addressee: string,
): string {
  return `${fileStart(campaign, status)}_${named(document)}_${fileText(addressee)}.pdf`;
}

function named(parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .map(fileText)
    .join("-");
}

/** The campaign, its status if any, the service, then the commune or the piece, then the addressee. */
const sentName = new RegExp(
  `^(\\d{4})_(?:(${statusWords.map(fileText).join("|")})_)?([A-Z0-9-]+)_([A-Z0-9-]+)_[A-Z0-9-]+\\.pdf$`,
);

/** Returns whether a name is one of those that documents are sent under, of any campaign. */
export function isSentFileName(name: string): boolean {
  return sentName.test(name);
}

/** Returns whether a name is one that documents of a campaign have while they are not to be issued. */
export function isMarkedFileName(name: string, campaign: Campaign): boolean {
  const [, year, status, service] = sentName.exec(name) ?? [];
  return status !== undefined && `${year}_${service}` === fileStart(campaign);
}

/** Returns whether a name is that of the fiche of some commune, of a campaign, which may be issued. */
export function isFicheFileName(name: string, campaign: Campaign): boolean {
  const [, year, status, service, insee = ""] = sentName.exec(name) ?? [];
  return status === undefined && `${year}_${service}` === fileStart(campaign) && /^\d[\dAB]\d{3}$/.test(insee);
}

/** Returns whether the title of a PDF is that of a document that is sent, of a campaign, whatever its status. */
export function isSentTitle(title: string, campaign: Campaign): boolean {
  const status = statusWords.map((word) => `${word} · `).find((word) => title.startsWith(word)) ?? "";
  const isOurs = sentTitles.some((one) => title.startsWith(status + one));
  return isOurs && title.endsWith(titleEnd(campaign));
}

function titleEnd({ year }: Campaign): string {
  return `, campagne ${year}`;
}

/** Returns what names of files begin with: `2014_ORDICLASSE`, `2014_PROVISOIRE_ORDICLASSE`. */
export function fileStart({ year, convention }: Campaign, status: StatusWord | null = null): string {
  return `${year}_${markedFileName(fileText(convention.service), status)}`;
}

/** Returns a file's name with its status before it: `PROVISOIRE_titre.csv`. */
export function markedFileName(name: string, status: StatusWord | null): string {
  return status === null ? name : `${fileText(status)}_${name}`;
}

/** Returns a name in capitals and figures, with hyphens, that any disk takes. */
function fileText(text: string): string {
  return label(text, Infinity)
    .replace(/[^A-Z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
