import { fold } from "../cells";
import { eurosInWords, formatEuros } from "../money";
import type { Statement } from "../statement";
import { imported, text } from "./cells";
import type { Draft } from "./draft";
import { breakWords, lettersAcross } from "./measure";
import { styles } from "./styles";
import { toFill } from "./texts";
import { titreWidths } from "./titre-columns";

const signatureColumn = 3;

/** The sum in words, the certification and the signature, which never part. */
export function writeSettlement(draft: Draft, statement: Statement): void {
  draft.section("Arrêté et certification");
  const words = eurosInWords(statement.total).toLocaleUpperCase("fr");
  const settled = `Arrêté le présent état liquidatif à la somme de ${words} (${formatEuros(statement.total)}).`;
  draft.paragraph(settled, styles.strong, true);
  draft.space(true);
  draft.add([text(`Certifié exact, à Besançon, le ${toFill}`)], true);
  draft.space(true);
  writeSignature(draft, statement);
}

/** To be filled by hand, but for what the options say of the signatory. */
export function writeSignature(draft: Draft, { options: { signatory } }: Statement): void {
  const delegation = signatory?.delegation.trim() ?? "";
  const formula = "Pour le Maire et par délégation,";
  const heading = fold(delegation).startsWith("pour ") ? delegation : formula;
  const quality = signatory?.title || `Qualité : ${toFill}`;
  const names = signatory === null ? [`Nom : ${toFill}`, `Prénom : ${toFill}`] : [signatory.name];
  const signed = [heading, ...(heading === delegation ? [] : [delegation]), quality, ...names];
  const room = lettersAcross(titreWidths.slice(signatureColumn), {});
  const block = signed.filter((line) => line !== "").flatMap((line) => breakWords(line, room));
  const service = ["Visa du service des finances", ""];
  block.forEach((line, index) => draft.add([text(service[index] ?? ""), null, null, imported(line)], true));
  draft.space(true);
  draft.add([null, null, null, text("Signature :", styles.label)], true);
  for (let row = 0; row < 3; row++) draft.space(row < 2);
}
