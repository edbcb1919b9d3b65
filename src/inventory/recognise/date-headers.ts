import type { ColumnReason } from "../types";
import type { StructuralRole } from "./roles";

/** What a heading of dates dates. */
export interface DateHeader {
  readonly role: StructuralRole;
  /** Among columns of one role, the lower is preferred. */
  readonly rank: number;
  readonly why: ColumnReason | null;
}

/** Dates that say when a machine came into service, the surest first; a purchase only where nothing else does. */
const entries = [
  /\b(?:mises?|mis|mise) (?:en )?(?:service|place|production|fonction)\b|\bmise\b|\benservice\b|\bmes\b|\bstart ?up\b|\bin service\b/,
  /\binstallation\b|\binst(?:all?)?\b|\binstallee?s?\b|\bpose[es]*\b|\bdeploiement\b|\bdeploye/,
  /\blivraison\b|\blivree?s?\b|\breception\b|\bdelivery\b|\bbl\b/,
  /\bentrees?\b|\bdepuis\b|\barrivees?\b|\barrive\b|\bstart\b|\bdotation\b/,
];
/** Rank of a date of purchase among the entries. */
export const purchaseRank = 8;
const purchase = /\bachat\b|\bachete|\bacquisition\b|\bacquise?s?\b|\bpurchase\b|\bbuy\b/;

const exits =
  /\bsorti\w*\b|\bretir\w*\b|\bretrait\b|\bretour (?:en )?(?:stock|atelier|magasin|mairie)\b|\breform\w*\b|\brebut\b|\bdesinstall\w*\b|\bdepos[es]*\b|\bdepose\b|\bremplacee?s? le\b|\breprise?s? le\b|\bcession\b|\bcedee?s? le\b|\bfin (?:de |du )?(?:service|vie|utilisation|parc)\b|\bvolee?s? le\b|\bvendue?s? le\b|\bdonnee?s? le\b|\brestitu\w*\b|\brendue?s? le\b|\bdecommission\w*\b|\bmis(?:es?)? hors service\b|\bhs (?:le|depuis)\b|\bdeclass\w*\b|\bdetruite?s? le\b|\bperdue?s? le\b|\bdispos(?:al|ed)\b|\bradiation\b|\bradiee?s? le\b|\bpartie?s? le\b|\benlevee?s? le\b|\bevacuee?s? le\b|\bjetee?s? le\b|\bdeparts?\b|\benlevement\b/;
/** A machine may come back from a loan as from service: which is not said. */
const unclearExits = /\bretours?\b|\bremplacements?\b|\breprises?\b|\brendue?s?\b|\brenouvellement\b/;
const planned = /\bprev[ui]\w*\b|\bplanifi\w*\b|\bsouhait\w*\b|\bestim\w*\b|\btheorique\b/;

/** Dates known to say nothing of the service. */
const otherDates =
  /\bgarantie\b|\bwarranty\b|\bmodification\b|\bmodified\b|\bmodifie\b|\bnaissance\b|\bcommandee?s?\b|\border\b|\bfacture\w*\b|\bpaiement\b|\bmandat\w*\b|\binventaires?\b|\binventoried\b|\bmaj\b|\bmise a jour\b|\bupdate\b|\bsaisie?\b|\bvisite\b|\bpassage\b|\bcontrole\b|\bverif\w*\b|\bdernier\w*\b|\blast\b|\bcreation\b|\bcreated\b|\bexpiration\b|\becheance\b|\bamortissement\b|\bfabrication\b|\bdebut (?:de )?garantie\b|\bmaintenance\b|\bintervention\b|\bconnexion\b|\binscription\b/;

/** How surely a heading of dates says entry into service (0 the surest), whether it says that it dates or not; −1 where it does not. */
export function entryRank(plain: string): number {
  return entries.findIndex((pattern) => pattern.test(plain));
}

/** The role of a column of dates, by its heading alone; null where it heads none. `plain` has neither accents nor signs. */
export function dateHeader(words: readonly string[], plain: string): DateHeader | null {
  const dated = words.includes("date") || /\b(?:le|depuis|date)$/.test(plain) || /^(?:le|date|depuis)\b/.test(plain);
  const alone = plain.replace(/^(?:de |d )/, "");
  if ((dated || /^(?:derniere?|last)\b/.test(plain)) && otherDates.test(plain) && !/\bfin de service\b/.test(plain))
    return { role: "ignored", rank: 0, why: "other-date" };
  if (dated && planned.test(plain)) {
    const leaves = exits.test(plain) || unclearExits.test(plain) || /\bremplac/.test(plain);
    return leaves ? { role: "exit-unclear", rank: 0, why: null } : { role: "ignored", rank: 0, why: "other-date" };
  }
  if (dated && exits.test(plain)) return { role: "date-out", rank: 0, why: null };
  if (/^(?:fin de service|retour en stock|mise? au rebut)$/.test(alone))
    return { role: "date-out", rank: 1, why: null };
  if (
    /^(?:rebut|retiree?s?|retrait|reformee?s?|reforme|sortie?s?|restituee?s?|repris|fin|depose|cession|departs?|enlevement)$/.test(
      alone,
    )
  )
    return { role: "date-out", rank: 1, why: null };
  if (/^(?:date (?:de |d |du )?)?(?:retours?|remplacements?|reprises?)(?: prevue?s?| le)?$/.test(plain))
    return { role: "exit-unclear", rank: 0, why: null };
  if (dated && unclearExits.test(plain)) return { role: "exit-unclear", rank: 0, why: null };
  const text = words.join(" ");
  if (/\bmaj\b/.test(text)) return dated ? { role: "ignored", rank: 0, why: "other-date" } : null;
  const rank = entryRank(plain);
  if (rank >= 0 && (dated || /^(?:mise en service|mes|mise en place|m e s|in service)$/.test(plain)))
    return { role: "date-in", rank, why: null };
  if (dated && purchase.test(plain)) return { role: "date-in", rank: purchaseRank, why: null };
  return plain === "date" || plain === "le" ? { role: "date", rank: 9, why: null } : null;
}
