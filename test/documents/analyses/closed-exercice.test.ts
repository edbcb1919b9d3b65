import { addAnalyses, type SheetModel } from "../../../src/documents";
import { rectify } from "../../../src/statement";
import * as given from "../../statement/fixtures";
import { sheet } from "../fixtures";
import { documents, nowhere, of, read } from "./statements";

const { countsA, golden, stateOf } = given;
/** Two lines less: 36.86 + 15.79 = 52.65. */
const less: Record<string, number> = { ...countsA, "POSTE_STD m": 13 };
delete less["IMPRIMANTE m"];

function corrected(rectificationYear?: string): SheetModel[] {
  const particulars = rectificationYear === undefined ? {} : { rectificationYear };
  const rectification = rectify(stateOf(golden), of(less, { particulars }));
  const file = { file: "parc-2014.xlsx", when: "2014-11-25 14:03", errors: 0 };
  return addAnalyses(documents, { rectification: { rectification, ...file } }, nowhere);
}

test("an exercice known to be closed: by mandat at account 673 on each paper, and no titre is to be reduced", () => {
  const models = corrected("2015");
  const [state, certificat] = ["rectificatif", "certificat"].map((key) => read(sheet(models, key)));
  expect(state).toContain("État rectificatif à l’appui d’un mandat au compte 673");
  expect(state).toContain("(52,65 €), par mandat au compte 673 : l’exercice 2014 est clos.");
  expect(state).toContain("Montant du titre d’origine, mandat déduit");
  expect(certificat).toContain("est à rendre par mandat au compte 673");
  expect(certificat).toContain("À rendre par mandat au compte 673 : CINQUANTE-DEUX EUROS");
  for (const paper of ["rectificatif", "certificat"])
    expect(read(sheet(models, paper))).not.toMatch(/à réduire|est ramené|réduction de titre/);
});

test("no document says that the titre is to be reduced when nobody says if the exercice is closed", () => {
  expect(read(sheet(corrected(), "certificat"))).toContain("À rendre, selon le cas coché : CINQUANTE-DEUX EUROS");
});
