import { cellName, compareDates } from "../cells";
import { eurosInWords, formatEuros } from "../money";
import type { CommuneTotal, Statement } from "../statement";
import { entityOf, successorOf, type Campaign, type Commune } from "../tariff";
import { dayAfter, euros, imported, linkTo, longDate, text } from "./cells";
import type { Draft } from "./draft";
import { ficheColumns as at, type FicheRows, type PayerRows } from "./fiche-columns";
import { writeFicheHeader, writePayer } from "./fiche-schools";
import { styles } from "./styles";
import { campaignLine, gridLine, toFill } from "./texts";

const sections = {
  commune: "Quote-part de la commune, que la CAGB lui refacture",
  cagb: "Pris en charge par la CAGB, pour information : la commune n’en doit rien",
} as const;

/**
 * Writes a commune's fiche from the draft's next row on: a statement prepared for the CAGB, which claims the commune's
 * share; what the CAGB bears comes apart, for information. Gives the row of its first header too. (decisions §3, §7)
 */
export function writeFiche(
  draft: Draft,
  commune: CommuneTotal,
  statement: Statement,
  recapitulatif: string,
): { readonly payers: FicheRows; readonly headerRow: number } {
  draft.add([titleCell(commune)]);
  draft.add([text(campaignLine(statement.campaign), styles.subtitle)]);
  draft.add([linkTo("← Récapitulatif", recapitulatif, "A1", styles.back)]);
  draft.space();
  writeDebtor(draft, commune.commune, statement.campaign);
  writeReferences(draft, commune, statement);
  draft.space();

  draft.section(sections.commune);
  const headerRow = writeFicheHeader(draft);
  const own = writeDue(draft, commune, ({ school }) => school.name);
  draft.space();

  draft.section(sections.cagb);
  writeFicheHeader(draft);
  const cagb = writeBorne(draft, commune, ({ school }) => school.name);
  return { payers: { commune: own, cagb }, headerRow };
}

/** The same fiche under a header that every page repeats; its schools name the commune, since their page may not. */
export function writePrintedFiche(draft: Draft, commune: CommuneTotal, statement: Statement): void {
  draft.add([titleCell(commune)], true);
  writeDebtor(draft, commune.commune, statement.campaign);
  draft.space();
  const named = ({ school }: { readonly school: { readonly name: string } }) =>
    `${school.name} (${commune.commune.name})`;
  draft.section(sections.commune);
  writeDue(draft, commune, named);
  draft.space();
  draft.section(sections.cagb);
  writeBorne(draft, commune, named);
  draft.space();
  writeReferences(draft, commune, statement);
}

function titleCell({ commune }: CommuneTotal) {
  return imported(`Fiche de refacturation · ${commune.name}`, styles.title);
}

/** The commune as it is on the snapshot, and what becomes of it before the next one: a merger makes another debtor. */
function writeDebtor(draft: Draft, commune: Commune, { year, snapshot }: Campaign): void {
  const { name, insee, siren } = commune;
  const entity = entityOf(commune);
  const toVerify = entity?.sirenToVerify === true ? ", SIREN à vérifier" : "";
  draft.add([
    text("Commune", styles.label),
    imported(`${name} (INSEE ${insee}, SIREN ${siren}${toVerify})`, styles.value),
  ]);
  const successor = entity === null ? null : successorOf(entity);
  if (entity?.to == null || successor === null) return;
  if (compareDates(entity.to, { ...snapshot, year: year + 1 }) >= 0) return;
  draft.entry(
    "Commune nouvelle",
    `À partir du ${longDate(dayAfter(entity.to))}, ${successor.name} (INSEE ${successor.insee}, SIREN ${successor.siren})`,
  );
}

function writeReferences(draft: Draft, { due }: CommuneTotal, { grid }: Statement): void {
  draft.entry("Document", preparedFor);
  draft.entry("Tarif", gridLine(grid));
  if (due.isZero()) return;
  const [bordereau, titre] = [`Bordereau n° ${toFill}`, `Titre n° ${toFill}`];
  draft.add([
    text("Titre de la CAGB", styles.label),
    text(bordereau, styles.value),
    ...[null, null],
    text(titre, styles.value),
  ]);
}

const preparedFor =
  "État préparé par la Ville de Besançon pour la CAGB, qui refacture à la commune sa quote-part. La Ville ne réclame rien à la commune.";

/** The commune's share, in figures and in words. */
function writeDue(draft: Draft, commune: CommuneTotal, schoolName: Parameters<typeof writePayer>[4]): PayerRows {
  const own = writePayer(draft, commune, "commune", "Total de la quote-part", schoolName);
  const due = euros(commune.due, styles.grandTotal, cellName(own.total, at.total));
  const title = text("Montant à refacturer par la CAGB", styles.grandTotal);
  draft.band([title, null, null, null, null, null, due], styles.grandTotal, true);
  const words = `Soit, en toutes lettres : ${eurosInWords(commune.due)} (${formatEuros(commune.due)}).`;
  draft.paragraph(words, styles.strong);
  return own;
}

function writeBorne(draft: Draft, commune: CommuneTotal, schoolName: Parameters<typeof writePayer>[4]): PayerRows {
  return writePayer(draft, commune, "cagb", "Total pris en charge par la CAGB", schoolName);
}
