import { makeListOf, type ListName } from "../../src/documents";
import { rectify, type Statement } from "../../src/statement";
import * as given from "../statement/fixtures";
import { of } from "./analyses/statements";

const { countsA, golden, stateOf } = given;
const issued = stateOf(golden);
/** A workstation less in service at Chalezeule: 36.86; one more installed: 31.60. */
const corrected = of({ ...countsA, "POSTE_STD m": 13, "POSTE_STD i": 3 });

function listOf(list: ListName, to: Statement = corrected, errors = 0) {
  const rectification = rectify(issued, to);
  const analyses = { rectification: { rectification, file: "parc-2014.xlsx", when: "2014-11-25 14:03", errors } };
  const status = { edition: rectification.corrected.edition, errors, isRectified: true };
  return makeListOf({ statement: rectification.corrected, analyses, status }, list);
}

const lines = (csv: string) => csv.replace("\ufeff", "").trimEnd().split("\r\n");

test("the list of the communes has a line for what falls, one for what rises, under their own labels and numbers", () => {
  const { csv, fileName } = listOf("communes");
  expect(lines(csv)).toEqual([
    "exercice;SIREN;commune;libellé;chapitre;nature;montant;référence;pièce;sens;compte si l’exercice est clos",
    "2014;212511200;Chalezeule;ORDICLASSE 2014 - REDUCTION R1 - CHALEZEULE;70;70875;-36,86;2014-01 R1;2014_ORDICLASSE_25112-2014-01-R1_CHALEZEULE.pdf;réduction;673",
    "2014;212511200;Chalezeule;ORDICLASSE 2014 - COMPLEMENT R2 - CHALEZEULE;70;70875;31,60;2014-01 R2;2014_ORDICLASSE_25112-2014-01-R1_CHALEZEULE.pdf;complément;",
  ]);
  expect(fileName).toBe("2014_ORDICLASSE_COMMUNES-2014-01-R1.csv");
});

test("a mailing is to the communes whose share changes, and to no other: what it is now, and by how much", () => {
  const { csv } = listOf("publipostage");
  // 1 011.05 − 36.86 + 31.60 = 1 005.79
  expect(lines(csv).slice(1)).toEqual([
    expect.stringMatching(
      /^Chalezeule;25112;212511200;1005,79;mille cinq euros et soixante-dix-neuf centimes;1;\d+;-5,26;2014_ORDICLASSE_25112-2014-01-R1_CHALEZEULE\.pdf;$/,
    ),
  ]);
});

test("a provisional correction says so on each line and in its name; the lines of the whole titre are never to be issued", () => {
  const provisional = listOf("communes", corrected, 1);
  expect(lines(provisional.csv).map((line) => line.split(";")[0])).toEqual(["ÉTAT", "PROVISOIRE", "PROVISOIRE"]);
  expect(provisional.fileName).toBe("2014_PROVISOIRE_ORDICLASSE_COMMUNES-2014-01-R1.csv");
  expect(listOf("titre").word).toBe("À NE PAS ÉMETTRE");
});

test("the lists of a correction have no line when no share changes", () => {
  for (const list of ["communes", "publipostage"] as const) expect(lines(listOf(list, issued).csv)).toHaveLength(1);
});
